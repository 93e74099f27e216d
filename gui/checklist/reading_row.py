"""Where a reading is typed: its two counts or its value, and its day and source."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checklists.policy import Indicator
from gui.checklist.drafts import Spot, Typing
from gui.platform.fonts import Role
from gui.widgets.buttons import LinkButton
from gui.widgets.date_edit import DateEdit
from gui.widgets.figure_words import actual_words, number_words
from gui.widgets.flow import FlowLayout
from gui.widgets.labels import plain_label
from gui.widgets.line_edit import LineEdit, mark_invalid
from gui.widgets.text import Paragraph
from services.checklist import IndicatorRow
from services.judging import Reading

_COUNT_WIDE, _VALUE_WIDE, _HIGH = 72, 104, 28


class ReadingRow(QWidget):
    """Typed inputs of one indicator; what is typed goes out with its spot.

    `origin` holds day and source, to be laid out below; it stays folded away until it is asked for.
    """

    written = Signal(Spot, object)
    facts_wanted = Signal()

    def __init__(self, indicator: Indicator, *, has_label: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._indicator, self._has_label = indicator, has_label
        self._numbers = self._make_numbers()
        self._result = plain_label("", Role.SMALL, "ink2")
        self._facts = LinkButton(self.tr("取自基础数据"))
        self._as_of, self._source = DateEdit(), LineEdit("", self.tr("例如教师名册"))
        self.origin = QWidget()
        self._error = Paragraph("", Role.META, "not_met")
        self._build()
        self._listen()

    def show_reading(self, row: IndicatorRow, typing: Typing, errors: Mapping[Spot, str]) -> None:
        """Show what is kept, over it what was typed and could not be."""
        for spot, field in self._numbers.items():
            field.show_text(str(typing[spot]) if spot in typing else _number_of(row.reading, spot))
            mark_invalid(field, spot in errors)
            field.setAccessibleDescription(errors.get(spot, ""))
        self._show_origin(row.reading, typing)
        actual = actual_words(row.indicator, row.reading)
        self._result.setText(self.tr("＝ {actual}").format(actual=actual))
        self._result.setVisible(bool(actual) and row.indicator.ratio is not None)
        self.show_error(next((errors[spot] for spot in self._numbers if spot in errors), ""))

    def show_error(self, sentence: str) -> None:
        """Say below the inputs what is wrong, or nothing."""
        self._error.show_text(sentence)
        self._error.setVisible(bool(sentence))

    def show_facts(self, offered: bool) -> None:
        """Offer to take the counts from the school's facts."""
        self._facts.setVisible(offered)

    def unfold(self, unfolded: bool) -> None:
        """Show day and source, or fold them away."""
        self.origin.setVisible(unfolded)

    @property
    def is_unfolded(self) -> bool:
        """Say whether day and source can be seen."""
        return not self.origin.isHidden()

    def lock(self, locked: bool) -> None:
        """Let readings be looked at only."""
        for field in (*self._numbers.values(), self._as_of, self._source):
            field.lock(locked)

    def flush(self) -> None:
        """Say now what was typed, if anything."""
        for field in (*self._numbers.values(), self._as_of, self._source):
            field.flush()

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return (*self._numbers.values(), self._facts, self._as_of, self._source)

    def _make_numbers(self) -> dict[Spot, LineEdit]:
        ratio = self._indicator.ratio
        if ratio is None:
            return {Spot.VALUE: _number_field(self._indicator.name, _VALUE_WIDE)}
        return {
            Spot.PART: _number_field(ratio.part, _COUNT_WIDE),
            Spot.WHOLE: _number_field(ratio.whole, _COUNT_WIDE),
        }

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(self._formula())
        layout.addWidget(self._error)
        self._build_origin()
        self._error.hide()
        self.origin.hide()
        self._facts.hide()

    def _formula(self) -> FlowLayout:
        flow = FlowLayout(gap=8, line_gap=4)
        ratio = self._indicator.ratio
        if ratio is None:
            parts = [self._numbers[Spot.VALUE], _word(self._indicator.unit)]
            parts = [_word(self.tr("实际值")), *parts] if self._has_label else parts
        else:
            parts = [_word(ratio.part), self._numbers[Spot.PART], _word("÷"), _word(ratio.whole)]
            parts += [self._numbers[Spot.WHOLE]]
        for part in (*parts, self._result, self._facts):
            flow.addWidget(part)
        return flow

    def _build_origin(self) -> None:
        self._as_of.setFixedSize(136, _HIGH)
        self._source.setFixedSize(232, _HIGH)
        self._as_of.setAccessibleName(self.tr("截至日期"))
        self._source.setAccessibleName(self.tr("数据来源"))
        flow = FlowLayout(gap=8, line_gap=4)
        holder = QVBoxLayout(self.origin)
        holder.setContentsMargins(16, 0, 16, 8)
        holder.addLayout(flow)
        for part in (_word(self.tr("截至")), self._as_of, _word(self.tr("来源")), self._source):
            flow.addWidget(part)

    def _listen(self) -> None:
        for spot, field in self._numbers.items():
            field.setProperty("spot", spot)
            field.written.connect(self._on_number_written)
        self._as_of.date_chosen.connect(self._on_day_chosen)
        self._as_of.refused.connect(self.show_error)
        self._source.written.connect(self._on_source_written)
        self._facts.clicked.connect(self.facts_wanted)

    def _on_number_written(self, text: str) -> None:
        self.written.emit(Spot(self.sender().property("spot")), text)

    def _on_day_chosen(self, day: date | None) -> None:
        self.written.emit(Spot.AS_OF, day)

    def _on_source_written(self, text: str) -> None:
        self.written.emit(Spot.SOURCE, text)

    def _show_origin(self, reading: Reading, typing: Typing) -> None:
        day = typing.get(Spot.AS_OF, reading.as_of)
        if isinstance(day, date) or day is None:
            self._as_of.show_date(day)
        self._source.show_text(str(typing.get(Spot.SOURCE, reading.source)))


def _number_field(name: str, wide: int) -> LineEdit:
    field = LineEdit()
    field.setFixedSize(wide, _HIGH)
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    field.setAccessibleName(name)
    return field


def _word(text: str) -> QWidget:
    return plain_label(text, Role.SMALL, "ink2")


def _number_of(reading: Reading, spot: Spot) -> str:
    number = getattr(reading, spot.value)
    return number_words(number) if isinstance(number, Decimal) else ""

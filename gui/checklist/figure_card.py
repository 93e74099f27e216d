"""One indicator of an item: what is asked, what the school has, what follows, and where to type it."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checklists.policy import Indicator
from gui.checklist.base_words import act_words, origin_words, standing_words
from gui.checklist.drafts import Spot, Typing
from gui.checklist.overruling_words import can_be_overruled, overruled_words
from gui.checklist.reading_row import ReadingRow
from gui.checklist.strip import Strip
from gui.platform.fonts import Role, font
from gui.platform.style_buttons import LINK_AIR
from gui.widgets.buttons import LinkButton
from gui.widgets.figure_gauge import gauge_of
from gui.widgets.figure_words import (
    actual_words,
    computed_words,
    contribution_words,
    doubt_words,
    rule_words,
    target_words,
)
from gui.widgets.gauge import Gauge
from gui.widgets.labels import field_label, heading, plain_label
from gui.widgets.panes import Card, hrule
from gui.widgets.status_mark import MARK_OF_JUDGEMENT, StatusMark
from gui.widgets.text import Paragraph
from models.vocabulary import Judgement, Scope, Status
from resources import word
from services.checklist import IndicatorRow
from services.feeding import UNBOUND, Footing, Offer
from services.judging import Doubt, Reading

_INKS = {Judgement.REACHED: "met", Judgement.MISSED: "not_met"}
_TARGET, _ACTUAL, _VERDICT = 120, 104, 172
_TYPED, _NO_VERDICT = 144, 104


class FigureCard(QWidget):
    """A line that tells day and source, and below it the card."""

    written = Signal(Spot, object)
    facts_wanted = Signal()
    base_wanted = Signal()
    overruling_wanted = Signal()
    withdrawal_wanted = Signal()

    def __init__(self, indicator: Indicator, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.indicator = indicator
        self._is_low = _has_no_target_of_ours(indicator) and indicator.ratio is None
        self.reading = ReadingRow(indicator, has_label=not self._is_low)
        self._origin, self._overrule = LinkButton(), LinkButton(self.tr("改判"))
        self._name = Paragraph(indicator.name, Role.SMALL, max_lines=3)
        self._target, self._actual = plain_label(), plain_label("", Role.BODY_BOLD)
        self._mark, self._word = StatusMark(Status.UNANSWERED), plain_label("", Role.BODY_BOLD)
        self._distance, self._basis = Paragraph("", Role.META), Paragraph("", Role.META, "ink3")
        self.base, self.overruling = Strip(), Strip("ink")
        self._gauge = Gauge()
        self._axis, self._rule = self._make_axis(), hrule()
        self._answers = self._make_answers()
        self._offer, self._can_be_overruled = UNBOUND, False
        self._build(title)
        self._listen()

    def show_figure(self, row: IndicatorRow, offer: Offer, typing: Typing, errors: Mapping[Spot, str]) -> None:
        """Show a figure as it stands, and how it stands to the base data."""
        self._show_base(row, offer)
        self._show_overruling(row)
        self._basis.show_text(_basis(row))
        self._basis.setVisible(bool(_basis(row)))
        self._target.setText(target_words(row.indicator))
        self._show_actual(actual_words(row.indicator, row.reading))
        self._show_verdict(row)
        gauge = gauge_of(row)
        self._gauge.show_reading(gauge)
        self._axis.setVisible(gauge is not None)
        self._origin.tell(self._origin_words(row.reading), is_fact=bool(row.reading.as_of or row.reading.source))
        self.reading.show_reading(row, typing, errors)

    def show_reading(self, shown: bool) -> None:
        """Show where a reading is typed, or not where none is asked."""
        self.reading.setVisible(shown)
        self._rule.setVisible(shown and not self._is_low)
        self._origin.setVisible(shown)
        self._overrule.setVisible(shown and self._can_be_overruled)
        if not shown:
            self.base.say("")
        for column in self._answers:
            column.setVisible(shown)

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return (*self.reading.inputs(), *self.base.inputs(), *self.overruling.inputs(), self._origin, self._overrule)

    def take_keyboard(self) -> None:
        """Go to the first field of the figure that can be typed into."""
        self.show()  # now, not in a while, where the card has just been made
        fields = (one for one in self.inputs() if one.isVisible() and one.isEnabled())
        if (first := next(fields, None)) is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_actual(self, actual: str) -> None:
        self._actual.setText(actual or self.tr("没有填"))
        self._actual.setFont(font(Role.BODY_BOLD if actual else Role.BODY))
        self._actual.set_ink("ink" if actual else "ink3")

    def _show_base(self, row: IndicatorRow, offer: Offer) -> None:
        self._offer = offer
        self.reading.show_facts(offer.footing in (Footing.OFFERED, Footing.AGREES))
        is_lacking = offer.footing is Footing.LACKING
        is_told = not is_lacking or not actual_words(row.indicator, row.reading)
        words = standing_words(row.indicator, row.reading, offer) if is_told else ""
        self.base.set_ink("ink3" if is_lacking else "partly")
        self.base.say(words, act_words(offer) if words else "")

    def _show_overruling(self, row: IndicatorRow) -> None:
        self._can_be_overruled = can_be_overruled(row) and not row.is_overruled
        words = overruled_words(row)
        self.overruling.say(words, self.tr("改理由") if words else "", self.tr("撤回改判") if words else "")

    def _show_verdict(self, row: IndicatorRow) -> None:
        judgement = row.judgement
        ink = _INKS.get(judgement, "ink2")
        is_ours = row.is_overruled or row.verdict.doubt not in (Doubt.NO_TARGET, Doubt.CONTRIBUTES)
        self._mark.show_status(MARK_OF_JUDGEMENT[judgement])
        self._mark.setVisible(is_ours)
        is_share = row.verdict.doubt is Doubt.CONTRIBUTES
        self._word.setText(self.tr("计入合计") if is_share else word(judgement))
        self._word.setFont(font(Role.BODY_BOLD if is_ours else Role.BODY))
        self._word.set_ink(ink if is_ours else "ink3")
        self._distance.show_text(_distance(row))
        self._distance.set_ink(ink)
        self._distance.setVisible(bool(_distance(row)))

    def _origin_words(self, reading: Reading) -> str:
        day = self.tr("截至 {day}").format(day=reading.as_of.isoformat()) if reading.as_of else ""
        source = self.tr("来源：{source}").format(source=_short(reading.source)) if reading.source else ""
        told = " · ".join(filter(None, (origin_words(reading), day, source)))
        return told if day or source else " · ".join(filter(None, (told, self.tr("写明截至日期和来源"))))

    def _on_origin_clicked(self) -> None:
        self.reading.unfold(not self.reading.is_unfolded)

    def _on_base_acted(self) -> None:
        if self._offer.reading is None:
            self.base_wanted.emit()
        else:
            self.facts_wanted.emit()

    def _listen(self) -> None:
        self._origin.clicked.connect(self._on_origin_clicked)
        self._overrule.clicked.connect(self.overruling_wanted)
        self.overruling.acted.connect(self.overruling_wanted)
        self.overruling.also_acted.connect(self.withdrawal_wanted)
        self.base.acted.connect(self._on_base_acted)
        self.reading.written.connect(self.written)
        self.reading.facts_wanted.connect(self.facts_wanted)

    def _build(self, title: str) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.addLayout(self._title_row(title))
        layout.addWidget(self._card())

    def _title_row(self, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, LINK_AIR, 0)
        row.addWidget(heading(title))
        row.addStretch()
        row.setSpacing(12)
        row.addWidget(self._origin)
        row.addWidget(self._overrule)
        return row

    def _card(self) -> Card:
        card = Card("sheet", "line")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(self._facts())
        layout.addLayout(_padded(self._basis, below=8 if self._is_low else 4))
        layout.addWidget(self._axis)
        layout.addWidget(self._rule)
        if not self._is_low:
            layout.addLayout(self._formula())
        for part in (self.base, self.overruling, self.reading.origin):
            layout.addWidget(part)
        return card

    def _formula(self) -> QVBoxLayout:
        row = QVBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self.reading)
        return row

    def _make_answers(self) -> tuple[QWidget, ...]:
        """Make the columns of actual value and verdict; where nothing is gauged, the value is typed in its column."""
        title = field_label(self.tr("实际"))
        if self._is_low:
            return (_column(_TYPED, title, self.reading), _column(_NO_VERDICT, self._verdict(), self._distance))
        return (_column(_ACTUAL, title, self._actual), _column(_VERDICT, self._verdict(), self._distance))

    def _make_axis(self) -> QWidget:
        axis = QWidget()
        row = QVBoxLayout(axis)
        row.setContentsMargins(16, 0, 16, 8)
        row.addWidget(self._gauge)
        return axis

    def _facts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        row.addWidget(self._name, 1, Qt.AlignmentFlag.AlignVCenter)
        target = _column(_TARGET, field_label(self.tr("目标")), self._target)
        for column in (target, *self._answers):
            row.addWidget(column, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _verdict(self) -> QWidget:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._word)
        row.addStretch()
        return pair


def _has_no_target_of_ours(indicator: Indicator) -> bool:
    """Say whether the policy sets no figure that one school could reach."""
    return indicator.value is None or indicator.scope in (Scope.CITY_TOTAL, Scope.EACH_COUNTY)


def _column(wide: int, *parts: QWidget) -> QWidget:
    column = QWidget()
    column.setFixedWidth(wide)
    layout = QVBoxLayout(column)
    layout.setSpacing(2)
    for part in parts:
        layout.addWidget(part)
    return column


def _padded(part: QWidget, *, below: int) -> QVBoxLayout:
    holder = QVBoxLayout()
    holder.setContentsMargins(16, 0, 16, below)
    holder.addWidget(part)
    return holder


def _basis(row: IndicatorRow) -> str:
    """Say by which rule and how often it is judged, and what a school adds to a figure that is not its own."""
    if row.verdict.doubt is Doubt.CONTRIBUTES:
        return contribution_words(row)
    return " · ".join(filter(None, (row.indicator.frequency, rule_words(row.indicator))))


def _distance(row: IndicatorRow) -> str:
    """Say in the narrow column how far the target is; a person's own judgement says so below, in full."""
    if row.is_overruled:
        return QCoreApplication.translate("FigureCard", "人工改判")
    match row.verdict.judgement:
        case Judgement.REACHED:
            return ""
        case Judgement.CANNOT_TELL:
            # a target without a number says so itself, a share of another's figure below
            return "" if row.verdict.doubt in (Doubt.NO_TARGET, Doubt.CONTRIBUTES) else doubt_words(row)
        case _:
            return computed_words(row).rpartition("：")[2]


def _short(source: str) -> str:
    most = 16
    return source if len(source) <= most else source[: most - 1] + "…"

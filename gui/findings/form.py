"""What is written of a finding, to be corrected: every field says its words when it is left."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.findings.words import unusual_words, usual_words
from gui.platform.fonts import Role
from gui.widgets.date_edit import DateEdit
from gui.widgets.field import Field
from gui.widgets.line_edit import Combo, LineEdit
from gui.widgets.note_edit import NoteEdit
from gui.widgets.panes import column_in
from gui.widgets.text import Paragraph
from models.vocabulary import FindingNumber, RemedyKind
from resources import word
from services.findings.remedy_days import is_unusual
from services.findings.rows import FindingRow


class Spot(StrEnum):
    """A field of the form, by the name it has in a remedy."""

    PROBLEM = "problem"
    BASIS = "basis"
    CAUSE = "cause"
    MEASURE = "measure"
    KIND = "kind"
    LEAD = "lead"
    JOINT = "joint"
    PERSON = "person"
    FOUND_ON = "found_on"
    DEADLINE = "deadline"


class FindingForm(QWidget):
    """The fields of one finding; `written` carries its number, the spot and the value."""

    written = Signal(int, Spot, object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number: FindingNumber | None = None
        self._today = today
        self._texts = {spot: NoteEdit(lines=1, most_lines=8) for spot in _LONG}
        self._lines = {Spot.JOINT: LineEdit(), Spot.PERSON: LineEdit()}
        self._lead = Combo(editable=True)
        self._kind = Combo([word(kind) for kind in RemedyKind])
        self._days = {spot: DateEdit(today) for spot in (Spot.FOUND_ON, Spot.DEADLINE)}
        self._hint = Paragraph("", Role.META, "ink3")
        self._fields = self._made_fields()
        self._lay_out()
        self._listen()

    def show_row(self, row: FindingRow, departments: Sequence[str]) -> None:
        """Show a finding; words typed for the one before are said first."""
        if row.number != self._number:
            self.flush()
        self._number = row.number
        remedy = row.remedy
        for spot, text in self._texts.items():
            text.show_text(getattr(remedy, spot.value))
        for spot, line in self._lines.items():
            line.show_text(getattr(remedy, spot.value))
        self._lead.offer(departments)
        self._lead.show_text(remedy.lead)
        self._kind.show_text(word(remedy.kind))
        for spot, day in self._days.items():
            day.show_date(getattr(remedy, spot.value))
        self._show_hint(row)
        for field in self._fields.values():
            field.show_error("")

    def show_error(self, spot: Spot, sentence: str) -> None:
        """Say below a field why its words could not be kept."""
        self._fields[spot].show_error(sentence)

    def flush(self) -> None:
        """Say now what was typed, if anything."""
        fields: list[NoteEdit | LineEdit | Combo] = [*self._texts.values(), *self._lines.values(), *self._days.values()]
        for field in (*fields, self._lead):
            field.flush()

    def focus(self, spot: Spot) -> None:
        """Go to a field."""
        self.control(spot).setFocus()

    def control(self, spot: Spot) -> QWidget:
        """Give what a field is typed into."""
        known: dict[Spot, QWidget] = {**self._texts, **self._lines, **self._days}
        return known.get(spot) or (self._lead if spot is Spot.LEAD else self._kind)

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return tuple(self.control(spot) for spot in _ORDER)

    def _show_hint(self, row: FindingRow) -> None:
        remedy = row.remedy
        is_late = is_unusual(remedy)
        self._hint.set_ink("partly" if is_late else "ink3")
        self._hint.show_text(unusual_words(remedy, row.today) if is_late else usual_words(remedy.kind))

    def _made_fields(self) -> dict[Spot, Field]:
        names = {
            Spot.PROBLEM: self.tr("问题"),
            Spot.BASIS: self.tr("依据"),
            Spot.CAUSE: self.tr("原因"),
            Spot.MEASURE: self.tr("整改措施"),
            Spot.KIND: self.tr("类型"),
            Spot.LEAD: self.tr("牵头科室"),
            Spot.JOINT: self.tr("配合科室"),
            Spot.PERSON: self.tr("责任人"),
            Spot.FOUND_ON: self.tr("发现日期"),
            Spot.DEADLINE: self.tr("期限"),
        }
        return {spot: Field(name, self.control(spot)) for spot, name in names.items()}

    def _lay_out(self) -> None:
        column = column_in(self, 12)
        for spots in (
            (Spot.PROBLEM,),
            (Spot.CAUSE,),
            (Spot.MEASURE,),
            (Spot.KIND, Spot.FOUND_ON),
            (Spot.DEADLINE, Spot.PERSON),
        ):
            column.addLayout(self._side_by_side(spots))
        column.addWidget(self._hint)
        column.addLayout(self._side_by_side((Spot.LEAD, Spot.JOINT)))
        column.addLayout(self._side_by_side((Spot.BASIS,)))

    def _side_by_side(self, spots: Sequence[Spot]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for spot in spots:
            row.addWidget(self._fields[spot], 1)
        return row

    def _listen(self) -> None:
        for spot, text in self._texts.items():
            text.written.connect(partial(self._say, spot))
        for name, line in self._lines.items():
            line.written.connect(partial(self._say, name))
        for name, day in self._days.items():
            day.date_chosen.connect(partial(self._say, name))
        self._lead.written.connect(partial(self._say, Spot.LEAD))
        self._kind.activated.connect(self._on_kind)

    def _on_kind(self, place: int) -> None:
        self._say(Spot.KIND, list(RemedyKind)[place])

    def _say(self, spot: Spot, value: object) -> None:
        if self._number is not None:
            self.written.emit(self._number, spot, value)


_LONG = (Spot.PROBLEM, Spot.BASIS, Spot.CAUSE, Spot.MEASURE)
_ORDER = (
    Spot.PROBLEM,
    Spot.CAUSE,
    Spot.MEASURE,
    Spot.KIND,
    Spot.FOUND_ON,
    Spot.DEADLINE,
    Spot.PERSON,
    Spot.LEAD,
    Spot.JOINT,
    Spot.BASIS,
)

"""The particulars of one piece, or of many at once."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from gui.widgets.buttons import LinkButton, at_left
from gui.widgets.date_edit import DateEdit
from gui.widgets.field import Field
from gui.widgets.line_edit import Combo, LineEdit
from gui.widgets.note_edit import NoteEdit
from gui.widgets.writing import writes
from services.checklist import EvidenceRow
from services.evidence.register import Value
from services.evidence.values import Particulars

_NAMES = tuple(one.name for one in fields(Particulars))
_YEARS = range(1949, 2101)


class ParticularsForm(QWidget):
    """Fields that show what all chosen pieces share; `amended` names the field and its new value."""

    amended = Signal(str, object)

    def __init__(self, today: Callable[[], date] = date.today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formed_on, self.valid_until = DateEdit(today), DateEdit(today)
        self.year, self.department = LineEdit(), Combo(editable=True)
        self.note = NoteEdit(lines=2, most_lines=6)
        self.offer = LinkButton("", "camera")
        self._offered: date | None = None
        self._year_field = Field(self.tr("所属年度"), self.year)
        self._is_mixed = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        writes(self)
        self._lay_out()
        self._connect()

    def show_rows(self, rows: Sequence[EvidenceRow], departments: Sequence[str]) -> None:
        """Show what the pieces share; where they differ, the field says so and stays empty."""
        said = [row.particulars for row in rows]
        common = {name: self._common(said, name) for name in _NAMES}
        self.formed_on.show_date(_day(common["formed_on"]))
        self.valid_until.show_date(_day(common["valid_until"]))
        self.year.show_text(str(common["year"] or ""))
        self._year_field.show_error("")
        self.department.offer(departments)
        self.department.show_text(str(common["department"] or ""))
        self.note.show_text(str(common["note"] or ""))
        self._say_mixed(said)
        self._show_offer(rows)

    def flush(self) -> None:
        """Say now what was typed."""
        for field in (self.formed_on, self.valid_until, self.year, self.department, self.note):
            field.flush()

    def _common(self, said: Sequence[Particulars], name: str) -> Value:
        values = {getattr(one, name) for one in said}
        return values.pop() if len(values) == 1 else None

    def _say_mixed(self, said: Sequence[Particulars]) -> None:
        mixed = self.tr("各不相同")
        differ = {name: len({getattr(one, name) for one in said}) > 1 for name in _NAMES}
        day = self.tr("年-月-日")
        self.formed_on.setPlaceholderText(mixed if differ["formed_on"] else day)
        self.valid_until.setPlaceholderText(mixed if differ["valid_until"] else self.tr("长期有效不用填"))
        self.year.setPlaceholderText(mixed if differ["year"] else "")
        line = self.department.lineEdit()
        assert line is not None
        line.setPlaceholderText(mixed if differ["department"] else "")
        self.note.setPlaceholderText(mixed if differ["note"] else "")

    def _show_offer(self, rows: Sequence[EvidenceRow]) -> None:
        days = {row.taken_at.date() for row in rows if row.taken_at is not None and row.formed_on is None}
        self._offered = days.pop() if len(days) == 1 else None
        words = self.tr("用拍摄日期 {day}")
        self.offer.setText(words.format(day=self._offered.isoformat()) if self._offered else "")
        self.offer.setVisible(self._offered is not None)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(Field(self.tr("形成日期"), self.formed_on), 0, 0)
        grid.addWidget(Field(self.tr("有效期至"), self.valid_until), 0, 1)
        grid.addLayout(at_left(self.offer), 1, 0)
        grid.addWidget(self._year_field, 2, 0)
        grid.addWidget(Field(self.tr("责任科室"), self.department), 2, 1)
        grid.addWidget(Field(self.tr("说明"), self.note), 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        self.formed_on.date_chosen.connect(partial(self.amended.emit, "formed_on"))
        self.valid_until.date_chosen.connect(partial(self.amended.emit, "valid_until"))
        self.department.written.connect(partial(self.amended.emit, "department"))
        self.note.written.connect(partial(self.amended.emit, "note"))
        self.year.written.connect(self._on_year_written)
        self.offer.clicked.connect(self._on_offer_taken)

    def _on_year_written(self, text: str) -> None:
        plain = text.strip().removesuffix("年")
        if plain and not (plain.isdecimal() and int(plain) in _YEARS):
            self._year_field.show_error(self.tr("这里要填年份，例如 2025。"))
            return
        self._year_field.show_error("")
        self.amended.emit("year", int(plain) if plain else None)

    def _on_offer_taken(self) -> None:
        self.amended.emit("formed_on", self._offered)


def _day(value: Value) -> date | None:
    return value if isinstance(value, date) else None

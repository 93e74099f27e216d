"""The date field: typed in any usual way, or picked from a calendar."""

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gui.widgets.line_edit import LineEdit

_FULL = re.compile(r"(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*")
_SOLID = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SHORT = re.compile(r"(\d{1,2})\D+(\d{1,2})\D*")
_ICON_ZONE = 30


def read_date(text: str, year: int) -> date:
    """Read 2025-12-20, 2025/12/20, 2025年12月20日, 20251220, or 12-20 of a year; raises ValueError."""
    plain = text.strip()
    for pattern in (_FULL, _SOLID):
        if found := pattern.fullmatch(plain):
            return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _SHORT.fullmatch(plain):
        return date(year, int(found[1]), int(found[2]))
    raise ValueError(plain)


class DateEdit(LineEdit):
    """A field for one date or none; `date_chosen` carries a date or None, `refused` the sentence of a mistake."""

    date_chosen = Signal(object)
    refused = Signal(str)

    def __init__(self, today: Callable[[], date] = date.today, parent: QWidget | None = None) -> None:
        super().__init__(placeholder="", icon_name="calendar", parent=parent)
        self._today = today
        self._date: date | None = None
        self.setPlaceholderText(self.tr("年-月-日"))
        self.written.connect(self._on_written)
        self.editingFinished.connect(self._on_finished)

    @property
    def shown_date(self) -> date | None:
        """Give the date last shown or understood."""
        return self._date

    def show_date(self, day: date | None) -> None:
        """Show a date, or none."""
        self._date = day
        self.show_text(day.isoformat() if day else "")
        self.refused.emit("")

    def open_calendar(self) -> None:
        """Drop the calendar down below the field."""
        from gui.widgets.calendar import Calendar  # a month costs more to import than a window to paint

        popup = Calendar(self._date or self._today(), self)
        popup.picked.connect(self._on_picked)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        popup.show()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() < _ICON_ZONE and not self.isReadOnly():
            self.open_calendar()
        else:
            super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self.isReadOnly():
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _on_written(self, text: str) -> None:
        """Wait with a half-typed date until the field is left; take a whole one at once."""
        if not self.hasFocus() or _FULL.fullmatch(text.strip()) or _SOLID.fullmatch(text.strip()):
            self._on_finished()

    def _on_finished(self) -> None:
        text = self.text().strip()
        try:
            day = read_date(text, self._today().year) if text else None
        except ValueError:
            self.refused.emit(self.tr("这里要填日期，例如 2025-12-20。"))
            return
        self._take(day)

    def _on_picked(self, day: QDate) -> None:
        chosen = date(day.year(), day.month(), day.day())
        self.setText(chosen.isoformat())
        self._take(chosen)

    def _take(self, day: date | None) -> None:
        self.refused.emit("")
        if day == self._date:
            return
        self._date = day
        self.date_chosen.emit(day)

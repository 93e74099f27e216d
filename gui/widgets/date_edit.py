"""The date field: typed in any usual way, or picked from a calendar."""

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QMouseEvent, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.platform.icons import icon
from gui.platform.theme import theme_of
from gui.widgets.line_edit import LineEdit
from gui.widgets.panes import Card

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
        popup = _Calendar(self._date or self._today(), self)
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


class _Calendar(Card):
    """A month in Chinese that closes when a day is picked."""

    picked = Signal(QDate)

    def __init__(self, day: date, field: QWidget) -> None:
        super().__init__("raised", "line2", radius=0, parent=field)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._month(day))

    def _month(self, day: date) -> QCalendarWidget:
        month = QCalendarWidget()
        month.setLocale(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        month.setFont(fonts.small())
        month.setSelectedDate(QDate(day.year, day.month, day.day))
        self._level_weekends(month)
        self._flatten_bar(month)
        month.clicked.connect(self._on_clicked)
        month.activated.connect(self._on_clicked)
        return month

    def _level_weekends(self, month: QCalendarWidget) -> None:
        form = QTextCharFormat()
        form.setForeground(QBrush(theme_of(self).ink))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            month.setWeekdayTextFormat(weekday, form)

    def _flatten_bar(self, month: QCalendarWidget) -> None:
        """Draw the month's bar like ours: it comes with coloured arrows and the ground of a chosen row."""
        for name, icon_name in (("prev", "left"), ("next", "right")):
            button = month.findChild(QToolButton, f"qt_calendar_{name}month")
            if button is not None:
                button.setIcon(icon(icon_name, theme_of(self)))
        bar = month.findChild(QWidget, "qt_calendar_navigationbar")
        if bar is not None:
            bar.setBackgroundRole(QPalette.ColorRole.Base)

    def _on_clicked(self, day: QDate) -> None:
        self.picked.emit(day)
        self.close()

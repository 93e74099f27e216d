"""A month in Chinese that drops down from a date field."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QBrush, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QVBoxLayout, QWidget

from gui.platform import fonts
from gui.platform.icons import icon
from gui.platform.theme import theme_of
from gui.widgets.panes import Card


class Calendar(Card):
    """A month that closes when a day is picked."""

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

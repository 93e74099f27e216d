"""The five answers side by side: one click or one key sets a status (look.md section 4)."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.platform.strokes import focus_frame, frame
from gui.platform.theme import theme_of
from gui.widgets import status_mark
from gui.widgets.buttons import enter_presses
from gui.widgets.chip import key_cap_width, paint_key_cap
from gui.widgets.labels import set_tip
from models.vocabulary import Status
from resources import word

KEYS = {
    Status.MET: "1",
    Status.PARTLY_MET: "2",
    Status.NOT_MET: "3",
    Status.NOT_APPLICABLE: "4",
    Status.UNANSWERED: "0",
}
_MARK, _GAP, _CAP = 16, 6, 18
_FADED = 0.45
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class StatusGroup(QWidget):
    """Five segments 40 high; they lose their key caps, then letters, where room is short."""

    status_chosen = Signal(Status)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._segments = {status: _Segment(status, self._short(status), self) for status in KEYS}
        for segment in self._segments.values():
            self._group.addButton(segment)
        self._group.buttonClicked.connect(self._on_clicked)
        self.setFixedHeight(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("状态"))

    def show_status(self, status: Status | None) -> None:
        """Mark the status the item has; None marks nothing, as for several different ones."""
        self._group.setExclusive(False)
        for known, segment in self._segments.items():
            segment.setChecked(known is status)
        self._group.setExclusive(True)
        self.update()

    def segment(self, status: Status) -> QAbstractButton:
        """Give the button of one status."""
        return self._segments[status]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(sum(segment.width_of("short") for segment in self._segments.values()), 40)

    @override
    def sizeHint(self) -> QSize:
        return QSize(sum(segment.width_of("full") for segment in self._segments.values()), 40)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._move_focus(step)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outline, theme.raised)

    def _short(self, status: Status) -> str:
        return {
            Status.MET: self.tr("落实"),
            Status.PARTLY_MET: self.tr("部分"),
            Status.NOT_MET: self.tr("未落实"),
            Status.NOT_APPLICABLE: self.tr("不适用"),
            Status.UNANSWERED: self.tr("未填"),
        }[status]

    def _place(self) -> None:
        """Give every segment the room its form needs and an equal share of what is left."""
        form = self._form_that_fits()
        needs = [segment.width_of(form) for segment in self._segments.values()]
        share = (self.width() - sum(needs)) / len(needs)
        ends = [round(sum(needs[: number + 1]) + share * (number + 1)) for number in range(len(needs))]
        for segment, start, end in zip(self._segments.values(), [0, *ends], ends, strict=False):
            segment.show_form(form)
            segment.setGeometry(start, 0, end - start, self.height())

    def _form_that_fits(self) -> str:
        for form in ("full", "capless"):
            if sum(segment.width_of(form) for segment in self._segments.values()) <= self.width():
                return form
        return "short"

    def _move_focus(self, step: int) -> None:
        order = list(self._segments.values())
        here = next((number for number, segment in enumerate(order) if segment.hasFocus()), 0)
        order[(here + step) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self, button: QAbstractButton) -> None:
        assert isinstance(button, _Segment)
        self.status_chosen.emit(button.status)


class _Segment(QRadioButton):
    """One of the five: mark, word, key cap; a radio button to screen readers."""

    def __init__(self, status: Status, short: str, group: StatusGroup) -> None:
        super().__init__(group)
        self.status = status
        self._group = group
        self._words = {"full": word(status), "capless": word(status), "short": short}
        self._form = "full"
        self.setCheckable(True)
        self.setText(word(status))
        self.setAccessibleName(word(status))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def width_of(self, form: str) -> int:
        """Say how much room a form needs, bold as when chosen."""
        words = QFontMetrics(fonts.body(bold=True)).horizontalAdvance(self._words[form])
        cap = _GAP + _CAP if form == "full" else 0
        return _MARK + _GAP + words + cap + (20 if form == "full" else 12)

    def show_form(self, form: str) -> None:
        """Take the full, the capless or the short form."""
        self._form = form
        set_tip(self, "" if form == "full" else f"{word(self.status)}　{KEYS[self.status]}")
        self.update()

    @override
    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width_of(self._form), 40)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.width_of("short"), 40)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
        elif not enter_presses(self, event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter)
        self._paint_content(painter)
        if self.hasFocus() and not self.isChecked():
            focus_frame(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), theme_of(self).accent, 2)

    def _paint_ground(self, painter: QPainter) -> None:
        """Fill the segment and draw the group's outline over it, so that its corners stay round."""
        theme = theme_of(self)
        whole = QRectF(-self.x(), 0, self._group.width(), self.height())
        path = QPainterPath()
        path.addRoundedRect(whole, 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(path)
        if self.isChecked():
            painter.fillRect(self.rect(), theme.status_tint(self.status))
        elif self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), theme.hover)
        if self.x() > 0:
            painter.fillRect(0, 0, 1, self.height(), theme.line2)
        painter.setClipping(False)
        frame(painter, whole, theme.field, radius=4)
        if self.isChecked():
            inner = 1.0 if self.hasFocus() else 0.0
            frame(painter, QRectF(self.rect()), theme.status(self.status), radius=4, width=2 + inner)

    def _paint_content(self, painter: QPainter) -> None:
        theme, words = theme_of(self), self._words[self._form]
        painter.setOpacity(1 if self.isEnabled() or self.isChecked() else _FADED)
        painter.setFont(fonts.body(bold=self.isChecked()))
        width = painter.fontMetrics().horizontalAdvance(words)
        cap = key_cap_width(KEYS[self.status])
        total = _MARK + _GAP + width + (_GAP + cap if self._form == "full" else 0)
        x = round((self.width() - total) / 2)
        status_mark.paint(painter, QRectF(x, 12, _MARK, _MARK), self.status, theme)
        x += _MARK + _GAP
        painter.setPen(theme.status(self.status) if self.isChecked() else theme.ink)
        painter.drawText(QRectF(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        if self._form == "full":
            paint_key_cap(painter, QRectF(x + width + _GAP, 11, cap, _CAP), KEYS[self.status], theme)

"""A layout that fills one line after another; the last part may take what is left of its line."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class FlowLayout(QLayout):
    """Parts at their own width, left to right, line by line."""

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int = 8, last_grows: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap, self._last_grows = gap, line_gap, last_grows

    def put_before_last(self, part: QWidget) -> None:
        """Take a part in before the last one."""
        self.addWidget(part)
        self._items.insert(len(self._items) - 2, self._items.pop())

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem:
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        edges = self.contentsMargins()
        return self._place(QRect(0, 0, width - edges.left() - edges.right(), 0), is_trial=True)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(self.contentsRect(), is_trial=False)

    @override
    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        return QSize(sum(size.width() + self._gap for size in shown), max((s.height() for s in shown), default=0))

    @override
    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._items if not item.isEmpty()), default=0)
        return QSize(widest, 0)

    def _place(self, rect: QRect, *, is_trial: bool) -> int:
        """Lay the parts out, and say how high they stand."""
        top = rect.top()
        for line in self._lines(rect.width()):
            high = max(item.sizeHint().height() for item in line)
            if not is_trial:
                self._place_line(line, QRect(rect.left(), top, rect.width(), high))
            top += high + self._line_gap
        return max(top - self._line_gap - rect.top(), 0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            need = item.sizeHint().width()
            if not lines or used + self._gap + need > width:
                lines.append([])
                used = -self._gap
            lines[-1].append(item)
            used += self._gap + need
        return lines

    def _place_line(self, line: list[QLayoutItem], rect: QRect) -> None:
        left = rect.left()
        for item in line:
            size = item.sizeHint()
            grows = self._last_grows and item is self._items[-1]
            wide = rect.right() + 1 - left if grows else min(size.width(), rect.width())
            top = rect.top() if self._last_grows else rect.top() + (rect.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(left, top), QSize(wide, size.height())))
            left += wide + self._gap

"""A list of departments that drops down where items are chosen: type to narrow it, Enter takes the first."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.widgets.line_edit import LineEdit
from gui.widgets.panes import Card
from services.initials import initials

_WIDE, _ROW, _SHOWN = 240, 32, 9
_NAME = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Picker(Card):
    """Says which department was picked, "" for none; `new` says so of a name that is not there yet."""

    picked = Signal(str)
    new = Signal(str)

    def __init__(self, names: Sequence[str], over: QWidget) -> None:
        super().__init__("raised", "line2", radius=0, parent=over)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._names = tuple(names)
        self.search = LineEdit("", self.tr("科室名称或拼音首字母"), "search")
        self.list = QListWidget()
        self._lay_out()
        self.search.textChanged.connect(self._show)
        self.search.installEventFilter(self)
        self.list.itemClicked.connect(self._on_clicked)
        self._show("")

    def open_at(self, place: QPoint, typed: str = "") -> None:
        """Drop down at a place of the screen, with what was typed already."""
        room = (QGuiApplication.screenAt(place) or self.screen()).availableGeometry()
        self.show()
        corner = QPoint(room.right() + 1 - self.width(), room.bottom() + 1 - self.height())
        self.move(max(room.left(), min(place.x(), corner.x())), max(room.top(), min(place.y(), corner.y())))
        self.search.setFocus()
        self.search.setText(typed)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.setFixedWidth(_WIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.list.setFont(fonts.body())
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("科室"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _show(self, text: str) -> None:
        self.list.clear()
        typed = " ".join(text.split())
        for name in self._matching(typed):
            self._add(name, name)
        if typed and typed not in self._names and not typed.isascii():
            self._add(self.tr("新增“{name}”并分给它").replace("{name}", typed), typed)
        if not typed:
            self._add(self.tr("不分给哪个科室"), "")
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(_ROW * min(max(self.list.count(), 1), _SHOWN))
        self.adjustSize()

    def _matching(self, typed: str) -> list[str]:
        wanted = typed.casefold()
        starts = [name for name in self._names if name.startswith(typed) or initials(name).startswith(wanted)]
        others = [name for name in self._names if typed in name or wanted in initials(name)]
        return list(dict.fromkeys([*starts, *others]))

    def _add(self, words: str, name: str) -> None:
        item = QListWidgetItem(words)
        item.setData(_NAME, name)
        item.setSizeHint(QSize(0, _ROW))
        self.list.addItem(item)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._take(item)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        name = str(item.data(_NAME))
        self.close()
        (self.picked if not name or name in self._names else self.new).emit(name)

"""The middle of the review: the heading of a clause, its items, and what can be done with them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QWidget

from checklists.policy import CheckItem
from checklists.themes import theme_names
from gui.drafting.content import ClauseRow, DraftItemRow
from gui.drafting.item_bar import ItemBar
from gui.drafting.item_list import DraftItemList
from gui.platform.fonts import Role
from gui.widgets.buttons import Button, ToolButton
from gui.widgets.labels import ElidedLabel
from gui.widgets.panes import Pane, column_in, hrule
from models.vocabulary import Addressee, Modality
from resources import word


class ItemsPane(Pane):
    """Shows one clause at a time; every act has a button, a key and a place in the menu."""

    heading_wanted = Signal()
    merge_wanted = Signal()
    split_hint_wanted = Signal()
    drop_wanted = Signal()
    restore_wanted = Signal()
    move_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self._head = ElidedLabel("", Role.BODY_BOLD)
        self.rename = ToolButton("pen", self.tr("改条款的标题"))
        self.list = DraftItemList()
        self.bar = ItemBar()
        self._make_actions()
        self._lay_out()
        self.rename.clicked.connect(self.heading_wanted)
        self.list.customContextMenuRequested.connect(self._on_menu_wanted)

    def show_head(self, row: ClauseRow) -> None:
        """Say which clause this is."""
        self._head.setText(f"{row.number}　{row.heading}".strip())

    def show_chosen(self, items: Sequence[CheckItem], rows: Sequence[DraftItemRow]) -> None:
        """Offer what can be done with the chosen items."""
        kept = [row for row in rows if not row.is_dropped]
        self.bar.show_items(items)
        self.merge.setEnabled(bool(kept))
        self.write.setEnabled(len(kept) == 1 and len(rows) == 1)
        self.drop.setEnabled(bool(rows))
        self.restore.setEnabled(len(kept) < len(rows))
        for action in (self.up, self.down):
            action.setEnabled(len(rows) == 1)
        self._drop_button.setVisible(bool(kept) or not rows)
        self._restore_button.setVisible(not self._drop_button.isVisibleTo(self))
        self._show_enabled()

    def split(self) -> None:
        """Split at the cursor, or open the item so that a place can be shown."""
        if self.list.editor is not None:
            self.list.editor.split()
        else:
            self.list.write()
            self.split_hint_wanted.emit()

    def _make_actions(self) -> None:
        self.write = self._action(self.tr("改写"), "Return", self.list.write, is_shown_only=True)
        self.merge = self._action(self.tr("合并"), "Ctrl+J", self.merge_wanted.emit)
        self.part = self._action(self.tr("拆开"), "", self.split)
        self.drop = self._action(self.tr("删去"), "Delete", self.drop_wanted.emit)
        self.restore = self._action(self.tr("恢复"), "", self.restore_wanted.emit)
        self.up = self._action(self.tr("上移"), "Alt+Up", self._on_up)
        self.down = self._action(self.tr("下移"), "Alt+Down", self._on_down)

    def _action(self, words: str, key: str, do: Callable[[], object], *, is_shown_only: bool = False) -> QAction:
        action = QAction(words, self)
        if key:
            action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: do())
        if not is_shown_only:
            self.list.addAction(action)
        return action

    def show_low(self, is_low: bool) -> None:
        """Put heading and buttons into one row, where the room is for the items."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._top.setDirection(across if is_low else down)
        self._between.setVisible(not is_low)

    def _lay_out(self) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self._head, 1)
        row.addWidget(self.rename)
        self._between = hrule()
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._top.setSpacing(0)
        self._top.addWidget(head, 1)
        self._top.addWidget(self._between)
        self._top.addWidget(self._tools())
        column = column_in(self)
        column.addLayout(self._top)
        column.addWidget(hrule())
        column.addWidget(self.list, 1)
        column.addWidget(self.bar)

    def _tools(self) -> QWidget:
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(6)
        self._buttons: list[tuple[Button | ToolButton, QAction]] = []
        for action in (self.write, self.merge, self.part):
            row.addWidget(self._button(Button(action.text(), dense=True), action))
        self._drop_button = self._button(Button(self.drop.text(), dense=True), self.drop)
        self._restore_button = self._button(Button(self.restore.text(), dense=True), self.restore)
        self._restore_button.hide()
        row.addWidget(self._drop_button)
        row.addWidget(self._restore_button)
        row.addStretch()
        row.addWidget(self._button(ToolButton("up", self.tr("上移"), "Alt+Up"), self.up))
        row.addWidget(self._button(ToolButton("down", self.tr("下移"), "Alt+Down"), self.down))
        return tools

    def _button(self, button: Button | ToolButton, action: QAction) -> Button | ToolButton:
        """Let a button do what an action does, without taking the keyboard from the words being written."""
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(action.trigger)
        self._buttons.append((button, action))
        return button

    def _show_enabled(self) -> None:
        self.part.setEnabled(self.write.isEnabled())
        for button, action in self._buttons:
            button.setEnabled(action.isEnabled())

    def menu(self) -> QMenu:
        """Make the menu of what can be done with the chosen items."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.write, self.merge, self.part])
        menu.addActions([self.restore if self._drop_button.isHidden() else self.drop, self.up, self.down])
        menu.addSeparator()
        self._add_choices(menu)
        return menu

    def _on_menu_wanted(self, place: QPoint) -> None:
        self.menu().popup(self.list.viewport().mapToGlobal(place))

    def _add_choices(self, menu: QMenu) -> None:
        for addressee in Addressee:
            self._choice(self._sub(menu, self.tr("责任主体")), word(addressee), self.bar.addressee_chosen, addressee)
        for modality in Modality:
            self._choice(self._sub(menu, self.tr("要求力度")), word(modality), self.bar.modality_chosen, modality)
        for slug, name in theme_names().items():
            self._choice(self._sub(menu, self.tr("主题")), name, self.bar.theme_chosen, slug)

    def _sub(self, menu: QMenu, title: str) -> QMenu:
        found = next((one for one in menu.findChildren(QMenu) if one.title() == title), None)
        return found or menu.addMenu(title)

    def _choice(self, menu: QMenu, words: str, wish: SignalInstance, value: object) -> None:
        menu.addAction(words).triggered.connect(lambda: wish.emit(value))

    def _on_up(self) -> None:
        self.move_wanted.emit(-1)

    def _on_down(self) -> None:
        self.move_wanted.emit(1)

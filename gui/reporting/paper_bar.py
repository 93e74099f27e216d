"""The tools above the paper: page, zoom, one page or two, search."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget
from typing_extensions import override

from gui.platform.fonts import Role
from gui.widgets.buttons import ToolButton
from gui.widgets.labels import plain_label
from gui.widgets.line_edit import LineEdit
from gui.widgets.panes import Pane, vrule


class PaperBar(Pane):
    """Wishes about how the pages are shown."""

    page_wanted = Signal(int)
    step_wanted = Signal(int)
    zoom_in_wanted = Signal()
    zoom_out_wanted = Signal()
    fit_wanted = Signal()
    facing_chosen = Signal(bool)
    search_wanted = Signal(str)
    next_hit_wanted = Signal(int)
    options_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self.setFixedHeight(44)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(8)
        self._build_options()
        self._build_page()
        self._row.addWidget(vrule(20))
        self._build_zoom()
        self._row.addWidget(vrule(20))
        self._build_facing()
        self._row.addStretch(1)
        self._build_search()

    def show_page(self, page: int, count: int) -> None:
        """Say which page is in view, counted from 0."""
        if not self._page.hasFocus():
            self._page.setText(str(page + 1) if count else "")
        self._page_check.setTop(max(count, 1))
        self._count.setText(self.tr("共 {count} 页").format(count=count))

    def show_zoom(self, percent: int | None) -> None:
        """Say how large pages are shown."""
        self._zoom.setText(self.tr("合适大小") if percent is None else f"{percent}%")

    def show_facing(self, is_facing: bool) -> None:
        """Say how many pages lie side by side."""
        with QSignalBlocker(self._two):
            (self._two if is_facing else self._one).setChecked(True)

    def show_hits(self, sentence: str) -> None:
        """Say what a search found."""
        self._found.setText(sentence)

    def look_for(self, word: str) -> None:
        """Put a word into the field, as typing it does."""
        self._search.setText(word)

    @property
    def sought(self) -> str:
        """Give the word being looked for."""
        return self._search.text()

    @property
    def zoom(self) -> str:
        """Give the words that say how large pages are shown."""
        return self._zoom.text()

    @property
    def found(self) -> str:
        """Give the words that say what a search found."""
        return self._found.text()

    def show_options_button(self, is_needed: bool) -> None:
        """Offer the options where there is no room for them; the zoom's words make room for the button."""
        self._options.setVisible(is_needed)
        self._zoom.setVisible(not is_needed)

    def focus_search(self) -> None:
        """Let the user type what to find."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _build_options(self) -> None:
        self._options = self._tool("sliders", self.tr("打印选项"))
        self._options.clicked.connect(self.options_wanted)
        self._options.hide()

    def _build_page(self) -> None:
        self._tool("up", self.tr("上一页"), "PgUp").clicked.connect(self._on_back)
        self._tool("down", self.tr("下一页"), "PgDown").clicked.connect(self._on_on)
        self._page = LineEdit("")
        self._page.setFixedWidth(48)
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page.setAccessibleName(self.tr("页码"))
        self._page_check = QIntValidator(1, 1, self._page)
        self._page.setValidator(self._page_check)
        self._page.returnPressed.connect(self._on_page_typed)
        self._row.addWidget(self._page)
        self._count = plain_label("", Role.SMALL, "ink2")
        self._row.addWidget(self._count)

    def _build_zoom(self) -> None:
        self._tool("minus", self.tr("缩小"), "Ctrl+-").clicked.connect(self.zoom_out_wanted)
        self._zoom = plain_label(self.tr("合适大小"), Role.SMALL, "ink2")
        self._zoom.setMinimumWidth(56)
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row.addWidget(self._zoom)
        self._tool("plus", self.tr("放大"), "Ctrl++").clicked.connect(self.zoom_in_wanted)
        self._tool("target", self.tr("合适大小"), "Ctrl+0").clicked.connect(self.fit_wanted)

    def _build_facing(self) -> None:
        self._one = self._tool("page", self.tr("单页"))
        self._two = self._tool("pages", self.tr("双页"))
        self._sides = QButtonGroup(self)
        for tool in (self._one, self._two):
            tool.setCheckable(True)
            self._sides.addButton(tool)
        self._two.setChecked(True)
        self._two.toggled.connect(self.facing_chosen)

    def _build_search(self) -> None:
        self._found = plain_label("", Role.META, "ink3")
        self._row.addWidget(self._found)
        self._search = _SearchEdit("", self.tr("找字"), "search")
        self._search.setMinimumWidth(88)
        self._search.setMaximumWidth(184)
        self._search.setAccessibleName(self.tr("在报告里找"))
        self._search.textChanged.connect(self.search_wanted)
        self._search.step_wanted.connect(self.next_hit_wanted)
        self._row.addWidget(self._search, 4)

    def _tool(self, icon_name: str, name: str, key: str = "") -> ToolButton:
        tool = ToolButton(icon_name, name, key)
        self._row.addWidget(tool)
        return tool

    def _on_back(self) -> None:
        self.step_wanted.emit(-1)

    def _on_on(self) -> None:
        self.step_wanted.emit(1)

    def _on_page_typed(self) -> None:
        self.page_wanted.emit(int(self._page.text()) - 1)


class _SearchEdit(LineEdit):
    """Enter goes on to the next place, with Shift to the one before; Esc takes the word away."""

    step_wanted = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

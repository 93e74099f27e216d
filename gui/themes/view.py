"""The comparison screen: themes at the left, the chosen one across the cities at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QStackedWidget, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.platform.fonts import Role
from gui.themes.comparison_pane import ComparisonPane
from gui.themes.content import Comparison, ThemeLine
from gui.themes.narrowing import Narrowing
from gui.themes.theme_list import ThemePane
from gui.widgets.buttons import Button, ToolButton
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import plain_label, set_tip
from gui.widgets.line_edit import LineEdit
from gui.widgets.panes import hrule, vrule
from gui.widgets.screen import Screen, top_bar
from gui.widgets.toast import Toast

_SEARCH = (200, 260)
_WIDE_FROM, _LOW_BELOW = 1180, 680
_LIST, _NARROW_LIST = 292, 212


class ThemesView(Screen):
    """It opens on the first theme; searching and filtering leave out themes that have nothing left."""

    home_wanted = Signal()
    theme_chosen = Signal(str)
    narrowing_wanted = Signal(Narrowing)
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self.home = ToolButton("home", self.tr("回到开始页"), "Alt+Home")
        self.search = LineEdit("", self.tr("搜索要点和指标"), "search")
        self.only_school = QCheckBox(self.tr("只看本校与共同责任"))
        self.copy = Button(self.tr("复制"), "copy")
        self.pane, self.comparison = ThemePane(), ComparisonPane()
        self._nothing = EmptyState("search", "", "")
        self._pages = QStackedWidget()
        self._motto = plain_label(self.tr("同一件事，各地怎么要求"), Role.SMALL, "ink3")
        self._toast = Toast(self.comparison)
        self._build()
        self._connect()
        self.begin_at(self.pane.themes, self.search)

    def show_themes(self, lines: Sequence[ThemeLine], chosen: str) -> None:
        """List themes with one of them chosen."""
        self.pane.show_lines(lines, chosen)

    def show_comparison(self, shown: Comparison, words: Sequence[str] = ()) -> None:
        """Show the chosen theme, words looked for lit."""
        self.comparison.show_comparison(shown, words)
        self._pages.setCurrentWidget(self.comparison)
        self.copy.setEnabled(True)

    def show_nothing(self, text: str) -> None:
        """Say that nothing was found."""
        sentence = self.tr("五份清单里都没有写到“{text}”的要点。").replace("{text}", text)
        self._nothing.show_words(sentence, self.tr("换个词，或按 Esc 看全部。"))
        self._pages.setCurrentWidget(self._nothing)
        self.copy.setEnabled(False)

    def show_narrowing(self, wanted: Narrowing) -> None:
        """Show what is looked for, without looking for it again."""
        with QSignalBlocker(self.search), QSignalBlocker(self.only_school):
            if self.search.text().strip() != wanted.text:
                self.search.setText(wanted.text)
            self.only_school.setChecked(wanted.only_school)

    def say(self, text: str) -> None:
        """Say what was done."""
        self._toast.say(text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size())

    def _fit(self, size: QSize) -> None:
        is_wide = size.width() >= _WIDE_FROM
        self.pane.setFixedWidth(_LIST if is_wide else _NARROW_LIST)
        self.pane.show_room(is_dense=not is_wide, is_low=size.height() < _LOW_BELOW)
        self.search.setFixedWidth(_SEARCH[is_wide])
        self._motto.setVisible(is_wide)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self._build_bar(), 0, 0, 1, 3)
        grid.addWidget(hrule(), 1, 0, 1, 3)
        grid.addWidget(self.pane, 2, 0)
        grid.addWidget(vrule(), 2, 1)
        grid.addWidget(self._pages, 2, 2)
        grid.setColumnStretch(2, 1)
        self._pages.addWidget(self.comparison)
        self._pages.addWidget(self._nothing)

    def _build_bar(self) -> QWidget:
        self.only_school.setFont(fonts.small())
        self.search.setAccessibleName(self.tr("搜索"))
        set_tip(self.copy, self.tr("把这一主题复制成文字　Ctrl+Shift+C"))
        title = plain_label(self.tr("五市对照"), Role.BODY_BOLD)
        return top_bar((self.home, title, self._motto), (self.only_school, self.search, self.copy))

    def _connect(self) -> None:
        self.home.clicked.connect(self.home_wanted)
        self.pane.themes.chosen.connect(self.theme_chosen)
        self.search.textChanged.connect(self._on_narrowed)
        self.search.returnPressed.connect(self.pane.themes.setFocus)
        self.only_school.toggled.connect(self._on_narrowed)
        self.copy.clicked.connect(self.copy_wanted)
        self.on_keys("Esc", self._on_escape)
        self.on_keys("Ctrl+F", self._on_find)
        self.on_keys("Ctrl+Shift+C", self.copy.click)

    def _on_narrowed(self) -> None:
        self.narrowing_wanted.emit(Narrowing(self.search.text().strip(), self.only_school.isChecked()))

    def _on_find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _on_escape(self) -> None:
        if self.search.text():
            self.search.clear()
            self.pane.themes.setFocus()
        else:
            self.home_wanted.emit()

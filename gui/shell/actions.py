"""What can be asked for from anywhere in the window: one action each, with its key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from gui.platform.icons import icon
from gui.platform.theme import ThemeChoice, theme_of

_ICONS = {
    "home": "home",
    "new": "plus",
    "drafting": "file",
    "print": "printer",
    "search": "search",
    "undo": "undo",
    "redo": "redo",
    "base": "chart",
    "school": "school",
    "division": "dept",
    "quality": "tick",
    "cycles": "clock",
    "next_year": "calendar",
    "compare": "pages",
    "archive": "box",
    "fingerprint": "stamp",
    "backup": "save",
    "keys": "keys",
    "about": "info",
}

_TOOLS = (
    *("quality", "cycles", "next_year", ""),
    *("division", "base", "school", ""),
    *("compare", "archive", "fingerprint", "backup"),
)
"""What is checked and compared, what an assessment rests on, what is kept; a line between them."""
_OF_ASSESSMENT = (
    *("home", "print", "undo", "redo", "quality", "cycles", "next_year"),
    *("division", "base", "school", "archive"),
)
_WRITING = ("new", "drafting", "next_year", "backup")


class Actions(QObject):
    """Every action of the window by name, and the menus that offer them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._by_name: dict[str, QAction] = {}
        self._withheld: frozenset[str] = frozenset()
        self._themes = QActionGroup(self)
        self._themes_by_choice: dict[ThemeChoice, QAction] = {}
        self._make_all()
        self._make_themes()

    def __getitem__(self, name: str) -> QAction:
        """Give an action by its name."""
        return self._by_name[name]

    def on_theme(self, hear: Callable[[ThemeChoice], None]) -> None:
        """Have a choice of theme heard."""

        def hear_action(action: QAction) -> None:
            hear(ThemeChoice(action.data()))

        self._themes.triggered.connect(hear_action)

    def show_theme(self, choice: ThemeChoice) -> None:
        """Tick the theme asked for."""
        self._themes_by_choice[choice].setChecked(True)

    def enable_for_assessment(self, is_open: bool) -> None:
        """Offer what needs an open assessment only when there is one."""
        for name in _OF_ASSESSMENT:
            self._by_name[name].setEnabled(is_open and name not in self._withheld)

    def withhold_writing(self) -> None:
        """Offer what writes no more."""
        self._withheld = frozenset(_WRITING)
        for name in _WRITING:
            self._by_name[name].setEnabled(False)

    def more_menu(self, parent: QWidget) -> QMenu:
        """Make the menu behind the three dots."""
        menu = QMenu(parent)
        self._fill(menu, ("search", "", *_TOOLS, "", "keys", "about"))
        menu.insertMenu(self._by_name["keys"], self._theme_menu(menu, self.tr("配色")))
        menu.aboutToShow.connect(self._tint)
        return menu

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """Fill the bar that Alt shows."""
        groups = {
            self.tr("自评(&P)"): ("new", "drafting", "home", "", "print", "", "quit"),
            self.tr("编辑(&E)"): ("undo", "redo", "search"),
            self.tr("工具(&T)"): _TOOLS,
            self.tr("帮助(&H)"): ("keys", "about"),
        }
        for title, names in groups.items():
            self._fill(bar.addMenu(title), names)
        bar.insertMenu(bar.actions()[-1], self._theme_menu(bar, self.tr("配色(&C)")))

    def _make_all(self) -> None:
        self._make("new", self.tr("新建自评"), "Ctrl+N")
        self._make("drafting", self.tr("从文件新建清单"))
        self._make("home", self.tr("回到开始页"), "Alt+Home")
        self._make("print", self.tr("看报告和打印"), "Ctrl+P")
        self._make("undo", self.tr("撤销"), "Ctrl+Z")
        self._make("redo", self.tr("重做"), "Ctrl+Y", "Ctrl+Shift+Z")
        self._make("search", self.tr("找遍各年"), "Ctrl+Shift+F")
        self._make("base", self.tr("基础数据"))
        self._make("school", self.tr("学校资料"))
        self._make("division", self.tr("分工和任务单"), "Ctrl+D")
        self._make("quality", self.tr("交前质检"), "F7")
        self._make("cycles", self.tr("与上年对比"))
        self._make("next_year", self.tr("开新一年"))
        self._make("archive", self.tr("归档"))
        self._make("compare", self.tr("修订对照"))
        self._make("fingerprint", self.tr("核对指纹"))
        self._make("backup", self.tr("备份"))
        self._make("keys", self.tr("按键表"), "F1")
        self._make("about", self.tr("关于职评簿"))
        self._make("quit", self.tr("退出"), "Ctrl+Q")

    def _make(self, name: str, words: str, *keys: str) -> None:
        action = QAction(words, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._window.addAction(action)
        self._by_name[name] = action

    def _make_themes(self) -> None:
        words = {
            ThemeChoice.LIGHT: self.tr("浅色"),
            ThemeChoice.DARK: self.tr("深色"),
            ThemeChoice.SYSTEM: self.tr("跟随系统"),
        }
        for choice, text in words.items():
            action = QAction(text, self, checkable=True)
            action.setData(choice.value)
            self._themes.addAction(action)
            self._themes_by_choice[choice] = action

    def _theme_menu(self, parent: QWidget, title: str) -> QMenu:
        menu = QMenu(title, parent)
        menu.addActions(self._themes.actions())
        return menu

    def _fill(self, menu: QMenu, names: Sequence[str]) -> None:
        for name in names:
            if name:
                menu.addAction(self._by_name[name])
            else:
                menu.addSeparator()

    def _tint(self) -> None:
        theme = theme_of(self._window)
        for name, icon_name in _ICONS.items():
            self._by_name[name].setIcon(icon(icon_name, theme, size=16))

"""The main window: a start page, and one open assessment under its toolbar."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from typing_extensions import override

from gui.platform.desk_settings import DeskSettings
from gui.platform.theme import ThemeChoice
from gui.shell.opening import Opening
from gui.shell.tabs import OFF_BAR, Tab, tab_words

if TYPE_CHECKING:
    from gui.shell.whole import Whole
    from gui.widgets.save_state import SaveState

LEAST = QSize(960, 520)
FIRST = QSize(1440, 900)
_ASSESSMENT = 1
WISHES = (
    *("home", "new", "drafting", "undo", "redo", "search"),
    *("school", "division", "base", "quality", "cycles", "next_year"),
    *("compare", "archive", "fingerprint", "backup"),
)
"""Actions that do nothing but wish: each is passed on by the signal `…_wanted` of its name."""


class MainWindow(QMainWindow):
    """Holds ready-made screens and speaks in wishes; it knows no service.

    It can be shown as soon as it is made. The start page is let in once that has been painted, and only when it, too,
    stands before the eyes is the window furnished: its parts are imported when they are needed.
    """

    home_wanted = Signal()
    new_wanted = Signal()
    drafting_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    retry_wanted = Signal()
    school_wanted = Signal()
    division_wanted = Signal()
    quality_wanted = Signal()
    cycles_wanted = Signal()
    next_year_wanted = Signal()
    base_wanted = Signal()
    print_wanted = Signal()
    backup_wanted = Signal()
    search_wanted = Signal()
    changes_wanted = Signal()
    archive_wanted = Signal()
    compare_wanted = Signal()
    fingerprint_wanted = Signal()
    tab_chosen = Signal(Tab)
    theme_chosen = Signal(ThemeChoice)
    closing = Signal()

    def __init__(self, desk: DeskSettings, *, version: str = "", workspace: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._version, self._workspace = version, workspace
        self._may_close: Callable[[], bool] = lambda: True
        self._screens: dict[Tab, QWidget] = {}
        self.setMinimumSize(LEAST)
        self.setWindowTitle(self.tr("职评簿"))
        self.setCentralWidget(Opening())
        self._restore()

    def furnish(self) -> None:
        """Put the menus and, under the toolbar, the places for screens into the window."""
        from gui.shell.actions import Actions
        from gui.shell.toolbar import Toolbar
        from gui.widgets.notice import Notice

        self._actions = Actions(self)
        self._toolbar = Toolbar()
        self._notice = Notice(self.tr("看看改了什么"))
        self._tabs = QStackedWidget()
        self._lay_out()
        self._connect()
        self.show_theme(self._desk.desk.theme)
        self._actions.enable_for_assessment(False)

    @property
    def save_state(self) -> "SaveState":
        """Give the place that says whether the last words are safe."""
        return self._toolbar.save_state

    def add_start(self, screen: QWidget) -> None:
        """Let the start page in, in front."""
        if self._pages.indexOf(screen) < 0:
            self._pages.insertWidget(0, screen)
        self._pages.setCurrentIndex(0)
        self.setCentralWidget(self._whole)
        self._give_keyboard(screen)

    def add_tab(self, tab: Tab, screen: QWidget) -> None:
        """Take a screen of the open assessment in; tabs stand in the order they come."""
        self._screens[tab] = screen
        self._tabs.addWidget(screen)
        if tab in OFF_BAR:
            return
        self._toolbar.add_tab(tab, tab_words(tab))
        shortcut = QShortcut(QKeySequence(f"Ctrl+{len(self._screens)}"), self)
        shortcut.activated.connect(lambda: self._choose_tab(tab))

    def show_page(self, screen: QWidget, title: str) -> None:
        """Show a screen of its own, beside the start page and the open assessment."""
        if self._pages.indexOf(screen) < 0:
            self._pages.addWidget(screen)
        self._pages.setCurrentWidget(screen)
        self._give_keyboard(screen)
        self._actions.enable_for_assessment(False)
        self._actions["home"].setEnabled(True)
        self.setWindowTitle(self.tr("{title} — 职评簿").replace("{title}", title))

    def show_start(self) -> None:
        """Show the start page."""
        self._pages.setCurrentIndex(0)
        self._give_keyboard(self._pages.currentWidget())
        self._actions.enable_for_assessment(False)
        self.setWindowTitle(self.tr("职评簿"))

    def show_assessment(self, *, school: str, subject: str, title: str, tab: Tab = Tab.CHECKLIST) -> None:
        """Show an open assessment: school and subject in the toolbar, the title on the window's frame."""
        self._toolbar.show_title(school, subject)
        self._actions.enable_for_assessment(True)
        self.set_undo(None)
        self.set_redo(None)
        self.setWindowTitle(self.tr("{title}[*] — 职评簿").replace("{title}", title))
        self._pages.setCurrentIndex(_ASSESSMENT)
        self.show_tab(tab)

    def show_edition(self, said: str) -> None:
        """Say beside the subject which edition of the open assessment holds, "" where none does."""
        self._toolbar.show_edition(said)

    def show_tab(self, tab: Tab) -> None:
        """Show a screen of the open assessment."""
        self._tabs.setCurrentWidget(self._screens[tab])
        self._toolbar.show_tab(tab)
        self._screens[tab].setFocus()

    @property
    def current_tab(self) -> Tab | None:
        """Name the screen of the open assessment in view; None on every other page."""
        if self._pages.currentIndex() != _ASSESSMENT:
            return None
        return next(tab for tab, screen in self._screens.items() if screen is self._tabs.currentWidget())

    def set_undo(self, what: str | None) -> None:
        """Say what 撤销 would take back; None when there is nothing."""
        self._actions["undo"].setEnabled(what is not None)
        self._toolbar.undo.name_it(_with(self.tr("撤销"), what), "Ctrl+Z")

    def set_redo(self, what: str | None) -> None:
        """Say what 重做 would bring back; None when there is nothing."""
        self._actions["redo"].setEnabled(what is not None)
        self._toolbar.redo.name_it(_with(self.tr("重做"), what), "Ctrl+Y")

    def show_theme(self, choice: ThemeChoice) -> None:
        """Tick the theme asked for in the menus."""
        self._actions.show_theme(choice)

    def show_problem(self, sentence: str) -> None:
        """Say below the toolbar what could not be done; nothing takes it away."""
        self._whole.say(sentence)

    @property
    def problem(self) -> str:
        """Give the sentence shown below the frame."""
        return self._whole.sentence

    def keep_to_reading(self, why: str) -> None:
        """Say on every page, for good, why nothing can be written, and offer nothing that would."""
        self._whole.mark(why)
        self._actions.withhold_writing()

    def show_notice(self, sentence: str) -> None:
        """Say over the open assessment what waits to be looked at."""
        self._notice.say(sentence)

    @property
    def notice(self) -> str:
        """Give what is said over the open assessment."""
        return self._notice.sentence

    def show_keys(self) -> None:
        """Show the sheet of keys."""
        from gui.shell import dialogs

        dialogs.keys_sheet(self).open()

    def show_about(self) -> None:
        """Say what this is."""
        from gui.shell import dialogs

        dialogs.about(self._version, self._workspace, self).open()

    def show_trouble(self, report: str) -> None:
        """Show a bug of ours, to be copied."""
        from gui.shell import dialogs

        dialogs.trouble(report, self).exec()

    def come_forward(self) -> None:
        """Be the window in front, also when minimised."""
        self.setWindowState(self.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def ask_before_closing(self, may_close: Callable[[], bool]) -> None:
        """Have somebody asked, after all fields were left, whether the window may close."""
        self._may_close = may_close

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if focused := self.focusWidget():
            focused.clearFocus()
        if not self._may_close():
            event.ignore()
            return
        self._desk.keep(geometry=bytes(self.saveGeometry().data()))
        self.closing.emit()
        super().closeEvent(event)

    @cached_property
    def _pages(self) -> QStackedWidget:
        return QStackedWidget()

    @cached_property
    def _whole(self) -> "Whole":
        from gui.shell.whole import Whole

        return Whole(self._pages)

    def _lay_out(self) -> None:
        from gui.shell.menu_key import MenuKey
        from gui.shell.whole import Stacked

        self._pages.insertWidget(_ASSESSMENT, Stacked(self._toolbar, self._notice, self._tabs))
        self._actions.fill_menu_bar(self.menuBar())
        self.menuBar().hide()
        MenuKey(self)

    def _connect(self) -> None:
        for name in WISHES:
            self._actions[name].triggered.connect(getattr(self, f"{name}_wanted"))
        self._notice.wanted.connect(self.changes_wanted)
        self._actions["print"].triggered.connect(self._on_print)
        self._actions["keys"].triggered.connect(self.show_keys)
        self._actions["about"].triggered.connect(self.show_about)
        self._actions["quit"].triggered.connect(self.close)
        self._actions.on_theme(self.theme_chosen.emit)
        self._connect_toolbar()

    def _connect_toolbar(self) -> None:
        more = self._actions.more_menu(self)
        self._toolbar.offer(self._toolbar.undo, self._actions["undo"])
        self._toolbar.offer(self._toolbar.redo, self._actions["redo"])
        self._toolbar.home_wanted.connect(self.home_wanted)
        self._toolbar.tab_chosen.connect(self._choose_tab)
        self._toolbar.more.clicked.connect(lambda: self._toolbar.open_menu(more))
        self.save_state.retry_wanted.connect(self.retry_wanted)

    def _restore(self) -> None:
        if self._desk.desk.geometry and self.restoreGeometry(QByteArray(self._desk.desk.geometry)):
            return
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(FIRST.boundedTo(room))

    def _choose_tab(self, tab: Tab) -> None:
        if self._pages.currentIndex() != _ASSESSMENT:
            return
        self.show_tab(tab)
        self.tab_chosen.emit(tab)

    def _give_keyboard(self, screen: QWidget) -> None:
        from gui.widgets.screen import Screen

        take = screen.take_keyboard if isinstance(screen, Screen) else screen.setFocus
        take()

    def _on_print(self) -> None:
        """Go to the report; where it is in view already, print it."""
        if self.current_tab is Tab.REPORT:
            self.print_wanted.emit()
        elif Tab.REPORT in self._screens:
            self._choose_tab(Tab.REPORT)


def _with(verb: str, what: str | None) -> str:
    return f"{verb}：{what}" if what else verb

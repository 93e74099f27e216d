"""The bar over an open assessment: where one is, what is saved, what can be taken back."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QTabBar, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.platform.fonts import Role
from gui.platform.theme import theme_of
from gui.shell.tabs import OFF_BAR, Tab
from gui.widgets.buttons import ToolButton
from gui.widgets.labels import ElidedLabel
from gui.widgets.panes import Pane, vrule
from gui.widgets.save_state import SaveState

HEIGHT = 48


class Toolbar(Pane):
    """Home, school, policy and year, tabs, save state, undo, redo, more."""

    home_wanted = Signal()
    tab_chosen = Signal(Tab)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self.setFixedHeight(HEIGHT)
        self.save_state = SaveState()
        self.home = ToolButton("home", self.tr("回到开始页"), "Alt+Home")
        self.undo = ToolButton("undo", self.tr("撤销"), "Ctrl+Z")
        self.redo = ToolButton("redo", self.tr("重做"), "Ctrl+Y")
        self.more = ToolButton("more", self.tr("更多"))
        self._school = _shrinking(ElidedLabel("", Role.BODY_BOLD))
        self._subject = _shrinking(ElidedLabel("", Role.SMALL, "ink3"))
        self._what = ""
        self._tabs = self._build_tabs()
        self._keys: list[Tab] = []
        self._lay_out()
        self.home.clicked.connect(self.home_wanted)
        self._tabs.currentChanged.connect(self._on_current_changed)
        self._tabs.tabBarClicked.connect(self._on_clicked)

    def show_title(self, school: str, subject: str) -> None:
        """Say whose assessment it is, and of what."""
        self._school.setText(school)
        self._what = subject
        self._subject.setText(subject)

    def show_edition(self, said: str) -> None:
        """Say quietly after the subject which edition holds."""
        self._subject.setText(f"{self._what} · {said}" if said else self._what)

    def add_tab(self, tab: Tab, words: str) -> None:
        """Offer a screen."""
        self._keys.append(tab)
        blocked = self._tabs.blockSignals(True)
        self._tabs.addTab(words)
        self._tabs.updateGeometry()  # QTabBar forgets to while it is hidden
        self._tabs.blockSignals(blocked)

    def show_tab(self, tab: Tab) -> None:
        """Mark the screen in view, or the one it belongs to, without saying that it was chosen."""
        blocked = self._tabs.blockSignals(True)
        self._tabs.setCurrentIndex(self._keys.index(OFF_BAR.get(tab, tab)))
        self._tabs.blockSignals(blocked)

    def offer(self, tool: ToolButton, action: QAction) -> None:
        """Let a tool press an action, and be dim when the action is."""
        tool.clicked.connect(action.trigger)
        action.enabledChanged.connect(tool.setEnabled)
        tool.setEnabled(action.isEnabled())

    def open_menu(self, menu: QMenu) -> None:
        """Drop a menu from the three dots, its right edge under theirs."""
        corner = self.more.mapToGlobal(self.more.rect().bottomRight())
        menu.popup(QPoint(corner.x() - menu.sizeHint().width(), corner.y() + 4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(0, HEIGHT - 1, self.width(), 1, theme_of(self).line)

    def _build_tabs(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setUsesScrollButtons(False)
        tabs.setFont(fonts.body(bold=True))
        tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tabs.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        tabs.setAccessibleName(self.tr("页面"))
        return tabs

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(0)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self.home, 0, middle)
        row.addSpacing(8)
        row.addWidget(vrule(20), 0, middle)
        row.addSpacing(12)
        row.addWidget(self._school)
        row.addSpacing(12)
        row.addWidget(self._subject)
        row.addSpacing(20)
        row.addWidget(self._tabs)
        row.addStretch(1)
        row.addWidget(self.save_state, 0, middle)
        for tool in (self.undo, self.redo, self.more):
            row.addWidget(tool, 0, middle)

    def _on_current_changed(self, index: int) -> None:
        self.tab_chosen.emit(self._keys[index])

    def _on_clicked(self, index: int) -> None:
        """Lead back from a screen that has no tab to the one whose tab is marked."""
        if index >= 0 and index == self._tabs.currentIndex():
            self.tab_chosen.emit(self._keys[index])


def _shrinking(label: ElidedLabel) -> ElidedLabel:
    """Let a label take what it needs and no more, and give way where room is short."""
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    return label

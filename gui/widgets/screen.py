"""A screen of the window: where the keyboard begins in it, its keys, its bar, the order in which Tab leads through."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from gui.widgets.panes import Pane

Act = Callable[[], object] | SignalInstance
_BAR = 48


class Screen(Pane):
    """Hands the keyboard on to the part where work begins.

    A focus proxy would do so too, but Qt takes a screen for its proxy: Tab would pass over all that stands before it.
    """

    def __init__(self, ground: str = "ground", parent: QWidget | None = None) -> None:
        super().__init__(ground, parent)
        self._beginnings: tuple[QWidget, ...] = ()

    def begin_at(self, *parts: QWidget) -> None:
        """Name the parts where work begins: the first that is there gets the keyboard."""
        self._beginnings = parts

    def on_keys(self, keys: QKeySequence.StandardKey | str, act: Act) -> None:
        """Have keys do something wherever in the screen the keyboard is."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def take_keyboard(self) -> None:
        """Give the keyboard to the part where work begins; keep it while none is there yet."""
        (self._begin() or self).setFocus()

    def _begin(self) -> QWidget | None:
        return next((part for part in self._beginnings if part.isVisibleTo(self) and part.isEnabled()), None)


def top_bar(lead: Iterable[QWidget], acts: Iterable[QWidget], *, between: QWidget | None = None) -> QWidget:
    """Lay the bar over a screen: what leads back and says where one is, at its right what can be done there.

    What stands `between` takes all the room that is left.
    """
    bar = QWidget()
    bar.setFixedHeight(_BAR)
    row = QHBoxLayout(bar)
    row.setContentsMargins(12, 0, 16, 0)
    row.setSpacing(12)
    for part in lead:
        row.addWidget(part)
    if between is None:
        row.addStretch(1)
    else:
        row.addWidget(between, 1)
    for act in acts:
        row.addWidget(act)
    return bar


def lead_tab(parts: Iterable[QWidget]) -> None:
    """Let Tab lead through parts in this order, in each as it was built; all must stand in one window already."""
    stops = [stop for part in parts for stop in stops_in(part)]
    aside = [stop for stop in stops if stop.focusPolicy() is Qt.FocusPolicy.NoFocus]
    for stop in aside:
        stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt leaves alone what takes no keyboard now
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
    for stop in aside:
        stop.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def stops_in(part: QWidget) -> Iterator[QWidget]:
    """Give what takes the keyboard in a part, now or later: Qt orders single widgets, not what holds some."""
    for one in (part, *part.findChildren(QWidget)):
        takes_tab = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) or isinstance(one, QAbstractButton)
        is_own = one.focusProxy() is None and one.window() is part.window()  # not what a combo box drops down
        if takes_tab and is_own:
            yield one

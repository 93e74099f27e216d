"""What the sitting asks of every room, and what every room is given."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, SignalInstance

from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from gui.shell.places import Place
from gui.shell.tabs import Tab
from gui.widgets.screen import Screen
from models.vocabulary import AssessmentId, ItemKey
from services.trail.changes import Change
from services.trail.history import History
from services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RoomServices:
    """What the rooms of one assessment share; `item_in_hand` names the checklist's item."""

    assessment: AssessmentId
    workspace: Workspace
    history: History
    bus: ChangeBus
    jobs: Jobs
    settings: DeskSettings
    now: Callable[[], datetime]
    item_in_hand: Callable[[], ItemKey | None]

    def take_in(self, changes: tuple[Change, ...]) -> None:
        """Make what was changed in this assessment beside its answers an undo step and news."""
        for change in changes:
            if change.assessment == self.assessment:
                self.history.add(change)
                self.bus.changed.emit(change)

    def today(self) -> date:
        """Give the day it is."""
        return self.now().date()


class Room(QObject):
    """One screen of an open assessment; a room says only what is not as here."""

    place_wanted = Signal(object)
    reload_wanted = Signal()
    undo_wanted = Signal()
    saving = Signal()
    saved = Signal(object)
    failed = Signal(str)

    def __init__(self, view: Screen) -> None:
        super().__init__()
        self.view = view

    def come(self) -> None:
        """Get ready to be seen."""

    def go(self, place: Place) -> None:
        """Show what the place names; called after `come`."""

    def flush(self) -> bool:
        """Write what is typed; say whether nothing is left unsaved."""
        return True

    def unsaved_sentence(self) -> str:
        """Write what is typed, and name what could not be; "" where nothing is left unsaved."""
        return "" if self.flush() else self.tr("最后写的一处还没有存上，您写的字还在。")

    def reload(self) -> None:
        """Read everything anew, after something outside the trail of answers changed."""

    def print(self) -> None:
        """Print what is shown, where there is paper."""

    def close(self) -> None:
        """Let go of the bus and of what runs."""

    def _lead(self, wish: SignalInstance, place: Place) -> None:
        """Let a wish that tells nothing more lead to a place."""
        wish.connect(partial(self.place_wanted.emit, place))

    def _on_item_wanted(self, key: str) -> None:
        self.place_wanted.emit(Place(Tab.CHECKLIST, item=ItemKey(key)))

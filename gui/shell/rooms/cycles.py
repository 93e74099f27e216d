"""The comparison with the cycle before as a room; it is reached from the overview and the menu."""

from functools import partial

from gui.cycles.screen import CyclesScreen
from gui.shell.places import Place
from gui.shell.rooms.room import Room, RoomServices
from gui.shell.tabs import Tab
from models.vocabulary import ItemKey


class CyclesRoom(Room):
    """Where two years are compared; items lead to the checklist."""

    def __init__(self, given: RoomServices) -> None:
        self.screen = CyclesScreen(given.assessment, given.workspace.cycles.comparison, given.bus)
        super().__init__(self.screen.view)
        self.screen.item_wanted.connect(self._on_item_wanted)
        self.screen.back_wanted.connect(partial(self.place_wanted.emit, Place(Tab.OVERVIEW)))
        self.screen.report_wanted.connect(partial(self.place_wanted.emit, Place(Tab.REPORT)))

    def reload(self) -> None:
        """Look again."""
        self.screen.reload()

    def close(self) -> None:
        """Hear no more news."""
        self.screen.close()

    def _on_item_wanted(self, key: str) -> None:
        self.place_wanted.emit(Place(Tab.CHECKLIST, item=ItemKey(key)))

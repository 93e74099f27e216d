"""The comparison with the cycle before as a room; it is reached from the overview and the menu."""

from gui.cycles.screen import CyclesScreen
from gui.shell.places import Place
from gui.shell.rooms.room import Room, RoomServices
from gui.shell.tabs import Tab


class CyclesRoom(Room):
    """Where two years are compared; items lead to the checklist."""

    def __init__(self, given: RoomServices) -> None:
        self.screen = CyclesScreen(given.assessment, given.workspace.cycles.comparison, given.bus)
        super().__init__(self.screen.view)
        self.screen.item_wanted.connect(self._on_item_wanted)
        self._lead(self.screen.back_wanted, Place(Tab.OVERVIEW))
        self._lead(self.screen.report_wanted, Place(Tab.REPORT))

    def reload(self) -> None:
        """Look again."""
        self.screen.reload()

    def close(self) -> None:
        """Hear no more news."""
        self.screen.close()

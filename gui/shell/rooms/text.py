"""The official text as a room."""

from collections.abc import Mapping

from gui.reader.presenter import ReaderScreen, ReaderServices
from gui.shell.places import Place
from gui.shell.rooms.room import Room, RoomServices
from gui.shell.tabs import Tab
from models.vocabulary import ItemKey, Status


class TextRoom(Room):
    """Where the items stand beside the official text they were written from."""

    def __init__(self, given: RoomServices) -> None:
        self._given = given
        workspace = given.workspace
        slug = workspace.assessments.checklist(given.assessment).policy.slug
        services = ReaderServices(workspace.official_texts, given.jobs, given.settings)
        self.screen = ReaderScreen(workspace.policies.checklist(slug), services, self._statuses)
        super().__init__(self.screen.view)
        self.screen.item_wanted.connect(self._on_item_wanted)

    def come(self) -> None:
        """Show the text where the checklist is, and the statuses of now."""
        self.screen.show()
        key = self._given.item_in_hand()
        if key is not None:
            self.screen.show_item(key)

    def _statuses(self) -> Mapping[ItemKey, Status]:
        rows = self._given.workspace.assessments.checklist(self._given.assessment).items()
        return {row.key: row.status for row in rows}

    def _on_item_wanted(self, key: str) -> None:
        self.place_wanted.emit(Place(Tab.CHECKLIST, item=ItemKey(key)))

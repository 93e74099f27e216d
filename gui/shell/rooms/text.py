"""The official text as a room."""

from collections.abc import Iterator, Mapping

from gui.reader.presenter import ReaderScreen, ReaderServices
from gui.shell.places import Place
from gui.shell.rooms.room import Room, RoomServices
from gui.shell.tabs import Tab
from models.vocabulary import ItemKey, Status
from services.checklist import ItemRow
from services.trail.changes import Change


class TextRoom(Room):
    """Where the items stand beside the official text they were written from."""

    def __init__(self, given: RoomServices) -> None:
        self._given = given
        workspace = given.workspace
        services = ReaderServices(workspace.official_texts, given.jobs, given.settings)
        self.screen = ReaderScreen(workspace.assessments.policy(given.assessment), services, self)
        super().__init__(self.screen.view)
        self.screen.item_wanted.connect(self._on_item_wanted)
        self.screen.marked.connect(self._on_marked)

    def come(self) -> None:
        """Show the text where the checklist is, and the statuses of now."""
        self.screen.show()
        key = self._given.item_in_hand()
        if key is not None:
            self.screen.show_item(key)

    def reload(self) -> None:
        """Stand beside the revision that the assessment stands on now."""
        self.screen.take_policy(self._given.workspace.assessments.policy(self._given.assessment))

    def statuses(self) -> Mapping[ItemKey, Status]:
        """Give the statuses of now."""
        return {row.key: row.status for row in self._rows()}

    def reviewed(self) -> frozenset[ItemKey]:
        """Name the points that need no review."""
        return frozenset(row.key for row in self._rows() if not row.needs_review)

    def _rows(self) -> Iterator[ItemRow]:
        return self._given.workspace.assessments.checklist(self._given.assessment).items()

    def _on_marked(self, changes: tuple[Change, ...]) -> None:
        self._given.take_in(changes)

    def _on_item_wanted(self, key: str) -> None:
        self.place_wanted.emit(Place(Tab.CHECKLIST, item=ItemKey(key)))

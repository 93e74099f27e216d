"""The evidence as a room."""

from gui.evidence.screen import EvidenceScreen
from gui.evidence.services import EvidenceServices
from gui.shell.places import Place
from gui.shell.rooms.room import Room, RoomServices


class EvidenceRoom(Room):
    """Where all evidence is looked at, amended, taken in by the folder and exported."""

    def __init__(self, given: RoomServices) -> None:
        workspace = given.workspace
        services = EvidenceServices(
            given.assessment,
            workspace.assessments,
            workspace.evidence,
            workspace.departments,
            given.history,
            given.bus,
            given.jobs,
            given.settings,
            given.today,
            given.now,
        )
        self.screen = EvidenceScreen(services)
        super().__init__(self.screen.view)
        self.screen.item_wished.connect(self._on_item_wanted)
        self.screen.saving.connect(self.saving)
        self.screen.saved.connect(self.saved)
        self.screen.failed.connect(self.failed)

    def come(self) -> None:
        """Read what changed since."""
        self.screen.show()

    def go(self, place: Place) -> None:
        """Take a piece in hand."""
        if place.evidence is not None:
            self.screen.show_piece(place.evidence)

    def reload(self) -> None:
        """Read everything anew."""
        self.screen.reload()

    def flush(self) -> bool:
        """Write what is typed."""
        self.screen.flush()
        return True

    def close(self) -> None:
        """Write what is typed and hear no more news."""
        self.screen.close()

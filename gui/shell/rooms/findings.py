"""The ledger of findings as a room."""

from gui.findings.screen import FindingsScreen
from gui.findings.services import FindingsServices
from gui.shell.places import Place
from gui.shell.rooms.room import Room, RoomServices


class FindingsRoom(Room):
    """Where shortfalls are put right; a finding leads back to its item."""

    def __init__(self, given: RoomServices) -> None:
        self._given, workspace = given, given.workspace
        self._school = workspace.assessments.checklist(given.assessment).school.id
        services = FindingsServices(
            workspace.findings,
            workspace.assessments,
            workspace.evidence,
            given.history,
            given.bus,
            given.jobs,
            given.settings,
            given.now,
            workspace.who,
            self._departments,
            workspace.cycles.last_year,
        )
        self.screen = FindingsScreen(given.assessment, services)
        super().__init__(self.screen.view)
        self.screen.saving.connect(self.saving)
        self.screen.saved.connect(self.saved)
        self.screen.failed.connect(self.failed)
        self.screen.undo_wished.connect(self.undo_wanted)
        self.screen.item_wanted.connect(self._on_item_wanted)

    def go(self, place: Place) -> None:
        """Take a finding in hand, or open one from an item."""
        if place.finding is not None:
            self.screen.show_finding(place.finding)
        elif place.item is not None:
            self.screen.open_from(place.item)

    def flush(self) -> bool:
        """Write what is typed."""
        return self.screen.flush()

    def reload(self) -> None:
        """Read the ledger anew."""
        self.screen.reload()

    def close(self) -> None:
        """Write what is typed and hear no more news."""
        self.screen.close()

    def _departments(self) -> tuple[str, ...]:
        return tuple(row.name for row in self._given.workspace.departments.of(self._school))

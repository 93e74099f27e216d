"""The report as a room."""

from functools import partial

from gui.checklist.filters import Filter
from gui.reporting.desk import SystemDesk
from gui.reporting.presenter import ReportScreen, ReportServices
from gui.shell.places import Place
from gui.shell.rooms.room import Room, RoomServices
from gui.shell.tabs import Tab
from models.vocabulary import Status
from services.dossiers import dossier_of
from services.quality import Flaw


class ReportRoom(Room):
    """Where the report is looked at and printed."""

    def __init__(self, given: RoomServices) -> None:
        services = ReportServices(
            partial(dossier_of, given.workspace), given.bus, given.jobs, given.settings, SystemDesk(), given.now
        )
        self.screen = ReportScreen(given.assessment, services)
        super().__init__(self.screen.view)
        unanswered = Filter(statuses=frozenset([Status.UNANSWERED]))
        for wish, place in (
            (self.screen.unanswered_wanted, Place(Tab.CHECKLIST, only=unanswered)),
            (self.screen.without_evidence_wanted, Place(Tab.QUALITY, flaw=Flaw.BARE)),
            (self.screen.unread_wanted, Place(Tab.QUALITY, flaw=Flaw.UNREAD)),
            (self.screen.quality_wanted, Place(Tab.QUALITY)),
        ):
            wish.connect(partial(self.place_wanted.emit, place))

    def come(self) -> None:
        """Make the pages if anything changed."""
        self.screen.show()

    def reload(self) -> None:
        """Make the pages anew when they are seen next."""
        self.screen.is_stale = True

    def print(self) -> None:
        """Ask for the printer."""
        self.screen.view.options.ask_to_print()

    def close(self) -> None:
        """Let go of the bus and the pages."""
        self.screen.close()

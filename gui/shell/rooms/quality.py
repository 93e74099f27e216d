"""The check before handing in as a room; it is reached from the overview, the report and the menu."""

from functools import partial

from gui.quality.screen import QualityScreen, QualityServices
from gui.shell.places import Place
from gui.shell.rooms.room import Room, RoomServices
from gui.shell.tabs import Tab
from services.dossiers import dossier_of
from services.quality import FlawRow


class QualityRoom(Room):
    """Where everything an inspector would ask about is listed; each row leads to where it can be mended."""

    def __init__(self, given: RoomServices) -> None:
        services = QualityServices(partial(dossier_of, given.workspace), given.bus, given.settings, given.today)
        self.screen = QualityScreen(given.assessment, services)
        super().__init__(self.screen.view)
        self.screen.wanted.connect(self._on_wanted)
        self.screen.reuse_changed.connect(self.reload_wanted)
        self._lead(self.screen.back_wanted, Place(Tab.OVERVIEW))
        self._lead(self.screen.report_wanted, Place(Tab.REPORT))

    def go(self, place: Place) -> None:
        """Bring one kind into view."""
        if place.flaw is not None:
            self.screen.show_flaw(place.flaw)

    def reload(self) -> None:
        """Look again."""
        self.screen.reload()

    def close(self) -> None:
        """Hear no more news."""
        self.screen.close()

    def _on_wanted(self, row: FlawRow) -> None:
        self.place_wanted.emit(place_of(row))


def place_of(row: FlawRow) -> Place:
    """Say where a flaw can be mended."""
    if row.finding is not None:
        return Place(Tab.FINDINGS, finding=row.finding)
    if row.evidence is not None:
        return Place(Tab.EVIDENCE, evidence=row.evidence)
    return Place(Tab.CHECKLIST, item=row.item, figure=row.indicator)

"""The checklist as a room."""

from gui.checklist.screen import ChecklistScreen, ChecklistServices
from gui.shell.places import Place
from gui.shell.rooms.room import Room, RoomServices
from gui.shell.tabs import Tab
from models.vocabulary import FindingNumber, ItemKey


class ChecklistRoom(Room):
    """Where items are answered; other rooms lead here."""

    def __init__(self, given: RoomServices) -> None:
        workspace = given.workspace
        services = ChecklistServices(
            workspace.assessments,
            workspace.evidence,
            workspace.own_items,
            workspace.findings,
            workspace.departments,
            given.history,
            given.bus,
            given.jobs,
            given.settings,
            given.today,
            given.now,
            workspace.cycles.last_year,
        )
        self.screen = ChecklistScreen(given.assessment, services)
        super().__init__(self.screen.view)
        self.screen.items_changed.connect(self.reload_wanted)
        self.screen.remedy_wished.connect(self._on_remedy_wished)
        self.screen.finding_wished.connect(self._on_finding_wished)
        self._lead(self.screen.division_wished, Place(Tab.DIVISION))
        self._lead(self.screen.text_wished, Place(Tab.TEXT))

    def come(self) -> None:
        """Read what was changed in bulk while nobody looked."""
        self.screen.come()

    def go(self, place: Place) -> None:
        """Take an item in hand, and one of its figures; or the first of a section, or what holds to a filter."""
        if place.item is not None:
            self.screen.show_item(place.item, place.figure)
        elif place.section:
            self.screen.show_section(place.section)
        elif not place.only.is_empty:
            self.screen.show_only(place.only)

    def reload(self) -> None:
        """Read the checklist anew."""
        self.screen.reload()

    def close(self) -> None:
        """Write what is typed and hear no more news."""
        self.screen.close()

    def _on_remedy_wished(self, key: str) -> None:
        self.place_wanted.emit(Place(Tab.FINDINGS, item=ItemKey(key)))

    def _on_finding_wished(self, number: int) -> None:
        self.place_wanted.emit(Place(Tab.FINDINGS, finding=FindingNumber(number)))

"""The division of work as a room; it is reached from the menu and from the checklist, not by a tab of its own."""

from gui.departments.screen import DepartmentsScreen, DivisionServices
from gui.shell.places import Place
from gui.shell.rooms.room import Room, RoomServices
from gui.shell.tabs import Tab


class DivisionRoom(Room):
    """Where items are given to departments, and task sheets go out and come back."""

    def __init__(self, given: RoomServices) -> None:
        workspace = given.workspace
        services = DivisionServices(
            workspace.assessments,
            workspace.departments,
            workspace.assignments,
            workspace.task_sheets,
            given.history,
            given.bus,
            given.jobs,
            given.settings,
        )
        self.screen = DepartmentsScreen(given.assessment, services)
        super().__init__(self.screen.view)
        self._lead(self.screen.back_wanted, Place(Tab.CHECKLIST))
        self.screen.item_wanted.connect(self._on_item_wanted)
        self.screen.departments_changed.connect(self.reload_wanted)
        self.screen.undo_wanted.connect(self.undo_wanted)
        self.screen.pen.saving.connect(self.saving)
        self.screen.pen.saved.connect(self.saved)
        self.screen.pen.failed.connect(self.failed)

    def come(self) -> None:
        """Show how the work is divided now."""
        self.screen.come()

    def reload(self) -> None:
        """Read departments and answers anew."""
        self.screen.reload()

    def close(self) -> None:
        """Hear no more news."""
        self.screen.close()

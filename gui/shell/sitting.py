"""One open assessment in the window: its rooms, its undo, and the ways from one room to another."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from gui.checklist.screen import ChecklistScreen
from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from gui.shell.places import Place
from gui.shell.rooms import make_room
from gui.shell.rooms.checklist import ChecklistRoom
from gui.shell.rooms.room import Room, RoomServices
from gui.shell.school_desk import SchoolDesk
from gui.shell.steps import step_words
from gui.shell.tabs import Tab
from gui.shell.window import MainWindow
from gui.widgets.screen import Screen
from gui.widgets.toast import Toast
from models.vocabulary import AssessmentId, ItemKey
from resources.refusals import sentence
from services.errors import OutOfStepError
from services.trail.changes import Change, Step, changes_of
from services.trail.history import History
from services.trail.steps import Done
from services.workspace import Workspace


class Sitting(QObject):
    """Holds the rooms of one assessment, made as they are asked for; closed before another is opened."""

    tab_wanted = Signal(Tab)
    room_made = Signal(Tab, Screen)
    base_wanted = Signal()
    turned = Signal(str)

    def __init__(
        self,
        assessment: AssessmentId,
        workspace: Workspace,
        window: MainWindow,
        history: History,
        *,
        bus: ChangeBus,
        jobs: Jobs,
        settings: DeskSettings,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self.assessment = assessment
        self._has_complained = False
        self._window, self._bus, self._now = window, bus, now
        self._history = history
        self._services = RoomServices(
            assessment, workspace, self._history, bus, jobs, settings, now, item_in_hand=self._item_in_hand
        )
        self.school = SchoolDesk(assessment, workspace, window, self._history, bus)
        self._rooms: dict[Tab, Room] = {}
        bus.changed.connect(self._on_changed)
        QTimer.singleShot(0, self, self._show_edition)

    def room(self, tab: Tab) -> Room:
        """Give the room behind a tab; it is made when it is asked for first."""
        if tab not in self._rooms:
            room = self._rooms[tab] = make_room(tab, self._services)
            room.place_wanted.connect(self.go)
            self._hear(room)
            room.reload_wanted.connect(self._on_reload_wanted)
            if isinstance(room, ChecklistRoom):
                self._listen(room.screen)
            self.room_made.emit(tab, room.view)
        return self._rooms[tab]

    @property
    def checklist(self) -> ChecklistScreen:
        """Give the checklist, the heart of it."""
        room = self.room(Tab.CHECKLIST)
        assert isinstance(room, ChecklistRoom)
        return room.screen

    def views(self) -> dict[Tab, Screen]:
        """Give the views of all rooms made so far."""
        return {tab: room.view for tab, room in self._rooms.items()}

    def come_to(self, tab: Tab) -> None:
        """Have what was typed written before another room shows it, and give that room the keyboard."""
        self.checklist.flush()
        for other in self._rooms.values():
            other.flush()
        room = self.room(tab)
        room.come()
        room.view.take_keyboard()

    def go(self, place: Place) -> None:
        """Come to a place."""
        self.tab_wanted.emit(place.tab)
        self.room(place.tab).go(place)

    def unsaved_sentence(self) -> str:
        """Write what is typed in any room, and name what could not be; "" where nothing is left unsaved."""
        said = [room.unsaved_sentence() for room in self._rooms.values()]
        self.checklist.flush()
        return self.checklist.unsaved_sentence() or next(filter(None, said), "")

    def flush(self) -> bool:
        """Write what is typed; False where something could not be, and the window says what."""
        if unsaved := self.unsaved_sentence():
            self._has_complained = True
            self._window.setWindowModified(True)
            self._window.show_problem(unsaved)
        return not unsaved

    def retry(self) -> None:
        """Try once more what could not be saved."""
        self.checklist.retry()
        if not self.unsaved_sentence():
            self._on_saved()

    def print(self) -> None:
        """Have the report printed."""
        self.room(Tab.REPORT).print()

    def undo(self) -> None:
        """Take the last step back."""
        if self.flush():
            self._turn(self._history.undo, self._history.next_undo, self.tr("已撤销：{what}"))

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.flush():
            self._turn(self._history.redo, self._history.next_redo, self.tr("已重做：{what}"))

    def reload(self) -> None:
        """Read everything anew, after something outside the trail of answers changed."""
        for room in self._rooms.values():
            room.reload()
        self._show_edition()

    def close(self) -> None:
        """Write what is typed and let go of the bus."""
        for room in self._rooms.values():
            room.close()
        self._bus.changed.disconnect(self._on_changed)

    def _on_reload_wanted(self) -> None:
        """Have the other rooms read anew what one has changed."""
        for room in self._rooms.values():
            if room is not self.sender():
                room.reload()
        self.show_steps()

    def _hear(self, room: Room) -> None:
        """Show how a room's saving goes, and take back what its toast offers to."""
        state = self._window.save_state
        room.saving.connect(state.show_saving)
        room.saved.connect(state.show_saved)
        room.saved.connect(self.show_steps)
        room.failed.connect(state.show_failed)
        room.undo_wanted.connect(self.undo)

    def _item_in_hand(self) -> ItemKey | None:
        return self.checklist.key

    def _listen(self, checklist: ChecklistScreen) -> None:
        state = self._window.save_state
        checklist.saving.connect(state.show_saving)
        checklist.saved.connect(state.show_saved)
        checklist.saved.connect(self._on_saved)
        checklist.saved.connect(self.show_steps)
        checklist.failed.connect(state.show_failed)
        checklist.failed.connect(self._on_failed)
        checklist.undo_wished.connect(self.undo)
        checklist.base_wished.connect(self.base_wanted)

    def take_in(self, changes: tuple[Change, ...]) -> None:
        """Make what another page changed in this assessment an undo step and news."""
        self._services.take_in(changes)

    def _turn(self, turn: Callable[[], Done | None], step: Done | None, wording: str) -> None:
        try:
            done = turn()
        except OutOfStepError as refused:
            self._window.show_problem(sentence(refused) or "")
        else:
            if done is not None and step is not None:
                self._clear_toasts()
                self._tell(done, wording.replace("{what}", step_words(step)))
                self._window.save_state.show_saved(self._now())
        self.show_steps()

    def _clear_toasts(self) -> None:
        """Let no way back stand that would take back another step by now."""
        for toast in self._window.findChildren(Toast):
            toast.leave()

    def _tell(self, done: Done, words: str) -> None:
        """Make what was turned news; after a wider step everything is read anew first, and it is said what it was."""
        if isinstance(done, Step):
            self.reload()
            self.turned.emit(words)
        for change in changes_of(done):
            self._bus.changed.emit(change)
        for key in done.own_items if isinstance(done, Step) else ():
            self.checklist.show_item(key)

    def show_steps(self) -> None:
        """Say what undo and redo would do."""
        for show, change in (
            (self._window.set_undo, self._history.next_undo),
            (self._window.set_redo, self._history.next_redo),
        ):
            show(None if change is None else step_words(change))

    def _on_saved(self) -> None:
        if self.checklist.unsaved_sentence():
            return
        self._window.setWindowModified(False)
        if self._has_complained:
            self._has_complained = False
            self._window.show_problem("")

    def _on_failed(self) -> None:
        self._window.setWindowModified(True)

    def _on_changed(self, _change: Change) -> None:
        self.show_steps()
        self._show_edition()

    def _show_edition(self) -> None:
        """Say quietly which edition holds and what was written since."""
        from gui.reporting.edition_words import standing_words

        self._window.show_edition(standing_words(self._services.workspace.editions.standing(self.assessment)))

"""The overview as a room."""

from functools import partial

from gui.checklist.filters import Filter
from gui.overview.presenter import OverviewPresenter
from gui.overview.view import OverviewView
from gui.shell.places import Place
from gui.shell.rooms.room import Room, RoomServices
from gui.shell.tabs import Tab
from models.vocabulary import ItemKey, Status


class OverviewRoom(Room):
    """Where the principal looks; every figure leads to its items."""

    def __init__(self, given: RoomServices) -> None:
        view = OverviewView()
        super().__init__(view)
        self._presenter = OverviewPresenter(
            view, given.workspace.assessments, given.assessment, bus=given.bus, today=given.today, parent=view
        )
        view.item_wanted.connect(self._on_item_wanted)
        view.unread_wanted.connect(self._on_item_wanted)
        view.section_wanted.connect(self._on_section_wanted)
        unanswered, bare = Filter(statuses=frozenset([Status.UNANSWERED])), Filter(lacks_evidence=True)
        view.unanswered_wanted.connect(partial(self.place_wanted.emit, Place(Tab.CHECKLIST, only=unanswered)))
        view.without_evidence_wanted.connect(partial(self.place_wanted.emit, Place(Tab.CHECKLIST, only=bare)))
        changed = Filter(needs_review=True)
        view.review_wanted.connect(partial(self.place_wanted.emit, Place(Tab.CHECKLIST, only=changed)))
        view.report_wanted.connect(partial(self.place_wanted.emit, Place(Tab.REPORT)))

    def reload(self) -> None:
        """Look again."""
        self._presenter.reload()

    def _on_item_wanted(self, key: str) -> None:
        self.place_wanted.emit(Place(Tab.CHECKLIST, item=ItemKey(key)))

    def _on_section_wanted(self, ref: str) -> None:
        self.place_wanted.emit(Place(Tab.CHECKLIST, section=ref))

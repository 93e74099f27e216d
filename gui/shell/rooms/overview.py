"""The overview as a room."""

from functools import partial

from gui.checklist.filters import Filter
from gui.overview.presenter import OverviewPresenter
from gui.overview.view import OverviewView
from gui.shell.places import Place
from gui.shell.rooms.room import Room, RoomServices
from gui.shell.tabs import Tab
from models.vocabulary import FindingNumber, IndicatorKey, ItemKey, Status
from services.dossiers import dossier_of
from services.quality import Flaw


class OverviewRoom(Room):
    """Where the principal looks; every figure leads to its items."""

    def __init__(self, given: RoomServices) -> None:
        view = OverviewView()
        super().__init__(view)
        self._settings = given.settings
        self._presenter = OverviewPresenter(
            view,
            partial(dossier_of, given.workspace),
            given.assessment,
            bus=given.bus,
            today=given.today,
            reused_from=self._reused_from,
            parent=view,
        )
        view.item_wanted.connect(self._on_item_wanted)
        view.figure_wanted.connect(self._on_figure_wanted)
        view.section_wanted.connect(self._on_section_wanted)
        view.theme_wanted.connect(self._on_theme_wanted)
        view.finding_wanted.connect(self._on_finding_wanted)
        self._lead_on(view)

    def _lead_on(self, view: OverviewView) -> None:
        """Let wishes that are the same for every figure lead to their places."""
        unanswered, changed = Filter(statuses=frozenset([Status.UNANSWERED])), Filter(needs_review=True)
        places = (
            (view.unanswered_wanted, Place(Tab.CHECKLIST, only=unanswered)),
            (view.review_wanted, Place(Tab.CHECKLIST, only=changed)),
            (view.without_evidence_wanted, Place(Tab.QUALITY, flaw=Flaw.BARE)),
            (view.quality_wanted, Place(Tab.QUALITY)),
            (view.ledger_wanted, Place(Tab.FINDINGS)),
            (view.comparison_wanted, Place(Tab.CYCLES)),
            (view.report_wanted, Place(Tab.REPORT)),
        )
        for wish, place in places:
            self._lead(wish, place)

    def reload(self) -> None:
        """Look again."""
        self._presenter.reload()

    def _reused_from(self) -> int:
        return self._settings.desk.reused_from

    def _on_figure_wanted(self, key: str, figure: str) -> None:
        self.place_wanted.emit(Place(Tab.CHECKLIST, item=ItemKey(key), figure=IndicatorKey(figure)))

    def _on_section_wanted(self, ref: str) -> None:
        self.place_wanted.emit(Place(Tab.CHECKLIST, section=ref))

    def _on_theme_wanted(self, theme: str) -> None:
        self.place_wanted.emit(Place(Tab.CHECKLIST, only=Filter(theme=theme)))

    def _on_finding_wanted(self, number: int) -> None:
        self.place_wanted.emit(Place(Tab.FINDINGS, finding=FindingNumber(number)))

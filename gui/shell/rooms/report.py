"""The report as a room."""

from functools import partial

from gui.checklist.filters import Filter
from gui.platform.pen import Pen
from gui.reporting.desk import SystemDesk
from gui.reporting.edition_presenter import EditionPresenter, EditionServices, SystemOutside
from gui.reporting.presenter import ReportScreen
from gui.reporting.report_services import ReportServices
from gui.reporting.writing_presenter import WritingPresenter, WritingServices
from gui.shell.places import Place
from gui.shell.rooms.room import Room, RoomServices
from gui.shell.tabs import Tab
from models.vocabulary import Status
from services.dossiers import dossier_of
from services.quality import Flaw
from services.reporting.parts import ReportSettings


class ReportRoom(Room):
    """Where the report is looked at and printed."""

    def __init__(self, given: RoomServices) -> None:
        self._given = given
        self._pen = Pen(given.history, given.bus)
        services = ReportServices(
            dossier=partial(dossier_of, given.workspace),
            settle=self._settle,
            bus=given.bus,
            jobs=given.jobs,
            settings=given.settings,
            desk=SystemDesk(),
            now=given.now,
        )
        self.screen = ReportScreen(given.assessment, services)
        super().__init__(self.screen.view)
        self._hear(self._pen)
        self.editions = EditionPresenter(given.assessment, _edition_services(given), self)
        self.screen.view.options.add_at_end(self.editions.part)
        self._build_writing(given)
        self.editions.frozen_wanted.connect(self.screen.show_frozen)
        self.editions.frozen_wanted.connect(self.writing.put_away)
        self.editions.refused.connect(self.screen.view.options.steps.show_problem)
        self._lead_on()

    def _lead_on(self) -> None:
        unanswered = Filter(statuses=frozenset([Status.UNANSWERED]))
        self._lead(self.screen.unanswered_wanted, Place(Tab.CHECKLIST, only=unanswered))
        self._lead(self.screen.without_evidence_wanted, Place(Tab.QUALITY, flaw=Flaw.BARE))
        self._lead(self.screen.unread_wanted, Place(Tab.QUALITY, flaw=Flaw.UNREAD))
        self._lead(self.screen.quality_wanted, Place(Tab.QUALITY))

    def _build_writing(self, given: RoomServices) -> None:
        """Put the written parts beside the pages, and the way to them into the options."""
        services = WritingServices(
            given.workspace.passages,
            partial(dossier_of, given.workspace),
            given.history,
            given.bus,
            given.today,
        )
        self.writing = WritingPresenter(given.assessment, services, self)
        self.screen.view.options.add_for_report(self.writing.part)
        self.screen.view.put_beside(self.writing.pane)
        self.screen.view.options.kinds.kind_chosen.connect(self.writing.put_away)
        self._hear(self.writing)

    def _hear(self, writes: Pen | WritingPresenter) -> None:
        """Pass on how writing goes."""
        writes.saving.connect(self.saving)
        writes.saved.connect(self.saved)
        writes.failed.connect(self.failed)

    def flush(self) -> bool:
        """Write what is typed or was not kept before; say whether nothing is left unsaved."""
        is_kept = self.screen.view.options.choices.flush()
        return self.writing.flush() and is_kept

    def come(self) -> None:
        """Make the pages if anything changed."""
        self.screen.show()

    def reload(self) -> None:
        """Make the pages anew when they are seen next."""
        self.screen.is_stale = True

    def print(self) -> None:
        """Ask for the printer."""
        self.screen.view.options.steps.ask_to_print()

    def close(self) -> None:
        """Let go of the bus and the pages."""
        self.writing.close()
        self.editions.close()
        self.screen.close()

    def _settle(self, settings: ReportSettings) -> bool:
        """Keep with the assessment how its papers are made; a step that can be undone like any other."""
        settle = partial(self._given.workspace.passages.settle, self._given.assessment, settings)
        return self._pen.write(settle) is not None


def _edition_services(given: RoomServices) -> EditionServices:
    dossier, editions = partial(dossier_of, given.workspace), given.workspace.editions
    return EditionServices(editions, dossier, given.bus, given.jobs, SystemOutside(), given.today)

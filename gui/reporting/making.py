"""One paper made off the window's thread, with what is told beside it; papers that still hold are kept."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from gui.reporting.choices import Choices
from models.vocabulary import AssessmentId
from reports.orders import MadePaper, Skin
from reports.printing import edition_on, make_paper
from services.checklist import Checklist
from services.dossiers import Dossier
from services.progress import Progress
from services.quality import Flaw, flaws
from services.reporting.parts import ReportSettings

_KEPT = 8


@dataclass(frozen=True, slots=True)
class Made:
    """A finished paper and what the screen says about it."""

    choices: Choices
    paper: MadePaper
    checklist: Checklist
    settings: ReportSettings
    departments: tuple[str, ...]
    found: Counter[Flaw]
    edition: int | None = None


class Making:
    """Makes papers of one assessment, each from the record as it stands then, or from what was frozen."""

    def __init__(
        self,
        assessment: AssessmentId,
        dossier: Callable[[AssessmentId], Dossier],
        now: Callable[[], datetime],
        reused_from: Callable[[], int],
    ) -> None:
        self._live = partial(dossier, assessment)
        self._dossier: Callable[[], Dossier] = self._live
        self._now = now
        self._reused_from = reused_from
        self._kept: dict[Choices, Made] = {}

    @property
    def is_frozen(self) -> bool:
        """Say whether papers are made of what was frozen."""
        return self._dossier is not self._live

    def take_from(self, frozen: Callable[[], Dossier] | None) -> None:
        """Make papers of what was frozen, or of the record as it stands (None)."""
        self._dossier = frozen or self._live
        self.forget()

    def forget(self) -> None:
        """Know that the record has changed."""
        self._kept = {}

    def kept(self, choices: Choices) -> Made | None:
        """Give a paper made before, if nothing has changed since."""
        return self._kept.get(choices)

    def keep(self, made: Made) -> None:
        """Keep a paper for as long as it holds."""
        self._kept[made.choices] = made
        if len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]

    def make(self, choices: Choices, progress: Progress) -> Made:
        """Make the pages; called by a job."""
        dossier, now = self._dossier(), self._now()
        paper = make_paper(choices.order(now), dossier, progress)
        listed = flaws(dossier, now.date(), reused_from=self._reused_from())
        departments = tuple(form.department for form in dossier.tasks)
        found = Counter(row.flaw for row in listed)
        return Made(
            choices, paper, dossier.checklist, dossier.settings, departments, found, edition_on(choices.kind, dossier)
        )

    def in_skin(self, choices: Choices, skin: Skin) -> Callable[[Progress], bytes]:
        """Give what makes the file of another skin, of what papers are made of now; called by a job."""
        dossier, order = self._dossier, choices.order(self._now(), skin)
        return lambda progress: make_paper(order, dossier(), progress).content

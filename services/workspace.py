"""Everything a person can ask of one workspace folder; each service is imported and made when it is first asked."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from models.durable import remove_folder
from models.identity import DATABASE
from models.laying import is_lost
from models.store import Store
from resources import VERSION
from services.opening import Opening
from services.warnings import FolderWarning, warnings_of

if TYPE_CHECKING:
    from checklists.policy import Policy
    from models.vocabulary import ItemKey
    from models.work import Work
    from services.assessments import Assessments
    from services.backups import Backups
    from services.cycles.cycles import Cycles
    from services.departments.assignments import Assignments
    from services.departments.departments import Departments
    from services.desk import Desk
    from services.drafts import Drafts
    from services.editions.editions import Editions
    from services.evidence.vault import EvidenceVault
    from services.findings.findings import Findings
    from services.official_texts import OfficialTexts
    from services.own_items import OwnItems
    from services.policies import Library, Policies
    from services.renewals import Renewals
    from services.reporting.passages import Passages
    from services.revisions import Revisions
    from services.schools import Schools
    from services.search import Search
    from services.task_sheets import TaskSheets
    from services.trail.changes import WorkspaceChange, WorkspacePart
    from services.trail.ledger import Ledger
    from services.trail.steps import Steps


def _now() -> datetime:
    return datetime.now(UTC)


def _keep_before_renewal(database: Path, version: int) -> None:
    from services.backups import keep_before_renewal

    keep_before_renewal(database, version)


def _finish_replacing(folder: Path) -> None:
    """Finish what was broken off while a backup took the workspace's place."""
    if not (folder / DATABASE).exists():
        from models.swapping import finish

        finish(folder)


class Workspace:
    """One open workspace: its services, wired; a context manager."""

    def __init__(
        self, store: Store, who: str, today: Callable[[], date], library: "Library | None", now: Callable[[], datetime]
    ) -> None:
        self._store, self._library = store, library
        self._today, self._now = today, now
        self.folder, self.is_read_only = store.folder, store.is_read_only
        self.who = who
        self.opening = Opening(store)

    @cached_property
    def policies(self) -> "Policies":
        """The policies, with what is new among their files on the shelf."""
        from checklists import library as ours
        from services.policies import Policies

        policies = Policies(self._store, self._library or ours, self._note, self._now)
        policies.stock()
        return policies

    @cached_property
    def official_texts(self) -> "OfficialTexts":
        """The official texts that were read in."""
        from services.official_texts import OfficialTexts
        from services.reviews import Reviews

        return OfficialTexts(self._desk, Reviews(self._desk))

    @cached_property
    def drafts(self) -> "Drafts":
        """The checklists being drafted from documents."""
        from services.drafts import Drafts

        return Drafts(self._store, self.policies, self.official_texts, self._now)

    @cached_property
    def schools(self) -> "Schools":
        """The schools and their base figures."""
        from services.schools import Schools

        return Schools(self._desk)

    @cached_property
    def departments(self) -> "Departments":
        """The departments of the schools."""
        from services.departments.departments import Departments

        return Departments(self._desk)

    @cached_property
    def assignments(self) -> "Assignments":
        """Who answers for what."""
        from services.departments.assignments import Assignments

        return Assignments(self._desk)

    @cached_property
    def assessments(self) -> "Assessments":
        """The assessments and what is answered in them."""
        from services.assessments import Assessments

        return Assessments(self._desk, self._to_review)

    @cached_property
    def steps(self) -> "Steps":
        """What takes back and does again."""
        from services.trail.steps import Steps

        return Steps(self._desk)

    @cached_property
    def task_sheets(self) -> "TaskSheets":
        """The sheets that departments fill in."""
        from services.task_sheets import TaskSheets

        return TaskSheets(self._store, self.assessments)

    @cached_property
    def renewals(self) -> "Renewals":
        """The ways from one revision of a policy to the next."""
        from services.renewals import Renewals

        return Renewals(self._desk)

    @cached_property
    def revisions(self) -> "Revisions":
        """The revisions on the shelf, laid side by side."""
        from services.revisions import Revisions

        return Revisions(self._store, self.policies)

    @cached_property
    def own_items(self) -> "OwnItems":
        """The items that schools add."""
        from services.own_items import OwnItems

        return OwnItems(self._desk, self.renewals)

    @cached_property
    def evidence(self) -> "EvidenceVault":
        """The evidence."""
        from services.evidence.vault import EvidenceVault

        return EvidenceVault(self._desk)

    @cached_property
    def findings(self) -> "Findings":
        """The findings and their rectification."""
        from services.findings.findings import Findings

        return Findings(self._desk)

    @cached_property
    def passages(self) -> "Passages":
        """What people write for their reports."""
        from services.reporting.passages import Passages

        return Passages(self._desk)

    @cached_property
    def cycles(self) -> "Cycles":
        """The steps from one year to the next."""
        from services.cycles.cycles import Cycles

        return Cycles(self._desk, self.assessments, self.evidence.register, self.findings)

    @cached_property
    def editions(self) -> "Editions":
        """The assessments as they were frozen to be signed."""
        from services.dossiers import dossier_of
        from services.editions.editions import Editions

        return Editions(self._desk, partial(dossier_of, self))

    @cached_property
    def backups(self) -> "Backups":
        """The backups."""
        from services.backups import Backups

        return Backups(self._store, self._now)

    @cached_property
    def search(self) -> "Search":
        """What finds words in everything."""
        from services.search import Search

        return Search(self._store)

    @classmethod
    def open(
        cls,
        folder: Path,
        who: str,
        today: Callable[[], date] = date.today,
        *,
        library: "Library | None" = None,
        now: Callable[[], datetime] = _now,
        may_wait: Callable[[Opening], bool] = lambda _opening: False,
    ) -> "Workspace":
        """Open a workspace or lay a new one, with the library's policies on its shelf; raises StoreError."""
        _finish_replacing(folder)
        store = Store.open(folder, who, before_renewal=_keep_before_renewal)
        try:
            store.blobs.sweep()
            remove_folder(store.viewing)
            workspace = cls(store, who, today, library, now)
            if not may_wait(workspace.opening):
                _ = workspace.policies
        except BaseException:
            store.close()
            raise
        return workspace

    @classmethod
    def open_for_start(cls, folder: Path, who: str, today: Callable[[], date]) -> "Workspace":
        """Open a workspace or lay a new one, and let policies wait until they are asked for; raises StoreError.

        They do not wait where another version of the program filled the shelf: it may leave assessments behind.
        """
        return cls.open(folder, who, today, may_wait=lambda opening: opening.is_filled_by(VERSION))

    @classmethod
    def reopen(cls, folder: Path, who: str, today: Callable[[], date] = date.today) -> "Workspace":
        """Open a workspace that is there already; raises NoWorkspaceError, StoreError."""
        _finish_replacing(folder)
        if not (folder / DATABASE).is_file() and not is_lost(folder / DATABASE):
            from services.errors import NoWorkspaceError

            raise NoWorkspaceError(folder)
        return cls.open(folder, who, today)

    @cached_property
    def _ledger(self) -> "Ledger":
        from services.trail.ledger import Ledger

        return Ledger(self.who, self._now)

    @cached_property
    def _desk(self) -> "Desk":
        from services.desk import Desk
        from services.sheets import Sheets

        sheets = Sheets(self.policies)
        return Desk(self._store, self.policies, sheets, self._ledger, self.who, self._today, self._now)

    def _note(self, work: "Work", *parts: "WorkspacePart") -> "WorkspaceChange":
        return self._ledger.note(work, *parts)

    def _to_review(self, policy: "Policy") -> "frozenset[ItemKey]":
        return self.official_texts.to_review(policy)

    @property
    def warnings(self) -> tuple[FolderWarning, ...]:
        """Say what to warn of now; `resources.word` has the sentences."""
        return warnings_of(self.folder, has_lost_journal=self._store.has_lost_journal)

    def close(self) -> None:
        """Fold everything into the database file and let go of the folder."""
        if "search" in self.__dict__:
            self.search.close()
        remove_folder(self._store.viewing)
        self._store.close()

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

"""Everything a person can ask of one workspace folder."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType

from checklists import library as our_library
from models.durable import remove_folder
from models.identity import DATABASE
from models.store import Store
from services.assessments import Assessments
from services.assignments import Assignments
from services.backups import Backups, keep_before_renewal
from services.cycles import Cycles
from services.departments import Departments
from services.drafts import Drafts
from services.errors import NoWorkspaceError
from services.evidence import EvidenceVault
from services.evidence_desk import EvidenceDesk
from services.findings import Findings
from services.ledger import Ledger
from services.official_texts import OfficialTexts
from services.own_items import OwnItems
from services.passages import Passages
from services.policies import Library, Policies
from services.renewals import Renewals
from services.reviews import Reviews
from services.revisions import Revisions
from services.schools import Schools
from services.search import Search
from services.sheets import Sheets
from services.task_sheets import TaskSheets
from services.warnings import FolderWarning, warnings_of


def _now() -> datetime:
    return datetime.now(UTC)


class Workspace:
    """One open workspace: its services, wired; a context manager."""

    def __init__(
        self, store: Store, who: str, today: Callable[[], date], library: Library, now: Callable[[], datetime]
    ) -> None:
        self._store = store
        self.folder = store.folder
        self.who = who
        ledger = Ledger(who, now)
        self.policies = Policies(store, library, ledger.note, now)
        sheets = Sheets(self.policies)
        self.official_texts = OfficialTexts(
            store, self.policies, reviews=Reviews(sheets, who), ledger=ledger, who=who, now=now
        )
        self.drafts = Drafts(store.folder, self.policies, self.official_texts, now)
        self.schools = Schools(store, sheets, ledger, now)
        self.departments = Departments(store, sheets, ledger)
        self.assignments = Assignments(store, sheets, ledger)
        self.assessments = Assessments(
            store, self.policies, sheets, ledger, to_review=self.official_texts.to_review, today=today, now=now
        )
        self.task_sheets = TaskSheets(store, self.assessments)
        self.renewals = Renewals(store, self.policies, sheets, ledger, today)
        self.revisions = Revisions(store, self.policies)
        self.own_items = OwnItems(store, self.policies, sheets, self.renewals, ledger)
        desk = EvidenceDesk(store, sheets, ledger, who, now)
        self.evidence = EvidenceVault(desk)
        self.findings = Findings(desk, today)
        self.passages = Passages(store, sheets, ledger)
        self.cycles = Cycles(
            store,
            self.policies,
            self.assessments,
            self.evidence.register,
            self.findings,
            who=who,
            today=today,
            now=now,
        )
        self.backups = Backups(store, now)
        self.search = Search(store)

    @classmethod
    def open(
        cls,
        folder: Path,
        who: str,
        today: Callable[[], date] = date.today,
        *,
        library: Library = our_library,
        now: Callable[[], datetime] = _now,
    ) -> "Workspace":
        """Open a workspace or lay a new one, with the library's policies on its shelf; raises StoreError."""
        store = Store.open(folder, who, before_renewal=keep_before_renewal)
        try:
            store.blobs.sweep()
            remove_folder(store.viewing)
            workspace = cls(store, who, today, library, now)
            workspace.policies.stock()
        except BaseException:
            store.close()
            raise
        return workspace

    @classmethod
    def reopen(cls, folder: Path, who: str, today: Callable[[], date] = date.today) -> "Workspace":
        """Open a workspace that is there already; raises NoWorkspaceError, StoreError."""
        if not (folder / DATABASE).is_file():
            raise NoWorkspaceError(folder)
        return cls.open(folder, who, today)

    @property
    def warnings(self) -> tuple[FolderWarning, ...]:
        """Say what to warn of now; `resources.word` has the sentences."""
        return warnings_of(self.folder)

    def close(self) -> None:
        """Fold everything into the database file and let go of the folder."""
        self.search.close()
        remove_folder(self._store.viewing)
        self._store.close()

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

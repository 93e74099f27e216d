"""The policies a school can be held against: the library's, shelved in the workspace by revision."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from checklists.errors import PolicyFileError, UnknownPolicyError
from checklists.library import Announcement
from checklists.policy import Policy
from models import compiled
from models.lines import PolicyLine
from models.store import Store
from models.vocabulary import PolicyId
from models.work import Work
from services import rows, shelf
from services.checklist import PolicyRow


class Library(Protocol):
    """Where policies come from; the package `checklists.library` is one."""

    def catalogue(self) -> tuple[Announcement, ...]:
        """Give all policies in their order, written or to come."""

    def load(self, slug: str) -> Policy:
        """Read one policy."""

    def fingerprint(self, slug: str) -> str:
        """Tell one state of a policy's file from another, without reading it as a policy."""


class Policies:
    """The policies of one workspace."""

    def __init__(self, store: Store, library: Library, now: Callable[[], datetime]) -> None:
        self._store = store
        self._library = library
        self._now = now
        self._built: dict[int, Policy] = {}
        self.refused: tuple[PolicyFileError, ...] = ()

    def listed(self) -> tuple[PolicyRow, ...]:
        """Give the newest revision of every policy in the library's order, then those to come as they are announced."""
        with self._store.reading() as work:
            newest = {line.slug: line for line in self._by_age(work)}
        announced = [_announced(entry) for entry in self._library.catalogue() if entry.slug not in newest]
        order = [entry.slug for entry in self._library.catalogue()]
        shelved = sorted(newest.values(), key=lambda line: _place(order, line.slug))
        return (*map(rows.policy_row, shelved), *announced)

    def checklist(self, slug: str) -> Policy:
        """Give the newest revision whole; raises UnknownPolicyError for one not written yet."""
        with self._store.reading() as work:
            return self.at(work, self.newest(work, slug))

    def shelve(self, policy: Policy) -> PolicyId:
        """Add a revision beside the others, unless the very same one is there."""
        with self._store.work() as work:
            known = {line.digest: PolicyId(line.id) for line in work.all(compiled.POLICIES)}
            return known.get(policy.digest) or shelf.lay(work, policy, self._now().isoformat())

    def stock(self) -> None:
        """Shelve what is new in the library; a file that was read before is not read again.

        A damaged library file keeps nobody from their data: what was shelved before stays, `refused` says why.
        """
        refused = []
        for entry in self._library.catalogue():
            if entry.is_written:
                try:
                    self._stock_one(entry.slug)
                except PolicyFileError as refusal:
                    refused.append(refusal)
        self.refused = tuple(refused)

    def newest(self, work: Work, slug: str) -> PolicyId:
        """Name the newest revision; raises UnknownPolicyError."""
        line = work.first(compiled.NEWEST_POLICY, slug=slug)
        if line is None:
            raise UnknownPolicyError(slug, tuple(row.slug for row in work.all(compiled.POLICIES)))
        return PolicyId(line.id)

    def at(self, work: Work, policy: PolicyId) -> Policy:
        """Give one revision; a revision never changes, so it is built once."""
        if policy not in self._built:
            self._built[policy] = shelf.take(work, work.one(compiled.POLICY, policy_id=policy))
        return self._built[policy]

    def _by_age(self, work: Work) -> list[PolicyLine]:
        return sorted(work.all(compiled.POLICIES), key=lambda line: (line.revision, line.id))

    def _stock_one(self, slug: str) -> None:
        key, fingerprint = f"library:{slug}", self._library.fingerprint(slug)
        with self._store.reading() as work:
            read = work.first(compiled.META, key=key)
        if read is not None and read.word == fingerprint:
            return
        self.shelve(self._library.load(slug))
        with self._store.work() as work:
            work.do(compiled.PUT_META, key=key, value=fingerprint)


def _announced(entry: Announcement) -> PolicyRow:
    return PolicyRow(
        slug=entry.slug,
        city=entry.city,
        title=entry.title,
        doc_number=entry.doc_number,
        issued_on=entry.issued_on,
        state=entry.state,
        lead_rule=None,
        revision=0,
        measures=0,
        items=0,
        indicators=0,
    )


def _place(order: list[str], slug: str) -> int:
    return order.index(slug) if slug in order else len(order)

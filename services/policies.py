"""The policies a school can be held against: the library's and its own, shelved in the workspace by revision."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from checklists.errors import PolicyFileError, UnknownPolicyError
from checklists.library import Announcement
from checklists.places import FOLDER
from models import compiled
from models.store import Store
from models.vocabulary import PolicyId
from models.work import Work
from resources import VERSION
from services import listed, shelved
from services.listed import PolicyRow

if TYPE_CHECKING:
    from checklists.own import OwnChecklists
    from checklists.policy import Policy
    from services.trail.changes import ShelvePart


class Library(Protocol):
    """Where policies come from; the package `checklists.library` is one."""

    def catalogue(self) -> tuple[Announcement, ...]:
        """Give all policies in their order, written or to come."""

    def load(self, slug: str) -> "Policy":
        """Read one policy."""

    def fingerprint(self, slug: str) -> str:
        """Tell one state of a policy's file from another, without reading it as a policy."""


class Note(Protocol):
    """Adds to the workspace's own trail; `Ledger.note` does."""

    def __call__(self, work: Work, *parts: "ShelvePart") -> object:
        """Write parts down in this work."""


class Policies:
    """The policies of one workspace."""

    def __init__(self, store: Store, library: Library, note: Note, now: Callable[[], datetime]) -> None:
        self._store = store
        self._library = library
        self._note = note
        self._now = now
        self._built: dict[int, Policy] = {}
        self.refused: tuple[PolicyFileError, ...] = ()

    def listed(self) -> tuple[PolicyRow, ...]:
        """Give the newest revision of every policy in the library's order, then those to come as they are announced."""
        with self._store.reading() as work:
            newest = {line.slug: line for line in shelved.by_age(work)}
        announced = [_announced(entry) for entry in self._library.catalogue() if entry.slug not in newest]
        order = [entry.slug for entry in self._library.catalogue()]
        standing = sorted(newest.values(), key=lambda line: _place(order, line.slug))
        return (*map(listed.policy_row, standing), *announced)

    def checklist(self, slug: str) -> "Policy":
        """Give the newest revision whole; raises UnknownPolicyError for one not written yet."""
        with self._store.reading() as work:
            return self.at(work, self.newest(work, slug))

    def shelve(self, policy: "Policy") -> PolicyId:
        """Add a revision beside the others, unless the very same one is there."""
        with self._store.work() as work:
            return self.put(work, policy)

    def put(self, work: Work, policy: "Policy") -> PolicyId:
        """Do what `shelve` does, as a part of other work."""
        from services import shelf

        known = {line.digest: PolicyId(line.id) for line in work.all(compiled.POLICIES)}
        return known.get(policy.digest) or shelf.lay(work, policy, self._now().isoformat())

    def stock(self) -> None:
        """Shelve what is new in the library and in the workspace; a file that was read before is not read again.

        A damaged file keeps nobody from their data: what was shelved before stays, `refused` says why. A workspace that
        may not be written to has what was shelved before.
        """
        if self._store.is_read_only:
            return
        refused = []
        for stock_one in self._stocking():
            try:
                stock_one()
            except PolicyFileError as refusal:
                refused.append(refusal)
        self.refused = tuple(refused)
        self._sign()

    def newest(self, work: Work, slug: str) -> PolicyId:
        """Name the newest revision; raises UnknownPolicyError."""
        newest = shelved.newest_of_all(work)
        if slug not in newest:
            raise UnknownPolicyError(slug, tuple(newest))
        return newest[slug]

    def at(self, work: Work, policy: PolicyId) -> "Policy":
        """Give one revision; a revision never changes, so it is built once."""
        if policy not in self._built:
            from services import shelf

            self._built[policy] = shelf.take(work, work.one(compiled.POLICY, policy_id=policy))
        return self._built[policy]

    def _stocking(self) -> Iterator[Callable[[], None]]:
        """Go through what there is to be read, each file to be refused by itself."""
        for entry in self._library.catalogue():
            if entry.is_written:
                yield partial(self._stock_one, entry.slug)
        if self.has_own:
            yield from (partial(self._stock_own, path) for path in self._own.policies())

    def _stock_one(self, slug: str) -> None:
        fingerprint = self._library.fingerprint(slug)
        self._stock(f"library:{slug}", fingerprint, partial(self._library.load, slug))
        self._stock_added(slug, fingerprint, partial(self._library.load, slug))

    @cached_property
    def _own(self) -> "OwnChecklists":
        from checklists.own import OwnChecklists

        return OwnChecklists(self._store.folder)

    @property
    def has_own(self) -> bool:
        """Say whether people of this workspace ever wrote checklists or drafts of their own."""
        return (self._store.folder / FOLDER).is_dir()

    def _stock_own(self, path: Path) -> None:
        from checklists.own import fingerprint_of
        from checklists.own_names import OWN_SLUG

        fingerprint = fingerprint_of(path)
        self._stock(f"own:{path.name}", fingerprint, partial(self._own.load, path), is_theirs=True)
        for slug in self._own.slugs_added_to():
            if slug.startswith(OWN_SLUG) and self._own.load(path).slug == slug:
                self._stock_added(slug, fingerprint, partial(self._own.load, path))

    def _stock_added(self, slug: str, fingerprint: str, load: "Callable[[], Policy]") -> None:
        """Shelve a policy with the items that a school added; a file taken away takes them away again."""
        added = self._own.added(slug) if self.has_own else ""
        key, mark = f"added:{slug}", added and fingerprint + added
        self._stock(key, mark, lambda: self._own.extended(load()), is_theirs=True)

    def _stock(self, key: str, mark: str, load: "Callable[[], Policy]", *, is_theirs: bool = False) -> None:
        with self._store.reading() as work:
            is_known = shelved.mark(work, key) == mark
        if is_known:
            return
        policy = load()
        with self._store.work() as work:
            self.put(work, policy)
            work.do(compiled.PUT_META, key=f"current:{policy.slug}", value=policy.digest)
            work.do(compiled.PUT_META, key=key, value=mark)
            if is_theirs:
                from services.trail.changes import ShelvePart

                self._note(work, ShelvePart(policy.slug, policy.revision, policy.digest))

    def _sign(self) -> None:
        """Note which version of the program filled the shelf last."""
        with self._store.reading() as work:
            is_signed = shelved.mark(work, shelved.FILLED_BY) == VERSION
        if not is_signed:
            with self._store.work() as work:
                work.do(compiled.PUT_META, key=shelved.FILLED_BY, value=VERSION)


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

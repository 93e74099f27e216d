"""Draft checklists under review, kept in the workspace until they are saved as policies of its own."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from checklists.canonical import digest_of
from checklists.drafting.open_draft import OpenDraft, finished, opened, reopened
from checklists.drafting.store import kept_draft, kept_head, kept_text
from checklists.errors import DraftDamagedError
from checklists.own import OwnChecklists
from checklists.own_names import OWN_SLUG
from checklists.places import FOLDER
from checklists.policy import Policy
from checklists.writing import text_of
from models.durable import remove_folder, write_whole
from models.store import Store
from services.errors import NotOwnPolicyError, SlugTakenError
from services.official_texts import OfficialTexts
from services.policies import Policies
from services.progress import Progress, silent

if TYPE_CHECKING:  # the readers take longer to import than the workspace takes to open
    from checklists.reading.exchange import ReadDocument

DRAFTS = "drafts"
_NEW = "new-"
"""Begins the folder's name of a draft that revises nothing: those that do bear their policy's slug."""
_DRAFT, _DOCUMENT = "draft.json", "document.json"


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft that waits to be gone on with; of one that is damaged only the name is known."""

    name: str
    title: str
    city: str
    source: str
    items: int
    edited_at: datetime | None
    revises: bool
    is_damaged: bool = False


@dataclass(frozen=True, slots=True)
class DraftInHand:
    """A draft with the document it is of; None where its policy has no official text in the workspace."""

    name: str
    draft: OpenDraft
    document: "ReadDocument | None"


class Drafts:
    """The drafts of one workspace, a folder each."""

    def __init__(
        self, store: Store, policies: Policies, official_texts: OfficialTexts, now: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._checklists = store.folder / FOLDER
        self._own = OwnChecklists(store.folder)
        self._policies = policies
        self._official_texts = official_texts
        self._now = now

    def listed(self) -> tuple[DraftRow, ...]:
        """Give all drafts, those edited last first."""
        found = (path.parent.name for path in (self._checklists / DRAFTS).glob(f"*/{_DRAFT}"))
        return tuple(sorted(map(self._row, found), key=lambda row: str(row.edited_at or ""), reverse=True))

    def read_in(self, path: Path, progress: Progress = silent) -> str:
        """Read a document in a process of its own and draft a checklist; give the draft's name.

        Raises DocumentError, NoClausesError.
        """
        from checklists.reading import read
        from checklists.reading.exchange import packed

        document = read(path, waiting=lambda: progress.step(0, 2, path.name))
        progress.step(1, 2, path.name)
        draft = self._told_apart(opened(document.text, path.name))
        name = self._free_name(_NEW + draft.policy.slug.removeprefix(OWN_SLUG))
        self._write(packed(document), self._place(name) / _DOCUMENT)
        self.keep(name, draft)
        return name

    def revise(self, slug: str) -> str:
        """Take a policy of one's own back into review; raises NotOwnPolicyError, PolicyFileError."""
        if not (self._place(slug) / _DRAFT).exists():
            from checklists.reading.exchange import ReadDocument, packed

            policy, kept = self._own.load(self._file_of(slug)), self._official_texts.of(slug)
            if kept:
                self._write(packed(ReadDocument(kept.text, kept.lines, kept.digest)), self._place(slug) / _DOCUMENT)
            self.keep(slug, reopened(policy, kept.name if kept else ""))
        return slug

    def open(self, name: str) -> DraftInHand:
        """Open a draft; raises DraftDamagedError."""
        return DraftInHand(name, kept_draft(self._place(name) / _DRAFT), self._document(name))

    def keep(self, name: str, draft: OpenDraft) -> datetime:
        """Write a draft down so that it stays, and say when; raises StoreError."""
        at = self._now()
        self._write(kept_text(draft, at.isoformat()).encode(), self._place(name) / _DRAFT)
        return at

    def throw_away(self, name: str) -> None:
        """Remove a draft; the policy it revises, if any, stays as it is."""
        self._store.check_writable()
        remove_folder(self._place(name))

    def publish(self, name: str) -> str:
        """Save a draft as a policy of one's own, usable at once; give its slug.

        Raises what `finished` raises, SlugTakenError, StoreError; nothing is overwritten but the file of the very
        policy that the draft revises, whose revisions stay in the workspace.
        """
        hand = self.open(name)
        policy = finished(hand.draft)
        target = self._target(policy, revises=hand.draft.revises)
        if hand.draft.revises:
            policy = _renewed(policy, self._own.load(target))
        self._write(text_of(policy).encode(), target)
        self._policies.stock()
        if hand.document is not None:
            self._official_texts.keep_document(policy.slug, hand.draft.source, hand.document)
        self.throw_away(name)
        return policy.slug

    def is_taken(self, slug: str) -> bool:
        """Tell whether a policy of this slug is there already."""
        return slug in {row.slug for row in self._policies.listed()} or (self._checklists / f"{slug}.toml").exists()

    def _write(self, content: bytes, target: Path) -> None:
        self._store.check_writable()
        write_whole(content, target)

    def _target(self, policy: Policy, *, revises: bool) -> Path:
        if revises:
            return self._file_of(policy.slug)
        if self.is_taken(policy.slug):
            raise SlugTakenError(policy.slug)
        return self._checklists / f"{policy.slug}.toml"

    def _file_of(self, slug: str) -> Path:
        if slug.startswith(OWN_SLUG):
            usual = self._checklists / f"{slug}.toml"
            paths = (usual,) if usual.exists() else self._own.policies()
            for path in paths:
                if self._own.load(path).slug == slug:
                    return path
        raise NotOwnPolicyError(slug)

    def _told_apart(self, draft: OpenDraft) -> OpenDraft:
        """Give a new draft a slug that no policy has."""
        slug = draft.policy.slug
        tries = chain([slug], (f"{slug}-{number}" for number in count(2)))
        free = next(one for one in tries if not self.is_taken(one))
        return replace(draft, policy=replace(draft.policy, slug=free))

    def _free_name(self, name: str) -> str:
        tries = chain([name], (f"{name}-{number}" for number in count(2)))
        return next(one for one in tries if not self._place(one).exists())

    def _place(self, name: str) -> Path:
        return self._checklists / DRAFTS / name

    def _row(self, name: str) -> DraftRow:
        try:
            head = kept_head(self._place(name) / _DRAFT)
            edited_at = datetime.fromisoformat(head.edited_at)
        except (DraftDamagedError, ValueError, TypeError):
            return DraftRow(name, name, "", "", 0, None, revises=False, is_damaged=True)
        return DraftRow(name, head.title, head.city, head.source, head.items, edited_at, head.revises)

    def _document(self, name: str) -> "ReadDocument | None":
        from checklists.reading.exchange import unpacked

        path = self._place(name) / _DOCUMENT
        try:
            return unpacked(path.read_bytes()) if path.is_file() else None
        except OSError as refusal:
            raise DraftDamagedError(path) from refusal
        except (ValueError, KeyError, TypeError):  # written by a version that read other things; the draft goes on
            return None


def _renewed(policy: Policy, before: Policy) -> Policy:
    """Give the next revision, or the same one where nothing of it is another."""
    same = replace(policy, revision=before.revision)
    if digest_of(same) == before.digest:
        return before
    renewed = replace(policy, revision=before.revision + 1)
    return replace(renewed, digest=digest_of(renewed))

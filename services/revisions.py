"""The revisions of every policy on the shelf, and any two laid side by side without touching an answer."""

from dataclasses import dataclass
from pathlib import Path

from checklists.files import read_policy
from checklists.policy import Policy
from checklists.revisions import RevisionRow, compare
from models import compiled
from models.store import Store
from models.vocabulary import PolicyId
from models.work import Work
from services import listed, shelved
from services.checklist import Answer
from services.errors import OtherPolicyError
from services.listed import PolicyRow
from services.policies import Policies
from services.renewals import Following, Renewal, RenewalRow

Source = PolicyId | Path
"""A revision on the shelf, or a policy's file."""


@dataclass(frozen=True, slots=True)
class ShelvedRevision:
    """One revision of a policy on the shelf; the newest of its slug is what new assessments begin on."""

    id: PolicyId
    policy: PolicyRow
    is_newest: bool


class Revisions:
    """What can be compared in one workspace."""

    def __init__(self, store: Store, policies: Policies) -> None:
        self._store = store
        self._policies = policies

    def listed(self) -> tuple[ShelvedRevision, ...]:
        """Give all revisions, those of one policy together, the one shelved last first."""
        with self._store.reading() as work:
            newest = set(shelved.newest_of_all(work).values())
            lines = work.all(compiled.POLICIES)
        places = {slug: place for place, slug in enumerate(dict.fromkeys(line.slug for line in lines))}
        return tuple(
            ShelvedRevision(PolicyId(line.id), listed.policy_row(line), PolicyId(line.id) in newest)
            for line in sorted(lines, key=lambda line: (places[line.slug], -line.id))
        )

    def compared(self, before: Source, after: Source) -> Renewal:
        """Lay two revisions side by side; raises PolicyFileError, OtherPolicyError where they are of two policies."""
        with self._store.reading() as work:
            old, new = self._policy(work, before), self._policy(work, after)
        if old.slug != new.slug:
            raise OtherPolicyError(old.title, new.title)
        shown = tuple(map(_row, compare(old, new)))
        return Renewal(None, listed.row_of(old), listed.row_of(new), False, shown)

    def are_of_one_policy(self, before: Source, after: Source) -> bool:
        """Say whether two can be compared; raises PolicyFileError."""
        with self._store.reading() as work:
            return self._policy(work, before).slug == self._policy(work, after).slug

    def partner_of(self, source: Source) -> Source:
        """Give what a revision is first compared with: the newest on the shelf, itself where there is none."""
        with self._store.reading() as work:
            slug = self._policy(work, source).slug
            return shelved.newest_of_all(work).get(slug, source)

    def _policy(self, work: Work, source: Source) -> Policy:
        return read_policy(source) if isinstance(source, Path) else self._policies.at(work, source)


def _row(row: RevisionRow) -> RenewalRow:
    return RenewalRow(row, Answer(), 0, Following.NOTHING)

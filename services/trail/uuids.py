"""Ids of this workspace by the uuids that the trail knows rows by."""

from collections.abc import Iterable
from typing import TypeVar, cast

from models import compiled
from models.vocabulary import EvidenceId
from models.work import Work

I = TypeVar("I", bound=int)  # noqa: E741


class Ids(dict[str, I]):
    """Ids by uuid; a uuid whose row is gone gets an id below zero, which no row has."""

    def __missing__(self, uuid: str) -> I:
        self[uuid] = gone = cast("I", -1 - len(self))
        return gone

    def uuid(self, id: I) -> str:
        """Give the uuid of a row that is there; raises LookupError."""
        found = next((uuid for uuid, known in self.items() if known == id), None)
        if found is None:
            raise LookupError(id)
        return found


def ids_of(pairs: Iterable[tuple[str, I]]) -> Ids[I]:
    """Know these uuids."""
    return Ids(pairs)


def evidence_ids(work: Work, assessment: int) -> Ids[EvidenceId]:
    """Know all evidence of an assessment: of its items and of its findings."""
    of_items = ((line.uuid, EvidenceId(line.id)) for line in work.all(compiled.PIECES, assessment_id=assessment))
    held = work.all(compiled.FINDING_EVIDENCE, assessment_id=assessment)
    return Ids([*of_items, *((line.uuid, EvidenceId(line.evidence_id)) for line in held)])

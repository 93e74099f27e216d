"""Finding words in everything people wrote, in all years and for all schools of the workspace."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from models import compiled
from models.errors import DamagedStoreError
from models.lines import AssessmentLine
from models.search_index import SEARCH_INDEX, Said, SearchIndex
from models.store import Store
from models.vocabulary import AssessmentId, ItemKey
from models.work import Work

_MOST = 200


class Written(StrEnum):
    """In which field of a record something is written."""

    NOTE = "note"
    MISSING = "missing"
    REASON = "reason"
    EVIDENCE = "evidence"
    FINDING = "finding"


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that has the words; a finding opened by hand has no item."""

    assessment: AssessmentId
    written: Written
    item: ItemKey | None
    text: str


class Search:
    """The words of one workspace; its index catches up with the trail whenever it is asked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._index: SearchIndex | None = None

    def find(self, words: str, limit: int = _MOST) -> tuple[Hit, ...]:
        """Give what has all of the words, written last first; one character is enough."""
        try:
            return self._found(words, limit)
        except DamagedStoreError:
            self._opened().lay_anew()
            return self._found(words, limit)

    def close(self) -> None:
        """Let go of the index."""
        if self._index is not None:
            self._index.close()
            self._index = None

    def _found(self, words: str, limit: int) -> tuple[Hit, ...]:
        index = self._opened()
        owners = self._catch_up(index)
        return tuple(_hit(owners[said.owner], said) for said in index.find(words, limit) if said.owner in owners)

    def _opened(self) -> SearchIndex:
        if self._index is None:
            self._index = SearchIndex(self._store.scratch / SEARCH_INDEX)
        return self._index

    def _catch_up(self, index: SearchIndex) -> dict[str, AssessmentId]:
        with self._store.reading() as work:
            lines = work.all(compiled.RECENT)
            for line in lines:
                if index.seen(line.uuid) != line.head_seq:
                    index.put(line.uuid, _texts(work, line), line.head_seq)
        return {line.uuid: AssessmentId(line.id) for line in lines}


def _texts(work: Work, line: AssessmentLine) -> Iterator[Said]:
    for written, name, text in _written(work, line.id):
        yield Said(line.uuid, written.value, name, text)


def _written(work: Work, assessment: int) -> Iterable[tuple[Written, str, str]]:
    for answer in work.all(compiled.ANSWERS, assessment_id=assessment):
        yield Written.NOTE, answer.item, answer.note
        yield Written.MISSING, answer.item, answer.missing
        yield Written.REASON, answer.item, answer.reason
    for piece in work.all(compiled.EVIDENCE, assessment_id=assessment):
        if piece.attached:
            yield Written.EVIDENCE, f"{piece.item} {piece.id}", "\n".join((piece.name, piece.whereabouts, piece.note))
    for one in work.all(compiled.FINDINGS, assessment_id=assessment):
        if one.is_listed:
            yield Written.FINDING, f"{one.item or ''} {one.number}", "\n".join((one.problem, one.cause, one.measure))


def _hit(assessment: AssessmentId, said: Said) -> Hit:
    item = said.name.split(" ")[0]
    return Hit(assessment, Written(said.kind), ItemKey(item) if item else None, said.text)

"""The trail played again from its beginning: what every answer, reading and link must be now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from models import compiled
from models.lines import ChangeLine
from models.vocabulary import EvidenceId, IndicatorKey, ItemKey
from models.work import Work
from services import rows
from services.changes import AnswerPart, EvidencePart, Part, ReadingPart
from services.checklist import Answer
from services.judging import Reading
from services.parts import parts_of

K = TypeVar("K", bound=str)
V = TypeVar("V")


@dataclass
class Replay:
    """The state that an assessment's trail leads to."""

    ids: dict[str, EvidenceId]
    answers: dict[ItemKey, Answer] = field(default_factory=dict)
    readings: dict[IndicatorKey, Reading] = field(default_factory=dict)
    links: dict[tuple[ItemKey, EvidenceId], bool] = field(default_factory=dict)

    def take(self, entries: Iterable[ChangeLine]) -> None:
        """Play entries in their order."""
        for entry in entries:
            for part in parts_of(entry.parts, self.ids):
                self._take(part)

    def differences(self, work: Work, assessment: int) -> Iterator[str]:
        """Name the items, indicators and evidence numbers whose row was not written by us."""
        answers = {ItemKey(line.item): line for line in work.all(compiled.ANSWERS, assessment_id=assessment)}
        readings = {
            IndicatorKey(line.indicator): line for line in work.all(compiled.READINGS, assessment_id=assessment)
        }
        yield from _unlike(self.answers, {key: rows.answer(line) for key, line in answers.items()}, Answer())
        yield from _unlike(self.readings, {key: rows.reading(line) for key, line in readings.items()}, Reading())
        for line in work.all(compiled.EVIDENCE, assessment_id=assessment):
            if self.links.get((ItemKey(line.item), EvidenceId(line.id)), False) != bool(line.attached):
                yield rows.number(line.item, line.sequence)

    def _take(self, part: Part) -> None:
        match part:
            case AnswerPart():
                self.answers[part.item] = part.after
            case ReadingPart():
                self.readings[part.indicator] = part.after
            case EvidencePart():
                self.links[part.item, part.evidence] = part.after


def replay_of(work: Work, assessment: int) -> Replay:
    """Begin a replay."""
    lines = work.all(compiled.EVIDENCE, assessment_id=assessment)
    return Replay({line.uuid: EvidenceId(line.id) for line in lines})


def _unlike(expected: Mapping[K, V], found: Mapping[K, V], nothing: V) -> Iterator[str]:
    for key in sorted(expected.keys() | found.keys()):
        if expected.get(key, nothing) != found.get(key, nothing):
            yield key

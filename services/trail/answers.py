"""Answers, readings and people's own judgements: as they stand, brought to what a part says, played again."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from models import compiled
from models.vocabulary import AssessmentId, IndicatorKey, ItemKey
from models.work import Work
from services import rows
from services.checklist import Answer
from services.judging import NOT_OVERRULED, Overruling, Reading
from services.trail.changes import AnswerPart, AnswerStep, OverrulingPart, ReadingPart
from services.trail.unlike import unlike


def answer_now(work: Work, assessment: AssessmentId, item: ItemKey) -> Answer:
    """Read an answer as it stands."""
    return rows.answer(work.first(compiled.ANSWER, assessment_id=assessment, item=item))


def reading_now(work: Work, assessment: AssessmentId, indicator: str) -> Reading:
    """Read a reading as it stands."""
    return rows.reading(work.first(compiled.READING, assessment_id=assessment, indicator=indicator))


def overruling_now(work: Work, assessment: AssessmentId, indicator: str) -> Overruling:
    """Read a person's own judgement as it stands."""
    return rows.overruling(work.first(compiled.OVERRULING, assessment_id=assessment, indicator=indicator))


def state_now(work: Work, assessment: AssessmentId, part: AnswerStep) -> Answer | Reading | Overruling:
    """Read what a part would start from."""
    match part:
        case AnswerPart():
            return answer_now(work, assessment, part.item)
        case ReadingPart():
            return reading_now(work, assessment, part.indicator)
        case OverrulingPart():
            return overruling_now(work, assessment, part.indicator)


def apply(work: Work, assessment: AssessmentId, part: AnswerStep, stamp: dict[str, str]) -> None:
    """Bring the row to what a part says."""
    match part:
        case AnswerPart():
            values = rows.answer_values(part.after)
            work.do(compiled.PUT_ANSWER, assessment_id=assessment, item=part.item, **values, **stamp)
        case ReadingPart():
            read = {"item": part.item, "indicator": part.indicator, **rows.reading_values(part.after)}
            work.do(compiled.PUT_READING, assessment_id=assessment, **read, **stamp)
        case OverrulingPart():
            said = {"item": part.item, "indicator": part.indicator, **rows.overruling_values(part.after)}
            work.do(compiled.PUT_OVERRULING, assessment_id=assessment, **said, **stamp)


@dataclass
class AnswerReplay:
    """What the rows of answers, readings and people's own judgements must be now."""

    answers: dict[ItemKey, Answer] = field(default_factory=dict)
    readings: dict[IndicatorKey, Reading] = field(default_factory=dict)
    overrulings: dict[IndicatorKey, Overruling] = field(default_factory=dict)

    def take(self, part: AnswerStep) -> None:
        """Play one part."""
        match part:
            case AnswerPart():
                self.answers[part.item] = part.after
            case ReadingPart():
                self.readings[part.indicator] = part.after
            case OverrulingPart():
                self.overrulings[part.indicator] = part.after

    def differences(self, work: Work, assessment: int) -> Iterator[str]:
        """Name the items and indicators whose row was not written by us."""
        answers = work.all(compiled.ANSWERS, assessment_id=assessment)
        yield from unlike(self.answers, {ItemKey(one.item): rows.answer(one) for one in answers}, Answer())
        readings = work.all(compiled.READINGS, assessment_id=assessment)
        found = {IndicatorKey(one.indicator): rows.reading(one) for one in readings}
        yield from unlike(self.readings, found, Reading())
        judged = work.all(compiled.OVERRULINGS, assessment_id=assessment)
        said = {IndicatorKey(one.indicator): rows.overruling(one) for one in judged}
        yield from unlike(self.overrulings, said, NOT_OVERRULED)

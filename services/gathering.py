"""Everything a school wrote, gathered in a few queries and laid beside its policy."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from checklists.policy import CheckItem, Indicator, Measure, Section
from models import compiled
from models.lines import AnswerLine, EvidenceLine, OverrulingLine, ReadingLine
from models.vocabulary import AssessmentId, ItemKey, Modality
from models.work import Work
from services import rows
from services.checklist import IndicatorRow, ItemRow, MeasureRow, SectionRow
from services.judging import judge
from services.sheets import Sheet
from services.stamps import moment, written


class _Edit(NamedTuple):
    at: str
    by: str


@dataclass(frozen=True)
class Gathered:
    """What was written of some items, found by their keys."""

    answers: dict[str, AnswerLine]
    readings: dict[str, ReadingLine]
    overrulings: dict[str, OverrulingLine]
    evidence: dict[str, list[EvidenceLine]]
    edits: dict[str, _Edit]

    def item_row(self, sheet: Sheet, item: CheckItem, today: date) -> ItemRow:
        """Lay one item beside what was written of it."""
        edit = self.edits.get(item.key)
        return ItemRow(
            item=item,
            binding=sheet.bindings[item.key],
            answer=rows.answer(self.answers.get(item.key)),
            indicators=tuple(self._figure(one, item.modality, today) for one in sheet.indicators_of.get(item.key, ())),
            evidence=tuple(rows.evidence_row(one) for one in self.evidence.get(item.key, ()) if one.attached),
            changed_at=moment(edit.at) if edit else None,
            changed_by=edit.by if edit else "",
        )

    def _figure(self, indicator: Indicator, modality: Modality, today: date) -> IndicatorRow:
        reading = rows.reading(self.readings.get(indicator.key))
        overruling = self.overrulings.get(indicator.key)
        return IndicatorRow(
            indicator,
            reading,
            judge(indicator, reading, today, modality=modality),
            rows.overruling(overruling),
            moment(overruling.changed_at) if overruling else None,
            written(overruling.changed_by) if overruling else "",
        )


def gather(work: Work, assessment: AssessmentId) -> Gathered:
    """Gather an assessment: a few queries, however many items."""
    return _gathered(
        work.all(compiled.ANSWERS, assessment_id=assessment),
        work.all(compiled.READINGS, assessment_id=assessment),
        work.all(compiled.OVERRULINGS, assessment_id=assessment),
        work.all(compiled.EVIDENCE, assessment_id=assessment),
    )


def gather_item(work: Work, assessment: AssessmentId, item: ItemKey) -> Gathered:
    """Gather one item."""
    answer = work.first(compiled.ANSWER, assessment_id=assessment, item=item)
    return _gathered(
        [answer] if answer else [],
        work.all(compiled.READINGS_OF_ITEM, assessment_id=assessment, item=item),
        work.all(compiled.OVERRULINGS_OF_ITEM, assessment_id=assessment, item=item),
        work.all(compiled.EVIDENCE_OF_ITEM, assessment_id=assessment, item=item),
    )


def section_rows(sheet: Sheet, gathered: Gathered, today: date) -> tuple[SectionRow, ...]:
    """Lay a policy out in the order of the document."""
    return tuple(_section(sheet, section, gathered, today) for section in sheet.policy.sections)


def _section(sheet: Sheet, section: Section, gathered: Gathered, today: date) -> SectionRow:
    measures = (one for one in sheet.policy.measures if one.section == section.ref)
    laid = tuple(_measure(sheet, one, gathered, today) for one in measures)
    return SectionRow(section.ref, section.heading, section.kind, laid)


def _measure(sheet: Sheet, measure: Measure, gathered: Gathered, today: date) -> MeasureRow:
    return MeasureRow(
        ref=measure.ref,
        number=measure.number,
        heading=measure.heading,
        kind=measure.kind,
        units=measure.units,
        items=tuple(gathered.item_row(sheet, item, today) for item in measure.items),
    )


def _gathered(
    answers: list[AnswerLine],
    readings: list[ReadingLine],
    overrulings: list[OverrulingLine],
    evidence: list[EvidenceLine],
) -> Gathered:
    return Gathered(
        answers={line.item: line for line in answers},
        readings={line.indicator: line for line in readings},
        overrulings={line.indicator: line for line in overrulings},
        evidence=_by_item(evidence),
        edits=_newest([*answers, *readings, *overrulings, *evidence]),
    )


def _by_item(lines: list[EvidenceLine]) -> dict[str, list[EvidenceLine]]:
    found: dict[str, list[EvidenceLine]] = {}
    for line in lines:
        found.setdefault(line.item, []).append(line)
    return found


def _newest(lines: Iterable[AnswerLine | ReadingLine | OverrulingLine | EvidenceLine]) -> dict[str, _Edit]:
    found: dict[str, _Edit] = {}
    for line in lines:
        edit = _Edit(written(line.changed_at), written(line.changed_by))
        found[line.item] = max(found.get(line.item, edit), edit)
    return found

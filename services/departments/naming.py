"""A department's name wherever an assessment has it written down: answers, open findings, evidence."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from models import compiled
from models.lines import EvidenceLine
from models.vocabulary import AssessmentId, EvidenceId, FindingNumber, ItemKey
from models.work import Work
from services import rows
from services.evidence.trail import particulars_of
from services.evidence.values import ParticularsPart
from services.findings import lines as finding_lines
from services.findings.parts import FindingPart
from services.findings.rows import Remedy
from services.trail.changes import AnswerPart, Part

_BETWEEN = "、"


def renamed(work: Work, assessment: AssessmentId, old: str, new: str) -> tuple[Part, ...]:
    """Write a new name in place of the old one; findings that are closed keep the name they were closed under."""
    return (
        *_answers(work, assessment, old, new),
        *_findings(work, assessment, old, new),
        *_evidence(work, assessment, old, new),
    )


def _answers(work: Work, assessment: AssessmentId, old: str, new: str) -> Iterator[Part]:
    for line in work.all(compiled.ANSWERS, assessment_id=assessment):
        if line.department == old:
            before = rows.answer(line)
            yield AnswerPart(ItemKey(line.item), before, replace(before, department=new))


def _findings(work: Work, assessment: AssessmentId, old: str, new: str) -> Iterator[Part]:
    for line in work.all(compiled.FINDINGS, assessment_id=assessment):
        before = finding_lines.finding(line)
        if before.is_open and old in (before.remedy.lead, *before.remedy.joint.split(_BETWEEN)):
            after = before.with_remedy(_remedy(before.remedy, old, new))
            yield FindingPart(FindingNumber(line.number), finding_lines.item_of(line), before, after)


def _remedy(remedy: Remedy, old: str, new: str) -> Remedy:
    joint = _BETWEEN.join(new if name == old else name for name in remedy.joint.split(_BETWEEN))
    return replace(remedy, lead=new if remedy.lead == old else remedy.lead, joint=joint)


def _evidence(work: Work, assessment: AssessmentId, old: str, new: str) -> Iterator[Part]:
    lines = [line for line in work.all(compiled.EVIDENCE, assessment_id=assessment) if line.department == old]
    for evidence, group in groupby(sorted(lines, key=_by_piece), key=lambda line: line.id):
        served = tuple(group)
        first, *others = (ItemKey(one.item) for one in served if one.attached or one is served[0])
        before = particulars_of(served[0])
        after = replace(before, department=new)
        yield ParticularsPart(first, EvidenceId(evidence), served[0].name, before, after, tuple(others))


def _by_piece(line: EvidenceLine) -> tuple[int, bool]:
    return line.id, not line.attached

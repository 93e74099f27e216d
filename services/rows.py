"""Plain lines of the store as the values that services hand out, and back."""

from datetime import date, datetime
from decimal import Decimal

from checklists.key_labels import label_of
from models.lines import (
    AnswerLine,
    DepartmentLine,
    EvidenceLine,
    FactLine,
    FactsLine,
    OverrulingLine,
    ReadingLine,
)
from models.vocabulary import (
    DepartmentId,
    EvidenceId,
    EvidenceKind,
    ItemKey,
    Judgement,
    Origin,
    SchoolId,
    Status,
)
from services.checklist import Answer, DepartmentRow, EvidenceRow, Fact
from services.judging import Overruling, Reading
from services.stamps import moment, written

Values = dict[str, str | None]


def department_row(line: DepartmentLine) -> DepartmentRow:
    """Read a department."""
    return DepartmentRow(
        id=DepartmentId(line.id),
        school=SchoolId(line.school_id),
        name=line.name,
        head=line.head,
        contact=line.contact,
        position=line.position,
        is_retired=bool(line.is_retired),
    )


def department_values(some: DepartmentRow) -> dict[str, str | int]:
    """Write a department's particulars out."""
    return {
        "name": some.name,
        "head": some.head,
        "contact": some.contact,
        "position": some.position,
        "is_retired": int(some.is_retired),
    }


def fact(line: FactLine | FactsLine) -> Fact:
    """Read a base figure."""
    return Fact(line.name, line.value, line.unit, day(line.as_of), line.source)


def fact_values(some: Fact) -> Values:
    """Write a base figure out."""
    return {
        "name": some.name,
        "value": some.value,
        "unit": some.unit,
        "as_of": as_text(some.as_of),
        "source": some.source,
    }


def answer(line: AnswerLine | None) -> Answer:
    """Read an answer; nothing written yet is an unanswered one."""
    if line is None:
        return Answer()
    return Answer(
        status=Status(line.status),
        note=line.note,
        missing=line.missing,
        due=day(line.due),
        reason=line.reason,
        department=line.department,
        person=line.person,
        needs_review=bool(line.needs_review),
    )


def answer_values(some: Answer) -> dict[str, str | int | None]:
    """Write an answer out."""
    return {
        "status": some.status.value,
        "note": some.note,
        "missing": some.missing,
        "due": as_text(some.due),
        "reason": some.reason,
        "department": some.department,
        "person": some.person,
        "needs_review": int(some.needs_review),
    }


def reading(line: ReadingLine | None) -> Reading:
    """Read a reading; nothing written yet is an empty one."""
    if line is None:
        return Reading()
    value, part, whole = (figure(text) for text in (line.value, line.part, line.whole))
    return Reading(value, part, whole, day(line.as_of), line.source, Origin(line.origin))


def reading_values(some: Reading) -> Values:
    """Write a reading out."""
    return {
        "value": as_text(some.value),
        "part": as_text(some.part),
        "whole": as_text(some.whole),
        "as_of": as_text(some.as_of),
        "source": some.source,
        "origin": some.origin.value,
    }


def overruling(line: OverrulingLine | None) -> Overruling:
    """Read a person's own judgement; nothing written yet is none."""
    if line is None:
        return Overruling()
    return Overruling(Judgement(line.judgement) if line.judgement else None, line.reason)


def overruling_values(some: Overruling) -> Values:
    """Write a person's own judgement out."""
    return {"judgement": some.judgement.value if some.judgement else None, "reason": some.reason}


def evidence_row(line: EvidenceLine) -> EvidenceRow:
    """Read a piece of evidence as it serves one item."""
    return EvidenceRow(
        id=EvidenceId(line.id),
        item=ItemKey(line.item),
        number=evidence_number(line),
        kind=EvidenceKind(line.kind),
        name=line.name,
        media_type=line.media_type,
        sha256=line.sha256,
        size=line.size,
        formed_on=day(line.formed_on),
        added_at=moment(line.added_at),
        added_by=written(line.added_by),
        whereabouts=line.whereabouts,
        valid_until=day(line.valid_until),
        year=line.year,
        department=line.department,
        note=line.note,
        taken_at=datetime.fromisoformat(line.taken_at) if line.taken_at else None,
        version=line.version,
    )


def evidence_number(line: EvidenceLine) -> str:
    """Say a piece's number; one of the first days has it by its item and sequence."""
    return line.number or number(line.item, line.sequence)


def number(item: str, sequence: int) -> str:
    """Write the number of a piece of evidence, such as 11-2-01 or 目标1-2-01."""
    return f"{label_of(item)}-{sequence:02d}"


def day(text: str | None) -> date | None:
    """Read a day."""
    return date.fromisoformat(text) if text else None


def figure(text: str | None) -> Decimal | None:
    """Read a figure exactly as it was written."""
    return None if text is None else Decimal(text)


def as_text(value: date | Decimal | None) -> str | None:
    """Write a day or a figure out."""
    return None if value is None else str(value)

"""Every statement over the mapped tables; scripts/compile_statements.py turns them into compiled.py."""

from typing import Any, NamedTuple

from sqlalchemy import BindParameter, ColumnElement, Delete, Insert, Select, Update, bindparam, delete, func, select
from sqlalchemy import exists as there_is
from sqlalchemy.dialects.sqlite import Insert as Upsert
from sqlalchemy.dialects.sqlite import insert

from models import lines
from models import tables as t

Asked = tuple[type[NamedTuple], Any]
Done = Insert | Upsert | Update | Delete


def _ask(line: type[NamedTuple], *records: type[t.Base]) -> Select[Any]:
    """Select the line's fields by name from the first record that has them."""
    return select(*(_column(field, records) for field in line._fields))


def _column(field: str, records: tuple[type[t.Base], ...]) -> ColumnElement[Any]:
    column: ColumnElement[Any] = next(getattr(record, field) for record in records if hasattr(record, field))
    return column


def _content(line: type[NamedTuple], record: type[t.Base]) -> Asked:
    """Ask for what one policy revision has of this record, in the order of the document."""
    policy_id, position = (getattr(record, name) for name in ("policy_id", "position"))
    return line, _ask(line, record).where(policy_id == bindparam("policy_id")).order_by(position)


def _replace(record: type[t.Base], *keys: str) -> Upsert:
    """Insert a row, or rewrite the one with the same key."""
    statement = insert(record)
    rest = [column.name for column in record.__table__.columns if column.name not in keys]
    return statement.on_conflict_do_update(
        index_elements=list(keys), set_={name: getattr(statement.excluded, name) for name in rest}
    )


def _without_id(record: type[t.Base]) -> Insert:
    return insert(record).values({c.name: bindparam(c.name) for c in record.__table__.columns if c.name != "id"})


_ASSESSMENT: BindParameter[int] = bindparam("assessment_id")

# what the workspace knows of itself
META: Asked = (lines.WordLine, select(t.MetaRecord.value).where(t.MetaRecord.key == bindparam("key")))
PUT_META: Done = _replace(t.MetaRecord, "key")
WORKSPACE: Asked = (lines.HeadLine, _ask(lines.HeadLine, t.WorkspaceRecord))
MOVE_WORKSPACE_HEAD: Done = t.WorkspaceRecord.__table__.update().values(  # type: ignore[attr-defined]
    {name: bindparam(name) for name in ("head_seq", "head_hash")}
)

# policies
POLICIES: Asked = (lines.PolicyLine, _ask(lines.PolicyLine, t.PolicyRecord).order_by(t.PolicyRecord.id))
POLICY: Asked = (
    lines.PolicyLine,
    _ask(lines.PolicyLine, t.PolicyRecord).where(t.PolicyRecord.id == bindparam("policy_id")),
)
SECTIONS: Asked = _content(lines.SectionLine, t.SectionRecord)
MEASURES: Asked = _content(lines.MeasureLine, t.MeasureRecord)
UNITS: Asked = _content(lines.UnitLine, t.UnitRecord)
ITEMS: Asked = _content(lines.ItemLine, t.ItemRecord)
INDICATORS: Asked = _content(lines.IndicatorLine, t.IndicatorRecord)
TERMS: Asked = _content(lines.TermLine, t.TermRecord)
NOISES: Asked = _content(lines.NoiseLine, t.NoiseRecord)
IDLE_NUMERALS: Asked = _content(lines.IdleNumeralLine, t.IdleNumeralRecord)
ADD_POLICY: Done = _without_id(t.PolicyRecord)
ADD_SECTION: Done = insert(t.SectionRecord)
ADD_MEASURE: Done = insert(t.MeasureRecord)
ADD_UNIT: Done = insert(t.UnitRecord)
ADD_ITEM: Done = insert(t.ItemRecord)
ADD_INDICATOR: Done = insert(t.IndicatorRecord)
ADD_TERM: Done = insert(t.TermRecord)
ADD_NOISE: Done = insert(t.NoiseRecord)
ADD_IDLE_NUMERAL: Done = insert(t.IdleNumeralRecord)

# official texts, newest first
TEXTS: Asked = (
    lines.TextLine,
    _ask(lines.TextLine, t.TextRecord)
    .where(t.TextRecord.slug == bindparam("slug"))
    .order_by(t.TextRecord.id.desc())
    .limit(bindparam("limit")),
)
ADD_TEXT: Done = _without_id(t.TextRecord)

# schools
SCHOOLS: Asked = (lines.SchoolLine, _ask(lines.SchoolLine, t.SchoolRecord).order_by(t.SchoolRecord.id))
SCHOOL: Asked = (
    lines.SchoolLine,
    _ask(lines.SchoolLine, t.SchoolRecord).where(t.SchoolRecord.id == bindparam("school_id")),
)
ADD_SCHOOL: Done = _without_id(t.SchoolRecord)
AMEND_SCHOOL: Done = (
    t.SchoolRecord.__table__.update()  # type: ignore[attr-defined]
    .where(t.SchoolRecord.id == bindparam("school_id"))
    .values({name: bindparam(name) for name in ("name", "type", "ownership", "place")})
)
FACTS: Asked = (
    lines.FactLine,
    _ask(lines.FactLine, t.FactRecord)
    .where(t.FactRecord.school_id == bindparam("school_id"), t.FactRecord.year == bindparam("year"))
    .order_by(t.FactRecord.position),
)
ALL_FACTS: Asked = (
    lines.FactsLine,
    _ask(lines.FactsLine, t.FactRecord).order_by(t.FactRecord.school_id, t.FactRecord.year, t.FactRecord.position),
)
ADD_FACT: Done = insert(t.FactRecord)
CLEAR_FACTS: Done = delete(t.FactRecord).where(
    t.FactRecord.school_id == bindparam("school_id"), t.FactRecord.year == bindparam("year")
)

# assessments
RECENT: Asked = (
    lines.AssessmentLine,
    _ask(lines.AssessmentLine, t.AssessmentRecord).order_by(
        t.AssessmentRecord.edited_no.desc(), t.AssessmentRecord.id.desc()
    ),
)
ASSESSMENT: Asked = (
    lines.AssessmentLine,
    _ask(lines.AssessmentLine, t.AssessmentRecord).where(t.AssessmentRecord.id == _ASSESSMENT),
)
ASSESSMENTS_OF_SCHOOL: Asked = (
    lines.AssessmentLine,
    _ask(lines.AssessmentLine, t.AssessmentRecord).where(t.AssessmentRecord.school_id == bindparam("school_id")),
)
STARTED: Asked = (
    lines.AssessmentLine,
    _ask(lines.AssessmentLine, t.AssessmentRecord).where(
        t.AssessmentRecord.school_id == bindparam("school_id"),
        t.AssessmentRecord.slug == bindparam("slug"),
        t.AssessmentRecord.year == bindparam("year"),
    ),
)
ADD_ASSESSMENT: Done = _without_id(t.AssessmentRecord)
HEAD: Asked = (
    lines.HeadLine,
    _ask(lines.HeadLine, t.AssessmentRecord).where(t.AssessmentRecord.id == _ASSESSMENT),
)
_COUNTERS = ("met", "partly_met", "not_met", "not_applicable", "unanswered")
MOVE_HEAD: Done = (
    t.AssessmentRecord.__table__.update()  # type: ignore[attr-defined]
    .where(t.AssessmentRecord.id == _ASSESSMENT)
    .values({name: bindparam(name) for name in ("edited_at", "edited_no", "head_seq", "head_hash")})
    .values({name: getattr(t.AssessmentRecord, name) + bindparam(name) for name in _COUNTERS})
)
RECOUNT: Done = (
    t.AssessmentRecord.__table__.update()  # type: ignore[attr-defined]
    .where(t.AssessmentRecord.id == _ASSESSMENT)
    .values({name: bindparam(name) for name in _COUNTERS})
)
RENEW: Done = (
    t.AssessmentRecord.__table__.update()  # type: ignore[attr-defined]
    .where(t.AssessmentRecord.id == _ASSESSMENT)
    .values({"policy_id": bindparam("policy_id")})
)

# answers and readings
ANSWERS: Asked = (
    lines.AnswerLine,
    _ask(lines.AnswerLine, t.AnswerRecord).where(t.AnswerRecord.assessment_id == _ASSESSMENT),
)
ANSWER: Asked = (
    lines.AnswerLine,
    _ask(lines.AnswerLine, t.AnswerRecord).where(
        t.AnswerRecord.assessment_id == _ASSESSMENT, t.AnswerRecord.item == bindparam("item")
    ),
)
STATUSES: Asked = (
    lines.StatusLine,
    _ask(lines.StatusLine, t.AnswerRecord).where(t.AnswerRecord.assessment_id == _ASSESSMENT),
)
PUT_ANSWER: Done = _replace(t.AnswerRecord, "assessment_id", "item")
READINGS: Asked = (
    lines.ReadingLine,
    _ask(lines.ReadingLine, t.ReadingRecord).where(t.ReadingRecord.assessment_id == _ASSESSMENT),
)
READINGS_OF_ITEM: Asked = (
    lines.ReadingLine,
    _ask(lines.ReadingLine, t.ReadingRecord).where(
        t.ReadingRecord.assessment_id == _ASSESSMENT, t.ReadingRecord.item == bindparam("item")
    ),
)
READING: Asked = (
    lines.ReadingLine,
    _ask(lines.ReadingLine, t.ReadingRecord).where(
        t.ReadingRecord.assessment_id == _ASSESSMENT, t.ReadingRecord.indicator == bindparam("indicator")
    ),
)
PUT_READING: Done = _replace(t.ReadingRecord, "assessment_id", "indicator")

# evidence
_LINKED = _ask(lines.EvidenceLine, t.EvidenceRecord, t.EvidenceLinkRecord).join_from(
    t.EvidenceRecord, t.EvidenceLinkRecord, t.EvidenceLinkRecord.evidence_id == t.EvidenceRecord.id
)
_IN_ORDER = (t.EvidenceLinkRecord.item, t.EvidenceLinkRecord.sequence)
EVIDENCE: Asked = (
    lines.EvidenceLine,
    _LINKED.where(t.EvidenceLinkRecord.assessment_id == _ASSESSMENT).order_by(*_IN_ORDER),
)
EVIDENCE_OF_ITEM: Asked = (
    lines.EvidenceLine,
    _LINKED.where(
        t.EvidenceLinkRecord.assessment_id == _ASSESSMENT, t.EvidenceLinkRecord.item == bindparam("item")
    ).order_by(*_IN_ORDER),
)
EVIDENCE_LINKS: Asked = (
    lines.EvidenceLine,
    _LINKED.where(t.EvidenceRecord.id == bindparam("evidence_id")).order_by(*_IN_ORDER),
)
NEXT_SEQUENCE: Asked = (
    lines.NumberLine,
    select(func.coalesce(func.max(t.EvidenceLinkRecord.sequence), 0) + 1).where(
        t.EvidenceLinkRecord.assessment_id == _ASSESSMENT, t.EvidenceLinkRecord.item == bindparam("item")
    ),
)
BLOBS: Asked = (
    lines.BlobLine,
    select(t.EvidenceRecord.sha256, func.max(t.EvidenceRecord.size), func.min(t.EvidenceRecord.name))
    .where(t.EvidenceRecord.sha256 != "")
    .group_by(t.EvidenceRecord.sha256)
    .order_by(t.EvidenceRecord.sha256),
)
ADD_EVIDENCE: Done = _without_id(t.EvidenceRecord)
ADD_EVIDENCE_LINK: Done = insert(t.EvidenceLinkRecord)
SWITCH_EVIDENCE_LINK: Done = (
    t.EvidenceLinkRecord.__table__.update()  # type: ignore[attr-defined]
    .where(
        t.EvidenceLinkRecord.evidence_id == bindparam("evidence_id"),
        t.EvidenceLinkRecord.assessment_id == _ASSESSMENT,
        t.EvidenceLinkRecord.item == bindparam("item"),
    )
    .values({name: bindparam(name) for name in ("attached", "changed_at", "changed_by")})
)

# the trail; changes of no assessment are the workspace's own
CHANGES: Asked = (
    lines.ChangeLine,
    _ask(lines.ChangeLine, t.ChangeRecord)
    .where(t.ChangeRecord.assessment_id.is_not_distinct_from(_ASSESSMENT))
    .order_by(t.ChangeRecord.seq.desc())
    .limit(bindparam("limit")),
)
_PARTS = func.json_each(t.ChangeRecord.parts).table_valued("value")
CHANGES_OF_ITEM: Asked = (
    lines.ChangeLine,
    _ask(lines.ChangeLine, t.ChangeRecord)
    .where(
        t.ChangeRecord.assessment_id == _ASSESSMENT,
        there_is(select(_PARTS.c.value).where(func.json_extract(_PARTS.c.value, "$.item") == bindparam("item"))),
    )
    .order_by(t.ChangeRecord.seq.desc())
    .limit(bindparam("limit")),
)
CHAIN: Asked = (
    lines.ChangeLine,
    _ask(lines.ChangeLine, t.ChangeRecord)
    .where(t.ChangeRecord.assessment_id.is_not_distinct_from(_ASSESSMENT), t.ChangeRecord.seq > bindparam("after"))
    .order_by(t.ChangeRecord.seq)
    .limit(bindparam("limit")),
)
NEWEST_CHANGE: Asked = (lines.NumberLine, select(func.coalesce(func.max(t.ChangeRecord.id), 0)))
ADD_CHANGE: Done = _without_id(t.ChangeRecord)

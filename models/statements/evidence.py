"""What is asked of the evidence."""

from sqlalchemy import BindParameter, and_, bindparam, func, literal, select, union_all
from sqlalchemy.dialects.sqlite import insert

from models import lines
from models import tables as t
from models.statements.asking import OF_ASSESSMENT, Asked, Done, add, ask, change, replace

_OF_ITEM = t.EvidenceLinkRecord.item == bindparam("item")
_OF_PIECE: BindParameter[int] = bindparam("evidence_id")
_SAID, _LATER = t.EvidenceParticularsRecord, t.EvidenceVersionRecord
_SIGNED = t.EditionRecord
_NEWEST = {name: func.coalesce(getattr(_LATER, name), getattr(t.EvidenceRecord, name)).label(name) for name in (
    "name", "media_type", "sha256", "size"
)}  # fmt: skip
_PARTICULARS = {
    "formed_on": func.coalesce(_SAID.formed_on, t.EvidenceRecord.formed_on).label("formed_on"),
    "number": func.coalesce(_SAID.number, "").label("number"),
    "valid_until": _SAID.valid_until,
    "year": _SAID.year,
    "department": func.coalesce(_SAID.department, "").label("department"),
    "note": func.coalesce(_SAID.note, "").label("note"),
    "taken_at": func.coalesce(_LATER.taken_at, _SAID.taken_at, "").label("taken_at"),
    "version": func.coalesce(_SAID.version, 0).label("version"),
    "first_name": t.EvidenceRecord.name.label("first_name"),
    "first_sha256": t.EvidenceRecord.sha256.label("first_sha256"),
}
_PLAIN = {
    name: getattr(record, name)
    for record in (t.EvidenceLinkRecord, t.EvidenceRecord)
    for name in lines.EvidenceLine._fields
    if hasattr(record, name)
}
_COLUMNS = {**_PLAIN, **_NEWEST, **_PARTICULARS}
_LINKED = (
    select(*(_COLUMNS[name] for name in lines.EvidenceLine._fields))
    .join_from(t.EvidenceRecord, t.EvidenceLinkRecord, t.EvidenceLinkRecord.evidence_id == t.EvidenceRecord.id)
    .outerjoin(
        _SAID,
        and_(
            _SAID.evidence_id == t.EvidenceRecord.id,
            _SAID.assessment_id == t.EvidenceLinkRecord.assessment_id,
        ),
    )
    .outerjoin(
        _LATER,
        and_(
            _LATER.evidence_id == _SAID.evidence_id,
            _LATER.assessment_id == _SAID.assessment_id,
            _LATER.version == _SAID.version,
        ),
    )
)
_IN_ORDER = (t.EvidenceLinkRecord.item, t.EvidenceLinkRecord.sequence)
_OURS = t.EvidenceLinkRecord.assessment_id == OF_ASSESSMENT
EVIDENCE: Asked = (lines.EvidenceLine, _LINKED.where(_OURS).order_by(*_IN_ORDER))
EVIDENCE_OF_ITEM: Asked = (lines.EvidenceLine, _LINKED.where(_OURS, _OF_ITEM).order_by(*_IN_ORDER))
EVIDENCE_LINKS: Asked = (lines.EvidenceLine, _LINKED.where(t.EvidenceRecord.id == _OF_PIECE).order_by(*_IN_ORDER))
EVIDENCE_OF_PIECE: Asked = (
    lines.EvidenceLine,
    _LINKED.where(_OURS, t.EvidenceRecord.id == _OF_PIECE).order_by(*_IN_ORDER),
)
PIECES: Asked = (
    lines.PieceLine,
    select(t.EvidenceRecord.id, t.EvidenceRecord.uuid).where(
        t.EvidenceRecord.id.in_(select(t.EvidenceLinkRecord.evidence_id).where(_OURS))
    ),
)
NEXT_SEQUENCE: Asked = (
    lines.NumberLine,
    select(func.coalesce(func.max(t.EvidenceLinkRecord.sequence), 0) + 1).where(_OURS, _OF_ITEM),
)
LAST_UNNUMBERED: Asked = (
    lines.NumberLine,
    select(func.coalesce(func.max(t.EvidenceLinkRecord.sequence), 0))
    .outerjoin(
        _SAID,
        and_(
            _SAID.evidence_id == t.EvidenceLinkRecord.evidence_id,
            _SAID.assessment_id == t.EvidenceLinkRecord.assessment_id,
        ),
    )
    .where(_OURS, _OF_ITEM, _SAID.number.is_(None)),
)
LAST_OF_SERIES: Asked = (
    lines.NumberLine,
    select(func.coalesce(func.max(_SAID.sequence), 0)).where(
        _SAID.assessment_id == OF_ASSESSMENT, _SAID.series == bindparam("series")
    ),
)
NUMBERED: Asked = (
    lines.NumberLine,
    select(_SAID.evidence_id).where(_SAID.assessment_id == OF_ASSESSMENT, _SAID.number == bindparam("number")),
)
_FILES = union_all(
    select(t.EvidenceRecord.sha256, t.EvidenceRecord.size, t.EvidenceRecord.name).where(t.EvidenceRecord.sha256 != ""),
    select(_LATER.sha256, _LATER.size, _LATER.name),
    select(_SIGNED.scan_sha256, _SIGNED.scan_size, _SIGNED.scan_name).where(_SIGNED.scan_sha256 != ""),
    select(_SIGNED.paper_sha256, _SIGNED.paper_size, _SIGNED.paper_name),
).subquery("files")
BLOBS: Asked = (
    lines.BlobLine,
    select(_FILES.c.sha256, func.max(_FILES.c.size), func.min(_FILES.c.name))
    .group_by(_FILES.c.sha256)
    .order_by(_FILES.c.sha256),
)
VERSIONS: Asked = (
    lines.VersionLine,
    ask(lines.VersionLine, _LATER)
    .where(_LATER.evidence_id == _OF_PIECE, _LATER.assessment_id == OF_ASSESSMENT)
    .order_by(_LATER.version),
)
FIRST_VERSION: Asked = (
    lines.VersionLine,
    select(
        literal(0).label("version"),
        t.EvidenceRecord.name,
        t.EvidenceRecord.media_type,
        t.EvidenceRecord.sha256,
        t.EvidenceRecord.size,
        func.coalesce(_SAID.taken_at, "").label("taken_at"),
        t.EvidenceRecord.added_at,
        t.EvidenceRecord.added_by,
    )
    .outerjoin(_SAID, and_(_SAID.evidence_id == t.EvidenceRecord.id, _SAID.assessment_id == OF_ASSESSMENT))
    .where(t.EvidenceRecord.id == _OF_PIECE),
)
PATTERN: Asked = (
    lines.WordLine,
    select(t.EvidencePatternRecord.pattern).where(t.EvidencePatternRecord.school_id == bindparam("school_id")),
)
PATTERNS: Asked = (lines.PatternLine, ask(lines.PatternLine, t.EvidencePatternRecord))
ADD_EVIDENCE: Done = add(t.EvidenceRecord)
ADD_EVIDENCE_LINK: Done = insert(t.EvidenceLinkRecord)
SWITCH_EVIDENCE_LINK: Done = change(t.EvidenceLinkRecord, "attached", "changed_at", "changed_by").where(
    t.EvidenceLinkRecord.evidence_id == _OF_PIECE, _OURS, _OF_ITEM
)
_THIS = (_SAID.evidence_id == _OF_PIECE, _SAID.assessment_id == OF_ASSESSMENT)
ADD_PARTICULARS: Done = insert(t.EvidenceParticularsRecord).on_conflict_do_nothing()
AMEND_PARTICULARS: Done = change(
    _SAID, "formed_on", "valid_until", "year", "department", "note", "changed_at", "changed_by"
).where(*_THIS)
NUMBER_EVIDENCE: Done = change(_SAID, "number", "series", "sequence").where(*_THIS)
SHOW_VERSION: Done = change(_SAID, "version", "changed_at", "changed_by").where(*_THIS)
ADD_VERSION: Done = insert(t.EvidenceVersionRecord)
PUT_PATTERN: Done = replace(t.EvidencePatternRecord, "school_id")

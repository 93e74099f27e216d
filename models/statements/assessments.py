"""What is asked of assessments."""

from sqlalchemy import bindparam

from models import lines
from models import tables as t
from models.statements.asking import OF_ASSESSMENT, Asked, Done, add, ask, change

RECENT: Asked = (
    lines.AssessmentLine,
    ask(lines.AssessmentLine, t.AssessmentRecord).order_by(
        t.AssessmentRecord.edited_no.desc(), t.AssessmentRecord.id.desc()
    ),
)
ASSESSMENT: Asked = (
    lines.AssessmentLine,
    ask(lines.AssessmentLine, t.AssessmentRecord).where(t.AssessmentRecord.id == OF_ASSESSMENT),
)
ASSESSMENTS_OF_SCHOOL: Asked = (
    lines.AssessmentLine,
    ask(lines.AssessmentLine, t.AssessmentRecord).where(t.AssessmentRecord.school_id == bindparam("school_id")),
)
STARTED: Asked = (
    lines.AssessmentLine,
    ask(lines.AssessmentLine, t.AssessmentRecord).where(
        t.AssessmentRecord.school_id == bindparam("school_id"),
        t.AssessmentRecord.slug == bindparam("slug"),
        t.AssessmentRecord.year == bindparam("year"),
    ),
)
ADD_ASSESSMENT: Done = add(t.AssessmentRecord)
HEAD: Asked = (
    lines.HeadLine,
    ask(lines.HeadLine, t.AssessmentRecord).where(t.AssessmentRecord.id == OF_ASSESSMENT),
)
_COUNTERS = ("met", "partly_met", "not_met", "not_applicable", "unanswered")
MOVE_HEAD: Done = (
    change(t.AssessmentRecord, "edited_at", "edited_no", "head_seq", "head_hash")
    .where(t.AssessmentRecord.id == OF_ASSESSMENT)
    .values({name: getattr(t.AssessmentRecord, name) + bindparam(name) for name in _COUNTERS})
)
RECOUNT: Done = change(t.AssessmentRecord, *_COUNTERS).where(t.AssessmentRecord.id == OF_ASSESSMENT)
RENEW: Done = change(t.AssessmentRecord, "policy_id").where(t.AssessmentRecord.id == OF_ASSESSMENT)

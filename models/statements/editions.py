"""What is asked of editions."""

from sqlalchemy import bindparam, func, select

from models import lines
from models import tables as t
from models.statements.asking import OF_ASSESSMENT, Asked, Done, add, ask, change

_ALL = ask(lines.EditionLine, t.EditionRecord)
_OURS = t.EditionRecord.assessment_id == OF_ASSESSMENT
_THIS = (_OURS, t.EditionRecord.number == bindparam("number"))
_MARK = '"kind":"edition"'
EDITIONS: Asked = (lines.EditionLine, _ALL.where(_OURS).order_by(t.EditionRecord.number.desc()))
EVERY_EDITION: Asked = (lines.EditionLine, _ALL.order_by(t.EditionRecord.assessment_id, t.EditionRecord.number))
EDITION: Asked = (lines.EditionLine, _ALL.where(*_THIS))
SNAPSHOT: Asked = (lines.SnapshotLine, ask(lines.SnapshotLine, t.EditionRecord).where(*_THIS))
STEPS_AFTER: Asked = (
    lines.NumberLine,
    select(func.count())
    .select_from(t.ChangeRecord)
    .where(
        t.ChangeRecord.assessment_id == OF_ASSESSMENT,
        t.ChangeRecord.seq > bindparam("seq"),
        func.instr(t.ChangeRecord.parts, _MARK) == 0,
    ),
)
EDITION_STEPS: Asked = (
    lines.ChangeLine,
    ask(lines.ChangeLine, t.ChangeRecord)
    .where(t.ChangeRecord.assessment_id == OF_ASSESSMENT, func.instr(t.ChangeRecord.parts, _MARK) > 0)
    .order_by(t.ChangeRecord.seq),
)
ADD_EDITION: Done = add(t.EditionRecord)
SET_EDITION: Done = change(
    t.EditionRecord, "state", "reason", "scan_sha256", "scan_name", "scan_size", "changed_at", "changed_by"
).where(*_THIS)

"""What is asked of the trail and of the workspace itself."""

from sqlalchemy import and_, bindparam, func, or_, select
from sqlalchemy import exists as there_is

from models import lines
from models import tables as t
from models.statements.asking import OF_ASSESSMENT, Asked, Done, add, ask, change, replace

# what the workspace knows of itself
META: Asked = (lines.WordLine, select(t.MetaRecord.value).where(t.MetaRecord.key == bindparam("key")))
PUT_META: Done = replace(t.MetaRecord, "key")
WORKSPACE: Asked = (lines.HeadLine, ask(lines.HeadLine, t.WorkspaceRecord))
MOVE_WORKSPACE_HEAD: Done = change(t.WorkspaceRecord, "head_seq", "head_hash")

# the trail; changes of no assessment are the workspace's own
CHANGES: Asked = (
    lines.ChangeLine,
    ask(lines.ChangeLine, t.ChangeRecord)
    .where(t.ChangeRecord.assessment_id.is_not_distinct_from(OF_ASSESSMENT))
    .order_by(t.ChangeRecord.seq.desc())
    .limit(bindparam("limit")),
)
FIRST_CHANGE: Asked = (
    lines.ChangeLine,
    ask(lines.ChangeLine, t.ChangeRecord).where(t.ChangeRecord.assessment_id == OF_ASSESSMENT, t.ChangeRecord.seq == 1),
)
_PARTS = func.json_each(t.ChangeRecord.parts).table_valued("value")
_OTHERS = func.json_each(_PARTS.c.value, "$.others").table_valued("value", name="others")
_OF_ITEM = func.json_extract(_PARTS.c.value, "$.item") == bindparam("item")
_NAMES_OTHERS = func.instr(_PARTS.c.value, '"others"') > 0
_AMONG_OTHERS = there_is(select(_OTHERS.c.value).where(_OTHERS.c.value == bindparam("item")).correlate(_PARTS))
CHANGES_OF_ITEM: Asked = (
    lines.ChangeLine,
    ask(lines.ChangeLine, t.ChangeRecord)
    .where(
        t.ChangeRecord.assessment_id == OF_ASSESSMENT,
        there_is(select(_PARTS.c.value).where(or_(_OF_ITEM, and_(_NAMES_OTHERS, _AMONG_OTHERS)))),
    )
    .order_by(t.ChangeRecord.seq.desc())
    .limit(bindparam("limit")),
)
CHAIN: Asked = (
    lines.ChangeLine,
    ask(lines.ChangeLine, t.ChangeRecord)
    .where(t.ChangeRecord.assessment_id.is_not_distinct_from(OF_ASSESSMENT), t.ChangeRecord.seq > bindparam("after"))
    .order_by(t.ChangeRecord.seq)
    .limit(bindparam("limit")),
)
NEWEST_CHANGE: Asked = (lines.NumberLine, select(func.coalesce(func.max(t.ChangeRecord.id), 0)))
ADD_CHANGE: Done = add(t.ChangeRecord)

"""What is asked of overrulings."""

from sqlalchemy import bindparam

from models import lines
from models import tables as t
from models.statements.asking import OF_ASSESSMENT, Asked, Done, ask, replace

OVERRULINGS: Asked = (
    lines.OverrulingLine,
    ask(lines.OverrulingLine, t.OverrulingRecord).where(t.OverrulingRecord.assessment_id == OF_ASSESSMENT),
)
OVERRULINGS_OF_ITEM: Asked = (
    lines.OverrulingLine,
    ask(lines.OverrulingLine, t.OverrulingRecord).where(
        t.OverrulingRecord.assessment_id == OF_ASSESSMENT, t.OverrulingRecord.item == bindparam("item")
    ),
)
OVERRULING: Asked = (
    lines.OverrulingLine,
    ask(lines.OverrulingLine, t.OverrulingRecord).where(
        t.OverrulingRecord.assessment_id == OF_ASSESSMENT, t.OverrulingRecord.indicator == bindparam("indicator")
    ),
)
PUT_OVERRULING: Done = replace(t.OverrulingRecord, "assessment_id", "indicator")

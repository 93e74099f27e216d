"""What is asked of answers and readings."""

from sqlalchemy import bindparam

from models import lines
from models import tables as t
from models.statements.asking import OF_ASSESSMENT, Asked, Done, ask, replace

ANSWERS: Asked = (
    lines.AnswerLine,
    ask(lines.AnswerLine, t.AnswerRecord).where(t.AnswerRecord.assessment_id == OF_ASSESSMENT),
)
ANSWER: Asked = (
    lines.AnswerLine,
    ask(lines.AnswerLine, t.AnswerRecord).where(
        t.AnswerRecord.assessment_id == OF_ASSESSMENT, t.AnswerRecord.item == bindparam("item")
    ),
)
STATUSES: Asked = (
    lines.StatusLine,
    ask(lines.StatusLine, t.AnswerRecord).where(t.AnswerRecord.assessment_id == OF_ASSESSMENT),
)
PUT_ANSWER: Done = replace(t.AnswerRecord, "assessment_id", "item")
READINGS: Asked = (
    lines.ReadingLine,
    ask(lines.ReadingLine, t.ReadingRecord).where(t.ReadingRecord.assessment_id == OF_ASSESSMENT),
)
READINGS_OF_ITEM: Asked = (
    lines.ReadingLine,
    ask(lines.ReadingLine, t.ReadingRecord).where(
        t.ReadingRecord.assessment_id == OF_ASSESSMENT, t.ReadingRecord.item == bindparam("item")
    ),
)
READING: Asked = (
    lines.ReadingLine,
    ask(lines.ReadingLine, t.ReadingRecord).where(
        t.ReadingRecord.assessment_id == OF_ASSESSMENT, t.ReadingRecord.indicator == bindparam("indicator")
    ),
)
PUT_READING: Done = replace(t.ReadingRecord, "assessment_id", "indicator")

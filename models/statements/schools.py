"""What is asked of schools and their base figures."""

from sqlalchemy import bindparam, delete
from sqlalchemy.dialects.sqlite import insert

from models import lines
from models import tables as t
from models.statements.asking import Asked, Done, add, ask, change

SCHOOLS: Asked = (lines.SchoolLine, ask(lines.SchoolLine, t.SchoolRecord).order_by(t.SchoolRecord.id))
SCHOOL: Asked = (
    lines.SchoolLine,
    ask(lines.SchoolLine, t.SchoolRecord).where(t.SchoolRecord.id == bindparam("school_id")),
)
ADD_SCHOOL: Done = add(t.SchoolRecord)
AMEND_SCHOOL: Done = change(t.SchoolRecord, "name", "type", "ownership", "place").where(
    t.SchoolRecord.id == bindparam("school_id")
)
FACTS: Asked = (
    lines.FactLine,
    ask(lines.FactLine, t.FactRecord)
    .where(t.FactRecord.school_id == bindparam("school_id"), t.FactRecord.year == bindparam("year"))
    .order_by(t.FactRecord.position),
)
ALL_FACTS: Asked = (
    lines.FactsLine,
    ask(lines.FactsLine, t.FactRecord).order_by(t.FactRecord.school_id, t.FactRecord.year, t.FactRecord.position),
)
ADD_FACT: Done = insert(t.FactRecord)
CLEAR_FACTS: Done = delete(t.FactRecord).where(
    t.FactRecord.school_id == bindparam("school_id"), t.FactRecord.year == bindparam("year")
)

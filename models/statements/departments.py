"""What is asked of departments."""

from sqlalchemy import bindparam

from models import lines
from models import tables as t
from models.statements.asking import Asked, Done, add, ask, change

_IN_ORDER = (t.DepartmentRecord.school_id, t.DepartmentRecord.position, t.DepartmentRecord.id)
DEPARTMENTS: Asked = (lines.DepartmentLine, ask(lines.DepartmentLine, t.DepartmentRecord).order_by(*_IN_ORDER))
DEPARTMENTS_OF: Asked = (
    lines.DepartmentLine,
    ask(lines.DepartmentLine, t.DepartmentRecord)
    .where(t.DepartmentRecord.school_id == bindparam("school_id"))
    .order_by(*_IN_ORDER),
)
DEPARTMENT: Asked = (
    lines.DepartmentLine,
    ask(lines.DepartmentLine, t.DepartmentRecord).where(t.DepartmentRecord.id == bindparam("department_id")),
)
ADD_DEPARTMENT: Done = add(t.DepartmentRecord)
AMEND_DEPARTMENT: Done = change(t.DepartmentRecord, "name", "head", "contact", "position", "is_retired").where(
    t.DepartmentRecord.id == bindparam("department_id")
)

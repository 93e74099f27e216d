"""The rows that the workspace's own parts speak of: as they stand, and brought to what a part says."""

from models import compiled
from models.vocabulary import AssessmentId, PolicyId, SchoolId, Status
from models.work import Work
from services import listed, rows
from services.checklist import DepartmentRow, Fact
from services.evidence.laying import pattern_of
from services.listed import SchoolRow
from services.scoring import score_of
from services.sheets import Sheet, Sheets
from services.trail.changes import DepartmentPart, FactsPart, PatternPart, RenewPart, SchoolPart

RowPart = SchoolPart | FactsPart | DepartmentPart | PatternPart | RenewPart
"""The parts that rows answer to, and that can be taken back therefore."""

State = SchoolRow | tuple[Fact, ...] | DepartmentRow | str


def state_now(work: Work, part: RowPart) -> State:
    """Read what a part speaks of as it stands."""
    match part:
        case SchoolPart():
            return listed.school_row(work.one(compiled.SCHOOL, school_id=part.after.id))
        case FactsPart():
            return facts_now(work, part.school, part.year)
        case DepartmentPart():
            return rows.department_row(work.one(compiled.DEPARTMENT, department_id=part.after.id))
        case PatternPart():
            return pattern_of(work, part.school)
        case RenewPart():
            line = work.one(compiled.ASSESSMENT, assessment_id=part.assessment)
            return work.one(compiled.POLICY, policy_id=line.policy_id).digest


def apply(work: Work, sheets: Sheets, part: RowPart) -> None:
    """Bring rows to what a part says; the sheets must be forgotten after the work."""
    match part:
        case SchoolPart():
            work.do(compiled.AMEND_SCHOOL, school_id=part.after.id, **listed.school_values(part.after))
            _recount_all(work, sheets, part.after.id)
        case FactsPart():
            _put_facts(work, part)
        case DepartmentPart():
            work.do(compiled.AMEND_DEPARTMENT, department_id=part.after.id, **rows.department_values(part.after))
        case PatternPart():
            work.do(compiled.PUT_PATTERN, school_id=part.school, pattern=part.after)
        case RenewPart():
            _renew(work, sheets, part)


def facts_now(work: Work, school: SchoolId, year: int) -> tuple[Fact, ...]:
    """Read a school's base figures of a year in their order."""
    return tuple(map(rows.fact, work.all(compiled.FACTS, school_id=school, year=year)))


def counters(work: Work, assessment: AssessmentId, sheet: Sheet) -> dict[str, int]:
    """Count an assessment's answers by status, from the answers themselves."""
    written = {line.item: Status(line.status) for line in work.all(compiled.STATUSES, assessment_id=assessment)}
    counted = score_of(written.get(key, Status.UNANSWERED) for key in sheet.items if sheet.binds(key))
    return {status.value: counted.count(status) for status in Status}


def _put_facts(work: Work, part: FactsPart) -> None:
    key = {"school_id": part.school, "year": part.year}
    work.do(compiled.CLEAR_FACTS, **key)
    work.do_each(
        compiled.ADD_FACT, ({**key, "position": at, **rows.fact_values(one)} for at, one in enumerate(part.after))
    )


def _recount_all(work: Work, sheets: Sheets, school: SchoolId) -> None:
    for line in work.all(compiled.ASSESSMENTS_OF_SCHOOL, school_id=school):
        _recount(work, AssessmentId(line.id), sheets.fresh(work, PolicyId(line.policy_id), school))


def _renew(work: Work, sheets: Sheets, part: RenewPart) -> None:
    policy = next(line.id for line in work.all(compiled.POLICIES) if line.digest == part.after)
    work.do(compiled.RENEW, assessment_id=part.assessment, policy_id=policy)
    line = work.one(compiled.ASSESSMENT, assessment_id=part.assessment)
    _recount(work, part.assessment, sheets.fresh(work, PolicyId(policy), SchoolId(line.school_id)))


def _recount(work: Work, assessment: AssessmentId, sheet: Sheet) -> None:
    work.do(compiled.RECOUNT, assessment_id=assessment, **counters(work, assessment, sheet))

"""Departments of a school, and which of them answers for what."""

from dataclasses import replace
from pathlib import Path

import pytest

from checklists import library
from checklists.policy import ResponsibleUnit
from checklists.themes import theme_names
from models.vocabulary import Addressee, AssessmentId, ItemKey, Status, UnitRole
from services.checklist import Answer
from services.departments.assignments import suggestions
from services.departments.kinds import Ground, kinds, suggested, usual_names
from services.errors import DepartmentTakenError, NameMissingError
from services.evidence.values import Particulars
from services.findings.findings import opened_number
from services.findings.rows import Remedy
from services.trail.changes import AnswerPart, DepartmentPart
from services.trail.history import History
from services.verifying import verify
from services.workspace import Workspace
from tests.builders import a_measure, a_policy, a_workspace, an_assessment, an_item


def _departments_of_items(workspace: Workspace, assessment: AssessmentId) -> dict[str, str]:
    rows = workspace.assessments.checklist(assessment).items()
    return {row.key: row.answer.department for row in rows if row.answer.department}


def test_departments_stand_in_the_order_they_are_put_in(workspace: Workspace) -> None:
    school = workspace.assessments.checklist(an_assessment(workspace)).school.id
    ids = workspace.departments.add_all(school, ["教务处", "学生处", "财务处"]).departments
    workspace.departments.reorder(school, [ids[2], ids[0]])
    assert [row.name for row in workspace.departments.of(school)] == ["财务处", "教务处", "学生处"]


def test_a_department_given_up_is_offered_no_more_and_comes_back_under_its_own_id(workspace: Workspace) -> None:
    school = workspace.assessments.checklist(an_assessment(workspace)).school.id
    (first,) = workspace.departments.add(school, "教务处", head="李敏").departments
    workspace.departments.retire(first)
    assert workspace.departments.of(school) == ()
    assert workspace.departments.add(school, " 教务处 ").departments == (first,)
    assert workspace.departments.of(school)[0].head == "李敏"


def test_two_departments_never_share_a_name(workspace: Workspace) -> None:
    school = workspace.assessments.checklist(an_assessment(workspace)).school.id
    workspace.departments.add(school, "教务处")
    (other,) = workspace.departments.add(school, "学生处").departments
    with pytest.raises(DepartmentTakenError):
        workspace.departments.add(school, "教务处")
    with pytest.raises(DepartmentTakenError):
        workspace.departments.amend(other, name="教务处", head="", contact="")
    with pytest.raises(NameMissingError):
        workspace.departments.add(school, "  ")
    assert [row.name for row in workspace.departments.of(school)] == ["教务处", "学生处"]


def test_a_new_name_is_written_into_every_answer_in_one_change(workspace: Workspace) -> None:
    assessment = an_assessment(workspace)
    school = workspace.assessments.checklist(assessment).school.id
    (department,) = workspace.departments.add(school, "教务科").departments
    workspace.assignments.assign(assessment, [ItemKey("1-1"), ItemKey("2-1")], "教务科")
    assert [(one.assessment, one.places) for one in workspace.departments.renamings(department)] == [(assessment, 2)]
    (change,) = workspace.departments.amend(department, name="教务处", head="李敏", contact="内线 301").changes
    assert _departments_of_items(workspace, assessment) == {"1-1": "教务处", "2-1": "教务处"}
    assert len(change.parts) == 2
    assert workspace.assessments.trail(assessment)[0].parts == change.parts


def test_open_findings_and_evidence_follow_a_new_name_and_one_undo_takes_all_back(workspace: Workspace) -> None:
    assessment, key = an_assessment(workspace), ItemKey("1-1")
    school = workspace.assessments.checklist(assessment).school.id
    (department,) = workspace.departments.add(school, "教务科").departments
    workspace.assessments.record(assessment, key, Answer(Status.NOT_MET, department="教务科"))
    number = opened_number(workspace.findings.open_from(assessment, key))
    workspace.findings.amend(assessment, number, Remedy(problem="缺规程", lead="教务科", joint="学生科、教务科"))
    workspace.evidence.attach_paper(assessment, key, "柜")
    (piece,) = workspace.evidence.register.pieces(assessment)
    workspace.evidence.register.amend(assessment, {piece.evidence.id: Particulars(department="教务科")})
    history = History(workspace.steps)
    history.add(workspace.departments.amend(department, name="教务处", head="", contact=""))
    remedy = workspace.findings.row(assessment, number).finding.remedy
    assert (remedy.lead, remedy.joint) == ("教务处", "学生科、教务处")
    assert workspace.evidence.register.pieces(assessment)[0].evidence.department == "教务处"
    history.undo()
    assert workspace.findings.row(assessment, number).finding.remedy.lead == "教务科"
    assert workspace.evidence.register.pieces(assessment)[0].evidence.department == "教务科"
    assert [row.name for row in workspace.departments.of(school)] == ["教务科"]
    assert verify(workspace.folder).problems == ()


def test_what_happened_to_departments_is_in_the_workspaces_own_trail(workspace: Workspace) -> None:
    assessment = an_assessment(workspace)
    school = workspace.assessments.checklist(assessment).school.id
    (department,) = workspace.departments.add(school, "教务科").departments
    workspace.departments.amend(department, name="教务处", head="李敏", contact="")
    parts = [part for change in workspace.schools.trail() for part in change.parts if isinstance(part, DepartmentPart)]
    assert [(part.before and part.before.name, part.after.name) for part in parts] == [
        ("教务科", "教务处"),
        (None, "教务科"),
    ]
    assert verify(workspace.folder).problems == ()


def test_a_department_changed_behind_our_back_is_found(workspace: Workspace) -> None:
    school = workspace.assessments.checklist(an_assessment(workspace)).school.id
    workspace.departments.add(school, "教务处")
    workspace._store._connection.execute("UPDATE departments SET name = '别的'")
    assert [problem.place for problem in verify(workspace.folder).problems] == ["departments 1"]


def test_a_measure_is_assigned_in_one_step_that_can_be_taken_back(workspace: Workspace) -> None:
    assessment, history = an_assessment(workspace), History(workspace.steps)
    workspace.assessments.record(assessment, ItemKey("1-1"), Answer(Status.MET, "已做", department="财务处"))
    change = workspace.assignments.assign(assessment, [ItemKey("1-1"), ItemKey("1-2")], "教务处")
    history.add(change)
    row = workspace.assessments.item(assessment, ItemKey("1-1"))
    assert row.answer == Answer(Status.MET, "已做", department="教务处")
    history.undo()
    assert _departments_of_items(workspace, assessment) == {"1-1": "财务处"}


def test_assigning_does_not_pass_for_a_review(workspace: Workspace) -> None:
    assessment, key = an_assessment(workspace), ItemKey("1-1")
    workspace.assessments.record(assessment, key, Answer(Status.MET))
    answer = workspace.assessments.item(assessment, key).answer
    workspace.assessments.carry_out(assessment, (AnswerPart(key, answer, replace(answer, needs_review=True)),))
    workspace.assignments.assign(assessment, [key], "教务处")
    assert workspace.assessments.item(assessment, key).needs_review


def test_the_theme_speaks_before_the_units_and_the_education_bureau_last() -> None:
    names = ["教务处", "财务科", "招生就业科", "实训处"]
    bureaus = [ResponsibleUnit("市教育局", UnitRole.LEAD), ResponsibleUnit("市财政局", UnitRole.PARTICIPANT)]
    by_theme = suggested(an_item(theme="training-bases"), bureaus, names)
    by_unit = suggested(an_item(theme="planning-and-layout"), bureaus, names)
    by_bureau = suggested(an_item(theme="planning-and-layout"), bureaus[:1], names)
    assert by_theme is not None
    assert (by_theme.department, by_theme.ground) == ("实训处", Ground.THEME)
    assert by_unit is not None
    assert (by_unit.department, by_unit.ground, by_unit.named) == ("财务科", Ground.UNIT, "市财政局")
    assert by_bureau is not None
    assert (by_bureau.department, by_bureau.named) == ("教务处", "市教育局")


def test_a_peoples_government_is_no_bureau_of_civil_affairs() -> None:
    unit = ResponsibleUnit("区县（市）人民政府", UnitRole.RESPONSIBLE)
    found = suggested(an_item(theme="planning-and-layout"), [unit], ["学生处", "党政办公室"])
    assert found is not None
    assert found.department == "党政办公室"


@pytest.mark.parametrize("slug", library.slugs())
def test_the_usual_departments_cover_every_duty_of_a_school(slug: str) -> None:
    policy, names = library.load(slug), usual_names()
    asked = [(item, measure.units) for measure in policy.measures for item in measure.items]
    schools = [one for one in asked if one[0].addressee in (Addressee.SCHOOL, Addressee.SHARED)]
    assert [item.key for item, units in schools if suggested(item, units, names) is None] == []


def test_nothing_is_suggested_that_the_school_does_not_have() -> None:
    assert suggested(an_item(theme="funding"), (), ["教务处"]) is None
    instead = suggested(an_item(theme="vocational-training"), (), ["招生就业处"])
    assert instead is not None
    assert instead.department == "招生就业处"


def test_suggestions_are_for_what_nobody_answers_for_yet(tmp_path: Path) -> None:
    policy = a_policy([a_measure(1, [an_item("1-1", theme="funding"), an_item("1-2", theme="funding")])])
    with a_workspace(tmp_path, policy) as workspace:
        assessment = an_assessment(workspace)
        workspace.assignments.assign(assessment, [ItemKey("1-1")], "教务处")
        found = suggestions(workspace.assessments.checklist(assessment), ["财务处", "教务处"])
    assert {key: one.department for key, one in found.items()} == {"1-2": "财务处"}


def test_every_kind_is_known_by_its_own_name_and_every_theme_is_one_of_ours() -> None:
    assert all(any(word in kind.name for word in kind.words) for kind in kinds())
    assert {theme for kind in kinds() for theme in kind.themes} <= set(theme_names())
    assert {kind.instead for kind in kinds()} - {""} <= {kind.name for kind in kinds()}
    assert "教务处" in usual_names()

"""What 撤销 and 重做 say of steps that go beyond one assessment."""

from dataclasses import replace

import pytest

from gui.shell.steps import step_words
from models.vocabulary import AssessmentId, IndicatorKey, ItemKey, Ownership, SchoolId
from services.checklist import Fact
from services.judging import Reading
from services.own_items import OwnWords
from services.workspace import Workspace
from tests.builders import a_policy, amend_school, an_assessment

STUDENTS, TEACHERS = Fact("在校生数", "1200", "人"), Fact("专任教师数", "86", "人")


@pytest.fixture
def started(workspace: Workspace) -> AssessmentId:
    return an_assessment(workspace)


@pytest.fixture
def school(workspace: Workspace, started: AssessmentId) -> SchoolId:
    return workspace.assessments.checklist(started).school.id


def test_base_data_name_the_one_figure_or_say_how_many_and_what_followed(
    workspace: Workspace, started: AssessmentId, school: SchoolId
) -> None:
    step = workspace.schools.put_facts(school, 2025, [STUDENTS, TEACHERS])
    assert step_words(step) == "基础数据 2 项"
    step = workspace.schools.put_facts(school, 2025, [replace(STUDENTS, value="{1300}"), TEACHERS])
    assert step_words(step) == "基础数据的“在校生数”"
    followed = workspace.assessments.take_readings(started, {IndicatorKey("1-1-a"): Reading()})
    assert step_words(step.with_change(followed)) == "基础数据的“在校生数”"
    step = workspace.schools.put_facts(school, 2025, [TEACHERS, replace(STUDENTS, value="{1300}")])
    assert step_words(step) == "基础数据的顺序"


def test_departments_are_named_as_people_typed_them(
    workspace: Workspace, started: AssessmentId, school: SchoolId
) -> None:
    departments = workspace.departments
    first = departments.add(school, "{教务}")
    (id,) = first.departments
    assert step_words(first) == "新增科室“{教务}”"
    given = workspace.assignments.assign(started, [ItemKey("1-1"), ItemKey("2-1")], "{教务}")
    assert step_words(first.with_change(given)) == "新增科室“{教务}”并分给 2 条"
    assert step_words(departments.add_all(school, ["学生处", "财务处"])) == "新增 2 个科室"
    renamed = departments.amend(id, name="教务处", head="", contact="")
    assert step_words(renamed) == "科室“{教务}”改名为“教务处”"
    assert step_words(departments.amend(id, name="教务处", head="李敏", contact="")) == "科室“教务处”的资料"
    order = [row.id for row in departments.of(school)]
    assert step_words(departments.reorder(school, order[::-1])) == "科室的顺序"
    assert step_words(departments.retire(id)) == "停用科室“教务处”"
    assert step_words(departments.restore(id)) == "恢复科室“教务处”"
    departments.retire(id)
    assert step_words(departments.add(school, "教务处")) == "恢复科室“教务处”"


def test_own_items_schools_and_renewals_are_named(
    workspace: Workspace, started: AssessmentId, school: SchoolId
) -> None:
    own = workspace.own_items
    added = own.add(started, "一/1", OwnWords("家访"))
    (key,) = added.own_items
    assert step_words(added) == "添上 校本1-1"
    assert step_words(own.reword(started, key, OwnWords("每学期家访"))) == "改写 校本1-1"
    assert step_words(own.retire(started, key)) == "撤下 校本1-1"
    assert step_words(own.bring_back(started, key)) == "恢复 校本1-1"
    row = workspace.assessments.checklist(started).school
    assert step_words(amend_school(workspace, replace(row, ownership=Ownership.PRIVATE))) == "学校资料的修改"
    pattern = workspace.evidence.register.set_pattern(started, "{年度}-{条款}-{序号}")
    assert step_words(pattern) == "佐证的编号规则"
    workspace.policies.shelve(a_policy(3, revision=2))
    assert step_words(workspace.renewals.renew(started)) == "换到新版"

"""Wide steps are taken back over all the chains they touched, or refused with nothing written."""

from dataclasses import replace
from pathlib import Path

import pytest

from checklists.additions import Additions
from checklists.errors import PolicyFileError
from models.errors import DiskFullError
from models.vocabulary import AssessmentId, ItemKey, SchoolId, Status
from services.checklist import Answer, Fact
from services.errors import OutOfStepError
from services.own_files import OwnFiles
from services.own_items import OwnWords
from services.trail.changes import Step
from services.trail.errors import (
    BaseDataOutOfStepError,
    DepartmentOutOfStepError,
    OwnItemOutOfStepError,
    RevisionOutOfStepError,
    SchoolOutOfStepError,
)
from services.trail.history import History
from services.verifying import verify
from services.workspace import Workspace
from tests.builders import a_measure, a_policy, a_workspace, amend_school, an_assessment, an_item

K = ItemKey
LETTER = OwnWords("每学期给家长写一封信")
NEWER = a_policy([a_measure(1, [an_item("1-1", text="另一种说法"), an_item("1-9")]), a_measure(2)], revision=2)


@pytest.fixture
def started(workspace: Workspace) -> AssessmentId:
    return an_assessment(workspace)


@pytest.fixture
def school(workspace: Workspace, started: AssessmentId) -> SchoolId:
    return workspace.assessments.checklist(started).school.id


def _lines(workspace: Workspace, assessment: AssessmentId) -> tuple[int, int]:
    return len(workspace.schools.trail()), len(workspace.assessments.trail(assessment))


def _file(workspace: Workspace) -> Path:
    return workspace.folder / "checklists" / "test.own.toml"


def _refused(workspace: Workspace, assessment: AssessmentId, step: Step, error: type[OutOfStepError]) -> None:
    """Ask for a step back that must be refused with nothing written."""
    before, lines = workspace.assessments.checklist(assessment), _lines(workspace, assessment)
    with pytest.raises(error):
        workspace.steps.take_back(step)
    assert workspace.assessments.checklist(assessment) == before
    assert _lines(workspace, assessment) == lines


def test_a_step_back_is_a_new_line_of_every_chain_it_touched(
    workspace: Workspace, started: AssessmentId, school: SchoolId
) -> None:
    workspace.departments.add(school, "教务科")
    workspace.assignments.assign(started, [K("1-1"), K("2-1")], "教务科")
    (department,) = workspace.departments.of(school)
    step = workspace.departments.amend(department.id, name="教务处", head="", contact="")
    noted, written = _lines(workspace, started)
    workspace.steps.take_back(step)
    assert _lines(workspace, started) == (noted + 1, written + 1)
    assert workspace.departments.of(school) == (department,)
    workspace.close()
    assert verify(workspace.folder).problems == ()


def test_a_new_name_is_taken_back_in_every_year_that_names_it(
    workspace: Workspace, started: AssessmentId, school: SchoolId
) -> None:
    other = workspace.assessments.start(school, "test", 2026)
    (department,) = workspace.departments.add(school, "教务科").departments
    for assessment in (started, other):
        workspace.assignments.assign(assessment, [K("1-1")], "教务科")
    step = workspace.departments.amend(department, name="教务处", head="", contact="")
    assert [change.assessment for change in step.changes] == [started, other]
    workspace.steps.take_back(step)
    named = [workspace.assessments.item(one, K("1-1")).answer.department for one in (started, other)]
    assert named == ["教务科", "教务科"]


def test_a_department_that_was_taken_back_leaves_its_name_to_another(workspace: Workspace, school: SchoolId) -> None:
    (first,) = workspace.departments.add(school, "教务科").departments
    workspace.steps.take_back(workspace.departments.add(school, "实训处"))
    workspace.departments.amend(first, name="实训处", head="", contact="")
    assert [(row.id, row.name) for row in workspace.departments.of(school)] == [(first, "实训处")]


def test_what_has_moved_on_is_refused_by_its_name(
    workspace: Workspace, started: AssessmentId, school: SchoolId
) -> None:
    entered = workspace.schools.put_facts(school, 2025, [Fact("在校生数", "1200")])
    workspace.schools.put_facts(school, 2025, [Fact("在校生数", "1300")])
    _refused(workspace, started, entered, BaseDataOutOfStepError)
    row = workspace.assessments.checklist(started).school
    amended = amend_school(workspace, replace(row, name="一校"))
    amend_school(workspace, replace(row, name="二校"))
    _refused(workspace, started, amended, SchoolOutOfStepError)
    added = workspace.departments.add(school, "教务科")
    workspace.departments.amend(added.departments[0], name="教务科", head="李敏", contact="")
    _refused(workspace, started, added, DepartmentOutOfStepError)


def test_a_department_does_not_come_back_beside_another_of_its_name(
    workspace: Workspace, started: AssessmentId, school: SchoolId
) -> None:
    (first,) = workspace.departments.add(school, "教务科").departments
    step = workspace.departments.amend(first, name="教务处", head="", contact="")
    workspace.departments.add(school, "教务科")
    _refused(workspace, started, step, DepartmentOutOfStepError)


def test_base_data_are_not_taken_back_where_a_reading_that_followed_has_moved_on(
    workspace: Workspace, started: AssessmentId, school: SchoolId
) -> None:
    step = workspace.schools.put_facts(school, 2025, [Fact("在校生数", "1200")])
    wide = step.with_change(workspace.assessments.record(started, K("1-1"), Answer(Status.MET)))
    workspace.assessments.record(started, K("1-1"), Answer(Status.NOT_MET))
    _refused(workspace, started, wide, OutOfStepError)


def test_an_added_item_taken_back_leaves_nothing_to_renew_and_its_key_taken(
    workspace: Workspace, started: AssessmentId
) -> None:
    before = workspace.assessments.checklist(started)
    step = workspace.own_items.add(started, "一/1", LETTER)
    back = workspace.steps.take_back(step)
    assert workspace.assessments.checklist(started) == before
    assert not workspace.renewals.is_behind(started)
    assert workspace.own_items.add(started, "一/1", OwnWords("另一条")).own_items == (K("x1-2"),)
    assert LETTER.text in _file(workspace).read_text(encoding="utf-8")
    with pytest.raises(RevisionOutOfStepError):
        workspace.steps.take_back(back)


def test_an_item_comes_back_beside_those_of_another_year(
    workspace: Workspace, started: AssessmentId, school: SchoolId
) -> None:
    other = workspace.assessments.start(school, "test", 2026)
    workspace.own_items.add(other, "一/1", OwnWords("那一年添的"))
    before = workspace.assessments.checklist(started)
    step = workspace.own_items.add(started, "一/2", LETTER)
    assert {"x1-1", "x2-1"} < {row.key for row in workspace.assessments.checklist(started).items()}
    workspace.steps.take_back(step)
    assert workspace.assessments.checklist(started) == before
    assert "x1-1" in {row.key for row in workspace.assessments.checklist(other).items()}


def test_a_file_changed_by_hand_is_left_alone(workspace: Workspace, started: AssessmentId) -> None:
    step = workspace.own_items.add(started, "一/1", LETTER)
    text = _file(workspace).read_text(encoding="utf-8")
    _file(workspace).write_text(text.replace(LETTER.text, "手工改过"), encoding="utf-8")
    _refused(workspace, started, step, OwnItemOutOfStepError)
    _file(workspace).write_text("[[", encoding="utf-8")
    with pytest.raises(PolicyFileError):
        workspace.steps.take_back(step)
    assert _file(workspace).read_text(encoding="utf-8") == "[["


def test_what_cannot_be_written_leaves_all_as_it_was_and_can_be_tried_again(
    workspace: Workspace, started: AssessmentId, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = History(workspace.steps)
    history.add(workspace.own_items.add(started, "一/1", LETTER))
    before, lines = workspace.assessments.checklist(started), _lines(workspace, started)

    def full(*_: object) -> None:
        raise DiskFullError(workspace.folder)

    with monkeypatch.context() as patch:
        patch.setattr(OwnFiles, "write", full)
        with pytest.raises(DiskFullError):
            history.undo()
    assert workspace.assessments.checklist(started) == before
    assert _lines(workspace, started) == lines
    history.undo()
    assert "x1-1" not in {row.key for row in workspace.assessments.checklist(started).items()}


def test_a_file_written_just_before_the_power_went_is_offered_as_a_newer_revision(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = OwnFiles.write

    def write_and_fail(files: OwnFiles, slug: str, additions: Additions) -> None:
        write(files, slug, additions)
        raise KeyboardInterrupt

    with a_workspace(tmp_path) as workspace:
        started = an_assessment(workspace)
        step = workspace.own_items.add(started, "一/1", LETTER)
        workspace.assessments.record(started, K("x1-1"), Answer(Status.MET, "写了"))
        monkeypatch.setattr(OwnFiles, "write", write_and_fail)
        with pytest.raises(KeyboardInterrupt):
            workspace.steps.take_back(step)
        monkeypatch.undo()
    with a_workspace(tmp_path) as workspace:
        assert workspace.assessments.item(started, K("x1-1")).answer.note == "写了"
        assert workspace.renewals.is_behind(started)
        workspace.renewals.renew(started)
        assert [row.answer.note for row in workspace.renewals.archive(started)] == ["写了"]
    assert verify(tmp_path).problems == ()


def test_a_renewal_is_taken_back_with_its_marks_and_only_from_where_it_led(
    workspace: Workspace, started: AssessmentId
) -> None:
    workspace.assessments.record(started, K("1-1"), Answer(Status.MET, "开了会"))
    workspace.policies.shelve(NEWER)
    step = workspace.renewals.renew(started)
    assert workspace.assessments.item(started, K("1-1")).needs_review
    workspace.steps.take_back(step)
    row = workspace.assessments.item(started, K("1-1"))
    assert (row.item.text, row.answer) == ("学校做到了要点 1-1", Answer(Status.MET, "开了会"))
    assert workspace.renewals.is_behind(started)
    assert workspace.opening.assessments()[0].score.count(Status.MET) == 1
    _refused(workspace, started, step, RevisionOutOfStepError)
    workspace.close()
    assert verify(workspace.folder).problems == ()


def test_an_answer_given_since_keeps_a_renewal_from_being_taken_back(
    workspace: Workspace, started: AssessmentId
) -> None:
    workspace.assessments.record(started, K("1-1"), Answer(Status.MET, "开了会"))
    workspace.policies.shelve(NEWER)
    step = workspace.renewals.renew(started)
    workspace.assessments.record(started, K("1-1"), Answer(Status.NOT_MET))
    _refused(workspace, started, step, OutOfStepError)


def test_a_wide_step_that_no_longer_fits_is_forgotten(workspace: Workspace, school: SchoolId) -> None:
    history = History(workspace.steps)
    history.add(workspace.schools.put_facts(school, 2025, [Fact("在校生数", "1200")]))
    workspace.schools.put_facts(school, 2025, [Fact("在校生数", "1300")])
    with pytest.raises(BaseDataOutOfStepError):
        history.undo()
    assert not history.can_undo


def test_what_is_done_again_is_named_as_it_was_first_done(workspace: Workspace, school: SchoolId) -> None:
    history, step = History(workspace.steps), workspace.departments.add(school, "教务科")
    history.add(step)
    history.undo()
    assert history.next_redo is step
    history.redo()
    assert history.next_undo is step
    assert [row.name for row in workspace.departments.of(school)] == ["教务科"]

"""Items marked for review when the official text is changed under them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.vocabulary import AssessmentId, ItemKey, Status
from services.checklist import Answer
from services.trail.history import History
from services.verifying import Problem, ProblemKind, verify
from services.workspace import Workspace
from tests.builders import a_workspace, an_assessment
from tests.checklists.official_documents import ALLIANCES, SAFETY, TEACHERS, a_document, its_policy
from tests.services.test_verifying import _tamper as tamper

K = ItemKey
ALTERED = TEACHERS.replace("能工巧匠", "技术骨干")
DRILLS = SAFETY.replace("配齐防护用品", "备好防护用品").replace("应急演练", "安全演练").replace("逐条销号", "逐一销号")
OTHERWISE = TEACHERS.replace("能工巧匠", "行业骨干")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with a_workspace(tmp_path / "w", its_policy()) as workspace:
        yield workspace


def keep(workspace: Workspace, *clauses: str) -> list[set[str]]:
    """Read a copy in; give the items of each change it made."""
    path = workspace.folder.parent / "方案.txt"
    path.write_text(a_document(clauses), encoding="utf-8")
    return [set(change.items()) for change in workspace.official_texts.keep("test", path).changes]


def marked(workspace: Workspace, assessment: AssessmentId) -> set[ItemKey]:
    return {row.key for row in workspace.assessments.checklist(assessment).items() if row.needs_review}


def test_a_copy_that_changes_a_clause_marks_its_items_and_keeps_their_answers(workspace: Workspace) -> None:
    assessment = an_assessment(workspace)
    workspace.assessments.record(assessment, K("2-1"), Answer(Status.MET, note="引进 12 人"))
    assert keep(workspace, ALLIANCES, ALTERED, SAFETY) == [{"2-1", "2-2"}]
    assert marked(workspace, assessment) == {"2-1", "2-2"}
    assert workspace.assessments.item(assessment, K("2-1")).answer.note == "引进 12 人"
    assert workspace.opening.assessments()[0].score.met == 1


def test_what_a_person_looked_at_is_not_marked_again_by_a_copy_that_says_the_same(workspace: Workspace) -> None:
    assessment = an_assessment(workspace)
    keep(workspace, ALLIANCES, ALTERED, SAFETY)
    workspace.assessments.record(assessment, K("2-1"), workspace.assessments.item(assessment, K("2-1")).answer)
    assert marked(workspace, assessment) == {"2-2"}
    assert keep(workspace, ALLIANCES, ALTERED, DRILLS) == [{"3-1", "3-2"}]
    assert marked(workspace, assessment) == {"2-2", "3-1", "3-2"}
    assert keep(workspace, ALLIANCES, OTHERWISE, DRILLS) == [{"2-1"}]


def test_a_copy_that_brings_a_clause_back_takes_its_marks_off(workspace: Workspace) -> None:
    assessment = an_assessment(workspace)
    keep(workspace, ALLIANCES, ALTERED)
    assert marked(workspace, assessment) == {"2-1", "2-2", "3-1", "3-2"}
    keep(workspace, ALLIANCES, TEACHERS, SAFETY)
    assert marked(workspace, assessment) == set()


def test_a_mark_whose_step_was_written_over_stays_and_keeps_no_copy_out(tmp_path: Path, workspace: Workspace) -> None:
    assessment = an_assessment(workspace)
    keep(workspace, ALLIANCES, ALTERED, SAFETY)
    workspace.close()
    tamper(tmp_path / "w", """UPDATE changes SET parts = '[{"item":"2-1"}]' WHERE assessment_id = 1 AND seq = 1""")
    with a_workspace(tmp_path / "w", its_policy()) as again:
        assert keep(again, ALLIANCES, TEACHERS, SAFETY) == []
        assert marked(again, assessment) == {"2-1", "2-2"}


def test_looking_at_an_item_is_a_change_that_can_be_undone(workspace: Workspace) -> None:
    assessment, history = an_assessment(workspace), History(workspace.steps)
    keep(workspace, ALLIANCES, ALTERED, SAFETY)
    answer = workspace.assessments.item(assessment, K("2-1")).answer
    history.add(workspace.assessments.record(assessment, K("2-1"), answer))
    assert marked(workspace, assessment) == {"2-2"}
    history.undo()
    assert marked(workspace, assessment) == {"2-1", "2-2"}


def test_the_marks_of_a_copy_can_be_undone_as_one_step(workspace: Workspace) -> None:
    assessment, history = an_assessment(workspace), History(workspace.steps)
    path = workspace.folder.parent / "别的.txt"
    path.write_text(a_document((ALLIANCES,)), encoding="utf-8")
    for change in workspace.official_texts.keep("test", path).changes:
        history.add(change)
    history.undo()
    assert marked(workspace, assessment) == set()


def test_an_assessment_begun_after_the_copy_is_marked_from_the_start(workspace: Workspace) -> None:
    keep(workspace, ALLIANCES, ALTERED, SAFETY)
    assert marked(workspace, an_assessment(workspace)) == {"2-1", "2-2"}


def test_a_workspace_with_texts_and_marks_is_sound(workspace: Workspace) -> None:
    an_assessment(workspace)
    keep(workspace, ALLIANCES, ALTERED, SAFETY)
    keep(workspace, ALLIANCES, TEACHERS, SAFETY)
    assert verify(workspace.folder).problems == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE texts SET lines = replace(lines, '联盟', '集团') WHERE id = 1",
        "UPDATE texts SET digest = 'abc' WHERE id = 1",
        "UPDATE texts SET name = '别的.txt' WHERE id = 1",
        "INSERT INTO texts SELECT 9, 'yiyang', name, digest, lines, kept_at, kept_by FROM texts WHERE id = 1",
    ],
)
def test_verify_finds_a_text_that_is_not_as_it_was_kept(tmp_path: Path, statement: str) -> None:
    with a_workspace(tmp_path / "w", its_policy()) as workspace:
        an_assessment(workspace)
        keep(workspace, ALLIANCES, ALTERED, SAFETY)
    tamper(tmp_path / "w", statement.replace("'yiyang'", "'test'"))
    found = verify(tmp_path / "w").problems
    assert [one.kind for one in found] == [ProblemKind.OFFICIAL_TEXT]
    assert found[0] in (Problem(ProblemKind.OFFICIAL_TEXT, "test 1"), Problem(ProblemKind.OFFICIAL_TEXT, "test 2"))

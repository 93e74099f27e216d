"""What people write for a report: kept, undone, replayed, never lost."""

import pytest

from models.vocabulary import Annex, AssessmentId, PassageName
from services.errors import PassageOutOfStepError
from services.reporting.parts import ReportSettings
from services.trail.history import History
from services.verifying import verify
from services.workspace import Workspace
from tests.builders import an_assessment


@pytest.fixture
def assessment(workspace: Workspace) -> AssessmentId:
    return an_assessment(workspace)


def test_what_is_written_stands_until_the_draft_is_given_back(workspace: Workspace, assessment: AssessmentId) -> None:
    passages = workspace.passages
    passages.write(assessment, PassageName.WORK, "三月起分三步自评。")
    assert passages.of(assessment) == {PassageName.WORK: "三月起分三步自评。"}
    passages.restore_draft(assessment, PassageName.WORK)
    assert passages.of(assessment) == {}
    passages.write(assessment, PassageName.WORK, "又写")
    assert passages.write(assessment, PassageName.WORK, " \n").parts
    assert passages.of(assessment) == {}


def test_writing_the_same_again_leaves_no_trace(workspace: Workspace, assessment: AssessmentId) -> None:
    workspace.passages.write(assessment, PassageName.OUTLOOK, "下一步")
    assert workspace.passages.write(assessment, PassageName.OUTLOOK, "下一步").parts == ()


def test_settings_are_kept_with_the_assessment(workspace: Workspace, assessment: AssessmentId) -> None:
    settings = ReportSettings("示例市教育局", "周校长", (Annex.LEDGER,), is_duplex=True)
    assert workspace.passages.settings(assessment) == ReportSettings()
    workspace.passages.settle(assessment, settings)
    assert workspace.passages.settings(assessment) == settings


def test_each_step_is_undone_and_done_again(workspace: Workspace, assessment: AssessmentId) -> None:
    history = History(workspace.steps)
    history.add(workspace.passages.write(assessment, PassageName.PROBLEMS, "总的看"))
    history.add(workspace.passages.settle(assessment, ReportSettings(authority="教育局")))
    history.undo()
    assert workspace.passages.settings(assessment) == ReportSettings()
    history.undo()
    assert workspace.passages.of(assessment) == {}
    history.redo()
    assert workspace.passages.of(assessment) == {PassageName.PROBLEMS: "总的看"}


def test_a_step_that_no_longer_fits_says_what_it_is_about(workspace: Workspace, assessment: AssessmentId) -> None:
    history = History(workspace.steps)
    history.add(workspace.passages.write(assessment, PassageName.BASICS, "一"))
    workspace.passages.write(assessment, PassageName.BASICS, "二")
    with pytest.raises(PassageOutOfStepError):
        history.undo()


def test_the_trail_leads_to_what_is_written(workspace: Workspace, assessment: AssessmentId) -> None:
    workspace.passages.write(assessment, PassageName.ACHIEVEMENTS, "<b>成效</b>{0}")
    workspace.passages.settle(assessment, ReportSettings(principal="王"))
    workspace.passages.restore_draft(assessment, PassageName.ACHIEVEMENTS)
    folder = workspace.folder
    workspace.close()
    assert verify(folder).problems == ()

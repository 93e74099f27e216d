"""A person's own judgement stands beside the one worked out, with its reason, in rows, trail and undo."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.identity import DATABASE
from models.vocabulary import AssessmentId, IndicatorKey, Judgement
from services.checklist import IndicatorRow
from services.errors import OverrulingReasonMissingError, UnknownItemError
from services.judging import Overruling, Reading
from services.trail.changes import OverrulingPart
from services.verifying import verify
from services.workspace import Workspace
from tests.builders import a_workspace, an_assessment

KEY = IndicatorKey("1-1-a")
LATE = date(2026, 6, 30)
JUDGED = Overruling(Judgement.REACHED, "市里按全口径核定，复核意见在案")


def _figure(workspace: Workspace, assessment: AssessmentId) -> IndicatorRow:
    return next(workspace.assessments.checklist(assessment).items()).indicators[0]


def _missed(folder: Path) -> tuple[Workspace, AssessmentId]:
    workspace = a_workspace(folder, today=lambda: LATE)
    assessment = an_assessment(workspace)
    workspace.assessments.take_reading(assessment, KEY, Reading(Decimal(50)))
    return workspace, assessment


def test_both_judgements_are_kept(tmp_path: Path) -> None:
    workspace, assessment = _missed(tmp_path)
    with workspace:
        workspace.assessments.overrule(assessment, KEY, JUDGED)
        row = _figure(workspace, assessment)
        assert (row.verdict.judgement, row.judgement, row.overruling) == (Judgement.MISSED, Judgement.REACHED, JUDGED)
        assert row.is_overruled and row.overruled_by == "王老师" and row.overruled_at is not None


def test_a_new_reading_leaves_a_persons_judgement_as_it_is(tmp_path: Path) -> None:
    workspace, assessment = _missed(tmp_path)
    with workspace:
        workspace.assessments.overrule(assessment, KEY, JUDGED)
        workspace.assessments.take_reading(assessment, KEY, Reading(Decimal(40)))
        assert _figure(workspace, assessment).overruling == JUDGED


def test_a_judgement_needs_a_reason(tmp_path: Path) -> None:
    workspace, assessment = _missed(tmp_path)
    with workspace:
        with pytest.raises(OverrulingReasonMissingError):
            workspace.assessments.overrule(assessment, KEY, Overruling(Judgement.REACHED, "  "))
        assert not _figure(workspace, assessment).is_overruled


def test_an_indicator_that_is_not_there_cannot_be_judged(tmp_path: Path) -> None:
    workspace, assessment = _missed(tmp_path)
    with workspace, pytest.raises(UnknownItemError):
        workspace.assessments.overrule(assessment, IndicatorKey("9-9-a"), JUDGED)


def test_taking_it_back_leaves_it_in_the_trail(tmp_path: Path) -> None:
    workspace, assessment = _missed(tmp_path)
    with workspace:
        workspace.assessments.overrule(assessment, KEY, JUDGED)
        workspace.assessments.overrule(assessment, KEY, Overruling())
        assert _figure(workspace, assessment).judgement is Judgement.MISSED
        parts = [part for change in workspace.assessments.trail(assessment) for part in change.parts]
        assert [part.after for part in parts if isinstance(part, OverrulingPart)] == [Overruling(), JUDGED]


def test_it_can_be_undone_and_redone(tmp_path: Path) -> None:
    workspace, assessment = _missed(tmp_path)
    with workspace:
        change = workspace.assessments.overrule(assessment, KEY, JUDGED)
        undone = workspace.assessments.carry_out(assessment, change.inverted())
        assert not _figure(workspace, assessment).is_overruled
        workspace.assessments.carry_out(assessment, undone.inverted())
        assert _figure(workspace, assessment).overruling == JUDGED


def test_a_workspace_with_one_verifies_and_one_altered_behind_its_back_does_not(tmp_path: Path) -> None:
    workspace, assessment = _missed(tmp_path)
    with workspace:
        workspace.assessments.overrule(assessment, KEY, JUDGED)
        assert verify(tmp_path).problems == ()
        workspace._store._connection.execute("UPDATE overrulings SET reason = '改过'")
        assert [problem.kind.value for problem in verify(tmp_path).problems] == ["altered"]
    assert (tmp_path / DATABASE).exists()

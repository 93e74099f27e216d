"""A change of many answers at once keeps the rules of single edits, and tells beforehand what it will do."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.vocabulary import Addressee, AssessmentId, ItemKey, Status
from services.bulk import BulkPlan, BulkWish, Refusal, plan
from services.checklist import Answer
from services.errors import OutOfStepError
from services.progress import CancelledError
from services.trail.changes import AnswerPart
from services.workspace import Workspace
from tests.builders import a_measure, a_policy, a_workspace, an_assessment, an_item

DAY = date(2026, 12, 20)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    items = [an_item("1-1"), an_item("1-2"), an_item("1-3"), an_item("1-4", addressee=Addressee.GOVERNMENT)]
    with a_workspace(tmp_path / "ws", a_policy([replace(a_measure(1, items), indicators=())])) as opened:
        yield opened


@pytest.fixture
def assessment(workspace: Workspace) -> AssessmentId:
    return an_assessment(workspace)


def planned(workspace: Workspace, assessment: AssessmentId, wish: BulkWish) -> BulkPlan:
    return plan(workspace.assessments.checklist(assessment).items(), wish)


def answers(workspace: Workspace, assessment: AssessmentId) -> dict[str, Answer]:
    return {row.key: row.answer for row in workspace.assessments.checklist(assessment).items()}


def test_a_plan_tells_what_changes_what_is_so_already_and_what_cannot_be(
    workspace: Workspace, assessment: AssessmentId
) -> None:
    workspace.assessments.record(assessment, ItemKey("1-2"), Answer(Status.MET, note="已办"))
    found = planned(workspace, assessment, BulkWish(Status.MET))
    assert [part.item for part in found.parts] == ["1-1", "1-3"]
    assert found.same == ("1-2",)
    assert found.refused == {"1-4": Refusal.NOT_ASKED}


def test_what_is_left_empty_stays_as_each_item_has_it(workspace: Workspace, assessment: AssessmentId) -> None:
    workspace.assessments.record(assessment, ItemKey("1-1"), Answer(Status.MET, note="已办", person="李敏"))
    found = planned(workspace, assessment, BulkWish(department="教务科"))
    workspace.assessments.carry_out(assessment, found.parts)
    assert answers(workspace, assessment)["1-1"] == Answer(Status.MET, note="已办", person="李敏", department="教务科")
    assert answers(workspace, assessment)["1-4"] == Answer()


def test_not_applicable_needs_a_reason_given_or_written_before(workspace: Workspace, assessment: AssessmentId) -> None:
    workspace.assessments.record(assessment, ItemKey("1-1"), Answer(reason="没有这类专业"))
    without = planned(workspace, assessment, BulkWish(Status.NOT_APPLICABLE))
    assert [part.item for part in without.parts] == ["1-1"]
    assert without.refused[ItemKey("1-2")] is Refusal.REASON_MISSING == without.refused[ItemKey("1-3")]
    with_one = planned(workspace, assessment, BulkWish(Status.NOT_APPLICABLE, reason="停办"))
    assert {part.after.reason for part in with_one.parts} == {"停办"}


def test_a_day_goes_to_what_leaves_something_to_do(workspace: Workspace, assessment: AssessmentId) -> None:
    workspace.assessments.record(assessment, ItemKey("1-1"), Answer(Status.PARTLY_MET))
    alone = planned(workspace, assessment, BulkWish(due=DAY))
    assert [part.item for part in alone.parts] == ["1-1"]
    assert alone.refused[ItemKey("1-2")] is Refusal.NOTHING_LEFT
    with_status = planned(workspace, assessment, BulkWish(Status.NOT_MET, due=DAY))
    assert {part.after.due for part in with_status.parts} == {DAY}
    with_nothing_left = planned(workspace, assessment, BulkWish(Status.MET, due=DAY))
    assert DAY not in {part.after.due for part in with_nothing_left.parts}


def test_only_looking_at_items_takes_their_marks_off(workspace: Workspace, assessment: AssessmentId) -> None:
    marked = AnswerPart(ItemKey("1-1"), Answer(), Answer(needs_review=True))
    workspace.assessments.carry_out(assessment, (marked,))
    divided = planned(workspace, assessment, BulkWish(department="教务科")).parts
    assert divided[0].after.needs_review
    looked_at = planned(workspace, assessment, BulkWish(is_reviewed=True))
    assert [(part.item, part.after.needs_review) for part in looked_at.parts] == [("1-1", False)]


def test_a_plan_that_is_out_of_date_changes_nothing(workspace: Workspace, assessment: AssessmentId) -> None:
    found = planned(workspace, assessment, BulkWish(Status.MET))
    workspace.assessments.record(assessment, ItemKey("1-3"), Answer(Status.NOT_MET))
    before = answers(workspace, assessment)
    with pytest.raises(OutOfStepError):
        workspace.assessments.carry_out(assessment, found.parts)
    assert answers(workspace, assessment) == before


def test_giving_up_half_way_leaves_nothing_half_done(workspace: Workspace, assessment: AssessmentId) -> None:
    class Impatient:
        def step(self, done: int, total: int, what: str = "") -> None:
            if done == 2:
                raise CancelledError

    found = planned(workspace, assessment, BulkWish(Status.MET))
    with pytest.raises(CancelledError):
        workspace.assessments.carry_out(assessment, found.parts, Impatient())
    assert set(answers(workspace, assessment).values()) == {Answer()}
    assert workspace.assessments.trail(assessment) == ()

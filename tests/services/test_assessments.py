"""Assessments through a real store."""

import threading
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from checklists.errors import UnknownPolicyError
from checklists.policy import AppliesTo, RatioOf
from models.vocabulary import Addressee, AssessmentId, Binding, IndicatorKey, ItemKey, Judgement, SchoolType, Status
from services.checklist import Answer, Fact
from services.errors import (
    AlreadyStartedError,
    OutOfStepError,
    ReasonMissingError,
    TextTooLongError,
    UnknownAssessmentError,
    UnknownItemError,
)
from services.judging import Reading
from services.scoring import Score, score
from services.trail.changes import AnswerPart, ReadingPart
from services.verifying import verify
from tests.builders import a_measure, a_policy, a_school, a_workspace, an_assessment, an_indicator, an_item

FIRST, SECOND = ItemKey("1-1"), ItemKey("1-2")
FIGURE = IndicatorKey("1-1-a")
FULL = Answer(Status.PARTLY_MET, "已建两个基地", "还差一个", date(2025, 9, 1), "", "实训处", "李四")


def test_what_was_recorded_is_there_after_opening_again(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        workspace.assessments.record(assessment, FIRST, FULL)
        workspace.assessments.take_reading(assessment, FIGURE, Reading(Decimal("61.50"), source="年报"))
    with a_workspace(tmp_path) as workspace:
        row = workspace.assessments.item(assessment, FIRST)
        assert row.answer == FULL
        assert row.indicators[0].reading == Reading(Decimal("61.50"), source="年报")
        assert row.indicators[0].verdict.judgement is Judgement.REACHED
        assert row.changed_by == "王老师"
        assert row.changed_at is not None


def test_the_checklist_holds_every_item_as_item_gives_it(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        workspace.schools.put_facts(workspace.opening.schools()[0].id, 2025, [Fact("在校生", "1200", "人")])
        workspace.assessments.record(assessment, SECOND, FULL)
        workspace.evidence.attach_paper(assessment, SECOND, "档案室 3 柜")
        checklist = workspace.assessments.checklist(assessment)
        assert [row.key for row in checklist.items()] == ["1-1", "1-2", "1-3", "2-1", "2-2", "2-3"]
        assert all(workspace.assessments.item(assessment, row.key) == row for row in checklist.items())
        assert checklist.facts == (Fact("在校生", "1200", "人"),)
        assert (checklist.year, checklist.policy.slug, checklist.opened_on) == (2025, "test", date(2025, 6, 30))


def test_a_change_says_what_was_before_and_after(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        first = workspace.assessments.record(assessment, FIRST, FULL)
        second = workspace.assessments.record(assessment, FIRST, FULL.with_status(Status.MET))
        assert first.parts == (AnswerPart(FIRST, Answer(), FULL),)
        assert second.parts == (AnswerPart(FIRST, FULL, FULL.with_status(Status.MET)),)
        assert (first.seq, second.seq) == (1, 2)
        assert workspace.assessments.trail(assessment) == (second, first)


def test_recording_the_same_again_leaves_no_trace(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        workspace.assessments.record(assessment, FIRST, FULL)
        again = workspace.assessments.record(assessment, FIRST, FULL)
        assert again.parts == ()
        assert len(workspace.assessments.trail(assessment)) == 1


def test_the_trail_of_an_item_tells_only_of_it(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        record = workspace.assessments.record
        one = record(assessment, FIRST, FULL)
        record(assessment, SECOND, FULL)
        both = workspace.assessments.record_many(assessment, {FIRST: Answer(Status.MET), SECOND: Answer(Status.MET)})
        assert workspace.assessments.trail(assessment, FIRST) == (both, one)
        assert workspace.assessments.trail(assessment, FIRST, limit=1) == (both,)


def test_many_answers_are_one_step_and_all_or_none(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        with pytest.raises(UnknownItemError):
            workspace.assessments.record_many(assessment, {FIRST: FULL, ItemKey("9-9"): FULL})
        assert workspace.assessments.trail(assessment) == ()
        assert workspace.assessments.item(assessment, FIRST).answer == Answer()


def test_not_applicable_needs_its_reason(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        with pytest.raises(ReasonMissingError):
            workspace.assessments.record(assessment, FIRST, Answer(Status.NOT_APPLICABLE, reason="  "))
        workspace.assessments.record(assessment, FIRST, Answer(Status.NOT_APPLICABLE, reason="本校没有这类专业"))
        assert workspace.assessments.item(assessment, FIRST).status is Status.NOT_APPLICABLE


def test_a_text_of_a_hundred_thousand_characters_is_kept_and_a_longer_one_refused(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        long = Answer(Status.MET, note="长" * 100_000)
        workspace.assessments.record(assessment, FIRST, long)
        with pytest.raises(TextTooLongError):
            workspace.assessments.record(assessment, FIRST, replace(long, note=long.note + "长"))
        assert workspace.assessments.item(assessment, FIRST).answer == long


@pytest.mark.parametrize(
    "note",
    ["<b>粗</b>", "=1+1", "'; DROP TABLE answers; --", "𠮷野家", "\u202eabc", "行一\r\n行二\x00尾", "%s {} \\n", ""],
)
def test_text_comes_back_as_it_was_typed(tmp_path: Path, note: str) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        change = workspace.assessments.record(assessment, FIRST, Answer(Status.MET, note=note))
        assert workspace.assessments.item(assessment, FIRST).answer.note == note
        assert workspace.assessments.trail(assessment) == (change,)


def test_a_broken_half_of_a_character_is_replaced_and_the_rest_kept(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        workspace.assessments.record(assessment, FIRST, Answer(Status.MET, note="前\ud842后𠮷"))
        assert workspace.assessments.item(assessment, FIRST).answer.note == "前\ufffd后𠮷"


def test_a_ratio_is_worked_out_from_its_two_counts(tmp_path: Path) -> None:
    ratio = an_indicator("1-1-a", "1-1", ratio=RatioOf("双师型教师", "专任教师", "人"))
    policy = a_policy([a_measure(1, indicators=(ratio,))])
    with a_workspace(tmp_path, policy) as workspace:
        assessment = an_assessment(workspace)
        change = workspace.assessments.take_reading(
            assessment, FIGURE, Reading(value=Decimal(1), part=Decimal(45), whole=Decimal(60))
        )
        assert change.parts == (ReadingPart(FIRST, FIGURE, Reading(), Reading(Decimal(75), Decimal(45), Decimal(60))),)


def test_a_reading_of_an_unknown_indicator_is_refused(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace, pytest.raises(UnknownItemError):
        workspace.assessments.take_reading(an_assessment(workspace), IndicatorKey("9-9-z"), Reading(Decimal(1)))


def test_a_school_starts_a_policy_once_a_year(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        school = a_school(workspace)
        started = workspace.assessments.start(school, "test", 2025)
        with pytest.raises(AlreadyStartedError) as refusal:
            workspace.assessments.start(school, "test", 2025)
        assert refusal.value.assessment == started
        assert workspace.assessments.start(school, "test", 2026) != started


def test_an_unknown_policy_or_assessment_is_refused(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        with pytest.raises(UnknownPolicyError):
            workspace.assessments.start(a_school(workspace), "atlantis", 2025)
        with pytest.raises(UnknownAssessmentError):
            workspace.assessments.checklist(AssessmentId(99))
        with pytest.raises(UnknownItemError):
            workspace.assessments.item(an_assessment(workspace), ItemKey("9-9"))


def test_counters_follow_every_edit_and_leave_out_what_does_not_bind(tmp_path: Path) -> None:
    items = (an_item("1-1"), an_item("1-2"), an_item("1-3", addressee=Addressee.GOVERNMENT))
    with a_workspace(tmp_path, a_policy([a_measure(1, items)])) as workspace:
        assessment = an_assessment(workspace)
        record, recent = workspace.assessments.record, workspace.opening.assessments
        assert recent()[0].score == Score(unanswered=2)
        record(assessment, FIRST, Answer(Status.MET))
        record(assessment, SECOND, Answer(Status.NOT_MET))
        record(assessment, SECOND, Answer(Status.NOT_MET, note="已开会"))
        record(assessment, ItemKey("1-3"), Answer(Status.MET))
        assert recent()[0].score == Score(met=1, not_met=1)
        assert recent()[0].score == score(workspace.assessments.checklist(assessment).items())


def test_a_school_of_another_type_is_bound_anew_and_keeps_its_answers(tmp_path: Path) -> None:
    items = (an_item("1-1"), an_item("1-2", applies_to=AppliesTo(types=(SchoolType.SECONDARY,))))
    with a_workspace(tmp_path, a_policy([a_measure(1, items)])) as workspace:
        assessment = an_assessment(workspace)
        workspace.assessments.record(assessment, SECOND, FULL)
        school = workspace.opening.schools()[0]
        workspace.schools.amend(
            school.id, name=school.name, type=SchoolType.COLLEGE, ownership=school.ownership, place=school.place
        )
        row = workspace.assessments.item(assessment, SECOND)
        assert (row.binding, row.answer) == (Binding.OTHER_TYPE, FULL)
        assert workspace.opening.assessments()[0].score == Score(unanswered=1)


def test_the_assessment_edited_last_comes_first(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        school = a_school(workspace)
        one, two = (workspace.assessments.start(school, "test", year) for year in (2024, 2025))
        assert [row.id for row in workspace.opening.assessments()] == [two, one]
        workspace.assessments.record(one, FIRST, FULL)
        assert [row.id for row in workspace.opening.assessments()] == [one, two]


def test_a_step_that_no_longer_fits_is_refused_and_writes_nothing(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        step = workspace.assessments.record(assessment, FIRST, FULL)
        workspace.assessments.record(assessment, FIRST, Answer(Status.MET))
        with pytest.raises(OutOfStepError):
            workspace.assessments.carry_out(assessment, step.inverted())
        assert workspace.assessments.item(assessment, FIRST).answer == Answer(Status.MET)


def test_an_answer_stays_readable_when_a_new_revision_drops_its_item(tmp_path: Path) -> None:
    with a_workspace(tmp_path, a_policy(items=3)) as workspace:
        assessment = an_assessment(workspace)
        workspace.assessments.record(assessment, ItemKey("1-3"), FULL)
    shorter = a_policy(items=2, revision=2)
    with a_workspace(tmp_path, shorter) as workspace:
        assert workspace.policies.checklist("test") == shorter
        row = workspace.assessments.item(assessment, ItemKey("1-3"))
        assert row.answer == FULL
        assert workspace.assessments.checklist(assessment).policy.revision == 1
        newer = workspace.assessments.start(workspace.opening.schools()[0].id, "test", 2026)
        assert workspace.assessments.checklist(newer).policy.revision == 2


def test_the_window_and_a_job_may_write_at_the_same_time(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)

        def work_in_the_background() -> None:
            for number in range(30):
                workspace.evidence.attach_bytes(assessment, SECOND, f"{number}".encode(), f"{number}.txt")

        job = threading.Thread(target=work_in_the_background)
        job.start()
        for number in range(30):
            workspace.assessments.record(assessment, FIRST, Answer(Status.MET, note=str(number)))
            workspace.assessments.checklist(assessment)
        job.join()
        assert len(workspace.assessments.item(assessment, SECOND).evidence) == 30
        assert [change.seq for change in workspace.assessments.trail(assessment)] == list(range(60, 0, -1))
    assert verify(tmp_path).problems == ()

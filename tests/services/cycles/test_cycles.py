"""The next cycle begun from the last one: what goes over, what stays, and that nothing else moves."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import compiled
from models.vocabulary import AssessmentId, EvidenceId, IndicatorKey, ItemKey, SchoolId, Status
from services.checklist import Answer
from services.cycles.carrying import LeftBehind
from services.cycles.comparison import Course, compare, course_of
from services.errors import AlreadyStartedError, UnknownAssessmentError
from services.evidence.values import Particulars
from services.judging import Reading
from services.own_items import OwnWords
from services.progress import CancelledError
from services.verifying import verify
from services.workspace import Workspace
from tests.builders import a_measure, a_policy, a_school, a_workspace, an_item
from tests.services.test_verifying import _tamper as tamper

NEXT = date(2026, 3, 1)
ONE, TWO, THREE = ItemKey("1-1"), ItemKey("1-2"), ItemKey("1-3")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with a_workspace(tmp_path / "w", today=lambda: NEXT) as opened:
        yield opened


@pytest.fixture
def last(workspace: Workspace) -> AssessmentId:
    return workspace.assessments.start(a_school(workspace), "test", 2025)


def a_piece(workspace: Workspace, assessment: AssessmentId, item: ItemKey, **said: object) -> EvidenceId:
    made = workspace.evidence.attach_bytes(assessment, item, f"{item}{said}".encode(), f"{item}材料.txt")
    (evidence,) = {part.evidence for part in made.parts}  # type: ignore[union-attr]
    workspace.evidence.register.amend(assessment, {evidence: Particulars(**said)})  # type: ignore[arg-type]
    return evidence


def chain(workspace: Workspace, assessment: AssessmentId | None) -> list[object]:
    with workspace._store.reading() as work:
        return [*work.all(compiled.CHANGES, assessment_id=assessment, limit=-1)]


def everything(workspace: Workspace, assessment: AssessmentId) -> tuple[object, ...]:
    return (
        workspace.assessments.checklist(assessment),
        workspace.findings.rows(assessment),
        workspace.evidence.register.pieces(assessment),
        chain(workspace, assessment),
    )


def test_verdicts_and_figures_start_blank_with_last_years_beside_them(workspace: Workspace, last: AssessmentId) -> None:
    workspace.assessments.record(last, ONE, Answer(Status.MET, note="都做了", department="教务科", person="李老师"))
    workspace.assessments.take_reading(last, IndicatorKey("1-1-a"), Reading(Decimal(61)))
    begun = workspace.cycles.start(last)
    row = workspace.assessments.item(begun.assessment, ONE)
    assert row.answer == Answer(department="教务科", person="李老师")
    assert row.indicators[0].reading == Reading()
    before = workspace.cycles.last_year(begun.assessment)
    assert before is not None
    assert before.year == 2025
    assert before.items[ONE].answer.note == "都做了"
    assert before.items[ONE].indicators[0].reading.value == Decimal(61)


def test_evidence_that_is_still_valid_serves_on_under_its_number(workspace: Workspace, last: AssessmentId) -> None:
    first = a_piece(workspace, last, ONE, year=2025)
    lasting = a_piece(workspace, last, ONE, formed_on=date(2025, 2, 1), valid_until=date(2027, 1, 1), note="三年有效")
    workspace.evidence.register.serve(last, lasting, [ONE, TWO])
    expired = a_piece(workspace, last, THREE, formed_on=date(2025, 1, 1), valid_until=date(2026, 1, 1))
    begun = workspace.cycles.start(last)
    (piece,) = workspace.evidence.register.pieces(begun.assessment)
    assert (piece.evidence.id, piece.evidence.number, piece.items) == (lasting, "1-1-02", (ONE, TWO))
    assert piece.evidence.particulars.note == "三年有效"
    left = {one.evidence.id: one.why for one in begun.carrying.left}
    assert left == {first: LeftBehind.OUTSIDE, expired: LeftBehind.EXPIRED}


def test_new_evidence_takes_no_number_that_went_over(workspace: Workspace, last: AssessmentId) -> None:
    a_piece(workspace, last, ONE, year=2025)
    a_piece(workspace, last, ONE, formed_on=date(2025, 2, 1), valid_until=date(2027, 1, 1))
    begun = workspace.cycles.start(last).assessment
    workspace.evidence.attach_bytes(begun, ONE, b"new", "新材料.txt")
    numbers = [row.number for row in workspace.assessments.item(begun, ONE).evidence]
    assert numbers == ["1-1-02", "1-1-03"]


def test_a_piece_goes_over_with_its_newest_file(workspace: Workspace, last: AssessmentId, tmp_path: Path) -> None:
    evidence = a_piece(workspace, last, ONE, year=2026)
    (tmp_path / "改过的.txt").write_text("第二稿", encoding="utf-8")
    workspace.evidence.register.take_version(last, evidence, tmp_path / "改过的.txt")
    begun = workspace.cycles.start(last).assessment
    (row,) = workspace.assessments.item(begun, ONE).evidence
    assert (row.name, row.version) == ("改过的.txt", 1)
    assert workspace.evidence.file_of(row).read_text(encoding="utf-8") == "第二稿"
    assert len(workspace.evidence.register.versions(begun, evidence)) == 2


def test_open_findings_go_over_with_their_rounds_and_their_history_within_reach(
    workspace: Workspace, last: AssessmentId
) -> None:
    workspace.assessments.record(last, ONE, Answer(Status.NOT_MET, missing="缺制度"))
    workspace.assessments.record(last, TWO, Answer(Status.NOT_MET, missing="缺人"))
    for key in (ONE, TWO):
        workspace.findings.open_from(last, key)
    closed, mending = workspace.findings.rows(last)
    workspace.findings.withdraw(last, closed.number, "开错了")
    workspace.findings.add_round(last, mending.number, on=NEXT, percent=40, words="招了两个人")
    begun = workspace.cycles.start(last).assessment
    (row,) = workspace.findings.rows(begun)
    assert (row.number, row.item, row.percent) == (mending.number, TWO, 40)
    assert row.remedy == workspace.findings.row(last, mending.number).remedy
    before = workspace.cycles.last_year(begun)
    assert before is not None
    assert before.findings == {mending.number}
    workspace.findings.add_round(begun, row.number, on=NEXT, percent=90, words="快好了")
    assert len(workspace.findings.row(last, mending.number).rounds) == 1


def test_a_finding_opened_this_year_is_not_taken_for_one_carried_over(workspace: Workspace, last: AssessmentId) -> None:
    begun = workspace.cycles.start(last).assessment
    workspace.assessments.record(begun, ONE, Answer(Status.NOT_MET, missing="缺制度"))
    workspace.findings.open_from(begun, ONE)
    before = workspace.cycles.last_year(begun)
    assert before is not None
    assert before.findings == frozenset()


def test_a_first_step_that_was_written_over_keeps_nobody_from_last_year(
    workspace: Workspace, last: AssessmentId, tmp_path: Path
) -> None:
    workspace.assessments.record(last, ONE, Answer(Status.NOT_MET, missing="缺制度"))
    workspace.findings.open_from(last, ONE)
    begun = workspace.cycles.start(last).assessment
    workspace.close()
    tamper(tmp_path / "w", f"UPDATE changes SET parts = '[1]' WHERE assessment_id = {begun} AND seq = 1")
    with a_workspace(tmp_path / "w", today=lambda: NEXT) as again:
        before = again.cycles.last_year(begun)
    assert before is not None
    assert (before.year, before.findings) == (2025, frozenset())


def test_the_assessment_it_begins_from_stays_as_it_is(workspace: Workspace, last: AssessmentId) -> None:
    workspace.assessments.record(last, ONE, Answer(Status.PARTLY_MET, missing="差一点", department="教务科"))
    a_piece(workspace, last, ONE, year=2026)
    workspace.findings.open_from(last, ONE)
    before = everything(workspace, last)
    begun = workspace.cycles.start(last).assessment
    workspace.assessments.record(begun, ONE, Answer(Status.MET, note="今年做到了"))
    assert everything(workspace, last) == before
    assert verify(workspace.folder).problems == ()


def test_it_is_begun_once(workspace: Workspace, last: AssessmentId) -> None:
    begun = workspace.cycles.start(last).assessment
    before = everything(workspace, begun)
    with pytest.raises(AlreadyStartedError) as refused:
        workspace.cycles.start(last)
    assert refused.value.assessment == begun
    assert workspace.cycles.started(last) == begun
    assert everything(workspace, begun) == before


def test_given_up_half_way_it_leaves_nothing(workspace: Workspace, last: AssessmentId) -> None:
    for key in (ONE, TWO, THREE):
        workspace.assessments.record(last, key, Answer(Status.MET, department="教务科"))
    before = (chain(workspace, None), everything(workspace, last), workspace.opening.assessments())

    class GivingUp:
        def step(self, done: int, total: int, what: str = "") -> None:
            if done == 2:
                raise CancelledError

    with pytest.raises(CancelledError):
        workspace.cycles.start(last, progress=GivingUp())
    assert (chain(workspace, None), everything(workspace, last), workspace.opening.assessments()) == before
    assert workspace.cycles.start(last).assessment


def test_what_is_said_before_is_what_happens(workspace: Workspace, last: AssessmentId) -> None:
    workspace.assessments.record(last, ONE, Answer(Status.MET, department="教务科"))
    workspace.own_items.add(last, "一/1", OwnWords("校内自己定的一条"))
    a_piece(workspace, last, ONE, year=2026)
    planned = workspace.cycles.plan(last)
    begun = workspace.cycles.start(last)
    assert begun.carrying == planned
    assert (planned.given, len(planned.pieces), planned.own_items, planned.answered) == (1, 1, 1, 1)
    checklist = workspace.assessments.checklist(begun.assessment)
    assert sum(bool(row.answer.department) for row in checklist.items()) == planned.given
    assert sum(row.is_own for row in checklist.items()) == planned.own_items


def test_a_department_given_up_is_not_carried(workspace: Workspace, last: AssessmentId) -> None:
    school = workspace.assessments.checklist(last).school.id
    department = workspace.departments.add(school, "招生办").departments[0]
    workspace.assessments.record(last, ONE, Answer(department="招生办"))
    workspace.departments.retire(department)
    assert workspace.cycles.plan(last).given == 0


def test_last_years_base_data_are_not_this_years(workspace: Workspace, last: AssessmentId) -> None:
    from services.checklist import Fact

    school = workspace.assessments.checklist(last).school.id
    workspace.schools.put_facts(school, 2025, [Fact("在校生数", "1800", "人")])
    begun = workspace.cycles.start(last)
    assert begun.carrying.facts == 1
    assert workspace.assessments.checklist(begun.assessment).facts == ()


def test_a_new_revision_is_followed(tmp_path: Path) -> None:
    kept, renamed = an_item("1-1", text="学校每年研究职业教育工作"), an_item("1-2", text="按比例配备专业课教师")
    old = a_policy([a_measure(1, [kept, renamed], indicators=())])
    moved = an_item("1-7", text="按比例配备专业课教师")
    new = a_policy([a_measure(1, [kept, moved], indicators=())], revision=2)
    with a_workspace(tmp_path / "w", old, today=lambda: NEXT) as workspace:
        last = workspace.assessments.start(a_school(workspace), "test", 2025)
        workspace.assessments.record(last, TWO, Answer(Status.MET, note="够了", department="人事科"))
        a_piece(workspace, last, TWO, year=2026)
    with a_workspace(tmp_path / "w", new, today=lambda: NEXT) as workspace:
        begun = workspace.cycles.start(last)
        row = workspace.assessments.item(begun.assessment, ItemKey("1-7"))
        assert (row.answer.department, len(row.evidence)) == ("人事科", 1)
        before = workspace.cycles.last_year(begun.assessment)
        assert before is not None
        assert before.items[ItemKey("1-7")].answer.note == "够了"
        comparison = workspace.cycles.comparison(begun.assessment)
        assert comparison is not None
        assert comparison.count(Course.OPEN) == 2
        assert comparison.count(Course.GONE) == 0


def test_an_unknown_assessment_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UnknownAssessmentError):
        workspace.cycles.plan(AssessmentId(99))


def test_the_first_cycle_has_none_before_it(workspace: Workspace, last: AssessmentId) -> None:
    assert workspace.cycles.last_year(last) is None
    assert workspace.cycles.comparison(last) is None


def test_cycles_of_other_schools_are_not_ours(workspace: Workspace, last: AssessmentId) -> None:
    other: SchoolId = a_school(workspace, "试点市第二职业学校")
    assessment = workspace.assessments.start(other, "test", 2026)
    assert workspace.cycles.previous(assessment) is None


def test_items_go_up_down_and_stay(workspace: Workspace, last: AssessmentId) -> None:
    workspace.assessments.record_many(
        last, {ONE: Answer(Status.MET), TWO: Answer(Status.NOT_MET), THREE: Answer(Status.MET)}
    )
    begun = workspace.cycles.start(last).assessment
    workspace.assessments.record_many(
        begun, {ONE: Answer(Status.NOT_MET), TWO: Answer(Status.PARTLY_MET), THREE: Answer(Status.MET)}
    )
    comparison = workspace.cycles.comparison(begun)
    assert comparison is not None
    courses = {one.row.key: one.course for one in comparison.items}
    assert (courses[ONE], courses[TWO], courses[THREE]) == (Course.DOWN, Course.UP, Course.SAME)
    assert comparison.count(Course.OPEN) == 3
    (section,) = comparison.sections
    assert section.before is not None
    assert (section.before.met, section.after.met) == (2, 1)


@given(st.sampled_from(Status))
def test_what_stands_as_it_stood_has_not_moved(status: Status) -> None:
    assert course_of(status, status) is (Course.OPEN if status is Status.UNANSWERED else Course.SAME)


@given(st.sampled_from(Status), st.sampled_from(Status))
def test_up_one_way_is_down_the_other(one: Status, other: Status) -> None:
    turned = {Course.UP: Course.DOWN, Course.DOWN: Course.UP}
    if course_of(one, other) in turned:
        assert course_of(other, one) is turned[course_of(one, other)]


def test_every_item_of_both_cycles_is_in_the_comparison_once(workspace: Workspace, last: AssessmentId) -> None:
    checklist = workspace.assessments.checklist(last)
    compared = compare(checklist, checklist)
    assert [one.row.key for one in compared.items] == [row.key for row in checklist.binding_items()]
    gone = compare(checklist, checklist, {})
    assert gone.count(Course.GONE) == gone.count(Course.NEW) == len(compared.items)

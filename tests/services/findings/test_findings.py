"""Findings in a real workspace: opened, put right, closed; and what is refused on the way."""

import sqlite3
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from models.guards import GUARDS
from models.vocabulary import AssessmentId, FindingNumber, FindingState, ItemKey, Outcome, RemedyKind, Status
from services.checklist import Answer
from services.errors import UnknownItemError
from services.findings.errors import (
    DeadlineTooEarlyError,
    EvidenceLackingError,
    FindingOutOfStepError,
    FindingReasonMissingError,
    FindingStateError,
    PercentError,
    ProblemMissingError,
    RecognitionLackingError,
    UnknownFindingError,
)
from services.findings.findings import opened_number
from services.findings.rows import FindingRow, Recognition, Remedy, Review
from services.trail.changes import Change
from services.trail.history import History
from services.verifying import Problem, ProblemKind, verify
from services.workspace import Workspace
from tests.builders import TODAY, a_workspace, an_assessment

ITEM = ItemKey("1-2")
PASSED = Review(True, "督导室", TODAY)
DONE = Recognition(Outcome.DONE, "王校长", TODAY)


class Desk:
    """A workspace with one finding opened from an item that is partly met."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.findings = workspace, workspace.findings
        self.assessment = an_assessment(workspace)
        answer = Answer(Status.PARTLY_MET, missing="缺规程文本", department="实训处", person="周建国")
        workspace.assessments.record(self.assessment, ITEM, answer)
        self.number = opened_number(self.findings.open_from(self.assessment, ITEM))

    @property
    def place(self) -> tuple[AssessmentId, FindingNumber]:
        return self.assessment, self.number

    @property
    def row(self) -> FindingRow:
        return self.findings.row(*self.place)

    def mend(self) -> None:
        self.findings.attach_bytes(*self.place, b"x", "规程.txt")
        self.findings.report_result(*self.place, Outcome.DONE)

    def close(self) -> Change:
        self.mend()
        self.findings.review(*self.place, PASSED)
        self.findings.recognise(*self.place, DONE)
        return self.findings.close(*self.place)


@pytest.fixture
def desk(tmp_path: Path):  # type: ignore[no-untyped-def]
    with a_workspace(tmp_path) as workspace:
        yield Desk(workspace)
    assert verify(tmp_path).problems == ()


def test_a_finding_opened_from_an_item_begins_with_what_was_answered(desk: Desk) -> None:
    row = desk.row
    assert (row.label, row.item, row.state) == ("序号 1", ITEM, FindingState.MENDING)
    assert row.remedy == Remedy(
        problem="缺规程文本",
        basis="《试点市职业教育方案》一/1 第 1 条",
        lead="实训处",
        person="周建国",
        found_on=TODAY,
        deadline=TODAY + timedelta(days=60),
    )


def test_an_item_that_says_nothing_gives_its_own_text(desk: Desk) -> None:
    desk.workspace.assessments.record(desk.assessment, ItemKey("2-1"), Answer(Status.NOT_MET))
    change = desk.findings.open_from(desk.assessment, ItemKey("2-1"))
    assert desk.findings.row(desk.assessment, opened_number(change)).remedy.problem == "还没有做到：学校做到了要点 2-1"


def test_the_day_of_the_answer_is_kept_and_says_the_kind(desk: Desk) -> None:
    due = TODAY + timedelta(days=200)
    desk.workspace.assessments.record(desk.assessment, ITEM, Answer(Status.PARTLY_MET, missing="缺", due=due))
    row = desk.findings.row(desk.assessment, opened_number(desk.findings.open_from(desk.assessment, ITEM)))
    assert (row.label, row.remedy.deadline, row.remedy.kind) == ("序号 2", due, RemedyKind.BY_STAGES)


def test_a_finding_by_hand_needs_a_problem_and_no_item(desk: Desk) -> None:
    with pytest.raises(ProblemMissingError):
        desk.findings.open_by_hand(desk.assessment, Remedy(problem="  "))
    number = opened_number(desk.findings.open_by_hand(desk.assessment, Remedy(problem="车间漏雨")))
    row = desk.findings.row(desk.assessment, number)
    assert (row.item, row.item_label, row.remedy.found_on) == (None, "", TODAY)
    assert desk.findings.rows(desk.assessment) == (desk.row, row)
    assert desk.findings.of_item(desk.assessment, ITEM) == (desk.row,)


def test_evidence_of_a_finding_by_hand_stands_without_an_item(desk: Desk) -> None:
    number = opened_number(desk.findings.open_by_hand(desk.assessment, Remedy(problem="车间漏雨")))
    desk.findings.attach_bytes(desk.assessment, number, b"roof", "屋面.txt")
    (piece,) = desk.findings.row(desk.assessment, number).evidence
    assert (piece.name, piece.number) == ("屋面.txt", "")
    assert desk.findings.file_of(piece).read_bytes() == b"roof"


def test_evidence_of_a_finding_serves_its_item_too(desk: Desk) -> None:
    change = desk.findings.attach_bytes(*desk.place, b"x", "规程.txt")
    (piece,) = desk.row.evidence
    assert (piece.number, len(change.parts)) == ("1-2-01", 2)
    assert desk.workspace.assessments.item(desk.assessment, ITEM).evidence[0].id == piece.id
    desk.findings.detach(*desk.place, piece.id)
    assert desk.row.evidence == ()
    assert desk.workspace.assessments.item(desk.assessment, ITEM).evidence


def test_a_file_is_taken_in_and_belongs_to_the_round_going_on(desk: Desk, tmp_path: Path) -> None:
    desk.findings.add_round(*desk.place, on=TODAY, percent=40, words="立项，确定 4 种机型", person="周建国")
    (tmp_path / "照片.txt").write_bytes(b"picture")
    desk.findings.attach(*desk.place, tmp_path / "照片.txt")
    (one,) = desk.row.rounds
    assert (one.round.words, desk.row.percent) == ("立项，确定 4 种机型", 40)
    assert [piece.name for piece in one.evidence] == ["照片.txt"]


def test_a_round_is_corrected_and_taken_back_and_its_number_is_not_given_again(desk: Desk) -> None:
    desk.findings.add_round(*desk.place, on=TODAY, percent=40, words="立向", person="周建国")
    desk.findings.amend_round(*desk.place, 1, on=TODAY - timedelta(days=1), percent=30, words="立项")
    (one,) = desk.row.rounds
    assert (one.round.words, one.round.percent, one.round.person) == ("立项", 30, "周建国")
    dropped = desk.findings.drop_round(*desk.place, 1)
    assert (desk.row.rounds, desk.row.percent) == ((), 0)
    desk.findings.add_round(*desk.place, on=TODAY, percent=50, words="又一轮")
    assert [row.number for row in desk.row.rounds] == [2]
    desk.workspace.assessments.carry_out(desk.assessment, dropped.inverted())
    assert [row.round.words for row in desk.row.rounds] == ["立项", "又一轮"]
    with pytest.raises(PercentError):
        desk.findings.amend_round(*desk.place, 1, on=TODAY, percent=200, words="")
    with pytest.raises(LookupError):
        desk.findings.drop_round(*desk.place, 9)


def test_the_way_from_open_to_closed(desk: Desk) -> None:
    assert desk.close().parts
    row = desk.row
    assert (row.state, row.finding.closed_on, row.finding.is_open) == (FindingState.CLOSED, TODAY, False)
    assert (row.finding.review, row.finding.recognition) == (PASSED, DONE)


def test_nothing_is_closed_without_evidence(desk: Desk) -> None:
    desk.findings.report_result(*desk.place, Outcome.DONE)
    desk.findings.recognise(*desk.place, DONE)
    with pytest.raises(EvidenceLackingError) as refused:
        desk.findings.close(*desk.place)
    assert refused.value.what == "会议纪要"
    assert isinstance(desk.findings.what_bars_closing(desk.row), EvidenceLackingError)


def test_nothing_is_closed_without_a_recognised_result(desk: Desk) -> None:
    desk.mend()
    with pytest.raises(RecognitionLackingError):
        desk.findings.close(*desk.place)
    desk.findings.recognise(*desk.place, replace(DONE, outcome=Outcome.MOSTLY))
    assert desk.row.state is FindingState.MENDING
    with pytest.raises(RecognitionLackingError):
        desk.findings.close(*desk.place)


def test_a_review_that_fails_sends_it_back_and_takes_the_recognition_with_it(desk: Desk) -> None:
    desk.mend()
    desk.findings.recognise(*desk.place, DONE)
    desk.findings.review(*desk.place, replace(PASSED, is_passed=False, words="焊接规程缺签字"))
    assert (desk.row.state, desk.row.finding.recognition) == (FindingState.MENDING, None)


def test_what_is_not_done_stays_with_those_who_mend_it(desk: Desk) -> None:
    desk.findings.report_result(*desk.place, Outcome.NOT_DONE, "设备未到")
    assert desk.row.state is FindingState.MENDING


def test_what_was_closed_begins_anew_when_it_is_reopened(desk: Desk) -> None:
    desk.close()
    with pytest.raises(FindingReasonMissingError):
        desk.findings.reopen(*desk.place, " ")
    desk.findings.reopen(*desk.place, "抽查发现规程没有上墙")
    finding = desk.row.finding
    assert (finding.state, finding.recognition, finding.closed_on) == (FindingState.MENDING, None, None)
    with pytest.raises(RecognitionLackingError):
        desk.findings.close(*desk.place)


def test_what_was_opened_by_mistake_is_withdrawn_with_a_reason(desk: Desk) -> None:
    with pytest.raises(FindingReasonMissingError):
        desk.findings.withdraw(*desk.place, "")
    desk.findings.withdraw(*desk.place, "与 序号 2 重复")
    assert (desk.row.state, desk.row.finding.reason) == (FindingState.WITHDRAWN, "与 序号 2 重复")
    assert not desk.row.is_overdue


@pytest.mark.parametrize("step", ["amend", "round", "evidence", "report", "withdraw"])
def test_what_is_closed_takes_no_more(desk: Desk, step: str) -> None:
    desk.close()
    findings, place = desk.findings, desk.place
    steps = {
        "amend": lambda: findings.amend(*place, replace(desk.row.remedy, cause="别的")),
        "round": lambda: findings.add_round(*place, on=TODAY, percent=50, words="又做"),
        "evidence": lambda: findings.attach_bytes(*place, b"y", "又.txt"),
        "report": lambda: findings.report_result(*place, Outcome.DONE),
        "withdraw": lambda: findings.withdraw(*place, "误开"),
    }
    with pytest.raises(FindingStateError):
        steps[step]()


def test_a_deadline_before_the_day_it_was_found_is_refused(desk: Desk) -> None:
    with pytest.raises(DeadlineTooEarlyError):
        desk.findings.amend(*desk.place, replace(desk.row.remedy, deadline=TODAY - timedelta(days=1)))


@pytest.mark.parametrize("percent", [-1, 101])
def test_progress_is_between_nothing_and_all(desk: Desk, percent: int) -> None:
    with pytest.raises(PercentError):
        desk.findings.add_round(*desk.place, on=TODAY, percent=percent, words="")


def test_what_is_not_there_is_refused(desk: Desk) -> None:
    with pytest.raises(UnknownFindingError):
        desk.findings.row(desk.assessment, FindingNumber(9))
    with pytest.raises(UnknownItemError):
        desk.findings.open_from(desk.assessment, ItemKey("9-9"))


def test_a_field_left_without_a_change_leaves_no_trace(desk: Desk) -> None:
    before = desk.workspace.assessments.trail(desk.assessment)
    assert desk.findings.amend(*desk.place, desk.row.remedy).parts == ()
    assert desk.workspace.assessments.trail(desk.assessment) == before


def test_overdue_is_told_by_the_day_and_only_of_what_is_open(tmp_path: Path) -> None:
    days = [TODAY]
    with a_workspace(tmp_path, today=lambda: days[0]) as workspace:
        desk = Desk(workspace)
        days[0] = TODAY + timedelta(days=60)
        assert desk.findings.overdue(desk.assessment) == ()
        days[0] = TODAY + timedelta(days=81)
        assert [(row.label, row.days_over) for row in desk.findings.overdue(desk.assessment)] == [("序号 1", 21)]
        desk.close()
        assert desk.findings.overdue(desk.assessment) == ()


def test_the_trail_reads_back_as_it_was_written(desk: Desk) -> None:
    changes = [desk.findings.add_round(*desk.place, on=TODAY, percent=10, words="一")]
    changes.append(desk.findings.attach_bytes(*desk.place, b"x", "规程.txt"))
    changes.append(desk.findings.report_result(*desk.place, Outcome.DONE, "做完了"))
    changes.append(desk.findings.review(*desk.place, PASSED))
    changes.append(desk.findings.recognise(*desk.place, DONE))
    assert desk.workspace.assessments.trail(desk.assessment)[:5] == tuple(reversed(changes))
    assert changes[-1] in desk.workspace.assessments.trail(desk.assessment, ITEM)


def test_a_step_that_no_longer_fits_names_the_finding(desk: Desk) -> None:
    history = History(desk.workspace.steps)
    history.add(desk.findings.amend(*desk.place, replace(desk.row.remedy, cause="一")))
    desk.findings.amend(*desk.place, replace(desk.row.remedy, cause="二"))
    with pytest.raises(FindingOutOfStepError) as refused:
        history.undo()
    assert refused.value.label == "序号 1"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE findings SET state = 'closed'",
        "UPDATE findings SET problem = '别的'",
        "DELETE FROM finding_rounds",
        "UPDATE finding_rounds SET percent = 100",
        "DELETE FROM finding_evidence",
        "UPDATE finding_evidence SET attached = 0",
        "DELETE FROM findings",
    ],
)
def test_a_finding_changed_behind_our_back_is_named(tmp_path: Path, statement: str) -> None:
    with a_workspace(tmp_path) as workspace:
        desk = Desk(workspace)
        desk.findings.add_round(*desk.place, on=TODAY, percent=10, words="一")
        desk.findings.attach_bytes(*desk.place, b"x", "规程.txt")
    connection = sqlite3.connect(tmp_path / "voccheck.db")
    for name in GUARDS:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement)
    for guard in GUARDS.values():
        connection.execute(guard)
    connection.commit()
    connection.close()
    assert Problem(ProblemKind.ALTERED, "1/序号 1") in verify(tmp_path).problems


OUTCOMES = st.sampled_from(Outcome)
REFUSALS = (FindingStateError, EvidenceLackingError, RecognitionLackingError)


class FindingMachine(RuleBasedStateMachine):
    """Does at random what can be done to two findings, and takes it back; the states remembered must be seen again."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.workspace = a_workspace(Path(self.folder.name))
        self.findings, self.assessment = self.workspace.findings, an_assessment(self.workspace)
        self.history = History(self.workspace.steps)
        self.states = [self._seen()]
        self.place = 0
        self._do(lambda: self.findings.open_from(self.assessment, ITEM))

    @precondition(lambda self: self._count() < 3)
    @rule(by_hand=st.booleans())
    def open_one(self, by_hand: bool) -> None:
        if by_hand:
            self._do(lambda: self.findings.open_by_hand(self.assessment, Remedy(problem="车间漏雨")))
        else:
            self._do(lambda: self.findings.open_from(self.assessment, ITEM))

    @rule(pick=st.integers(0, 2), cause=st.sampled_from(["", "旧规程", "缺经费"]))
    def amend(self, pick: int, cause: str) -> None:
        if row := self._row(pick):
            self._do(lambda: self.findings.amend(self.assessment, row.number, replace(row.remedy, cause=cause)))

    @rule(pick=st.integers(0, 2), percent=st.integers(0, 100))
    def progress(self, pick: int, percent: int) -> None:
        if row := self._row(pick):
            self._do(
                lambda: self.findings.add_round(self.assessment, row.number, on=TODAY, percent=percent, words="做")
            )

    @rule(pick=st.integers(0, 2), percent=st.integers(0, 100), drops=st.booleans())
    def correct(self, pick: int, percent: int, drops: bool) -> None:
        row = self._row(pick)
        if row and row.rounds:
            place = self.assessment, row.number, row.rounds[-1].number
            if drops:
                self._do(lambda: self.findings.drop_round(*place))
            else:
                self._do(lambda: self.findings.amend_round(*place, on=TODAY, percent=percent, words="改"))

    @rule(pick=st.integers(0, 2))
    def attach(self, pick: int) -> None:
        if row := self._row(pick):
            self._do(lambda: self.findings.attach_bytes(self.assessment, row.number, b"x", "规程.txt"))

    @rule(pick=st.integers(0, 2))
    def detach(self, pick: int) -> None:
        row = self._row(pick)
        if row and row.evidence:
            self._do(lambda: self.findings.detach(self.assessment, row.number, row.evidence[0].id))

    @rule(pick=st.integers(0, 2), outcome=OUTCOMES)
    def report(self, pick: int, outcome: Outcome) -> None:
        if row := self._row(pick):
            self._do(lambda: self.findings.report_result(self.assessment, row.number, outcome))

    @rule(pick=st.integers(0, 2), passed=st.booleans())
    def review(self, pick: int, passed: bool) -> None:
        if row := self._row(pick):
            self._do(lambda: self.findings.review(self.assessment, row.number, replace(PASSED, is_passed=passed)))

    @rule(pick=st.integers(0, 2), outcome=OUTCOMES)
    def recognise(self, pick: int, outcome: Outcome) -> None:
        if row := self._row(pick):
            self._do(lambda: self.findings.recognise(self.assessment, row.number, replace(DONE, outcome=outcome)))

    @rule(pick=st.integers(0, 2))
    def close(self, pick: int) -> None:
        if row := self._row(pick):
            self._do(lambda: self.findings.close(self.assessment, row.number))

    @rule(pick=st.integers(0, 2))
    def reopen(self, pick: int) -> None:
        if row := self._row(pick):
            self._do(lambda: self.findings.reopen(self.assessment, row.number, "又犯"))

    @rule(pick=st.integers(0, 2))
    def withdraw(self, pick: int) -> None:
        if row := self._row(pick):
            self._do(lambda: self.findings.withdraw(self.assessment, row.number, "误开"))

    @precondition(lambda self: self.place > 0)
    @rule()
    def undo(self) -> None:
        assert self.history.undo() is not None
        self.place -= 1

    @precondition(lambda self: self.place < len(self.states) - 1)
    @rule()
    def redo(self) -> None:
        assert self.history.redo() is not None
        self.place += 1

    @invariant()
    def what_is_seen_is_what_was_remembered(self) -> None:
        if hasattr(self, "states"):
            assert self._seen() == self.states[self.place]

    @invariant()
    def nothing_is_closed_without_evidence_and_a_recognised_result(self) -> None:
        if hasattr(self, "findings"):
            for row in self._seen_rows():
                if row.state is FindingState.CLOSED:
                    assert row.evidence
                    assert row.finding.recognition is not None
                    assert row.finding.recognition.outcome is Outcome.DONE

    def teardown(self) -> None:
        if hasattr(self, "workspace"):
            self.workspace.close()
            assert verify(Path(self.folder.name)).problems == ()
            self.folder.cleanup()

    def _count(self) -> int:
        return len(self._seen_rows()) if hasattr(self, "findings") else 0

    def _row(self, pick: int) -> FindingRow | None:
        rows = self._seen_rows()
        return rows[pick] if pick < len(rows) else None

    def _seen_rows(self) -> tuple[FindingRow, ...]:
        return self.findings.rows(self.assessment)

    def _seen(self) -> list[object]:
        rows = self._seen_rows()
        return [(one.number, one.finding, [r.round for r in one.rounds], [e.id for e in one.evidence]) for one in rows]

    def _do(self, act) -> None:  # type: ignore[no-untyped-def]
        before = self._seen()
        try:
            change = act()
        except REFUSALS:
            assert self._seen() == before
            return
        self.history.add(change)
        if change.parts:
            self.states = [*self.states[: self.place + 1], self._seen()]
            self.place += 1


FindingMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
TestFindingStates = FindingMachine.TestCase

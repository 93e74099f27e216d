"""Undo and redo against a remembered copy."""

import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from models.vocabulary import IndicatorKey, ItemKey, Judgement, Origin, Status
from services.bulk import BulkWish, plan
from services.checklist import Answer, Checklist
from services.errors import OutOfStepError
from services.history import History
from services.judging import Overruling, Reading
from services.scoring import score
from services.verifying import verify
from tests.builders import a_workspace, an_assessment

KEYS = [ItemKey(key) for key in ("1-1", "1-2", "2-1")]
ANSWERS = st.builds(
    Answer,
    status=st.sampled_from([status for status in Status if status is not Status.NOT_APPLICABLE]),
    note=st.text(max_size=5),
)
FIGURES = st.none() | st.decimals(0, 1000, places=2)

State = list[tuple[object, ...]]


def _state(checklist: Checklist) -> State:
    return [
        (
            row.answer,
            [(figure.reading, figure.overruling) for figure in row.indicators],
            [piece.number for piece in row.evidence],
        )
        for row in checklist.items()
    ]


class UndoMachine(RuleBasedStateMachine):
    """Records, undoes and redoes at random; the remembered states say what must be seen."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.workspace = a_workspace(Path(self.folder.name))
        self.assessment = an_assessment(self.workspace)
        self.history = History(self.workspace.assessments)
        self.states = [self._seen()]
        self.place = 0

    @rule(key=st.sampled_from(KEYS), answer=ANSWERS)
    def record(self, key: ItemKey, answer: Answer) -> None:
        self._add(self.workspace.assessments.record(self.assessment, key, answer))

    @rule(answers=st.dictionaries(st.sampled_from(KEYS), ANSWERS, min_size=1))
    def record_many(self, answers: dict[ItemKey, Answer]) -> None:
        self._add(self.workspace.assessments.record_many(self.assessment, answers))

    @rule(
        keys=st.sets(st.sampled_from(KEYS), min_size=2),
        wish=st.builds(
            BulkWish,
            status=st.none() | st.sampled_from(Status),
            reason=st.sampled_from(["", "停办"]),
            department=st.sampled_from(["", "教务科", "实训处"]),
            due=st.none() | st.just(date(2026, 12, 1)),
        ),
    )
    def change_many_alike(self, keys: set[ItemKey], wish: BulkWish) -> None:
        rows = [row for row in self.workspace.assessments.checklist(self.assessment).items() if row.key in keys]
        self._add(self.workspace.assessments.carry_out(self.assessment, plan(rows, wish).parts))

    @rule(figure=FIGURES)
    def read(self, figure: Decimal | None) -> None:
        reading = Reading(figure)
        self._add(self.workspace.assessments.take_reading(self.assessment, IndicatorKey("1-1-a"), reading))

    @rule(figure=FIGURES)
    def fill_from_base_data(self, figure: Decimal | None) -> None:
        keys = [IndicatorKey("1-1-a"), IndicatorKey("2-1-a")]
        readings = dict.fromkeys(keys, Reading(figure, origin=Origin.BASE))
        self._add(self.workspace.assessments.take_readings(self.assessment, readings))

    @rule(judgement=st.none() | st.sampled_from(Judgement))
    def overrule(self, judgement: Judgement | None) -> None:
        overruling = Overruling(judgement, "核定" if judgement else "")
        self._add(self.workspace.assessments.overrule(self.assessment, IndicatorKey("1-1-a"), overruling))

    @rule(key=st.sampled_from(KEYS))
    def attach(self, key: ItemKey) -> None:
        self._add(self.workspace.evidence.attach_paper(self.assessment, key, "柜"))

    @rule(key=st.sampled_from(KEYS))
    def open_finding(self, key: ItemKey) -> None:
        self._add(self.workspace.findings.open_from(self.assessment, key))

    @rule(percent=st.integers(0, 100))
    def go_on_with_a_finding(self, percent: int) -> None:
        for row in self.workspace.findings.rows(self.assessment)[:1]:
            on = row.today
            self._add(
                self.workspace.findings.add_round(self.assessment, row.number, on=on, percent=percent, words="做")
            )

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
            assert self.history.can_undo == (self.place > 0)
            assert self.history.can_redo == (self.place < len(self.states) - 1)

    def teardown(self) -> None:
        if hasattr(self, "workspace"):
            counted = score(self.workspace.assessments.checklist(self.assessment).items())
            assert self.workspace.opening.assessments()[0].score == counted
            self.workspace.close()
            assert verify(Path(self.folder.name)).problems == ()
            self.folder.cleanup()

    def _seen(self) -> State:
        findings = self.workspace.findings.rows(self.assessment)
        mended = [(row.number, row.finding, [one.round for one in row.rounds]) for row in findings]
        return [*_state(self.workspace.assessments.checklist(self.assessment)), tuple(mended)]

    def _add(self, change: object) -> None:
        before = self.history.next_undo
        self.history.add(change)  # type: ignore[arg-type]
        if self.history.next_undo is not before:
            self.states = [*self.states[: self.place + 1], self._seen()]
            self.place += 1


UndoMachine.TestCase.settings = settings(max_examples=12, stateful_step_count=20, deadline=None)
TestUndo = UndoMachine.TestCase


def test_undo_with_nothing_to_undo_does_nothing(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        history = History(workspace.assessments)
        assert history.undo() is None
        assert history.redo() is None


def test_undo_is_a_new_change_and_the_trail_keeps_both(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment, history = an_assessment(workspace), History(workspace.assessments)
        done = workspace.assessments.record(assessment, KEYS[0], Answer(Status.MET))
        history.add(done)
        undone = history.undo()
        assert workspace.assessments.trail(assessment) == (undone, done)


def test_a_step_that_no_longer_fits_is_forgotten(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment, history = an_assessment(workspace), History(workspace.assessments)
        history.add(workspace.assessments.record(assessment, KEYS[0], Answer(Status.MET)))
        workspace.assessments.record(assessment, KEYS[0], Answer(Status.NOT_MET))
        with pytest.raises(OutOfStepError):
            history.undo()
        assert not history.can_undo

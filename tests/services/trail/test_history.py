"""Undo and redo against a remembered copy: of answers, and of what stands behind them."""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from checklists.policy import Policy
from models.vocabulary import DepartmentId, IndicatorKey, ItemKey, Judgement, Origin, SchoolType, Status
from services.bulk import BulkWish, plan
from services.checklist import Answer, Checklist, Fact
from services.errors import DepartmentTakenError, OutOfStepError, UnknownItemError
from services.judging import Overruling, Reading
from services.own_files import OwnFiles
from services.own_items import OwnWords
from services.scoring import score
from services.trail.changes import Step
from services.trail.history import History
from services.trail.steps import Done
from services.verifying import verify
from tests.builders import a_measure, a_policy, a_workspace, amend_school, an_assessment, an_item

KEYS = [ItemKey(key) for key in ("1-1", "1-2", "2-1")]
ANSWERS = st.builds(
    Answer,
    status=st.sampled_from([status for status in Status if status is not Status.NOT_APPLICABLE]),
    note=st.text(max_size=5),
)
FIGURES = st.none() | st.decimals(0, 1000, places=2)

NAMES = st.sampled_from(["教务科", "实训处", "学生处"])
WORDS = st.builds(
    OwnWords, st.sampled_from(["每学期家访一次", "每月开一次例会"]), deadline=st.sampled_from(["", "2026"])
)
FACTS = st.lists(
    st.builds(Fact, st.sampled_from(["在校生数", "专任教师数", "合作企业数"]), st.sampled_from(["86", "1200", ""])),
    max_size=3,
    unique_by=lambda fact: fact.name,
)
REFUSALS = (UnknownItemError, DepartmentTakenError)

State = list[tuple[object, ...]]


def _state(checklist: Checklist) -> State:
    return [
        (
            row.item,
            row.binding,
            row.answer,
            [(figure.indicator, figure.reading, figure.overruling) for figure in row.indicators],
            [piece.number for piece in row.evidence],
        )
        for row in checklist.items()
    ]


def _revision(number: int) -> Policy:
    """A policy whose items are reworded, moved, dropped and added from one revision to the next."""
    first = [an_item("1-1", text=f"第 {number} 版说的要点"), an_item("1-2"), an_item(f"1-{number + 5}")]
    third = a_measure(3, [an_item(f"3-{number % 2 + 1}", text="学校做到了要点 1-3")], indicators=())
    return a_policy([a_measure(1, first), a_measure(2, 3 - number % 2), third], revision=number)


class UndoMachine(RuleBasedStateMachine):
    """Records, undoes and redoes at random; the remembered states say what must be seen."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.workspace = a_workspace(Path(self.folder.name))
        self.assessment = an_assessment(self.workspace)
        self.school = self.workspace.assessments.checklist(self.assessment).school.id
        self.history = History(self.workspace.steps)
        self.revision = 1
        self.states = [self._seen()]
        self.place = 0

    @rule(facts=FACTS)
    def enter_base_data(self, facts: list[Fact]) -> None:
        self._do(lambda: self.workspace.schools.put_facts(self.school, 2025, facts))

    @rule(facts=FACTS, figure=FIGURES)
    def enter_base_data_with_what_follows(self, facts: list[Fact], figure: Decimal | None) -> None:
        step = self.workspace.schools.put_facts(self.school, 2025, facts)
        self._add(step)
        readings = {IndicatorKey("2-1-a"): Reading(figure, origin=Origin.BASE)}
        change = self.workspace.assessments.take_readings(self.assessment, readings)
        if self.history.next_undo is not step:
            self._add(change)
        else:
            self.history.join(change, step)
            self.states[self.place] = self._seen()

    @rule(name=st.sampled_from(["试点学校", "试点市第一职业学校"]), type=st.sampled_from(SchoolType))
    def amend_the_school(self, name: str, type: SchoolType) -> None:
        row = self.workspace.assessments.checklist(self.assessment).school
        self._do(lambda: amend_school(self.workspace, replace(row, name=name, type=type)))

    @rule(pattern=st.sampled_from(["{条款}-{要点}-{序号}", "{年度}-{条款}-{序号}"]))
    def number_evidence_otherwise(self, pattern: str) -> None:
        register = self.workspace.evidence.register
        self._do(lambda: register.set_pattern(self.assessment, pattern))
        self._do(lambda: register.renumber(self.assessment, pattern))

    @rule(name=NAMES)
    def add_a_department(self, name: str) -> None:
        self._do(lambda: self.workspace.departments.add(self.school, name))

    @rule(pick=st.integers(0, 2), name=NAMES, head=st.sampled_from(["", "李敏"]))
    def change_a_department(self, pick: int, name: str, head: str) -> None:
        if id := self._department(pick):
            self._do(lambda: self.workspace.departments.amend(id, name=name, head=head, contact=""))

    @rule(pick=st.integers(0, 2))
    def give_a_department_up(self, pick: int) -> None:
        if id := self._department(pick):
            self._do(lambda: self.workspace.departments.retire(id))

    @rule(pick=st.integers(0, 2))
    def put_a_department_first(self, pick: int) -> None:
        if id := self._department(pick):
            self._do(lambda: self.workspace.departments.reorder(self.school, [id]))

    @rule(keys=st.sets(st.sampled_from(KEYS), min_size=1), name=NAMES)
    def assign(self, keys: set[ItemKey], name: str) -> None:
        self._do(lambda: self.workspace.assignments.assign(self.assessment, keys, name))

    @rule(measure=st.sampled_from(["一/1", "一/2", ""]), words=WORDS)
    def add_an_own_item(self, measure: str, words: OwnWords) -> None:
        self._do(lambda: self.workspace.own_items.add(self.assessment, measure, words))

    @rule(pick=st.integers(0, 3), words=WORDS)
    def reword_an_own_item(self, pick: int, words: OwnWords) -> None:
        if key := self._own(pick):
            self._do(lambda: self.workspace.own_items.reword(self.assessment, key, words))

    @rule(pick=st.integers(0, 3))
    def retire_an_own_item(self, pick: int) -> None:
        if key := self._own(pick):
            self._do(lambda: self.workspace.own_items.retire(self.assessment, key))

    @rule(pick=st.integers(0, 3))
    def bring_an_own_item_back(self, pick: int) -> None:
        retired = sorted(self.workspace.own_items.retired(self.assessment))
        if key := next(iter(retired[pick:]), None):
            self._do(lambda: self.workspace.own_items.bring_back(self.assessment, key))

    @rule(pick=st.integers(0, 3), answer=ANSWERS)
    def answer_an_own_item(self, pick: int, answer: Answer) -> None:
        if key := self._own(pick):
            self._do(lambda: self.workspace.assessments.record(self.assessment, key, answer))
            self._do(lambda: self.workspace.evidence.attach_paper(self.assessment, key, "柜"))

    @rule()
    def go_to_a_newer_revision(self) -> None:
        self.revision += 1
        self.workspace.policies._library.policies = (_revision(self.revision),)  # type: ignore[attr-defined]
        self.workspace.policies.stock()
        self._do(lambda: self.workspace.renewals.renew(self.assessment))

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

    @rule(count=st.integers(2, 5))
    def go_far_back_and_forth(self, count: int) -> None:
        self.go_back_and_forth(count)

    def go_back_and_forth(self, count: int) -> None:
        count = min(count, self.place)
        for turn, step in [(self.history.undo, -1)] * count + [(self.history.redo, 1)] * count:
            assert turn() is not None
            self.place += step
            self.what_is_seen_is_what_was_remembered()

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
        checklist = self.workspace.assessments.checklist(self.assessment)
        findings = self.workspace.findings.rows(self.assessment)
        mended = [(row.number, row.finding, [one.round for one in row.rounds]) for row in findings]
        blocks = OwnFiles(self.workspace.folder).additions("test").blocks
        own = {block.key: block.text for block in blocks if not block.is_retired}
        pattern = self.workspace.evidence.register.pattern(self.assessment)
        behind = (
            own,
            pattern,
            checklist.policy,
            checklist.school,
            checklist.facts,
            self.workspace.departments.of(self.school),
        )
        return [*_state(checklist), tuple(mended), behind]

    def _department(self, pick: int) -> DepartmentId | None:
        return next((row.id for row in self.workspace.departments.of(self.school)[pick:]), None)

    def _own(self, pick: int) -> ItemKey | None:
        rows = [row for row in self.workspace.assessments.checklist(self.assessment).items() if row.is_own]
        return next((row.key for row in rows[pick:]), None)

    def _do(self, command: Callable[[], Done]) -> None:
        with suppress(*REFUSALS):
            self._add(command())

    def _add(self, step: Done) -> None:
        before = self.history.next_undo
        self.history.add(step)
        if self.history.next_undo is not before:
            self.states = [*self.states[: self.place + 1], self._seen()]
            self.place += 1
            if isinstance(step, Step):
                self.go_back_and_forth(1)  # each of them at once, as there are many kinds


UndoMachine.TestCase.settings = settings(max_examples=20, stateful_step_count=30, deadline=None)
TestUndo = UndoMachine.TestCase


def test_undo_with_nothing_to_undo_does_nothing(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        history = History(workspace.steps)
        assert history.undo() is None
        assert history.redo() is None


def test_undo_is_a_new_change_and_the_trail_keeps_both(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment, history = an_assessment(workspace), History(workspace.steps)
        done = workspace.assessments.record(assessment, KEYS[0], Answer(Status.MET))
        history.add(done)
        undone = history.undo()
        assert workspace.assessments.trail(assessment) == (undone, done)


def test_a_step_that_no_longer_fits_is_forgotten(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment, history = an_assessment(workspace), History(workspace.steps)
        history.add(workspace.assessments.record(assessment, KEYS[0], Answer(Status.MET)))
        workspace.assessments.record(assessment, KEYS[0], Answer(Status.NOT_MET))
        with pytest.raises(OutOfStepError):
            history.undo()
        assert not history.can_undo

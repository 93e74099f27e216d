"""Undo gives back exactly what was, however steps, undoing and redoing follow each other."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from checklists.drafting.open_draft import OpenDraft
from gui.drafting.steps import Steps
from tests.builders import a_policy

FIRST = OpenDraft(a_policy(1), "方案.txt", {}, frozenset())


def a_draft(number: int) -> OpenDraft:
    return replace(FIRST, source=f"{number}.txt")


@given(st.lists(st.one_of(st.integers(0, 5), st.sampled_from(["undo", "redo"])), max_size=40))
def test_undo_and_redo_agree_with_a_remembered_line(done: list[int | str]) -> None:
    steps, line, place = Steps(FIRST), [FIRST], 0
    for one in done:
        if one == "undo":
            assert steps.undo() is (place > 0)
            place = max(place - 1, 0)
        elif one == "redo":
            assert steps.redo() is (place < len(line) - 1)
            place = min(place + 1, len(line) - 1)
        elif steps.do(a_draft(int(one))):
            line = [*line[: place + 1], a_draft(int(one))]
            place += 1
        assert steps.now == line[place]
        assert (steps.can_undo, steps.can_redo) == (place > 0, place < len(line) - 1)


def test_what_is_typed_in_one_go_is_one_step() -> None:
    steps = Steps(FIRST)
    for number in (1, 2, 3):
        steps.do(a_draft(number), typing="1-1")
    steps.end_typing()
    steps.do(a_draft(4), typing="1-1")
    assert steps.undo()
    assert steps.now == a_draft(3)
    assert steps.undo()
    assert steps.now == FIRST


def test_a_step_that_changes_nothing_is_none() -> None:
    steps = Steps(FIRST)
    assert not steps.do(FIRST)
    assert not steps.can_undo

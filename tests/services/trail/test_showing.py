"""The trail as it is shown once somebody has written into it with another program."""

import sqlite3
from pathlib import Path

import pytest

from models.errors import DamagedStoreError
from models.guards import GUARDS
from models.vocabulary import ItemKey, Status
from services.checklist import Answer
from services.stamps import UNKNOWN, moment
from services.verifying import Problem, ProblemKind, verify
from tests.builders import a_workspace, an_assessment

ITEM, OTHER = ItemKey("1-1"), ItemKey("1-2")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Lay a workspace with three steps of one item and one of another."""
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        for number in range(3):
            workspace.assessments.record(assessment, ITEM, Answer(Status.MET, note=f"第 {number} 次"))
        workspace.assessments.record(assessment, OTHER, Answer(Status.MET))
    return tmp_path


def _tamper(folder: Path, statement: str) -> None:
    """Change the database as someone with a database browser would, guards put back afterwards."""
    with sqlite3.connect(folder / "voccheck.db") as connection:
        for name in GUARDS:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        for guard in GUARDS.values():
            connection.execute(guard)
    connection.close()


@pytest.mark.parametrize(
    "writes",
    [
        "at = 'someday'",
        "at = ''",
        "at = x'00ff'",
        "at = '2025-11-21T14:03:00'",
        "at = '0001-01-01T00:00:00+08:00'",
        "who = x'00ff'",
        "who = '别人'",
        "at = '2020-01-01T00:00:00+00:00'",
    ],
)
def test_who_and_when_written_over_are_told_with_their_place_and_the_rest_stays_usable(
    folder: Path, writes: str
) -> None:
    _tamper(folder, f"UPDATE changes SET {writes} WHERE assessment_id = 1 AND seq = 2")
    with a_workspace(folder) as workspace:
        (row,) = workspace.opening.assessments()
        trail = workspace.assessments.trail(row.id, ITEM)
        assert [(one.seq, one.is_altered) for one in trail] == [(3, False), (2, True), (1, False)]
        assert all(isinstance(one.who, str) and one.at.tzinfo and one.parts for one in trail)
        workspace.assessments.record(row.id, ITEM, Answer(Status.NOT_MET))
    assert Problem(ProblemKind.CHAIN, "1/2") in verify(folder).problems


@pytest.mark.parametrize("parts", ["[1]", "{}", "[", "[" * 9000])
def test_parts_that_nobody_can_read_do_not_keep_the_whole_trail_from_view(folder: Path, parts: str) -> None:
    _tamper(folder, f"UPDATE changes SET parts = '{parts}' WHERE assessment_id = 1 AND seq = 2")
    with a_workspace(folder) as workspace:
        told = [(one.seq, one.is_altered) for one in workspace.assessments.trail(workspace.opening.assessments()[0].id)]
    assert told == [(4, False), (3, False), (2, True), (1, False)]


def test_parts_that_cannot_be_read_are_told_and_the_other_steps_still_read(folder: Path) -> None:
    _tamper(folder, """UPDATE changes SET parts = '[{"item":"1-1"}]' WHERE assessment_id = 1 AND seq = 2""")
    with a_workspace(folder) as workspace:
        (row,) = workspace.opening.assessments()
        told = {one.seq: (one.is_altered, len(one.parts)) for one in workspace.assessments.trail(row.id, ITEM)}
    assert told == {3: (False, 1), 2: (True, 0), 1: (False, 1)}


@pytest.mark.parametrize("writes", ["parts = '{'", "who = CAST(x'ff41' AS TEXT)"])
def test_what_sqlite_itself_cannot_read_is_told_as_damage(folder: Path, writes: str) -> None:
    _tamper(folder, f"UPDATE changes SET {writes} WHERE assessment_id = 1 AND seq = 2")
    with a_workspace(folder) as workspace, pytest.raises(DamagedStoreError):
        workspace.assessments.trail(workspace.opening.assessments()[0].id, ITEM)


@pytest.mark.parametrize(
    "statement", ["UPDATE assessments SET edited_at = 'x'", "UPDATE answers SET changed_at = x'ff', changed_by = x'ff'"]
)
def test_moments_in_rows_that_are_none_keep_nobody_out(folder: Path, statement: str) -> None:
    _tamper(folder, statement)
    with a_workspace(folder) as workspace:
        (row,) = workspace.opening.assessments()
        assert workspace.assessments.checklist(row.id).sections


def test_a_moment_without_an_offset_is_none_of_ours() -> None:
    assert moment("2025-11-21T14:03:00") == UNKNOWN
    assert moment("2025-11-21T14:03:00+08:00").hour == 14

"""What verify finds."""

import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from models.guards import GUARDS
from models.vocabulary import AssessmentId, ItemKey, Status
from services.checklist import Answer, Fact
from services.errors import NoWorkspaceError
from services.progress import CancelledError
from services.verifying import Problem, ProblemKind, verify
from tests.builders import a_workspace, amend_school, an_assessment
from tests.giving_up import GivesUp

ITEM, OTHER = ItemKey("1-1"), ItemKey("1-2")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        for number in range(5):
            workspace.assessments.record(assessment, ITEM, Answer(Status.MET, note=f"第 {number} 次"))
        workspace.assessments.record(assessment, OTHER, Answer(Status.NOT_MET))
        workspace.evidence.attach_bytes(assessment, ITEM, b"text", "纪要.txt")
    return tmp_path


def _tamper(folder: Path, *statements: str) -> None:
    """Change the database as someone with a database browser would, guards put back afterwards."""
    connection = sqlite3.connect(folder / "voccheck.db")
    for name in GUARDS:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for guard in GUARDS.values():
        connection.execute(guard)
    connection.commit()
    connection.close()


def _blob(folder: Path) -> Path:
    return next(path for path in (folder / "evidence").rglob("*") if path.is_file())


def test_a_sound_workspace_has_no_problems(folder: Path) -> None:
    found = verify(folder)
    assert found.problems == ()
    assert (found.assessments, found.changes, found.files, found.orphans) == (1, 9, 1, 0)


def test_an_open_workspace_can_be_verified(folder: Path) -> None:
    with a_workspace(folder) as workspace:
        workspace.assessments.record(workspace.opening.assessments()[0].id, ITEM, Answer(Status.PARTLY_MET))
        assert verify(folder).problems == ()
        assert verify(folder).changes == 10


def test_verifying_changes_no_file(folder: Path) -> None:
    before = {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in folder.rglob("*") if path.is_file()}
    verify(folder)
    after = {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in folder.rglob("*") if path.is_file()}
    assert before == after


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE changes SET parts = replace(parts, '第 2 次', '第 X 次')", Problem(ProblemKind.CHAIN, "1/3")),
        ("UPDATE changes SET who = 'x' WHERE seq = 1", Problem(ProblemKind.CHAIN, "1/1")),
        ("DELETE FROM changes WHERE seq = 4", Problem(ProblemKind.CHAIN, "1/4")),
        ("DELETE FROM changes WHERE seq = 7", Problem(ProblemKind.CHAIN, "1/7")),
        ("DELETE FROM changes", Problem(ProblemKind.CHAIN, "1/1")),
        ("UPDATE answers SET note = '改过' WHERE item = '1-1'", Problem(ProblemKind.ALTERED, "1/1-1")),
        ("DELETE FROM answers WHERE item = '1-1'", Problem(ProblemKind.ALTERED, "1/1-1")),
        ("UPDATE evidence_links SET attached = 0", Problem(ProblemKind.ALTERED, "1/1-1-01")),
        ("UPDATE evidence SET name = '别的.txt'", Problem(ProblemKind.ALTERED, "1/1-1-01")),
        ("UPDATE evidence SET sha256 = '', size = 0", Problem(ProblemKind.ALTERED, "1/1-1-01")),
        ("UPDATE evidence SET whereabouts = '柜'", Problem(ProblemKind.ALTERED, "1/1-1-01")),
        ("UPDATE assessments SET met = 5", Problem(ProblemKind.COUNTERS, "1")),
        ("UPDATE policy_items SET text = '改过' WHERE key = '1-1'", Problem(ProblemKind.POLICY, "test 1")),
        ("UPDATE answers SET assessment_id = 9 WHERE item = '1-2'", Problem(ProblemKind.LOOSE_ROW, "answers 2")),
    ],
)
def test_what_was_changed_behind_our_back_is_named(folder: Path, statement: str, problem: Problem) -> None:
    _tamper(folder, statement)
    assert problem in verify(folder).problems


@pytest.fixture
def amended(folder: Path) -> Path:
    """A workspace whose school was amended and given figures, in two years; its own trail has six entries."""
    with a_workspace(folder) as workspace:
        school = workspace.opening.schools()[0]
        amend_school(workspace, replace(school, name="改过名的学校"))
        for year in (2024, 2025):
            workspace.schools.put_facts(school.id, year, [Fact("在校生", "1200", "人"), Fact("专任教师", "86", "人")])
        workspace.schools.put_facts(school.id, 2024, [])
    return folder


def test_a_workspace_whose_school_was_amended_is_sound(amended: Path) -> None:
    assert verify(amended).problems == ()
    assert verify(amended).changes == 13


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE schools SET name = '别的'", Problem(ProblemKind.ALTERED, "schools 1")),
        ("UPDATE schools SET type = 'college'", Problem(ProblemKind.ALTERED, "schools 1")),
        ("DELETE FROM schools", Problem(ProblemKind.ALTERED, "schools -1")),
        (
            "INSERT INTO schools SELECT 2, 'u', name, type, ownership, place, registered_at FROM schools",
            Problem(ProblemKind.ALTERED, "schools 2"),
        ),
        (
            "UPDATE school_facts SET value = '1300' WHERE position = 0",
            Problem(ProblemKind.ALTERED, "school_facts 1/2025"),
        ),
        ("DELETE FROM school_facts WHERE position = 1", Problem(ProblemKind.ALTERED, "school_facts 1/2025")),
        ("DELETE FROM school_facts", Problem(ProblemKind.ALTERED, "school_facts 1/2025")),
        ("UPDATE school_facts SET year = 2024", Problem(ProblemKind.ALTERED, "school_facts 1/2024")),
        ("UPDATE assessments SET year = 2024", Problem(ProblemKind.ALTERED, "assessments 1")),
        ("UPDATE assessments SET started_on = '2020-01-01'", Problem(ProblemKind.ALTERED, "assessments 1")),
        ("UPDATE assessments SET policy_id = 9", Problem(ProblemKind.ALTERED, "assessments 1")),
        ("UPDATE assessments SET school_id = 9", Problem(ProblemKind.LOOSE_ROW, "assessments 1")),
        ("DELETE FROM assessments", Problem(ProblemKind.ALTERED, "assessments -1")),
        ("DELETE FROM evidence_links", Problem(ProblemKind.ALTERED, "1/1-1")),
        ("DELETE FROM evidence", Problem(ProblemKind.ALTERED, "1/1-1")),
        (
            "UPDATE changes SET parts = replace(parts, '1200', '1300') WHERE assessment_id IS NULL",
            Problem(ProblemKind.CHAIN, "workspace/4"),
        ),
        ("DELETE FROM changes WHERE assessment_id IS NULL AND seq = 6", Problem(ProblemKind.CHAIN, "workspace/6")),
        ("DELETE FROM changes WHERE assessment_id IS NULL", Problem(ProblemKind.CHAIN, "workspace/1")),
        ("UPDATE changes SET assessment_id = NULL WHERE seq = 7", Problem(ProblemKind.CHAIN, "workspace/7")),
        ("UPDATE workspace SET head_seq = 5", Problem(ProblemKind.CHAIN, "workspace/7")),
        ("DELETE FROM workspace", Problem(ProblemKind.CHAIN, "workspace/1")),
    ],
)
def test_what_was_changed_of_a_school_behind_our_back_is_named(amended: Path, statement: str, problem: Problem) -> None:
    _tamper(amended, statement)
    assert problem in verify(amended).problems


def test_a_trail_is_shown_though_rows_it_speaks_of_are_gone(amended: Path) -> None:
    _tamper(amended, "DELETE FROM evidence_links")
    with a_workspace(amended) as workspace:
        assert len(workspace.assessments.trail(AssessmentId(1))) == 7


def test_a_guard_taken_away_is_named(folder: Path) -> None:
    connection = sqlite3.connect(folder / "voccheck.db")
    connection.execute("DROP TRIGGER changes_keep_delete")
    connection.close()
    assert verify(folder).problems == (Problem(ProblemKind.DATABASE, "changes_keep_delete"),)


def _remove(path: Path) -> None:
    path.unlink()


def _alter(path: Path) -> None:
    path.chmod(0o600)
    path.write_bytes(b"tEXt")


@pytest.mark.parametrize(
    ("harm", "kind"), [(_remove, ProblemKind.EVIDENCE_MISSING), (_alter, ProblemKind.EVIDENCE_ALTERED)]
)
def test_a_file_removed_or_altered_is_named(folder: Path, harm: Callable[[Path], None], kind: ProblemKind) -> None:
    harm(_blob(folder))
    assert verify(folder).problems == (Problem(kind, "纪要.txt"),)


def test_a_file_that_nothing_refers_to_is_counted_and_no_problem(folder: Path) -> None:
    stray = folder / "evidence" / "ab" / ("ab" * 32)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"stray")
    found = verify(folder)
    assert (found.problems, found.orphans) == ((), 1)


def test_a_damaged_database_is_a_problem_and_not_a_crash(folder: Path) -> None:
    database = folder / "voccheck.db"
    os.truncate(database, database.stat().st_size // 2)
    assert {problem.kind for problem in verify(folder).problems} == {ProblemKind.DATABASE}


def test_every_page_overwritten_in_turn_never_crashes_and_is_mostly_found(folder: Path) -> None:
    database = folder / "voccheck.db"
    sound = database.read_bytes()
    pages = range(1, len(sound) // 4096)
    found = 0
    for page in pages:
        database.write_bytes(sound[: page * 4096] + b"\xa5" * 4096 + sound[(page + 1) * 4096 :])
        found += bool(verify(folder).problems)
    assert found == len(pages)


def test_a_folder_without_a_workspace_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoWorkspaceError):
        verify(tmp_path)


def test_verifying_can_be_given_up(folder: Path) -> None:
    with pytest.raises(CancelledError):
        verify(folder, GivesUp())


def test_the_result_can_be_printed_as_json(folder: Path) -> None:
    _blob(folder).unlink()
    assert verify(folder).as_json() == {
        "problems": ({"kind": "evidence_missing", "place": "纪要.txt"},),
        "assessments": 1,
        "changes": 9,
        "files": 1,
        "orphans": 0,
    }


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE evidence SET size = 'x'",
        "UPDATE answers SET due = 'someday'",
        "UPDATE assessments SET head_seq = 'x'",
        "UPDATE changes SET parts = 7",
        "UPDATE changes SET parts = '{'",
        "UPDATE policy_items SET anchors = '['",
    ],
)
def test_values_that_cannot_even_be_read_are_told_as_what_they_are(folder: Path, statement: str) -> None:
    _tamper(folder, statement)
    found = {problem.kind for problem in verify(folder).problems}
    assert found & {ProblemKind.ALTERED, ProblemKind.DATABASE, ProblemKind.CHAIN}

"""A workspace that cannot be opened, replaced by one of its backups."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from models import swapping
from models.causes import Damage
from models.durable import put_in_place
from models.errors import (
    DamagedStoreError,
    DiskFullError,
    NewerStoreError,
    StoreError,
    StoreInUseError,
    SwapRefusedError,
)
from models.identity import DATABASE
from models.vocabulary import AssessmentId, ItemKey, Status
from services.checklist import Answer
from services.errors import DamagedBackupError
from services.progress import CancelledError
from services.replacing import Replaced, is_helped, replace_by, restorable
from services.verifying import Problem, ProblemKind, verify
from services.workspace import Workspace
from tests.builders import a_workspace, an_assessment
from tests.giving_up import GivesUp

ITEM, ASSESSMENT = ItemKey("1-1"), AssessmentId(1)
NOW = datetime(2026, 11, 22, 12, 30, 5)
KEPT = "w-损坏-20261122-123005"
_PAGE = 4096


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Lay a closed workspace with two backups, the second holding more than the first, and more after it."""
    with a_workspace(tmp_path / "w") as workspace:
        assessment = an_assessment(workspace)
        for note in ("头一份", "后一份"):
            workspace.assessments.record(assessment, ITEM, Answer(Status.MET, note=note))
            workspace.evidence.attach_bytes(assessment, ITEM, note.encode(), f"{note}.txt")
            workspace.backups.make()
        workspace.assessments.record(assessment, ITEM, Answer(Status.MET, note="没有备份"))
    return tmp_path / "w"


def _cut_header(database: Path) -> None:
    os.truncate(database, 50)


def _zero_a_page(database: Path) -> None:
    with database.open("r+b") as stream:
        stream.seek(_PAGE * 3)
        stream.write(bytes(_PAGE))


def _delete(database: Path) -> None:
    database.unlink()


DAMAGES = (_cut_header, _zero_a_page, _delete)


def _replace(folder: Path) -> Replaced:
    return replace_by(restorable(folder)[0].path, folder, now=lambda: NOW)


def _files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != "lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _note(folder: Path) -> str:
    with a_workspace(folder) as workspace:
        return workspace.assessments.item(ASSESSMENT, ITEM).answer.note


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_backup_takes_the_place_of_what_cannot_be_opened_and_nothing_of_that_is_lost(
    folder: Path, damage: Callable[[Path], None]
) -> None:
    damage(folder / DATABASE)
    with pytest.raises(StoreError) as refused:
        Workspace.open(folder, "李敏")
    assert is_helped(refused.value)
    before = _files(folder)
    replaced = _replace(folder)
    assert (replaced.found.problems, replaced.found.files, replaced.kept.name) == ((), 2, KEPT)
    assert sorted(path.name for path in folder.parent.iterdir()) == ["w", KEPT]
    assert _files(replaced.kept) == before
    assert _note(folder) == "后一份"
    assert verify(folder).problems == ()


def test_an_older_backup_can_be_chosen_and_the_others_go_on_in_the_restored_workspace(folder: Path) -> None:
    _cut_header(folder / DATABASE)
    newest, older = restorable(folder)
    replace_by(older.path, folder)
    assert [row.path for row in restorable(folder)] == [newest.path, older.path]
    assert _note(folder) == "头一份"
    _cut_header(folder / DATABASE)
    replace_by(newest.path, folder)
    assert _note(folder) == "后一份"


def test_what_the_backup_lacks_is_named(folder: Path) -> None:
    _delete(folder / DATABASE)
    for path in [*folder.glob("evidence/*/*"), *folder.glob("backups/evidence/*/*")]:
        path.unlink()
    found = _replace(folder).found
    assert found.problems == tuple(
        Problem(ProblemKind.EVIDENCE_MISSING, f"{name}.txt") for name in ("头一份", "后一份")
    )
    assert _note(folder) == "后一份"


def test_a_damaged_backup_is_refused_and_one_that_is_none_is_not_offered(folder: Path) -> None:
    _cut_header(folder / DATABASE)
    newest, older = restorable(folder)
    os.truncate(newest.path, _PAGE * 5)
    before = _files(folder)
    with pytest.raises(DamagedBackupError):
        _replace(folder)
    assert [path.name for path in folder.parent.iterdir()] == ["w"]
    assert _files(folder) == before
    newest.path.write_bytes(b"")
    assert restorable(folder) == (older,)


@pytest.mark.parametrize("at", [1, 2])
def test_a_rename_refused_leaves_all_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    _cut_header(folder / DATABASE)
    before, calls = _files(folder), iter(range(1, 9))

    def put(made: Path, target: Path) -> None:
        if next(calls) == at:
            raise PermissionError
        put_in_place(made, target)

    with monkeypatch.context() as patch:
        patch.setattr(swapping, "put_in_place", put)
        with pytest.raises(SwapRefusedError):
            _replace(folder)
    assert [path.name for path in folder.parent.iterdir()] == ["w"]
    assert _files(folder) == before
    _replace(folder)
    assert _note(folder) == "后一份"


def test_killed_between_the_renames_the_next_start_opens_what_was_restored(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class _Killed(BaseException):
        pass

    def put(made: Path, target: Path) -> None:
        if target == folder:
            raise _Killed
        put_in_place(made, target)

    _cut_header(folder / DATABASE)
    with monkeypatch.context() as patch:
        patch.setattr(swapping, "put_in_place", put)
        with pytest.raises(_Killed):
            _replace(folder)
    assert not folder.exists()
    with Workspace.reopen(folder, "李敏") as workspace:
        assert workspace.assessments.item(ASSESSMENT, ITEM).answer.note == "后一份"
    assert sorted(path.name for path in folder.parent.iterdir()) == ["w", KEPT]


def test_restoring_can_be_given_up_and_leaves_nothing(folder: Path) -> None:
    _cut_header(folder / DATABASE)
    before = _files(folder)
    with pytest.raises(CancelledError):
        replace_by(restorable(folder)[0].path, folder, GivesUp())
    assert [path.name for path in folder.parent.iterdir()] == ["w"]
    assert _files(folder) == before


def test_a_workspace_that_is_open_is_not_replaced(folder: Path) -> None:
    with a_workspace(folder), pytest.raises(StoreInUseError):
        _replace(folder)
    assert [path.name for path in folder.parent.iterdir()] == ["w"]


def test_only_damage_and_loss_are_mended_by_a_backup() -> None:
    assert is_helped(DamagedStoreError(Path("w"), Damage.PAGES, "malformed"))
    for other in (NewerStoreError(Path("w"), 4, 3), DiskFullError(Path("w")), ValueError()):
        assert not is_helped(other)

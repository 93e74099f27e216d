"""A workspace brought back from a backup."""

import os
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.errors import DamagedStoreError, NotOurStoreError
from models.vocabulary import AssessmentId, ItemKey, Status
from resources.refusals import sentence
from services.backups import checklists_of
from services.checklist import Answer
from services.errors import FolderNotEmptyError, NoBackupError, RestorePlaceError, WholeDiskError
from services.progress import CancelledError
from services.restoring import restore
from services.verifying import Problem, ProblemKind, verify
from tests.builders import a_workspace, an_assessment
from tests.giving_up import GivesUp
from tests.read_only import read_only

ITEM, ASSESSMENT = ItemKey("1-1"), AssessmentId(1)


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    with a_workspace(tmp_path / "w") as workspace:
        assessment = an_assessment(workspace)
        workspace.assessments.record(assessment, ITEM, Answer(Status.MET, note="在备份里"))
        workspace.evidence.attach_bytes(assessment, ITEM, b"text", "a.txt")
        made = workspace.backups.make()
        workspace.assessments.record(assessment, ITEM, Answer(Status.MET, note="后来的"))
    return made


def _files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _kept(backup: Path) -> Iterator[Path]:
    return (path for path in (backup.parent / "evidence").rglob("*") if path.is_file())


def test_a_restored_workspace_is_as_it_was_backed_up_and_the_present_one_is_untouched(
    backup: Path, tmp_path: Path
) -> None:
    before = _files(tmp_path / "w")
    found = restore(backup, tmp_path / "back")
    assert (found.problems, found.files) == ((), 1)
    assert _files(tmp_path / "w") == before
    with a_workspace(tmp_path / "back") as workspace:
        row = workspace.assessments.item(ASSESSMENT, ITEM)
        assert row.answer.note == "在备份里"
        assert workspace.evidence.path_of(row.evidence[0].id).read_bytes() == b"text"
        workspace.assessments.record(ASSESSMENT, ITEM, Answer(Status.NOT_MET))
    assert verify(tmp_path / "back").problems == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["back", "w"]


def test_an_empty_folder_is_taken_and_one_with_anything_in_it_is_not(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert restore(backup, tmp_path / "empty").problems == ()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine")
    for folder in (tmp_path / "full", tmp_path / "full" / "letter.txt", tmp_path / "w"):
        before = _files(tmp_path)
        with pytest.raises(FolderNotEmptyError):
            restore(backup, folder)
        assert _files(tmp_path) == before


def test_evidence_the_backup_lost_is_taken_from_the_workspace_it_is_of(backup: Path, tmp_path: Path) -> None:
    next(_kept(backup)).unlink()
    assert restore(backup, tmp_path / "back").problems == ()


def test_what_the_backup_lacks_is_named_and_keeps_nobody_from_the_rest(backup: Path, tmp_path: Path) -> None:
    alone = tmp_path / "stick" / "backups" / backup.name
    alone.parent.mkdir(parents=True)
    alone.write_bytes(backup.read_bytes())
    assert restore(alone, tmp_path / "back").problems == (Problem(ProblemKind.EVIDENCE_MISSING, "a.txt"),)
    with a_workspace(tmp_path / "back") as workspace:
        assert workspace.assessments.item(ASSESSMENT, ITEM).answer.note == "在备份里"


@pytest.mark.parametrize("keep", [0.3, 0.95])
def test_a_damaged_backup_is_refused_and_leaves_nothing(backup: Path, tmp_path: Path, keep: float) -> None:
    os.truncate(backup, int(backup.stat().st_size * keep))
    with pytest.raises(DamagedStoreError):
        restore(backup, tmp_path / "back")
    assert [path.name for path in tmp_path.iterdir()] == ["w"]


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_bytes(b"PK" * 500)
    with pytest.raises(NotOurStoreError):
        restore(tmp_path / "letter.db", tmp_path / "back")
    with pytest.raises(NoBackupError):
        restore(tmp_path / "gone.db", tmp_path / "back")
    assert [path.name for path in tmp_path.iterdir()] == ["letter.db"]


def test_restoring_can_be_given_up_and_leaves_nothing(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(CancelledError):
        restore(backup, tmp_path / "back", GivesUp())
    assert [path.name for path in tmp_path.iterdir()] == ["w"]


def test_checklists_people_wrote_are_in_the_backup_and_come_back(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        folder = tmp_path / "w" / "checklists" / "drafts" / "own-甲"
        folder.mkdir(parents=True)
        (folder / "draft.json").write_text("写了一半", encoding="utf-8")
        made = workspace.backups.make()
        assert workspace.backups.make_if_changed() is None
        (folder / "draft.json").write_text("写了大半", encoding="utf-8")
        assert workspace.backups.make_if_changed() is not None
    restore(made, tmp_path / "back")
    assert (tmp_path / "back" / "checklists" / "drafts" / "own-甲" / "draft.json").read_text("utf-8") == "写了一半"


def _leads_out(archive: Path) -> None:
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("../outside.toml", "mine")


def _is_no_archive(archive: Path) -> None:
    archive.write_bytes(b"no archive")


@pytest.mark.parametrize("damage", [_leads_out, _is_no_archive])
def test_a_bad_archive_of_checklists_is_named_and_keeps_nobody_from_the_rest(
    backup: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    damage(checklists_of(backup))
    found = restore(backup, tmp_path / "back")
    assert found.problems == (Problem(ProblemKind.POLICY, checklists_of(backup).name),)
    assert not list(tmp_path.rglob("outside.toml"))
    assert verify(tmp_path / "back").problems == ()


def test_a_whole_disk_is_no_place_and_a_folder_in_it_is_proposed(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    monkeypatch.setattr("services.restoring.is_mount", lambda folder: folder == disk)
    with pytest.raises(WholeDiskError) as refused:
        restore(backup, disk)
    assert "disk/职评簿" in (sentence(refused.value) or "")
    assert restore(backup, refused.value.inside).problems == ()


def test_a_place_that_may_not_be_written_to_is_said_with_what_helps(backup: Path, tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    with read_only(place), pytest.raises(RestorePlaceError) as refused:
        restore(backup, place / "back")
    assert refused.value.folder == place
    assert list(place.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipes_are_neither_a_backup_nor_a_folder(backup: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NoBackupError):
        restore(tmp_path / "pipe", tmp_path / "back")
    with pytest.raises(FolderNotEmptyError):
        restore(backup, tmp_path / "pipe")

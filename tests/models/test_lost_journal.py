"""A journal that was deleted after a crash, with what had been entered last: nobody may go on unaware."""

import subprocess
import sys
from pathlib import Path

import pytest

import main
from commands.exits import DONE
from models.errors import NotOurStoreError
from models.store import Store
from resources import word
from services.verifying import verify
from services.warnings import FolderWarning
from services.workspace import Workspace
from tests.builders import a_workspace, an_assessment

_KILLED = """
import os, sys
from pathlib import Path
from models.store import Store
from services.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]), "")
for name in sys.argv[2:]:
    workspace.backups.make() if name == "backup" else workspace.departments.add(1, name)
os._exit(9)
"""
_ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Lay a workspace with a school."""
    with Workspace.open(tmp_path / "w", "李敏") as workspace:
        an_assessment(workspace, "zibo-gaoxin")
    return tmp_path / "w"


def _die(folder: Path, *steps: str) -> Path:
    """Work in a workspace until the process is killed; give its journal."""
    ended = subprocess.run([sys.executable, "-c", _KILLED, str(folder), *steps], cwd=_ROOT, check=False)
    assert ended.returncode == 9
    return folder / "voccheck.db-wal"


def _warned(folder: Path) -> tuple[FolderWarning, ...]:
    with Workspace.open(folder, "李敏") as workspace:
        return tuple(one for one in workspace.warnings if one.value.startswith("lost"))


def test_a_crash_alone_loses_nothing_and_warns_of_nothing(folder: Path) -> None:
    _die(folder, "教务处")
    assert verify(folder).problems == ()
    assert _warned(folder) == ()


def test_a_journal_deleted_after_a_crash_is_told_once(folder: Path) -> None:
    _die(folder, "教务处").unlink()
    assert _warned(folder) == (FolderWarning.LOST_JOURNAL,)
    assert _warned(folder) == ()


def test_an_opening_that_was_refused_keeps_it_to_be_told(folder: Path) -> None:
    _die(folder, "教务处").unlink()
    (folder / "voccheck.db").rename(folder / "aside")
    (folder / "voccheck.db").write_bytes(b"no database")
    with pytest.raises(NotOurStoreError):
        Store.open(folder)
    (folder / "aside").replace(folder / "voccheck.db")
    assert _warned(folder) == (FolderWarning.LOST_JOURNAL,)
    assert _warned(folder) == ()


def test_a_backup_that_holds_more_makes_it_certain(folder: Path) -> None:
    _die(folder, "教务处", "backup").unlink()
    assert _warned(folder) == (FolderWarning.LOST_CHANGES,)


def test_a_command_that_opens_it_first_tells_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _die(folder, "教务处").unlink()
    assert main.main(["assessments", "--workspace", str(folder)]) == DONE
    assert capsys.readouterr().err == word(FolderWarning.LOST_JOURNAL) + "\n"


def test_looking_into_a_workspace_leaves_its_journal_where_it_is(folder: Path) -> None:
    journal = _die(folder, "教务处")
    assert verify(folder).problems == ()
    assert journal.exists()
    assert _warned(folder) == ()


def test_looking_into_a_workspace_leaves_a_journal_that_holds_nothing_too(folder: Path) -> None:
    journal = _die(folder)
    assert journal.stat().st_size == 0
    assert verify(folder).problems == ()
    assert journal.exists()
    assert _warned(folder) == ()


def test_a_journal_that_held_nothing_is_not_missed(folder: Path) -> None:
    _die(folder).unlink()
    assert _warned(folder) == ()


def test_a_journal_that_outlives_two_crashes_is_missed_when_it_is_gone(folder: Path) -> None:
    _die(folder, "教务处")
    _die(folder).unlink()
    assert _warned(folder) == (FolderWarning.LOST_JOURNAL,)


def test_a_workspace_that_was_shut_warns_of_nothing_whatever_lies_beside_it(folder: Path) -> None:
    assert not (folder / "voccheck.db-wal").exists()
    assert (folder / "lock").read_bytes() == b""
    assert _warned(folder) == ()


def test_a_kill_before_there_is_a_journal_warns_of_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class _KilledError(BaseException):
        pass

    def killed(*_: object) -> None:
        raise _KilledError

    with monkeypatch.context() as patch:
        patch.setattr("models.store.checked_connection", killed)
        patch.setattr("models.lock.FolderLock.release", lambda lock: lock._stream.close())
        with pytest.raises(_KilledError):
            Store.open(folder)
    assert (folder / "lock").read_bytes() != b""
    assert _warned(folder) == ()


@pytest.mark.parametrize("written", [b"[]", b"\xff", b"{", b'{"journal": 1}', b"7" * 5000])
def test_whatever_stands_in_the_lock_a_workspace_opens(tmp_path: Path, written: bytes) -> None:
    with a_workspace(tmp_path):
        pass
    (tmp_path / "lock").write_bytes(written)
    assert _warned(tmp_path) == ()

"""Folders made beside their place, and those whose maker was killed."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from models.beside import made_beside, sweep_beside
from models.errors import StoreFailedError
from models.store import Store

_KILLED = """
import os, sys
from pathlib import Path
from models.beside import made_beside
with made_beside(Path(sys.argv[1])) as made:
    made.mkdir()
    (made / "half").write_text("half")
    os._exit(9)
"""


@pytest.mark.parametrize("is_there", [True, False])
def test_what_is_made_beside_a_folder_takes_its_place_or_leaves_nothing(tmp_path: Path, is_there: bool) -> None:
    target = tmp_path / ("长" * 80)
    if is_there:
        target.mkdir()
    with pytest.raises(StoreFailedError), made_beside(target) as made:
        made.mkdir()
        raise OSError(errno.EIO, "no")
    assert list(tmp_path.iterdir()) == ([target] if is_there else [])
    with made_beside(target) as made:
        made.mkdir()
        (made / "file").write_text("mine")
    assert [path.name for path in tmp_path.rglob("*")] == [target.name, "file"]


def test_what_is_refused_inside_is_said_of_the_folder_people_know(tmp_path: Path) -> None:
    for inside, said in ((True, tmp_path / "w"), (False, tmp_path / "other")):
        with pytest.raises(StoreFailedError) as refused, made_beside(tmp_path / "w") as made:
            raise StoreFailedError(made / "voccheck.db" if inside else tmp_path / "other", "no")
        assert refused.value.path == said


def test_what_a_killed_process_left_is_swept_and_what_is_being_made_stays(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path / "back")], check=False, cwd=Path(__file__).parents[2])
    (tmp_path / "voccheck-notes.partial").mkdir()
    assert len(list(tmp_path.glob("voccheck-????????.partial/half"))) == 1
    with made_beside(tmp_path / "other") as made:
        made.mkdir()
        sweep_beside(tmp_path / "w")
        assert sorted(tmp_path.glob("*.partial")) == sorted([made, tmp_path / "voccheck-notes.partial"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other", "voccheck-notes.partial"]


def test_the_next_opening_sweeps_what_a_killed_backup_left(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path / "back")], check=False, cwd=Path(__file__).parents[2])
    backups = tmp_path / "w" / "backups"
    backups.mkdir(parents=True)
    for name in ("000001-20261122T000000Z.db.partial", "000001-20261122T000000Z.db.partial-journal", "mine.txt"):
        (backups / name).write_text("half")
    Store.open(tmp_path / "w").close()
    assert [path.name for path in backups.iterdir()] == ["mine.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["w"]

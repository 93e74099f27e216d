"""A folder that takes another's place by two renames."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from models import swapping
from models.durable import put_in_place
from models.errors import SwapBrokenError, SwapRefusedError
from models.swapping import finish, places_beside, swap

NOW = datetime(2026, 11, 22, 12, 30, 5)


class _Killed(BaseException):
    """What a killed process does not live to hear."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "数据[1]"
    made.mkdir()
    (made / "word").write_text("before")
    restored, _ = places_beside(made, NOW)
    restored.mkdir()
    (restored / "word").write_text("after")
    return made


def _swap(folder: Path) -> None:
    swap(folder, *_beside(folder))


def _beside(folder: Path) -> tuple[Path, Path]:
    return folder.with_name("数据[1]-恢复-20261122-123005"), folder.with_name("数据[1]-损坏-20261122-123005")


def _words(parent: Path) -> dict[str, str]:
    return {path.parent.name: path.read_text() for path in parent.rglob("word")}


def _failing(at: set[int], error: Callable[[], BaseException]) -> Callable[[Path, Path], None]:
    calls = iter(range(1, 10))

    def put(made: Path, target: Path) -> None:
        if next(calls) in at:
            raise error()
        put_in_place(made, target)

    return put


def test_no_place_is_named_twice(folder: Path) -> None:
    made, old = places_beside(folder, NOW)
    assert (made.name, old.name) == ("数据[1]-恢复-20261122-123005-2", "数据[1]-损坏-20261122-123005-2")


def test_both_folders_are_there_under_their_new_names(folder: Path) -> None:
    _swap(folder)
    assert _words(folder.parent) == {"数据[1]": "after", "数据[1]-损坏-20261122-123005": "before"}


@pytest.mark.parametrize("at", [1, 2])
def test_a_rename_refused_leaves_all_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    monkeypatch.setattr(swapping, "put_in_place", _failing({at}, PermissionError))
    with pytest.raises(SwapRefusedError):
        _swap(folder)
    assert _words(folder.parent) == {"数据[1]": "before", "数据[1]-恢复-20261122-123005": "after"}


def test_what_cannot_be_taken_back_is_named_and_finished_later(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(swapping, "put_in_place", _failing({2, 3, 4}, PermissionError))
        with pytest.raises(SwapBrokenError) as broken:
            _swap(folder)
        with pytest.raises(SwapBrokenError):
            finish(folder)
    assert (broken.value.made, broken.value.old) == _beside(folder)
    finish(folder)
    assert _words(folder.parent) == {"数据[1]": "after", "数据[1]-损坏-20261122-123005": "before"}


def test_a_swap_killed_between_the_renames_is_finished(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(swapping, "put_in_place", _failing({2}, _Killed))
        with pytest.raises(_Killed):
            _swap(folder)
    assert not folder.exists()
    finish(folder)
    assert _words(folder.parent) == {"数据[1]": "after", "数据[1]-损坏-20261122-123005": "before"}


def test_a_log_written_into_the_empty_place_is_in_nobodys_way(folder: Path) -> None:
    folder.rename(_beside(folder)[1])
    folder.mkdir()
    (folder / "word").write_text("log")
    finish(folder)
    kept = "数据[1]-损坏-20261122-123005"
    assert _words(folder.parent) == {"数据[1]": "after", kept: "before", f"{kept}-2": "log"}


def test_a_folder_in_its_place_and_one_that_never_was_are_left_alone(folder: Path) -> None:
    finish(folder)
    assert _words(folder.parent)["数据[1]"] == "before"
    (folder / "word").unlink()
    folder.rmdir()
    finish(folder)
    assert not folder.exists()

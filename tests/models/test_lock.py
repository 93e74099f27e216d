"""The lock of a workspace over what may lie in its place."""

from pathlib import Path

import pytest

from models.errors import StoreFailedError
from models.lock import FolderLock


def test_a_link_in_the_locks_place_is_refused_and_what_it_leads_to_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("mine")
    (tmp_path / "lock").symlink_to(tmp_path / "precious")
    with pytest.raises(StoreFailedError):
        FolderLock(tmp_path, "")
    assert (tmp_path / "precious").read_text() == "mine"


def test_a_folder_in_the_locks_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lock").mkdir()
    with pytest.raises(StoreFailedError):
        FolderLock(tmp_path, "")

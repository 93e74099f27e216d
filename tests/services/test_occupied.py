"""A look at the lock tells whether a window may be open over a folder."""

from pathlib import Path

from services.occupied import may_be_taken
from tests.builders import a_workspace


def test_a_folder_may_be_taken_while_its_workspace_is_open(tmp_path: Path) -> None:
    folder = tmp_path / "ws"
    assert not may_be_taken(folder)
    with a_workspace(folder):
        assert may_be_taken(folder)
    assert not may_be_taken(folder)

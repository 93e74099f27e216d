"""What a person is warned of."""

from pathlib import Path

import pytest

from resources import word
from services.warnings import LITTLE, FolderWarning, warnings_of
from tests.builders import a_workspace


@pytest.mark.parametrize(("free", "expected"), [(LITTLE, ()), (LITTLE - 1, (FolderWarning.LOW_SPACE,))])
def test_little_room_is_warned_of(tmp_path: Path, free: int, expected: tuple[FolderWarning, ...]) -> None:
    assert warnings_of(tmp_path, free) == expected


def test_a_large_database_needs_more_room(tmp_path: Path) -> None:
    with (tmp_path / "voccheck.db").open("wb") as stream:
        stream.truncate(LITTLE)
    assert warnings_of(tmp_path, 2 * LITTLE) == ()
    assert warnings_of(tmp_path, 2 * LITTLE - 1) == (FolderWarning.LOW_SPACE,)


def test_a_synchronised_folder_is_warned_of_and_works(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "BaiduSyncdisk" / "自评") as workspace:
        assert FolderWarning.SYNCED_FOLDER in workspace.warnings


@pytest.mark.parametrize("warning", FolderWarning)
def test_every_warning_is_one_sentence(warning: FolderWarning) -> None:
    assert word(warning).endswith("。")
    assert word(warning).count("。") == 1

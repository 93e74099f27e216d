"""Files and folders on their way to the disk and off it."""

import errno
from pathlib import Path

import pytest

from models.durable import remove_folder, write_whole
from models.errors import DiskFullError


def test_a_folder_of_copies_is_removed_but_not_what_links_lead_to(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "file").write_text("mine")
    (other / "file").chmod(0o444)
    copies = tmp_path / "copies"
    copies.mkdir()
    (copies / "file").symlink_to(other / "file")
    (tmp_path / "link").symlink_to(other)
    remove_folder(copies)
    remove_folder(tmp_path / "link")
    assert [path.name for path in tmp_path.iterdir()] == ["other"]
    assert ((other / "file").read_text(), (other / "file").stat().st_mode & 0o777) == ("mine", 0o444)


def test_a_file_is_written_whole_with_its_folders_or_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "drafts" / "one.json"
    write_whole(b"first", target)

    def full(_stream: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("models.durable.sync_file", full)
    with pytest.raises(DiskFullError):
        write_whole(b"second", target)
    assert (target.read_bytes(), [path.name for path in target.parent.iterdir()]) == (b"first", ["one.json"])

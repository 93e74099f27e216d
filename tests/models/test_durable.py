"""Files and folders on their way to the disk and off it."""

from pathlib import Path

from models.durable import remove_folder


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

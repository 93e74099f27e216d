"""The folder of evidence files."""

import hashlib
import os
import threading
from pathlib import Path

import pytest

from models.blobs import Blobs, hash_of
from models.errors import BlobMissingError, DiskFullError, EmptySourceError, SourceTooLargeError, SourceVanishedError


def _ignore(_done: int, _total: int) -> None:
    return None


def test_content_lies_under_its_hash(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / "evidence")
    blob = blobs.take_bytes(b"content", "a.txt")
    assert blob.sha256 == hashlib.sha256(b"content").hexdigest()
    assert blobs.find(blob.sha256).read_bytes() == b"content"
    assert hash_of(blobs.find(blob.sha256)) == blob.sha256
    assert list(blobs.each()) == [blob.sha256]


def test_a_file_of_many_pieces_is_hashed_as_it_is_written_and_told_about(tmp_path: Path) -> None:
    content = os.urandom(3 * 1024 * 1024 + 17)
    (tmp_path / "big").write_bytes(content)
    steps: list[tuple[int, int]] = []
    blobs = Blobs(tmp_path / "evidence")
    blob = blobs.take_file(tmp_path / "big", lambda done, total: steps.append((done, total)))
    assert blob.sha256 == hashlib.sha256(content).hexdigest()
    assert blobs.find(blob.sha256).read_bytes() == content
    assert steps[-1] == (len(content), len(content))
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)


def test_a_file_that_grows_while_it_is_read_is_kept_as_it_was_read(tmp_path: Path) -> None:
    source = tmp_path / "growing"
    source.write_bytes(bytes(2 * 1024 * 1024))
    go = threading.Event()

    def grow() -> None:
        go.wait()
        with source.open("ab") as stream:
            stream.write(b"more" * 1000)

    writer = threading.Thread(target=grow)
    writer.start()
    blobs = Blobs(tmp_path / "evidence")

    def let_it_grow(_done: int, _total: int) -> None:
        go.set()
        writer.join()

    blob = blobs.take_file(source, let_it_grow)
    assert hash_of(blobs.find(blob.sha256)) == blob.sha256
    assert blobs.find(blob.sha256).stat().st_size == blob.size


def test_the_limit_holds_for_what_is_read_and_not_only_for_what_was_announced(tmp_path: Path) -> None:
    source = tmp_path / "growing"
    source.write_bytes(bytes(1024 * 1024))

    def grow(_done: int, _total: int) -> None:
        with source.open("ab") as stream:
            stream.write(bytes(1024 * 1024))

    blobs = Blobs(tmp_path / "evidence", limit=4 * 1024 * 1024)
    with pytest.raises(SourceTooLargeError):
        blobs.take_file(source, grow)
    assert list(blobs.each()) == []
    assert list((tmp_path / "evidence").iterdir()) == []


def test_the_same_content_again_leaves_the_first_file_alone(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / "evidence")
    path = blobs.find(blobs.take_bytes(b"content", "a").sha256)
    before = path.stat().st_ino
    blobs.take_bytes(b"content", "b")
    assert path.stat().st_ino == before


@pytest.mark.parametrize("damaged", [b"con", b"CONTENT"])
def test_a_damaged_file_is_mended_when_its_content_comes_again(tmp_path: Path, damaged: bytes) -> None:
    blobs = Blobs(tmp_path / "evidence")
    path = blobs.find(blobs.take_bytes(b"content", "a").sha256)
    path.chmod(0o600)
    path.write_bytes(damaged)
    blobs.take_bytes(b"content", "a")
    assert path.read_bytes() == b"content"


def test_what_is_empty_gone_or_missing_is_said(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / "evidence")
    with pytest.raises(EmptySourceError):
        blobs.take_bytes(b"", "a")
    with pytest.raises(SourceVanishedError):
        blobs.take_file(tmp_path / "gone", _ignore)
    with pytest.raises(BlobMissingError):
        blobs.find("ab" * 32)


def test_sweeping_removes_broken_off_copies_only(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / "evidence")
    blob = blobs.take_bytes(b"content", "a")
    (tmp_path / "evidence" / ".partial-123").write_bytes(b"half")
    blobs.sweep()
    assert [path for path in (tmp_path / "evidence").rglob("*") if path.is_file()] == [blobs.path(blob.sha256)]


def test_a_link_to_a_file_is_taken_in_as_its_content(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"content")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    blobs = Blobs(tmp_path / "evidence")
    blob = blobs.take_file(tmp_path / "link", _ignore)
    assert not blobs.find(blob.sha256).is_symlink()
    assert blobs.find(blob.sha256).read_bytes() == b"content"


def test_a_copy_that_finds_no_room_leaves_nothing(small_disk: Path, tmp_path: Path) -> None:
    (tmp_path / "big").write_bytes(os.urandom(3 * 1024 * 1024))
    blobs = Blobs(small_disk / "evidence")
    with pytest.raises(DiskFullError):
        blobs.take_file(tmp_path / "big", _ignore)
    assert list(blobs.each()) == []
    assert list((small_disk / "evidence").iterdir()) == []
    assert hash_of(blobs.find(blobs.take_bytes(b"small", "a").sha256)) == hashlib.sha256(b"small").hexdigest()


def test_what_is_no_file_of_ours_in_the_folder_stops_nobody(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    blob = blobs.take_bytes(b"content", "a.txt")
    (tmp_path / "ff").write_text("no folder")
    (tmp_path / ".partial-folder").mkdir()
    blobs.sweep()
    assert list(blobs.each()) == [blob.sha256]

"""Reading in a process of its own: one that hangs, dies, floods or fails does no harm."""

import os
import sys
import time
from pathlib import Path

import pytest

from checklists.reading import read
from checklists.reading.apart import ReaderFaultError, done_apart
from checklists.reading.errors import DocumentMissingError, EncryptedDocumentError, ReadingStoppedError

PATH = Path("某文件.docx")


def answers(path: Path) -> bytes:
    return path.name.encode()


def hangs(_path: Path) -> bytes:
    while True:
        time.sleep(1)


def dies(_path: Path) -> bytes:
    os.abort()


def leaves(_path: Path) -> bytes:
    os._exit(0)


def floods(_path: Path) -> bytes:
    return bytes(3_000_000)


def chatters(_path: Path) -> bytes:
    os.write(1, bytes(10_000_000))
    return b"done"


def refuses(path: Path) -> bytes:
    raise EncryptedDocumentError(path)


def fails(_path: Path) -> bytes:
    raise ZeroDivisionError


def devours(_path: Path) -> bytes:
    return b"x" * len([bytes(100_000_000) for _ in range(40)])


def recurses(path: Path) -> bytes:
    return recurses(path)


def writes(path: Path) -> bytes:
    (path.parent / "geschrieben").write_bytes(b"x")
    return b""


def test_what_the_child_wrote_comes_back() -> None:
    assert done_apart(answers, PATH).decode() == PATH.name


def test_a_child_that_hangs_is_stopped() -> None:
    started = time.monotonic()
    with pytest.raises(ReadingStoppedError):
        done_apart(hangs, PATH, seconds=1)
    assert time.monotonic() - started < 50  # well before the reader's own limit, on a busy machine too


@pytest.mark.parametrize("work", [dies, leaves, devours, recurses])
def test_a_child_that_dies_is_said(work: object) -> None:
    with pytest.raises(ReadingStoppedError) as stopped:
        done_apart(work, PATH)  # type: ignore[arg-type]
    assert stopped.value.path == PATH


def test_a_child_that_floods_the_pipe_is_stopped() -> None:
    with pytest.raises(ReadingStoppedError):
        done_apart(floods, PATH, most=1_000_000)


def test_what_a_child_prints_is_lost(capfd: pytest.CaptureFixture[str]) -> None:
    assert done_apart(chatters, PATH) == b"done"
    assert capfd.readouterr().out == ""


def test_a_refusal_comes_back_as_what_it_was() -> None:
    with pytest.raises(EncryptedDocumentError) as refused:
        done_apart(refuses, PATH)
    assert refused.value.path == PATH


def test_a_bug_comes_back_with_its_trace() -> None:
    with pytest.raises(ReaderFaultError, match="ZeroDivisionError"):
        done_apart(fails, PATH)


@pytest.mark.skipif(sys.platform == "win32", reason="a job of Windows does not forbid writing")
def test_a_child_cannot_write_a_file(tmp_path: Path) -> None:
    with pytest.raises((ReaderFaultError, ReadingStoppedError)):
        done_apart(writes, tmp_path / "a.docx")
    written = tmp_path / "geschrieben"
    assert not written.exists() or written.read_bytes() == b""


def test_the_wait_can_be_given_up() -> None:
    def give_up() -> None:
        raise KeyboardInterrupt

    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        done_apart(hangs, PATH, waiting=give_up)
    assert time.monotonic() - started < 50  # well before the reader's own limit, on a busy machine too


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(DocumentMissingError):
        read(tmp_path / "没有.docx")

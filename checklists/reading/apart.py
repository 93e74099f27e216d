"""Work on a foreign file in a process of its own, which may die, hang or flood without harm to ours."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic

from checklists.reading import errors
from checklists.reading.errors import DocumentError, ReadingStoppedError
from checklists.reading.limits import confine

SECONDS = 60.0
MOST_BYTES = 64_000_000
_TICK = 0.05
_DONE, _REFUSED, _FAULT = b"+", b"-", b"!"

Work = Callable[[Path], bytes]


class ReaderFaultError(RuntimeError):
    """The reader itself went wrong; a bug of ours, with its trace."""


def _nobody_waits() -> None:
    """Wait in silence."""


def done_apart(
    work: Work,
    path: Path,
    *,
    seconds: float = SECONDS,
    most: int = MOST_BYTES,
    waiting: Callable[[], None] = _nobody_waits,
) -> bytes:
    """Do a piece of work on a file in a child process and give what it wrote.

    `waiting` is called some twenty times a second and may raise to give up. Raises the child's DocumentError,
    ReadingStoppedError where the child took too long, wrote too much or died, ReaderFaultError where it has a bug.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_in_the_child, args=(work, path, theirs), daemon=True)
    child.start()
    theirs.close()
    try:
        return _opened(_answer(ours, path, seconds, most, waiting), path)
    finally:
        ours.close()
        child.kill()
        child.join()
        child.close()


def _in_the_child(work: Work, path: Path, theirs: Connection) -> None:
    confine()
    theirs.send_bytes(_answered(work, path))


def _answered(work: Work, path: Path) -> bytes:
    try:
        return _DONE + work(path)
    except DocumentError as refusal:
        return _REFUSED + type(refusal).__name__.encode()
    except (MemoryError, RecursionError):
        return _REFUSED + ReadingStoppedError.__name__.encode()
    except Exception:
        import traceback

        return _FAULT + traceback.format_exc()[-4_000:].encode("utf-8", "replace")


def _answer(ours: Connection, path: Path, seconds: float, most: int, waiting: Callable[[], None]) -> bytes:
    until = monotonic() + seconds
    while not ours.poll(_TICK):
        waiting()
        if monotonic() > until:
            raise ReadingStoppedError(path)
    try:
        return ours.recv_bytes(most)
    except (EOFError, OSError) as refusal:
        raise ReadingStoppedError(path) from refusal


def _opened(answer: bytes, path: Path) -> bytes:
    kind, said = answer[:1], answer[1:]
    if kind == _DONE:
        return said
    if kind == _REFUSED:
        raise getattr(errors, said.decode())(path)
    raise ReaderFaultError(said.decode("utf-8", "replace"))

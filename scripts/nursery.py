"""A process from which lives are forked that speak on a pipe and are killed."""

import json
import os
import select
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

OPENING = 0.015
"""Seconds within which a life is killed that is killed on opening."""

ACKNOWLEDGED = ("done", "noted")
"""What a life says of an edit of its assessment, and of one of its school."""

Line = dict[str, Any]
Life = Callable[[Path, int, int], NoReturn]
"""What a life does: in a folder, by a seed, saying so on a file descriptor."""


def say(says: int, what: str, **more: object) -> None:
    """Write a line to the pipe."""
    os.write(says, json.dumps({"what": what, **more}).encode() + b"\n")


class Nursery:
    """The process that lives are forked from."""

    def __init__(self, live: Life) -> None:
        asked, self._orders = os.pipe()
        self._hears, says = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self._orders)
            os.close(self._hears)
            _nurse(live, asked, says)
        os.close(asked)
        os.close(says)
        self._rest = b""

    def life(self, folder: Path, seed: int, edits: int, part: float) -> list[Line]:
        """Let a life do so many edits and some part of the next, or for none kill it on opening; give what it said."""
        os.write(self._orders, json.dumps([str(folder), seed]).encode() + b"\n")
        born = self._next(None)
        assert born is not None
        said = self._after(edits, part) if edits else self._until(time.monotonic() + part * OPENING)
        with suppress(ProcessLookupError):  # it ended by itself, which is a fault and was said
            os.kill(born["pid"], signal.SIGKILL)
        while not said or said[-1]["what"] != "ended":
            line = self._next(None)
            assert line is not None
            said.append(line)
        return said

    def close(self) -> None:
        """Send the nursery home."""
        os.close(self._orders)
        os.waitpid(self._pid, 0)
        os.close(self._hears)

    def _after(self, edits: int, part: float) -> list[Line]:
        """Hear so many edits acknowledged, then as much longer as a part of one of them took."""
        said: list[Line] = []
        began = time.monotonic()
        while _count(said) < edits and not _has_failed(said):
            line = self._next(None)
            assert line is not None
            said.append(line)
            began = time.monotonic() if line["what"] == "ready" else began
        now = time.monotonic()
        return said + self._until(now + part * (now - began) / edits)

    def _until(self, end: float) -> list[Line]:
        said: list[Line] = []
        while (line := self._next(end)) is not None:
            said.append(line)
        return said

    def _next(self, end: float | None) -> Line | None:
        """Give the next line; None when there is none until `end`."""
        while b"\n" not in self._rest:
            wait = None if end is None else max(0.0, end - time.monotonic())
            if not select.select([self._hears], [], [], wait)[0]:
                return None
            self._rest += os.read(self._hears, 65536)
        line, _, self._rest = self._rest.partition(b"\n")
        heard: Line = json.loads(line)
        return heard


def _nurse(live: Life, asked: int, says: int) -> NoReturn:
    """Fork a life for every line asked for, and say when it has ended."""
    with os.fdopen(asked) as orders:
        for order in orders:
            folder, seed = json.loads(order)
            life = os.fork()
            if life == 0:
                _live_or_explain(live, Path(folder), seed, says)
            _, state = os.waitpid(life, 0)
            say(says, "ended", by_kill=os.WIFSIGNALED(state))
    os._exit(0)


def _live_or_explain(live: Life, folder: Path, seed: int, says: int) -> NoReturn:
    say(says, "born", pid=os.getpid())
    try:
        live(folder, seed, says)
    except BaseException as fault:
        say(says, "fault", fault=repr(fault)[:1000])
        os._exit(1)


def _count(said: list[Line]) -> int:
    return sum(line["what"] in ACKNOWLEDGED for line in said)


def _has_failed(said: list[Line]) -> bool:
    return said != [] and said[-1]["what"] in ("fault", "ended")

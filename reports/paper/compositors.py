"""Long papers are set by two: a second process sets texts that are coming while the first one lays out (speed.md P2).

Both give out codes of their own share and who sets what is settled beforehand, so the same report has the same bytes
however the two get on, and whether or not there is a second process at all.
"""

import multiprocessing
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any, TypeVar

from reports.paper.codes import ALL, EVEN, ODD
from reports.paper.collecting import seldom_collecting
from reports.paper.faces import Faces
from reports.paper.styles import Style
from reports.paper.typesetter import Key, Line, Run, SetTexts, Setting, Typesetter, runs_key, text_key

T = TypeVar("T")
SetAhead = Callable[[Typesetter, Sequence[Any]], object]
"""Sets the texts of some things as they will be asked for; what it gives is thrown away."""
_Task = tuple[SetAhead, Sequence[Any]]

_HEAD_START = 12
"""So many takes are set here while the second process comes up."""
_AHEAD = 8
_PATIENCE, _MOMENT = 20.0, 1.0


class Compositors:
    """Whoever sets the text of a paper: `typesetter`, who lays it out, and a second one where `are_two`."""

    def __init__(self, faces: Faces, *, are_two: bool) -> None:
        self.typesetter = Typesetter(faces, ODD if are_two else ALL)
        self._second = _Second(faces) if are_two else None

    def __enter__(self) -> "Compositors":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._second is not None:
            self._second.close()

    def through(self, things: Sequence[T], set_ahead: SetAhead, size: int = 1) -> Iterator[T]:
        """Go through things, dealt out in takes of some size; texts that the second has set are at hand by then."""
        takes = [things[start : start + size] for start in range(0, len(things), size)]
        if self._second is None:
            yield from things
            return
        coming = ((set_ahead, take) for number, take in enumerate(takes) if _is_dealt_out(number))
        self._second.ask(islice(coming, _AHEAD))
        for number, take in enumerate(takes):
            if _is_dealt_out(number):
                self.typesetter.take(self._second.answer(), EVEN)
                self._second.ask(islice(coming, 1))
            yield from take


def _is_dealt_out(number: int) -> bool:
    """Say whether the second sets a take: two of three, for the first has rows to lay and pages to draw besides."""
    return number >= _HEAD_START and number % 3 != 0


class _Second:
    """The second typesetter in a process of its own, and one here in its place should that come to nothing."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._known = Typesetter(faces)
        self._stand_in: _NotingTypesetter | None = None
        self._asked: deque[_Task] = deque()
        self._unsent: SimpleQueue[bytes | None] = SimpleQueue()
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, faces), daemon=True)
        self._sender = Thread(target=_send, args=(self._connection, self._unsent), daemon=True)
        try:
            self._process.start()
            self._sender.start()
        except OSError:
            self._be_replaced()
        theirs.close()

    def ask(self, tasks: Iterable[_Task]) -> None:
        """Hand tasks over; they are answered in this order."""
        for task in tasks:
            self._asked.append(task)
            if self._stand_in is None:
                self._unsent.put(pickle.dumps(task))

    def answer(self) -> SetTexts:
        """Wait for what was set of the first task not yet answered."""
        set_ahead, take = self._asked.popleft()
        if self._stand_in is None:
            try:
                return self._received()
            except (EOFError, OSError):
                self._be_replaced()
        assert self._stand_in is not None
        return self._stand_in.set_ahead(set_ahead, take)

    def close(self) -> None:
        """Let the process go, whatever it is at."""
        self._unsent.put(None)
        if self._process.pid is not None:
            self._process.kill()
            self._process.join()
            self._sender.join(_MOMENT)
        self._connection.close()
        self._process.close()

    def _received(self) -> SetTexts:
        if self._connection not in wait([self._connection, self._process.sentinel], _PATIENCE):
            raise TimeoutError
        texts: SetTexts = self._connection.recv()
        self._known.take(texts, EVEN)
        return texts

    def _be_replaced(self) -> None:
        """Go on here, with the codes that the other would have given out."""
        self._stand_in = _NotingTypesetter(self._faces)
        self._stand_in.go_on(self._known)


class _NotingTypesetter(Typesetter):
    """Notes all that it sets, to be handed over."""

    def __init__(self, faces: Faces) -> None:
        super().__init__(faces, EVEN)
        self._noted: dict[Key, tuple[Line, ...]] = {}

    def text(self, text: str, style: Style, setting: Setting) -> tuple[Line, ...]:
        """Set a text."""
        lines = self._noted[text_key(text, style, setting)] = super().text(text, style, setting)
        return lines

    def runs(self, runs: Iterable[Run], setting: Setting) -> tuple[Line, ...]:
        """Set a paragraph of runs."""
        runs = list(runs)
        lines = self._noted[runs_key(runs, setting)] = super().runs(runs, setting)
        return lines

    def set_ahead(self, set_ahead: SetAhead, take: Sequence[Any]) -> SetTexts:
        """Set the texts of a take."""
        set_ahead(self, take)
        noted, self._noted = self._noted, {}
        return SetTexts(noted, self.news(), tuple(self.missing))


def _send(connection: Connection, unsent: "SimpleQueue[bytes | None]") -> None:
    """Hand tasks over beside the work, for a second that hangs before it listens would hold the first for ever."""
    with suppress(OSError):
        while (task := unsent.get()) is not None:
            connection.send_bytes(task)


def _serve(connection: Connection, faces: Faces) -> None:
    """Set what is asked for until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked: SimpleQueue[_Task | None] = SimpleQueue()
    Thread(target=_listen, args=(connection, asked), daemon=True).start()
    typesetter = _NotingTypesetter(faces)
    with seldom_collecting():
        while (task := asked.get()) is not None:
            connection.send(typesetter.set_ahead(*task))


def _listen(connection: Connection, asked: "SimpleQueue[_Task | None]") -> None:
    """Take tasks in all the time, so that the two never wait for each other with full hands."""
    try:
        while True:
            asked.put(connection.recv())
    except (EOFError, OSError):
        asked.put(None)

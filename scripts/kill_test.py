"""Kill the program at random moments while it edits; every edit it acknowledged must be there afterwards.

`python scripts/kill_test.py 2000` runs 2,000 lives. A life opens the workspace through the real services, edits as
fast as it can, says on a pipe what it is about to do and what it has done, and is killed with SIGKILL: in the middle
of the edit after a number of edits drawn beforehand, so that a slow machine does as much as a quick one. Lives are
forked from a nursery that has imported everything and opened nothing.
"""

import argparse
import hashlib
import json
import os
import random
import select
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from checklists import library
from checklists.library import Announcement
from checklists.policy import Policy
from models.vocabulary import AssessmentId, IndicatorKey, ItemKey, Ownership, SchoolType, Status
from services.changes import AnswerPart, Change, EvidencePart, FactsPart, ReadingPart, WorkspaceChange
from services.checklist import Answer, Fact
from services.judging import Reading
from services.verifying import verify
from services.workspace import Workspace

POLICY = "zibo-gaoxin"


class _Library:
    """One policy of the library as it was when the test began."""

    _fingerprint = ""

    def catalogue(self) -> tuple[Announcement, ...]:
        return tuple(entry for entry in library.catalogue() if entry.slug == POLICY)

    def load(self, slug: str) -> Policy:
        return library.load(slug)

    def fingerprint(self, slug: str) -> str:
        self._fingerprint = self._fingerprint or library.fingerprint(slug)
        return self._fingerprint


LIBRARY = _Library()
LIVES_OF_ONE_WORKSPACE = 50
MOST_EDITS = 15
OPENING = 0.015
"""Seconds within which a life is killed that is killed on opening."""

ACKNOWLEDGED = ("done", "noted")
"""What a life says of an edit of its assessment, and of one of its school."""

_STATUSES = (Status.MET, Status.PARTLY_MET, Status.NOT_MET)


@dataclass
class Figures:
    """What the lives did, and what was wrong afterwards."""

    lives: int = 0
    killed_at_start: int = 0
    acknowledged: int = 0
    files: int = 0
    in_flight_kept: int = 0
    in_flight_gone: int = 0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)


# --- what a life does


def _live(folder: Path, seed: int, says: int) -> NoReturn:
    chance = random.Random(seed)  # noqa: S311
    workspace = Workspace.open(folder, "检验", library=LIBRARY)
    assessment = _assessment(workspace)
    keys = [row.key for row in workspace.assessments.checklist(assessment).items()]
    figures = [one.key for one in workspace.policies.checklist(POLICY).indicators()]
    _say(says, "ready")
    for number in range(sys.maxsize):
        _edit(workspace, assessment, chance, f"{seed}-{number}", keys, figures, says)
    raise AssertionError


def _assessment(workspace: Workspace) -> AssessmentId:
    if started := workspace.assessments.recent():
        return started[0].id
    school = workspace.schools.listed() or (None,)
    known = school[0].id if school[0] else _school(workspace)
    return workspace.assessments.start(known, POLICY, 2025)


def _school(workspace: Workspace) -> Any:
    return workspace.schools.register("试点学校", type=SchoolType.SECONDARY, ownership=Ownership.PUBLIC)


def _edit(
    workspace: Workspace,
    assessment: AssessmentId,
    chance: random.Random,
    token: str,
    keys: list[ItemKey],
    figures: list[IndicatorKey],
    says: int,
) -> None:
    key, kind = chance.choice(keys), chance.random()
    _say(says, "intends", token=token)
    if kind < 0.7:
        done = workspace.assessments.record(assessment, key, Answer(chance.choice(_STATUSES), note=token))
    elif kind < 0.85:
        reading = Reading(Decimal(chance.randrange(100)), source=token)
        done = workspace.assessments.take_reading(assessment, chance.choice(figures), reading)
    elif kind < 0.94:
        done = workspace.evidence.attach_bytes(assessment, key, content(token), f"{token}.txt")
    elif kind < 0.98:
        noted = workspace.schools.put_facts(
            workspace.schools.listed()[0].id, 2025, [Fact("在校生", "1200", source=token)]
        )
        _say(says, "noted", token=token, seq=noted.seq)
        return
    else:
        workspace.backups.make_if_changed()
        return
    _say(says, "done", token=token, seq=done.seq)


def content(token: str) -> bytes:
    """Make the content of a piece of evidence from its token, up to about 100 kB."""
    start = hashlib.sha256(token.encode()).digest()
    return start * (1 + int.from_bytes(start[:2], "big") // 20)


def _say(says: int, what: str, **more: object) -> None:
    os.write(says, json.dumps({"what": what, **more}).encode() + b"\n")


# --- the nursery


def _nurse(asked: int, says: int) -> NoReturn:
    """Fork a life for every line asked for, and say when it has ended."""
    with os.fdopen(asked) as orders:
        for order in orders:
            folder, seed = json.loads(order)
            life = os.fork()
            if life == 0:
                _live_or_explain(Path(folder), seed, says)
            _say(says, "born", pid=life)
            _, state = os.waitpid(life, 0)
            _say(says, "ended", by_kill=os.WIFSIGNALED(state))
    os._exit(0)


def _live_or_explain(folder: Path, seed: int, says: int) -> NoReturn:
    try:
        _live(folder, seed, says)
    except BaseException as fault:
        _say(says, "fault", fault=repr(fault)[:1000])
        os._exit(1)


class Nursery:
    """The process that lives are forked from."""

    def __init__(self) -> None:
        asked, self._orders = os.pipe()
        self._hears, says = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self._orders)
            os.close(self._hears)
            _nurse(asked, says)
        os.close(asked)
        os.close(says)
        self._rest = b""

    def life(self, folder: Path, seed: int, edits: int, part: float) -> list[dict[str, Any]]:
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

    def _after(self, edits: int, part: float) -> list[dict[str, Any]]:
        """Hear so many edits acknowledged, then as much longer as a part of one of them took."""
        said: list[dict[str, Any]] = []
        began = time.monotonic()
        while _count(said) < edits and not _has_failed(said):
            line = self._next(None)
            assert line is not None
            said.append(line)
            began = time.monotonic() if line["what"] == "ready" else began
        now = time.monotonic()
        return said + self._until(now + part * (now - began) / edits)

    def _until(self, end: float) -> list[dict[str, Any]]:
        said: list[dict[str, Any]] = []
        while (line := self._next(end)) is not None:
            said.append(line)
        return said

    def _next(self, end: float | None) -> dict[str, Any] | None:
        """Give the next line; None when there is none until `end`."""
        while b"\n" not in self._rest:
            wait = None if end is None else max(0.0, end - time.monotonic())
            if not select.select([self._hears], [], [], wait)[0]:
                return None
            self._rest += os.read(self._hears, 65536)
        line, _, self._rest = self._rest.partition(b"\n")
        heard: dict[str, Any] = json.loads(line)
        return heard


def _count(said: list[dict[str, Any]]) -> int:
    return sum(line["what"] in ACKNOWLEDGED for line in said)


def _has_failed(said: list[dict[str, Any]]) -> bool:
    return said != [] and said[-1]["what"] in ("fault", "ended")


# --- what must be there afterwards


def check(folder: Path, said: list[dict[str, Any]], figures: Figures) -> None:
    """Hold a workspace against what a life said; what is missing or wrong is added to the figures."""
    acknowledged = [line for line in said if line["what"] in ACKNOWLEDGED]
    figures.faults += [line["fault"] for line in said if line["what"] == "fault"]
    figures.acknowledged += len(acknowledged)
    if not (folder / "voccheck.db").exists():
        figures.faults += ["the database is gone"] if acknowledged else []
        return
    figures.faults += [f"{folder.name}: {problem}" for problem in verify(folder).problems]
    with Workspace.open(folder, "核对", library=LIBRARY) as workspace:
        if started := workspace.assessments.recent():
            _check_edits(workspace, started[0].id, said, acknowledged, figures)


def _check_edits(
    workspace: Workspace,
    assessment: AssessmentId,
    said: list[dict[str, Any]],
    acknowledged: list[dict[str, Any]],
    figures: Figures,
) -> None:
    trail = workspace.assessments.trail(assessment, limit=len(acknowledged) + 2)
    noted = workspace.schools.trail(limit=len(acknowledged) + 2)
    steps: list[Change | WorkspaceChange] = [*trail, *noted]
    found = {_token(change): change for change in steps}
    for line in acknowledged:
        change = found.get(line["token"])
        if change is None or change.seq != line["seq"]:
            figures.faults.append(f"lost {line}")
        elif isinstance(change.parts[0], EvidencePart):
            figures.files += 1
            _check_file(workspace, change.parts[0], line["token"], figures)
    _check_rows(workspace, assessment, trail, figures)
    intended = [line["token"] for line in said if line["what"] == "intends"]
    if intended and intended[-1] not in [line["token"] for line in acknowledged]:
        figures.in_flight_kept += intended[-1] in found
        figures.in_flight_gone += intended[-1] not in found


def _check_file(workspace: Workspace, part: EvidencePart, token: str, figures: Figures) -> None:
    if workspace.evidence.path_of(part.evidence).read_bytes() != content(token):
        figures.faults.append(f"file of {token} differs")


def _check_rows(workspace: Workspace, assessment: AssessmentId, trail: tuple[Change, ...], figures: Figures) -> None:
    """Hold the answers against the newest change of each."""
    newest: dict[str, AnswerPart] = {}
    for change in trail:
        for part in change.parts:
            if isinstance(part, AnswerPart):
                newest.setdefault(part.item, part)
    rows = {row.key: row for row in workspace.assessments.checklist(assessment).items()} if newest else {}
    figures.faults += [f"answer {key}" for key, part in newest.items() if rows[ItemKey(key)].answer != part.after]


def _token(change: Change | WorkspaceChange) -> str:
    match change.parts[0]:
        case AnswerPart(after=after):
            return after.note
        case ReadingPart(after=after):
            return after.source
        case EvidencePart(name=name):
            return name.removesuffix(".txt")
        case FactsPart(after=(fact, *_)):
            return fact.source
        case _:
            return ""


# --- the run


def run(lives: int, seed: int = 1) -> Figures:
    """Let so many lives edit and be killed; every one in six is killed while it opens the workspace."""
    figures, began, chance = Figures(), time.monotonic(), random.Random(seed)  # noqa: S311
    with _nursery() as nursery, tempfile.TemporaryDirectory() as place:
        for life in range(lives):
            folder = Path(place) / str(life // LIVES_OF_ONE_WORKSPACE)
            edits = 0 if chance.random() < 1 / 6 else chance.randint(1, MOST_EDITS)
            said = nursery.life(folder, seed * 1_000_000 + life, edits, chance.uniform(0, 1.5))
            figures.lives += 1
            figures.killed_at_start += not any(line["what"] == "ready" for line in said)
            check(folder, said, figures)
    figures.seconds = round(time.monotonic() - began, 1)
    return figures


@contextmanager
def _nursery() -> Iterator[Nursery]:
    LIBRARY.load(POLICY)
    LIBRARY.fingerprint(POLICY)
    nursery = Nursery()
    try:
        yield nursery
    finally:
        nursery.close()


def main() -> int:
    """Run from the command line; 1 when anything was lost."""
    parser = argparse.ArgumentParser(description="kill the program at random while it edits")
    parser.add_argument("lives", type=int)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    figures = run(asked.lives, asked.seed)
    print(json.dumps(asdict(figures), ensure_ascii=False))
    return 1 if figures.faults else 0


if __name__ == "__main__":
    sys.exit(main())

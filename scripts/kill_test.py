"""Kill the program at random moments while it edits; every edit it acknowledged must be there afterwards.

`python scripts/kill_test.py 2000` runs 2,000 lives. A life opens the workspace through the real services, edits as
fast as it can, says on a pipe what it is about to do and what it has done, and is killed with SIGKILL: in the middle
of the edit after a number of edits drawn beforehand, so that a slow machine does as much as a quick one. Lives are
forked from a nursery that has imported everything and opened nothing.
"""

import argparse
import hashlib
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from checklists import library
from checklists.canonical import digest_of
from checklists.library import Announcement
from checklists.policy import Policy
from models.vocabulary import AssessmentId, IndicatorKey, ItemKey, Ownership, SchoolType, Status
from scripts.nursery import ACKNOWLEDGED, Line, Nursery, say
from services.checklist import Answer, Fact
from services.judging import Reading
from services.trail.changes import AnswerPart, Change, EvidencePart, FactsPart, ReadingPart, WorkspaceChange
from services.verifying import verify
from services.workspace import Workspace

POLICY, MEASURES = "zibo-gaoxin", 3


class _Library:
    """The first measures of one policy of the library, as it was when the test began."""

    _fingerprint = ""

    def catalogue(self) -> tuple[Announcement, ...]:
        return tuple(entry for entry in library.catalogue() if entry.slug == POLICY)

    def load(self, slug: str) -> Policy:
        policy = library.load(slug)
        policy = replace(policy, measures=policy.measures[:MEASURES])
        return replace(policy, digest=digest_of(policy))

    def fingerprint(self, slug: str) -> str:
        self._fingerprint = self._fingerprint or library.fingerprint(slug)
        return self._fingerprint


LIBRARY = _Library()
LIVES_OF_ONE_WORKSPACE = 50
MOST_EDITS = 9
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
    workspace = Workspace.open(folder, "检验", library=LIBRARY)
    assessment = _assessment(workspace)
    keys = [row.key for row in workspace.assessments.checklist(assessment).items()]
    figures = [one.key for one in workspace.policies.checklist(POLICY).indicators()]
    life = _Life(assessment, random.Random(seed), keys, figures)  # noqa: S311
    say(says, "ready")
    for number in range(sys.maxsize):
        _edit(workspace, life, f"{seed}-{number}", says)
    raise AssertionError


def _assessment(workspace: Workspace) -> AssessmentId:
    if started := workspace.opening.assessments():
        return started[0].id
    school = workspace.opening.schools() or (None,)
    known = school[0].id if school[0] else _school(workspace)
    return workspace.assessments.start(known, POLICY, 2025)


def _school(workspace: Workspace) -> Any:
    return workspace.schools.register("试点学校", type=SchoolType.SECONDARY, ownership=Ownership.PUBLIC)


def _edit(workspace: Workspace, life: "_Life", token: str, says: int) -> None:
    key, kind = life.chance.choice(life.keys), life.chance.random()
    say(says, "intends", token=token)
    for share, edit in _EDITS:
        if kind < share:
            edit(workspace, life, key, token, says)
            return


@dataclass(frozen=True)
class _Life:
    """What one life edits, and the chance it draws by."""

    assessment: AssessmentId
    chance: random.Random
    keys: list[ItemKey]
    figures: list[IndicatorKey]


def _answer(workspace: Workspace, life: _Life, key: ItemKey, token: str, says: int) -> None:
    answer = Answer(life.chance.choice(_STATUSES), note=token)
    say(says, "done", token=token, seq=workspace.assessments.record(life.assessment, key, answer).seq)


def _read(workspace: Workspace, life: _Life, _key: ItemKey, token: str, says: int) -> None:
    figure, reading = life.chance.choice(life.figures), Reading(Decimal(life.chance.randrange(100)), source=token)
    say(says, "done", token=token, seq=workspace.assessments.take_reading(life.assessment, figure, reading).seq)


def _attach(workspace: Workspace, life: _Life, key: ItemKey, token: str, says: int) -> None:
    done = workspace.evidence.attach_bytes(life.assessment, key, content(token), f"{token}.txt")
    say(says, "done", token=token, seq=done.seq)


def _put_facts(workspace: Workspace, _life: _Life, _key: ItemKey, token: str, says: int) -> None:
    school = workspace.opening.schools()[0].id
    noted = workspace.schools.put_facts(school, 2025, [Fact("在校生", "1200", source=token)])
    say(says, "noted", token=token, seq=noted.noted[0].seq)


def _back_up(workspace: Workspace, *_: object) -> None:
    workspace.backups.make_if_changed()


_EDITS = ((0.7, _answer), (0.85, _read), (0.94, _attach), (0.98, _put_facts), (1.0, _back_up))


def content(token: str) -> bytes:
    """Make the content of a piece of evidence from its token, up to about 100 kB."""
    start = hashlib.sha256(token.encode()).digest()
    return start * (1 + int.from_bytes(start[:2], "big") // 20)


# --- what must be there afterwards


def check(folder: Path, said: list[Line], figures: Figures) -> None:
    """Hold a workspace against what a life said; what is missing or wrong is added to the figures."""
    acknowledged = [line for line in said if line["what"] in ACKNOWLEDGED]
    figures.faults += [line["fault"] for line in said if line["what"] == "fault"]
    figures.acknowledged += len(acknowledged)
    if not (folder / "voccheck.db").exists():
        figures.faults += ["the database is gone"] if acknowledged else []
        return
    figures.faults += [f"{folder.name}: {problem}" for problem in verify(folder).problems]
    with Workspace.open(folder, "核对", library=LIBRARY) as workspace:
        if started := workspace.opening.assessments():
            _check_edits(workspace, started[0].id, said, acknowledged, figures)


def _check_edits(
    workspace: Workspace,
    assessment: AssessmentId,
    said: list[Line],
    acknowledged: list[Line],
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
    nursery = Nursery(_live)
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
    print(json.dumps(asdict(figures) | {"faults": figures.faults[:20]}, ensure_ascii=False))
    return 1 if figures.faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""Whether everything in a workspace still stands as it was written: database, trail, counters, evidence files."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path

from checklists.canonical import digest_of
from models import checking, compiled
from models.blobs import Blobs
from models.errors import DamagedStoreError
from models.identity import DATABASE, EVIDENCE
from models.lines import AssessmentLine, BlobLine, HeadLine
from models.trail import BEGINNING, first_break
from models.vocabulary import AssessmentId
from models.work import Work
from resources import word
from services import listed, shelf
from services.editions.replay import broken_editions
from services.errors import NoWorkspaceError
from services.progress import Progress, silent
from services.sheets import Sheet
from services.trail.replay import Replay, replay_of, workspace_replay
from services.trail.workspace_rows import counters

_PAGE = 1000
_NO_VALUES = (ArithmeticError, LookupError, TypeError, ValueError)
"""How values end up that are of no kind we ever write."""


class ProblemKind(StrEnum):
    """What can be wrong."""

    DATABASE = "database"
    LOOSE_ROW = "loose_row"
    POLICY = "policy"
    CHAIN = "chain"
    ALTERED = "altered"
    COUNTERS = "counters"
    EVIDENCE_MISSING = "evidence_missing"
    EVIDENCE_ALTERED = "evidence_altered"
    OFFICIAL_TEXT = "official_text"
    EDITION = "edition"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it should be; `place` is a table, an assessment and entry, or a file's name."""

    kind: ProblemKind
    place: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What was looked at and what was found; `orphans` are files that no evidence refers to, which does no harm."""

    problems: tuple[Problem, ...]
    assessments: int = 0
    changes: int = 0
    files: int = 0
    orphans: int = 0

    def as_json(self) -> dict[str, object]:
        """Give it as JSON values."""
        return asdict(self)


_STATES = {
    checking.BlobState.MISSING: ProblemKind.EVIDENCE_MISSING,
    checking.BlobState.ALTERED: ProblemKind.EVIDENCE_ALTERED,
}


def verify(folder: Path, progress: Progress = silent) -> Verification:
    """Check a workspace, open or closed, without changing it; raises NoWorkspaceError, CancelledError."""
    database = folder / DATABASE
    if not database.is_file():
        raise NoWorkspaceError(folder)
    try:
        with checking.looking_into(database) as (work, damages):
            if damages:
                return Verification(tuple(Problem(ProblemKind.DATABASE, damage) for damage in damages))
            found, files = _in_database(work), work.all(compiled.BLOBS)
        return _with_files(found, files, Blobs(folder / EVIDENCE), progress)
    except DamagedStoreError as damage:
        return Verification((Problem(ProblemKind.DATABASE, word(damage.damage)),))
    except _NO_VALUES as unreadable:
        return Verification((Problem(ProblemKind.ALTERED, str(unreadable)),))


def _in_database(work: Work) -> Verification:
    assessments = work.all(compiled.RECENT)
    return Verification(
        problems=(
            *(Problem(ProblemKind.LOOSE_ROW, place) for place in checking.loose_rows(work)),
            *_policy_problems(work),
            *_workspace_problems(work),
            *_trail_problems(work),
            *_counter_problems(work),
            *(Problem(ProblemKind.EDITION, place) for place in broken_editions(work)),
        ),
        assessments=len(assessments),
        changes=_workspace_head(work).head_seq + sum(line.head_seq for line in assessments),
    )


def _with_files(found: Verification, files: list[BlobLine], blobs: Blobs, progress: Progress) -> Verification:
    """Read the evidence files, which may take long, when the database is no longer held."""
    known = {line.sha256 for line in files}
    return replace(
        found,
        problems=(*found.problems, *_evidence_problems(files, blobs, progress)),
        files=len(files),
        orphans=sum(name not in known for name in blobs.each()),
    )


def _policy_problems(work: Work) -> Iterator[Problem]:
    for line in work.all(compiled.POLICIES):
        if digest_of(shelf.take(work, line)) != line.digest:
            yield Problem(ProblemKind.POLICY, f"{line.slug} {line.revision}")


def _workspace_head(work: Work) -> HeadLine:
    return work.first(compiled.WORKSPACE) or HeadLine("", 0, "")


def _workspace_problems(work: Work) -> Iterator[Problem]:
    replay = workspace_replay(work)
    broken = _first_break(work, None, _workspace_head(work), replay)
    if broken is not None:
        yield Problem(ProblemKind.CHAIN, f"workspace/{broken}")
    else:
        yield from (Problem(ProblemKind.ALTERED, place) for place in replay.differences(work))
        yield from (Problem(ProblemKind.OFFICIAL_TEXT, place) for place in replay.text_differences(work))


def _trail_problems(work: Work) -> Iterator[Problem]:
    for line in work.all(compiled.RECENT):
        replay = replay_of(work, line.id)
        broken = _first_break(work, line.id, HeadLine(line.uuid, line.head_seq, line.head_hash), replay)
        if broken is not None:
            yield Problem(ProblemKind.CHAIN, f"{line.id}/{broken}")
        else:
            yield from (Problem(ProblemKind.ALTERED, f"{line.id}/{key}") for key in replay.differences(work, line.id))


def _first_break(work: Work, assessment: int | None, head: HeadLine, replay: Replay) -> int | None:
    """Play a chain; give the first entry that is not what its hash says, or that is missing at the end."""
    prev, seq = BEGINNING, 0
    while entries := work.all(compiled.CHAIN, assessment_id=assessment, after=seq, limit=_PAGE):
        broken = first_break(head.uuid, entries, prev, seq)
        if broken is not None:
            return broken
        replay.take(entries)
        prev, seq = entries[-1].hash, entries[-1].seq
    return None if (prev, seq) == (head.head_hash, head.head_seq) else seq + 1


def _counter_problems(work: Work) -> Iterator[Problem]:
    for line in work.all(compiled.RECENT):
        sheet = _sheet(work, line)
        counted = counters(work, AssessmentId(line.id), sheet) if sheet else {}
        if any(getattr(line, name) != count for name, count in counted.items()):
            yield Problem(ProblemKind.COUNTERS, str(line.id))


def _sheet(work: Work, line: AssessmentLine) -> Sheet | None:
    """Build what an assessment's items are counted by; None where a row it hangs on is gone, which is named already."""
    policy = work.first(compiled.POLICY, policy_id=line.policy_id)
    school = work.first(compiled.SCHOOL, school_id=line.school_id)
    if policy is None or school is None:
        return None
    return Sheet(shelf.take(work, policy), listed.school_row(school))


def _evidence_problems(files: list[BlobLine], blobs: Blobs, progress: Progress) -> Iterator[Problem]:
    total, done = sum(line.size for line in files), 0
    for line in files:
        progress.step(done, total, line.place)
        state = checking.blob_state(blobs, line.sha256)
        if state is not checking.BlobState.SOUND:
            yield Problem(_STATES[state], line.place)
        done += line.size
    progress.step(total, total)

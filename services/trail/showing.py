"""The entries of a chain as they are shown: each held against its own hash, none keeping the others from view."""

from collections.abc import Iterable

from models import compiled
from models.lines import ChangeLine
from models.trail import is_whole
from models.vocabulary import AssessmentId, EvidenceId
from models.work import Work
from services.stamps import moment, written
from services.trail.changes import Change, Part
from services.trail.parts import parts_of
from services.trail.uuids import Ids, evidence_ids

_NO_PARTS = (ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
"""How parts end up that were not written by us."""


def shown(work: Work, assessment: AssessmentId, lines: Iterable[ChangeLine]) -> tuple[Change, ...]:
    """Read entries; those that somebody altered say so, and give what of them can still be read."""
    chain, ids = work.one(compiled.HEAD, assessment_id=assessment).uuid, evidence_ids(work, assessment)
    return tuple(_change(chain, assessment, line, ids) for line in lines)


def _change(chain: str, assessment: AssessmentId, line: ChangeLine, ids: Ids[EvidenceId]) -> Change:
    is_altered = not is_whole(chain, line)
    parts = _readable(line.parts, ids) if is_altered else parts_of(line.parts, ids)
    return Change(line.seq, assessment, moment(line.at), written(line.who), parts, is_altered)


def _readable(text: str, ids: Ids[EvidenceId]) -> tuple[Part, ...]:
    try:
        return parts_of(text, ids)
    except _NO_PARTS:
        return ()

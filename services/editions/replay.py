"""The editions that an assessment's trail leads to, and whether each is what its fingerprint says."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from models import compiled
from models.lines import EditionLine
from models.trail import canonical
from models.work import Work
from services.editions.errors import SnapshotError
from services.editions.parts import EditionPart, EditionStanding, standing_of
from services.editions.snapshots import fingerprint_of, frame_of, unpacked
from services.frozen_values import plain
from services.trail.unlike import unlike


@dataclass
class EditionReplay:
    """What the rows of editions must be now."""

    editions: dict[int, EditionStanding | None] = field(default_factory=dict)
    frozen: dict[int, tuple[int, str]] = field(default_factory=dict)

    def take(self, part: EditionPart, seq: int, who: str) -> None:
        """Play one part of the step with this place in the trail."""
        self.editions[part.number] = part.after
        if part.before is None:
            self.frozen[part.number] = seq, who

    def differences(self, work: Work, assessment: int) -> Iterator[str]:
        """Name what was not written by us."""
        lines = work.all(compiled.EDITIONS, assessment_id=assessment)
        standing = unlike(self.editions, {line.number: standing_of(line) for line in lines})
        frozen = unlike(self.frozen, {line.number: (line.seq, line.frozen_by) for line in lines})
        yield from (f"editions {number}" for number in sorted({*standing, *frozen}))


def broken_editions(work: Work) -> Iterator[str]:
    """Name the editions whose snapshot is not what its fingerprint says, by assessment and number."""
    for line in work.all(compiled.EVERY_EDITION):
        if not _is_sound(work, line):
            yield f"{line.assessment_id}/{line.number}"


def _is_sound(work: Work, line: EditionLine) -> bool:
    """Hold the row against its snapshot, which alone is fingerprinted."""
    held = work.one(compiled.SNAPSHOT, assessment_id=line.assessment_id, number=line.number)
    try:
        text = unpacked(held.snapshot)
        frame = frame_of(text)
    except (SnapshotError, KeyError, TypeError, ValueError):
        return False
    said = (line.fingerprint, line.number, line.frozen_at, line.signers)
    signers = canonical(plain(frame.signers))
    return said == (fingerprint_of(text), frame.number, frame.frozen_at.isoformat(), signers)

"""Pieces of evidence and what they serve: as they stand, brought to what a part says, played again."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date

from models import compiled
from models.lines import EvidenceLine
from models.vocabulary import AssessmentId, EvidenceId, ItemKey
from models.work import Value, Work
from services import rows
from services.evidence.numbers import series_end
from services.evidence.values import EvidenceEdit, FileVersion, NumberPart, Particulars, ParticularsPart, VersionPart
from services.trail.changes import EvidencePart, EvidenceStep

State = Particulars | FileVersion | str | bool


def particulars_values(some: Particulars) -> dict[str, str | int | None]:
    """Write particulars out."""
    values = asdict(some)
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def particulars_of(line: EvidenceLine) -> Particulars:
    """Read the particulars of a piece."""
    return Particulars(rows.day(line.formed_on), rows.day(line.valid_until), line.year, line.department, line.note)


def state_now(work: Work, assessment: AssessmentId, part: EvidenceStep) -> State | None:
    """Read what a part would start from; None where the piece is gone."""
    if isinstance(part, EvidencePart):
        return _is_attached(work, assessment, part)
    line = work.first(compiled.EVIDENCE_OF_PIECE, assessment_id=assessment, evidence_id=part.evidence)
    return None if line is None else _STATES[type(part)](line)


def clear_numbers(work: Work, assessment: AssessmentId, parts: Iterable[object]) -> None:
    """Let go of the numbers about to be given anew, so that two pieces may trade theirs."""
    for part in parts:
        if isinstance(part, NumberPart):
            key = {"evidence_id": part.evidence, "assessment_id": assessment}
            work.do(compiled.NUMBER_EVIDENCE, **key, number=None, series="", sequence=0)


def apply(work: Work, assessment: AssessmentId, part: EvidenceStep, stamp: dict[str, str]) -> None:
    """Bring the rows to what a part says."""
    key: dict[str, Value] = {"evidence_id": part.evidence, "assessment_id": assessment}
    if isinstance(part, EvidencePart):
        work.do(compiled.SWITCH_EVIDENCE_LINK, **key, item=part.item, attached=int(part.after), **stamp)
        return
    work.do(compiled.ADD_PARTICULARS, **key, **_BLANK, **stamp)
    match part:
        case ParticularsPart():
            work.do(compiled.AMEND_PARTICULARS, **key, **particulars_values(part.after), **stamp)
        case NumberPart():
            series, sequence = series_end(part.after)
            work.do(compiled.NUMBER_EVIDENCE, **key, number=part.after or None, series=series, sequence=sequence)
        case VersionPart():
            work.do(compiled.SHOW_VERSION, **key, version=part.after.version, **stamp)


@dataclass
class EvidenceReplay:
    """What the rows of pieces, and of what they serve, must be now."""

    links: dict[tuple[ItemKey, EvidenceId], EvidencePart] = field(default_factory=dict)
    numbers: dict[EvidenceId, str] = field(default_factory=dict)
    particulars: dict[EvidenceId, Particulars] = field(default_factory=dict)
    files: dict[EvidenceId, FileVersion] = field(default_factory=dict)

    def take(self, part: EvidenceStep) -> None:
        """Play one part."""
        match part:
            case EvidencePart():
                self._take_link(part)
            case ParticularsPart():
                self.particulars[part.evidence] = part.after
            case NumberPart():
                self.numbers[part.evidence] = part.after
            case VersionPart():
                self.files[part.evidence] = part.after

    def differences(self, work: Work, assessment: int) -> Iterator[str]:
        """Name the pieces that have a row which was not written by us."""
        lines = work.all(compiled.EVIDENCE, assessment_id=assessment)
        yield from self._links_unlike(lines)
        firsts: dict[int, EvidenceLine] = {}
        for line in lines:
            firsts.setdefault(line.id, line)
        yield from (rows.evidence_number(line) for line in firsts.values() if self._is_unlike(line))

    def _take_link(self, part: EvidencePart) -> None:
        """Know the number, too, that a piece was given when it first came or first served a second item."""
        self.links[part.item, part.evidence] = part
        if part.number:
            self.numbers.setdefault(part.evidence, part.number)

    def _links_unlike(self, lines: Iterable[EvidenceLine]) -> Iterator[str]:
        expected = dict(self.links)
        for line in lines:
            part = expected.pop((ItemKey(line.item), EvidenceId(line.id)), None)
            if part is None or _is_other_link(part, line):
                yield rows.evidence_number(line)
        yield from (item for item, _ in expected)  # their rows are gone

    def _is_unlike(self, line: EvidenceLine) -> bool:
        piece = EvidenceId(line.id)
        first = FileVersion(0, line.first_name, line.first_sha256)
        expected = (self.numbers.get(piece, ""), self.particulars.get(piece, Particulars()))
        newest = FileVersion(line.version, line.name, line.sha256)
        return (*expected, self.files.get(piece, first)) != (line.number, particulars_of(line), newest)


def _is_attached(work: Work, assessment: AssessmentId, part: EvidencePart) -> bool:
    links = work.all(compiled.EVIDENCE_LINKS, evidence_id=part.evidence)
    return any(one.attached for one in links if (one.assessment_id, one.item) == (assessment, part.item))


def _is_other_link(part: EvidencePart, line: EvidenceLine) -> bool:
    written = (part.after, part.name, part.sha256, part.whereabouts)
    return written != (bool(line.attached), line.first_name, line.first_sha256, line.whereabouts)


_STATES: dict[type[EvidenceEdit], Callable[[EvidenceLine], State]] = {
    ParticularsPart: particulars_of,
    NumberPart: lambda line: line.number,
    VersionPart: lambda line: FileVersion(line.version, line.name, line.sha256),
}
_BLANK: dict[str, str | int | None] = {
    **particulars_values(Particulars()),
    "number": None,
    "series": "",
    "sequence": 0,
    "taken_at": "",
    "version": 0,
}

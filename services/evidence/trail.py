"""Steps over pieces of evidence: written into the trail, carried out, and played again."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from models import compiled
from models.lines import EvidenceLine
from models.vocabulary import AssessmentId, EvidenceId, ItemKey
from models.work import Work
from services import rows
from services.evidence.numbers import series_end
from services.evidence.values import EvidenceEdit, FileVersion, NumberPart, Particulars, ParticularsPart, VersionPart
from services.trail.changes import EvidencePart

Json = dict[str, Any]
State = Particulars | FileVersion | str


def written(part: EvidenceEdit, uuid: str) -> Json:
    """Write a step down; evidence goes by its uuid."""
    kind = _KINDS[type(part)]
    of_all = {"kind": kind, "item": part.item, "evidence": uuid, "others": list(part.others)}
    match part:
        case ParticularsPart(before=before, after=after):
            return of_all | {
                "name": part.name,
                "before": particulars_values(before),
                "after": particulars_values(after),
            }
        case NumberPart(before=earlier, after=later):
            return of_all | {"name": part.name, "before": earlier, "after": later}
        case VersionPart():
            return of_all | {"before": asdict(part.before), "after": asdict(part.after)}


def particulars_values(some: Particulars) -> dict[str, str | int | None]:
    """Write particulars out."""
    values = asdict(some)
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def particulars_of(line: EvidenceLine) -> Particulars:
    """Read the particulars of a piece."""
    return Particulars(rows.day(line.formed_on), rows.day(line.valid_until), line.year, line.department, line.note)


def state(work: Work, assessment: AssessmentId, part: EvidenceEdit) -> State | None:
    """Read what a step starts from; None where the piece is gone."""
    line = work.first(compiled.EVIDENCE_OF_PIECE, assessment_id=assessment, evidence_id=part.evidence)
    return None if line is None else _STATES[type(part)](line)


def clear_numbers(work: Work, assessment: AssessmentId, parts: Iterable[object]) -> None:
    """Let go of the numbers about to be given anew, so that two pieces may trade theirs."""
    for part in parts:
        if isinstance(part, NumberPart):
            key = {"evidence_id": part.evidence, "assessment_id": assessment}
            work.do(compiled.NUMBER_EVIDENCE, **key, number=None, series="", sequence=0)


def carry_out(work: Work, assessment: AssessmentId, part: EvidenceEdit, stamp: dict[str, str]) -> None:
    """Bring a piece to what a step says."""
    key = {"evidence_id": part.evidence, "assessment_id": assessment}
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
    """What the trail says of pieces of evidence beyond where they are attached."""

    numbers: dict[EvidenceId, str] = field(default_factory=dict)
    particulars: dict[EvidenceId, Particulars] = field(default_factory=dict)
    files: dict[EvidenceId, FileVersion] = field(default_factory=dict)

    def take_link(self, part: EvidencePart) -> None:
        """Know the number that a piece was given when it first came or first served a second item."""
        if part.number:
            self.numbers.setdefault(part.evidence, part.number)

    def take(self, part: EvidenceEdit) -> None:
        """Play one step."""
        match part:
            case ParticularsPart():
                self.particulars[part.evidence] = part.after
            case NumberPart():
                self.numbers[part.evidence] = part.after
            case VersionPart():
                self.files[part.evidence] = part.after

    def differences(self, lines: Iterable[EvidenceLine]) -> Iterator[str]:
        """Name the pieces whose rows were not written by us."""
        seen: set[int] = set()
        for line in lines:
            if line.id not in seen and self._is_unlike(line):
                yield rows.evidence_number(line)
            seen.add(line.id)

    def _is_unlike(self, line: EvidenceLine) -> bool:
        piece = EvidenceId(line.id)
        first = FileVersion(0, line.first_name, line.first_sha256)
        expected = (self.numbers.get(piece, ""), self.particulars.get(piece, Particulars()))
        newest = FileVersion(line.version, line.name, line.sha256)
        return (*expected, self.files.get(piece, first)) != (line.number, particulars_of(line), newest)


def _particulars_part(one: Json, ids: Mapping[str, EvidenceId]) -> ParticularsPart:
    before, after = _particulars(one["before"]), _particulars(one["after"])
    return ParticularsPart(*_place(one, ids), one["name"], before, after, _others(one))


def _number_part(one: Json, ids: Mapping[str, EvidenceId]) -> NumberPart:
    return NumberPart(*_place(one, ids), one["name"], one["before"], one["after"], _others(one))


def _version_part(one: Json, ids: Mapping[str, EvidenceId]) -> VersionPart:
    return VersionPart(*_place(one, ids), FileVersion(**one["before"]), FileVersion(**one["after"]), _others(one))


def _place(one: Json, ids: Mapping[str, EvidenceId]) -> tuple[ItemKey, EvidenceId]:
    return ItemKey(one["item"]), ids[one["evidence"]]


def _others(one: Json) -> tuple[ItemKey, ...]:
    return tuple(map(ItemKey, one["others"]))


def _particulars(values: Json) -> Particulars:
    return Particulars(
        **{**values, "formed_on": rows.day(values["formed_on"]), "valid_until": rows.day(values["valid_until"])}
    )


READERS: dict[str, Callable[[Json, Mapping[str, EvidenceId]], EvidenceEdit]] = {
    "particulars": _particulars_part,
    "number": _number_part,
    "version": _version_part,
}
_KINDS: dict[type[EvidenceEdit], str] = {ParticularsPart: "particulars", NumberPart: "number", VersionPart: "version"}
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

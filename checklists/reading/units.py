"""The units of a clause by role, as its notes name them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from checklists.reading.folding import fold
from checklists.reading.notes_on_units import DUTY, LABEL, VERBS, Note, unit_pieces
from checklists.reading.problems import Problem, ProblemKind
from checklists.reading.unit_names import SIGNS, cleaned, in_full, is_a_unit
from models.vocabulary import UnitRole

_LEADS = ("牵头", "主办", "主责", "承办", "督办")
_PARTICIPANTS = ("配合", "参与", "参加", "协办", "协同", "协助", "支持")
_NO_UNITS = re.compile(r"(领导|人)\s*:$")
_TIME = re.compile(r"(完成|落实|实施)?(时限|时间|期限)\s*:[^;]*")


class LeadMark(StrEnum):
    """How a document tells the leading unit where it has no label for it."""

    FIRST = "first"
    BOLD = "bold"
    SIGN = "sign"
    NONE = "none"


@dataclass(slots=True)
class Units:
    """The units of a clause by role, each once, in the order of the document."""

    lead: list[str] = field(default_factory=list)
    participant: list[str] = field(default_factory=list)
    responsible: list[str] = field(default_factory=list)

    def add(self, role: UnitRole, names: Iterable[str]) -> None:
        """Add units that are not named yet."""
        known = {*self.lead, *self.participant, *self.responsible}
        getattr(self, role.value).extend(dict.fromkeys(name for name in names if name not in known))

    @property
    def is_empty(self) -> bool:
        """Tell whether no unit is named."""
        return not (self.lead or self.participant or self.responsible)


@dataclass(frozen=True, slots=True)
class LeadRule:
    """A document's own rule on leading units: how they are marked, by which sign, and whom it adds to every clause."""

    mark: LeadMark = LeadMark.NONE
    sign: str = ""


_FIRST_RULE = re.compile(
    r"(?:排|列|位列|列在|排在|为|以)?(?:名单)?(?:第一|首)(?:位|个|名)?的?(?:单位|部门|者)?(?:均)?(?:为|是)牵头"
)
_BOLD_RULE = re.compile(r"(黑体|加粗|加黑|粗体|下划线|划线|斜体|红色)[^,。;]{0,10}为(?:第一)?牵头")
_SIGN_RULE = re.compile(r"([★☆▲△●◆■◎*#※])[^,。;]{0,10}为(?:第一)?牵头")


def rule_of(folded: str, *, has_bold: bool, line: int, problems: list[Problem]) -> LeadRule:
    """Find how a document, given in half-width forms, marks leading units; a mark that was lost is told."""
    if (signed := _SIGN_RULE.search(folded)) is not None:
        return LeadRule(LeadMark.SIGN, signed[1])
    if (styled := _BOLD_RULE.search(folded)) is not None:
        if has_bold and styled[1] not in ("下划线", "划线", "斜体", "红色"):
            return LeadRule(LeadMark.BOLD)
        problems.append(Problem(line, ProblemKind.LOST_MARKING, styled[1]))
        return LeadRule()
    return LeadRule(LeadMark.FIRST) if _FIRST_RULE.search(folded) else LeadRule()


def units_of(notes: Iterable[Note], rule: LeadRule, known: Iterable[str]) -> Units:
    """Read the notes of a clause."""
    units = Units()
    for note in notes:
        _read(note, rule, frozenset(known), units)
    return units


def names_in(note: Note) -> list[str]:
    """Name all units of a note as printed, whatever their roles."""
    return [name for _, names in _segments(note) for name in names]


def _read(note: Note, rule: LeadRule, known: frozenset[str], units: Units) -> None:
    segments = _segments(note)
    full = iter(in_full([name.strip(SIGNS) for _, names in segments for name in names], known))
    has_lead = any(role is UnitRole.LEAD for role, _ in segments)
    for role, names in segments:
        complete = [next(full) for _ in names]
        if role is UnitRole.RESPONSIBLE and not has_lead:
            _by_rule(complete, names, note, rule, units)
        else:
            units.add(role, complete)


def _by_rule(complete: Sequence[str], printed: Sequence[str], note: Note, rule: LeadRule, units: Units) -> None:
    """Give units that one label names their roles by the document's rule."""
    leads = [_is_lead(place, name, note, rule) for place, name in enumerate(printed)]
    if not any(leads):
        units.add(UnitRole.RESPONSIBLE, complete)
        return
    units.add(UnitRole.LEAD, (name for name, is_lead in zip(complete, leads, strict=True) if is_lead))
    units.add(UnitRole.PARTICIPANT, (name for name, is_lead in zip(complete, leads, strict=True) if not is_lead))


def _is_lead(place: int, name: str, note: Note, rule: LeadRule) -> bool:
    if f"{fold(name)}(牵头" in note.text:
        return True
    match rule.mark:
        case LeadMark.FIRST:
            return place == 0
        case LeadMark.SIGN:
            return rule.sign in name
        case LeadMark.BOLD:
            start = note.text.find(name)
            return any(begin <= start and start + len(name) <= end for begin, end in note.bold)
        case _:
            return False


def _segments(note: Note) -> list[tuple[UnitRole, list[str]]]:
    """Part a note into its roles and their names."""
    text = _TIME.sub("", note.text)
    labels = list(LABEL.finditer(text))
    if not labels:
        return _phrases(note, text)
    ends = [label.start() for label in labels[1:]] + [len(text)]
    return [
        (_role(label["role"] or label["verb"]), _names(note, text, label.end(), end))
        for label, end in zip(labels, ends, strict=True)
        if not _NO_UNITS.search(label[0])
    ]


def _role(word: str) -> UnitRole:
    if word in _LEADS:
        return UnitRole.LEAD
    return UnitRole.PARTICIPANT if word in _PARTICIPANTS else UnitRole.RESPONSIBLE


def _names(note: Note, text: str, start: int = 0, end: int | None = None) -> list[str]:
    names = (cleaned(_printed(note, piece)) for piece in unit_pieces(text[start:end]))
    return [name for name in names if name]


def _printed(note: Note, piece: str) -> str:
    """Give a name with the brackets the document prints."""
    place = note.text.find(piece)
    return note.printed[place : place + len(piece)] if place >= 0 else piece


def _phrases(note: Note, text: str) -> list[tuple[UnitRole, list[str]]]:
    """Read 甲牵头,乙、丙配合 and 甲会同乙负责: names gather until a verb says what they do."""
    found: list[tuple[UnitRole, list[str]]] = []
    held: list[str] = []
    for piece in unit_pieces(text):
        name, _, partner = piece.partition("会同")
        if partner:
            found += [(UnitRole.LEAD, [cleaned(_printed(note, name))])] if name else []
            name = partner
        verb = _verb(name)
        bare = cleaned(_printed(note, name[: verb.start()] if verb else name))
        held += [bare] if bare and (verb is None or is_a_unit(bare)) else []
        if verb is not None and held:
            found.append((UnitRole.PARTICIPANT if partner else _doing(verb[0]), held))
            held = []
    return [*found, (UnitRole.RESPONSIBLE, held)] if held else found


def _verb(piece: str) -> re.Match[str] | None:
    found = [match for match in DUTY.finditer(piece) if match.end() == len(piece) and match.start() > 1]
    return found[-1] if found else None


def _doing(verb: str) -> UnitRole:
    if "牵头" in verb or "主办" in verb or "主责" in verb:
        return UnitRole.LEAD
    match = VERBS.search(verb)
    return UnitRole.PARTICIPANT if match is not None and match["participant"] else UnitRole.RESPONSIBLE

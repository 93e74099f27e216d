"""The sections and clauses of a document's tree."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from checklists.reading.deadlines import deadline_at
from checklists.reading.document import TextSection
from checklists.reading.headings import LONGEST, alone, is_glued, is_in_brackets, part_glued, parted, swallows_its_body
from checklists.reading.lines import Paragraph
from checklists.reading.marks import Style
from checklists.reading.notes_on_units import Note, note_in_heading, noted
from checklists.reading.outline import Node
from checklists.reading.problems import Problem

_DUE = re.compile(r"(?:时限|时间|期限)\s*:\s*([^;]*)")
LEAD_IN = "引"
_SMALL = (Style.ARABIC_BRACKETED, Style.CIRCLED, Style.DASH)
_UNMARKED = re.compile(r"[^。；;：:！？]*[^。；;：:！？，,、\s]")
_SPACED = re.compile(r"[\u4e00-\u9fff](?: [\u4e00-\u9fff]){1,3}")
_OUTER = (Style.PART, Style.CHAPTER, Style.CHINESE)
_LONG_HEADING = 20
_LIST_ENDS = "；;，,、"


@dataclass(slots=True)
class Draft:
    """A clause being put together: its own paragraphs without notes, and the notes."""

    ref: str
    number: str
    heading: str
    heading_place: Paragraph | None
    line: int
    paragraphs: list[Paragraph]
    notes: list[Note] = field(default_factory=list)

    @property
    def due(self) -> str:
        """Give the time by which its notes want it done, "" where they do not say."""
        times = (_DUE.search(note.text) for note in self.notes)
        return next((deadline_at(time[1], len(time[1])) for time in times if time is not None), "")


@dataclass(slots=True)
class Found:
    """The sections and clauses of a document, in its order."""

    sections: list[TextSection] = field(default_factory=list)
    clauses: list[Draft] = field(default_factory=list)


def clauses_of(roots: Sequence[Node], prefix: str, found: Found, problems: list[Problem]) -> None:
    """Add a tree's sections and clauses to what was found."""
    for node in roots:
        _fold(node)
    _Walk(found, problems).level(roots, prefix, is_top=True)


def _fold(node: Node) -> None:
    """Make lists under a clause paragraphs of it: a clause is what has a heading, a body or units of its own."""
    for child in node.children:
        _fold(child)
    children = node.children
    if children and _is_list(node, children):
        node.contents = [*_flat(node)]


def _flat(node: Node) -> Iterator[Paragraph]:
    for entry in node.contents:
        if isinstance(entry, Paragraph):
            yield entry
        else:
            own = list(_flat(entry))
            yield _with_number(entry, own[0])
            yield from own[1:]


def _with_number(node: Node, paragraph: Paragraph) -> Paragraph:
    return Paragraph(node.printed, ((0, node.line),)).joined(paragraph) if node.printed else paragraph


def _is_list(node: Node, children: Sequence[Node]) -> bool:
    if node.style is Style.ARTICLE:
        return True
    has_note = [bool(_notes_of(child)) for child in children]
    if any(has_note[:-1]):
        return False
    if has_note[-1] and len(children) > 1:
        return True
    if children[0].style in _SMALL and not has_note[-1]:
        may_be_clauses = children[0].style is Style.DASH or node.style in _OUTER
        return not (may_be_clauses and _are_told(children))
    semicolons = sum(1 for child in children[:-1] if _last_letter(child) in _LIST_ENDS)
    return len(children) > 1 and semicolons * 2 >= len(children) - 1


def _are_told(children: Sequence[Node]) -> bool:
    """Tell whether most of some paragraphs have a heading and a body."""
    told = sum(1 for child in children if _has_heading_and_body(child))
    return told * 2 > len(children)


def _has_heading_and_body(node: Node) -> bool:
    heading, rest = parted(node.paragraphs[0])
    return bool(heading) and (rest is not None or len(node.contents) > 1)


def _notes_of(node: Node) -> list[Note]:
    return noted(node.all_paragraphs(), [])[1]


def _last_letter(node: Node) -> str:
    return list(node.all_paragraphs())[-1].text[-1:]


@dataclass(slots=True)
class _Walk:
    """A walk through a tree, level by level."""

    found: Found
    problems: list[Problem]
    taken: Counter[str] = field(default_factory=Counter)

    def level(self, group: Sequence[Node], prefix: str, notes: Sequence[Note] = (), *, is_top: bool = False) -> None:
        """Add a level's sections and clauses; `notes` are those of the headings above it."""
        partings = self._partings(group)
        headings = [heading for heading, _ in partings]
        for node, (heading, rest) in zip(group, partings, strict=True):
            if swallows_its_body(heading):
                heading, rest = part_glued(node.paragraphs[0], self.problems)
            elif not heading and rest is not None and self._may_be_glued(node, rest, headings):
                heading, rest = part_glued(rest, self.problems)
            self._add(node, heading, rest, prefix, notes, is_top=is_top)

    def _partings(self, group: Sequence[Node]) -> list[tuple[str, Paragraph | None]]:
        """Part headings from bodies; articles have headings where nearly all of them have one, or in brackets."""
        partings = [self._parting(node) for node in group]
        if not group or group[0].style is not Style.ARTICLE or _are_told(group):
            return partings
        return [
            (heading, rest) if is_in_brackets(node.paragraphs[0]) else ("", node.paragraphs[0])
            for node, (heading, rest) in zip(group, partings, strict=True)
        ]

    def _parting(self, node: Node) -> tuple[str, Paragraph | None]:
        first = node.paragraphs[0]
        if _is_a_line_above(node):
            return alone(first.text), None
        heading, rest = parted(first)
        if heading and rest is None and not _stands_alone(node):
            return "", first
        if heading and rest is not None and _is_all_it_says(heading, rest, node):
            return "", first
        return heading, rest

    def _may_be_glued(self, node: Node, rest: Paragraph, headings: Iterable[str]) -> bool:
        return node.style not in (Style.ARTICLE, Style.DASH) and is_glued(rest, headings)

    def _add(
        self,
        node: Node,
        heading: str,
        rest: Paragraph | None,
        prefix: str,
        above: Sequence[Note],
        *,
        is_top: bool,
    ) -> None:
        ref = self._ref(node, prefix)
        heading, noted_there = _without_its_units(node, heading)
        notes = [noted_there] if noted_there is not None else above
        own = [*([rest] if rest is not None and rest.text else []), *node.paragraphs[1:]]
        children = node.children
        is_section = bool(children) or (is_top and rest is None and bool(own))
        if is_section:
            self.found.sections.append(TextSection(ref, node.number, _closed(heading), node.line))
        if children:
            self._lead_in(ref, heading, own, notes)
            self.level(children, ref, notes)
        else:
            number = "" if node.style is Style.DASH or is_section else node.number
            place = node.paragraphs[0].part(0, len(heading)) if heading else None
            self._clause(Draft(ref, number, heading, place, node.line, []), own, notes)

    def _lead_in(self, ref: str, heading: str, own: Sequence[Paragraph], above: Sequence[Note]) -> None:
        paragraphs, _ = noted(own, [])
        if paragraphs and not _only_leads_over(paragraphs):
            self._clause(Draft(f"{ref}/{LEAD_IN}", "", heading, None, paragraphs[0].line, []), own, above)

    def _clause(self, draft: Draft, own: Sequence[Paragraph], above: Sequence[Note]) -> None:
        """Add a clause with its own notes on units, or those of the headings above it where it has none."""
        draft.paragraphs, notes = noted(own, self.problems)
        draft.notes = notes or list(above)
        self.found.clauses.append(draft)

    def _ref(self, node: Node, prefix: str) -> str:
        ref = f"{prefix}/{node.label}" if prefix else node.label
        self.taken[ref] += 1
        return ref if self.taken[ref] == 1 else f"{ref}·{self.taken[ref]}"


def _closed(heading: str) -> str:
    """Close up 总 则, which is spaced to fill its line."""
    return heading.replace(" ", "") if _SPACED.fullmatch(heading) else heading


def _without_its_units(node: Node, heading: str) -> tuple[str, Note | None]:
    place = node.paragraphs[0].part(0, len(heading))
    return note_in_heading(place) if heading and place.text == heading else (heading, None)


def _is_a_line_above(node: Node) -> bool:
    """Tell whether a number's first line is a heading because it ends without a mark and something stands under it."""
    text = node.paragraphs[0].text
    return len(node.contents) > 1 and 2 <= len(text) <= LONGEST and _UNMARKED.fullmatch(text) is not None


def _is_all_it_says(sentence: str, rest: Paragraph, node: Node) -> bool:
    """Tell whether a sentence too long for a heading has nothing after it but a note on units."""
    is_long = len(sentence) > _LONG_HEADING and ("，" in sentence or "," in sentence)
    return is_long and len(node.contents) == 1 and not noted([rest], [])[0]


def _stands_alone(node: Node) -> bool:
    """Tell whether short words are a heading: something stands under them, or nothing tells them from one."""
    return len(node.contents) > 1 or not node.paragraphs[0].text.endswith(("。", "；", ";"))


def _only_leads_over(paragraphs: Sequence[Paragraph]) -> bool:
    return len(paragraphs) == 1 and paragraphs[0].text.endswith(("：", ":")) and len(paragraphs[0].text) < 60

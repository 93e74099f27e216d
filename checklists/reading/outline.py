"""The tree of a document's numbered paragraphs."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from checklists.reading.lines import Paragraph
from checklists.reading.lost_headings import lost_headings
from checklists.reading.marks import DECIMALS, Mark, Style, label, mark_of
from checklists.reading.numerals import DIGITS, NUMERAL, value_of
from checklists.reading.problems import Problem, ProblemKind

_NO_STOP = re.compile(rf"({NUMERAL}{{1,2}})\s*(?![{DIGITS}十百大个项年类种是次期批级流所])[\u4e00-\u9fff]{{4,14}}")
_BEFORE_DECIMALS = re.compile(r"(\d{1,2})\s+([\u4e00-\u9fff][^。；：，]{1,24})")
_RANKS = {style: rank for rank, style in enumerate(Style)}


@dataclass(slots=True)
class Node:
    """A numbered paragraph with all that stands under it, in order; the first of `contents` follows its number."""

    style: Style
    value: int
    printed: str
    line: int
    contents: "list[Paragraph | Node]" = field(default_factory=list)

    @property
    def has_its_own_name(self) -> bool:
        """Tell whether its number is more than a place in a row: 1.1, 第三条之一."""
        return self.style in DECIMALS or (self.style is Style.ARTICLE and "之" in self.printed)

    @property
    def label(self) -> str:
        """Name it in a path."""
        if self.has_its_own_name or (self.style is Style.PART and self.printed):
            return self.printed.rstrip("：:、")
        return label(self.style, self.value)

    @property
    def number(self) -> str:
        """Give its number without the marks around it."""
        return re.sub("[第条]", "", self.printed) if self.has_its_own_name else str(self.value)

    @property
    def children(self) -> "list[Node]":
        """Give the numbered paragraphs right under it."""
        return [entry for entry in self.contents if isinstance(entry, Node)]

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Give its own paragraphs, without those of its children."""
        return [entry for entry in self.contents if isinstance(entry, Paragraph)]

    def all_paragraphs(self) -> Iterator[Paragraph]:
        """Give its paragraphs and those of all under it, in order."""
        for entry in self.contents:
            if isinstance(entry, Node):
                yield from entry.all_paragraphs()
            else:
                yield entry


@dataclass(slots=True)
class Outline:
    """The paragraphs before the first number, and the tree from there on."""

    before: list[Paragraph]
    roots: list[Node]


def outline_of(paragraphs: Iterable[Paragraph], problems: list[Problem]) -> Outline:
    """Lay numbered paragraphs under one another by the style of their numbers."""
    outline, opened = Outline([], []), list[Node]()
    paragraphs = list(paragraphs)
    lost = lost_headings(paragraphs, problems)
    decimals = any(mark.style in DECIMALS for one in paragraphs if (mark := mark_of(one.text)) is not None)
    for place, paragraph in enumerate(paragraphs):
        mark = None if paragraph.cells else lost.get(place) or _mark(paragraph, opened, problems, decimals=decimals)
        if mark is None or _opens_nothing(mark, opened):
            (opened[-1].contents if opened else outline.before).append(paragraph)
            continue
        node = _node(paragraph, mark, opened, problems)
        while opened and _RANKS[opened[-1].style] >= _RANKS[node.style]:
            opened.pop()
        (opened[-1].contents if opened else outline.roots).append(node)
        opened.append(node)
    return outline


def _mark(paragraph: Paragraph, opened: list[Node], problems: list[Problem], *, decimals: bool) -> Mark | None:
    if decimals and (found := _BEFORE_DECIMALS.fullmatch(paragraph.text)) is not None:
        return Mark(Style.ARABIC, int(found[1]), len(found[0]) - len(found[2]))
    return mark_of(paragraph.text) or _without_its_stop(paragraph, opened, problems)


def _without_its_stop(paragraph: Paragraph, opened: list[Node], problems: list[Problem]) -> Mark | None:
    """Read 三保障措施 as 三、保障措施 where the third part is what comes next."""
    found = _NO_STOP.fullmatch(paragraph.text)
    before = next((node for node in opened if node.style is Style.CHINESE), None)
    if found is None or before is None or value_of(found[1]) != before.value + 1:
        return None
    mark = Mark(Style.CHINESE, before.value + 1, len(found[1]))
    problems.append(Problem(paragraph.line, ProblemKind.WRONG_NUMBER, found[1], f"{found[1]}、"))
    return mark


def _opens_nothing(mark: Mark, opened: list[Node]) -> bool:
    """Tell whether a number stands where none can: a dash or a bracketed one before any other."""
    return not opened and mark.style in (Style.DASH, Style.CIRCLED, Style.ARABIC_BRACKETED)


def _node(paragraph: Paragraph, mark: Mark, opened: list[Node], problems: list[Problem]) -> Node:
    printed = paragraph.text[: mark.length].strip()
    style = _style(mark, opened)
    node = Node(style, mark.value, printed, paragraph.line)
    if style is not mark.style:
        problems.append(Problem(paragraph.line, ProblemKind.WRONG_NUMBER, printed, node.label))
    elif mark.is_half:
        problems.append(Problem(paragraph.line, ProblemKind.MISSING_BRACKET, printed, node.label))
    node.contents.append(paragraph.part(mark.length))
    if style is Style.DASH:
        node.value = 1 + sum(1 for other in _siblings(opened, style))
    return node


def _style(mark: Mark, opened: list[Node]) -> Style:
    """Read （3） after （二） as （三）: a level cannot open with the number that the level above awaits."""
    if mark.style is Style.ARABIC_BRACKETED and mark.value > 1 and _last(opened, mark.style) is None:
        above = _last(opened, Style.CHINESE_BRACKETED)
        if above is not None and above.value == mark.value - 1:
            return Style.CHINESE_BRACKETED
    return mark.style


def _last(opened: list[Node], style: Style) -> Node | None:
    return next((node for node in reversed(opened) if node.style is style), None)


def _siblings(opened: list[Node], style: Style) -> Iterator[Node]:
    parent = next((node for node in reversed(opened) if _RANKS[node.style] < _RANKS[style]), None)
    return (node for node in (parent.children if parent else ()) if node.style is style)

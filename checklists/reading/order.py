"""Numbers put in order: the lost ones restored, the wrong ones mended where their neighbours prove them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checklists.reading.lines import Paragraph
from checklists.reading.marks import Style
from checklists.reading.outline import Node
from checklists.reading.problems import Problem, ProblemKind

_LONE = re.compile(r"[^。；：，,;:!?！？\d]{2,25}(。?)")
_BODY = 30


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a level prints its headings: alone on their line, with or without a full stop."""

    has_stop: bool


def put_in_order(group: list[Node], problems: list[Problem], last: dict[Style, int] | None = None) -> None:
    """Restore and mend the numbers of a level and of all below it; `last` holds the numbers that run through."""
    running = {} if last is None else last
    _restore(group, problems)
    _mend(group, problems, running)
    for node in group:
        _in_children(node, problems, running)


def _in_children(node: Node, problems: list[Problem], running: dict[Style, int]) -> None:
    children = node.children
    if not children:
        return
    before = list(children)
    put_in_order(children, problems, running)
    if len(children) > len(before):
        node.contents = [entry for entry in node.contents if isinstance(entry, Paragraph)]
        node.contents += children


def _restore(group: list[Node], problems: list[Problem]) -> None:
    """Give a heading that lost its number the number its place asks for."""
    shape = _shape(group)
    if shape is None:
        return
    place = 0
    while place < len(group):
        node = group[place]
        following = group[place + 1] if place + 1 < len(group) else None
        for position in _lost_headings(node, following, shape):
            new = _parted(node, position)
            problems.append(Problem(new.line, ProblemKind.LOST_NUMBER, _heading(new), new.label))
            group.insert(place + 1, new)
            break
        place += 1


def _shape(group: Sequence[Node]) -> _Shape | None:
    found = [_LONE.fullmatch(node.paragraphs[0].text) for node in group if node.paragraphs]
    if not found or not all(found) or group[0].style in (Style.ARTICLE, Style.DASH):
        return None
    stops = {bool(match[1]) for match in found if match}
    return _Shape(stops.pop()) if len(stops) == 1 else None


def _lost_headings(node: Node, following: Node | None, shape: _Shape) -> list[int]:
    """Find where headings of this level stand among a node's paragraphs, if the text proves that they are some."""
    found = [
        position
        for position in range(2 if not node.children else 1, len(node.contents))
        if _is_lone(node.contents[position], shape) and _has_body(node, position)
    ]
    missing = following.value - node.value - 1 if following is not None else None
    if missing is None:
        return found if shape.has_stop else []
    return found if found and len(found) == missing else []


def _is_lone(entry: Paragraph | Node, shape: _Shape) -> bool:
    match = _LONE.fullmatch(entry.text) if isinstance(entry, Paragraph) and not entry.cells else None
    return match is not None and bool(match[1]) is shape.has_stop


def _has_body(node: Node, position: int) -> bool:
    if position + 1 >= len(node.contents):
        return False
    after = node.contents[position + 1]
    return isinstance(after, Node) or len(after.text) >= _BODY


def _parted(node: Node, position: int) -> Node:
    heading = node.contents[position]
    assert isinstance(heading, Paragraph)
    new = Node(node.style, node.value + 1, "", heading.line, node.contents[position:])
    del node.contents[position:]
    return new


def _heading(node: Node) -> str:
    return node.paragraphs[0].text[:20]


def _mend(group: Sequence[Node], problems: list[Problem], running: dict[Style, int]) -> None:
    for place, node in enumerate(group):
        if node.style is Style.DASH or node.has_its_own_name:
            continue
        before = _nearest(group, range(place - 1, -1, -1), node.style)
        awaited = _awaited(node, before, running)
        following = _nearest(group, range(place + 1, len(group)), node.style)
        if node.value != awaited:
            _read_wrong(node, awaited, before, following, problems)
        running[node.style] = node.value


def _nearest(group: Sequence[Node], places: Iterable[int], style: Style) -> Node | None:
    return next((group[place] for place in places if group[place].style is style), None)


def _awaited(node: Node, before: Node | None, running: dict[Style, int]) -> int:
    if before is not None:
        return before.value + 1
    through = running.get(node.style, 0) + 1
    return through if node.value == through else 1


def _read_wrong(node: Node, awaited: int, before: Node | None, following: Node | None, problems: list[Problem]) -> None:
    printed, is_proven = node.label, following is not None and following.value == awaited + 1
    is_repeated = before is not None and node.value == before.value
    if is_proven or is_repeated:
        node.value = awaited
        kind = ProblemKind.NUMBER_REPEATED if is_repeated else ProblemKind.WRONG_NUMBER
        problems.append(Problem(node.line, kind, printed, node.label))
    elif node.value > awaited:
        missing = Node(node.style, node.value - 1, "", node.line).label
        problems.append(Problem(node.line, ProblemKind.NUMBER_MISSING, printed, missing))
    else:
        problems.append(Problem(node.line, ProblemKind.NUMBER_OUT_OF_ORDER, printed))

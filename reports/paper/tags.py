"""What a page's ink means to one who listens: headings, paragraphs, tables, figures (ISO 32000-1, 14.7 and 14.8)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Union

if TYPE_CHECKING:
    from reports.paper.sheet import Sheet

MOST_SHEETS = 400
"""Longer papers are not tagged: their structure would take more room and time than they themselves."""
ARTIFACT = "Artifact"
_TEXT = "BT"
ROOT = "StructTreeRoot"
_PAGINATION = "/Artifact <</Type /Pagination>> BDC"

Place = tuple[int, int]
"""A page and the number of a marked piece on it."""


@dataclass(slots=True, eq=False)
class Node:
    """An element of the structure; `span` is how many columns a cell takes, `alt` says in words what a figure shows."""

    kind: str
    alt: str = ""
    span: int = 1
    kids: list[Union["Node", Place]] = field(default_factory=list)

    def inside(self, kind: str, span: int = 1) -> "Node":
        """Begin an element in this one."""
        node = Node(kind, span=span)
        self.kids.append(node)
        return node


class Structure:
    """The structure of one document: gathered sheet by sheet, written when all pages have their numbers."""

    def __init__(self) -> None:
        self._root = Node("Document")
        self._owners: list[list[Node]] = []

    def marked(self, sheet: "Sheet") -> tuple[list[str], list[str]]:
        """Give strokes and feet marked with what they are; what nobody named is text, or means nothing."""
        page, owners, found = len(self._owners), list[Node](), list[str]()
        tops = list(sheet.nodes)
        for start, end, node in _complete(sheet.strokes, sheet.marks, tops):
            if node is None or node.kind == ARTIFACT:
                found += ["/Artifact BMC", *sheet.strokes[start:end], "EMC"]
                continue
            found += [f"/{node.kind} <</MCID {len(owners)}>> BDC", *sheet.strokes[start:end], "EMC"]
            node.kids.append((page, len(owners)))
            owners.append(node)
        self._root.kids += [node for _, node in sorted(tops, key=lambda top: top[0])]
        self._owners.append(owners)
        return found, [_PAGINATION, *sheet.feet, "EMC"] if sheet.feet else []

    def bodies(self, document: Any, first: int) -> list[bytes]:
        """Write the tree's root, then its elements, numbered from `first` on, then the way back from the pages."""
        root = document.number_of(ROOT)
        numbers, parents = _numbered(self._root, root, first)
        pages = [document.number_of(f"Page{page + 1}") for page in range(len(self._owners))]
        elements = [_element(node, parents[node], numbers, pages) for node in numbers]
        back = first + len(numbers)
        rows = " ".join(
            f"{page}[{' '.join(f'{numbers[node]} 0 R' for node in owners)}]" for page, owners in enumerate(self._owners)
        )
        own = f"<</Type/StructTreeRoot/K {first} 0 R/ParentTree {back} 0 R/ParentTreeNextKey {len(pages)}>>"
        tree = f"<</Nums[{rows}]>>"
        return [own.encode(), *elements, tree.encode()]


def _complete(
    strokes: list[str], marks: list[tuple[int, int, Node]], tops: list[tuple[int, Node]]
) -> Iterator[tuple[int, int, Node | None]]:
    """Go through all strokes: those marked, and between them text as paragraphs and the rest as artifacts."""
    here = 0
    for start, end, node in marks:
        yield from _unnamed(strokes, here, start, tops)
        yield start, end, node
        here = end
    yield from _unnamed(strokes, here, len(strokes), tops)


def _unnamed(
    strokes: list[str], start: int, end: int, tops: list[tuple[int, Node]]
) -> Iterator[tuple[int, int, Node | None]]:
    while start < end:
        is_text, stop = strokes[start].startswith(_TEXT), start + 1
        while stop < end and strokes[stop].startswith(_TEXT) == is_text:
            stop += 1
        node = Node("P") if is_text else None
        if node is not None:
            tops.append((start, node))
        yield start, stop, node
        start = stop


def _numbered(top: Node, root: int, first: int) -> tuple[dict[Node, int], dict[Node, int]]:
    """Give elements their numbers, each before its own kids, and the numbers of their parents."""
    numbers: dict[Node, int] = {}
    parents = {top: root}
    waiting = [top]
    while waiting:
        node = waiting.pop()
        numbers[node] = first + len(numbers)
        kids = [kid for kid in node.kids if isinstance(kid, Node)]
        parents.update(dict.fromkeys(kids, numbers[node]))
        waiting += reversed(kids)
    return numbers, parents


def _element(node: Node, parent: int, numbers: dict[Node, int], pages: list[int]) -> bytes:
    own = {kid[0] for kid in node.kids if not isinstance(kid, Node)}
    page = min(own) if own else None
    kids = " ".join(_kid(kid, page, numbers, pages) for kid in node.kids)
    where = f"/Pg {pages[page]} 0 R" if page is not None else ""
    said = f"/Alt<FEFF{node.alt.encode('utf-16-be').hex()}>" if node.alt else ""
    content = f"/K[{kids}]" if kids else ""
    return f"<</Type/StructElem/S/{node.kind}/P {parent} 0 R{where}{content}{said}{_attributes(node)}>>".encode()


def _kid(kid: Node | Place, page: int | None, numbers: dict[Node, int], pages: list[int]) -> str:
    if isinstance(kid, Node):
        return f"{numbers[kid]} 0 R"
    if kid[0] == page:
        return str(kid[1])
    return f"<</Type/MCR/Pg {pages[kid[0]]} 0 R/MCID {kid[1]}>>"


def _attributes(node: Node) -> str:
    if node.kind == "TH":
        return f"/A<</O/Table/Scope/Column/ColSpan {node.span}>>"
    return f"/A<</O/Table/ColSpan {node.span}>>" if node.span > 1 else ""

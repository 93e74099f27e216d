"""Web pages as saved from a government site: the document's own blocks, without the site around them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from checklists.reading.lines import ABOVE, Line
from checklists.reading.plain_text import decoded

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table tr td th tbody thead section article header footer main aside"
        " nav form blockquote pre center body html fieldset figure figcaption hr ucapcontent ucaptitle",
    )
)
_SILENT = frozenset(
    re.findall(r"\w+", "script style noscript template iframe object svg select option button textarea nav footer")
)
_EMPTY = frozenset(re.findall(r"\w+", "br hr img input meta link area base col embed source track wbr param"))
_CLOSES_ITSELF = {
    "p": ("p",),
    "li": ("li",),
    "tr": ("tr", "td", "th"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "option": ("option",),
}
_KEEPS = 0.7  # the share of a block's text below which its parent is the document
_DEEPEST = 150
_DETAILS = re.compile(r"(发文字号|文\s*号|发文机关|发文单位|成文日期|发文日期|印发日期|制发机关)\s*[:：]?")


@dataclass(slots=True)
class _Element:
    name: str
    number: int
    rows: int = 1
    columns: int = 1
    length: int = 0  # of the text under it that is no link
    contents: "list[_Element | str]" = field(default_factory=list)

    def elements(self) -> "list[_Element]":
        """Give the elements right under it."""
        return [entry for entry in self.contents if isinstance(entry, _Element)]


def _span(given: dict[str, str], name: str) -> int:
    told = given.get(name, "1").strip()
    return min(max(int(told), 1), 50) if told.isdecimal() and len(told) < 4 else 1


class _Page(HTMLParser):
    """A page as a tree; what is never shown is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Element("html", 0)
        self.titles: list[str] = []
        self._open = [self.root]
        self._silent = 0
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and given.get("name", "").lower() == "articletitle":
            self.titles.insert(0, given.get("content", ""))
        if tag in _SILENT:
            self._in_title = False
            self._silent += tag not in _EMPTY
            return
        self._in_title = tag == "title"
        if tag == "br":
            self._open[-1].contents.append(_Element(tag, self.getpos()[0]))
        elif tag not in _EMPTY and not self._silent:
            self._close_before(tag)
            self._push(tag, given)

    def handle_endtag(self, tag: str) -> None:
        """Close an element and all that was left open in it."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - (tag not in _EMPTY))
            return
        self._in_title = False
        places = [place for place, element in enumerate(self._open) if element.name == tag and place]
        if places and not self._silent:
            del self._open[places[-1] :]

    def handle_data(self, data: str) -> None:
        """Take text."""
        if self._in_title:
            self.titles.append(data)
        elif not self._silent:
            self._add(re.sub(r"[\s\u3000\xa0]+", " ", data))

    def _add(self, text: str) -> None:
        self._open[-1].contents.append(text)
        if all(element.name != "a" for element in self._open):
            for element in self._open:
                element.length += len(text.strip())

    def _push(self, tag: str, given: dict[str, str]) -> None:
        hidden = "display:none" in given.get("style", "").replace(" ", "").lower() or "hidden" in given
        element = _Element(tag, self.getpos()[0], _span(given, "rowspan"), _span(given, "colspan"))
        if not hidden:
            self._open[-1].contents.append(element)
        if len(self._open) < _DEEPEST:
            self._open.append(element)

    def _close_before(self, tag: str) -> None:
        """Close what such an element closes by opening: a paragraph the last one, a row the last row."""
        if self._open[-1].name in _CLOSES_ITSELF.get(tag, ()) and len(self._open) > 1:
            self._open.pop()
            if tag == "tr" and self._open[-1].name == "tr":
                self._open.pop()


def lines_of(content: bytes, path: Path) -> Iterator[Line]:
    """Read the blocks of a saved page."""
    declared = _DECLARED.search(content[:4096])
    page = _Page()
    page.feed(decoded(content, path, declared[1].decode("ascii", "replace") if declared else ""))
    page.close()
    main = _main(page.root)
    blocks = list(_blocks(main))
    yield from _headlines(page, main, blocks)
    yield from blocks


def _main(root: _Element) -> _Element:
    """Go down as long as one block holds nearly all of the text."""
    here = root
    while True:
        length = here.length
        inner = max(
            (child for child in here.elements() if child.name != "a"), key=lambda child: child.length, default=None
        )
        if (
            inner is None
            or inner.length < _KEEPS * length
            or inner.name in ("table", "tbody", "tr", "p", "span", "font")
        ):
            return here
        here = inner


def _headlines(page: _Page, main: _Element, blocks: Iterable[Line]) -> Iterator[Line]:
    """Give what a site prints of a document outside its text: number, office and day, and its title."""
    inside = "".join(line.text for line in blocks)
    for line in _blocks(page.root, stop=main):
        if _DETAILS.match(line.text) and line.text not in inside:
            yield line
    title = next((cleaned for title in page.titles if (cleaned := _site_title(title))), "")
    if title and re.sub(r"\s", "", title) not in re.sub(r"\s", "", inside):
        yield Line(title, 1, None, True)


def _site_title(title: str) -> str:
    """Take the site's name off a page's title."""
    return re.split(r"\s*[_|]\s*|\s+[-—–]+\s*", title.strip())[0].strip()


def _blocks(element: _Element, *, stop: _Element | None = None) -> Iterator[Line]:
    """Go through the lines under an element, in order; `stop` and all under it is left out."""
    held: list[str] = []
    number = element.number
    for entry in element.contents:
        if entry is stop and stop is not None:
            continue
        if isinstance(entry, str):
            held.append(entry)
        elif entry.name == "br":
            yield from _flushed(held, number)
        elif _is_a_table(entry):
            yield from _flushed(held, number)
            yield from _table(entry)
        elif _has_blocks(entry):
            yield from _flushed(held, number)
            yield from _blocks(entry, stop=stop)
        else:
            held.append(_inline(entry))
        number = entry.number if isinstance(entry, _Element) else number
    yield from _flushed(held, number)


def _has_blocks(element: _Element) -> bool:
    return element.name in _BLOCKS or any(_has_blocks(child) for child in element.elements())


def _inline(element: _Element) -> str:
    if element.name == "br":
        return "\n"
    return "".join(entry if isinstance(entry, str) else _inline(entry) for entry in element.contents)


def _flushed(held: list[str], number: int) -> Iterator[Line]:
    for text in "".join(held).split("\n"):
        if text.strip():
            yield Line(text, number, None, True)
    held.clear()


def _is_a_table(element: _Element) -> bool:
    """Tell a table of things from one that only lays out a page."""
    if element.name != "table":
        return False
    rows = list(_rows(element))
    return (
        len(rows) > 1
        and sum(1 for row in rows if len(row) > 1) * 2 > len(rows)
        and all(cell.length < 3_000 for row in rows for cell in row)
    )


def _rows(table: _Element) -> Iterator[list[_Element]]:
    for child in table.elements():
        if child.name == "tr":
            yield [cell for cell in child.elements() if cell.name in ("td", "th")]
        elif child.name in ("tbody", "thead"):
            yield from _rows(child)


def _table(table: _Element) -> Iterator[Line]:
    below: dict[int, int] = {}
    for row in _rows(table):
        cells: list[str] = []
        for cell in row:
            _fill_from_above(cells, below)
            if cell.rows > 1:
                below[len(cells)] = cell.rows - 1
            cells += ["\n".join(line.text.strip() for line in _blocks(cell)), *[""] * (cell.columns - 1)]
        _fill_from_above(cells, below)
        said = " ".join(text for text in cells if text and text != ABOVE).replace("\n", " ")
        if said:
            yield Line(said, row[0].number, None, True, tuple(cells))


def _fill_from_above(cells: list[str], below: dict[int, int]) -> None:
    """Put in the cells that reach down from a row above."""
    while below.get(len(cells), 0) > 0:
        below[len(cells)] -= 1
        cells.append(ABOVE)

"""Word files (docx): paragraphs with their automatic numbers, and tables row by row, without losing text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

from checklists.reading.archive import Archive
from checklists.reading.errors import DamagedDocumentError, HostileDocumentError, MacroDocumentError
from checklists.reading.lines import ABOVE, Line
from checklists.reading.problems import Problem, ProblemKind
from checklists.reading.word_numbers import WordNumbers, numbers_of

_MAIN = "word/document.xml"
_TYPES = "[Content_Types].xml"
_RELATIONS = "_rels/.rels"
_LEFT_OUT = (("word/footnotes.xml", "脚注"), ("word/endnotes.xml", "尾注"), ("word/comments.xml", "批注"))
_DEEPEST = 40
_FALSE = ("0", "false", "off", "none")


@dataclass(slots=True)
class _Text:
    """The text of a paragraph as it is gathered, with the spans in bold."""

    pieces: list[str] = field(default_factory=list)
    bold: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, *, is_bold: bool = False) -> None:
        """Add the text of a run."""
        if is_bold and text:
            self.bold.append((self.length, self.length + len(text)))
        self.pieces.append(text)
        self.length += len(text)


def lines_of(content: bytes, path: Path, skipped: list[Problem]) -> Iterator[Line]:
    """Read a Word file's paragraphs and rows; parts that are no running text are named in `skipped`."""
    archive = Archive(content, path)
    root = archive.xml(_main_part(archive, path))
    body = next((child for child in root if child.tag.endswith("}body")), None)
    if body is None:
        raise DamagedDocumentError(path)
    reader = _Reader(archive, body, path)
    yield from reader.lines(body)
    skipped += _left_out(archive, reader)


def _main_part(archive: Archive, path: Path) -> str:
    if not archive.has(_TYPES):
        raise DamagedDocumentError(path)
    if b"macroEnabled" in archive.content(_TYPES):
        raise MacroDocumentError(path)
    if archive.has(_MAIN):
        return _MAIN
    relations = archive.xml(_RELATIONS) if archive.has(_RELATIONS) else ()
    found = (one.get("Target", "") for one in relations if one.get("Type", "").endswith("/officeDocument"))
    name = next(found, "").lstrip("/")
    if not archive.has(name):
        raise DamagedDocumentError(path)
    return name


def _left_out(archive: Archive, reader: "_Reader") -> Iterator[Problem]:
    for part, name in _LEFT_OUT:
        if archive.has(part) and archive.content(part).count(b":t>") > 0:
            yield Problem(1, ProblemKind.SKIPPED_PART, name)
    if reader.has_deletions:
        yield Problem(1, ProblemKind.SKIPPED_PART, "修订中删去的文字")


class _Reader:
    """A walk through a body in its own namespace."""

    def __init__(self, archive: Archive, body: Element, path: Path) -> None:
        self._path = path
        self._space = body.tag[: body.tag.index("}") + 1]
        self._numbers = _numbers(archive)
        has_styles = self._numbers.lists and next(body.iter(f"{self._space}pStyle"), None) is not None
        self._styles = _numbered_styles(archive, self._space) if has_styles else {}
        self._number = 0
        self.has_deletions = False
        self._blocks: dict[str, Callable[[Element, int], Iterator[Line]]] = {
            f"{self._space}p": self._paragraph,
            f"{self._space}tbl": self._table,
        }

    def lines(self, parent: Element, depth: int = 0) -> Iterator[Line]:
        """Go through paragraphs and tables, also those in content controls and insertions."""
        if depth > _DEEPEST:
            raise HostileDocumentError(self._path)
        for child in parent:
            block = self._blocks.get(child.tag)
            if block is not None:
                yield from block(child, depth + 1)
            elif not child.tag.endswith(("}sectPr", "}del", "}moveFrom", "Pr")):
                yield from self.lines(child, depth + 1)

    def _paragraph(self, paragraph: Element, depth: int) -> Iterator[Line]:
        self._number += 1
        text = _Text()
        text.add(self._automatic_number(paragraph))
        boxes: list[Element] = []
        self._gather(paragraph, text, boxes, is_bold=False, depth=depth)
        yield from _split("".join(text.pieces), text.bold, self._number)
        for box in boxes:
            yield from self.lines(box, depth + 1)

    def _gather(self, parent: Element, text: _Text, boxes: list[Element], *, is_bold: bool, depth: int) -> None:
        if depth > _DEEPEST:
            raise HostileDocumentError(self._path)
        for child in parent:
            name = child.tag[child.tag.rfind("}") + 1 :]
            if name == "r":
                self._gather(child, text, boxes, is_bold=self._is_bold(child), depth=depth + 1)
            elif name in _LETTERS:
                text.add(_LETTERS[name](child), is_bold=is_bold)
            elif name == "txbxContent":
                boxes.append(child)
            elif name in ("del", "moveFrom"):
                self.has_deletions = True
            elif name not in _NO_TEXT:
                self._gather(child, text, boxes, is_bold=is_bold, depth=depth + 1)

    def _is_bold(self, run: Element) -> bool:
        properties = run.find(f"{self._space}rPr")
        mark = properties.find(f"{self._space}b") if properties is not None else None
        return mark is not None and mark.get(f"{self._space}val", "1") not in _FALSE

    def _automatic_number(self, paragraph: Element) -> str:
        space = self._space
        properties = paragraph.find(f"{space}pPr") if self._numbers.lists else None
        if properties is None:
            return ""
        style = properties.find(f"{space}pStyle")
        number, level = self._styles.get(style.get(f"{space}val", ""), ("", 0)) if style is not None else ("", 0)
        if (own := properties.find(f"{space}numPr")) is not None:
            number, level = _numbering(own, space, level)
        return self._numbers.next(number, level) if number and number != "0" else ""

    def _table(self, table: Element, depth: int) -> Iterator[Line]:
        """Read a table row by row; one that only lays out text is read as that text."""
        rows = [list(self._within(row, "tc", depth)) for row in self._within(table, "tr", depth)]
        if all(len(cells) == 1 for cells in rows):
            for cells in rows:
                yield from self.lines(cells[0], depth + 1)
            return
        for cells in rows:
            number = self._number + 1
            texts = [text for cell in cells for text in self._cell(cell, depth)]
            said = " ".join(text for text in texts if text and text != ABOVE).replace("\n", " ")
            if said:
                yield Line(said, number, None, True, tuple(texts))

    def _within(self, parent: Element, name: str, depth: int) -> Iterator[Element]:
        """Go through a table's rows or a row's cells, also those in content controls."""
        if depth > _DEEPEST:
            raise HostileDocumentError(self._path)
        for child in parent:
            if child.tag == f"{self._space}{name}":
                yield child
            elif child.tag.endswith(("}sdt", "}sdtContent", "}customXml", "}ins")):
                yield from self._within(child, name, depth + 1)

    def _cell(self, cell: Element, depth: int) -> list[str]:
        """Give a cell's text, and a blank for each further column it spans; one merged upwards says so."""
        space = self._space
        text = "\n".join(line.text for line in self.lines(cell, depth + 1))
        properties = cell.find(f"{space}tcPr")
        if properties is None:
            return [text]
        merged = properties.find(f"{space}vMerge")
        if merged is not None and merged.get(f"{space}val", "continue") == "continue":
            text = ABOVE
        span = properties.find(f"{space}gridSpan")
        told = span.get(f"{space}val", "1") if span is not None else "1"
        return [text, *[""] * min(int(told) - 1 if told.isdigit() else 0, 20)]


def _numbering(element: Element, space: str, level: int) -> tuple[str, int]:
    number, depth = element.find(f"{space}numId"), element.find(f"{space}ilvl")
    told = depth.get(f"{space}val", "0") if depth is not None else str(level)
    return (number.get(f"{space}val", "") if number is not None else ""), int(told) if told.isdigit() else 0


def _numbers(archive: Archive) -> WordNumbers:
    part = "word/numbering.xml"
    return numbers_of(archive.xml(part)) if archive.has(part) else WordNumbers()


def _numbered_styles(archive: Archive, space: str) -> dict[str, tuple[str, int]]:
    """Give the list and depth of each paragraph style that numbers its paragraphs."""
    part = "word/styles.xml"
    if not archive.has(part) or b"numPr" not in archive.content(part):
        return {}
    return {
        style.get(f"{space}styleId", ""): _numbering(own, space, 0)
        for style in archive.xml(part).iter(f"{space}style")
        if (own := style.find(f"{space}pPr/{space}numPr")) is not None
    }


def _split(text: str, bold: list[tuple[int, int]], number: int) -> Iterator[Line]:
    """Part a paragraph at its line breaks."""
    start = 0
    for piece in text.split("\n"):
        end = start + len(piece)
        spans = tuple((max(a, start) - start, min(b, end) - start) for a, b in bold if a < end and b > start)
        yield Line(piece, number, None, True, (), spans)
        start = end + 1


def _symbol(element: Element) -> str:
    code = next((value for key, value in element.attrib.items() if key.endswith("}char")), "")
    letter = int(code, 16) if code and all(one in "0123456789abcdefABCDEF" for one in code[:6]) else 0
    return chr(letter) if 0 < letter < 0xD800 else ""


_LETTERS: dict[str, Callable[[Element], str]] = {
    "t": lambda element: element.text or "",
    "tab": lambda _element: " ",
    "br": lambda _element: "\n",
    "cr": lambda _element: "\n",
    "noBreakHyphen": lambda _element: "-",
    "sym": _symbol,
}
_NO_TEXT = (
    "pPr",
    "rPr",
    "instrText",
    "delText",
    "Fallback",
    "footnoteReference",
    "endnoteReference",
    "commentReference",
    "sectPr",
    "fldData",
)

"""An official text as rows to be shown: its lines with what they belong to, and the anchors on them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checklists.reading.document import OfficialText
from checklists.reading.lines import Line
from checklists.reading.paragraphs import paragraphs_of
from models.vocabulary import ItemKey, Status


@dataclass(frozen=True, slots=True)
class Mark:
    """An anchor on a line of the text; `status` is that of its item."""

    line: int
    start: int
    end: int
    key: ItemKey
    status: Status | None
    is_figure: bool


@dataclass(frozen=True, slots=True)
class TextRow:
    """A line of the text; `bold` is how far its heading reaches, `is_section` that all of it is one.

    `is_continued` says that its paragraph began on a line above: a page is too narrow for it.
    """

    number: int
    text: str
    ref: str
    bold: int
    is_section: bool
    is_continued: bool = False


def text_rows(lines: Sequence[Line], text: OfficialText) -> Iterator[TextRow]:
    """Go through the lines, each with the clause or section it belongs to."""
    sections = {section.line for section in text.sections}
    places = _places(text)
    headings = {clause.line: clause.heading for clause in reversed(text.clauses)}
    continued = _continued(lines)
    ref = ""
    for line in lines:
        ref, number = places.get(line.number, ref), line.number
        is_section = number in sections and number not in headings
        yield TextRow(number, line.text, ref, _bold(line.text, headings.get(number)), is_section, number in continued)


def _continued(lines: Sequence[Line]) -> frozenset[int]:
    paragraphs, _ = paragraphs_of(lines)
    return frozenset(number for one in paragraphs for _, number in one.places if number != one.line)


def _places(text: OfficialText) -> dict[int, str]:
    sections = {section.line: section.ref for section in text.sections}
    return sections | {clause.line: clause.ref for clause in reversed(text.clauses)}


def _bold(text: str, heading: str | None) -> int:
    if not heading:
        return 0
    found = text.find(heading)
    return found + len(heading) if found >= 0 else 0

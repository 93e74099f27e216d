"""The sheets of a document: margins and grid of GB/T 9704-2012 as paper.md gives them, and the foot of each page."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from reports.word.elements import el, twips
from reports.word.paragraphs import field, paragraph, run
from reports.word.styles import FOOT, PAGE_NUMBER, tab

_LINE_PITCH, _CHAR_SPACE = 579, -848
"""22 lines of 28.95 pt; 28 characters of 15.793 pt, which is 848/4096 pt less than 16."""

_FROM_EDGE, _CHARACTER = 24.5, 280


class Shape(Enum):
    """Width and height of a sheet; its margins from the top, clockwise."""

    PORTRAIT = (210.0, 297.0, (37.0, 26.0, 35.0, 28.0))
    LANDSCAPE = (297.0, 210.0, (26.0, 36.0, 28.0, 36.0))

    @property
    def area_width(self) -> float:
        """Give the width of the type area in millimetres."""
        width, _, (_, right, _, left) = self.value
        return width - left - right


class Numbering(Enum):
    """How the pages of a section are numbered, and whether they begin anew."""

    NONE = ""
    ROMAN = "upperRoman"
    FROM_ONE = "decimal"
    ON = "on"


@dataclass(frozen=True, slots=True)
class Footing:
    """What stands at the foot of odd or of even pages; two remarks and no number on the cover."""

    left: str
    right: str
    width: float
    is_even: bool = False
    has_number: bool = True
    section: str = ""

    @property
    def xml(self) -> str:
        """Set it."""
        if not self.has_number:
            return self._remarks()
        number = run("— ", PAGE_NUMBER) + self._number() + run(" —", PAGE_NUMBER)
        end = twips(self.width)
        if self.is_even:
            changed = el("tabs", tab("right", end)) + el("ind", left=_CHARACTER)
            return paragraph(FOOT, number, el("r", el("tab")), run(self.right), changed=changed)
        return paragraph(
            FOOT, run(self.left), el("r", el("tab")), number, changed=el("tabs", tab("right", end - _CHARACTER))
        )

    def _remarks(self) -> str:
        rule = el("pBdr", el("top", val="single", sz=4, space=2, color="000000"))
        changed = rule + el("tabs", tab("right", twips(self.width)))
        return paragraph(FOOT, run(self.left), el("r", el("tab")), run(self.right), changed=changed)

    def _number(self) -> str:
        return field("PAGE", "1", PAGE_NUMBER)


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a section; the cover's foot has two remarks instead of a number."""

    shape: Shape = Shape.PORTRAIT
    numbering: Numbering = Numbering.ON
    remarks: tuple[str, str] = ("", "")

    def footings(self, mark: str) -> Iterator[tuple[str, Footing]]:
        """Give the feet of odd and even pages."""
        width = self.shape.area_width
        if self.numbering is Numbering.NONE:
            for side in ("default", "even"):
                yield side, Footing(*self.remarks, width, has_number=False)
            return
        section = self.numbering.value
        yield "default", Footing(mark, "", width, section=section)
        yield "even", Footing("", mark, width, is_even=True, section=section)


def page_properties(pages: Pages) -> str:
    """Say how a section's pages are, all but its feet."""
    width, height, (top, right, bottom, left) = pages.shape.value
    lying = {"orient": "landscape"} if pages.shape is Shape.LANDSCAPE else {}
    margins = {"top": top, "right": right, "bottom": bottom, "left": left, "header": 15.0, "footer": _FROM_EDGE}
    counted = {Numbering.ROMAN: {"fmt": "upperRoman", "start": 1}, Numbering.FROM_ONE: {"fmt": "decimal", "start": 1}}
    numbers = counted.get(pages.numbering, {})
    return "".join(
        (
            el("type", val="nextPage"),
            el("pgSz", w=twips(width), h=twips(height), **lying),
            el("pgMar", **{side: twips(length) for side, length in margins.items()}, gutter=0),
            el("pgNumType", **numbers) if numbers else "",
            el("cols", space=0),
            _grid(pages.shape),
        )
    )


def _grid(shape: Shape) -> str:
    """Give lines and characters to a page of text; a lying page holds tables, which LibreOffice would centre on it."""
    if shape is Shape.LANDSCAPE:
        return el("docGrid", type="lines", linePitch=_LINE_PITCH)
    return el("docGrid", type="linesAndChars", linePitch=_LINE_PITCH, charSpace=_CHAR_SPACE)

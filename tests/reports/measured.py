"""A finished PDF measured: where every glyph stands, how large it is, and what it says."""

import re
from ctypes import c_double, c_int, create_string_buffer
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4

_NUMBER = r"(-?[\d.]+)"
_LINES = re.compile(r"([\d.]+) w ((?:[-\d.]+ [-\d.]+ m [-\d.]+ [-\d.]+ l )+)S")
_LINE = re.compile(rf"{_NUMBER} {_NUMBER} m {_NUMBER} {_NUMBER} l ")
_FRAME = re.compile(rf"{_NUMBER} w {_NUMBER} {_NUMBER} {_NUMBER} {_NUMBER} re S")


@dataclass(frozen=True)
class Glyph:
    """One printed character: its origin in millimetres from the top left, its size in points, its ink, its font."""

    char: str
    x: float
    y: float
    size: float
    left: float
    right: float
    top: float = 0.0
    bottom: float = 0.0
    font: str = ""


@dataclass(frozen=True)
class Rule:
    """One straight line or side of a frame: its ends in millimetres from the top left, its weight in points."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float

    @property
    def is_upright(self) -> bool:
        return abs(self.x1 - self.x2) < 0.01


def glyphs_of(content: bytes, page: int = 0) -> list[Glyph]:
    """List the characters of a page in reading order, those without ink left out."""
    with pypdfium2.PdfDocument(content) as document:
        height = document[page].get_mediabox()[3]
        text = document[page].get_textpage()
        found = []
        for index in range(text.count_chars()):
            char = chr(pdfium.FPDFText_GetUnicode(text, index))
            if char.isspace() or pdfium.FPDFText_IsGenerated(text, index) == 1:
                continue
            x, y = c_double(), c_double()
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            left, bottom, right, top = text.get_charbox(index)
            size = pdfium.FPDFText_GetFontSize(text, index)
            ink = (left / MM, right / MM, (height - top) / MM, (height - bottom) / MM)
            found.append(Glyph(char, x.value / MM, (height - y.value) / MM, size, *ink, _font(text, index)))
        return found


def _font(text: pypdfium2.PdfTextPage, index: int) -> str:
    name = create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(text, index, name, 128, c_int())
    return name.value.decode("ascii", "replace").rpartition("+")[2]


def rules_of(content: bytes, page: int = 0) -> list[Rule]:
    """List the straight lines of an upright page, frames as their four sides."""
    with pikepdf.open(BytesIO(content)) as pdf:
        height, drawn = float(pdf.pages[page].MediaBox[3]), pdf.pages[page].Contents.read_bytes().decode("ascii")
    found: list[Rule] = []
    for weight, lines in _LINES.findall(drawn):
        for x1, y1, x2, y2 in _LINE.findall(lines):
            ends = (float(x1) / MM, (height - float(y1)) / MM, float(x2) / MM, (height - float(y2)) / MM)
            found.append(Rule(*ends, float(weight)))
    for weight, x, y, across, up in _FRAME.findall(drawn):
        left, bottom, right, top = float(x), float(y), float(x) + float(across), float(y) + float(up)
        corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        for (one_x, one_y), (next_x, next_y) in pairwise(corners):
            ends = (one_x / MM, (height - one_y) / MM, next_x / MM, (height - next_y) / MM)
            found.append(Rule(*ends, float(weight)))
    return found


def text_of(content: bytes) -> str:
    """Extract what all pages say, without any white space."""
    with pypdfium2.PdfDocument(content) as document:
        pages = (document[page].get_textpage().get_text_bounded() for page in range(len(document)))
        return "".join("".join(pages).split()).replace("\ufffe", "")


def printed_over(glyphs: list[Glyph]) -> list[str]:
    """List characters whose ink lies in that of another on the same baseline."""
    by_line: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        by_line.setdefault(round(glyph.y * 20), []).append(glyph)
    rows = (sorted(line, key=lambda one: one.left) for line in by_line.values())
    pairs = (pair for row in rows for pair in pairwise(row))
    return [f"{one.char}{after.char}" for one, after in pairs if after.left < one.right - 0.35]


def lines_of(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Gather glyphs of one baseline."""
    lines: list[list[Glyph]] = []
    for glyph in glyphs:
        if lines and abs(lines[-1][-1].y - glyph.y) < 0.05:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return lines

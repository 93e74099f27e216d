"""A finished PDF measured: where every glyph stands, how large it is, and what it says."""

from ctypes import c_double
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4


@dataclass(frozen=True)
class Glyph:
    """One printed character: its origin in millimetres from the top left, its size in points, its ink."""

    char: str
    x: float
    y: float
    size: float
    left: float
    right: float


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
            left, _, right, _ = text.get_charbox(index)
            size = pdfium.FPDFText_GetFontSize(text, index)
            found.append(Glyph(char, x.value / MM, (height - y.value) / MM, size, left / MM, right / MM))
        return found


def text_of(content: bytes) -> str:
    """Extract what all pages say, without any white space."""
    with pypdfium2.PdfDocument(content) as document:
        pages = (document[page].get_textpage().get_text_bounded() for page in range(len(document)))
        return "".join("".join(pages).split()).replace("\ufffe", "")


def lines_of(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Gather glyphs of one baseline."""
    lines: list[list[Glyph]] = []
    for glyph in glyphs:
        if lines and abs(lines[-1][-1].y - glyph.y) < 0.05:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return lines

"""Small PDF files for tests: pages of running text as an office prints it, and files built to harm."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONT, SIZE, LEFT, TOP, FOOT, LEADING, LETTERS = "STSong-Light", 16, 74, 770, 90, 28, 28


def a_pdf(path: Path, paragraphs: Iterable[str], *, head: str = "", face: Path | None = None) -> Path:
    """Set paragraphs with their first line indented and page numbers; one that begins with ^ is centred."""
    pdfmetrics.registerFont(TTFont(FONT, face) if face else UnicodeCIDFont(FONT))
    canvas = Canvas(str(path), pagesize=(595, 842))
    page, y = 1, TOP
    for text, indent in (line for paragraph in paragraphs for line in set_lines(paragraph)):
        if y < FOOT:
            finish(canvas, page, head)
            page, y = page + 1, TOP
        canvas.setFont(FONT, SIZE)
        canvas.drawString(LEFT + indent * SIZE, y, text)
        y -= LEADING
    finish(canvas, page, head)
    canvas.save()
    return path


def set_lines(paragraph: str) -> Iterator[tuple[str, float]]:
    if paragraph.startswith("^"):
        yield paragraph[1:], (LETTERS - len(paragraph) + 1) / 2
        return
    held, indent = "", 2.0
    for letter in paragraph:
        if pdfmetrics.stringWidth(held + letter, FONT, SIZE) > (LETTERS - indent) * SIZE:
            yield held, indent
            held, indent = "", 0.0
        held += letter
    yield held, indent


def finish(canvas: Canvas, page: int, head: str) -> None:
    canvas.setFont(FONT, 10)
    canvas.drawCentredString(297, 50, f"— {page} —")
    if head:
        canvas.drawCentredString(297, 810, head)
    canvas.showPage()


def raw_pdf(*objects: str, tail: str = "") -> bytes:
    """Put objects, numbered from 1, into a PDF; the first is its catalogue."""
    content, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(content)
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    content += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode()
    return content + f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{tail}>>\nstartxref\n{start}\n%%EOF\n".encode()

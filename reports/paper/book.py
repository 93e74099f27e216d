"""Sheets bound into one PDF: fonts, outline, links, page labels and properties; equal sheets give equal bytes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

from reports.paper.archival import make_archival
from reports.paper.faces import Faces
from reports.paper.links import Places
from reports.paper.packing import PackedDocument
from reports.paper.page import Page
from reports.paper.pictures import Picture
from reports.paper.sheet import HEIGHT, WIDTH, Sheet
from reports.paper.streams import Stream
from reports.paper.styles import MM
from reports.paper.tags import MOST_SHEETS, ROOT, Structure
from reports.paper.text import plain
from reports.paper.typesetter import Typesetter

A4 = (WIDTH * MM, HEIGHT * MM)
_PROGRAM = "VocCheck"

rl_config.useA85 = 0  # streams would go through ASCII, which costs time and a quarter of the size


@dataclass(frozen=True, slots=True)
class Properties:
    """What the document says of itself; `made_at` comes from the data, never from the clock."""

    title: str
    author: str
    subject: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One line of the outline beside the pages; `to` is a named place."""

    title: str
    to: str
    level: int


@dataclass(frozen=True, slots=True)
class LabelRange:
    """From which sheet on (counted from 0) pages are numbered how: `D` arabic, `R` roman, empty for a plain prefix."""

    sheet: int
    style: str
    prefix: str = ""


def bind(
    sheets: Iterable[Sheet],
    typesetter: Typesetter,
    properties: Properties,
    outline: Iterable[OutlineEntry] = (),
    labels: Iterable[LabelRange] = (),
) -> bytes:
    """Write the sheets as a PDF."""
    file = BytesIO()
    canvas = _BareCanvas(file, pagesize=A4, invariant=1, pageCompression=1, lang="zh-CN", pdfVersion=(1, 7))
    document = canvas._doc
    document.__class__ = PackedDocument
    _describe(canvas, properties)
    sheets, outline = list(sheets), list(outline)
    places, kept = Places(sheets), {entry.to for entry in outline}
    structure = _begun_structure(canvas) if len(sheets) <= MOST_SHEETS else None
    for number, sheet in enumerate(sheets):
        _mark_places(canvas, sheet, kept)
        for picture in sheet.pictures.values():
            _embed(document, picture)
        links = filter(None, (places.annotation(sheet, link) for link in sheet.links))
        content = sheet.sealed or Stream(sheet.operators(structure).encode("ascii"))
        document.addPage(Page(sheet, content, links, number if structure is not None else None))
    for entry in outline:
        canvas.addOutlineEntry(entry.title, entry.to, entry.level, closed=entry.level > 0)
    for label in labels:
        canvas.addPageLabel(label.sheet, _LABELS[label.style], 1, label.prefix or None)
    document.delayedFonts.extend(typesetter.embedded())
    canvas.showOutline()
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.save()
    return file.getvalue()


def fonts_used(faces: Faces) -> str:
    """Say which face serves which role, for the document's properties."""
    return "；".join(f"{role}：{name}" for role, name in faces.named().items())


_LABELS = {"D": "ARABIC", "R": "ROMAN_UPPER", "": None}


class _BareCanvas(Canvas):  # type: ignore[misc]
    """A canvas that starts its pages without a font of its own: reportlab would put Helvetica into every file."""

    def _make_preamble(self) -> None:
        self._preamble = ""


def _describe(canvas: Any, properties: Properties) -> None:
    title, author, subject = map(plain, (properties.title, properties.author, properties.subject))
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(subject)
    canvas.setCreator(_PROGRAM)
    canvas.setProducer(_PROGRAM)
    canvas._doc._timeStamp = _stamp(properties.made_at)
    make_archival(
        canvas._doc,
        title=title,
        author=author,
        subject=subject,
        program=_PROGRAM,
        made_at=properties.made_at,
    )


def _stamp(moment: datetime) -> TimeStamp:
    stamp = TimeStamp(1)
    offset = moment.utcoffset()
    minutes = round(offset.total_seconds() / 60) if offset else 0
    stamp.YMDhms = moment.timetuple()[:6]
    stamp.dhh, stamp.dmm = minutes // 60, minutes % 60
    return stamp


def _mark_places(canvas: Any, sheet: Sheet, outlined: set[str]) -> None:
    """Name the places on this page that the outline leads to."""
    for name, y in sheet.places:
        if name in outlined:
            left, top = sheet.corner(y)
            canvas.bookmarkPage(name, fit="XYZ", left=left, top=top, zoom=0)


def _begun_structure(canvas: Any) -> Structure:
    """Say in the document that its content is marked, and keep a number for the root of the structure."""
    structure, document = Structure(), canvas._doc
    document.late = (ROOT, structure)
    document.Catalog.StructTreeRoot = document.Reference(PDFDictionary({}), ROOT)
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    return structure


def _embed(document: Any, picture: Picture) -> None:
    """Put a picture into the file, once however many pages show it."""
    if not document.hasForm(picture.name):
        entries = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": picture.width,
            "Height": picture.height,
            "BitsPerComponent": 8,
            "ColorSpace": PDFName("DeviceGray" if picture.is_grey else "DeviceRGB"),
            "Filter": PDFName("DCTDecode"),
        }
        document.addForm(picture.name, Stream(picture.content, entries, is_packed=False))

"""A document as it lies in a file: its parts, pages and pictures; the same content gives the same bytes."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.parts.image import ImagePart

from reports.archives import with_fixed_times
from reports.word.elements import NAMES, attribute, el
from reports.word.pages import Footing, Pages, page_properties
from reports.word.paragraphs import Places, paragraph
from reports.word.pictures import drawing
from reports.word.settings import font_table, settings
from reports.word.styles import TINY, definitions

_UNWANTED = (RT.THUMBNAIL, RT.CUSTOM_XML, RT.NUMBERING, RT.WEB_SETTINGS)
_EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
_CREATOR = "职评簿"
_KINDS = {"jpeg": "image/jpeg", "png": "image/png"}


@dataclass(frozen=True, slots=True)
class Properties:
    """What the document says of itself."""

    title: str
    author: str
    subject: str
    made_at: datetime


class Book:
    """A document being written: add blocks, end sections, then take its content."""

    def __init__(self, properties: Properties, mark: str, *, is_duplex: bool = False) -> None:
        self.places = Places()
        self._document: DocxDocument = Document()
        self._mark = mark
        self._blocks: list[str] = []
        self._pictures: dict[str, str] = {}
        self._drawings = 0
        self._footers: dict[Footing, str] = {}
        _strip(self._document)
        _describe(self._document, properties)
        self._dress(is_duplex=is_duplex)

    def add(self, *blocks: str) -> None:
        """Add paragraphs and tables."""
        self._blocks += blocks

    def end_section(self, pages: Pages) -> None:
        """Say how the pages since the last section were; what follows stands on a fresh page."""
        self._blocks.append(paragraph(TINY, changed=self._section(pages)))

    def picture(self, content: bytes, kind: str, size: tuple[float, float], says: str, frame: str = "") -> str:
        """Give a picture of so many millimetres as a run; `says` is read aloud to who cannot see it."""
        self._drawings += 1
        return drawing(self._image(content, kind), self._drawings, size, attribute(says), frame)

    def content(self, last: Pages) -> bytes:
        """Give the file; `last` says how the pages of the last section are."""
        after = paragraph(TINY) if self._blocks[-1].endswith("</w:tbl>") else ""  # Word wants one behind a table
        body = el("body", *self._blocks, after, self._section(last))
        element: Any = parse_xml(body.replace("<w:body", f"<w:body {NAMES}", 1).encode())
        root: Any = self._document.element
        root.replace(root.body, element)
        file = BytesIO()
        self._document.save(file)
        return with_fixed_times(file.getvalue())

    def _section(self, pages: Pages) -> str:
        references = "".join(
            f'<w:footerReference w:type="{side}" r:id="{self._footer(footing)}"/>'
            for side, footing in pages.footings(self._mark)
        )
        return el("sectPr", references, page_properties(pages))

    def _footer(self, footing: Footing) -> str:
        """Make a footer's part once."""
        if footing not in self._footers:
            story: Any = self._document.part
            part, relation = story.add_footer_part()
            element: Any = part.element
            for child in list(element):
                element.remove(child)
            element.append(parse_xml(footing.xml.replace("<w:p>", f"<w:p {NAMES}>", 1).encode()))
            self._footers[footing] = relation
        return self._footers[footing]

    def _image(self, content: bytes, kind: str) -> str:
        """Put a picture into the package once, as it is."""
        digest = sha256(content).hexdigest()
        if digest not in self._pictures:
            name = PackURI(f"/word/media/image{len(self._pictures) + 1}.{kind}")
            part = ImagePart(name, _KINDS[kind], content)
            self._pictures[digest] = self._document.part.relate_to(part, RT.IMAGE)
        return self._pictures[digest]

    def _dress(self, *, is_duplex: bool) -> None:
        parts = {relation.reltype: relation.target_part for relation in self._document.part.rels.values()}
        _refill(self._document.styles.element, el("styles", definitions()))
        _refill(self._document.settings.element, settings(is_duplex=is_duplex))
        parts[RT.FONT_TABLE]._blob = font_table()


def _refill(element: Any, xml: str) -> None:
    """Put what we say in the place of what the template says."""
    root = xml[: xml.index(">")]
    wanted: Any = parse_xml((f"{root} {NAMES}" + xml[len(root) :]).encode())
    for child in list(element):
        element.remove(child)
    for child in list(wanted):
        element.append(child)


def _strip(document: DocxDocument) -> None:
    """Take out what the template has and nobody asked for."""
    for rels in (document.part.package.rels, document.part.rels):
        for name in [name for name, rel in rels.items() if rel.reltype in (*_UNWANTED, _EFFECTS)]:
            del rels[name]


def _describe(document: DocxDocument, told: Properties) -> None:
    said = document.core_properties
    moment = told.made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    said.title, said.author, said.subject = (_short(text) for text in (told.title, told.author, told.subject))
    said.created = said.modified = moment
    said.last_modified_by, said.language, said.revision = _CREATOR, "zh-CN", 1
    said.comments = said.keywords = said.category = ""


def _short(text: str) -> str:
    """Make a text fit for a property: one line of at most 255 characters."""
    plain = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(plain.split())[:255]

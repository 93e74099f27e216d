"""One page as the file has it: its size, what is drawn, its links, and its place in the structure."""

from collections.abc import Iterable
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject, xObjectName

from reports.paper.links import Annotation
from reports.paper.sheet import Sheet
from reports.paper.streams import Stream
from reports.paper.styles import MM


class Page(PDFObject):  # type: ignore[misc]
    """A page written as it stands; far cheaper than reportlab's own, which is built of a dozen objects."""

    __RefOnly__ = 1

    def __init__(self, sheet: Sheet, content: Stream, links: Iterable[Annotation], number: int | None) -> None:
        self._sheet = sheet
        self._content = content
        self._links = list(links)
        self._number = number

    def format(self, document: Any) -> bytes:
        """Write it once fonts, pictures and other pages have their numbers."""
        shape = self._sheet.shape
        width, height = (shape.height, shape.width) if shape.is_turned else (shape.width, shape.height)
        links = b" ".join(link.format(document) for link in self._links).decode("ascii")
        return "".join(
            (
                f"<</Type/Page/Parent {_reference(document, document.Pages)}",
                f"/MediaBox[0 0 {width * MM:.4f} {height * MM:.4f}]",
                "/Rotate 90" if shape.is_turned else "",
                f"/Resources<</Font {_named(document, 'BasicFonts')}{self._pictures(document)}>>",
                f"/Contents {_reference(document, self._content)}",
                f"/Annots[{links}]" if links else "",
                f"/StructParents {self._number}/Tabs/S" if self._number is not None else "",
                ">>",
            )
        ).encode("ascii")

    def _pictures(self, document: Any) -> str:
        names = [xObjectName(name) for name in self._sheet.pictures]
        entries = "".join(f"/{name} {_named(document, name)}" for name in names)
        return f"/XObject<<{entries}>>" if entries else ""


def _reference(document: Any, thing: Any) -> str:
    return _named(document, document.Reference(thing).name)


def _named(document: Any, name: str) -> str:
    return f"{document.number_of(name)} 0 R"

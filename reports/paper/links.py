"""Links within one document, written as they stand: each leads straight to a page and a height."""

from collections.abc import Iterable
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

from reports.paper.sheet import Link, Sheet


class Places:
    """Where the named places of all sheets are."""

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        self._found = {
            name: (f"Page{number}", *sheet.corner(y))
            for number, sheet in enumerate(sheets, start=1)
            for name, y in sheet.places
        }

    def annotation(self, sheet: Sheet, link: Link) -> "Annotation | None":
        """Make a link's annotation; none where its place is not in the document."""
        found = self._found.get(link.to)
        return Annotation(sheet.box(link.x, link.y, link.width, link.height), *found) if found is not None else None


class Annotation(PDFObject):  # type: ignore[misc]
    """A link as reportlab writes it into a page; far cheaper than its own, which are built of five objects each."""

    def __init__(self, box: tuple[float, float, float, float], page: str, left: float, top: float) -> None:
        self._box = box
        self._page = page
        self._corner = (left, top)

    def format(self, document: Any) -> bytes:
        """Write it once all pages have their numbers."""
        page = f"{document.number_of(self._page)} 0 R"
        box = " ".join(f"{edge:.2f}" for edge in self._box)
        left, top = self._corner
        where = f"/Dest [{page} /XYZ {left:.2f} {top:.2f} 0]"
        return f"<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [{box}] {where}>>".encode("ascii")

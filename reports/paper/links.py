"""Links within one document, written as they stand: each leads straight to a page and a height."""

from collections.abc import Iterable
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject, PDFObjectReference

from reports.paper.sheet import HEIGHT, Link, Sheet
from reports.paper.styles import MM


class Places:
    """Where the named places of all sheets are."""

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        self._found = {
            name: (f"Page{number}", (HEIGHT - y) * MM)
            for number, sheet in enumerate(sheets, start=1)
            for name, y in sheet.places
        }

    def annotation(self, link: Link) -> "Annotation | None":
        """Make a link's annotation; none where its place is not in the document."""
        found = self._found.get(link.to)
        return Annotation(link, *found) if found is not None else None


class Annotation(PDFObject):  # type: ignore[misc]
    """A link as reportlab writes it into a page; far cheaper than its own, which are built of five objects each."""

    def __init__(self, link: Link, page: str, top: float) -> None:
        self._link = link
        self._page = page
        self._top = top

    def format(self, document: Any) -> bytes:
        """Write it once all pages have their numbers."""
        link, page = self._link, PDFObjectReference(self._page).format(document).decode("ascii")
        left, bottom, right, top = link.x, HEIGHT - link.y - link.height, link.x + link.width, HEIGHT - link.y
        box = " ".join(f"{edge * MM:.2f}" for edge in (left, bottom, right, top))
        where = f"/Dest [{page} /XYZ 0 {self._top:.2f} 0]"
        return f"<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [{box}] {where}>>".encode("ascii")

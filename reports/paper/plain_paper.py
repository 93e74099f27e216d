"""Papers without cover and contents: laid by one function, then bound; and the title above their table."""

from collections.abc import Callable

from reports.content.imprint import Imprint
from reports.orders import MadePaper
from reports.paper.book import OutlineEntry, Properties, bind, fonts_used
from reports.paper.collecting import seldom_collecting
from reports.paper.faces import Faces
from reports.paper.flow import Flow
from reports.paper.laying import lay_note
from reports.paper.shape import PORTRAIT, Shape
from reports.paper.sheet import Furniture, put_text
from reports.paper.styles import MM, SMALL, TITLE
from reports.paper.titles import title_lines
from reports.paper.typesetter import Setting, Typesetter
from reports.wording import say

Lay = Callable[[Flow], None]

_BETWEEN, _UNDER_ABOUT = 3.0, 1.2


def print_plain(
    imprint: Imprint, faces: Faces, lay: Lay, *, shape: Shape = PORTRAIT, is_duplex: bool = False
) -> MadePaper:
    """Lay a paper out and bind it; what was noted while laying becomes its outline."""
    with seldom_collecting():
        typesetter = Typesetter(faces)
        flow = Flow(typesetter, Furniture(imprint.mark), is_duplex, shape)
        lay(flow)
        put_missing(flow)
        sheets = flow.finish()
        outline = [OutlineEntry(entry.title, entry.place, entry.level) for entry in flow.entries]
        return MadePaper(
            bind(sheets, typesetter, properties_of(imprint, faces), outline), len(sheets), tuple(typesetter.missing)
        )


def properties_of(imprint: Imprint, faces: Faces) -> Properties:
    """Say for the document what it is and which fonts it took."""
    subject = f"{imprint.subject}；{fonts_used(faces)}"
    return Properties(f"{imprint.title}：{imprint.school}", imprint.school, subject, imprint.made_at)


def put_title(flow: Flow, title: str, left: str = "", right: str = "") -> None:
    """Set a title on a fresh page, and under it what the table is about on the left and on the right."""
    flow.fresh_page()
    width = flow.shape.area_width
    lines = title_lines(flow.typesetter, title, TITLE, width * MM)
    flow.y = flow.sheet.put_all(lines, TITLE, flow.left, flow.y) + _BETWEEN
    if not (left or right):
        return
    said = flow.typesetter.text(left, SMALL, Setting((width - _width(flow, right) - _BETWEEN) * MM))
    put_text(flow.sheet, flow.typesetter, right, SMALL, (flow.left, flow.y, width), 1.0)
    flow.y = max(flow.sheet.put_all(said, SMALL, flow.left, flow.y), flow.y + SMALL.lead / MM) + _UNDER_ABOUT


def put_missing(flow: Flow) -> None:
    """Name the characters that no font had."""
    if flow.typesetter.missing:
        codes = "、".join(f"U+{ord(char):04X}" for char in flow.typesetter.missing)
        lay_note(flow, say("report.missing_glyphs", codes=codes))


def _width(flow: Flow, text: str) -> float:
    return flow.typesetter.line(text, SMALL).width / MM if text else 0.0

"""Papers with a cover and contents: what stands before the numbered pages, and all of it bound."""

from itertools import chain

from reports.content.imprint import Imprint
from reports.content.parts import Cover
from reports.orders import MadePaper
from reports.paper.book import LabelRange, OutlineEntry, bind
from reports.paper.faces import Faces
from reports.paper.flow import Flow
from reports.paper.front import contents_sheets, cover_sheet
from reports.paper.plain_paper import properties_of
from reports.paper.sheet import Furniture, Sheet
from reports.wording import say


def bind_booklet(flow: Flow, cover: Cover, imprint: Imprint, faces: Faces) -> MadePaper:
    """Put cover and contents before what was laid; when duplex, each starts on a front side."""
    parts = [
        [cover_sheet(cover, flow.typesetter)],
        contents_sheets(
            say("label.contents"), flow.entries, flow.typesetter, Furniture(imprint.mark), is_duplex=flow.is_duplex
        ),
    ]
    if flow.is_duplex:
        parts = [part + [Sheet()] * (len(part) % 2) for part in parts]
    front = list(chain.from_iterable(parts))
    sheets = [*front, *flow.finish()]
    labels = (LabelRange(0, "", imprint.title), LabelRange(len(parts[0]), "R"), LabelRange(len(front), "D"))
    outline = [OutlineEntry(entry.title, entry.place, entry.level % 2) for entry in flow.entries]
    content = bind(sheets, flow.typesetter, properties_of(imprint, faces), outline, labels)
    return MadePaper(content, len(sheets), tuple(flow.typesetter.missing))

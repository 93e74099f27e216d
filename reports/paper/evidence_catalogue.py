"""The list of evidence on paper: a title and one table by clause, as in the annex of the report."""

from reports.content.evidence_catalogue import Catalogue
from reports.orders import MadePaper
from reports.paper.book import Properties, bind, fonts_used
from reports.paper.collecting import seldom_collecting
from reports.paper.faces import Faces
from reports.paper.flow import Flow
from reports.paper.placing import Align
from reports.paper.plain_tables import EVIDENCE, evidence_rows
from reports.paper.rows import RowMaker, Text
from reports.paper.sheet import AREA_WIDTH, Furniture, line_top, put_text
from reports.paper.styles import SMALL, TABLE, TABLE_HEAD, TITLE
from reports.paper.table import Table, lay_table
from reports.paper.typesetter import Typesetter
from reports.wording import say, words

_TITLE_LINE, _ABOUT_LINE, _TABLE_LINE = 1, 3, 4


def print_catalogue(catalogue: Catalogue, faces: Faces) -> MadePaper:
    """Lay the list out and bind it."""
    with seldom_collecting():
        typesetter = Typesetter(faces)
        flow = Flow(typesetter, Furniture(catalogue.mark))
        _head(flow, catalogue)
        _table(flow, catalogue)
        sheets = flow.finish()
        title = say("catalogue.title")
        subject = f"{catalogue.subject}；{fonts_used(faces)}"
        properties = Properties(f"{title}：{catalogue.school}", catalogue.school, subject, catalogue.made_at)
        return MadePaper(bind(sheets, typesetter, properties), len(sheets), tuple(typesetter.missing))


def _head(flow: Flow, catalogue: Catalogue) -> None:
    flow.new_page()
    place = (flow.left, line_top(_TITLE_LINE), AREA_WIDTH)
    put_text(flow.sheet, flow.typesetter, say("catalogue.title"), TITLE, place, 0.5)
    below = (flow.left, line_top(_ABOUT_LINE), AREA_WIDTH)
    put_text(flow.sheet, flow.typesetter, catalogue.about, SMALL, below, 0.5)
    flow.y = line_top(_TABLE_LINE)


def _table(flow: Flow, catalogue: Catalogue) -> None:
    maker = RowMaker(flow.typesetter, EVIDENCE)
    heads = words("evidence.heads")
    none = Text(say("label.none"), TABLE, Align.CENTRE, span=len(heads), is_middle=True)
    rows = tuple(evidence_rows(maker, catalogue.groups)) or (maker.row([none]),)
    table = Table(maker.head(heads, TABLE_HEAD), rows, EVIDENCE.width, continued=say("label.continued"), gap=1.0)
    lay_table(flow, table)

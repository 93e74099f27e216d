"""The list of evidence on paper: a title and one table by clause, as in the annex of the report (paper.md 08)."""

from reports.content.evidence_catalogue import Catalogue
from reports.orders import MadePaper
from reports.paper.faces import Faces
from reports.paper.flow import Flow
from reports.paper.laying import lay_note, some_or_none
from reports.paper.plain_paper import print_plain, put_title
from reports.paper.plain_tables import evidence_maker, evidence_rows
from reports.paper.styles import TABLE_HEAD
from reports.paper.table import Table, lay_table
from reports.wording import say, words


def print_catalogue(catalogue: Catalogue, faces: Faces, *, is_duplex: bool = False) -> MadePaper:
    """Lay the list out and bind it; one without pieces says 无."""

    def lay(flow: Flow) -> None:
        put_title(flow, say("catalogue.title"), catalogue.about)
        _table(flow, catalogue)
        if catalogue.groups:
            lay_note(flow, say("evidence.note"))

    return print_plain(catalogue.imprint, faces, lay, is_duplex=is_duplex)


def _table(flow: Flow, catalogue: Catalogue) -> None:
    maker = evidence_maker(flow.typesetter, catalogue.groups)
    heads = words("evidence.heads")
    rows = some_or_none(maker, evidence_rows(maker, catalogue.groups))
    lay_table(flow, Table(maker.head(heads, TABLE_HEAD), rows, maker.form.width))

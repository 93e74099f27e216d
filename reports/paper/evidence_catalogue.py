"""The list of evidence on paper: a title and one table by clause, as in the annex of the report (paper.md 08)."""

from reports.content.evidence_catalogue import Catalogue
from reports.content.parts import EvidenceGroup
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
        lay_evidence(flow, catalogue.groups)

    return print_plain(catalogue.imprint, faces, lay, is_duplex=is_duplex)


def lay_evidence(flow: Flow, groups: tuple[EvidenceGroup, ...], gap: float = 0.0) -> None:
    """Set the list by clause, and what is to be known about it."""
    maker = evidence_maker(flow.typesetter, groups)
    head, rows = maker.head(words("evidence.heads"), TABLE_HEAD), some_or_none(maker, evidence_rows(maker, groups))
    lay_table(flow, Table(head, rows, maker.form.width, gap=gap))
    lay_note(flow, say("evidence.note") if groups else "")

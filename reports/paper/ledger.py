"""The rectification ledger (整改台账) as a paper of its own, on lying sheets (paper.md 07)."""

from reports.content.imprint import Imprint
from reports.content.ledger import Ledger
from reports.orders import MadePaper
from reports.paper.faces import Faces
from reports.paper.flow import Flow
from reports.paper.laying import lay_noted
from reports.paper.ledger_table import ledger_table
from reports.paper.plain_paper import print_plain, put_title
from reports.paper.shape import LANDSCAPE


def print_ledger(ledger: Ledger, imprint: Imprint, faces: Faces, *, is_duplex: bool = False) -> MadePaper:
    """Lay the ledger out and bind it; one without findings says 无."""

    def lay(flow: Flow) -> None:
        put_title(flow, imprint.title, ledger.about, ledger.counted_on)
        lay_noted(flow, ledger_table(flow.typesetter, ledger.lines), ledger.note)

    return print_plain(imprint, faces, lay, shape=LANDSCAPE, is_duplex=is_duplex)

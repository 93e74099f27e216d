"""What the pictures show of the ledger of findings."""

from gui.shell.rooms.findings import FindingsRoom
from gui.shell.tabs import Tab
from models.vocabulary import FindingNumber
from scripts.studio import Studio


def ledger(studio: Studio) -> None:
    """Picture the ledger of findings, as a table and as a board."""
    room = studio.room(Tab.FINDINGS)
    assert isinstance(room, FindingsRoom)
    room.screen.show_finding(FindingNumber(1))
    studio.wait(500)
    studio.picture("ledger")
    room.screen.view.show_board(True)
    studio.wait(200)
    studio.picture("ledger-board")
    room.screen.view.show_board(False)

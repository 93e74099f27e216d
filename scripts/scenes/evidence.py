"""What the pictures show of the evidence."""

from functools import partial

from gui.evidence.number_dialog import NumberDialog
from gui.pieces.duplicates import DuplicatesDialog
from gui.shell.rooms.evidence import EvidenceRoom
from gui.shell.tabs import Tab
from models.vocabulary import EvidenceKind, ItemKey
from scripts.studio import Studio
from services.evidence.intake import Offer

_SHOWN_ITEM = "11-9"
_PATTERN, _YEAR = "{年度}-{条款}-{要点}-{序号}", 2025
_OFFERED = 3


def evidence(studio: Studio) -> None:
    """Picture the evidence, a photograph chosen."""
    room = studio.room(Tab.EVIDENCE)
    assert isinstance(room, EvidenceRoom)
    photograph = next(
        piece.evidence.id
        for piece in studio.workspace.evidence.register.pieces(studio.assessment)
        if piece.evidence.kind is EvidenceKind.PHOTO
    )
    room.screen.show_piece(photograph)
    studio.wait(1500)
    studio.picture("evidence")


def numbering(studio: Studio) -> None:
    """Picture another rule for the numbers of evidence, tried on what is here; nothing is numbered anew."""
    register, assessment = studio.workspace.evidence.register, studio.assessment
    first = next(iter(studio.workspace.assessments.checklist(assessment).binding_items())).key
    renumbered = partial(register.renumbered, assessment)
    dialog = NumberDialog(_PATTERN, first, _YEAR, renumbered, studio.desktop.window)
    dialog.open()
    dialog.anew.click()
    studio.wait(200)
    studio.picture("numbering", of=dialog)
    dialog.reject()


def duplicates(studio: Studio) -> None:
    """Picture the question about files that are here already; they are left out."""
    vault, assessment = studio.workspace.evidence, studio.assessment
    pieces = [piece.evidence for piece in vault.register.pieces(assessment) if piece.evidence.sha256]
    offers = [Offer(ItemKey(_SHOWN_ITEM), one.name, vault.file_of(one)) for one in pieces[:_OFFERED]]
    taken = vault.intake.take_in(assessment, offers)
    dialog = DuplicatesDialog(taken.duplicates, studio.desktop.window)
    dialog.open()
    studio.wait(200)
    studio.picture("duplicates", of=dialog)
    dialog.reject()

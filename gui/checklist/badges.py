"""What the badges on an item's evidence say: the most pressing thing of each piece."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from gui.pieces.words import flag_words
from models.vocabulary import EvidenceId
from services.checklist import Checklist, ItemRow
from services.evidence.flags import REUSED_FROM, EvidenceFlag, flags_of


def badges_of(
    row: ItemRow,
    checklist: Checklist,
    today: date,
    *,
    lost: frozenset[EvidenceId] = frozenset(),
    reused_from: int = REUSED_FROM,
) -> Mapping[EvidenceId, str]:
    """Say of each piece that something is wrong with what that is; a missing date alone is not worth a badge."""
    if not row.evidence:
        return {}
    served = Counter(piece.id for item in checklist.items() for piece in item.evidence)
    badges: dict[EvidenceId, str] = {}
    for piece in row.evidence:
        flags = flags_of(piece, served[piece.id], checklist.year, today, reused_from=reused_from)
        flags = (EvidenceFlag.LOST, *flags) if piece.id in lost else flags
        if flags and flags[0] is not EvidenceFlag.UNDATED:
            badges[piece.id] = flag_words(flags[0], served[piece.id])
    return badges

"""Which pieces are shown: pure rules over rows."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from checklists.key_labels import label_of
from gui.pieces.words import short_name
from models.folding import folded
from models.vocabulary import EvidenceId, EvidenceKind
from resources import word
from services.evidence.flags import REUSED_FROM, EvidenceFlag, flags_of
from services.evidence.register import PieceRow
from services.hits import words_of
from services.initials import initials


@dataclass(frozen=True, slots=True)
class PieceShown:
    """A piece, what is wrong with it, and what it is searched by."""

    piece: PieceRow
    flags: tuple[EvidenceFlag, ...]
    searched: str


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What is asked of a piece; every part must hold, an empty part asks nothing."""

    text: str = ""
    flag: EvidenceFlag | None = None
    kind: EvidenceKind | None = None
    department: str | None = None

    @property
    def is_empty(self) -> bool:
        """Say whether it asks anything at all."""
        return self == Narrowing()


def shown_pieces(
    pieces: Iterable[PieceRow],
    year: int,
    today: date,
    *,
    lost: frozenset[EvidenceId] = frozenset(),
    reused_from: int = REUSED_FROM,
) -> tuple[PieceShown, ...]:
    """Lay what is wrong and what is searched beside every piece; serving so many items is worth a second look."""
    found = (
        (piece, flags_of(piece.evidence, len(piece.items), year, today, reused_from=reused_from)) for piece in pieces
    )
    return tuple(_shown(piece, flags, is_lost=piece.evidence.id in lost) for piece, flags in found)


def narrowed(shown: Iterable[PieceShown], wanted: Narrowing) -> tuple[PieceShown, ...]:
    """Give the pieces that hold to the narrowing, in order."""
    words = words_of(wanted.text)
    return tuple(one for one in shown if _holds(one, wanted) and all(word in one.searched for word in words))


def flag_counts(shown: Iterable[PieceShown]) -> Counter[EvidenceFlag]:
    """Count what is wrong."""
    return Counter(flag for one in shown for flag in one.flags)


def departments_in(shown: Sequence[PieceShown]) -> tuple[str, ...]:
    """Name the departments that pieces have, in the order they come."""
    return tuple(dict.fromkeys(one.piece.evidence.department for one in shown if one.piece.evidence.department))


def _shown(piece: PieceRow, flags: tuple[EvidenceFlag, ...], *, is_lost: bool) -> PieceShown:
    row = piece.evidence
    if is_lost:
        flags = (EvidenceFlag.LOST, *flags)
    said = (
        row.number,
        row.name,
        row.department,
        row.note,
        row.whereabouts,
        word(row.kind),
        *map(label_of, piece.items),
    )
    text = folded(" ".join(said))
    return PieceShown(piece, flags, f"{text}\n{initials(short_name(row) + row.department)}")


def _holds(one: PieceShown, wanted: Narrowing) -> bool:
    row = one.piece.evidence
    return (
        (wanted.flag is None or wanted.flag in one.flags)
        and (wanted.kind is None or wanted.kind is row.kind)
        and (wanted.department is None or wanted.department == row.department)
    )

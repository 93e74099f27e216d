"""The list of an assessment's evidence (佐证材料目录): by clause for paper, piece by piece for a sheet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from checklists.key_labels import label_of
from models.vocabulary import EvidenceId
from reports.content import tables
from reports.content.imprint import Imprint, imprint_of
from reports.content.parts import EvidenceGroup
from reports.wording import say
from resources import word
from services.checklist import ItemRow, MeasureRow
from services.dossiers import Dossier
from services.evidence.register import PieceRow


@dataclass(frozen=True, slots=True)
class CatalogueLine:
    """One piece; `place` is its file within the folder, or where a link leads or a paper lies."""

    number: str
    name: str
    kind: str
    formed_on: date | None
    valid_until: date | None
    year: int | None
    pages: int | None
    department: str
    items: str
    measure: str
    place: str
    note: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the list says of itself, and its pieces twice: as rows by clause and as lines of a sheet."""

    imprint: Imprint
    about: str
    groups: tuple[EvidenceGroup, ...]
    lines: tuple[CatalogueLine, ...]


def build_catalogue(
    dossier: Dossier,
    places: Mapping[EvidenceId, str],
    made_at: datetime,
    pages: tables.PageCounts = tables.NO_COUNTS,
) -> Catalogue:
    """Compose the list; the same dossier, places, moment and counts of pages give the same values."""
    checklist, listed = dossier.checklist, dossier.pieces
    homes = {item.key: (measure, item) for measure in checklist.measures() for item in measure.items}
    placed = [(piece, *homes[piece.items[0]]) for piece in listed if piece.items[0] in homes]
    moment = f"{made_at:%Y-%m-%d %H:%M}"
    about = {"school": checklist.school.name, "year": checklist.year}
    return Catalogue(
        imprint=imprint_of(say("catalogue.title"), dossier, made_at),
        about=say("catalogue.about", **about, count=len(placed), moment=moment),
        groups=tuple(_groups(placed, pages)),
        lines=tuple(_line(piece, measure, item, places, pages) for piece, measure, item in placed),
    )


def title_of(measure: MeasureRow) -> str:
    """Name a clause by number and heading."""
    return f"{measure.number}  {measure.heading}" if measure.number else measure.heading


def _groups(placed: list[tuple[PieceRow, MeasureRow, ItemRow]], pages: tables.PageCounts) -> Iterable[EvidenceGroup]:
    by_measure: dict[str, list[tuple[PieceRow, MeasureRow, ItemRow]]] = {}
    for one in placed:
        by_measure.setdefault(one[1].ref, []).append(one)
    for found in by_measure.values():
        lines = tuple(tables.evidence_line(item, piece.evidence, pages) for piece, _, item in found)
        yield EvidenceGroup(title_of(found[0][1]), say("evidence.count", count=len(lines)), lines)


def _line(
    piece: PieceRow,
    measure: MeasureRow,
    item: ItemRow,
    places: Mapping[EvidenceId, str],
    pages: tables.PageCounts,
) -> CatalogueLine:
    row = piece.evidence
    return CatalogueLine(
        number=row.number,
        name=row.name,
        kind=word(row.kind),
        formed_on=row.formed_on,
        valid_until=row.valid_until,
        year=row.year,
        pages=pages.get(row.id),
        department=row.department or item.answer.department,
        items="、".join(map(label_of, piece.items)),
        measure=title_of(measure),
        place=places.get(row.id) or row.whereabouts or say("catalogue.lost", name=row.name),
        note=row.note,
        sha256=row.sha256,
    )

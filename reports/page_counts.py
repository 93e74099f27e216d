"""How many pages a piece of evidence has, where its file can tell."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from models.vocabulary import EvidenceId, EvidenceKind
from reports.errors import UnreadablePdfError
from services.checklist import EvidenceRow
from services.dossiers import Dossier
from services.evidence.errors import EvidenceMissingError

_PDF = "application/pdf"


def page_counts(dossier: Dossier) -> Mapping[EvidenceId, int]:
    """Count the pages of an assessment's photographs and PDFs; other files and lost ones are not there."""
    rows = {row.id: row for item in dossier.checklist.binding_items() for row in item.evidence}
    counted = ((one, _count(dossier, row)) for one, row in rows.items())
    return {one: count for one, count in counted if count}


def _count(dossier: Dossier, row: EvidenceRow) -> int:
    if row.kind is EvidenceKind.PHOTO:
        return 1
    if row.media_type != _PDF or dossier.file_of is None:
        return 0
    try:
        return _pages_of(dossier.file_of(row))
    except EvidenceMissingError:
        return 0


@lru_cache(maxsize=4096)
def _pages_of(path: Path) -> int:
    """Count a file's pages once: evidence lies under its fingerprint and never changes."""
    from reports.preview import Pages  # a report without PDFs need not load what reads them

    try:
        pages = Pages(path)
    except UnreadablePdfError:
        return 0
    pages.close()
    return pages.count

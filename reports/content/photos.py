"""The photographs of the evidence (现场照片): which there are, what stands under each, and where its file lies."""

import re
from dataclasses import dataclass
from pathlib import Path

from models.vocabulary import EvidenceId, EvidenceKind
from reports.wording import say
from services.checklist import EvidenceRow, ItemRow
from services.dossiers import Dossier
from services.evidence.errors import EvidenceMissingError

_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")


@dataclass(frozen=True, slots=True)
class PhotoLine:
    """A photograph with its captions; `file` is None where it is gone, `file_name` says which it was."""

    number: int
    item: str
    caption: str
    about: str
    file_name: str
    file: Path | None


def photo_lines(dossier: Dossier) -> tuple[PhotoLine, ...]:
    """List the photographs in the order of the document, each once."""
    found: dict[EvidenceId, tuple[ItemRow, EvidenceRow]] = {}
    for item in dossier.checklist.binding_items():
        for row in item.evidence:
            if row.kind is EvidenceKind.PHOTO:
                found.setdefault(row.id, (item, row))
    return tuple(_photo(dossier, place, *one) for place, one in enumerate(found.values(), start=1))


def titled(row: EvidenceRow) -> str:
    """Name a piece as a list does: a file without what its name says of its form."""
    is_file = row.kind in (EvidenceKind.FILE, EvidenceKind.PHOTO)
    return (_SUFFIX.sub("", row.name) if is_file else "") or row.name


def _photo(dossier: Dossier, number: int, item: ItemRow, row: EvidenceRow) -> PhotoLine:
    """Say a photograph; its day is the camera's where that is known."""
    taken = row.taken_at.date() if row.taken_at else row.formed_on
    key = "photos.taken" if row.taken_at else "photos.formed" if taken else "photos.undated"
    about = say(key, number=row.number, day=taken.isoformat() if taken else "")
    caption = say("photos.caption", number=number, name=titled(row))
    return PhotoLine(number, item.label, caption, about, row.name, _file(dossier, row))


def _file(dossier: Dossier, row: EvidenceRow) -> Path | None:
    try:
        return dossier.file_of(row) if dossier.file_of else None
    except EvidenceMissingError:
        return None

"""The files of evidence: found where they lie, and copied for other programs to open."""

import shutil
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from models.blobs import Blobs
from models.durable import disk_refusals
from models.errors import BlobMissingError
from models.store import Store
from models.vocabulary import EvidenceId
from services.evidence.errors import EvidenceMissingError, NotOpenableError
from services.media import is_openable, safe_name


class Held(Protocol):
    """What has a file: a row of any list, or a plain line of the store."""

    @property
    def id(self) -> int:
        """Say which piece it is."""

    @property
    def name(self) -> str:
        """Name its file."""

    @property
    def media_type(self) -> str:
        """Say what is in the file."""

    @property
    def sha256(self) -> str:
        """Name its content."""


def file_in(blobs: Blobs, held: Held) -> Path:
    """Say where a file lies, to be read and never written; raises EvidenceMissingError."""
    try:
        return blobs.find(held.sha256)
    except BlobMissingError as error:
        raise EvidenceMissingError(EvidenceId(held.id), held.name) from error


def openable_copy(store: Store, held: Held) -> Path:
    """Make a read-only copy that another program may open; raises NotOpenableError, EvidenceMissingError."""
    if not is_openable(held.media_type, held.name):
        raise NotOpenableError(held.name)
    return viewing_copy(store.viewing, file_in(store.blobs, held), safe_name(held.name, held.media_type))


def viewing_copy(viewing: Path, source: Path, name: str) -> Path:
    """Make a copy that other programs may read and that is swept away with the folder; raises StoreError."""
    folder = viewing / uuid4().hex[:8]
    with disk_refusals(folder):
        folder.mkdir(mode=0o700, parents=True)
        copy = folder / name
        shutil.copyfile(source, copy)
        copy.chmod(0o444)
    return copy

"""An edition's report as it was printed when it was frozen: a file beside the evidence, named by its SHA-256."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from models import compiled
from models.blobs import Blobs
from models.errors import BlobMissingError
from models.store import Store
from services.dossiers import Dossier
from services.editions.values import Paper, PrintedPaper

Printer = Callable[[Dossier], PrintedPaper]
"""Prints the report of what is being frozen; whoever asks for an edition brings it, as no service knows a page."""


@contextmanager
def taken(store: Store, printed: PrintedPaper) -> Iterator[Paper]:
    """Take a printed report in before its row is written; it goes again where no row came to rest on it."""
    blob = store.blobs.take_bytes(printed.content, printed.name)
    try:
        yield Paper(printed.name, blob.sha256, blob.size, printed.pages, "".join(printed.missing))
    finally:
        if blob.is_new and not _is_held(store, blob.sha256):
            store.blobs.discard(blob.sha256)


def kept(blobs: Blobs, paper: Paper) -> PrintedPaper | None:
    """Give a printed report back; None where its file is lost or no longer what it was."""
    try:
        content = blobs.find(paper.sha256).read_bytes()
    except (BlobMissingError, OSError):
        return None
    if hashlib.sha256(content).hexdigest() != paper.sha256:
        return None
    return PrintedPaper(paper.name, content, paper.pages, tuple(paper.missing))


def paper_values(paper: Paper) -> dict[str, str | int]:
    """Write out the columns of a printed report."""
    return {
        "paper_sha256": paper.sha256,
        "paper_name": paper.name,
        "paper_missing": paper.missing,
        "paper_size": paper.size,
        "paper_pages": paper.pages,
    }


def _is_held(store: Store, sha256: str) -> bool:
    with store.reading() as work:
        return any(line.sha256 == sha256 for line in work.all(compiled.BLOBS))

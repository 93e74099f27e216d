"""An official document of any city, read from its file: header, sections, clauses, units, figures, problems."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from checklists.reading.apart import done_apart
from checklists.reading.exchange import ReadDocument, packed, unpacked
from checklists.reading.formats import content_of, lines_of
from checklists.reading.problems import Problem
from checklists.reading.structure import structure_of


def read(path: Path, *, waiting: Callable[[], None] = lambda: None) -> ReadDocument:
    """Read a txt, docx, pdf or html file in a process of its own; raises the DocumentError that says why it cannot be.

    `waiting` is called now and then and may raise to give up.
    """
    return unpacked(done_apart(read_packed, path, waiting=waiting))


def read_here(path: Path) -> ReadDocument:
    """Read a file that is trusted, in this process."""
    content = content_of(path)
    skipped: list[Problem] = []
    lines = lines_of(content, path, skipped)
    return ReadDocument(structure_of(lines, skipped=skipped), tuple(lines), sha256(content).hexdigest())


def read_packed(path: Path) -> bytes:
    """Read a file and write what was read, as a child process does."""
    return packed(read_here(path))

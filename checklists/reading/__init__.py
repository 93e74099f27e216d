"""An official document of any city, read from its file: header, sections, clauses, units, figures, problems."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # whoever needs only what was read does not wait for the readers
    from checklists.reading.exchange import ReadDocument
    from checklists.reading.problems import Problem


def read(path: Path, *, waiting: Callable[[], None] = lambda: None) -> "ReadDocument":
    """Read a txt, docx, pdf or html file in a process of its own; raises the DocumentError that says why it cannot be.

    `waiting` is called now and then and may raise to give up.
    """
    from checklists.reading.apart import done_apart
    from checklists.reading.exchange import unpacked

    return unpacked(done_apart(read_packed, path, waiting=waiting))


def read_here(path: Path) -> "ReadDocument":
    """Read a file that is trusted, in this process."""
    from checklists.reading.exchange import ReadDocument
    from checklists.reading.formats import content_of, lines_of
    from checklists.reading.structure import structure_of

    content = content_of(path)
    skipped: list[Problem] = []
    lines = lines_of(content, path, skipped)
    return ReadDocument(structure_of(lines, skipped=skipped), tuple(lines), sha256(content).hexdigest())


def read_packed(path: Path) -> bytes:
    """Read a file and write what was read, as a child process does."""
    from checklists.reading.exchange import packed

    return packed(read_here(path))

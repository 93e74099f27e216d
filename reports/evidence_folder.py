"""All evidence of an assessment as a folder tree by number, with its list and a manifest of hashes."""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from uuid import uuid4

from models.vocabulary import EvidenceId
from reports.content.evidence_catalogue import build_catalogue, title_of
from reports.errors import ExportTargetError, TargetRefusedError
from reports.page_counts import page_counts
from reports.paper.evidence_catalogue import print_catalogue
from reports.paper.faces import faces, wanted_mode
from reports.sheets.evidence_catalogue import catalogue_sheet
from reports.wording import say
from services.checklist import Checklist, EvidenceRow
from services.dossiers import Dossier
from services.evidence.errors import EvidenceMissingError
from services.evidence.register import PieceRow
from services.media import safe_part
from services.progress import Progress, silent

FileOf = Callable[[EvidenceRow], Path]

_FOLDER, _NAME = 40, 60
"""The longest folder and file names: three folders and a file stay well within what old systems open."""

_SUFFIX = 10
_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ExportedFolder:
    """Where the evidence went, how many files, and what could not be taken along."""

    folder: Path
    files: int
    size: int
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Copy:
    """A file to be copied to its place in the tree."""

    row: EvidenceRow
    place: PurePosixPath


def export_evidence(
    checklist: Checklist,
    pieces: Sequence[PieceRow],
    file_of: FileOf,
    target: Path,
    progress: Progress = silent,
    *,
    made_at: datetime,
) -> ExportedFolder:
    """Write the tree under another name and give it its own when all is there.

    Raises ExportTargetError, TargetRefusedError, NoFontError, and CancelledError; nothing is left behind then.
    """
    place = target.resolve()
    partial = place.with_name(f"voccheck-{uuid4().hex[:8]}.partial")
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise ExportTargetError(target)
        exported = _write(checklist, pieces, file_of, partial, progress, made_at)
        _take_place(partial, place)
    except OSError as error:
        raise TargetRefusedError(target, error.errno) from error
    finally:
        shutil.rmtree(_long(partial), ignore_errors=True)
    return ExportedFolder(target, *exported)


def places_of(checklist: Checklist, pieces: Sequence[PieceRow]) -> dict[EvidenceId, PurePosixPath]:
    """Say where in the tree each file goes: section, clause, item, then number and name."""
    folders = dict(_folders(checklist))
    taken: set[str] = set()
    places: dict[EvidenceId, PurePosixPath] = {}
    for piece in pieces:
        row = piece.evidence
        if row.sha256 and piece.items[0] in folders:
            places[row.id] = _apart(folders[piece.items[0]] / _file_name(row), taken)
    return places


def _write(
    checklist: Checklist,
    pieces: Sequence[PieceRow],
    file_of: FileOf,
    folder: Path,
    progress: Progress,
    made_at: datetime,
) -> tuple[int, int, tuple[str, ...]]:
    places = places_of(checklist, pieces)
    copies = [_Copy(piece.evidence, places[piece.evidence.id]) for piece in pieces if piece.evidence.id in places]
    _long(folder).mkdir(parents=True)
    sums, lost = _copied(copies, file_of, folder, progress)
    known = {row: str(place) for row, place in places.items() if str(place) in sums}
    dossier = Dossier(checklist, pieces=tuple(pieces), file_of=file_of)
    catalogue = build_catalogue(dossier, known, made_at, page_counts(dossier))
    for name, content in (
        (say("catalogue.sheet_file"), catalogue_sheet(catalogue)),
        (say("catalogue.paper_file"), print_catalogue(catalogue, faces(wanted_mode())).content),
    ):
        sums[name] = _put(_long(folder / name), content)
    manifest = "".join(f"{digest}  {place}\n" for place, digest in sums.items())
    _put(_long(folder / say("catalogue.manifest_file")), manifest.encode())
    progress.step(len(copies) + 1, len(copies) + 1)
    return len(sums) - 2, sum(copy.row.size for copy in copies if str(copy.place) in sums), lost


def _copied(
    copies: Sequence[_Copy], file_of: FileOf, folder: Path, progress: Progress
) -> tuple[dict[str, str], tuple[str, ...]]:
    sums: dict[str, str] = {}
    lost: list[str] = []
    for done, copy in enumerate(copies):
        progress.step(done, len(copies) + 1, copy.row.name)
        target = _long(folder / copy.place)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            digest = _copy(file_of(copy.row), target, lambda: progress.step(done, len(copies) + 1, copy.row.name))  # noqa: B023
        except EvidenceMissingError:
            digest = ""
        if digest == copy.row.sha256:
            sums[str(copy.place)] = digest
        else:  # gone, or no longer what was taken in: it must not go out under its number
            target.unlink(missing_ok=True)
            lost.append(f"{copy.row.number} {copy.row.name}")
    return sums, tuple(lost)


def _copy(source: Path, target: Path, step: Callable[[], None]) -> str:
    digest = hashlib.sha256()
    with source.open("rb") as reading, target.open("xb") as writing:
        while piece := reading.read(_PIECE):
            digest.update(piece)
            writing.write(piece)
            step()
        writing.flush()
        os.fsync(writing.fileno())
    return digest.hexdigest()


def _put(path: Path, content: bytes) -> str:
    with path.open("xb") as writing:
        writing.write(content)
        writing.flush()
        os.fsync(writing.fileno())
    return hashlib.sha256(content).hexdigest()


def _take_place(partial: Path, target: Path) -> None:
    if target.exists():
        target.rmdir()
    try:
        _long(partial).rename(_long(target))
    except OSError as error:
        if error.errno in (errno.ENOTEMPTY, errno.EEXIST):
            raise ExportTargetError(target) from error
        raise


def _folders(checklist: Checklist) -> Iterator[tuple[str, PurePosixPath]]:
    for number, section in enumerate(checklist.sections, start=1):
        outer = PurePosixPath(safe_part(f"{number:02d} {section.heading}", _FOLDER))
        for measure in section.measures:
            inner = outer / safe_part(title_of(measure), _FOLDER)
            for item in measure.items:
                yield item.key, inner / safe_part(item.label, _FOLDER)


def _file_name(row: EvidenceRow) -> str:
    stem, dot, suffix = row.name.rpartition(".")
    suffix = safe_part(suffix, _SUFFIX) if dot and suffix.isascii() and suffix.isalnum() else ""
    stem = stem if suffix else row.name
    name = f"{safe_part(row.number, _FOLDER)} {safe_part(stem, _NAME)}"
    return f"{name}.{suffix}" if suffix else name


def _apart(place: PurePosixPath, taken: set[str]) -> PurePosixPath:
    """Keep two files apart that some system would take for one."""
    found, copy = place, 1
    while str(found).casefold() in taken:
        copy += 1
        found = place.with_name(f"{place.stem} ({copy}){place.suffix}")
    taken.add(str(found).casefold())
    return found


def _long(path: Path) -> Path:
    """Name a path so that Windows opens it however long it is."""
    if os.name != "nt" or str(path).startswith("\\\\"):
        return path
    return Path("\\\\?\\" + str(path.resolve()))

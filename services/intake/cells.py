"""The cells of a foreign workbook, read within limits in a process of their own."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from checklists.reading import errors as documents
from checklists.reading.apart import done_apart
from checklists.reading.archive import Archive
from services.intake import errors

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.cell.cell import MergedCell

MOST_BYTES = 20_000_000
MOST_UNPACKED = 80_000_000
MOST_ROWS = 100_000
MOST_COLUMNS = 200
MOST_SHEETS = 20
_SECONDS = 40.0
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REFUSALS: dict[type[documents.DocumentError], type[errors.SheetError]] = {
    documents.DocumentMissingError: errors.SheetMissingError,
    documents.UnknownFormatError: errors.NotASheetError,
    documents.OldFormatError: errors.OldSheetError,
    documents.EncryptedDocumentError: errors.EncryptedSheetError,
    documents.MacroDocumentError: errors.MacroSheetError,
    documents.HostileDocumentError: errors.HostileSheetError,
    documents.DamagedDocumentError: errors.DamagedSheetError,
    documents.TooLargeDocumentError: errors.TooLargeSheetError,
    documents.ReadingStoppedError: errors.SheetStoppedError,
}


@dataclass(frozen=True, slots=True)
class Given:
    """What stands in a cell; `kind` is text, number, percent, day, or formula for what is no value of its own."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its cells by row and column, both from 1, and the ranges that were merged."""

    name: str
    cells: dict[tuple[int, int], Given]
    merges: tuple[tuple[int, int, int, int], ...] = ()

    def text(self, row: int, column: int) -> str:
        """Give a cell as words, "" where it is empty."""
        found = self.cells.get((row, column))
        return found.text.strip() if found else ""

    def rows(self) -> list[int]:
        """Give the numbers of the rows that hold anything."""
        return sorted({row for row, _ in self.cells})

    def is_merged(self, row: int, column: int) -> bool:
        """Say whether a cell is one with others."""
        return any(r1 <= row <= r2 and c1 <= column <= c2 for r1, c1, r2, c2 in self.merges)


def _nobody_waits() -> None:
    """Wait in silence."""


def grids_of(path: Path, *, waiting: Callable[[], None] = _nobody_waits) -> tuple[Grid, ...]:
    """Read all sheets of a workbook; raises the SheetError that says why it cannot be read.

    `waiting` is called some twenty times a second and may raise to give up.
    """
    try:
        answer = done_apart(read_cells, path, seconds=_SECONDS, waiting=waiting)
    except documents.DocumentError as refusal:
        raise _REFUSALS.get(type(refusal), errors.DamagedSheetError)(path) from refusal
    return tuple(_grid(one) for one in json.loads(answer))


def read_cells(path: Path) -> bytes:
    """Read a workbook's cells as JSON; for the child process, raises DocumentError."""
    content = _content(path)
    archive = Archive(content, path)
    _check_size(content, path)
    merges = _merges(archive, path)
    try:
        read = [{"name": name, "cells": cells} for name, cells in _sheets(content, path)]
    except documents.DocumentError:
        raise
    except Exception as refusal:  # openpyxl raises of every kind over what is no workbook
        raise documents.DamagedDocumentError(path) from refusal
    return json.dumps([one | {"merges": merges.get(str(one["name"]), [])} for one in read]).encode()


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():  # a pipe or a device may never end
            raise documents.DocumentMissingError(path)
        if path.stat().st_size > MOST_BYTES:
            raise documents.TooLargeDocumentError(path)
        content = path.read_bytes()
    except OSError as refusal:
        raise documents.DocumentMissingError(path) from refusal
    if content.startswith(_OLE):
        raise (documents.EncryptedDocumentError if _LOCKED in content else documents.OldFormatError)(path)
    if not content.startswith(b"PK"):
        raise documents.UnknownFormatError(path)
    return content


def _check_size(content: bytes, path: Path) -> None:
    with ZipFile(BytesIO(content)) as plain:
        if sum(entry.file_size for entry in plain.infolist()) > MOST_UNPACKED:
            raise documents.TooLargeDocumentError(path)


def _merges(archive: Archive, path: Path) -> dict[str, list[list[int]]]:
    """Give the merged ranges by sheet; a document type in any part is refused on the way."""
    if not archive.has("xl/workbook.xml"):
        raise documents.UnknownFormatError(path)
    trees = {name: archive.xml(name) for name in archive.names() if name.endswith((".xml", ".rels"))}
    links = trees.get("xl/_rels/workbook.xml.rels")
    targets = {one.get("Id"): _part(one.get("Target", "")) for one in links} if links is not None else {}
    found = {}
    for sheet in trees["xl/workbook.xml"].iter(f"{_MAIN}sheet"):
        part = trees.get(targets.get(sheet.get(_LINK), ""))
        if part is not None:
            found[sheet.get("name", "")] = [_range(one.get("ref", "")) for one in part.iter(f"{_MAIN}mergeCell")]
    return found


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)


def _range(ref: str) -> list[int]:
    from openpyxl.utils.cell import range_boundaries

    c1, r1, c2, r2 = range_boundaries(ref)
    return [int(r1 or 1), int(c1 or 1), int(r2 or MOST_ROWS), int(c2 or MOST_COLUMNS)]


def _sheets(content: bytes, path: Path) -> Iterator[tuple[str, list[list[object]]]]:
    import warnings

    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
    if len(book.worksheets) > MOST_SHEETS:
        raise documents.TooLargeDocumentError(path)
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        yield sheet.title, list(_cells(sheet.iter_rows(), path))


def _cells(rows: "Iterable[tuple[SheetCell | MergedCell, ...]]", path: Path) -> Iterator[list[object]]:
    for number, row in enumerate(rows, start=1):
        if number > MOST_ROWS or len(row) > MOST_COLUMNS:
            raise documents.TooLargeDocumentError(path)
        for cell in row:
            if cell.value is not None:
                yield [cell.row, cell.column, *_given(cell)]


def _given(cell: "SheetCell | MergedCell") -> tuple[str, str]:
    value: Any = cell.value
    match value:
        case _ if cell.data_type in ("f", "e"):
            return "formula", str(value)
        case bool():
            return "text", str(value)
        case datetime() | date():
            return "day", value.isoformat()[:10]
        case int() | float() | Decimal():
            return ("percent" if "%" in str(cell.number_format) else "number"), f"{Decimal(repr(value)):f}"
        case _:
            return "text", _unescaped(str(value))


def _unescaped(text: str) -> str:
    """Undo the escapes in which OOXML writes control characters, and its line ends."""
    plain = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return plain.replace("\r\n", "\n").replace("\r", "\n")


def _grid(one: dict[str, Any]) -> Grid:
    cells = {(row, column): Given(kind, text) for row, column, kind, text in one["cells"]}
    return Grid(one["name"], cells, tuple((r1, c1, r2, c2) for r1, c1, r2, c2 in one["merges"]))

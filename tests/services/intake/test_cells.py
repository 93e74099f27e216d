"""Workbooks that nobody should trust are refused within limits, each with its reason."""

import json
import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from checklists.reading import errors as documents
from resources.refusals import sentence
from services.intake import errors
from services.intake.cells import grids_of, read_cells
from services.progress import CancelledError

_BOMB = b"<x>" + b" " * 60_000_000 + b"</x>"
_ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
_OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _book(path: Path) -> Path:
    book = Workbook()
    assert book.active is not None
    book.active["A1"] = "编号"
    book.active["B2"] = 0.469
    book.active["B2"].number_format = "0.0%"
    book.active["C3"] = "=1+1"
    book.active.merge_cells("A5:B6")
    book.save(path)
    return path


def _with_part(path: Path, name: str, content: bytes) -> Path:
    made = BytesIO()
    with zipfile.ZipFile(_book(path)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.namelist():
            if entry != name:
                target.writestr(entry, source.read(entry))
        target.writestr(name, content)
    path.write_bytes(made.getvalue())
    return path


def test_cells_come_with_their_kind_and_merged_ranges(tmp_path: Path) -> None:
    (grid,) = grids_of(_book(tmp_path / "a.xlsx"))
    assert grid.text(1, 1) == "编号"
    assert (grid.cells[2, 2].kind, grid.cells[2, 2].text) == ("percent", "0.469")
    assert grid.cells[3, 3].kind == "formula"
    assert grid.merges == ((5, 1, 6, 2),)
    assert grid.is_merged(6, 2)
    assert not grid.is_merged(4, 1)


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", errors.NotASheetError),
        ("编号,状态".encode(), errors.NotASheetError),
        (b"PK\x03\x04 and nothing more", errors.DamagedSheetError),
        (_OLE + b"\0" * 600, errors.OldSheetError),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), errors.EncryptedSheetError),
    ],
)
def test_what_is_no_workbook_is_named(tmp_path: Path, content: bytes, refusal: type[errors.SheetError]) -> None:
    path = tmp_path / "b.xlsx"
    path.write_bytes(content)
    with pytest.raises(refusal) as refused:
        grids_of(path)
    assert "b.xlsx" in (sentence(refused.value) or "")


@pytest.mark.parametrize(
    ("part", "content", "refusal"),
    [
        ("xl/sharedStrings.xml", _ENTITIES, documents.HostileDocumentError),
        ("xl/worksheets/sheet1.xml", _OUTSIDE, documents.HostileDocumentError),
        ("xl/worksheets/sheet1.xml", _BOMB, documents.HostileDocumentError),
        ("xl/vbaProject.bin", b"macro", documents.MacroDocumentError),
        ("xl/worksheets/sheet1.xml", b"<worksheet", documents.DamagedDocumentError),
    ],
)
def test_what_is_built_to_harm_is_refused(
    tmp_path: Path, part: str, content: bytes, refusal: type[documents.DocumentError]
) -> None:
    with pytest.raises(refusal):
        read_cells(_with_part(tmp_path / "c.xlsx", part, content))


def test_a_workbook_cut_short_anywhere_is_refused(tmp_path: Path) -> None:
    whole = _book(tmp_path / "d.xlsx").read_bytes()
    for length in range(0, len(whole) - 1, max(1, len(whole) // 40)):
        cut = tmp_path / "e.xlsx"
        cut.write_bytes(whole[:length])
        with pytest.raises(documents.DocumentError):
            read_cells(cut)


def test_a_file_that_is_gone_and_a_folder_are_no_sheets(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")  # nobody writes to it: reading would wait for ever
    for path in (tmp_path / "gone.xlsx", tmp_path, tmp_path / "pipe.xlsx"):
        with pytest.raises(errors.SheetMissingError):
            grids_of(path)


def test_giving_up_is_heard_while_a_file_is_read(tmp_path: Path) -> None:
    def gave_up() -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        grids_of(_book(tmp_path / "f.xlsx"), waiting=gave_up)


def test_escapes_are_undone_as_spreadsheet_programs_do(tmp_path: Path) -> None:
    book = load_workbook(_book(tmp_path / "g.xlsx"))
    assert book.active is not None
    book.active["A9"] = "_x005F_x0041_"
    book.save(tmp_path / "g.xlsx")
    (sheet,) = json.loads(read_cells(tmp_path / "g.xlsx"))
    assert [9, 1, "text", "_x0041_"] in sheet["cells"]

"""What Excel calls damaged in a workbook, though openpyxl reads it (ECMA-376-1, 18.3.1.99 and the limits of Excel)."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx.oxml import parse_xml
from openpyxl import load_workbook
from openpyxl.worksheet.cell_range import CellRange

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ORDER = """sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges
scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting
dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks drawing"""
_LONGEST_TEXT, _LONGEST_NAME, _LONGEST_LIST, _HIGHEST, _WIDEST = 32_767, 31, 255, 409.5, 255.0
_BAD = set("[]:*?/\\\n\t")


def faults(content: bytes) -> list[str]:
    """List what Excel would mend or refuse."""
    with ZipFile(BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        roots: list[Any] = [parse_xml(archive.read(name)) for name in names]
        styles: Any = parse_xml(archive.read("xl/styles.xml"))
    count = len(styles.find(f"{S}cellXfs"))
    found = [f"{name}: {fault}" for name, root in zip(names, roots, strict=True) for fault in _sheet(root, count)]
    return [*found, *_tabs(content)]


def _tabs(content: bytes) -> Iterator[str]:
    names = load_workbook(BytesIO(content)).sheetnames
    if len({name.casefold() for name in names}) != len(names):
        yield "two tabs have one name"
    for name in names:
        if not 0 < _units(name) <= _LONGEST_NAME or _BAD & set(name) or name != name.strip("'"):
            yield f"{name!r} is no name for a tab"


def _sheet(root: Any, styles: int) -> Iterator[str]:
    children = [child.tag.removeprefix(S) for child in root]
    places = [_ORDER.split().index(child) for child in children]
    if places != sorted(places):
        yield f"out of order: {' '.join(children)}"
    if root.find(f".//{S}f") is not None:
        yield "there is a formula"
    for cell in root.iter(f"{S}c"):
        text = "".join(one.text or "" for one in cell.iter(f"{S}t"))
        if _units(text.replace("_x005F_", "_")) > _LONGEST_TEXT:
            yield f"{cell.get('r')} is too long"
        if int(cell.get("s", 0)) >= styles:
            yield f"{cell.get('r')} has no such style"
        if cell.get("t") == "inlineStr" and text != text.strip() and not _keeps_space(cell):
            yield f"{cell.get('r')} loses its spaces"
    yield from _measured(root)
    yield from _overlaid(root)


def _keeps_space(cell: Any) -> bool:
    return all("preserve" in one.attrib.values() for one in cell.iter(f"{S}t"))


def _measured(root: Any) -> Iterator[str]:
    numbers = [int(row.get("r")) for row in root.iter(f"{S}row")]
    if numbers != sorted(set(numbers)):
        yield "rows are out of order"
    yield from ("a row is too high" for row in root.iter(f"{S}row") if float(row.get("ht", 0)) > _HIGHEST)
    yield from ("a column is too wide" for one in root.iter(f"{S}col") if float(one.get("width")) > _WIDEST)
    for one in root.iter(f"{S}formula1"):
        if len(one.text) > _LONGEST_LIST:
            yield "a list of choices is too long"


def _overlaid(root: Any) -> Iterator[str]:
    merged = [CellRange(one.get("ref")) for one in root.iter(f"{S}mergeCell")]
    filtered = [CellRange(one.get("ref")) for one in root.iter(f"{S}autoFilter")]
    for place, one in enumerate(merged):
        if any(not one.isdisjoint(other) for other in (*merged[place + 1 :], *filtered)):
            yield f"{one.coord} lies over another range"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2

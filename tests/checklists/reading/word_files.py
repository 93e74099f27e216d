"""Small Word files for tests, part by part."""

import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)


def paragraph(text: str = "", *, list_number: str = "", depth: int = 0, bold: str = "", style: str = "") -> str:
    """A paragraph, in a list where a number is given; the words `bold` of it are in bold."""
    number = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_number}"/></w:numPr>' if list_number else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{number}</w:pPr>{''.join(runs(text, bold))}</w:p>"


def runs(text: str, bold: str) -> Iterable[str]:
    before, strong, after = text.partition(bold) if bold else (text, "", "")
    for piece, mark in ((before, ""), (strong, "<w:rPr><w:b/></w:rPr>"), (after, "")):
        if piece:
            yield f'<w:r>{mark}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'


def table(*rows: Iterable[str]) -> str:
    """A table of plain cells; ^ is a cell merged with the one above it, a row of one cell spans all columns."""
    width = max(len(list(row)) for row in rows)
    return f"<w:tbl>{''.join(table_row(list(row), width) for row in rows)}</w:tbl>"


def table_row(cells: list[str], width: int) -> str:
    span = f'<w:gridSpan w:val="{width}"/>' if len(cells) == 1 else ""
    return f"<w:tr>{''.join(table_cell(cell, span) for cell in cells)}</w:tr>"


def table_cell(text: str, span: str) -> str:
    merged = "<w:vMerge/>" if text == "^" else ""
    inner = "".join(paragraph(line) for line in ("" if merged else text).split("\n"))
    return f"<w:tc><w:tcPr>{span}{merged}</w:tcPr>{inner}</w:tc>"


def a_word_file(path: Path, *blocks: str, types: str = TYPES, **parts: str) -> Path:
    """Write a Word file of these blocks; further parts by their names in the folder word."""
    body = f"<w:document {SPACE}><w:body>{''.join(blocks)}</w:body></w:document>"
    return zipped(
        path,
        {"[Content_Types].xml": types, "word/document.xml": body, **{f"word/{k}.xml": v for k, v in parts.items()}},
    )


def zipped(path: Path, entries: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def numbering(*levels: tuple[str, str]) -> str:
    """A part with one list, number 1, of these levels: form and text; list 2 is the same begun anew."""
    written = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    return (
        f'<w:numbering {SPACE}><w:abstractNum w:abstractNumId="7">{written}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{anew}</w:num></w:numbering>'
    )

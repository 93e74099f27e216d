"""The order in which Word wants an element's children (ECMA-376-1, 17; transitional), and a check of it.

Word refuses a document with "unreadable content" where the order is not kept; python-docx does not mind.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx.oxml import parse_xml

from tests.reports.word.package import package_faults

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_P = """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid
spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl
divId cnfStyle rPr sectPr pPrChange"""
_R = """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
eastAsianLayout specVanish oMath"""
_TBL = """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd
tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"""
_TC = "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
_SECT = """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType
cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"""
_STYLE = """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked
personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"""
_SETTINGS = """writeProtection view zoom removePersonalInformation mirrorMargins alignBordersAndEdges proofState
defaultTabStop autoHyphenation evenAndOddHeaders drawingGridHorizontalSpacing characterSpacingControl updateFields
footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator"""
_SIDES = "top left start bottom right end insideH insideV tl2br tr2bl"
_COMPAT = "useSingleBorderforContiguousCells spaceForUL doNotExpandShiftReturn useFELayout compatSetting"
ORDERS = {
    "pPr": _P,
    "rPr": _R,
    "tblPr": _TBL,
    "tcPr": _TC,
    "sectPr": _SECT,
    "style": _STYLE,
    "settings": _SETTINGS,
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "tblBorders": _SIDES,
    "tcBorders": _SIDES,
    "tblCellMar": _SIDES,
    "pBdr": "top left bottom right between bar",
    "compat": _COMPAT,
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
    "pic": "nvPicPr blipFill spPr",
    "spPr": "xfrm custGeom prstGeom noFill solidFill ln",
    "font": "altName panose1 charset family notTrueType pitch sig",
}
MAY_HOLD = {
    "body": "p tbl sectPr",
    "tc": "tcPr p tbl",
    "p": "pPr r hyperlink bookmarkStart bookmarkEnd",
    "hyperlink": "r bookmarkStart bookmarkEnd",
    "r": "rPr t tab br noBreakHyphen fldChar instrText drawing",
    "ftr": "p",
}
"""All that our documents say; Word knows more."""


def faults(content: bytes) -> list[str]:
    """List what Word would stumble over in a document's parts and in how they hang together."""
    found = package_faults(content)
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml") and "theme" not in name:
                root: Any = parse_xml(archive.read(name))
                found += [f"{name}: {fault}" for fault in _faults(root)]
    return found


def _faults(root: Any) -> Iterator[str]:
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        name, children = _name(element), [_name(child) for child in element]
        if name in ORDERS:
            yield from _misplaced(name, children)
        if name == "tc" and (not children or children[-1] != "p"):
            yield "a cell does not end in a paragraph"
        if name == "body" and (children[-2:] == ["tbl", "sectPr"] or children[-1] != "sectPr"):
            yield "the body does not end in a paragraph and its section"
        if name in ("p", "r") and f"{name}Pr" in children[1:]:
            yield f"{name}Pr is not the first of {name}"
        if name in MAY_HOLD:
            yield from (f"{child} stands in {name}" for child in children if child not in MAY_HOLD[name].split())
        if name == "tr":
            yield from _spans(element)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _misplaced(name: str, children: list[str]) -> Iterator[str]:
    order = ORDERS[name].split()
    yield from (f"{child} is none of {name}" for child in children if child not in order)
    places = [order.index(child) for child in children if child in order]
    if places != sorted(places):
        yield f"the children of {name} are out of order: {' '.join(children)}"
    if name not in ("tbl", "tr", "sectPr", "styles", "compat") and len(set(children)) != len(children):
        yield f"{name} says something twice: {' '.join(children)}"


def _spans(row: Any) -> Iterator[str]:
    """Hold the cells of a row against the columns of its table."""
    grid = [int(column.get(f"{W}w")) for column in row.getparent().find(f"{W}tblGrid")]
    start = 0
    for cell in row.findall(f"{W}tc"):
        properties = cell.find(f"{W}tcPr")
        span = properties.find(f"{W}gridSpan")
        count = 1 if span is None else int(span.get(f"{W}val"))
        if int(properties.find(f"{W}tcW").get(f"{W}w")) != sum(grid[start : start + count]):
            yield "a cell is not as wide as its columns"
        start += count
    if start != len(grid):
        yield "a row does not fill its table"

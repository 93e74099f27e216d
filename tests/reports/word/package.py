"""How the parts of a document hang together: relationships, content types, styles, bookmarks, fields and numbers.

Word calls a document damaged where one of these is broken, though each part by itself is well formed (ECMA-376-2).
"""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any
from zipfile import ZipFile

from docx.oxml import parse_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_LONGEST_NAME, _LARGEST = 40, 2**31 - 1
_NUMBERS = {"w": 31_680, "sz": 3_276, "pos": 31_680, "line": 31_680, "before": 31_680, "after": 31_680, "val": _LARGEST}
_VALUES = {
    "jc": "left center right both distribute",
    "vAlign": "top center bottom",
    "fldChar": "begin separate end",
    "br": "page textWrapping",
}
_NEEDED = {
    "gridCol": ("w",),
    "tcW": ("w", "type"),
    "tblW": ("w", "type"),
    "pgSz": ("w", "h"),
    "pgMar": ("top", "right", "bottom", "left", "header", "footer", "gutter"),
    "tab": (),
    "fldChar": ("fldCharType",),
    "bookmarkStart": ("id", "name"),
    "bookmarkEnd": ("id",),
    "pStyle": ("val",),
    "footerReference": ("type",),
}


def package_faults(content: bytes) -> list[str]:
    """List what does not hang together."""
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return [*_packed(parts), *_told(parts)]


def _packed(parts: dict[str, bytes]) -> Iterator[str]:
    """Hold relationships and content types against the parts that are there."""
    types: Any = parse_xml(parts["[Content_Types].xml"])
    suffixes = {one.get("Extension") for one in types if one.get("Extension")}
    named = {one.get("PartName").lstrip("/") for one in types if one.get("PartName")}
    yield from (f"{name} is listed and not there" for name in named - parts.keys())
    for name in parts.keys() - named - {"[Content_Types].xml"}:
        if name.rsplit(".", 1)[-1] not in suffixes:
            yield f"{name} has no content type"
    for name, content in parts.items():
        if name.endswith(".rels"):
            yield from _related(name, content, parts)


def _related(name: str, content: bytes, parts: dict[str, bytes]) -> Iterator[str]:
    root: Any = parse_xml(content)
    folder, source = dirname(dirname(name)), name.rsplit("/", 1)[-1].removesuffix(".rels")
    ids = [one.get("Id") for one in root]
    if len(set(ids)) != len(ids):
        yield f"{name} gives an id twice"
    for one in root:
        target = normpath(join(folder, one.get("Target"))).lstrip("/")
        if one.get("TargetMode") != "External" and target not in parts:
            yield f"{name} leads to {target}, which is not there"
    if source:
        wanted: Any = parse_xml(parts[join(folder, source)]) if source.endswith(".xml") else ()
        used = {value for one in wanted.iter() for key, value in one.attrib.items() if key.startswith(R)}
        yield from (f"{source} asks for {one}, which nothing relates to" for one in used - set(ids))


def _told(parts: dict[str, bytes]) -> Iterator[str]:
    styles: Any = parse_xml(parts["word/styles.xml"])
    known = [one.get(f"{W}styleId") for one in styles.iter(f"{W}style")]
    if len(set(known)) != len(known):
        yield "two styles have one id"
    drawings = []
    for name in parts:
        if name.startswith(("word/document", "word/footer", "word/header", "word/styles")) and name.endswith(".xml"):
            root: Any = parse_xml(parts[name])
            yield from _styled(root, set(known))
            yield from _bookmarked(root)
            yield from _fields(root)
            yield from _valued(root)
            drawings += [int(one.get("id")) for one in root.iter(f"{WP}docPr")]
    if len(set(drawings)) != len(drawings) or any(not 0 < number <= _LARGEST for number in drawings):
        yield "two drawings have one number"


def _styled(root: Any, known: set[str]) -> Iterator[str]:
    for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
        used = {one.get(f"{W}val") for one in root.iter(f"{W}{tag}")}
        yield from (f"{tag} names {one}, which is no style" for one in used - known)


def _bookmarked(root: Any) -> Iterator[str]:
    starts, ends = list(root.iter(f"{W}bookmarkStart")), list(root.iter(f"{W}bookmarkEnd"))
    ids = Counter(one.get(f"{W}id") for one in starts)
    names = Counter(one.get(f"{W}name") for one in starts)
    if ids != Counter(one.get(f"{W}id") for one in ends) or any(count > 1 for count in (ids | names).values()):
        yield "bookmarks do not begin and end once each"
    for name in names:
        if len(name) > _LONGEST_NAME or not name.replace("_", "a").isalnum() or name[0].isdigit():
            yield f"{name} is no name for a bookmark"
    wanted = {one.get(f"{W}anchor") for one in root.iter(f"{W}hyperlink")}
    wanted |= {one.text.split()[1] for one in root.iter(f"{W}instrText") if one.text and "PAGEREF" in one.text}
    yield from (f"nothing is marked {name}" for name in wanted - names.keys())


def _fields(root: Any) -> Iterator[str]:
    """Go through fields in the order in which they stand: each begins, may show something, and ends."""
    open_ones: list[str] = []
    for one in root.iter(f"{W}fldChar"):
        kind = one.get(f"{W}fldCharType")
        if kind == "begin":
            open_ones.append(kind)
        elif not open_ones or (kind == "separate" and open_ones[-1] != "begin"):
            yield f"a field has {kind} in the wrong place"
        elif kind == "separate":
            open_ones[-1] = kind
        else:
            open_ones.pop()
    if open_ones:
        yield "a field does not end"


def _valued(root: Any) -> Iterator[str]:
    for one in root.iter():
        name = one.tag.removeprefix(W) if isinstance(one.tag, str) else ""
        yield from (f"{name} lacks {need}" for need in _NEEDED.get(name, ()) if one.get(W + need) is None)
        value = one.get(f"{W}val") or one.get(f"{W}fldCharType") or one.get(f"{W}type")
        if name in _VALUES and value is not None and value not in _VALUES[name].split():
            yield f"{name} is {value}"
        for key, said in one.attrib.items():
            most = _NUMBERS.get(key.removeprefix(W), 0) if key.startswith(W) else 0
            if most and said.lstrip("-").isdigit() and abs(int(said)) > most:
                yield f"{name} has {key.removeprefix(W)} {said}"

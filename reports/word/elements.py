"""WordprocessingML as text: elements in the order in which they are given, and what people typed as text only."""

import re
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from reports.turning import in_order

TWIPS = 1440 / 25.4
"""Twentieths of a point in a millimetre."""

NAMES = " ".join(
    (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
    )
)
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_PIECES = re.compile("([\n\t\u2011])")
_MARKS = {"\n": "<w:br/>", "\t": "<w:tab/>", "\u2011": "<w:noBreakHyphen/>"}
_WITHIN_NUMBER = re.compile(r"(?<=\d)-(?=\d)")


def el(name: str, /, *inner: str, **attributes: object) -> str:
    """Give an element of the main namespace; its attributes are of that namespace too."""
    said = "".join(_said(key, str(value)) for key, value in attributes.items())
    content = "".join(inner)
    return f"<w:{name}{said}>{content}</w:{name}>" if content else f"<w:{name}{said}/>"


@lru_cache(maxsize=4096)
def _said(key: str, value: str) -> str:
    """Give an attribute: few different ones make up a document."""
    return f" w:{key}={quoteattr(value)}"


def twips(millimetres: float) -> int:
    """Give a length as Word counts it."""
    return round(millimetres * TWIPS)


def written(text: str) -> str:
    """Give typed text with its line breaks and tabs; what XML cannot hold stands as its code point."""
    shown = _UNWRITABLE.sub(_code, plain_lines(in_order(text)))
    return "".join(_MARKS.get(piece) or _piece(piece) for piece in _PIECES.split(shown) if piece)


def plain_lines(text: str) -> str:
    """Give a text whose lines all end alike."""
    return _LINE_ENDS.sub("\n", text)


def unbroken(text: str) -> str:
    """Keep numbers such as 7-2-01 on one line: Word breaks behind a hyphen."""
    return _WITHIN_NUMBER.sub("\u2011", text)


def attribute(text: str) -> str:
    """Give typed text as an attribute's value, on one line and in quotation marks."""
    return quoteattr(_UNWRITABLE.sub(_code, " ".join(in_order(text).split())))


def _piece(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def _code(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"

"""What a document asks of the program that opens it."""

from reports.word.elements import NAMES, el
from reports.word.styles import OTHERS

_HAN, _LATIN = "86", "00"
"""Sets of characters by Windows' numbers: GB 2312, and Western."""
_WORD = "http://schemas.microsoft.com/office/word"
_BEHAVES = {
    "compatibilityMode": "15",
    "overrideTableStyleFontSizeAndJustification": "1",
    "enableOpenTypeFeatures": "1",
    "doNotFlipMirrorIndents": "1",
}


def settings(*, is_duplex: bool) -> str:
    """Ask for mirrored margins when duplex, for feet apart on odd and even pages, and for squeezed punctuation."""
    behaves = (el("compatSetting", name=name, uri=_WORD, val=value) for name, value in _BEHAVES.items())
    return el(
        "settings",
        el("zoom", percent=100),
        el("mirrorMargins") if is_duplex else "",
        el("defaultTabStop", val=420),
        el("evenAndOddHeaders"),
        el("characterSpacingControl", val="compressPunctuation"),
        el("compat", el("spaceForUL"), el("doNotExpandShiftReturn"), el("useFELayout"), *behaves),
        el("themeFontLang", val="zh-CN", eastAsia="zh-CN"),
        el("decimalSymbol", val="."),
        el("listSeparator", val=","),
    )


def font_table() -> bytes:
    """Say which font may stand in for one that is not installed."""
    listed = "".join(_font(name, others) for name, others in OTHERS.items())
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + f"<w:fonts {NAMES}>{listed}</w:fonts>"
    ).encode()


def _font(name: str, others: str) -> str:
    """Describe a font; its set of characters makes a program choose one with Han where it knows none of the names."""
    charset = _LATIN if name.isascii() else _HAN
    return el("font", el("altName", val=others), el("charset", val=charset), el("family", val="roman"), name=name)

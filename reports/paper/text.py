"""The one door through which text comes onto paper: what people typed is text and nothing else."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_WORD = re.compile(r"^[^\d\s]+(?=\d)")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""They choose a variant of the character before them, and have no ink."""


def plain(text: str) -> str:
    """Compose the text (NFC) and drop what has no ink: controls, halves of surrogates, format characters."""
    text = _SELECTORS.sub("", unicodedata.normalize("NFC", text))
    if text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text).replace("\t", "  ")
    return "".join(char for char in text if char == "\n" or not _is_inkless(char))


def lines_of(text: str) -> list[str]:
    """Split text at its hard line breaks; each line is a paragraph of its own."""
    return plain(text).split("\n")


def parted(label: str) -> str:
    """Break an item's label between its word and its number, as a narrow column needs it: 目标 over 1-5."""
    return _WORD.sub(r"\g<0>\n", label)


def _is_inkless(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Cn")

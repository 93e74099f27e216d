"""The one door through which text comes onto paper: what people typed is text and nothing else."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def plain(text: str) -> str:
    """Compose the text (NFC) and drop what has no ink: controls, halves of surrogates, format characters."""
    text = _LINE_ENDS.sub("\n", text)
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text.replace("\t", "  "))
    return "".join(char for char in text if char == "\n" or not _is_inkless(char))


def lines_of(text: str) -> list[str]:
    """Split text at its hard line breaks; each line is a paragraph of its own."""
    return plain(text).split("\n")


def _is_inkless(char: str) -> bool:
    if "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
        return True
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Cn")

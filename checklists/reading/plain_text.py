"""Plain text files: UTF-8, GB18030 or UTF-16, with or without a byte order mark."""

import codecs
from collections.abc import Iterator
from pathlib import Path

from checklists.reading.errors import DamagedDocumentError
from checklists.reading.lines import Line
from checklists.reading.page_marks import without_page_marks

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
UNKNOWN = "\ufffd"

_MOST_UNKNOWN = 200  # one in so many characters may be damaged
_SAMPLE = 20_000
_CHINESE = dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80"), "gb18030")


def lines_of(content: bytes, path: Path) -> Iterator[Line]:
    """Read a text file's lines; raises DamagedDocumentError where it is no text."""
    yield from without_page_marks(list(_numbered(decoded(content, path))))


def _numbered(text: str) -> Iterator[Line]:
    """Give the lines their numbers, and their pages where form feeds part them."""
    number, has_pages = 0, "\f" in text
    for page, printed in enumerate(text.split("\f"), start=1):
        for line in printed.splitlines():
            number += 1
            yield Line(line, number, page if has_pages else None)


def decoded(content: bytes, path: Path, declared: str = "") -> str:
    """Decode bytes by their mark, else by what they are; `declared` is a code the file itself names."""
    marked = next((code for mark, code in _MARKS if content.startswith(mark)), None)
    named = _CHINESE.get(declared.lower(), declared)
    for code in filter(None, (marked, _wide_code(content), "utf-8", named, "gb18030")):
        try:
            text = content.decode(code)
        except (UnicodeDecodeError, LookupError):
            continue
        if not _is_binary(text):
            return text
    return _with_gaps(content, path)


def _with_gaps(content: bytes, path: Path) -> str:
    """Decode a text of which a few bytes are damaged; what cannot be told is U+FFFD."""
    texts = [content.decode(code, "replace") for code in ("utf-8", "gb18030")]
    best = min(texts, key=lambda text: text.count(UNKNOWN))
    if best.count(UNKNOWN) * _MOST_UNKNOWN > len(best) or _is_binary(best):
        raise DamagedDocumentError(path)
    return best


def _wide_code(content: bytes) -> str | None:
    """Tell UTF-16 without a mark: its line ends, blanks and full stops have a zero or the same byte at one place."""
    sample = content[:_SAMPLE]
    if len(sample) < 2 or len(content) % 2:
        return None
    scores = {
        "utf-16-le": _wide_letters(sample[0::2], sample[1::2]),
        "utf-16-be": _wide_letters(sample[1::2], sample[0::2]),
    }
    code = max(scores, key=lambda name: scores[name])
    return code if scores[code] > 0.7 * (len(sample) // 2) else None


def _wide_letters(low: bytes, high: bytes) -> int:
    """Count the pairs of bytes that are a Chinese character, a Chinese mark or an ASCII letter in UTF-16."""
    return sum(
        0x4E <= upper <= 0x9F
        or (upper == 0x30 and lower < 0x20)
        or upper == 0xFF
        or upper == 0x20
        or (not upper and lower >= 9)
        for lower, upper in zip(low, high, strict=False)
    )


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    odd = sum(1 for letter in sample if (letter < " " and letter not in "\t\n\r\f\v") or "\ue000" <= letter <= "\uf8ff")
    return "\x00" in sample or odd * 20 > len(sample)

"""The number a paragraph opens with: 第三章, 二、, （四）, 5., （6）, ⑦, ——."""

import re
from dataclasses import dataclass
from enum import StrEnum

from checklists.reading.folding import fold
from checklists.reading.numerals import NUMERAL, value_of, written


class Style(StrEnum):
    """How a number is written; each style is a level of its document."""

    PART = "part"
    CHAPTER = "chapter"
    DIVISION = "division"
    ARTICLE = "article"
    CHINESE = "chinese"
    CHINESE_BRACKETED = "chinese_bracketed"
    ARABIC = "arabic"
    DECIMAL = "decimal"
    DECIMAL_3 = "decimal_3"
    DECIMAL_4 = "decimal_4"
    ARABIC_BRACKETED = "arabic_bracketed"
    CIRCLED = "circled"
    DASH = "dash"


@dataclass(frozen=True, slots=True)
class Mark:
    """A number at the head of a paragraph: its style, its value (0 for a dash) and how many characters it takes."""

    style: Style
    value: int
    length: int
    is_half: bool = False


DECIMALS = (Style.DECIMAL, Style.DECIMAL_3, Style.DECIMAL_4)  # 1.1, 1.1.1, 1.1.1.1, as emergency plans number
_DECIMAL = re.compile(r"\d{1,2}((?:\.\d{1,2}){1,3})(?=\s+[^\d\s]|[\u4e00-\u9fff])\s*")
_COUNTED = re.compile(r"[万亿千百倍个元米吨公平亩年月日天小时分人名所家件项次级版度岁%]")
CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FORMS = (
    (Style.PART, re.compile(rf"第({NUMERAL}+|\d+)(?:[编篇](?=\s|$)|部分(?=[\s:、]|$))[:、]?\s*")),
    (Style.CHAPTER, re.compile(rf"第({NUMERAL}+|\d+)章\s*")),
    (Style.DIVISION, re.compile(rf"第({NUMERAL}+|\d+)节\s*")),
    (Style.ARTICLE, re.compile(rf"第({NUMERAL}+|\d+)条(?:之{NUMERAL}+)?(?![、,]|规定|款|的)[:.]?\s*")),
    (Style.CHINESE, re.compile(rf"({NUMERAL}{{1,4}})\s*[、.]\s*")),
    (Style.CHINESE_BRACKETED, re.compile(rf"\(?\s*({NUMERAL}{{1,4}})\s*\)[、.]?\s*")),
    (Style.ARABIC, re.compile(r"(\d{1,3})\s*(?:、|\.(?!\d|[a-z]{2})|\.(?=20\d\d年|\d{3}[\u4e00-\u9fff]))\s*")),
    (Style.ARABIC_BRACKETED, re.compile(r"\(?\s*(\d{1,3})\s*\)[、.]?\s*")),
    (Style.CIRCLED, re.compile(rf"([{CIRCLES}])\s*")),
    (Style.DASH, re.compile(r"(-{2,})\s*")),
)
_PRINTED = {
    Style.PART: "第{}编",
    Style.CHAPTER: "第{}章",
    Style.DIVISION: "第{}节",
    Style.ARTICLE: "第{}条",
    Style.CHINESE: "{}",
    Style.CHINESE_BRACKETED: "（{}）",
}


def mark_of(text: str) -> Mark | None:
    """Read the number a paragraph opens with, None where it opens with words."""
    folded = fold(text[:40])
    if text.startswith("—") and not text.startswith("——"):
        return Mark(Style.DASH, 0, len(text) - len(text.lstrip("—- "))) if len(text) > 20 else None
    for style, form in _FORMS:
        if (found := form.match(folded)) is not None:
            return _mark(style, found, folded)
    return _decimal(folded)


def _decimal(folded: str) -> Mark | None:
    """Read 1.1 before words it cannot count."""
    found = _DECIMAL.match(folded)
    if found is None or _COUNTED.match(folded, found.end()):
        return None
    parts = found[1].split(".")[1:]
    return Mark(DECIMALS[len(parts) - 1], int(parts[-1]), found.end()) if int(parts[-1]) else None


def label(style: Style, value: int) -> str:
    """Write a number as the paths of a document name it: 二, （三）, 4, 第五条."""
    if style is Style.DASH:
        return f"——{value}"
    if style in _PRINTED:
        return _PRINTED[style].format(written(value))
    return f"（{value}）" if style is Style.ARABIC_BRACKETED else str(value)


def _mark(style: Style, found: re.Match[str], folded: str) -> Mark | None:
    if style is Style.DASH:
        return Mark(style, 0, found.end())
    value = CIRCLES.index(found[1]) + 1 if style is Style.CIRCLED else value_of(found[1])
    if not value or value > 400:
        return None
    is_half = style is Style.CHINESE_BRACKETED and not folded.startswith("(")
    return Mark(style, value, found.end(), is_half)

"""The number of a document as it prints it: 某政发〔2021〕7号, 第18号, 某市人民政府令第18号."""

import re
from collections.abc import Sequence

from checklists.reading.folding import fold
from checklists.reading.lines import Paragraph

_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,14}(?:\[|\()?\s*(?:19|20)\d{2}\s*(?:\]|\))?\s*第?\s*\d{1,4}\s*号")
_ORDER = re.compile(r"(?:[\u4e00-\u9fff]{2,30}令\s*)?第\s*[\d一二三四五六七八九十百零〇]+\s*号(?:令)?")
_ORDERED = re.compile(
    r"(?:^|[\s(日])(?P<number>(?P<office>[\u4e00-\u9fff]{2,24}?(?:政府|委员会|[部局厅]))令\s*第?\s*\d+\s*号)"
)
_LONGEST_ORDER, _LONGEST_LINE = 80, 40


def is_a_number(folded: str) -> bool:
    """Tell whether a line in half-width forms is a document's number and nothing else."""
    return _NUMBER.fullmatch(folded) is not None


def number_in(lines: Sequence[Paragraph], told: str | None) -> str | None:
    """Find the number; `told` is what a site prints under that name, taken only where it is one."""
    if told and (found := _NUMBER.search(fold(told)) or _ORDER.search(fold(told))) is not None:
        return told[found.start() : found.end()]
    return next((number for one in lines if (number := _number_of(one)) is not None), None)


def ordering_office(lines: Sequence[Paragraph]) -> str | None:
    """Give the office of an order: 某市人民政府 of 某市人民政府令第18号."""
    orders = (_ORDERED.search(fold(one.text)) for one in lines if len(one.text) < _LONGEST_ORDER)
    return next((order["office"] for order in orders if order is not None), None)


def _number_of(paragraph: Paragraph) -> str | None:
    folded = fold(paragraph.text)
    if (order := _ORDERED.search(folded)) is not None and len(folded) < _LONGEST_ORDER:
        return paragraph.text[order.start("number") : order.end("number")]
    if _NUMBER.fullmatch(folded) or _ORDER.fullmatch(folded):
        return paragraph.text
    if len(folded) >= _LONGEST_LINE or folded.endswith("。") or "《" in folded:
        return None
    found = _NUMBER.search(folded)
    return paragraph.text[found.start() : found.end()] if found is not None else None

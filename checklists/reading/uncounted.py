"""Figures without a number: 一批, 定期, 一定比例, 大体相当."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checklists.reading import figure_forms as forms
from models.vocabulary import Comparator

_UNITS = (
    ("所", re.compile("(?:学校|院校|大学|中职校|高校)$")),
    ("家", re.compile("(?:企业|公司)$")),
    ("名", re.compile("(?:教师|名师|学者|人才|能手|导师|大师|带头人|名匠|工匠|骨干|校长|人员|讲师)$")),
    ("门", re.compile("(?:课程|精品课|示范课|课)$")),
    ("本", re.compile("教材$")),
)
_ACTS = re.compile(r"培育|遴选|建设|打造|选树|培养|推出|开发|形成|新建|认定|支持|评选|选拔|引进|创建")
_ATTRIBUTE = re.compile("具有|具备|兼具|占据|富有|掌握|拥有|熟悉|引领|支撑|符合|适应|体现|有")
_STOP = re.compile(r"[,。;:]")


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A figure without a number: where it stands and what it counts."""

    start: int
    end: int
    comparator: Comparator
    unit: str


def uncounted_in(text: str, masked: str) -> Iterator[Uncounted]:
    """Go through them; `masked` is the text without names of documents and quoted words."""
    yield from _batches(text, masked)
    yield from _regular(masked)
    for form, unit, comparator in (
        (forms.SOME, None, Comparator.AT_LEAST),
        (forms.BALANCED, "比值", Comparator.ABOUT),
        (forms.YEARLY_FUND, "万元", Comparator.AT_LEAST),
        (forms.HIGHER, "元", Comparator.ABOVE),
    ):
        for found in form.finditer(masked):
            yield Uncounted(found.start(), found.end(), comparator, unit or _unit_of_some(found[0]))
    yield from _reports(masked)


def _batches(text: str, masked: str) -> Iterator[Uncounted]:
    """Count every thing a 一批 lists: 一批名师、工作室和案例 are three."""
    for found in forms.BATCH.finditer(masked):
        phrase = _phrase(masked, found.end(), forms.BATCH)
        for start, stop in _things(phrase):
            place = found.end() + start
            thing = text[place : found.end() + stop]
            yield Uncounted(
                found.start() if not start else place, found.end() + stop, Comparator.AT_LEAST, _unit(thing)
            )


def _phrase(masked: str, start: int, again: re.Pattern[str]) -> str:
    """Give the words up to the next mark, or to where the same word opens the next list."""
    ends = [found.start() for form in (_STOP, again) if (found := form.search(masked, start)) is not None]
    return masked[start : min(ends, default=len(masked))]


def _things(phrase: str) -> Iterator[tuple[int, int]]:
    """Part a list at its marks, and at 和 between things of two kinds; a level (省、市级) is no thing."""
    start = 0
    for found in re.finditer("、|和|及|以及|$", phrase):
        piece = phrase[start : found.start()]
        if _ATTRIBUTE.match(piece) and "的" not in piece and "的" in phrase[found.start() :]:
            continue
        if (
            not piece.strip()
            or re.fullmatch(r"\d.*|[国省市县校区]|[国省市县校区]级|国家级|院士|各级", piece)
            or _act(piece, start)
        ):
            if _act(piece, start):
                return
            continue
        yield start, found.start()
        start = found.end()


def _act(piece: str, start: int) -> bool:
    """Tell whether words of a list begin a new sentence part rather than name a thing."""
    return start > 0 and re.match(r"(?:推动|推进|支持|加强|组织|开展|实施|力争|鼓励|促进|建立|完善)", piece) is not None


def _unit(thing: str) -> str:
    bare = re.sub(r"\([^()]*\)$", "", thing.strip())
    bare = re.sub(r"等$", "", bare)
    return next((unit for unit, form in _UNITS if form.search(bare)), "个")


def _regular(masked: str) -> Iterator[Uncounted]:
    """Count every act a 定期 lists: 定期开展抽查、普测 are two."""
    for found in forms.REGULAR.finditer(masked):
        phrase = _phrase(masked, found.end(), forms.REGULAR)
        verb = re.match("(?:开展|组织|举办|进行|召开)", phrase)
        things = list(_things(phrase)) if verb and not phrase.endswith("机制") else [(0, len(phrase))]
        if re.search("赴|等", phrase) and not re.search("等(?:督导|评价|活动|工作)", phrase):
            things = [(0, len(phrase))]
        for start, stop in things:
            begin = found.start() if not start else found.end() + start
            yield Uncounted(begin, found.end() + stop, Comparator.AT_LEAST, "次")


def _reports(masked: str) -> Iterator[Uncounted]:
    for found in forms.YEARLY_REPORT.finditer(masked):
        before = re.split("[,。;]", masked[: found.start()])[-1]
        levels = re.search("([省市县])、校", before)
        for _ in range(2 if levels else 1):
            yield Uncounted(found.start(), found.end(), Comparator.AT_LEAST, "份")


def _unit_of_some(words: str) -> str:
    return "%" if "比例" in words else "万元"

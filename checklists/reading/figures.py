"""The figures that a clause may be setting."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from checklists.reading import figure_forms as forms
from checklists.reading.clauses import Draft
from checklists.reading.deadlines import deadline_at
from checklists.reading.document import TextFigure
from checklists.reading.lines import Paragraph
from checklists.reading.mending import Mending, View
from checklists.reading.not_figures import sets_nothing
from checklists.reading.numerals import value_of
from checklists.reading.proportions import Proportion, proportions_in
from checklists.reading.uncounted import Uncounted, uncounted_in
from models.vocabulary import Comparator

_LONGEST_ANCHOR, _LONGEST_NAME = 20, 24
_TIMES = {"万": 10_000, "亿": 100_000_000, None: 1}
_SAME = {"㎡": "平方米", "m²": "平方米", "m2": "平方米"}
_HUNDRED = Decimal(100)
_COMPARATORS = (
    (
        Comparator.AT_MOST,
        re.compile(
            r"(?:不(?:得|应|能|宜|许|可)?(?:高于|超过|大于|多于|超出)|最多|最高|至多|控制在|低于等于)[^,。;\d]{0,12}$"
        ),
        None,
    ),
    (Comparator.BELOW, re.compile(r"(?<!不)(?<!不[得应能宜许可])(?:低于|少于|小于|不足|不到)[^,。;\d]{0,3}$"), None),
    (Comparator.ABOVE, re.compile(r"(?<!不)(?<!不[得应能宜许可])(?:超过|超|高于|大于|多于|突破)[^,。;\d]{0,8}$"), None),
    (Comparator.ABOUT, re.compile(r"(?:约|大约|近|接近)[^,。;\d]{0,2}$"), None),
    (Comparator.ABOUT, None, re.compile(r"\s*(?:左右|上下)")),
    (Comparator.AT_MOST, None, re.compile(r"\s*(?:以下|以内|之内|内)")),
    (Comparator.AT_LEAST, None, re.compile(r"\s*(?:及)?(?:以上|起)")),
)
_NEVER_DUE = ("年", "份")  # a span of years is its own time, a yearly report comes every year
_ALLOWED = re.compile(r"可(?:以)?(?:按|将|在)?[^,。;]{0,16}$")
_GIVEN = re.compile(r"按(?:照)?[^,。;]{0,10}$")


@dataclass(frozen=True, slots=True)
class _Hit:
    """A figure found in a paragraph's mended text."""

    start: int
    end: int
    comparator: Comparator
    value: Decimal | None
    max: Decimal | None
    unit: str


def figures_of(draft: Draft, mending: Mending) -> Iterator[TextFigure]:
    """Go through the figures of a clause, its heading's first."""
    heading = [draft.heading_place] if draft.heading_place is not None else []
    for paragraph in [*heading, *draft.paragraphs]:
        view = mending.view(paragraph)
        for hit in _hits(view.text):
            yield _figure(hit, draft, paragraph, view)


def _hits(text: str) -> list[_Hit]:
    masked = forms.MASKED.sub(_mask, text)
    hits = [hit for found in forms.FIGURE.finditer(masked) if (hit := _counted(found, masked)) is not None]
    hits += [_percent(found, masked) for found in forms.PERCENT_IN_WORDS.finditer(masked)]
    hits += [_ratio(found) for found in forms.RATIO.finditer(masked)]
    hits += [
        _Hit(found.start(), found.end(), Comparator.EQUAL, _HUNDRED, None, "%")
        for found in forms.EVERY.finditer(masked)
    ]
    hits += [_proportion(one, masked) for one in proportions_in(masked)]
    hits += [_uncounted(one) for one in uncounted_in(text, masked)]
    return _apart(sorted(hits, key=lambda hit: (hit.start, hit.value is None)))


def _mask(found: re.Match[str]) -> str:
    """Blank out a name; after a quoted word a figure may stand, after a number of a document none."""
    return ("■" if found[0][0] in "“「" else "□") * len(found[0])


def _apart(hits: Iterable[_Hit]) -> list[_Hit]:
    """Leave out a hit without a number that lies in another's words; the same words may set several figures."""
    kept: list[_Hit] = []
    for hit in hits:
        others = [other for other in kept if other.end > hit.start and (other.start, other.end) != (hit.start, hit.end)]
        if hit.value is not None or not others:
            kept.append(hit)
    return kept


def _counted(found: re.Match[str], text: str) -> _Hit | None:
    before, after = text[: found.start()], text[found.end() :]
    if not _is_a_figure(found, before, after):
        return None
    low = _value(found["low"], found["low_times"] or (found["times"] if found["high"] else None) or found["times"])
    high = _value(found["high"], found["times"]) if found["high"] else None
    unit = f"{_SAME.get(found['counter'], found['counter'])}{found['per'] or ''}"
    comparator = Comparator.RANGE if high is not None else _comparator(found, before, after, found["counter"])
    return _Hit(found.start(), found.end(), comparator, low, high, unit)


def _is_a_figure(found: re.Match[str], before: str, after: str) -> bool:
    if re.search(r"[\d.+/A-Za-z第□:-]$", before[-1:]) and not (found["high"] is None and before.endswith("-")):
        return False
    if sets_nothing(found["counter"], before, after):
        return False
    if forms.AGO.search(before) and not re.search(r"(?:近|满|每)$", before):
        return False
    if found["counter"] == "年" and not found["per"]:
        return _is_a_duration(found, before, after)
    return _is_counted_in_words(found, before, after) if not found["low"][0].isdigit() else True


def _is_a_duration(found: re.Match[str], before: str, after: str) -> bool:
    """Tell 3年以上 and 两年内 from 2025年, 三年制 and 5年一周期."""
    if forms.LASTS.search(before):
        return True
    if forms.WITHIN.match(after):  # 5年内培训2000人: the span is that figure's own
        return False
    if forms.YEAR.fullmatch(found["low"]) or re.search(r"(?:近|每|过去|最近|连续|未来|今后)$", before):
        return False
    if re.match(r"\s*(?:以上|内|之内|以内|时间|的?(?:工作|企业|教学|从业|实践|行业)?(?:经历|经验|教龄))", after):
        return True
    return re.search(
        r"(?:不少于|不低于|至少|达到|满|不超过)[^,。;\d]{0,2}$", before
    ) is not None and not after.startswith("累计")


def _is_counted_in_words(found: re.Match[str], before: str, after: str) -> bool:
    counter, value = found["counter"], value_of(found["low"])
    if found["low"] in ("百", "千") and counter in ("人", "名", "家", "所", "个", "门") and forms.ROUGH.search(before):
        return True
    if counter[0] not in forms.COUNTED_IN_WORDS or not value or found["low"] in ("百", "千", "千百", "零"):
        return False
    if counter in ("人", "倍") or forms.FIGURES_OF_SPEECH.match(after) or re.match(r"性|以", after):
        return counter == "倍" and value > 1
    if counter in ("个", "名", "家", "所", "门", "场", "轮") and value == 1:
        return (re.search(r"(?:至少|不少于|不低于|每)[^,。;\d]{0,14}$", before) is not None and counter != "个") or (
            re.search(r"(?:至少|不少于|不低于)[^,。;\d]{0,8}$", before) is not None
        )
    if counter == "个":
        return forms.BUILDS.search(before) is not None or forms.COUNTED_AFTER.search(f"{before}·{after}") is not None
    return True


def _value(word: str, times: str | None) -> Decimal:
    number = Decimal(word.replace(",", "")) if word[0].isdigit() else Decimal(value_of(word) or 0)
    return number * _TIMES[times]


def _percent(found: re.Match[str], text: str) -> _Hit:
    """Read 百分之三十点五."""
    rest = "".join(str(value_of(digit)) for digit in found["rest"] or "")
    value = Decimal(f"{value_of(found['low'])}.{rest or 0}")
    comparator = _comparator(found, text[: found.start()], text[found.end() :], "%")
    return _Hit(found.start(), found.end(), comparator, value, None, "%")


def _comparator(found: re.Match[str], before: str, after: str, counter: str) -> Comparator:
    for comparator, ahead, behind in _COMPARATORS:
        if _tells(ahead, behind, before, after):
            return comparator
    if found.groupdict().get("more"):
        return Comparator.ABOVE
    if counter == "%":
        return _share(found, before, after)
    return Comparator.EQUAL if counter == "天" else Comparator.AT_LEAST


def _share(found: re.Match[str], before: str, after: str) -> Comparator:
    """Compare a share without a word for it: 100% and 按30%的比例 are exact, 可按25% allows no more."""
    if found["low"] == "100" or (
        _GIVEN.search(before) and re.match("的比例|安排|计提|提取|给予|补助|奖励|缴纳|配套", after)
    ):
        return Comparator.EQUAL
    return Comparator.AT_MOST if _ALLOWED.search(before) else Comparator.AT_LEAST


def _ratio(found: re.Match[str]) -> _Hit:
    return _Hit(found.start(), found.end(), Comparator.AT_LEAST, Decimal(found["low"]), None, f":{found['high']}")


def _proportion(one: Proportion, text: str) -> _Hit:
    before, after = text[: one.start], text[one.end :]
    comparator = next((sign for sign, ahead, behind in _COMPARATORS if _tells(ahead, behind, before, after)), None)
    return _Hit(one.start, one.end, comparator or Comparator.AT_LEAST, one.value, None, one.unit)


def _tells(ahead: re.Pattern[str] | None, behind: re.Pattern[str] | None, before: str, after: str) -> bool:
    return (ahead is not None and ahead.search(before) is not None) or (
        behind is not None and behind.match(after) is not None
    )


def _uncounted(one: Uncounted) -> _Hit:
    return _Hit(one.start, one.end, one.comparator, None, None, one.unit)


def _figure(hit: _Hit, draft: Draft, paragraph: Paragraph, view: View) -> TextFigure:
    start = view.places[hit.start]
    return TextFigure(
        clause=draft.ref,
        name=_name(hit, view.text),
        comparator=hit.comparator,
        value=hit.value,
        max=hit.max,
        unit=hit.unit,
        deadline="" if hit.unit in _NEVER_DUE else _printed_deadline(hit, view.text) or draft.due,
        anchor=_anchor(hit, view, paragraph.text),
        line=paragraph.line_at(start),
    )


def _printed_deadline(hit: _Hit, text: str) -> str:
    begin, end = _begin(text, hit), text.find("。", hit.end)
    return deadline_at(text[begin : end if end >= 0 else len(text)], hit.start - begin)


def _begin(text: str, hit: _Hit) -> int:
    return text.rfind("。", 0, hit.start) + 1


def _name(hit: _Hit, text: str) -> str:
    """Name what is counted: the words after a count, those before a share."""
    after = re.split("[,。;、]", re.sub(r"^\s*(?:左右|以上|以内|以下|的)*", "", text[hit.end :]))[0].strip()
    before = re.split("[,。;]", text[: hit.start])[-1].lstrip("- ")
    before = re.sub(
        r"(?:不低于|不少于|达到|超过|不超过|不高于|至少|约|近|(?<![生人])均|为|到|占|按)+$", "", before
    ).strip()
    if (
        hit.unit in ("%", "倍", "年", "天", "个月", "人", "人次")
        or hit.unit.startswith((":", "元", "万元"))
        or not after
    ):
        return (before or after)[-_LONGEST_NAME:]
    return after[:_LONGEST_NAME]


def _anchor(hit: _Hit, view: View, printed: str) -> str:
    """Give the printed words that hold the figure, from the phrase's start where there is room."""
    begin = max(view.text.rfind(mark, 0, hit.start) for mark in ",。;、:") + 1
    stops = [place for mark in ",。;、" if (place := view.text.find(mark, hit.end)) >= 0]
    finish = min([*stops, len(view.text)])
    finish = min(finish, max(hit.end, hit.start + 12))
    begin = max(begin, finish - _LONGEST_ANCHOR)
    first, last = view.places[min(begin, hit.start)], view.places[finish - 1]
    return printed[first : last + 1].strip()

"""Targets, readings and what lies between them, in words: ≥ 2 倍, 46.9%, 还差 4 人（至少 50 人）."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.policy import Indicator
from gui.widgets.day_words import deadline_words
from models.vocabulary import Comparator, Judgement, Scope
from resources import word
from services.checklist import IndicatorRow
from services.judging import Doubt, Reading, Verdict, actual_value, bounds, is_time_to_take, may_be_more
from services.rounding import MOST_DECIMALS, least_decimals, rounded, shown_value

_tr = partial(QCoreApplication.translate, "figures")
_SIGNS = {Comparator.AT_LEAST: "≥ ", Comparator.ABOVE: "＞ ", Comparator.AT_MOST: "≤ ", Comparator.BELOW: "＜ "}


def number_words(value: Decimal, digits: int = MOST_DECIMALS) -> str:
    """Write a number with at most so many decimals and none that say nothing: 10,000, 46.9, 1.57."""
    text = f"{rounded(value, digits):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def with_unit(number: str, unit: str) -> str:
    """Put a unit behind a number: 46.9%, 2 倍, 4:6."""
    return f"{number}{unit}" if not unit or unit[0] in "%‰:" else f"{number} {unit}"


def target_words(indicator: Indicator) -> str:
    """Say what the policy asks for: ≥ 2 倍, 15—30%, 3 万人左右, or that it prints no number."""
    if indicator.value is None:
        return word(Doubt.NO_TARGET)
    number = number_words(indicator.value)
    if indicator.comparator is Comparator.RANGE and indicator.max is not None:
        number = f"{number}—{number_words(indicator.max)}"
    asked = _SIGNS.get(indicator.comparator, "") + with_unit(number, indicator.unit)
    return _tr("{figure}左右").format(figure=asked) if indicator.comparator is Comparator.ABOUT else asked


def actual_words(indicator: Indicator, reading: Reading) -> str:
    """Say the value that counts, rounded but never onto a target it does not stand on; "" when there is none."""
    actual = actual_value(indicator, reading)
    if actual is None:
        return ""
    return with_unit(number_words(shown_value(indicator, actual)), indicator.unit)


def formula_words(indicator: Indicator, reading: Reading) -> str:
    """Say a value with the counts it comes from: 62 ÷ 104 ＝ 59.6%."""
    actual = actual_words(indicator, reading)
    if indicator.ratio is None or (reading.part is None and reading.whole is None):
        return actual
    counts = " ÷ ".join("？" if count is None else number_words(count) for count in (reading.part, reading.whole))
    return f"{counts} ＝ {actual}" if actual else with_unit(counts, indicator.ratio.unit)


def rule_words(indicator: Indicator) -> str:
    """Say by which rule the target is judged, where its print leaves that open: 左右, a range, 超过."""
    if indicator.value is None:
        return ""
    low, high = (with_unit(number_words(bound), indicator.unit) for bound in bounds(indicator))
    span = with_unit("—".join(map(number_words, bounds(indicator))), indicator.unit)
    wording = {
        Comparator.ABOUT: _tr("“左右”按上下一成判，{span}算达标"),
        Comparator.RANGE: _tr("{high}以内算达标，提前也算")
        if is_time_to_take(indicator)
        else _tr("{span}算达标，含两头"),
        Comparator.ABOVE: _tr("要超过，正好 {low} 不算达标"),
        Comparator.BELOW: _tr("要低于，正好 {low} 不算达标"),
    }.get(indicator.comparator, "")
    said = wording.format(span=span, low=low, high=high)
    return _tr("{said}，多了由人判定").format(said=said) if may_be_more(indicator) else said


def contribution_words(row: IndicatorRow) -> str:
    """Say what a school adds to the figure of its city or county: 贡献 120 人 / 全市 ≥ 50,000 人."""
    actual, target = actual_words(row.indicator, row.reading), target_words(row.indicator)
    is_county = row.indicator.scope is Scope.EACH_COUNTY
    whose = _tr("每县 {target}") if is_county else _tr("全市 {target}")
    if not actual:
        return whose.format(target=target)
    ours = _tr("本校 {actual}") if row.indicator.unit == "%" else _tr("贡献 {actual}")
    return f"{ours.format(actual=actual)} / {whose.format(target=target)}"


def verdict_words(row: IndicatorRow) -> str:
    """Say what counts: 达标, 还差 4 人（至少 50 人）, 无法判定：缺“合作企业数”, or 达标（人工改判）."""
    if row.is_overruled:
        return _tr("{judgement}（人工改判）").format(judgement=word(row.judgement))
    return computed_words(row)


def computed_words(row: IndicatorRow) -> str:
    """Say what follows from a reading by the rules alone, whatever a person judged."""
    match row.verdict.judgement:
        case Judgement.MISSED:
            return _missed_words(row)
        case Judgement.NOT_DUE:
            return _tr("未到期：{when}核定").format(when=deadline_words(row.indicator.deadline))
        case Judgement.CANNOT_TELL:
            return f"{word(Judgement.CANNOT_TELL)}：{doubt_words(row)}"
        case _:
            return word(row.verdict.judgement)


def distance_words(row: IndicatorRow) -> str:
    """Say only how far a missed target is, for a narrow column: 4 人, 800 元/年, "" when it is not missed."""
    verdict = row.verdict
    if verdict.judgement not in (Judgement.MISSED, Judgement.NOT_DUE):
        return ""
    if verdict.short_by is not None and row.indicator.ratio is not None:
        return with_unit(number_words(verdict.short_by, 2), row.indicator.ratio.unit)
    return _gap_words(row.indicator, verdict)


def doubt_words(row: IndicatorRow) -> str:
    """Say why no judgement can be given: 缺“合作企业数”, 文件没有写具体数."""
    match row.verdict.doubt:
        case Doubt.NO_READING:
            return _tr("缺{names}").format(names="、".join(map(_quoted, missing_inputs(row))))
        case Doubt.ZERO_WHOLE if row.indicator.ratio is not None:
            return _tr("{name}是 0，算不出").format(name=_quoted(row.indicator.ratio.whole))
        case Doubt.OVER_RANGE:
            return _tr("多于文件所列的数，算不算达标由人判定")
        case Doubt.OPEN_CYCLE:
            return _tr("周期没有写明起止，没做满也不判未达标，由人判定")
        case Doubt.ALLOWED:
            return _tr("这是允许做的事，不到这个数不算未达标")
        case None:
            return ""
        case doubt:
            return word(doubt)


def missing_inputs(row: IndicatorRow) -> tuple[str, ...]:
    """Name the figures that are still to be read before a judgement can be given."""
    ratio, reading = row.indicator.ratio, row.reading
    if actual_value(row.indicator, reading) is not None:
        return ()
    if ratio is None:
        return (row.indicator.name,)
    inputs = ((ratio.part, reading.part), (ratio.whole, reading.whole))
    return tuple(name for name, given in inputs if given is None)


def is_too_high(indicator: Indicator, actual: Decimal) -> bool:
    """Say on which side of its target a missed value lies."""
    if indicator.comparator in (Comparator.AT_MOST, Comparator.BELOW):
        return True
    if indicator.comparator in (Comparator.AT_LEAST, Comparator.ABOVE):
        return False
    return indicator.value is not None and actual > indicator.value


def _missed_words(row: IndicatorRow) -> str:
    actual = actual_value(row.indicator, row.reading)
    assert actual is not None
    wording = _wording(is_at_bound=not distance_words(row), is_high=is_too_high(row.indicator, actual))
    return wording.format(distance=distance_words(row), bound=_bound_words(row))


def _wording(*, is_at_bound: bool, is_high: bool) -> str:
    if is_at_bound:
        return _tr("正好是 {bound}，要再低一些") if is_high else _tr("正好是 {bound}，要再高一些")
    return _tr("多了 {distance}（至多 {bound}）") if is_high else _tr("还差 {distance}（至少 {bound}）")


def _bound_words(row: IndicatorRow) -> str:
    indicator, verdict = row.indicator, row.verdict
    if verdict.needed is not None and indicator.ratio is not None:
        return with_unit(number_words(verdict.needed, 2), indicator.ratio.unit)
    return with_unit(number_words(_nearest_bound(row)), indicator.unit)


def _nearest_bound(row: IndicatorRow) -> Decimal:
    actual = actual_value(row.indicator, row.reading)
    assert actual is not None and row.verdict.gap is not None
    too_high = is_too_high(row.indicator, actual)
    return actual - row.verdict.gap if too_high else actual + row.verdict.gap


def _gap_words(indicator: Indicator, verdict: Verdict) -> str:
    if not verdict.gap:
        return ""
    wanted = range(least_decimals(indicator), MOST_DECIMALS)
    digits = next((count for count in wanted if rounded(verdict.gap, count)), MOST_DECIMALS)
    unit = _tr("个百分点") if indicator.unit == "%" else indicator.unit
    return with_unit(number_words(verdict.gap, digits), unit)


def _quoted(name: str) -> str:
    return name if "“" in name else f"“{name}”"

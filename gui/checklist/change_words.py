"""What a change did, said in one line."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.key_labels import label_of
from gui.checklist.evidence_words import evidence_said
from gui.checklist.overruling_words import change_words as overruling_said
from gui.checklist.shown import Line
from gui.widgets.day_words import moment_words
from gui.widgets.figure_words import number_words, with_unit
from models.vocabulary import IndicatorKey, ItemKey, Origin
from resources import word
from services.checklist import IndicatorRow, ItemRow
from services.editions.parts import EditionPart
from services.evidence.values import NumberPart, ParticularsPart, VersionPart
from services.findings.parts import FindingEvidencePart, FindingPart, FindingStep, RoundPart
from services.reporting.parts import PassagePart, ReportSettingsPart
from services.trail.changes import AnswerPart, Change, EvidencePart, OverrulingPart, Part, ReadingPart

_tr = partial(QCoreApplication.translate, "checklist")
_QUOTED = 14
_ANSWER_SPOTS = ("note", "missing", "due", "reason", "department", "person")


def line_of(change: Change, row: ItemRow, now: datetime) -> Line:
    """Tell one step of an item's history."""
    said = [text for part in change.parts if _touches(part, row.key) for text in _said(part, row)]
    words = "；".join(said) or _tr("没有变动")
    return Line(moment_words(change.at, now), change.who, _altered(change, said) if change.is_altered else words)


def _altered(change: Change, said: list[str]) -> str:
    """Tell a step that somebody wrote over in the database: where it stands, and what can still be read of it."""
    found = _tr("第 {seq} 步留痕在程序之外被改过").format(seq=change.seq)
    return "：".join((found, "；".join(said))) if said else found


def toast_of(change: Change, key: ItemKey) -> str:
    """Say in a few words what was just done to an item, "" for what needs no way back at hand."""
    for part in change.parts:
        match part:
            case AnswerPart() if part.is_review:
                return _tr("{key} 已复核").format(key=label_of(key))
            case AnswerPart() if part.before.status is not part.after.status:
                return _tr("{key} 已改为{status}").format(key=label_of(key), status=word(part.after.status))
            case EvidencePart(after=False):
                return _tr("{key} 已移除“{name}”").format(key=label_of(key), name=_short(part.name))
            case _:
                continue
    return ""


def _touches(part: Part, key: ItemKey) -> bool:
    return part.item == key or key in getattr(part, "others", ())


def _said(part: Part, row: ItemRow) -> Iterator[str]:
    match part:
        case AnswerPart():
            yield from _answer_said(part)
        case ReadingPart():
            yield from _reading_said(part, row)
        case OverrulingPart():
            figure = _figure(row, part.indicator)
            name = figure.indicator.name if figure else part.indicator
            yield overruling_said(part.before, part.after, name)
        case EvidencePart():
            yield _evidence_said(part, row)
        case ParticularsPart() | NumberPart() | VersionPart():
            yield from evidence_said(part)
        case FindingPart() | RoundPart() | FindingEvidencePart():
            yield _finding_said(part)
        case PassagePart() | ReportSettingsPart() | EditionPart():
            return  # of the report, not of an item


def _finding_said(part: FindingStep) -> str:
    match part:
        case FindingPart() if part.before.is_listed is not part.after.is_listed:
            wording = _tr("开整改{label}") if part.after.is_listed else _tr("撤销开整改{label}")
            return wording.format(label=part.label)
        case FindingPart() if part.before.state is not part.after.state:
            return _tr("整改{label}　转为{state}").format(label=part.label, state=word(part.after.state))
        case FindingPart():
            return _tr("整改{label}　改了内容").format(label=part.label)
        case RoundPart() if not part.after.is_listed:
            return _tr("整改{label}　撤去一轮进展").format(label=part.label)
        case RoundPart():
            return _tr("整改{label}　完成 {count}%").format(label=part.label, count=part.after.percent)
        case FindingEvidencePart():
            wording = _tr("整改{label}　收进佐证") if part.after else _tr("整改{label}　移除佐证")
            return wording.format(label=part.label)


def _answer_said(part: AnswerPart) -> Iterator[str]:
    before, after = part.before, part.after
    if before.status is not after.status:
        yield _tr("状态　{before} → {after}").format(before=word(before.status), after=word(after.status))
    for spot in _ANSWER_SPOTS:
        old, new = getattr(before, spot), getattr(after, spot)
        if old != new:
            yield f"{_name_of(spot)}　{_turned(old, new)}"
    if before.needs_review != after.needs_review:
        yield _tr("政策文本有变动，标为需复核") if after.needs_review else _tr("已复核")


def _turned(old: str | date | None, new: str | date | None) -> str:
    if not new:
        return _tr("清空")
    quoted = new.isoformat() if isinstance(new, date) else f"“{_short(new)}”"
    return _tr("填 {words}").format(words=quoted) if not old else _tr("改为 {words}").format(words=quoted)


def _name_of(spot: str) -> str:
    return {
        "note": _tr("完成情况"),
        "missing": _tr("尚缺什么"),
        "due": _tr("何时补齐"),
        "reason": _tr("不适用的理由"),
        "department": _tr("责任科室"),
        "person": _tr("填报人"),
    }[spot]


def _reading_said(part: ReadingPart, row: ItemRow) -> Iterator[str]:
    figure = _figure(row, part.indicator)
    if figure is None:
        return
    ratio, unit = figure.indicator.ratio, figure.indicator.unit
    if ratio is None:
        yield from _number_said(figure.indicator.name, part.before.value, part.after.value, unit)
    else:
        yield from _number_said(ratio.part, part.before.part, part.after.part, ratio.unit)
        yield from _number_said(ratio.whole, part.before.whole, part.after.whole, ratio.unit)
    if part.after.origin is Origin.BASE:
        yield _tr("取自基础数据")
    elif (part.before.as_of, part.before.source) != (part.after.as_of, part.after.source):
        yield _tr("写明了截至日期和来源")


def _number_said(name: str, old: Decimal | None, new: Decimal | None, unit: str) -> Iterator[str]:
    if old == new:
        return
    if new is None:
        yield f"{name}　{_tr('清空')}"
    elif old is None:
        yield f"{name}　{with_unit(number_words(new), unit)}"
    else:
        yield f"{name}　{number_words(old)} → {with_unit(number_words(new), unit)}"


def _evidence_said(part: EvidencePart, row: ItemRow) -> str:
    number = next((f"{one.number} " for one in row.evidence if one.id == part.evidence), "")
    wording = _tr("佐证　收进 {name}") if part.after else _tr("佐证　移除 {name}")
    return wording.format(name=number + part.name)


def _figure(row: ItemRow, key: IndicatorKey) -> IndicatorRow | None:
    return next((figure for figure in row.indicators if figure.indicator.key == key), None)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _QUOTED else flat[: _QUOTED - 1] + "…"

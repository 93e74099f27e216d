"""What the ledger says of a finding in a few words."""

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from gui.findings.content import Group, group_of
from gui.widgets.day_words import day_words
from models.vocabulary import FindingState, RemedyKind
from resources import word
from services.findings.parts import FindingEvidencePart, FindingPart, RoundPart
from services.findings.remedy_days import suggested_deadline
from services.findings.rows import FindingRow, Recognition, Remedy, Review, SelfReport
from services.trail.changes import Change

_tr = partial(QCoreApplication.translate, "findings")
_QUOTED, _LONGEST = 14, 300
_TONES = {
    Group.OVERDUE: "not_met",
    Group.MENDING: "partly",
    Group.TO_REVIEW: "na",
    Group.CLOSED: "met",
    Group.WITHDRAWN: "plain",
}


def group_words(group: Group) -> str:
    """Say a group's name."""
    return _tr("过期") if group is Group.OVERDUE else word(FindingState(group.value))


def tone_of(row: FindingRow) -> str:
    """Give the tone of its chip and its bar."""
    return _TONES[group_of(row)]


def deadline_words(row: FindingRow) -> str:
    """Say by when, how late, or when it was closed."""
    if row.is_overdue:
        return _tr("过期 {count} 天").format(count=row.days_over)
    if row.state is FindingState.CLOSED and row.finding.closed_on:
        return _tr("{day}销").format(day=day_words(row.finding.closed_on, row.today))
    deadline = row.remedy.deadline
    return day_words(deadline, row.today) if deadline else _tr("没有定")


def chip_words(row: FindingRow) -> str:
    """Say the one thing that presses most."""
    return deadline_words(row) if row.is_overdue else word(row.state)


def title_words(row: FindingRow) -> str:
    """Say the problem on a line or two; what nobody could read there is left out before it is measured."""
    return " ".join(row.remedy.problem[:_LONGEST].split())


def responsible_words(remedy: Remedy) -> str:
    """Say who leads: department and person."""
    return " ".join(filter(None, (remedy.lead, remedy.person))) or _tr("没有定")


def meta_words(row: FindingRow) -> str:
    """Say where it comes from and what kind it is."""
    return "　".join(filter(None, (row.item_label, word(row.remedy.kind))))


def place_words(row: FindingRow) -> str:
    """Say its number and the item it was opened from."""
    return " · ".join(filter(None, (row.label, row.item_label)))


def usual_words(kind: RemedyKind) -> str:
    """Say how long a kind usually takes."""
    return {
        RemedyKind.AT_ONCE: _tr("通常不超过 60 天"),
        RemedyKind.BY_STAGES: _tr("通常不超过 1 年"),
        RemedyKind.LASTING: _tr("通常不超过 5 年"),
    }[kind]


def unusual_words(remedy: Remedy, today: date) -> str:
    """Warn of a deadline later than its kind usually allows."""
    if remedy.found_on is None:
        return ""
    usual = day_words(suggested_deadline(remedy.kind, remedy.found_on), today)
    said = _tr("“{kind}”{usual}，到 {day} 为止。现在的期限更晚，请看看类型对不对。")
    return said.format(kind=word(remedy.kind), usual=usual_words(remedy.kind), day=usual)


def report_words(report: SelfReport, today: date) -> str:
    """Say what the school reported."""
    return _joined(word(report.outcome), day_words(report.on, today), report.words)


def review_words(review: Review, today: date) -> str:
    """Say what the review found."""
    verdict = _tr("通过") if review.is_passed else _tr("未通过，退回整改")
    return _joined(verdict, review.by, day_words(review.on, today), review.words)


def recognition_words(recognition: Recognition, today: date) -> str:
    """Say what was recognised."""
    return _joined(word(recognition.outcome), recognition.by, day_words(recognition.on, today))


def spoken(row: FindingRow) -> str:
    """Say a row to a screen reader."""
    percent = _tr("完成 {count}%").format(count=row.percent)
    parts = (
        row.label,
        row.remedy.problem,
        word(row.state),
        deadline_words(row),
        responsible_words(row.remedy),
        percent,
    )
    return "，".join(parts)


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def step_toast(change: Change) -> str:
    """Say in a few words what was just done, "" for what needs no way back at hand."""
    for part in change.parts:
        match part:
            case FindingPart() if not part.before.is_listed:
                return _tr("{label} 已记进台账").format(label=part.label)
            case FindingPart() if part.before.state is not part.after.state:
                return _tr("{label} 转为{state}").format(label=part.label, state=word(part.after.state))
            case RoundPart() if not part.after.is_listed:
                return _tr("{label} 撤去了一轮进展").format(label=part.label)
            case FindingEvidencePart(after=False):
                return _tr("{label} 移除了“{name}”").replace("{label}", part.label).replace("{name}", _cut(part.name))
            case _:
                continue
    return ""


def _cut(name: str) -> str:
    flat = " ".join(name.split())
    return flat if len(flat) <= _QUOTED else flat[: _QUOTED - 1] + "…"

"""A step of the history in a few words, for 撤销 and 重做."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.key_labels import label_of
from gui.shell.wide_steps import wide_words
from models.vocabulary import Origin
from resources import word
from services.editions.parts import EditionPart
from services.evidence.values import EvidenceEdit, NumberPart, ParticularsPart, VersionPart
from services.findings.parts import FindingEvidencePart, FindingPart, FindingStep, RoundPart
from services.reporting.parts import PassagePart, ReportSettingsPart
from services.trail.changes import AnswerPart, Change, EvidencePart, OverrulingPart, Part, ReadingPart, Step

_tr = partial(QCoreApplication.translate, "shell")


def step_words(done: Change | Step) -> str:
    """Say what a step did: 11-2 改为部分落实, 11-2 的完成情况, 6 条一起改, 停用科室“教务处”."""
    return wide_words(done) if isinstance(done, Step) else _words(done)


def _words(change: Change) -> str:
    items = change.items()
    if change.marks:
        return _tr("{count} 条标为需复核").format(count=len(change.marks))
    if any(isinstance(part, FindingStep) for part in change.parts):
        return _finding_words(change)
    if all(isinstance(part, EvidencePart | EvidenceEdit) for part in change.parts):
        return _evidence_words(change)
    if all(isinstance(part, ReadingPart) and part.after.origin is Origin.BASE for part in change.parts):
        return _tr("用基础数据填 {count} 个指标").format(count=len(change.parts))
    if len(items) > 1:
        return _tr("{count} 条一起改").format(count=len(items))
    return _part_words(change.parts[0], change)


def _part_words(part: Part, change: Change) -> str:
    """Say what stands for a change of one item, or of the report."""
    match part:
        case AnswerPart() if part.before.status is not part.after.status:
            return _tr("{key} 改为{status}").format(key=label_of(part.item), status=word(part.after.status))
        case AnswerPart() if part.is_review:
            return _tr("{key} 已复核").format(key=label_of(part.item))
        case AnswerPart():
            return _tr("{key} 的填报").format(key=label_of(part.item))
        case PassagePart():
            return _tr("报告的“{name}”").format(name=word(part.name))
        case ReportSettingsPart():
            return _tr("报告的设置")
        case OverrulingPart():
            return _tr("{key} 的改判").format(key=label_of(part.item))
        case ReadingPart():
            return _tr("{key} 的实际值").format(key=label_of(part.item))
        case EditionPart():
            return _tr("定稿第 {number} 版").format(number=part.number)
        case EvidencePart() | ParticularsPart() | NumberPart() | VersionPart():
            return _evidence_words(change)
        case FindingPart() | RoundPart() | FindingEvidencePart():
            return _finding_words(change)


def _finding_words(change: Change) -> str:
    part = next(part for part in change.parts if isinstance(part, FindingStep))
    match part:
        case FindingPart() if part.before.is_listed is not part.after.is_listed:
            return _tr("开整改{label}").format(label=part.label)
        case FindingPart() if part.before.state is not part.after.state:
            return _tr("整改{label} 转为{state}").format(label=part.label, state=word(part.after.state))
        case RoundPart():
            return _tr("整改{label} 的一轮进展").format(label=part.label)
        case FindingEvidencePart():
            return _tr("整改{label} 的佐证“{name}”").replace("{label}", part.label).replace("{name}", part.name)
        case FindingPart():
            return _tr("整改{label} 的内容").format(label=part.label)


def _evidence_words(change: Change) -> str:
    """Say which piece was changed, or how many."""
    pieces = {part.evidence: part for part in change.parts if isinstance(part, EvidencePart | EvidenceEdit)}
    first = next(iter(pieces.values()))
    if len(pieces) > 1:
        return _tr("{count} 件佐证").format(count=len(pieces))
    if isinstance(first, EvidencePart):
        return _tr("{key} 的佐证“{name}”").format(key=label_of(first.item), name=first.name)
    return _tr("佐证“{name}”的信息").format(name=first.name)

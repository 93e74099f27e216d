"""What can be done with a finding in its state, in the order people do it."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QCoreApplication

from models.vocabulary import FindingState
from services.findings.errors import EvidenceLackingError, RecognitionLackingError
from services.findings.rows import FindingRow

_tr = partial(QCoreApplication.translate, "findings")


class Act(StrEnum):
    """A step of the remedy."""

    REPORT = "report"
    REVIEW = "review"
    RECOGNISE = "recognise"
    CLOSE = "close"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"


_ACTS = {
    FindingState.MENDING: (Act.REPORT, Act.WITHDRAW),
    FindingState.TO_REVIEW: (Act.REVIEW, Act.RECOGNISE, Act.CLOSE, Act.WITHDRAW),
    FindingState.CLOSED: (Act.REOPEN,),
    FindingState.WITHDRAWN: (Act.REOPEN,),
}


def acts_for(row: FindingRow) -> tuple[Act, ...]:
    """Give all that goes with the state."""
    return _ACTS[row.state]


def next_act(row: FindingRow) -> Act:
    """Give the step that comes next, closing apart."""
    if row.state is FindingState.MENDING:
        return Act.REPORT
    if row.state is not FindingState.TO_REVIEW:
        return Act.REOPEN
    return Act.RECOGNISE if row.finding.review and not row.finding.recognition else Act.REVIEW


def act_words(act: Act) -> str:
    """Say a step as its button does."""
    return {
        Act.REPORT: _tr("提请复查"),
        Act.REVIEW: _tr("复查"),
        Act.RECOGNISE: _tr("认定结果"),
        Act.CLOSE: _tr("销号"),
        Act.REOPEN: _tr("重新打开"),
        Act.WITHDRAW: _tr("撤回（误开）"),
    }[act]


def bar_words(refusal: Exception | None) -> str:
    """Say what stands in the way of closing, "" where nothing does."""
    match refusal:
        case EvidenceLackingError():
            return _tr("缺{what}。补上整改后的佐证才能销号。").replace("{what}", refusal.what)
        case RecognitionLackingError():
            return _tr("还没有认定结果。复查并认定为已完成整改，才能销号。")
        case _:
            return ""

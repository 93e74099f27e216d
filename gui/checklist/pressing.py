"""The one thing to say of an item in a list: what presses most (look.md section 4, item row)."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.deadlines import last_day
from gui.widgets.figure_words import distance_words, is_too_high
from models.vocabulary import Judgement, Status
from resources import word
from services.checklist import IndicatorRow, ItemRow
from services.judging import actual_value

_tr = partial(QCoreApplication.translate, "checklist")
_OPEN = (Status.UNANSWERED, Status.PARTLY_MET, Status.NOT_MET)
_CLAIMED = (Status.MET, Status.PARTLY_MET)


@dataclass(frozen=True, slots=True)
class Pressing:
    """A short text and the tone of the chip it stands on."""

    text: str
    tone: str


def pressing(row: ItemRow, today: date) -> Pressing | None:
    """Say what presses most, None when nothing does."""
    if not row.is_binding:
        return Pressing(word(row.binding), "na")
    if missed := missed_figures(row):
        return Pressing(_missed_words(missed[0]), "not_met")
    if lacks_evidence(row):
        return Pressing(_tr("没有佐证"), "partly")
    if is_overdue(row, today):
        return Pressing(_tr("已过期限"), "not_met")
    if needs_review(row):
        return Pressing(_tr("需复核"), "partly")
    if row.status is Status.NOT_APPLICABLE:
        return Pressing(_tr("理由：{reason}").format(reason=row.answer.reason), "na")
    return Pressing(word(Judgement.REACHED), "met") if _all_reached(row) else None


def missed_figures(row: ItemRow) -> tuple[IndicatorRow, ...]:
    """Give the figures that were read and missed, in an item that applies."""
    if row.status is Status.NOT_APPLICABLE or not row.is_binding:
        return ()
    return tuple(figure for figure in row.indicators if figure.judgement is Judgement.MISSED)


def lacks_evidence(row: ItemRow) -> bool:
    """Say whether the school claims something without showing any evidence."""
    return row.is_binding and row.status in _CLAIMED and not row.evidence


def needs_review(row: ItemRow) -> bool:
    """Say whether the policy has changed under an item that the school must answer."""
    return row.is_binding and row.needs_review


def is_overdue(row: ItemRow, today: date) -> bool:
    """Say whether an open item's day has passed; the school's own day goes before the policy's."""
    due = row.answer.due or last_day(row.item.deadline)
    return row.is_binding and row.status in _OPEN and due is not None and due < today


def _all_reached(row: ItemRow) -> bool:
    judgements = {figure.judgement for figure in row.indicators}
    return judgements == {Judgement.REACHED}


def _missed_words(figure: IndicatorRow) -> str:
    distance = distance_words(figure)
    actual = actual_value(figure.indicator, figure.reading)
    if not distance or actual is None:
        return word(Judgement.MISSED)
    if is_too_high(figure.indicator, actual):
        return _tr("未达标 · 多了 {distance}").format(distance=distance)
    return _tr("未达标 · 还差 {distance}").format(distance=distance)

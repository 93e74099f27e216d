"""A person's own judgement beside the one worked out, in words."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from gui.widgets.figure_words import computed_words
from models.vocabulary import Judgement
from resources import word
from services.checklist import IndicatorRow
from services.judging import Doubt, Overruling

_tr = partial(QCoreApplication.translate, "checklist")
CHOICES = (Judgement.REACHED, Judgement.MISSED, Judgement.NOT_DUE, Judgement.CANNOT_TELL)


def can_be_overruled(row: IndicatorRow) -> bool:
    """Say whether there is anything to judge: a share of a city's figure is no matter of 达标."""
    return row.verdict.doubt is not Doubt.CONTRIBUTES


def overruled_words(row: IndicatorRow) -> str:
    """Tell both judgements, the reason, who and when; "" where no person has judged."""
    if not row.is_overruled:
        return ""
    when = row.overruled_at.date().isoformat() if row.overruled_at else ""
    who = " ".join(filter(None, (row.overruled_by, when)))
    told = _tr("程序判：{computed}。人工改判：{judgement}。理由：{reason}").format(
        computed=rule_judgement_words(row), judgement=word(row.judgement), reason=row.overruling.reason
    )
    return _tr("{told}（{who}）").format(told=told, who=who) if who else told


def rule_judgement_words(row: IndicatorRow) -> str:
    """Say what the rules alone judge, and by how much: 未达标，还差 4 人（至少 50 人）."""
    judgement, computed = row.verdict.judgement, computed_words(row)
    return computed if judgement is not Judgement.MISSED else f"{word(judgement)}，{computed}"


def change_words(before: Overruling, after: Overruling, name: str) -> str:
    """Tell a step of it: 改判　“双师型”占比 改判为达标，理由“…”."""
    if after.judgement is None:
        return _tr("{name}　撤回改判").format(name=name)
    wording = _tr("{name}　改判的理由改为“{reason}”") if before.judgement is after.judgement else ""
    wording = wording or _tr("{name}　改判为{judgement}，理由“{reason}”")
    return wording.format(name=name, judgement=word(after.judgement), reason=_short(after.reason))


def _short(text: str, most: int = 20) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"

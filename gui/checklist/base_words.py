"""What the base data say of an indicator, and how its reading stands to them, in words."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.policy import Indicator
from gui.widgets.figure_words import formula_words
from models.vocabulary import Origin
from services.feeding import Footing, Offer
from services.judging import Reading

_tr = partial(QCoreApplication.translate, "checklist")


def origin_words(reading: Reading) -> str:
    """Say where a reading came from: 取自基础数据, 手填, "" where there is none."""
    if not reading.is_given:
        return ""
    return _tr("取自基础数据") if reading.origin is Origin.BASE else _tr("手填")


def standing_words(indicator: Indicator, kept: Reading, offer: Offer) -> str:
    """Say what should be looked at: a contradiction, base data that moved on, figures that lack; "" for nothing."""
    offered = formula_words(indicator, offer.reading) if offer.reading else ""
    match offer.footing:
        case Footing.CONTRADICTS:
            wording = _tr("和基础数据对不上：这里手填 {kept}，基础数据是 {offered}。")
            return wording.format(kept=formula_words(indicator, kept), offered=offered)
        case Footing.BEHIND:
            return _tr("基础数据已改为 {offered}。").format(offered=offered)
        case Footing.LACKING:
            names = "、".join(name if "“" in name else f"“{name}”" for name in offer.missing)
            return _tr("基础数据里还没有{names}，填了就能取来。").format(names=names)
        case _:
            return ""


def act_words(offer: Offer) -> str:
    """Name what can be done about it, "" for nothing."""
    return {
        Footing.CONTRADICTS: _tr("改用基础数据"),
        Footing.BEHIND: _tr("更新"),
        Footing.LACKING: _tr("去填基础数据"),
    }.get(offer.footing, "")

"""What is said of an item besides its requirement: where it stands, what the policy asks, why it does not bind."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.deadlines import last_day
from gui.widgets.day_words import deadline_words
from models.vocabulary import Binding, Status, UnitRole
from resources import word
from services.checklist import ItemRow, MeasureRow

_tr = partial(QCoreApplication.translate, "checklist")
_CLOSED = (Status.MET, Status.NOT_APPLICABLE)
_ROLES = (UnitRole.LEAD, UnitRole.RESPONSIBLE, UnitRole.PARTICIPANT)


@dataclass(frozen=True, slots=True)
class Particular:
    """A label, what stands behind it, and a warning to add."""

    label: str
    text: str
    warning: str = ""


def place_of(row: ItemRow, measure: MeasureRow) -> str:
    """Say where an item stands: 11-2　三/（四）/11 加强“双师型”教师队伍建设."""
    gap = "" if measure.ref.endswith("）") else " "
    return f"{row.label}　{measure.ref}{gap}{measure.heading}"


def particulars_of(row: ItemRow, measure: MeasureRow, today: date) -> tuple[Particular, ...]:
    """Tell what the policy says about an item; units only where it names any."""
    item = row.item
    said = [
        Particular(_tr("要求力度"), word(item.modality)),
        Particular(_tr("政策时限"), _deadline(item.deadline), _late(row, today)),
        Particular(_tr("责任主体"), word(item.addressee)),
    ]
    for role in _ROLES:
        names = [unit.name for unit in measure.units if unit.role is role]
        said += [Particular(word(role), "、".join(names))] if names else []
    said += [Particular(_tr("核查方式"), item.how or "、".join(map(word, item.method)))]
    said += [Particular(_tr("适用学校"), "、".join(map(word, item.applies_to.types)))] if item.applies_to.types else []
    said += [Particular(_tr("点名对象"), "、".join(item.applies_to.named))] if item.applies_to.named else []
    return tuple(said)


def refusal_of(row: ItemRow) -> str:
    """Say why the school need not answer an item, "" when it must."""
    match row.binding:
        case Binding.OTHER_ADDRESSEE:
            return _tr("这一条由{who}负责，本校不用填。").format(who=word(row.item.addressee))
        case Binding.OTHER_TYPE:
            kinds = "、".join(map(word, row.item.applies_to.types))
            return _tr("这一条只对{kinds}，本校不用填。").format(kinds=kinds)
        case Binding.NOT_NAMED:
            return _tr("这一条点名的不是本校，本校不用填。")
        case _:
            return ""


def suggestion_of(row: ItemRow) -> str:
    """Name the papers that usually prove an item."""
    return _tr("建议：{papers}").format(papers="、".join(row.item.evidence)) if row.item.evidence else ""


def _deadline(deadline: str) -> str:
    return deadline_words(deadline) or _tr("没有写")


def _late(row: ItemRow, today: date) -> str:
    end = last_day(row.item.deadline)
    is_late = end is not None and end < today and row.status not in _CLOSED and row.is_binding
    return _tr("已过期限") if is_late else ""

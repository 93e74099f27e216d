"""What the division of work shows: departments with their counts, measures with who answers for their items."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.themes import theme_name
from models.vocabulary import DepartmentId, ItemKey, Status
from services.checklist import Checklist, DepartmentRow, ItemRow, MeasureRow
from services.departments.kinds import Ground, Suggestion

_tr = partial(QCoreApplication.translate, "departments")
_STAYS = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class DepartmentLine:
    """A department and how far it has come; without an id it stands in answers only; without a name it is nobody."""

    id: DepartmentId | None
    name: str
    head: str = ""
    contact: str = ""
    asked: int = 0
    answered: int = 0
    is_retired: bool = False

    @property
    def title(self) -> str:
        """Name it."""
        return self.name or _tr("还没分的")

    @property
    def about(self) -> str:
        """Say who answers for it and how to reach them."""
        if self.is_retired:
            return _tr("已停用")
        return "　".join(filter(None, (self.head, self.contact))) or ("" if self.id else self._stray)

    @property
    def _stray(self) -> str:
        return _tr("不在科室名单里") if self.name else _tr("选条款，分给科室")

    @property
    def count(self) -> str:
        """Say how many of its items are answered."""
        return f"{self.answered}/{self.asked}" if self.asked else ""


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item, who answers for it, and who is suggested where nobody does."""

    key: ItemKey
    label: str
    text: str
    status: Status
    department: str
    suggestion: Suggestion | None = None


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure with the items that bind the school."""

    ref: str
    number: str
    heading: str
    items: tuple[ItemLine, ...]

    @property
    def statuses(self) -> tuple[Status, ...]:
        """Give the statuses of its items."""
        return tuple(one.status for one in self.items)

    @property
    def count(self) -> str:
        """Say how many of its items are answered."""
        return f"{sum(status is not Status.UNANSWERED for status in self.statuses)}/{len(self.items)}"

    @property
    def departments(self) -> str:
        """Say who answers for its items: 教务科, or 教务科 5 · 财务科 1 · 未分 2."""
        counted = Counter(one.department for one in self.items)
        nobody = counted.pop("", 0)
        shares = counted.most_common()
        if len(shares) == 1 and not nobody:
            return shares[0][0]
        said = [f"{name}{_STAYS}{count}" for name, count in shares]
        return " · ".join([*said, *([_tr("未分{gap}{count}").format(gap=_STAYS, count=nobody)] if nobody else [])])

    @property
    def suggestion(self) -> str:
        """Say who is suggested for what nobody answers for, and why."""
        found = Counter((one.suggestion.department, reason_of(one.suggestion)) for one in self.items if one.suggestion)
        if not found:
            return ""
        by_name: dict[str, list[str]] = {}
        for (name, reason), _ in found.most_common():
            by_name.setdefault(name, []).append(reason)
        said = (f"{name}（{'、'.join(dict.fromkeys(reasons))}）" for name, reasons in by_name.items())
        return _tr("建议：{who}").format(who="、".join(said))


def reason_of(suggestion: Suggestion) -> str:
    """Say what a suggestion rests on."""
    if suggestion.ground is Ground.THEME:
        return _tr("主题“{name}”").format(name=theme_name(suggestion.named))
    return _tr("政策写明{name}").format(name=suggestion.named)


def department_lines(checklist: Checklist, departments: Iterable[DepartmentRow]) -> tuple[DepartmentLine, ...]:
    """Line up the departments in their order, then those only answers name, then what nobody answers for."""
    rows = list(checklist.binding_items())
    asked = Counter(row.answer.department for row in rows)
    answered = Counter(row.answer.department for row in rows if row.status is not Status.UNANSWERED)
    kept = {row.name for row in departments if not row.is_retired}
    known = [row for row in departments if not row.is_retired or (asked[row.name] and row.name not in kept)]
    lines = [
        DepartmentLine(
            row.id, row.name, row.head, row.contact, asked[row.name], answered[row.name], is_retired=row.is_retired
        )
        for row in known
    ]
    strays = sorted(asked.keys() - {row.name for row in known} - {""})
    lines += [DepartmentLine(None, name, asked=asked[name], answered=answered[name]) for name in strays]
    nobody = DepartmentLine(None, "", asked=asked[""], answered=answered[""])
    return (*lines, *([nobody] if asked[""] else []))


def measure_lines(checklist: Checklist, suggested: Mapping[ItemKey, Suggestion]) -> tuple[MeasureLine, ...]:
    """Line up the measures that ask anything of the school."""
    lines = (_measure(measure, suggested) for measure in checklist.measures())
    return tuple(line for line in lines if line.items)


def _measure(measure: MeasureRow, suggested: Mapping[ItemKey, Suggestion]) -> MeasureLine:
    items = tuple(_item(row, suggested.get(row.key)) for row in measure.items if row.is_binding)
    return MeasureLine(measure.ref, measure.number, measure.heading, items)


def _item(row: ItemRow, suggestion: Suggestion | None) -> ItemLine:
    return ItemLine(row.key, row.label, row.item.text, row.status, row.answer.department, suggestion)


def shares_in_words(departments: Sequence[str]) -> str:
    """Say how many items each department would get: 教务处 12 条、财务处 3 条."""
    counted = Counter(departments).most_common()
    return "、".join(_tr("{name} {count} 条").format(name=name, count=count) for name, count in counted)

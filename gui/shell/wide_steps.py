"""A step that goes beyond one assessment in a few words, for 撤销 and 重做."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.additions import is_retired
from checklists.key_labels import label_of
from services.trail.changes import (
    DepartmentPart,
    FactsPart,
    OwnItemPart,
    PatternPart,
    RenewPart,
    SchoolPart,
    ShelvePart,
    StartPart,
    Step,
    TextPart,
)

_tr = partial(QCoreApplication.translate, "shell")


def wide_words(step: Step) -> str:
    """Say what a step did: 基础数据和 6 个指标, 停用科室“教务处”, 校本1-1 的改写, 换到新版."""
    followed = sum(len(change.parts) for change in step.changes)
    for part in step.parts:
        match part:
            case DepartmentPart():
                return _department_words([one for one in step.parts if isinstance(one, DepartmentPart)], followed)
            case OwnItemPart():
                return _own_words(part)
            case SchoolPart():
                return _tr("学校资料的修改")
            case PatternPart():
                return _numbers_words(followed)
            case FactsPart():
                return _facts_words(part, followed)
            case StartPart() | RenewPart() | ShelvePart() | TextPart():
                continue  # each comes with another, or all of them lead over to a newer revision
    return _tr("换到新版")


def _facts_words(part: FactsPart, followed: int) -> str:
    """Name the one figure that was entered anew, or how many, and how many readings went with them."""
    before, after = ({fact.name: fact for fact in facts} for facts in (part.before, part.after))
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    said = _figures_words(names)
    if not followed:
        return said
    return _tr("{said}和 {count} 个指标").replace("{count}", str(followed)).replace("{said}", said)


def _numbers_words(followed: int) -> str:
    if not followed:
        return _tr("佐证的编号规则")
    return _tr("佐证的编号规则和 {count} 个编号").format(count=followed)


def _figures_words(names: Sequence[str]) -> str:
    if not names:
        return _tr("基础数据的顺序")
    if len(names) == 1:
        return _tr("基础数据的“{name}”").replace("{name}", names[0])
    return _tr("基础数据 {count} 项").format(count=len(names))


def _department_words(parts: Sequence[DepartmentPart], followed: int) -> str:
    first = parts[0]
    if first.before is not None and first.before.position != first.after.position and not first.before.is_retired:
        return _tr("科室的顺序")
    if len(parts) > 1:
        return _tr("新增 {count} 个科室").format(count=len(parts))
    if first.before is None:
        wording = _tr("新增科室“{name}”并分给 {count} 条") if followed else _tr("新增科室“{name}”")
        return wording.replace("{count}", str(followed)).replace("{name}", first.after.name)
    if first.before.is_retired is not first.after.is_retired:
        wording = _tr("停用科室“{name}”") if first.after.is_retired else _tr("恢复科室“{name}”")
        return wording.replace("{name}", first.after.name)
    if first.before.name != first.after.name:
        wording = _tr("科室“{before}”改名为“{after}”")
        return wording.replace("{before}", first.before.name).replace("{after}", first.after.name)
    return _tr("科室“{name}”的资料").replace("{name}", first.after.name)


def _own_words(part: OwnItemPart) -> str:
    key = label_of(part.item)
    if not part.before:
        return _tr("添上 {key}").format(key=key)
    was, is_now = map(is_retired, (part.before, part.after))
    if was is not is_now:
        return _tr("撤下 {key}").format(key=key) if is_now else _tr("恢复 {key}").format(key=key)
    return _tr("改写 {key}").format(key=key)

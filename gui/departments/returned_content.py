"""What sheets that came back would do, as rows to be looked at one by one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.key_labels import label_of
from models.vocabulary import IndicatorKey, Status
from resources import word
from resources.refusals import sentence
from services.checklist import Checklist
from services.intake.comparing import Comparison, Difference, Effect, Refused
from services.intake.form import TaskField, Value, plain

_tr = partial(QCoreApplication.translate, "departments")


@dataclass(frozen=True, slots=True)
class HeadRow:
    """The head of a group: what it is, and what that means."""

    words: str
    about: str


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One value, the program's and the sheet's; `is_taken` says that the sheet's is to stand."""

    difference: Difference
    place: str
    name: str
    ours: str
    theirs: str
    is_taken: bool

    @property
    def is_conflict(self) -> bool:
        """Say whether both sides changed it."""
        return self.difference.effect is Effect.CONFLICT

    def with_choice(self, is_taken: bool) -> "DifferenceRow":
        """Choose the sheet's value or the program's."""
        return replace(self, is_taken=is_taken)


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One row, or a whole file, that cannot be taken, and what to do about it."""

    file: str
    words: str


Row = HeadRow | DifferenceRow | RefusedRow


def rows_of(found: Comparison, checklist: Checklist) -> tuple[Row, ...]:
    """List conflicts first, then what is refused, then what simply changes."""
    names = {one.indicator.key: one.indicator.name for row in checklist.items() for one in row.indicators}
    conflicts = [_row(one, names) for one in found.of(Effect.CONFLICT)]
    changes = [_row(one, names) for one in found.of(Effect.CHANGE)]
    refused = [_refused(one) for one in found.refused]
    return (
        *_group(_tr("两边都改过"), _tr("点一边选用哪个；不选就留程序里的"), conflicts),
        *_group(_tr("收不了"), _tr("在表里改好再收，别的不受影响"), refused),
        *_group(_tr("会改成表里的"), _tr("不想要的，点程序里的那一边"), changes),
    )


def summary_of(found: Comparison) -> str:
    """Say in one line what was found besides the rows."""
    said = [_tr("没有改动 {count} 行").format(count=found.unchanged)]
    said += [_tr("表里少了 {count} 行，按没有改动算").format(count=found.missing)] if found.missing else []
    said += [_tr("{count} 份是按旧版清单导出的").format(count=len(found.earlier))] if found.earlier else []
    return " · ".join(said)


def in_words(value: Value) -> str:
    """Say a value as people read it."""
    said = word(value) if isinstance(value, Status) else plain(value)
    return said or _tr("（空）")


def _group(words: str, about: str, rows: Iterable[Row]) -> Iterator[Row]:
    rows = tuple(rows)
    if rows:
        yield HeadRow(_tr("{words} {count}").format(words=words, count=len(rows)), about)
        yield from rows


def _row(one: Difference, names: dict[IndicatorKey, str]) -> DifferenceRow:
    label = label_of(one.item)
    name = _name(one, names)
    ours, theirs = in_words(one.ours), in_words(one.theirs)
    place = f"{one.path.name}　{one.cell}"
    return DifferenceRow(one, place, f"{label}　{name}", ours, theirs, is_taken=one.effect is Effect.CHANGE)


def _name(one: Difference, names: dict[IndicatorKey, str]) -> str:
    if one.indicator is None:
        return word(one.field)
    name = names.get(one.indicator, "")
    return name if one.field is TaskField.VALUE else f"{name} {word(one.field)}"


def _refused(one: Refused) -> RefusedRow:
    said = sentence(one.error) or str(one.error)
    return RefusedRow(one.path.name, f"{one.path.name}　{said}" if one.cell else said)

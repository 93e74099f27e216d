"""What was changed of a piece of evidence, said in one line."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from services.evidence.values import EvidenceEdit, NumberPart, Particulars, ParticularsPart, VersionPart

_tr = partial(QCoreApplication.translate, "checklist")
Value = date | int | str | None


def evidence_said(part: EvidenceEdit) -> Iterator[str]:
    """Tell one step over a piece."""
    match part:
        case ParticularsPart():
            yield from _particulars_said(part)
        case NumberPart():
            yield _tr("“{name}”的编号　{before} → {after}").format(name=part.name, before=part.before, after=part.after)
        case VersionPart():
            words = {"name": part.after.name, "number": part.after.version + 1}
            yield _tr("佐证　换成第 {number} 版“{name}”").format(**words)


def _particulars_said(part: ParticularsPart) -> Iterator[str]:
    for name in (one.name for one in fields(Particulars)):
        old, new = getattr(part.before, name), getattr(part.after, name)
        if old != new:
            yield f"“{part.name}”{_name_of(name)}　{_turned(old, new)}"


def _turned(old: Value, new: Value) -> str:
    if not new:
        return _tr("清空")
    said = new.isoformat() if isinstance(new, date) else str(new)
    return _tr("填 {words}").format(words=said) if not old else _tr("改为 {words}").format(words=said)


def _name_of(name: str) -> str:
    return {
        "formed_on": _tr("形成日期"),
        "valid_until": _tr("有效期至"),
        "year": _tr("所属年度"),
        "department": _tr("责任科室"),
        "note": _tr("说明"),
    }[name]

"""What filters are called, on chips and in menus."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from gui.checklist.filter_counts import FilterCounts, Named
from gui.checklist.filters import Filter
from resources import word
from services.scoring import ORDER

_tr = partial(QCoreApplication.translate, "checklist")
_LONGEST = 8
PICKS = ("department", "person", "theme", "section")
"""The filters of which one of several is chosen, by the name of what they ask in a Filter."""
FLAGS = ("lacks_evidence", "is_missed", "is_overdue", "needs_review", "has_finding")
"""The filters that are on or off."""


def pick_name(name: str) -> str:
    """Name a filter of which one of several is chosen."""
    return {"department": _tr("科室"), "person": _tr("填报人"), "theme": _tr("主题"), "section": _tr("章节")}[name]


def flag_name(name: str) -> str:
    """Name a filter that is on or off."""
    return {
        "lacks_evidence": _tr("没有佐证"),
        "is_missed": _tr("未达标"),
        "is_overdue": _tr("已过期限"),
        "needs_review": _tr("需复核"),
        "has_finding": _tr("有整改"),
    }[name]


def flag_words(name: str, counts: FilterCounts) -> str:
    """Name such a filter with how many it finds."""
    found = {
        "lacks_evidence": counts.lacking,
        "is_missed": counts.missed,
        "is_overdue": counts.overdue,
        "needs_review": counts.to_review,
        "has_finding": counts.with_findings,
    }[name]
    return f"{flag_name(name)} {found}"


def status_words(wanted: Filter) -> str:
    """Say which statuses are asked for."""
    chosen = [word(status) for status in ORDER if status in wanted.statuses]
    said = "、".join(chosen) if 0 < len(chosen) < 3 else _tr("{count} 种").format(count=len(chosen))
    return _tr("状态：{name}").format(name=said if chosen else _tr("全部"))


def pick_words(name: str, wanted: Filter, counts: FilterCounts) -> str:
    """Say which of several is asked for."""
    chosen = getattr(wanted, name)
    is_asked = chosen != getattr(Filter(), name)
    said = dict(pick_values(name, counts)).get(chosen, chosen) if is_asked else _tr("全部")
    return f"{pick_name(name)}：{_short(said)}"


def pick_values(name: str, counts: FilterCounts) -> Named:
    """Give what can be chosen, each value with its name."""
    if name in ("theme", "section"):
        return counts.themes if name == "theme" else counts.sections
    known = counts.departments if name == "department" else counts.persons
    nobody = _tr("没有写科室") if name == "department" else _tr("没有写填报人")
    return (*((one, one) for one in known), ("", nobody))


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"

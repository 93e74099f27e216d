"""The name that is proposed for a paper's file."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from gui.reporting.making import Made
from resources import word

_tr = partial(QCoreApplication.translate, "reporting")
_FORBIDDEN = '\\/:*?"<>|'
_MOST_SCHOOL, _MOST_DEPARTMENT = 30, 12
"""Characters; with all that stands around them a name has at most 62, in four bytes each what every disk takes."""


def file_name(made: Made) -> str:
    """Name a paper after school, year and kind, without its ending; nothing in it that a disk refuses."""
    checklist = made.checklist
    told = {
        "school": _cut(checklist.school.name, _MOST_SCHOOL),
        "year": checklist.year,
        "paper": word(made.choices.kind),
    }
    name = _tr("{school}{year}年度{paper}").format(**told) + _cut(made.choices.department, _MOST_DEPARTMENT)
    name += _tr("（定稿第{number}版）").format(number=made.edition) if made.edition else ""
    return "".join("_" if char in _FORBIDDEN or not char.isprintable() else char for char in name)


def _cut(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"

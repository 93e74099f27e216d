"""Type by role (look.md section 2): faces, sizes, weights, line heights."""

import sys
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from resources import font as fetched

_W = QFont.Weight
# macOS counts 72 points to the inch where the others count 96 pixels to 72 points.
_SCALE = 96 / 72 if sys.platform == "darwin" else 1.0
_SANS = {
    "win32": ["Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans SC"],
    "darwin": ["PingFang SC", "Noto Sans SC"],
}
_SANS_ELSEWHERE = ["Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"]
# Bold asks the system first: it may have a true bold, the fetched face is emboldened by Qt.
_SANS_BOLD_ELSEWHERE = ["Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "WenQuanYi Micro Hei"]
# What the screen needs of the fetched faces, and which families make each needless.
_FETCHED = {
    "NotoSansSC-Regular.ttf": ["Microsoft YaHei UI", "PingFang SC", "Noto Sans SC"],
    "NotoSerifSC-Medium.ttf": ["Noto Serif SC"],
    "NotoSerifSC-SemiBold.ttf": ["Noto Serif SC"],
}
_SERIF = ["Noto Serif SC", "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC"]


class Role(StrEnum):
    """What a piece of text is for."""

    META = "meta"
    SMALL = "small"
    SMALL_BOLD = "small_bold"
    BODY = "body"
    BODY_BOLD = "body_bold"
    TOUCH = "touch"
    TOUCH_BOLD = "touch_bold"
    REQUIREMENT = "requirement"
    FINDING_TITLE = "finding_title"
    TITLE = "title"
    BRAND = "brand"
    FIGURE = "figure"


class _Face(NamedTuple):
    points: float
    line: int
    weight: QFont.Weight
    is_serif: bool


_FACES = {
    Role.META: _Face(9, 16, _W.Normal, False),
    Role.SMALL: _Face(9.75, 20, _W.Normal, False),
    Role.SMALL_BOLD: _Face(9.75, 20, _W.Bold, False),
    Role.BODY: _Face(10.5, 20, _W.Normal, False),
    Role.BODY_BOLD: _Face(10.5, 20, _W.Bold, False),
    Role.TOUCH: _Face(12, 24, _W.Normal, False),
    Role.TOUCH_BOLD: _Face(12, 24, _W.Bold, False),
    Role.REQUIREMENT: _Face(13.5, 30, _W.Medium, True),
    Role.FINDING_TITLE: _Face(13.5, 30, _W.DemiBold, True),
    Role.TITLE: _Face(15, 28, _W.DemiBold, True),
    Role.BRAND: _Face(24, 40, _W.DemiBold, True),
    Role.FIGURE: _Face(30, 48, _W.DemiBold, True),
}


def font(role: Role) -> QFont:
    """Give a fresh font for a role; figures are always tabular."""
    return QFont(_made(role))


def line_height(role: Role) -> int:
    """Give the distance between two lines of a role, in logical pixels."""
    return _FACES[role].line


def has_chinese() -> bool:
    """Say whether any face here can draw Chinese at all."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def load_fetched_fonts() -> int:
    """Register the fetched faces the system lacks; answer how many files were taken in."""
    files = [path for name, families in _FETCHED.items() if not _has_one_of(families) for path in _found(name)]
    loaded = [QFontDatabase.addApplicationFont(str(path)) for path in files]
    _made.cache_clear()
    return sum(1 for number in loaded if number >= 0)


def meta() -> QFont:
    """Set labels, keys, dates, chips."""
    return font(Role.META)


def small(*, bold: bool = False) -> QFont:
    """Set tree, facts, tables; bold for panel headings."""
    return font(Role.SMALL_BOLD if bold else Role.SMALL)


def body(*, bold: bool = False) -> QFont:
    """Set rows, fields, buttons; bold for names."""
    return font(Role.BODY_BOLD if bold else Role.BODY)


def touch(*, bold: bool = False) -> QFont:
    """Set inspection; bold for the question of a dialog."""
    return font(Role.TOUCH_BOLD if bold else Role.TOUCH)


def requirement() -> QFont:
    """Give the face of the item in hand."""
    return font(Role.REQUIREMENT)


def title() -> QFont:
    """Set city names and page titles."""
    return font(Role.TITLE)


def brand() -> QFont:
    """Give the face of the program's name."""
    return font(Role.BRAND)


def figure() -> QFont:
    """Give the face of the two percentages."""
    return font(Role.FIGURE)


def serif(points: float, weight: QFont.Weight = QFont.Weight.DemiBold) -> QFont:
    """Give the serif at a size no role has, such as the figure inside a ring."""
    return _font(_Face(points, 0, weight, True))


@cache
def _made(role: Role) -> QFont:
    return _font(_FACES[role])


def _font(face: _Face) -> QFont:
    made = QFont()
    elsewhere = _SANS_BOLD_ELSEWHERE if face.weight == _W.Bold else _SANS_ELSEWHERE
    sans = _SANS.get(sys.platform, elsewhere)
    made.setFamilies([*_SERIF, *sans] if face.is_serif else sans)
    made.setPointSizeF(face.points * _SCALE)
    made.setWeight(face.weight)
    if hasattr(QFont, "Tag"):
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def _has_one_of(families: list[str]) -> bool:
    return any(map(QFontDatabase.hasFamily, families))


def _found(name: str) -> list[Path]:
    path = fetched(name)
    return [] if path is None else [path]

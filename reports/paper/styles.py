"""The type of our papers: role, size and leading of everything that is printed (paper.md section 2)."""

from dataclasses import dataclass
from functools import cached_property

from reports.paper.faces import Role

MM = 72 / 25.4
GRID = 28.95
"""Leading of the text parts: 22 lines on 225 mm (GB/T 9704-2012, 5.2.3)."""
PITCH = 156 * MM / 28
"""Advance of a character of the text parts: 28 on 156 mm."""


@dataclass(frozen=True)
class Style:
    """How a run of text is set; lengths in points.

    `pitch` is the advance of one Han character (0: the size); `latin` serves letters and figures where it is another
    role; `tabular` gives every figure the width of the widest.
    """

    role: Role
    size: float
    lead: float
    pitch: float = 0
    latin: Role | None = None
    tabular: bool = False

    @cached_property
    def em(self) -> float:
        """Give the advance of one Han character."""
        return self.pitch or self.size

    @cached_property
    def key(self) -> str:
        """Tell the style apart from others; a string, because strings remember their hash."""
        return f"{self.role}|{self.size}|{self.lead}|{self.pitch}|{self.latin}|{self.tabular}"

    @property
    def baseline(self) -> float:
        """Say how far the baseline lies under the top of the line box, whatever the font."""
        return (self.lead - self.size) / 2 + 0.88 * self.size


BODY = Style(Role.BODY, 16, GRID, PITCH, Role.LATIN)
PART = Style(Role.HEAD, 16, GRID, PITCH)
SECTION = Style(Role.SUBHEAD, 16, GRID, PITCH)
TITLE = Style(Role.TITLE, 22, 36, latin=Role.LATIN_BOLD)
COVER_TITLE = Style(Role.TITLE, 42, 50, latin=Role.LATIN_BOLD)
PAGE_NUMBER = Style(Role.SONG, 14, 14, latin=Role.LATIN)
CONTENTS_NUMBER = Style(Role.SONG, 14, GRID, tabular=True)
CAPTION = Style(Role.HEAD, 10.5, 15)
TABLE_HEAD = Style(Role.HEAD, 10.5, 14)
TABLE = Style(Role.TABLE, 10.5, 15, tabular=True)
TABLE_STRONG = Style(Role.HEAD, 10.5, 15)
TABLE_SECTION = Style(Role.HEAD, 12, 16)
SMALL = Style(Role.TABLE, 9, 12.5, tabular=True)
SMALL_STRONG = Style(Role.HEAD, 9, 12.5)
SMALL_WIDE = Style(Role.TABLE, 9, 15, tabular=True)

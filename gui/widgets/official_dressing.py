"""How stretches of an official text look: anchors lit or underlined, figures marked, what was found, what is chosen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from gui.platform.theme import Theme
from gui.widgets.official_layout import format_range
from gui.widgets.official_rows import Mark, TextRow
from models.vocabulary import ItemKey

_Underline = QTextCharFormat.UnderlineStyle
_BRIDGED = 3
"""So few characters between two lit stretches are lit with them: they are read as one."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of a row that was looked for; one of them is the hit in hand."""

    start: int
    end: int
    is_current: bool


@dataclass(frozen=True, slots=True)
class Dress:
    """What is laid over one row, in the order it is drawn."""

    row: TextRow
    marks: Sequence[Mark]
    hits: Sequence[Hit]
    chosen: tuple[int, int]

    def formats(self, key: ItemKey | None, clause: str, theme: Theme) -> list[QTextLayout.FormatRange]:
        """Give the formats for the item in hand and its clause."""
        anchors = (*self._bridges(key, theme), *self._anchors(key, clause, theme))
        stretches = (*anchors, *self._found(theme), *self._chosen(theme))
        return [format_range(self.row.text, start, end, look) for start, end, look in stretches if start < end]

    def _anchors(self, key: ItemKey | None, clause: str, theme: Theme) -> Iterator[tuple[int, int, QTextCharFormat]]:
        for mark in sorted(self.marks, key=lambda mark: (mark.key == key, mark.is_figure)):
            look = QTextCharFormat()
            if mark.is_figure:
                look.setFontWeight(QFont.Weight.DemiBold)
                look.setForeground(theme.ink)
                _underline(look, _Underline.DotLine, theme.accent)
            elif self.row.ref == clause and mark.key != key:
                _underline(look, _Underline.SingleUnderline, theme.line2)
            if mark.key == key:
                look.setBackground(theme.lit)
                look.setForeground(theme.ink)
            yield mark.start, mark.end, look

    def _bridges(self, key: ItemKey | None, theme: Theme) -> Iterator[tuple[int, int, QTextCharFormat]]:
        lit = sorted((mark.start, mark.end) for mark in self.marks if mark.key == key)
        for (_, end), (start, _) in pairwise(lit):
            if 0 < start - end <= _BRIDGED:
                look = QTextCharFormat()
                look.setBackground(theme.lit)
                look.setForeground(theme.ink)
                yield end, start, look

    def _found(self, theme: Theme) -> Iterator[tuple[int, int, QTextCharFormat]]:
        for hit in self.hits:
            look = QTextCharFormat()
            look.setBackground(theme.accent if hit.is_current else theme.lit)
            look.setForeground(theme.on_accent if hit.is_current else theme.ink)
            yield hit.start, hit.end, look

    def _chosen(self, theme: Theme) -> Iterator[tuple[int, int, QTextCharFormat]]:
        look = QTextCharFormat()
        look.setBackground(theme.accent)
        look.setForeground(theme.on_accent)
        yield *self.chosen, look


def _underline(look: QTextCharFormat, style: QTextCharFormat.UnderlineStyle, colour: object) -> None:
    look.setUnderlineStyle(style)
    look.setUnderlineColor(colour)

"""How an item of both revisions is drawn: what became of it, the two wordings, what happens to the answer."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from typing_extensions import override

from checklists.revisions import Fate
from gui.platform import fonts
from gui.platform.fonts import Role
from gui.platform.strokes import Option
from gui.platform.theme import Theme
from gui.revisions.content import RevisionLine, Wording, following_words
from gui.revisions.row_words import evidence_words, nothing_words
from gui.widgets import status_mark
from gui.widgets.chip import HEIGHT as CHIP
from gui.widgets.chip import chip_width, paint_chip
from gui.widgets.marked_text import draw_marked
from gui.widgets.row_list import ROW, RowDelegate
from gui.widgets.text import Wrapped, wrapped
from models.vocabulary import Status
from resources import word
from services.renewals import Following

_Index = QModelIndex | QPersistentModelIndex
_ABOVE, _BELOW, _GAP, _BETWEEN = 12, 12, 24, 8
_FATE, _ANSWER = 56, 176
_NARROW_BELOW = 1000
_TONES = {
    Fate.UNCHANGED: "na",
    Fate.REWORDED: "partly",
    Fate.MOVED: "select",
    Fate.SPLIT: "partly",
    Fate.NEW: "met",
    Fate.GONE: "not_met",
}
_OLD, _NEW = ("ink2", "not_met_tint", "not_met"), ("ink", "met_tint", "")
_INK = {Following.TO_REVIEW: "partly", Following.ARCHIVED: "ink2", Following.STAYS: "ink3"}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a row of some width stand; the answer goes below where there is too little room."""

    fate: int
    before: int
    after: int
    wide: int
    answer: int
    is_answer_below: bool

    @classmethod
    def of(cls, left: int, width: int, *, has_answers: bool) -> "Columns":
        """Share out a width."""
        is_below = has_answers and width < _NARROW_BELOW
        beside = _ANSWER + _GAP if has_answers and not is_below else 0
        wide = max((width - _FATE - _GAP // 2 - beside - _GAP) // 2, 80)
        before = left + _FATE + _GAP // 2
        return cls(left, before, before + wide + _GAP, wide, left + width - _ANSWER, is_below)


class RevisionDelegate(RowDelegate):
    """Rows as high as the longer of the two wordings."""

    def __init__(self) -> None:
        super().__init__(0)
        self.width = 0
        self.has_answers = True

    def columns(self, left: int = 0) -> Columns:
        """Say where the columns stand."""
        return Columns.of(left, self.width - 2 * self.padding, has_answers=self.has_answers)

    @override
    def sizeHint(self, option: Option, index: _Index) -> QSize:
        return QSize(max(self.width, 1), self._height_of(index.data(ROW)))

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: RevisionLine, theme: Theme, /) -> None:
        columns = self.columns(rect.left())
        top = rect.top() + _ABOVE
        text = word(row.fate)
        chip = QRectF(columns.fate, top - 2, chip_width(text), CHIP)
        paint_chip(painter, chip, text, _TONES[row.fate], theme)
        self._paint_side(painter, (columns.before, top), [row.before] if row.before else [], theme, is_old=True)
        self._paint_side(painter, (columns.after, top), list(row.after), theme, is_old=False)
        below = top + self._sides_height(row)
        notes = self._notes(row)
        below += 4 if notes else 0
        for note in notes:
            note.draw(painter, columns.before, below, theme.ink2)
            below += note.height
        if self.has_answers and row.status is not None:
            self._paint_answer(painter, columns, (top, below), row, theme)

    @override
    def cut_text(self, _rect: QRect, row: RevisionLine, /) -> str:
        sides = [row.before] if row.before else []
        cut = (one for one in (*sides, *row.after) if _place_wide(one) > self.columns().wide)
        return "\n".join(dict.fromkeys(map(_place_words, cut)))

    def _height_of(self, row: RevisionLine) -> int:
        notes = self._notes(row)
        high = self._sides_height(row) + sum(note.height for note in notes) + (4 if notes else 0)
        columns = self.columns()
        if self.has_answers and row.status is not None:
            high = high + 24 if columns.is_answer_below else max(high, 60)
        return _ABOVE + high + _BELOW

    def _sides_height(self, row: RevisionLine) -> int:
        return max(self._side_height([row.before] if row.before else []), self._side_height(list(row.after)))

    def _side_height(self, side: list[Wording]) -> int:
        if not side:
            return 36
        return sum(16 + 4 + self._text(one).height for one in side) + _BETWEEN * (len(side) - 1)

    def _text(self, wording: Wording) -> Wrapped:
        return wrapped(wording.text, Role.BODY, self.columns().wide)

    def _notes(self, row: RevisionLine) -> list[Wrapped]:
        columns = self.columns()
        return [wrapped(note, Role.SMALL, 2 * columns.wide + _GAP) for note in row.notes]

    def _paint_side(
        self, painter: QPainter, corner: tuple[int, int], side: list[Wording], theme: Theme, *, is_old: bool
    ) -> None:
        left, top = corner
        if not side:
            wrapped(nothing_words(is_old=is_old), Role.SMALL, self.columns().wide).draw(painter, left, top, theme.ink3)
        for one in side:
            _write_place(painter, QRect(left, top, self.columns().wide, 16), one, theme)
            text = self._text(one)
            look = _OLD if is_old else _NEW
            ink, tint, strike = (theme.role(role) if role else None for role in look)
            assert ink is not None
            assert tint is not None
            draw_marked(painter, text, (left, top + 20), ink, tint=tint, spans=one.spans, strike=strike)
            top += 20 + text.height + _BETWEEN

    def _paint_answer(
        self, painter: QPainter, columns: Columns, tops: tuple[int, int], row: RevisionLine, theme: Theme
    ) -> None:
        assert row.status is not None
        following, ink = following_words(row), theme.role(_INK[row.following])
        if columns.is_answer_below:
            left = columns.before
            left = _status(painter, left, tops[1] + 4, row.status, theme) + 16
            left = _words(painter, left, tops[1] + 4, evidence_words(row.evidence), theme.ink3) + 16
            _words(painter, left, tops[1] + 4, following, ink)
            return
        _status(painter, columns.answer, tops[0], row.status, theme)
        _words(painter, columns.answer, tops[0] + 20, evidence_words(row.evidence), theme.ink3)
        _words(painter, columns.answer, tops[0] + 40, following, ink)


def _write_place(painter: QPainter, rect: QRect, wording: Wording, theme: Theme) -> None:
    painter.setFont(fonts.meta())
    painter.setPen(theme.ink3)
    metrics = QFontMetrics(fonts.meta())
    shown = metrics.elidedText(_place_words(wording), Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)


def _place_words(wording: Wording) -> str:
    return f"{wording.label}　{wording.place}"


def _place_wide(wording: Wording) -> int:
    return QFontMetrics(fonts.meta()).horizontalAdvance(_place_words(wording))


def _status(painter: QPainter, left: int, top: int, status: Status, theme: Theme) -> int:
    status_mark.paint(painter, QRectF(left, top + 2, 16, 16), status, theme)
    return _words(painter, left + 16 + 6, top, word(status), theme.status(status))


def _words(painter: QPainter, left: int, top: int, text: str, ink: QColor) -> int:
    shown = wrapped(text, Role.SMALL, 10_000)
    shown.draw(painter, left, top, ink)
    return left + QFontMetrics(fonts.small()).horizontalAdvance(text)

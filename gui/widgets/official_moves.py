"""Where the keys that choose text lead in a column of it."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence

from gui.widgets.official_layout import LINE, TextColumn
from gui.widgets.official_selection import Place

Move = Callable[[TextColumn, Place, int], Place]
"""From a place to another one; the number is how high a page is."""

_Keys = QKeySequence.StandardKey


def _next(column: TextColumn, place: Place, _page: int) -> Place:
    index, offset = place
    if offset < len(column.placed[index].row.text):
        return index, offset + 1
    return (index + 1, 0) if index + 1 < len(column.placed) else place


def _previous(column: TextColumn, place: Place, _page: int) -> Place:
    index, offset = place
    if offset:
        return index, offset - 1
    return (index - 1, len(column.placed[index - 1].row.text)) if index else place


def _down(column: TextColumn, place: Place, _page: int) -> Place:
    return _by(column, place, LINE)


def _up(column: TextColumn, place: Place, _page: int) -> Place:
    return _by(column, place, -LINE)


def _page_down(column: TextColumn, place: Place, page: int) -> Place:
    return _by(column, place, page)


def _page_up(column: TextColumn, place: Place, page: int) -> Place:
    return _by(column, place, -page)


def _line_start(column: TextColumn, place: Place, _page: int) -> Place:
    return column.place_at(0, column.point_of(place).y() + LINE / 2)


def _line_end(column: TextColumn, place: Place, _page: int) -> Place:
    return column.place_at(column.width, column.point_of(place).y() + LINE / 2)


def _start(_column: TextColumn, _place: Place, _page: int) -> Place:
    return 0, 0


def _end(column: TextColumn, _place: Place, _page: int) -> Place:
    return len(column.placed) - 1, len(column.placed[-1].row.text)


def _by(column: TextColumn, place: Place, step: int) -> Place:
    at = column.point_of(place)
    y = at.y() + LINE / 2 + step
    if y < 0:
        return 0, 0
    return column.place_at(at.x(), y) if y < column.height else _end(column, place, 0)


MOVES: dict[QKeySequence.StandardKey, Move] = {
    _Keys.SelectNextChar: _next,
    _Keys.SelectPreviousChar: _previous,
    _Keys.SelectNextLine: _down,
    _Keys.SelectPreviousLine: _up,
    _Keys.SelectNextPage: _page_down,
    _Keys.SelectPreviousPage: _page_up,
    _Keys.SelectStartOfLine: _line_start,
    _Keys.SelectEndOfLine: _line_end,
    _Keys.SelectStartOfDocument: _start,
    _Keys.SelectEndOfDocument: _end,
}

"""Cells copied from a spreadsheet, laid into the base data: by the names beside them, or downwards from a cell."""

from checklists.base_figures import name_of
from gui.settings.base_model import BaseModel
from gui.settings.base_rows import Column

_AFTER_NAME = (Column.VALUE, Column.UNIT, Column.AS_OF, Column.SOURCE)


def is_a_table(text: str) -> bool:
    """Say whether a text is more than what goes into one cell."""
    return "\t" in text or "\n" in text.strip("\r\n")


def lay(model: BaseModel, text: str, row: int, column: Column) -> int:
    """Lay cells into the model and say how many figures got a value."""
    cells = [
        [cell.strip() for cell in line.split("\t")] for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")
    ]
    named = [_place(model, line[0]) for line in cells]
    if any(place is not None for place in named):
        return sum(
            _write(model, place, line[1:], 0) for place, line in zip(named, cells, strict=True) if place is not None
        )
    return _downwards(model, cells, row, column)


def _place(model: BaseModel, name: str) -> int | None:
    return model.find(name_of(name)) if name else None


def _downwards(model: BaseModel, cells: list[list[str]], row: int, column: Column) -> int:
    """Fill one figure after another, headings skipped; a blank cell leaves its figure as it is."""
    first = _AFTER_NAME.index(column) if column in _AFTER_NAME else 0
    places = (place for place in range(row, model.rowCount()) if not model.row(place).heading)
    return sum(_write(model, place, line, first) for place, line in zip(places, cells, strict=False))


def _write(model: BaseModel, place: int, cells: list[str], first: int) -> bool:
    for column, text in zip(_AFTER_NAME[first:], cells, strict=False):
        if text:
            model.setData(model.index(place, column), text)
    return bool(cells) and bool(cells[0])

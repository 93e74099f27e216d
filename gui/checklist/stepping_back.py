"""回到这一步: the parts that lead an item from where it stands to where it stood."""

from collections.abc import Sequence

from services.changes import AnswerPart, Change, Part, ReadingPart
from services.checklist import Answer, ItemRow
from services.judging import Reading


def parts_back_to(row: ItemRow, kept: Sequence[Change]) -> tuple[Part, ...]:
    """Give the parts that restore answer and readings as they stood after the first of `kept`, newest first."""
    parts: list[Part] = []
    answer = next((part.after for part in _parts(row, kept) if isinstance(part, AnswerPart)), Answer())
    if answer != row.answer:
        parts.append(AnswerPart(row.key, row.answer, answer))
    for figure in row.indicators:
        key = figure.indicator.key
        told = (one for one in _parts(row, kept) if isinstance(one, ReadingPart) and one.indicator == key)
        reading = next((part.after for part in told), Reading())
        if reading != figure.reading:
            parts.append(ReadingPart(row.key, key, figure.reading, reading))
    return tuple(parts)


def _parts(row: ItemRow, changes: Sequence[Change]) -> list[Part]:
    return [part for change in changes for part in reversed(change.parts) if part.item == row.key]

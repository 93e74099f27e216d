"""回到这一步: the parts that lead an item from where it stands to where it stood."""

from collections.abc import Sequence

from services.changes import AnswerPart, Change, OverrulingPart, Part, ReadingPart
from services.checklist import Answer, ItemRow
from services.judging import NOT_OVERRULED, Reading


def parts_back_to(row: ItemRow, kept: Sequence[Change]) -> tuple[Part, ...]:
    """Give the parts that restore what was written as it stood after the first of `kept`, newest first."""
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
        judged = (one for one in _parts(row, kept) if isinstance(one, OverrulingPart) and one.indicator == key)
        overruling = next((part.after for part in judged), NOT_OVERRULED)
        if overruling != figure.overruling:
            parts.append(OverrulingPart(row.key, key, figure.overruling, overruling))
    return tuple(parts)


def _parts(row: ItemRow, changes: Sequence[Change]) -> list[Part]:
    return [part for change in changes for part in reversed(change.parts) if part.item == row.key]

"""回到这一步: the parts that lead an item from where it stands to where it stood."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from services.checklist import Answer, ItemRow
from services.judging import NOT_OVERRULED, Reading
from services.trail.changes import AnswerPart, Change, EvidencePart, OverrulingPart, Part, ReadingPart


def parts_back_to(row: ItemRow, kept: Sequence[Change], since: Sequence[Change]) -> tuple[Part, ...]:
    """Give the parts that restore an item as it stood after the first of `kept`, newest first like those since."""
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
    return (*parts, *_evidence_back(row, kept, since))


def _evidence_back(row: ItemRow, kept: Sequence[Change], since: Sequence[Change]) -> Iterator[EvidencePart]:
    """Put evidence back that was there then, and take off what has come since."""
    there = {piece.id for piece in row.evidence}
    told = [part for part in (*_parts(row, kept), *_parts(row, since)) if isinstance(part, EvidencePart)]
    then = {part.evidence: part.after for part in reversed(_parts(row, kept)) if isinstance(part, EvidencePart)}
    for part in {part.evidence: part for part in told}.values():
        was_there, is_there = then.get(part.evidence, False), part.evidence in there
        if was_there is not is_there:
            yield replace(part, before=is_there, after=was_there)


def _parts(row: ItemRow, changes: Sequence[Change]) -> list[Part]:
    return [part for change in changes for part in reversed(change.parts) if part.item == row.key]

"""What the archive says of an item that is no longer asked."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication

from gui.revisions.archive_pane import ArchivedItem
from gui.widgets.figure_words import actual_words, target_words
from services.checklist import ItemRow

_tr = partial(QCoreApplication.translate, "revisions")


def archived(row: ItemRow, *, can_come_back: bool) -> ArchivedItem:
    """Say everything that was written of an item."""
    return ArchivedItem(
        key=row.key,
        label=row.label,
        text=row.item.text,
        status=row.status,
        lines=tuple(_lines(row)),
        evidence=tuple((piece.id, f"{piece.number}　{piece.name}") for piece in row.evidence),
        can_come_back=can_come_back,
    )


def _lines(row: ItemRow) -> Iterator[str]:
    answer = row.answer
    told = {_tr("完成情况"): answer.note, _tr("尚缺什么"): answer.missing, _tr("不适用的理由"): answer.reason}
    told |= {_tr("责任科室"): answer.department, _tr("填报人"): answer.person}
    for name, words in told.items():
        if words:
            yield f"{name}　{words}"
    for figure in row.indicators:
        actual = actual_words(figure.indicator, figure.reading)
        if actual:
            wording = _tr("{name}　实际 {actual}，要求 {target}")
            name, target = figure.indicator.name, target_words(figure.indicator)
            yield wording.format(name=name, actual=actual, target=target)
    if row.changed_at is not None:
        yield _tr("最后改于 {day}　{who}").format(
            day=row.changed_at.astimezone().date().isoformat(), who=row.changed_by
        )

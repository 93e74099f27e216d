"""A step of the history in a few words, for 撤销 and 重做."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.key_labels import label_of
from resources import word
from services.changes import AnswerPart, Change, EvidencePart

_tr = partial(QCoreApplication.translate, "shell")


def step_words(change: Change) -> str:
    """Say what a step did: 11-2 改为部分落实, 11-2 的完成情况, 6 条一起改."""
    items = change.items()
    if all(isinstance(part, AnswerPart) and part.is_mark for part in change.parts):
        return _tr("{count} 条标为需复核").format(count=len(items))
    if len(items) > 1:
        return _tr("{count} 条一起改").format(count=len(items))
    part = change.parts[0]
    match part:
        case AnswerPart() if part.before.status is not part.after.status:
            return _tr("{key} 改为{status}").format(key=label_of(part.item), status=word(part.after.status))
        case AnswerPart() if part.is_review:
            return _tr("{key} 已复核").format(key=label_of(part.item))
        case AnswerPart():
            return _tr("{key} 的填报").format(key=label_of(part.item))
        case EvidencePart():
            return _tr("{key} 的佐证“{name}”").format(key=label_of(part.item), name=part.name)
        case _:
            return _tr("{key} 的实际值").format(key=label_of(part.item))


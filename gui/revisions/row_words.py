"""The words that rows of the comparison and cards of the archive have in common."""

from functools import partial

from PySide6.QtCore import QCoreApplication

_tr = partial(QCoreApplication.translate, "revisions")


def evidence_words(count: int) -> str:
    """Say how much evidence there is."""
    return _tr("佐证 {count} 件").format(count=count) if count else _tr("没有佐证")


def nothing_words(*, is_old: bool) -> str:
    """Say that one revision has nothing there."""
    return _tr("原来没有这一条") if is_old else _tr("这一版没有这一条了")

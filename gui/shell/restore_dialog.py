"""Which backup is to take the place of records that cannot be opened."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gui.pieces.words import size_words
from gui.platform import fonts
from gui.platform.theme import Theme
from gui.widgets.day_words import day_words
from gui.widgets.dialog import WIDE, Dialog
from gui.widgets.over_scroll import OverScroll
from gui.widgets.panes import scrolled
from gui.widgets.row_list import ROW, RowDelegate, RowList
from services.backups import BackupRow

_tr = partial(QCoreApplication.translate, "RestoreDialog")
_HIGH, _MOST, _BAR = 36, 216, 8


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A backup as it is shown: its moment at the left, what is known of it at the right."""

    path: Path
    when: str
    what: str


class RestoreDialog(Dialog):
    """Backups newest first, the newest chosen; Enter or a double click restores."""

    def __init__(self, rows: Sequence[BackupRow], now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(
            _tr("从哪一份备份恢复？"),
            _tr("选中的备份放回原处，它之后填的不在里面。坏了的文件夹改个名字留在旁边，里面一样不删。"),
            act=_tr("恢复"),
            stay=_tr("先不恢复"),
            width=WIDE,
            parent=parent,
        )
        self.list = RowList(_LineDelegate(_HIGH), said=_spoken, opens_at_once=False)
        self.list.show_rows([_line(row, now) for row in rows])
        self.list.setAccessibleName(_tr("备份"))
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.wanted.connect(self.accept)
        area = scrolled(self.list)
        OverScroll(area)
        area.setFixedHeight(min(len(rows) * _HIGH + 2, _MOST))
        self.add(area)

    @property
    def chosen(self) -> BackupLine:
        """Give the backup chosen."""
        line = self.list.currentIndex().data(ROW)
        assert isinstance(line, BackupLine)
        return line


class _LineDelegate(RowDelegate):
    """Day and time, and its size."""

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: Any, theme: Theme, /) -> None:
        painter.setFont(fonts.body())
        painter.setPen(theme.ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, row.when)
        painter.setFont(fonts.small())
        painter.setPen(theme.ink2)
        beside_bar = rect.adjusted(0, 0, -_BAR, 0)
        painter.drawText(beside_bar, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.what)


def _line(row: BackupRow, now: datetime) -> BackupLine:
    here = row.made_at.astimezone(now.tzinfo)
    day = _tr("今天") if here.date() == now.date() else day_words(here.date(), now.date())
    known = [_tr("程序升级前")] if row.is_before_renewal else []
    with suppress(OSError):
        known.append(size_words(row.path.stat().st_size))
    return BackupLine(row.path, f"{day} {here:%H:%M}", " · ".join(known))


def _spoken(row: object) -> str:
    return f"{row.when}，{row.what}" if isinstance(row, BackupLine) else ""

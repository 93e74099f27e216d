"""The drafts that wait to be gone on with, a line each, above the policies."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.widgets.buttons import LinkButton, ToolButton
from gui.widgets.chip import Chip
from gui.widgets.day_words import moment_words
from gui.widgets.labels import ElidedLabel, plain_label
from gui.widgets.panes import Card, column_in
from gui.widgets.writing import writes

if TYPE_CHECKING:
    from services.drafts import DraftRow

_HEIGHT = 44


class DraftLines(QWidget):
    """One line a draft; none, nothing to see."""

    chosen = Signal(str)
    unwanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[DraftLine] = []
        self._shown: tuple[Sequence[DraftRow], date] | None = None
        self._column = column_in(self, 8)
        self.hide()

    def show_drafts(self, rows: "Sequence[DraftRow]", now: datetime) -> None:
        """Show other drafts; the lines of the same ones stay, and what has the keyboard in them."""
        if (rows, now.date()) == self._shown:
            return
        self._shown = (rows, now.date())
        for old in self._lines:
            old.hide()
            old.deleteLater()
        self._lines = [DraftLine(row, now) for row in rows]
        for line in self._lines:
            line.chosen.connect(self.chosen)
            line.unwanted.connect(self.unwanted)
            self._column.addWidget(line)
        self.setVisible(bool(rows))


class DraftLine(Card):
    """A draft: what it is of, when it was last worked on, the way back to it and the way to be rid of it."""

    chosen = Signal(str)
    unwanted = Signal(str)

    def __init__(self, row: "DraftRow", now: datetime, parent: QWidget | None = None) -> None:
        super().__init__("raised", parent=parent)
        self._name = row.name
        self.setFixedHeight(_HEIGHT)
        go_on = writes(LinkButton(self.tr("接着改")))
        throw_away = writes(ToolButton("trash", self.tr("丢弃这份草稿")))
        go_on.setVisible(not row.is_damaged)
        go_on.clicked.connect(self._on_chosen)
        throw_away.clicked.connect(self._on_unwanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 6, 0)
        line.setSpacing(12)
        line.addWidget(Chip(self.tr("修改中") if row.revises else self.tr("草稿"), "partly"))
        line.addWidget(ElidedLabel(row.title), 1)
        line.addWidget(plain_label(_words(row, now), Role.META, "ink3"))
        line.addWidget(go_on)
        line.addWidget(throw_away)

    def _on_chosen(self) -> None:
        self.chosen.emit(self._name)

    def _on_unwanted(self) -> None:
        self.unwanted.emit(self._name)


def _words(row: "DraftRow", now: datetime) -> str:
    if row.edited_at is None:
        return QCoreApplication.translate("DraftLine", "读不回来了")
    words = QCoreApplication.translate("DraftLine", "{items} 个要点 · {when}")
    return words.format(items=row.items, when=moment_words(row.edited_at, now))

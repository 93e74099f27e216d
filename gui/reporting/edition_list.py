"""All editions of an assessment: look at one again, take it back, keep its signed scan."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.platform.jobs import Job
from gui.platform.style_buttons import LINK_AIR
from gui.reporting.edition_words import edition_title, in_two_lines, log_words, signers_words
from gui.widgets.buttons import LinkButton
from gui.widgets.dialog import WIDE, Dialog
from gui.widgets.labels import plain_label
from gui.widgets.panes import Pane, column_in, hrule, scrolled
from gui.widgets.problem import Problem
from gui.widgets.progress_card import ProgressCard
from gui.widgets.text import Paragraph
from gui.widgets.writing import writes
from services.editions.values import EditionRow
from services.trail.changes import Change

T = TypeVar("T")
_ROOM_FOR_ROWS = 420


class EditionEntry(QWidget):
    """One edition: who signs it, its fingerprint, what was done to it, and what can be."""

    def __init__(self, row: EditionRow, log: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row, self.log = row, log
        self.look = LinkButton(self.tr("看这一版的纸面"))
        self.withdraw = writes(LinkButton(self.tr("收回")))
        self.scan = writes(LinkButton(self.tr("换签字件") if row.scan else self.tr("收进签字件")))
        self.see_scan = LinkButton(self.tr("看签字件"))
        self.withdraw.setVisible(row.is_current)
        self.see_scan.setVisible(row.scan is not None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 8, 10)
        column.setSpacing(2)
        column.addWidget(plain_label(edition_title(row), Role.BODY_BOLD))
        for said in self._lines():
            column.addWidget(Paragraph(said, Role.SMALL, "ink2"))
        column.addSpacing(4)
        column.addLayout(self._links())

    def _lines(self) -> Iterable[str]:
        yield signers_words(self.row)
        yield self.tr("指纹 {fingerprint}").format(fingerprint=in_two_lines(self.row.edition.whole))
        yield from self.log

    def _links(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setContentsMargins(LINK_AIR, 0, 0, 0)
        across.setSpacing(16)
        for link in (self.look, self.scan, self.see_scan, self.withdraw):
            link.setAccessibleDescription(edition_title(self.row))
            across.addWidget(link)
        across.addStretch(1)
        return across


class EditionsDialog(Dialog):
    """Wishes name the edition by its number."""

    look_wanted = Signal(int)
    withdraw_wanted = Signal(int)
    scan_wanted = Signal(int)
    see_scan_wanted = Signal(int)

    def __init__(self, rows: Sequence[EditionRow], log: Sequence[Change], parent: QWidget | None = None) -> None:
        question, said = self.tr("各版定稿"), self.tr("每一版都能原样再印；收回只改它的状态，已签的纸面不变。")
        super().__init__(question, said, act=self.tr("关上"), width=WIDE, parent=parent)
        self._problem = Problem()
        self.add(self._problem)
        self._taking = ProgressCard(self.tr("正在收签字件"))
        self.add(self._taking)
        self._held = scrolled(Pane("raised"))
        self.add(self._held)
        self.entries: tuple[EditionEntry, ...] = ()
        self.show_rows(rows, log)

    def show_rows(self, rows: Sequence[EditionRow], log: Sequence[Change]) -> None:
        """Show the editions as they stand, each with what was done to it."""
        content = Pane("raised")
        column = column_in(content)
        self.entries = tuple(EditionEntry(row, log_words(log, row.number)) for row in rows)
        for number, entry in enumerate(self.entries):
            if number:
                column.addWidget(hrule())
            column.addWidget(entry)
            self._connect(entry)
        column.addStretch(1)
        self._held.setWidget(content)
        height = column.totalHeightForWidth(WIDE - 60)
        self._held.setFixedHeight(min(height + 8, _ROOM_FOR_ROWS))

    def show_taking(self, job: Job[T]) -> None:
        """Show how far a signed scan has been taken in; nothing else is begun meanwhile."""
        self._taking.watch(job)
        self._held.setEnabled(False)
        job.ended.connect(self._on_taken)

    def _on_taken(self) -> None:
        self._held.setEnabled(True)

    def show_problem(self, sentence: str) -> None:
        """Say what could not be done."""
        self._problem.say(sentence)

    def _connect(self, entry: EditionEntry) -> None:
        number = entry.row.number
        for link, wish in (
            (entry.look, self.look_wanted),
            (entry.withdraw, self.withdraw_wanted),
            (entry.scan, self.scan_wanted),
            (entry.see_scan, self.see_scan_wanted),
        ):
            link.clicked.connect(lambda _=False, wish=wish: wish.emit(number))

"""What was said of an item last year: verdict, figures and note, and the step that takes the note along."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from gui.platform.fonts import Role
from gui.platform.style_buttons import LINK_AIR
from gui.platform.theme import theme_of
from gui.widgets import status_mark
from gui.widgets.buttons import LinkButton
from gui.widgets.figure_words import actual_words
from gui.widgets.labels import plain_label, set_tip
from gui.widgets.panes import column_in
from gui.widgets.text import Paragraph
from gui.widgets.writing import writes
from models.vocabulary import Status
from resources import word
from services.checklist import ItemRow

_MARK, _LINES = 16, 4


@dataclass(frozen=True, slots=True)
class LastSaid:
    """An item as it stood in the cycle before."""

    year: int
    row: ItemRow

    @property
    def note(self) -> str:
        """Give what can be taken along: what was written of how the item is carried out."""
        return self.row.answer.note.strip()

    @property
    def is_telling(self) -> bool:
        """Say whether anything was answered."""
        return self.row.status is not Status.UNANSWERED

    @property
    def chip(self) -> str:
        """Say it beside the item in the list."""
        return QCoreApplication.translate("LastYearPart", "去年{status}").format(status=word(self.row.status))


class LastYearPart(QWidget):
    """One quiet line, the note below it; hidden where nothing was said last year."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: LastSaid | None = None
        self._mark = _Mark()
        self._verdict = plain_label("", Role.SMALL, "ink2")
        self._words = Paragraph("", Role.SMALL, "ink2", max_lines=_LINES)
        self.take = writes(LinkButton(self.tr("带过来")))
        set_tip(self.take, self.tr("把去年写的完成情况放进今年的格子，再改　D"))
        self._lay_out()
        self.take.clicked.connect(self.take_note)
        self.show_last(None, can_take=False)

    def show_last(self, said: LastSaid | None, *, can_take: bool) -> None:
        """Show what was said last year, if anything."""
        self._said = said if said is not None and said.is_telling else None
        self.setVisible(self._said is not None)
        if self._said is None:
            return
        row = self._said.row
        self._mark.show_status(row.status)
        self._verdict.setText(self.tr("{year} 年{status}").format(year=self._said.year, status=word(row.status)))
        self._words.show_text("\n".join(_words(row)))
        self._words.setVisible(any(_words(row)))
        self.take.setVisible(bool(self._said.note) and can_take)

    def take_note(self) -> None:
        """Offer last year's note as a draft."""
        if self._said is not None and not self.take.isHidden():
            self.taken.emit(self._said.note)

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return (self.take,)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, LINK_AIR, 0)
        line.setSpacing(8)
        line.addWidget(self._mark)
        line.addWidget(self._verdict)
        line.addStretch(1)
        line.addWidget(self.take)
        column = column_in(self, 2)
        column.addLayout(line)
        column.addWidget(self._words)


class _Mark(QWidget):
    """Last year's status mark."""

    def __init__(self) -> None:
        super().__init__()
        self._status = Status.UNANSWERED
        self.setFixedSize(_MARK, _MARK)

    def show_status(self, status: Status) -> None:
        """Show another mark."""
        self._status = status
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        status_mark.paint(QPainter(self), QRectF(self.rect()), self._status, theme_of(self))


def _words(row: ItemRow) -> Iterator[str]:
    """Say the figures that were read, then the note, what was missing, or why it did not apply."""
    read = ((one.indicator, actual_words(one.indicator, one.reading)) for one in row.indicators)
    figures = "；".join(f"{indicator.name} {said}" for indicator, said in read if said)
    answer = row.answer
    yield from filter(None, (figures, answer.note.strip(), answer.missing.strip(), answer.reason.strip()))

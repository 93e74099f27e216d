"""The rounds of progress, one under another, and the place to write the next."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gui.platform.fonts import Role
from gui.platform.theme import theme_of
from gui.widgets.buttons import Button
from gui.widgets.date_edit import DateEdit
from gui.widgets.day_words import day_words
from gui.widgets.field import Field
from gui.widgets.labels import heading, plain_label
from gui.widgets.line_edit import LineEdit
from gui.widgets.note_edit import NoteEdit
from gui.widgets.text import Paragraph
from services.finding_rows import FindingRow, RoundRow

_DOT, _LEFT = 8, 24


class RoundsPart(QWidget):
    """What was done so far; a new round is written with its day and how much is done by then."""

    round_wanted = Signal(str, int, object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._items: list[_Item] = []
        self._shown: tuple[RoundRow, ...] | None = None
        self._number: int | None = None
        self._rounds = QVBoxLayout()
        self._rounds.setSpacing(0)
        self._nothing = plain_label(self.tr("还没有进展。做了一轮，就在下面记一笔。"), Role.SMALL, "ink3", wraps=True)
        self.words = NoteEdit(lines=2, placeholder=self.tr("写这一轮做了什么"), most_lines=8)
        self.percent, self.day = LineEdit(), DateEdit(today)
        self.add = Button(self.tr("记下这一轮"))
        self._entry = QWidget()
        self._percent_field = Field(self.tr("已完成（%）"), self.percent)
        self._lay_out()
        self.words.setAccessibleName(self.tr("写这一轮做了什么"))
        self.add.clicked.connect(self.write)
        self.words.textChanged.connect(self._on_text_changed)
        self._on_text_changed()

    def show_row(self, row: FindingRow) -> None:
        """Show a finding's rounds; words typed but not written down stay with the finding they are for."""
        if row.number != self._number:
            self._number = row.number
            self._clear(row)
        elif self._shown is not None and len(row.rounds) > len(self._shown):
            self._clear(row)
        self._nothing.setVisible(not row.rounds)
        self._entry.setVisible(row.finding.is_open)
        if row.rounds != self._shown:
            self._shown = row.rounds
            self._rebuild(row)

    @property
    def is_written(self) -> bool:
        """Say whether nothing is left that was typed and not written down."""
        return not self.words.toPlainText().strip()

    def write(self) -> None:
        """Say the round that was typed; a percentage that is none is said below its field."""
        text = self.percent.text().strip().removesuffix("%").strip()
        if not text.isascii() or not text.isdigit() or int(text) > 100:
            self._percent_field.show_error(self.tr("这里要填 0 到 100 的数，例如 40。"))
            self.percent.setFocus()
            return
        self._percent_field.show_error("")
        self.round_wanted.emit(self.words.toPlainText().strip(), int(text), self.day.shown_date or self._today())

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return (self.words, self.percent, self.day, self.add)

    def _clear(self, row: FindingRow) -> None:
        self.words.clear()
        self.words.show_text("")
        self.percent.show_text(str(row.percent))
        self.day.show_date(row.today)
        self._percent_field.show_error("")
        self._on_text_changed()

    def _rebuild(self, row: FindingRow) -> None:
        for item in self._items:
            self._rounds.removeWidget(item)
            item.setParent(None)
            item.deleteLater()
        last = row.rounds[-1].number if row.rounds else 0
        self._items = [_Item(one, row.today, is_last=one.number == last) for one in row.rounds]
        for item in self._items:
            self._rounds.addWidget(item)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading(self.tr("进展")))
        column.addWidget(self._nothing)
        column.addLayout(self._rounds)
        column.addWidget(self._entry)
        inner = QVBoxLayout(self._entry)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._percent_field, 2)
        row.addWidget(Field(self.tr("日期"), self.day), 3)
        inner.addLayout(row)
        inner.addWidget(self.add)

    def _on_text_changed(self) -> None:
        self.add.setEnabled(not self.is_written)


class _Item(QWidget):
    """One round: a dot on a line, when and who, what was done."""

    def __init__(self, row: RoundRow, today: date, *, is_last: bool) -> None:
        super().__init__()
        self._is_last = is_last
        one = row.round
        when = day_words(one.on, today) if one.on else ""
        share = self.tr("完成 {count}%").format(count=one.percent)
        evidence = self.tr("佐证 {count} 件").format(count=len(row.evidence)) if row.evidence else ""
        meta = "　".join(filter(None, (when, one.person, share, evidence)))
        column = QVBoxLayout(self)
        column.setContentsMargins(_LEFT, 0, 0, 10)
        column.setSpacing(0)
        column.addWidget(Paragraph(meta, Role.META, "ink3"))
        if one.words:
            column.addWidget(Paragraph(one.words, Role.SMALL))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        if not self._is_last:
            painter.fillRect(QRectF(7, 8, 1, self.height()), theme.line2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.accent, 2))
        painter.setBrush(theme.raised)
        painter.drawEllipse(QPointF(7.5, 8), _DOT / 2 - 1, _DOT / 2 - 1)

"""The rounds of progress, one under another, and the place to write the next."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from gui.platform.fonts import Role
from gui.platform.strokes import focus_frame
from gui.platform.theme import theme_of
from gui.widgets.buttons import Button, QuietButton
from gui.widgets.date_edit import DateEdit
from gui.widgets.day_words import day_words
from gui.widgets.field import Field
from gui.widgets.labels import heading, plain_label, set_tip
from gui.widgets.line_edit import LineEdit
from gui.widgets.note_edit import NoteEdit
from gui.widgets.panes import column_in
from gui.widgets.text import Paragraph
from gui.widgets.writing import writes
from services.findings.rows import FindingRow, RoundRow

_DOT, _LEFT = 8, 24


class RoundsPart(QWidget):
    """What was done so far; a new round is written with its day and how much is done by then."""

    round_wanted = Signal(str, int, object)
    correction_wanted = Signal(int, str, int, object)
    removal_wanted = Signal(int)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._items: list[RoundItem] = []
        self._row: FindingRow | None = None
        self._shown: tuple[RoundRow, ...] | None = None
        self._number: int | None = None
        self._place: int | None = None
        self._rounds = QVBoxLayout()
        self._rounds.setSpacing(0)
        self._nothing = plain_label(self.tr("还没有进展。做了一轮，就在下面记一笔。"), Role.SMALL, "ink3", wraps=True)
        self.words = NoteEdit(lines=2, placeholder=self.tr("写这一轮做了什么"), most_lines=8)
        self.percent, self.day = LineEdit(), DateEdit(today)
        self.add, self.leave = Button(self.tr("记下这一轮")), QuietButton(self.tr("不改了"))
        self._entry = writes(QWidget())
        self._percent_field = Field(self.tr("已完成（%）"), self.percent)
        self._lay_out()
        self.words.setAccessibleName(self.tr("写这一轮做了什么"))
        self.add.clicked.connect(self.write)
        self.leave.clicked.connect(self._on_leave)
        self.words.textChanged.connect(self._on_text_changed)
        self._on_text_changed()

    def show_row(self, row: FindingRow) -> None:
        """Show a finding's rounds; words typed but not written down stay with the finding they are for."""
        if row.number != self._number:
            self._number = row.number
            self._clear(row)
        elif row.rounds != self._shown:
            self._clear(row)  # what was typed has been written down
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
        words, day = self.words.toPlainText().strip(), self.day.shown_date or self._today()
        if self._place is None:
            self.round_wanted.emit(words, int(text), day)
        else:
            self.correction_wanted.emit(self._place, words, int(text), day)

    def correct(self, row: RoundRow) -> None:
        """Put a round into the fields, to be corrected."""
        self._show_place(row.number)
        self.words.setPlainText(row.round.words)
        self.percent.show_text(str(row.round.percent))
        self.day.show_date(row.round.on)
        self.words.setFocus()

    def items(self) -> "tuple[RoundItem, ...]":
        """Give the rounds that are shown, in order."""
        return tuple(self._items)

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return (*self._items, self.words, self.percent, self.day, self.add, self.leave)

    def _show_place(self, place: int | None) -> None:
        """Say which round the fields hold: one to be corrected, or the next."""
        self._place = place
        self.add.setText(self.tr("记下这一轮") if place is None else self.tr("改好这一轮"))
        self.leave.setVisible(place is not None)

    def _clear(self, row: FindingRow) -> None:
        self._row = row
        self._show_place(None)
        self.words.clear()
        self.words.show_text("")
        self.percent.show_text(str(row.percent))
        self.day.show_date(row.today)
        self._percent_field.show_error("")
        self._on_text_changed()

    def _rebuild(self, row: FindingRow) -> None:
        for item in self._items:
            self._rounds.removeWidget(item)
            item.hide()
            item.deleteLater()
        last = row.rounds[-1].number if row.rounds else 0
        self._items = [RoundItem(one, row.today, is_last=one.number == last) for one in row.rounds]
        for item in self._items:
            item.menu_wanted.connect(partial(self._on_menu_wanted, item.row))
            self._rounds.addWidget(item)

    def _lay_out(self) -> None:
        column = column_in(self, 8)
        column.addWidget(heading(self.tr("进展")))
        column.addWidget(self._nothing)
        column.addLayout(self._rounds)
        column.addWidget(self._entry)
        inner = column_in(self._entry, 8)
        inner.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._percent_field, 2)
        row.addWidget(Field(self.tr("日期"), self.day), 3)
        inner.addLayout(row)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.add, 1)
        acts.addWidget(self.leave)
        inner.addLayout(acts)
        self._show_place(None)

    def menu_of(self, row: RoundRow) -> QMenu:
        """Make the menu of a round: correct it, take it back."""
        menu = writes(QMenu(self))
        menu.addAction(self.tr("修改")).triggered.connect(partial(self.correct, row))
        menu.addAction(self.tr("撤去这一轮")).triggered.connect(partial(self.removal_wanted.emit, row.number))
        return menu

    def _on_menu_wanted(self, row: RoundRow, place: QPoint) -> None:
        if self._entry.isHidden():
            return
        menu = self.menu_of(row)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _on_leave(self) -> None:
        if self._row is not None:
            self._clear(self._row)

    def _on_text_changed(self) -> None:
        self.add.setEnabled(not self.is_written)


class RoundItem(QWidget):
    """One round: a dot on a line, when and who, what was done; its menu corrects it."""

    menu_wanted = Signal(QPoint)

    def __init__(self, row: RoundRow, today: date, *, is_last: bool) -> None:
        super().__init__()
        self.row = row
        self._is_last = is_last
        one = row.round
        when = day_words(one.on, today) if one.on else ""
        share = self.tr("完成 {count}%").format(count=one.percent)
        evidence = self.tr("佐证 {count} 件").format(count=len(row.evidence)) if row.evidence else ""
        meta = "　".join(filter(None, (when, one.person, share, evidence)))
        self.setAccessibleName("，".join(filter(None, (meta, one.words))))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_tip(self, self.tr("右键或回车：修改、撤去"))
        column = QVBoxLayout(self)
        column.setContentsMargins(_LEFT, 0, 0, 10)
        column.setSpacing(0)
        column.addWidget(Paragraph(meta, Role.META, "ink3"))
        if one.words:
            column.addWidget(Paragraph(one.words, Role.SMALL))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            self.menu_wanted.emit(self.mapToGlobal(QPoint(_LEFT, self.height() - 10)))
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        if not self._is_last:
            painter.fillRect(QRectF(7, 8, 1, self.height()), theme.line2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.accent, 2))
        painter.setBrush(theme.raised)
        painter.drawEllipse(QPointF(7.5, 8), _DOT / 2 - 1, _DOT / 2 - 1)
        if self.hasFocus():
            focus_frame(painter, QRectF(_LEFT - 6, 0, self.width() - _LEFT + 6, self.height() - 8), theme.accent)

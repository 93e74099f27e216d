"""The cards of one column of the board."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate
from typing_extensions import override

from gui.findings.content import RowEntry
from gui.findings.table_model import ENTRY, FindingTableModel, Index
from gui.findings.words import deadline_words, meta_words, responsible_words, title_words
from gui.platform import fonts, icons
from gui.platform.fonts import Role
from gui.platform.strokes import Option, focus_frame, panel
from gui.platform.theme import Theme, theme_of
from gui.widgets.flat import lie_flat
from gui.widgets.text import wrapped
from models.vocabulary import FindingNumber
from services.findings.rows import FindingRow

_CARD, _GAP, _PAD, _EDGE = 88, 8, 10, 3
_S = QStyle.StateFlag
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class CardList(QListView):
    """The cards of one column."""

    chosen = Signal(int)
    opened = Signal()
    aside_wanted = Signal(int)
    menu_wanted = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._is_silent = False
        self.model_of_cards = FindingTableModel(self)
        self.setModel(self.model_of_cards)
        self.setItemDelegate(_CardDelegate(self))
        lie_flat(self)
        self.setMinimumWidth(120)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.doubleClicked.connect(self.opened)

    def show_number(self, number: FindingNumber | None) -> None:
        """Mark a card, or none."""
        self._is_silent = True
        self.setCurrentIndex(self.model_of_cards.index_of(number))
        self._is_silent = False

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        number = self.model_of_cards.number_at(current)
        if number is not None and not self._is_silent:
            self.chosen.emit(number)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        aside = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        elif event.key() in aside:
            self.aside_wanted.emit(aside[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape or (event.text().isprintable() and event.text()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        place = event.position().toPoint()
        if _more_place(QRectF(self.visualRect(self.indexAt(place)))).contains(place):
            self._on_menu(place)

    def _on_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():  # asked for by key
            index = self.currentIndex()
            place = self.visualRect(index).center()
        number = self.model_of_cards.number_at(index)
        if number is not None:
            self.menu_wanted.emit(number, self.viewport().mapToGlobal(place))


class _CardDelegate(QStyledItemDelegate):
    """Number, item and kind; the problem; who, and by when."""

    @override
    def sizeHint(self, option: Option, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, _CARD + _GAP)

    @override
    def paint(self, painter: QPainter, option: Option, index: QModelIndex | QPersistentModelIndex) -> None:
        entry, theme = index.data(ENTRY), theme_of(option.palette)
        if not isinstance(entry, RowEntry):
            return
        painter.save()
        rect = QRectF(option.rect).adjusted(0, 0, -1, -_GAP)
        is_chosen = bool(option.state & _S.State_Selected)
        is_under = bool(option.state & _S.State_MouseOver)
        ground = theme.select if is_chosen else theme.hover if is_under else theme.raised
        panel(painter, rect, ground, theme.line, radius=4)
        if is_chosen:
            painter.fillRect(QRectF(rect.left(), rect.top() + 4, _EDGE, rect.height() - 8), theme.accent)
        icons.draw(painter, _more_place(QRectF(option.rect)), "more", theme.ink3)
        _paint_card(painter, rect.adjusted(_PAD, 8, -_PAD, -8), entry.row, theme)
        if option.state & _S.State_HasFocus and option.state & _S.State_KeyboardFocusChange:
            focus_frame(painter, rect, theme.accent)
        painter.restore()


def _more_place(rect: QRectF) -> QRectF:
    """Give the corner of a card that opens its menu."""
    return QRectF(rect.right() - _PAD - 16, rect.top() + 6, 20, 20)


def _paint_card(painter: QPainter, rect: QRectF, row: FindingRow, theme: Theme) -> None:
    _line(
        painter,
        QRectF(rect.left(), rect.top(), rect.width() - 24, 16),
        f"{row.label}　{meta_words(row)}",
        theme,
        "ink3",
    )
    text = wrapped(title_words(row), Role.SMALL, int(rect.width()), 2)
    text.draw(painter, rect.left(), rect.top() + 17, theme.ink)
    foot = QRectF(rect.left(), rect.bottom() - 15, rect.width(), 16)
    said = deadline_words(row)
    painter.setFont(fonts.meta())
    painter.setPen(theme.not_met if row.is_overdue else theme.ink2)
    painter.drawText(foot, _RIGHT, said)
    room = foot.width() - painter.fontMetrics().horizontalAdvance(said) - 8
    _line(painter, QRectF(foot.left(), foot.top(), room, 16), responsible_words(row.remedy), theme, "ink2")


def _line(painter: QPainter, rect: QRectF, text: str, theme: Theme, ink: str) -> None:
    painter.setFont(fonts.meta())
    painter.setPen(theme.role(ink))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, _MIDDLE, shown)

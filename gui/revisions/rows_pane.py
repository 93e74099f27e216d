"""The items of a comparison under the heads of their columns."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.platform.theme import theme_of
from gui.revisions.content import RevisionLine, sentence_of
from gui.revisions.row_delegate import RevisionDelegate
from gui.widgets.empty_state import EmptyState
from gui.widgets.panes import Pane, column_in, hrule, scrolled
from gui.widgets.row_list import PADDING, RowList

_HEAD, _EDGE = 32, 24
_Index = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class RevisionList(RowList):
    """Rows that are read, not opened."""

    def __init__(self, delegate: RevisionDelegate, parent: QWidget | None = None) -> None:
        super().__init__(delegate, said=_said, parent=parent)
        self._rows = delegate
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAccessibleName(self.tr("逐条对照"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._rows.width != self.width():
            self._rows.width = self.width()
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()


class RowsPane(Pane):
    """Heads that stay, rows that scroll, and what stands there when nothing changed."""

    def __init__(self, *, has_answers: bool, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self._delegate = RevisionDelegate()
        self._delegate.has_answers = has_answers
        self.list = RevisionList(self._delegate)
        self._heads = _Heads(self._delegate)
        self._nothing = EmptyState("tick", "", "")
        self._area = scrolled(self._content())
        self._build()

    def show_lines(self, before: str, after: str, lines: Sequence[RevisionLine]) -> None:
        """Show items from the top."""
        self._heads.show_revisions(before, after)
        self.list.show_rows(lines)
        self._stack.setCurrentIndex(0 if lines else 1)
        self._area.verticalScrollBar().setValue(0)

    def explain_nothing(self, *, is_all: bool) -> None:
        """Say what it means when no item is shown: all stayed as it was, or all of one kind did."""
        if is_all:
            self._nothing.show_words(self.tr("要点都没有变动。"), self.tr("点“未变”，看看都有哪些。"))
        else:
            self._nothing.show_words(self.tr("没有这一类的要点。"), self.tr("点上面另一类，看看别的。"))

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(_EDGE - PADDING, 0, _EDGE - PADDING, 16)
        column.addWidget(self.list)
        column.addStretch()
        return content

    def _build(self) -> None:
        column = column_in(self)
        column.addWidget(self._heads)
        column.addWidget(hrule())
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._nothing)
        column.addWidget(holder, 1)


class _Heads(QWidget):
    """The names of the columns, where the rows' columns stand."""

    def __init__(self, delegate: RevisionDelegate) -> None:
        super().__init__()
        self._delegate = delegate
        self._before, self._after = "", ""
        self.setFixedHeight(_HEAD)

    def show_revisions(self, before: str, after: str) -> None:
        """Name the two revisions."""
        self._before, self._after = before, after
        self.setAccessibleName(self.tr("原来：{before}；现在：{after}").format(before=before, after=after))
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        columns = self._delegate.columns(_EDGE)
        painter.setFont(fonts.meta())
        painter.setPen(theme.ink3)
        heads = [
            (columns.before, columns.wide, self.tr("原来　{revision}").format(revision=self._before)),
            (columns.after, columns.wide, self.tr("现在　{revision}").format(revision=self._after)),
        ]
        if self._delegate.has_answers and not columns.is_answer_below:
            heads.append((columns.answer, 176, self.tr("本校的填报")))
        for left, wide, text in heads:
            painter.drawText(QRect(left, 0, wide, _HEAD), _MIDDLE, text)


def _said(row: object) -> str:
    assert isinstance(row, RevisionLine)
    return sentence_of(row)

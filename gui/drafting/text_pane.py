"""The right of the review: the document itself, the item in hand lit up, and what the reader found in its clause."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.drafting.content import ProblemRow
from gui.platform.fonts import Role
from gui.widgets.empty_state import EmptyState, IconView
from gui.widgets.labels import ElidedLabel
from gui.widgets.official_rows import Mark, TextRow
from gui.widgets.official_view import TextView
from gui.widgets.panes import Pane, column_in, hrule
from gui.widgets.problem import Problem
from models.vocabulary import ItemKey

_SHOWN = 3


class DocumentPane(Pane):
    """Shows one document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", parent)
        self._name = ElidedLabel("", Role.BODY)
        self.text = TextView()
        self.found = Problem(tone="partly")
        self._pages = QStackedWidget()
        self._lay_out()

    def show_document(self, name: str, rows: Sequence[TextRow]) -> None:
        """Show another document; no rows, none."""
        self._name.setText(name)
        self._pages.setCurrentIndex(0 if rows else 1)

    def show_marks(self, rows: Sequence[TextRow], marks: Sequence[Mark]) -> None:
        """Show where the items stand now, the text staying where it is."""
        top = self.text.verticalScrollBar().value()
        self.text.show_text(rows, marks)
        self.text.verticalScrollBar().setValue(top)

    def show_item(self, key: ItemKey, ref: str, place: tuple[int, int] | None) -> None:
        """Light an item and bring its place into view."""
        self.text.show_item(key, ref, place)

    def show_problems(self, rows: Sequence[ProblemRow]) -> None:
        """Say what the reader found in the clause."""
        told = [self.tr("第 {line} 行：").format(line=row.line) + row.says for row in rows[:_SHOWN]]
        more = len(rows) - _SHOWN
        if more > 0:
            told.append(self.tr("还有 {count} 处，见左边“读入时的疑点”。").format(count=more))
        self.found.say("\n".join(told))
        self._found_area.setVisible(bool(told))

    def _lay_out(self) -> None:
        self._pages.addWidget(self.text)
        self._pages.addWidget(
            EmptyState("file", self.tr("没有这份清单的原文。"), self.tr("从开始页的“看原文”读入以后，这里就有了。"))
        )
        column = column_in(self)
        column.addWidget(self._head())
        column.addWidget(hrule())
        column.addWidget(self._pages, 1)
        self._found_area = Pane("raised")
        inner = QVBoxLayout(self._found_area)
        inner.setContentsMargins(16, 8, 16, 12)
        inner.addWidget(self.found)
        self._found_area.hide()
        column.addWidget(self._found_area)

    def _head(self) -> QWidget:
        head = Pane("sheet")
        head.setFixedHeight(45)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(IconView("file", "ink2"))
        row.addWidget(self._name, 1)
        return head

"""The list of recent assessments."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QWidget
from typing_extensions import override

from gui.policies.recent_delegate import HEIGHT, RecentDelegate
from gui.policies.recent_rows import RecentRow
from gui.widgets.row_list import ROW, RowList


class RecentList(RowList):
    """Rows 64 high, the newest chosen; Enter, a double click or the arrow at the end opens one."""

    current_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        delegate = RecentDelegate()
        super().__init__(delegate, said=_sentence_of, opens_at_once=False, parent=parent)
        delegate.arrow_clicked.connect(self.wanted)
        self.setAccessibleName(self.tr("继续自评"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._least_rows = 2
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @override
    def show_rows(self, rows: Sequence[object]) -> None:
        super().show_rows(rows)
        self.setCurrentIndex(self.model().index(0, 0))

    @property
    def current(self) -> RecentRow | None:
        """Give the chosen row."""
        row = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return row if isinstance(row, RecentRow) else None

    def _on_current_changed(self) -> None:
        self.current_changed.emit()

    def show_at_least(self, rows: int) -> None:
        """Never shrink under this many rows."""
        self._least_rows = rows
        self.updateGeometry()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, HEIGHT * min(self._least_rows, self.model().rowCount()))


def _sentence_of(row: object) -> str:
    assert isinstance(row, RecentRow)
    return row.sentence

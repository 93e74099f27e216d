"""The tree of sections and measures with what stands above and below it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTreeView, QVBoxLayout, QWidget
from typing_extensions import override

from gui.checklist.screen_keys import belongs_to_screen
from gui.checklist.tree_delegate import TreeDelegate
from gui.checklist.tree_model import ChecklistTreeModel
from gui.platform import fonts
from gui.platform.fonts import Role
from gui.widgets.flat import lie_flat
from gui.widgets.labels import heading, plain_label, set_tip
from gui.widgets.over_scroll import OverScroll
from gui.widgets.panes import Pane, hrule
from services.scoring import Score

_CHEVRON = 32
_HEAD_AND_FOOT = 101
_LOW, _ROW, _LOW_ROW = 680, 28, 24


class MeasureTree(QTreeView):
    """Sections that fold and measures that lead to their items; rows are lower in a low window."""

    chosen = Signal(str)

    def __init__(self, model: ChecklistTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_shown = False
        self._delegate = TreeDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        lie_flat(self, step=28)
        OverScroll(self)
        self.setAccessibleName(self.tr("条款"))
        self.clicked.connect(self._on_clicked)

    def show_ref(self, ref: str) -> None:
        """Mark a line without telling anybody, and bring it into sight."""
        model = self._model()
        index = model.index_of(ref)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self._reveal(index)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self.executeDelayedItemsLayout()
            self.scrollToTop()
            self._reveal(self.currentIndex())

    def _reveal(self, index: QModelIndex) -> None:
        """Bring a line into sight, its section's heading too where there is room."""
        self.scrollTo(index.parent())
        self.scrollTo(index)

    def set_low(self, low: bool) -> None:
        """Take lower rows where the window is low."""
        wanted = _LOW_ROW if low else _ROW
        if self._delegate.row_height != wanted:
            self._delegate.row_height = wanted
            self.scheduleDelayedItemsLayout()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if belongs_to_screen(event):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.position().x() < _CHEVRON and self._model().rowCount(index) and index.isValid():
            self.setExpanded(index, not self.isExpanded(index))
        else:
            super().mousePressEvent(event)

    @override
    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave the arrows to the delegate."""

    def _model(self) -> ChecklistTreeModel:
        model = self.model()
        assert isinstance(model, ChecklistTreeModel)
        return model

    def _on_clicked(self, index: QModelIndex) -> None:
        if self.visualRect(index).isValid():
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        node = self._model().node_at(index)
        if node is not None:
            self.chosen.emit(node.ref)


class TreePane(Pane):
    """The tree under its heading, over the switch between the school's own items and all."""

    chosen = Signal(str)
    only_mine_wanted = Signal(bool)

    def __init__(self, model: ChecklistTreeModel, parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self.tree = MeasureTree(model, self)
        self._progress = plain_label("", Role.META, "ink3")
        self._filled, self._carried = plain_label("", Role.META, "ink2"), plain_label("", Role.META, "ink2")
        set_tip(self._filled, self.tr("已填的 ÷ 本校须答的"))
        set_tip(self._carried, self.tr("已落实的 ÷ 适用的，部分落实不算在内"))
        self.switch = QCheckBox(self.tr("只看本校与共同责任"))
        self._build()
        self.tree.chosen.connect(self.chosen)
        self.switch.toggled.connect(self.only_mine_wanted)

    def show_score(self, counted: Score) -> None:
        """Say how many items the school must answer, how many it has, and how many are carried out."""
        asked, answered = counted.must_answer, counted.answered
        self._progress.setText(self.tr("本校须答 {asked} 条，已填 {answered}").format(asked=asked, answered=answered))
        self._filled.setText(self.tr("填了 {part}/{whole}").format(part=answered, whole=asked))
        self._carried.setText(self.tr("落实 {part}/{whole}").format(part=counted.met, whole=counted.applicable))

    def show_only_mine(self, only_mine: bool) -> None:
        """Set the switch without telling anybody."""
        with QSignalBlocker(self.switch):
            self.switch.setChecked(only_mine)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tree.set_low(self.height() - _HEAD_AND_FOOT < _LOW)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(self.tree, 1)
        layout.addWidget(hrule())
        layout.addLayout(self._figures())
        layout.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 12, 12)
        row.addWidget(heading(self.tr("条款")))
        row.addStretch()
        row.addWidget(self._progress)
        return row

    def _figures(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 0)
        row.addWidget(self._filled)
        row.addStretch()
        row.addWidget(self._carried)
        return row

    def _foot(self) -> QHBoxLayout:
        self.switch.setFont(fonts.meta())
        self.switch.setFixedHeight(32)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self.switch)
        return row

"""A scroll bar that lies over the right edge of a view, so that rows go through to the edge."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar
from typing_extensions import override

_LANE = 10


class OverScroll(QScrollBar):
    """Moves with the view's own bar, which stays hidden; to be seen whenever there is more."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._own = view.verticalScrollBar()
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._own.rangeChanged.connect(self._on_range_changed)
        self._own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._own.setValue)
        view.installEventFilter(self)
        self._on_range_changed(self._own.minimum(), self._own.maximum())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QAbstractScrollArea):
            self.setGeometry(watched.width() - _LANE, 0, _LANE, watched.height())
            self.raise_()
        return super().eventFilter(watched, event)

    def _on_range_changed(self, least: int, most: int) -> None:
        self.setRange(least, most)
        self.setPageStep(self._own.pageStep())
        self.setSingleStep(self._own.singleStep())
        self.setVisible(most > least)

"""How far long work has come, and the way to stop it."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gui.platform.fonts import Role
from gui.platform.jobs import Job
from gui.platform.strokes import panel
from gui.platform.theme import theme_of
from gui.widgets.buttons import Button
from gui.widgets.labels import ElidedLabel, plain_label
from gui.widgets.panes import Card

PATIENCE_MS = 400
T = TypeVar("T")


class ProgressCard(Card):
    """Name, done of total, bar, what is in hand, 停下; it shows itself when work takes longer than a moment."""

    stop_wanted = Signal()

    def __init__(self, name: str, *, can_stop: bool = True, parent: QWidget | None = None) -> None:
        super().__init__("raised", "line", parent=parent)
        self._name = plain_label(name)
        self._count = plain_label("", Role.SMALL, "ink2")
        self._bar = _Bar()
        self._what = ElidedLabel("", Role.META, "ink2")
        self._stop = Button(self.tr("停下"), dense=True)
        if not can_stop:
            self._stop.hide()
        self._cancel: Callable[[], None] = _nothing_to_stop
        self._watched: Job[Any] | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self._stop.clicked.connect(self._on_stop)
        self._lay_out()
        self.hide()

    def watch(self, job: Job[T], name: str = "") -> None:
        """Follow a job to its end, in place of one followed before."""
        self._leave()
        self._watched = job
        self._name.setText(name or self._name.text())
        self._cancel = job.cancel
        self._stop.setEnabled(True)
        self.show_progress(0, 0, "")
        job.progressed.connect(self.show_progress)
        job.ended.connect(self._on_ended)
        self._patience.start()

    def show_progress(self, done: int, total: int, what: str) -> None:
        """Show how far it is; a total of nothing is not known yet."""
        self._count.setText(f"{done:,} / {total:,}" if total else "")
        self._what.setText(what)
        self._bar.show_share(done / total if total else 0)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(_row(self._name, self._count))
        column.addWidget(self._bar)
        column.addLayout(_row(self._what, self._stop, grows=True))

    def _on_stop(self) -> None:
        self._stop.setEnabled(False)
        self.stop_wanted.emit()
        self._cancel()

    def _leave(self) -> None:
        if self._watched is not None:
            self._watched.progressed.disconnect(self.show_progress)
            self._watched.ended.disconnect(self._on_ended)
            self._watched = None

    def _on_ended(self) -> None:
        self._patience.stop()
        self._cancel = _nothing_to_stop
        self._leave()
        self.hide()


def _nothing_to_stop() -> None:
    return


def _row(left: QWidget, right: QWidget, *, grows: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(left, 1 if grows else 0)
    if not grows:
        row.addStretch()
    row.addWidget(right)
    return row


class _Bar(QWidget):
    """A track 8 high, filled in the accent."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedHeight(8)

    def show_share(self, share: float) -> None:
        """Fill a share of the track."""
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        panel(painter, QRectF(self.rect()), theme.sunken, radius=2)
        if self._share:
            panel(painter, QRectF(0, 0, self.width() * self._share, 8), theme.accent, radius=2)

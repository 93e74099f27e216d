"""Sheets that came back: dropped or chosen, every row looked at, then taken in at once."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from gui.departments.returned_content import Row
from gui.departments.returned_list import ReturnedList, name_width, sides
from gui.departments.returned_model import ReturnedModel
from gui.platform import fonts
from gui.platform.fonts import Role
from gui.platform.theme import theme_of
from gui.widgets.buttons import Button, LinkButton, PrimaryButton
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import ElidedLabel, plain_label
from gui.widgets.panes import Pane, column_in, hrule
from gui.widgets.progress_card import ProgressCard

_HEAD, _FOOT, _EDGE = 36, 64, 16
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ReturnedPane(Pane):
    """Nothing is written until 收进来 is pressed."""

    files_dropped = Signal(list)
    files_wanted = Signal()
    taken = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self.model = ReturnedModel(self)
        self.list = ReturnedList(self.model)
        self.model.setParent(self.list)  # the list, which goes last, still looks at it
        self.empty = EmptyState(
            "package",
            self.tr("把科室填好的任务单拖到这里"),
            self.tr("一份或几份都行。收进来以前先逐条给您看，不会自己覆盖。"),
            self.tr("选文件"),
            "folder",
        )
        self.progress = ProgressCard(self.tr("正在核对任务单"))
        self.all_theirs = LinkButton(self.tr("都用表里的"))
        self.all_ours = LinkButton(self.tr("都留程序里的"))
        self.leave = Button(self.tr("不收了"))
        self.take = PrimaryButton(self.tr("收进来"))
        self._conflicts = plain_label("", Role.SMALL, "ink2")
        self._summary = ElidedLabel("", Role.SMALL, "ink2")
        self._pages = QStackedWidget()
        self._build()
        self._listen()
        self.setAcceptDrops(True)

    def show_nothing(self) -> None:
        """Wait for files."""
        self.model.show_rows(())
        self._pages.setCurrentIndex(0)

    def show_rows(self, rows: Sequence[Row], summary: str) -> None:
        """Show what was found."""
        self.model.show_rows(rows)
        self._summary.setText(summary)
        self._pages.setCurrentIndex(1)
        self.list.setFocus()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files_dropped.emit(files_in(event))

    def _build(self) -> None:
        found = QWidget()
        column = column_in(found)
        column.addWidget(_Heads(self.list.viewport()))
        column.addWidget(hrule())
        column.addWidget(self.list, 1)
        column.addWidget(hrule())
        column.addWidget(self._foot())
        self._pages.addWidget(self.empty)
        self._pages.addWidget(found)
        whole = column_in(self)
        whole.addWidget(self._pages, 1)
        whole.addWidget(self.progress)

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setFixedHeight(_FOOT)
        row = QHBoxLayout(foot)
        row.setContentsMargins(_EDGE, 0, _EDGE, 0)
        row.setSpacing(12)
        for part in (self._conflicts, self.all_theirs, self.all_ours):
            row.addWidget(part)
        row.addWidget(self._summary, 1)
        row.addWidget(self.leave)
        row.addWidget(self.take)
        return foot

    def _listen(self) -> None:
        self.empty.wanted.connect(self.files_wanted)
        self.all_theirs.clicked.connect(self._on_all_theirs)
        self.all_ours.clicked.connect(self._on_all_ours)
        self.leave.clicked.connect(self.left)
        self.take.clicked.connect(self._on_take)
        self.model.choice_changed.connect(self._on_choice_changed)

    def _on_choice_changed(self) -> None:
        count, conflicts = len(self.model.taken()), self.model.conflicts
        self.take.setEnabled(bool(count))
        self.take.setText(self.tr("收进来（{count} 处）").format(count=count) if count else self.tr("没有要收的"))
        self._conflicts.setText(self.tr("两边都改过 {count} 处").format(count=conflicts))
        for part in (self._conflicts, self.all_theirs, self.all_ours):
            part.setVisible(bool(conflicts))

    def _on_all_theirs(self) -> None:
        self.model.choose_conflicts(True)

    def _on_all_ours(self) -> None:
        self.model.choose_conflicts(False)

    def _on_take(self) -> None:
        self.taken.emit(self.model.taken())


class _Heads(QWidget):
    """The words over the two sides."""

    def __init__(self, over: QWidget) -> None:
        super().__init__()
        self._over = over
        self.setFixedHeight(_HEAD)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(fonts.meta())
        painter.setPen(theme_of(self).ink3)
        rect = QRect(0, 0, self._over.width(), self.height())
        ours, theirs = sides(rect)
        name = QRect(_EDGE, 0, name_width(rect.width()), self.height())
        for place, words in ((name, self.tr("哪一处")), (ours, self.tr("程序里")), (theirs, self.tr("任务单里"))):
            painter.drawText(QRect(place.left(), 0, place.width(), self.height()), _LEFT, words)


def files_in(event: QDropEvent) -> list[Path]:
    """Name the files that are being dropped."""
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]

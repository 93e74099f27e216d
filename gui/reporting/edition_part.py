"""What stands at the end of the options: whether the report is frozen, and the ways to freeze it and look back."""

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.platform.jobs import Job
from gui.reporting.edition_words import standing_words
from gui.widgets.buttons import Button, LinkButton
from gui.widgets.panes import column_in, hrule
from gui.widgets.progress_card import ProgressCard
from gui.widgets.text import Paragraph
from gui.widgets.writing import writes
from services.editions.values import Standing

T = TypeVar("T")


class EditionPart(QWidget):
    """Wishes: freeze, see the editions, go back to the report as it stands now."""

    freeze_wanted = Signal()
    list_wanted = Signal()
    live_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = Paragraph("", Role.SMALL, "ink2")
        self.freeze = writes(Button(self.tr("定稿"), "stamp"))
        self._progress = ProgressCard(self.tr("正在定稿"))
        self.list = LinkButton(self.tr("各版定稿"))
        self.live = LinkButton(self.tr("回到现在的样子"))
        self._lay_out()
        self.freeze.clicked.connect(self.freeze_wanted)
        self.list.clicked.connect(self.list_wanted)
        self.live.clicked.connect(self.live_wanted)

    def show_standing(self, standing: Standing, *, has_editions: bool, looked_at: int | None) -> None:
        """Say which edition holds; `looked_at` is the one whose pages are in view."""
        said = standing_words(standing) or self.tr("还没有定稿；定稿后每页印版次和指纹。")
        if looked_at is not None:
            said = self.tr("正在看的是第 {number} 版定稿的纸面，怎么打印也照定稿时的。").format(number=looked_at)
        self._said.show_text(said)
        self.freeze.setVisible(standing.current is None and looked_at is None)
        self.list.setVisible(has_editions)
        self.live.setVisible(looked_at is not None)

    def show_freezing(self, job: Job[T]) -> None:
        """Show how far the edition's report has been printed; until it is whole, freezing can be stopped."""
        self._progress.watch(job)

    @property
    def said(self) -> str:
        """Give what it says."""
        return self._said.text

    def _lay_out(self) -> None:
        outer = column_in(self)
        outer.addWidget(hrule())
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._said)
        links = QHBoxLayout()
        links.setSpacing(16)
        for link in (self.list, self.live):
            links.addWidget(link)
        links.addStretch(1)
        column.addLayout(links)
        column.addWidget(self.freeze)
        column.addWidget(self._progress)
        outer.addLayout(column)

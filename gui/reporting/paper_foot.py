"""The line under the pages: how the paper lies, and whether it is frozen."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.widgets.labels import plain_label
from gui.widgets.panes import Pane
from reports.preview import Pages


class PaperFoot(Pane):
    """Says what the paper is on the left, and which edition on the right; laid out at once, while pages come slowly."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self.setFixedHeight(28)
        self._paper = plain_label("", Role.META, "ink3")
        self._standing = plain_label("", Role.META, "ink3")
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(16, 0, 16, 0)
        self._across.addWidget(self._paper)
        self._across.addStretch(1)
        self._across.addWidget(self._standing)
        self.show_edition(None, is_kept=False)

    def say(self, words: str) -> None:
        """Say something else than what the paper is."""
        self._paper.setText(words)
        self._across.activate()

    def show_paper(self, pages: Pages, *, is_duplex: bool) -> None:
        """Say how the paper lies and whether both its sides are printed."""
        lying = sum(pages.size(page)[0] > pages.size(page)[1] for page in range(pages.count))
        shape = self.tr("A4 横向") if lying == pages.count else self.tr("A4 纵向")
        sides = self.tr("双面") if is_duplex else self.tr("单面")
        self.say(self.tr("预览就是要打印的纸面　{shape}　{sides}").format(shape=shape, sides=sides))

    def show_edition(self, number: int | None, *, is_kept: bool) -> None:
        """Say which edition the pages are of, and whether they are those kept at freezing; or that they are of none."""
        said = self.tr("定稿第 {number} 版") if is_kept else self.tr("定稿第 {number} 版 · 按定稿内容排印")
        self._standing.setText(self.tr("草稿，未定稿") if number is None else said.format(number=number))
        self._across.activate()

    @property
    def standing(self) -> str:
        """Give what is said of the edition."""
        return self._standing.text()

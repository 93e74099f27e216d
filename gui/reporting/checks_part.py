"""What is still open, said quietly before anything is printed or handed in."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.platform.style_buttons import LINK_AIR
from gui.widgets.buttons import LinkButton
from gui.widgets.labels import PlainLabel, heading, plain_label
from services.quality import Flaw


class ChecksPart(QWidget):
    """Wishes to go to what is missing."""

    unanswered_wanted = Signal()
    without_evidence_wanted = Signal()
    unread_wanted = Signal()
    quality_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        self._column.addWidget(heading(self.tr("打印前看一眼")))
        self._rows = [
            self._build_row(
                self.tr("还有 {count} 条没填，会印成“未填报”。"), self.tr("去填"), self.unanswered_wanted.emit
            ),
            self._build_row(
                self.tr("{count} 条说已落实，没有佐证。"), self.tr("补佐证"), self.without_evidence_wanted.emit
            ),
            self._build_row(
                self.tr("{count} 项指标缺实际值，会印成“无法判定”。"), self.tr("补数据"), self.unread_wanted.emit
            ),
            self._build_row(self.tr("交前质检共 {count} 处要看一眼。"), self.tr("去质检"), self.quality_wanted.emit),
        ]
        self._all_there = plain_label(self.tr("都填齐了，可以打印。"), Role.SMALL, "met", wraps=True)
        self._all_there.hide()  # nothing was looked at yet
        self._column.addWidget(self._all_there)

    def show_checks(self, found: Counter[Flaw]) -> None:
        """Say what the paper will show as missing, and how much there is in all; nothing missing is said too."""
        apart = (found[Flaw.UNANSWERED], found[Flaw.BARE], found[Flaw.UNREAD])
        counts = (*apart, found.total() if found.total() > sum(apart) else 0)
        for (row, label, sentence), count in zip(self._rows, counts, strict=True):
            label.setText(sentence.format(count=count))
            row.setVisible(count > 0)
        self._all_there.setVisible(not any(counts))

    def warnings(self) -> tuple[str, ...]:
        """Give the sentences that say what is missing."""
        return tuple(label.text() for row, label, _ in self._rows if not row.isHidden())

    def _build_row(self, sentence: str, act: str, go: Callable[[], None]) -> tuple[QWidget, PlainLabel, str]:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, LINK_AIR, 0)
        across.setSpacing(8)
        label = plain_label("", Role.SMALL, "partly", wraps=True)
        link = LinkButton(act)
        link.clicked.connect(go)
        across.addWidget(label, 1)
        across.addWidget(link)
        self._column.addWidget(row)
        row.hide()
        return row, label, sentence

"""The two rings with their percentages and formulas."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.overview.content import Share
from gui.platform.fonts import Role
from gui.widgets.labels import heading, plain_label
from gui.widgets.panes import row_in, vrule
from gui.widgets.ring import Ring
from gui.widgets.text import Paragraph

_HEIGHT = 120


class ShareView(QWidget):
    """One ring, its percentage beside it, its formula below that."""

    def __init__(self, name: str, ink: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring = Ring(ink)
        self._percent = plain_label("", Role.FIGURE)
        self._formula = Paragraph("", Role.META, "ink2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(heading(name))
        words.addWidget(self._percent)
        words.addWidget(self._formula)
        words.addStretch(1)
        line = row_in(self, 24)
        line.addWidget(self._ring)
        line.addLayout(words, 1)

    def show_share(self, share: Share) -> None:
        """Draw a share and say how it is worked out."""
        self._ring.show_share(share.done, share.total)
        self._percent.setText(share.percent)
        self._formula.show_text(share.formula)


class Shares(QWidget):
    """How much is filled in, how much is carried out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(_HEIGHT)
        self._filled = ShareView(self.tr("填了多少"), "accent")
        self._carried = ShareView(self.tr("落实多少"), "met")
        line = row_in(self, 32)
        line.addWidget(self._filled, 1)
        line.addWidget(vrule(88))
        line.addWidget(self._carried, 1)

    def show_shares(self, filled: Share, carried: Share) -> None:
        """Draw both."""
        self._filled.show_share(filled)
        self._carried.show_share(carried)

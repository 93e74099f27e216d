"""What is written of a finding, to be read: a label at the left, its words beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.platform.fonts import Role
from gui.widgets.labels import PlainLabel, plain_label
from gui.widgets.text import Paragraph

_LABEL, _ROW_GAP = 64, 6


class FactsGrid(QWidget):
    """Pairs of words; those without words are left out."""

    def __init__(self, labels: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(_ROW_GAP)
        self._grid.setColumnMinimumWidth(0, _LABEL)
        self._grid.setColumnStretch(1, 1)
        self._rows = [self._add(place, label) for place, label in enumerate(labels)]

    def show_facts(self, texts: Sequence[str]) -> None:
        """Show the words of each label, in order."""
        for (label, words), text in zip(self._rows, texts, strict=True):
            words.show_text(text)
            label.setVisible(bool(text))
            words.setVisible(bool(text))
        self.setVisible(any(texts))

    def _add(self, place: int, label: str) -> tuple[PlainLabel, Paragraph]:
        name, words = plain_label(label, Role.SMALL, "ink3"), Paragraph("", Role.SMALL)
        self._grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(words, place, 1)
        return name, words

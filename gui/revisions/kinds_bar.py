"""What became of the items, counted by kind; each kind is a filter."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checklists.revisions import Fate
from gui.widgets.buttons import FilterChip
from resources import word

_ORDER = (Fate.REWORDED, Fate.MOVED, Fate.SPLIT, Fate.NEW, Fate.GONE, Fate.UNCHANGED)


class KindsBar(QWidget):
    """A chip for all that changed, then one a kind; `chosen` says which, None for all that changed."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[Fate | None, FilterChip] = {kind: FilterChip() for kind in (None, *_ORDER)}
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(8)
        for chip in self._chips.values():
            row.addWidget(chip)
            chip.clicked.connect(self._on_clicked)
            chip.cleared.connect(self._on_cleared)
        row.addStretch()

    def show_counts(self, counts: Mapping[Fate, int], chosen: Fate | None) -> None:
        """Show how many there are of each kind; a kind without any is not offered."""
        changed = sum(count for fate, count in counts.items() if fate is not Fate.UNCHANGED)
        for kind, chip in self._chips.items():
            count = changed if kind is None else counts.get(kind, 0)
            name = self.tr("有变动") if kind is None else word(kind)
            chip.setText(self.tr("{name} {count}").format(name=name, count=count))
            chip.setVisible(count > 0 or kind is chosen or kind is None)
            chip.show_active(kind is chosen)

    def chip(self, kind: Fate | None) -> FilterChip:
        """Give a kind's chip."""
        return self._chips[kind]

    def _on_clicked(self) -> None:
        pressed = self.sender()
        self.chosen.emit(next(kind for kind, chip in self._chips.items() if chip is pressed))

    def _on_cleared(self) -> None:
        self.chosen.emit(None)

"""Which two revisions are laid side by side, each chosen from the shelf or from a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.platform.fonts import Role
from gui.widgets.labels import plain_label, set_tip
from gui.widgets.line_edit import Combo
from gui.widgets.panes import row_in
from models.vocabulary import PolicyId

Source = PolicyId | Path
_WIDE = 236


@dataclass(frozen=True, slots=True)
class Choice:
    """A revision that can be chosen, and how it is named."""

    source: Source
    name: str


class Pickers(QWidget):
    """Two drop-downs whose last entry asks for a file."""

    chosen = Signal(int, object)
    file_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._sources: list[Source | None] = [None, None]
        self.boxes = (Combo(), Combo())
        row = row_in(self, 8)
        for label, box in zip((self.tr("原来"), self.tr("现在")), self.boxes, strict=True):
            box.setFixedWidth(_WIDE)
            box.setAccessibleName(label)
            box.activated.connect(self._on_activated)
            row.addWidget(plain_label(label, Role.META, "ink3"))
            row.addWidget(box)

    def show_choices(self, choices: Sequence[Choice], before: Source, after: Source) -> None:
        """Offer revisions, two of them chosen."""
        self._choices = tuple(choices)
        self._sources = [before, after]
        for box in self.boxes:
            box.offer([*(choice.name for choice in self._choices), self.tr("从文件选…")])
        self._show_chosen()

    def _show_chosen(self) -> None:
        for box, source in zip(self.boxes, self._sources, strict=True):
            place = next(place for place, choice in enumerate(self._choices) if choice.source == source)
            box.setCurrentIndex(place)
            set_tip(box, self._choices[place].name)

    def _on_activated(self, index: int) -> None:
        side = 0 if self.sender() is self.boxes[0] else 1
        if index == len(self._choices):
            self._show_chosen()
            self.file_wanted.emit(side)
            return
        self.chosen.emit(side, self._choices[index].source)

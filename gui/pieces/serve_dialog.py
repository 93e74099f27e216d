"""Which items a piece of evidence serves, chosen by search."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from gui.pieces.item_picker import Choice, ItemPicker
from gui.widgets.dialog import WIDE, Dialog
from models.vocabulary import ItemKey

_HIGH = 300


class ServeDialog(Dialog):
    """Ticks items; at least one stays."""

    def __init__(
        self, name: str, choices: Sequence[Choice], serves: Iterable[ItemKey], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("“{name}”佐证哪些要点？").format(name=name),
            self.tr("一件佐证可以同时用在几条上，编号只有一个。"),
            act=self.tr("就用在这些"),
            stay=self.tr("不改了"),
            width=WIDE,
            parent=parent,
        )
        self.picker = ItemPicker(choices, ticks=True)
        self.picker.setFixedHeight(_HIGH)
        self.add(self.picker)
        self.picker.changed.connect(self._on_changed)
        self.picker.tick(serves)
        self.picker.search.setFocus()

    @property
    def items(self) -> tuple[ItemKey, ...]:
        """Name the items chosen."""
        return self.picker.ticked

    def _on_changed(self) -> None:
        self.act_button.setEnabled(bool(self.picker.ticked))


def ask_served(
    parent: QWidget | None, name: str, choices: Sequence[Choice], serves: Iterable[ItemKey]
) -> tuple[ItemKey, ...] | None:
    """Ask and wait; None when it is to stay as it was."""
    dialog = ServeDialog(name, choices, serves, parent)
    return dialog.items if dialog.exec() else None

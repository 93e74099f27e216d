"""The question about files that are here already, asked once for an intake."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from checklists.key_labels import label_of
from gui.platform.fonts import Role
from gui.widgets.buttons import Button
from gui.widgets.dialog import WIDE, Dialog
from gui.widgets.text import Paragraph
from services.evidence.intake import Duplicate

_SHOWN = 5


class DuplicatesDialog(Dialog):
    """Names what is here already; link it, keep copies, or leave the files out."""

    def __init__(self, duplicates: Sequence[Duplicate], parent: QWidget | None = None) -> None:
        first = duplicates[0]
        question = (
            self.tr("已有同一份文件：{number} “{name}”").format(number=first.number, name=first.name)
            if len(duplicates) == 1
            else self.tr("{count} 个文件和已收的一样").format(count=len(duplicates))
        )
        super().__init__(
            question,
            self.tr("内容一字不差。用原来那份，它也佐证这里，编号不变；另收一份，另有编号。"),
            act=self.tr("用原来那份"),
            stay=self.tr("不收了"),
            width=WIDE,
            parent=parent,
        )
        self.links: bool | None = None
        for one in duplicates[:_SHOWN]:
            self.add(Paragraph(self._line(one), Role.SMALL, "ink2"))
        if len(duplicates) > _SHOWN:
            self.add(Paragraph(self.tr("还有 {count} 个").format(count=len(duplicates) - _SHOWN), Role.SMALL, "ink2"))
        self.copy_button = Button(self.tr("另收一份"), "copy")
        self.add_other(self.copy_button)
        self.copy_button.clicked.connect(self._on_copy)
        self.accepted.connect(self._on_accepted)

    def _line(self, one: Duplicate) -> str:
        words = {"name": one.piece.name, "item": label_of(one.item), "number": one.number}
        return self.tr("{item}　{name}　和 {number} 一样").format(**words)

    def _on_accepted(self) -> None:
        if self.links is None:
            self.links = True

    def _on_copy(self) -> None:
        self.links = False
        self.accept()


def ask_duplicates(parent: QWidget | None, duplicates: Sequence[Duplicate]) -> bool | None:
    """Ask and wait: True to link, False to keep copies, None to leave them out."""
    dialog = DuplicatesDialog(duplicates, parent)
    dialog.exec()
    return dialog.links

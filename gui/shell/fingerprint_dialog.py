"""核对指纹: a fingerprint typed off a paper, and whose it is."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gui.platform.fonts import Role
from gui.widgets.dialog import WIDE, Dialog
from gui.widgets.field import Field
from gui.widgets.line_edit import LineEdit
from gui.widgets.text import Paragraph


class FingerprintDialog(Dialog):
    """Stays open: several papers are often held against the record one after another."""

    def __init__(self, look_up: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("核对纸上的指纹"),
            self.tr("照页脚或签署页抄，至少连续 12 位；空格、大小写不论，字母 O 当作 0。"),
            act=self.tr("核对"),
            stay=self.tr("关上"),
            width=WIDE,
            parent=parent,
        )
        self._look_up = look_up
        self.edit = LineEdit("")
        self._answer = Paragraph("", Role.BODY)
        self._answer.hide()
        self.add(Field(self.tr("指纹"), self.edit))
        self.add(self._answer)
        self.edit.textChanged.connect(self._on_typed)
        self._on_typed("")
        self.edit.setFocus()

    @property
    def answer(self) -> str:
        """Give what is said of the fingerprint in the field."""
        return self._answer.text if not self._answer.isHidden() else ""

    @override
    def accept(self) -> None:
        """Hold it against the record instead of leaving; the button and Enter mean that."""
        if self.edit.text().strip():
            self._answer.show_text(self._look_up(self.edit.text()))
            self._answer.show()

    def _on_typed(self, text: str) -> None:
        self.act_button.setEnabled(bool(text.strip()))
        self._answer.hide()

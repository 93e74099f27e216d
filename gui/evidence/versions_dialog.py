"""The files a piece has had, the newest first; any of them can be the one that counts."""

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from gui.pieces.words import size_words
from gui.widgets.dialog import WIDE, Dialog
from services.evidence.register import VersionRow


class VersionsDialog(Dialog):
    """Chooses one of the versions."""

    def __init__(self, name: str, versions: Sequence[VersionRow], parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("“{name}”的各个版本").format(name=name),
            self.tr("旧的都留着；选中的一版是预览、导出和打印用的。"),
            act=self.tr("用这一版"),
            stay=self.tr("不改了"),
            width=WIDE,
            parent=parent,
        )
        self._group = QButtonGroup(self)
        for one in versions:
            button = QRadioButton(self._said(one))
            button.setChecked(one.is_shown)
            self._group.addButton(button, one.version)
            self.add(button)

    @property
    def version(self) -> int:
        """Name the version chosen."""
        return self._group.checkedId()

    def _said(self, one: VersionRow) -> str:
        words = {
            "number": one.version + 1,
            "name": one.name,
            "day": f"{one.added_at.astimezone():%Y-%m-%d %H:%M}",
            "who": one.added_by,
            "size": size_words(one.size),
        }
        return self.tr("第 {number} 版　{name}　{size}　{day} {who}").format(**words)

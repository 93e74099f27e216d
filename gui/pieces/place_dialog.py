"""A link, or a paper and where it lies, noted as evidence."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from gui.widgets.dialog import FIELD_GAP, WIDE, Dialog
from gui.widgets.field import Field
from gui.widgets.line_edit import LineEdit
from models.vocabulary import EvidenceKind


@dataclass(frozen=True, slots=True)
class PlaceWish:
    """What was noted: a name, and an address or whereabouts."""

    kind: EvidenceKind
    name: str
    place: str


class PlaceDialog(Dialog):
    """Two fields; the second must be filled."""

    def __init__(self, kind: EvidenceKind, parent: QWidget | None = None) -> None:
        is_link = kind is EvidenceKind.LINK
        super().__init__(
            self.tr("加一个链接") if is_link else self.tr("登记一份纸质件"),
            self.tr("只记下网址，程序不上网，也不打开它。") if is_link else self.tr("原件放在原处，这里记下去哪里找。"),
            act=self.tr("记下"),
            stay=self.tr("不加了"),
            width=WIDE,
            parent=parent,
        )
        self._kind = kind
        self.name, self.place = LineEdit(), LineEdit()
        where = self.tr("网址") if is_link else self.tr("存放处")
        self.place.setPlaceholderText("" if is_link else self.tr("例如：档案室 B 柜 03 盒"))
        self._body.setSpacing(FIELD_GAP)
        self.add(Field(self.tr("名称"), self.name))
        self.add(Field(where, self.place))
        self.place.textChanged.connect(self._on_changed)
        self._on_changed("")
        self.name.setFocus()

    @property
    def wish(self) -> PlaceWish:
        """Give what was noted."""
        return PlaceWish(self._kind, self.name.text().strip(), self.place.text().strip())

    def _on_changed(self, _text: str) -> None:
        self.act_button.setEnabled(bool(self.place.text().strip()))


def ask_place(parent: QWidget | None, kind: EvidenceKind) -> PlaceWish | None:
    """Ask and wait; None when nothing is to be noted."""
    dialog = PlaceDialog(kind, parent)
    return dialog.wish if dialog.exec() else None

"""The evidence of the item in hand as a strip of tiles, and the tile that adds more."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gui.checklist.shown import ItemShown
from gui.pieces.tile_strip import TileStrip
from gui.pieces.words import ICONS, day_words, short_name
from gui.platform.fonts import Role
from gui.platform.style_buttons import LINK_AIR
from gui.widgets.buttons import LinkButton
from gui.widgets.labels import ElidedLabel, heading
from gui.widgets.problem import Problem
from gui.widgets.progress_card import ProgressCard
from gui.widgets.thumb import AddTile, ThumbTile
from gui.widgets.writing import writes
from models.vocabulary import EvidenceId
from services.checklist import EvidenceRow

Picture = Callable[[EvidenceRow], QPixmap | None]


class EvidencePart(QWidget):
    """Tiles in the order of their numbers; each is opened, copied out or taken off."""

    add_wanted = Signal()
    open_wanted = Signal(int)
    copy_wanted = Signal(int)
    removal_wanted = Signal(int)
    serve_wanted = Signal(int)
    link_wanted = Signal()
    paper_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[EvidenceRow, ...] = ()
        self._flags: Mapping[EvidenceId, str] = {}
        self.link = writes(LinkButton(self.tr("加链接"), "link"))
        self.paper = writes(LinkButton(self.tr("登记纸质件"), "box"))
        self._suggestion = ElidedLabel("", Role.META, "ink3")
        self.add = writes(AddTile(self.tr("添加佐证"), ""))
        self._strip = TileStrip(self.add)
        self.progress = ProgressCard(self.tr("正在收进佐证"))
        self.problem = Problem()
        self._build()

    def show_item(self, shown: ItemShown, picture: Picture) -> None:
        """Show the item's evidence; tiles are made anew only where the evidence is another."""
        count = self.tr("{count} 件").format(count=len(shown.row.evidence)) if shown.row.evidence else ""
        self._suggestion.setText("　".join(filter(None, (count, shown.suggestion))))
        self.add.setVisible(shown.row.is_binding)
        self.setVisible(shown.row.is_binding or bool(shown.row.evidence))
        self._hint(is_empty=not shown.row.evidence)
        for button in (self.link, self.paper):
            button.setVisible(shown.row.is_binding)
        if (self._rows, self._flags) != (shown.row.evidence, shown.badges):
            self._rows, self._flags = shown.row.evidence, shown.badges
            self._strip.show_tiles({row.id: self._tile(row) for row in self._rows})
        for row in self._rows:
            self._strip.show_picture(row.id, picture(row))

    def show_picture(self, evidence: EvidenceId, picture: QPixmap | None) -> None:
        """Put a picture into its tile once it is made."""
        self._strip.show_picture(evidence, picture)

    def show_target(self, is_target: bool) -> None:
        """Look ready to take what is dragged over the pane."""
        self.add.show_target(is_target)

    def tile(self, evidence: EvidenceId) -> ThumbTile:
        """Give the tile of a piece."""
        return self._strip.tile(evidence)

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return (self.link, self.paper, *self._strip.inputs())

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, LINK_AIR, 0)
        head.setSpacing(8)
        head.addWidget(heading(self.tr("佐证材料")))
        head.addWidget(self._suggestion, 1)
        head.addWidget(self.link)
        head.addWidget(self.paper)
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._strip)
        layout.addWidget(self.problem)
        layout.addWidget(self.progress)
        self.add.clicked.connect(self.add_wanted)
        self.link.clicked.connect(self.link_wanted)
        self.paper.clicked.connect(self.paper_wanted)

    def _hint(self, *, is_empty: bool) -> None:
        empty = self.tr("这一条还没有佐证。拖文件进来，或按 Ctrl+V 贴图。")
        self.add.show_hint(empty if is_empty else self.tr("拖文件到这里，或 Ctrl+V 贴图"))

    def _tile(self, row: EvidenceRow) -> ThumbTile:
        names = (f"{row.number} {short_name(row)}", day_words(row))
        badge = self._flags.get(row.id, "")
        tile = ThumbTile(*names, icon_name=ICONS[row.kind], badge=badge, parent=self._strip)
        tile.opened.connect(partial(self.open_wanted.emit, row.id))
        tile.menu_wanted.connect(partial(self._on_menu_wanted, row))
        return tile

    def _on_menu_wanted(self, row: EvidenceRow, place: QPoint) -> None:
        menu = self.menu_of(row)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def menu_of(self, row: EvidenceRow) -> QMenu:
        """Make the menu of a piece: open, save a copy, let it serve other items, take off."""
        menu = QMenu(self)
        if row.sha256:
            menu.addAction(self.tr("打开")).triggered.connect(partial(self.open_wanted.emit, row.id))
            menu.addAction(self.tr("另存一份")).triggered.connect(partial(self.copy_wanted.emit, row.id))
            menu.addSeparator()
        writes(menu.addAction(self.tr("也用于…"))).triggered.connect(partial(self.serve_wanted.emit, row.id))
        writes(menu.addAction(self.tr("移除"))).triggered.connect(partial(self.removal_wanted.emit, row.id))
        return menu

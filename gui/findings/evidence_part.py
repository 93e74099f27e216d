"""The evidence that a finding is put right, as tiles, and the tile that adds more."""

from collections.abc import Callable
from functools import partial
from pathlib import PurePath

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from gui.pieces.tile_strip import TileStrip
from gui.pieces.words import ICONS
from gui.widgets.labels import heading
from gui.widgets.panes import column_in
from gui.widgets.problem import Problem
from gui.widgets.progress_card import ProgressCard
from gui.widgets.thumb import AddTile, ThumbTile
from gui.widgets.writing import writes
from models.vocabulary import EvidenceId
from services.findings.rows import FindingEvidenceRow, FindingRow

Picture = Callable[[FindingEvidenceRow], QPixmap | None]


class EvidencePart(QWidget):
    """Tiles in the order they came; each is opened or taken off."""

    add_wanted = Signal()
    open_wanted = Signal(int)
    removal_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FindingEvidenceRow, ...] = ()
        self._is_open = False
        self.add = writes(AddTile(self.tr("添加"), self.tr("拖文件进来")))
        self._strip = TileStrip(self.add)
        self.progress = ProgressCard(self.tr("正在收进佐证"))
        self.problem = Problem()
        column = column_in(self, 8)
        for part in (heading(self.tr("佐证")), self._strip, self.problem, self.progress):
            column.addWidget(part)
        self.add.clicked.connect(self.add_wanted)

    def show_row(self, row: FindingRow, picture: Picture) -> None:
        """Show a finding's evidence; tiles are made anew only where the evidence is another."""
        self._is_open = row.finding.is_open
        self.add.setVisible(self._is_open)
        self.setVisible(self._is_open or bool(row.evidence))
        if row.evidence != self._rows:
            self._rows = row.evidence
            self._strip.show_tiles({piece.id: self._tile(piece) for piece in self._rows})
        for piece in self._rows:
            self.show_picture(piece.id, picture(piece))

    def show_picture(self, evidence: EvidenceId, picture: QPixmap | None) -> None:
        """Put a picture into its tile once it is made."""
        self._strip.show_picture(evidence, picture)

    def tile(self, evidence: EvidenceId) -> ThumbTile:
        """Give the tile of a piece."""
        return self._strip.tile(evidence)

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return self._strip.inputs()

    def menu_of(self, row: FindingEvidenceRow) -> QMenu:
        """Make the menu of a piece: open, take off."""
        menu = QMenu(self)
        if row.sha256:
            menu.addAction(self.tr("打开")).triggered.connect(partial(self.open_wanted.emit, row.id))
        if self._is_open:
            writes(menu.addAction(self.tr("移除"))).triggered.connect(partial(self.removal_wanted.emit, row.id))
        return menu

    def _tile(self, row: FindingEvidenceRow) -> ThumbTile:
        name = PurePath(row.name).stem if row.sha256 else row.name
        day = row.added_at.astimezone().date().isoformat()
        tile = ThumbTile(f"{row.number} {name}".strip(), day, icon_name=ICONS[row.kind], parent=self._strip)
        tile.opened.connect(partial(self.open_wanted.emit, row.id))
        tile.menu_wanted.connect(partial(self._on_menu_wanted, row))
        return tile

    def _on_menu_wanted(self, row: FindingEvidenceRow, place: QPoint) -> None:
        menu = self.menu_of(row)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

"""Evidence as tiles side by side, the tile that adds more behind them."""

from collections.abc import Mapping

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from gui.widgets.flow import FlowLayout
from gui.widgets.thumb import AddTile, ThumbTile
from models.vocabulary import EvidenceId


class TileStrip(QWidget):
    """Tiles in the order they are given, in as many lines as they take."""

    def __init__(self, add: AddTile) -> None:
        super().__init__()
        self._tiles: dict[EvidenceId, ThumbTile] = {}
        self._flow = FlowLayout(self, gap=12, line_gap=8, last_grows=True)
        self._flow.addWidget(add)
        self._add = add

    def show_tiles(self, tiles: Mapping[EvidenceId, ThumbTile]) -> None:
        """Show these tiles in place of those there were."""
        for tile in self._tiles.values():
            self._flow.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._tiles = dict(tiles)
        for tile in self._tiles.values():
            self._flow.put_before_last(tile)
            tile.show()

    def show_picture(self, evidence: EvidenceId, picture: QPixmap | None) -> None:
        """Put a picture into its tile once it is made."""
        if picture is not None and evidence in self._tiles:
            self._tiles[evidence].show_picture(picture)

    def tile(self, evidence: EvidenceId) -> ThumbTile:
        """Give the tile of a piece."""
        return self._tiles[evidence]

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return (*self._tiles.values(), self._add)

"""Pieces of evidence as Qt's item views ask for them."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QUrl,
)
from typing_extensions import override

from checklists.key_labels import label_of
from gui.evidence.narrowing import PieceShown
from gui.pieces.words import day_words, flag_words, kind_words
from gui.widgets.labels import tip_text
from models.vocabulary import EvidenceId

Index = QModelIndex | QPersistentModelIndex
PIECE = Qt.ItemDataRole.UserRole
_tr = partial(QCoreApplication.translate, "evidence")
CopyOut = Callable[[EvidenceId], Path | None]


class PieceListModel(QAbstractListModel):
    """Rows of pieces; dragged out, a piece becomes a copy with its number in its name."""

    def __init__(self, copy_out: CopyOut, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._copy_out = copy_out
        self._shown: tuple[PieceShown, ...] = ()
        self._rows: dict[EvidenceId, int] = {}

    def show_pieces(self, shown: Sequence[PieceShown]) -> None:
        """Show a list anew, or only what changed in it where its pieces are the same."""
        if [one.piece.evidence.id for one in shown] == list(self._rows):
            self._amend(tuple(shown))
            return
        self.beginResetModel()
        self._shown = tuple(shown)
        self._rows = {one.piece.evidence.id: row for row, one in enumerate(self._shown)}
        self.endResetModel()

    def redraw(self, evidence: EvidenceId) -> None:
        """Draw a piece again, as its picture is there now."""
        if (row := self._rows.get(evidence)) is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    def piece_at(self, index: Index) -> PieceShown | None:
        """Give the piece at an index."""
        return self._shown[index.row()] if index.isValid() else None

    def index_of(self, evidence: EvidenceId) -> QModelIndex:
        """Find a piece."""
        row = self._rows.get(evidence)
        return QModelIndex() if row is None else self.index(row)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        one = self.piece_at(index)
        drags = one is not None and one.piece.evidence.sha256
        return super().flags(index) | (Qt.ItemFlag.ItemIsDragEnabled if drags else Qt.ItemFlag.NoItemFlags)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.piece_at(index)
        match role:
            case Qt.ItemDataRole.UserRole:
                return one
            case Qt.ItemDataRole.DisplayRole if one is not None:
                return f"{one.piece.evidence.number} {one.piece.evidence.name}"
            case Qt.ItemDataRole.ToolTipRole if one is not None:
                return tip_text(f"{one.piece.evidence.number} {one.piece.evidence.name}")
            case Qt.ItemDataRole.AccessibleTextRole if one is not None:
                return _spoken(one)
        return None

    @override
    def mimeTypes(self) -> list[str]:
        return ["text/uri-list"]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Make the copies as the drag begins."""
        content = QMimeData()
        found = [one.piece.evidence.id for index in indexes if (one := self.piece_at(index)) is not None]
        copies = [copy for evidence in found if (copy := self._copy_out(evidence)) is not None]
        content.setUrls([QUrl.fromLocalFile(str(copy)) for copy in copies])
        return content

    @override
    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def _amend(self, shown: tuple[PieceShown, ...]) -> None:
        before, self._shown = self._shown, shown
        for row, (old, new) in enumerate(zip(before, shown, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))


def _spoken(one: PieceShown) -> str:
    row = one.piece.evidence
    items = _tr("用于 {items}").format(items="、".join(map(label_of, one.piece.items)))
    flags = (flag_words(flag, len(one.piece.items)) for flag in one.flags)
    return "，".join([row.number, row.name, kind_words(row), day_words(row), items, *flags])

"""A folder on its way in: every file with the item it is for, changed by picking another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from gui.pieces.assigning import Assigned, AssignModel, Column
from gui.pieces.item_picker import Choice, ItemPicker
from gui.platform import fonts
from gui.platform.fonts import Role
from gui.widgets.buttons import Button
from gui.widgets.dialog import Dialog
from gui.widgets.labels import field_label, plain_label
from gui.widgets.panes import row_in
from models.vocabulary import ItemKey
from services.evidence.intake import Offer

_WIDE, _HIGH, _ROW, _ITEM = 900, 330, 28, 90


class AssignDialog(Dialog):
    """The files on the left, the items on the right: choose files, then take an item for them."""

    def __init__(self, rows: Sequence[Assigned], choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("{count} 个文件收到哪些要点？").format(count=len(rows)),
            self.tr("按文件名和文件夹名先排好了。不对的，选中左边的文件，在右边双击要点改掉；可以几个一起选。"),
            act=self.tr("收进"),
            stay=self.tr("不收了"),
            width=min(_WIDE, parent.width() - 32 if parent else _WIDE),
            parent=parent,
        )
        self.model = AssignModel(rows, {one.key: one.label for one in choices}, self)
        self.table, self.picker = _table(self.model), ItemPicker(choices, ticks=False)
        self.leave_out = Button(self.tr("选中的不收"), dense=True)
        self._count = plain_label("", Role.META, "ink3")
        self._lay_out_body()
        self.model.changed.connect(self._on_changed)
        self.picker.taken.connect(self._on_taken)
        self.leave_out.clicked.connect(self._on_left_out)
        self.table.selectRow(self.model.next_open(-1) or 0)
        self._on_changed()

    @property
    def offers(self) -> tuple[Offer, ...]:
        """Give what is to come in."""
        return self.model.offers()

    def _lay_out_body(self) -> None:
        body = QWidget()
        body.setFixedHeight(_HIGH)
        row = row_in(body, 16)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.table, 1)
        below = QHBoxLayout()
        below.addWidget(self._count)
        below.addStretch()
        below.addWidget(self.leave_out)
        left.addLayout(below)
        right.addWidget(field_label(self.tr("选中的文件收到")))
        right.addWidget(self.picker, 1)
        row.addLayout(left, 3)
        row.addLayout(right, 2)
        self.add(body)

    def _chosen(self) -> list[int]:
        return sorted(index.row() for index in self.table.selectionModel().selectedRows())

    def _on_taken(self, key: str) -> None:
        self._assign(ItemKey(key), leaves_out=False)

    def _on_left_out(self) -> None:
        self._assign(None, leaves_out=True)

    def _assign(self, item: ItemKey | None, *, leaves_out: bool) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        self.model.assign(chosen, item, leaves_out=leaves_out)
        following = self.model.next_open(chosen[-1])
        if following is not None:
            self.table.selectRow(following)

    def _on_changed(self) -> None:
        count = len(self.model.offers())
        waiting = self.model.open_count
        self.act_button.setText(self.tr("收进 {count} 个").format(count=count))
        self.act_button.setEnabled(count > 0)
        self._count.setText(self.tr("{count} 个还没定，不会收").format(count=waiting) if waiting else "")


def _table(model: AssignModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setFont(fonts.small())
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(Column.FILE, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(Column.ITEM, QHeaderView.ResizeMode.Fixed)
    header.resizeSection(Column.ITEM, _ITEM)
    return table


def ask_assigned(
    parent: QWidget | None, rows: Sequence[Assigned], choices: Sequence[Choice]
) -> tuple[Offer, ...] | None:
    """Ask and wait; None when nothing is to come in."""
    dialog = AssignDialog(rows, choices, parent)
    return dialog.offers if dialog.exec() else None

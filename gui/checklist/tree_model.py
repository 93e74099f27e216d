"""Sections and measures with their marks and counts, as Qt's item views ask for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt
from typing_extensions import override

from checklists.own_names import OWN_REF
from gui.widgets.labels import tip_text
from gui.widgets.two_level_model import Index, TwoLevelModel
from models.vocabulary import Status
from resources import word
from services.checklist import MeasureRow, SectionRow
from services.scoring import Score, mark_of, score

NODE = Qt.ItemDataRole.UserRole
_tr = partial(QCoreApplication.translate, "checklist")


@dataclass(frozen=True, slots=True)
class Node:
    """One line of the tree; `ref` is empty for the line that stands for everything."""

    ref: str
    number: str
    heading: str
    score: Score
    children: tuple["Node", ...] = ()
    is_section: bool = False

    @property
    def status(self) -> Status:
        """Sum up its items in one mark."""
        return mark_of(self.score)

    @property
    def count(self) -> str:
        """Say how many are answered: 5/6 until full, then 6; nothing where nothing must be."""
        asked, answered = self.score.must_answer, self.score.answered
        if not asked:
            return ""
        return str(asked) if answered == asked else f"{answered}/{asked}"


class ChecklistTreeModel(TwoLevelModel):
    """One line for everything, then a line a section with its measures below."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: tuple[Node, ...] = ()

    def show_sections(self, sections: Sequence[SectionRow], *, only_mine: bool) -> None:
        """Show a checklist anew; measures that ask nothing of the school are left out when only its own are wanted."""
        self.beginResetModel()
        self._nodes = _nodes_of(sections, only_mine=only_mine)
        self.endResetModel()

    def show_counts(self, sections: Sequence[SectionRow], *, only_mine: bool) -> None:
        """Take in new counts of the same lines, and redraw the lines that differ."""
        before, self._nodes = self._nodes, _nodes_of(sections, only_mine=only_mine)
        for row, (old, new) in enumerate(zip(before, self._nodes, strict=True)):
            self._tell(self.index(row, 0), old, new)

    def node_at(self, index: Index) -> Node | None:
        """Give the line at an index."""
        if not index.isValid():
            return None
        upper, row = self.place_of(index)
        return self._nodes[row] if upper is None else self._nodes[upper].children[row]

    def index_of(self, ref: str) -> QModelIndex:
        """Find the line of a section or measure; the measure wins where both bear one ref."""
        for row, node in enumerate(self._nodes):
            for place, child in enumerate(node.children):
                if child.ref == ref:
                    return self.index_below(row, place)
        rows = (row for row, node in enumerate(self._nodes) if node.ref == ref)
        return next((self.index(row, 0) for row in rows), QModelIndex())

    def _tell(self, index: QModelIndex, old: Node, new: Node) -> None:
        if old == new:
            return
        self.dataChanged.emit(index, index)
        for row, (before, after) in enumerate(zip(old.children, new.children, strict=True)):
            self._tell(self.index(row, 0, index), before, after)

    @override
    def count(self) -> int:
        return len(self._nodes)

    @override
    def count_below(self, row: int) -> int:
        return len(self._nodes[row].children)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node_at(index)
        if node is None:
            return None
        match role:
            case Qt.ItemDataRole.UserRole:
                return node
            case Qt.ItemDataRole.DisplayRole:
                return f"{node.number} {node.heading}".strip()
            case Qt.ItemDataRole.ToolTipRole:
                return tip_text(f"{node.number} {node.heading}".strip())
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(node)
            case _:
                return None


def _spoken(node: Node) -> str:
    wording = _tr("{name}，{status}，应填 {asked} 条，已填 {answered} 条")
    name = f"{node.number} {node.heading}".strip()
    return wording.format(
        name=name, status=word(node.status), asked=node.score.must_answer, answered=node.score.answered
    )


def _nodes_of(sections: Sequence[SectionRow], *, only_mine: bool) -> tuple[Node, ...]:
    branches = [_branch(section, only_mine=only_mine) for section in sections]
    shown = [branch for branch in branches if branch.children]
    total = sum((branch.score for branch in shown), Score())
    return (Node("", "", _tr("全部要点"), total), *shown)


def _branch(section: SectionRow, *, only_mine: bool) -> Node:
    leaves = tuple(_leaf(measure) for measure in section.measures if _is_shown(measure, only_mine=only_mine))
    counted = sum((leaf.score for leaf in leaves), Score())
    return Node(section.ref, place_in(section.ref), section.heading, counted, leaves, is_section=True)


def _leaf(measure: MeasureRow) -> Node:
    return Node(measure.ref, measure.number, measure.heading, score(measure.items))


def _is_shown(measure: MeasureRow, *, only_mine: bool) -> bool:
    return any(row.is_binding or not only_mine for row in measure.items)


def place_in(ref: str) -> str:
    """Give the section's own number as printed before a heading: （四） or 二、, nothing for the school's own."""
    if ref == OWN_REF:
        return ""
    own = ref.rpartition("/")[2]
    return own if own.endswith(("）", ")", "、")) else f"{own}、"

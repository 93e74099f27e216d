"""Tree and list: what is shown, what is chosen, where to go next."""

from PySide6.QtCore import QObject, Signal

from gui.checklist.filter_counts import FilterCounts, counts_of
from gui.checklist.filter_keeper import AskName, FilterKeeper
from gui.checklist.filters import Filter, RowFinder
from gui.checklist.list_model import ItemListModel
from gui.checklist.list_pane import ListPane
from gui.checklist.open_checklist import OpenChecklist
from gui.checklist.services import ChecklistServices
from gui.checklist.tree_model import ChecklistTreeModel, place_in
from gui.checklist.tree_view import TreePane
from models.vocabulary import ItemKey, Status
from services.checklist import ItemRow
from services.findings.parts import FindingStep
from services.scoring import score
from services.trail.changes import Change


class ListPresenter(QObject):
    """Keeps tree and list in step with the checklist; `item_chosen` says which item is in hand."""

    item_chosen = Signal(str)

    def __init__(
        self,
        opened: OpenChecklist,
        services: ChecklistServices,
        tree: tuple[ChecklistTreeModel, TreePane],
        items: tuple[ItemListModel, ListPane],
        ask_name: AskName,
    ) -> None:
        super().__init__(items[1])
        self._opened, self._services = opened, services
        self._tree_model, self._tree = tree
        self._list_model, self._list = items
        self._filter = Filter()
        self._only_mine = services.desk.desk.only_mine
        self._finder = RowFinder(opened, services.today)
        self._counts: FilterCounts | None = None
        self._key: ItemKey | None = None
        self._kept = FilterKeeper(items[1].filters, services.desk, ask_name, self)
        self._listen()

    @property
    def filter(self) -> Filter:
        """Give what is asked of the list."""
        return self._filter

    def show_all(self) -> None:
        """Draw tree and list anew."""
        self._read_findings()
        sections = self._opened.checklist.sections
        self._tree_model.show_sections(sections, only_mine=self._only_mine)
        self._tree.tree.expandAll()
        self._tree.show_only_mine(self._only_mine)
        self._show_jumps()
        self._show_list()
        self._show_counts()

    def show_change(self, change: Change, keys: frozenset[ItemKey]) -> None:
        """Redraw the rows of the items a change touched, and what is counted from them."""
        if any(isinstance(part, FindingStep) for part in change.parts):
            self._read_findings()
        self._counts = None
        self._list_model.show_change(keys)
        self._tree_model.show_counts(self._opened.checklist.sections, only_mine=self._only_mine)
        self._show_counts()

    def ask(self, wanted: Filter) -> None:
        """Show what a filter finds; the item in hand stays in hand."""
        if wanted != self._filter:
            self._filter = wanted
            self._show_list()
            self._show_counts()

    def mark(self, key: ItemKey) -> None:
        """Mark the item in hand in list and tree; a filter that hides it is dropped."""
        self._key = key
        if not self._list_model.index_of(key).isValid():
            self._reveal(key)
        self._list.list.show_key(key)
        measure = self._opened.measure_of(key)
        self._tree.tree.show_ref(measure.ref)
        self._list.show_section(f"{measure.number} {measure.heading}".strip())

    def neighbour(self, step: int) -> ItemKey | None:
        """Name the item so many rows on in the list, None past its ends."""
        here = self._list_model.index_of(self._key) if self._key is not None else None
        if here is None or not here.isValid():
            return self.first_shown()
        row, side = here.row(), 1 if step > 0 else -1
        for _ in range(abs(step)):
            row += side
            while 0 <= row < self._list_model.rowCount() and self._list_model.is_head(row):
                row += side
        return self._list_model.key_at(self._list_model.index(row))

    def first_shown(self) -> ItemKey | None:
        """Name the first item in the list."""
        return next((row.key for row in self._list_model.rows()), None)

    def _listen(self) -> None:
        self._list.list.item_chosen.connect(self._on_item_chosen)
        self._list.filter_wanted.connect(self.ask)
        self._list.section_chosen.connect(self._on_ref_chosen)
        self._list.only_mine_wanted.connect(self._on_only_mine_wanted)
        self._tree.chosen.connect(self._on_ref_chosen)
        self._tree.only_mine_wanted.connect(self._on_only_mine_wanted)

    def _read_findings(self) -> None:
        self._opened.take_findings(self._services.findings.rows(self._opened.checklist.assessment))
        self._finder.forget()
        self._counts = None

    def _reveal(self, key: ItemKey) -> None:
        if not self._opened.row(key).is_binding and self._only_mine:
            self._only_mine = False
            self._services.desk.keep(only_mine=False)
            self._filter = Filter()
            self.show_all()
        else:
            self.ask(Filter())

    def _show_list(self) -> None:
        found = self._finder.find(self._filter, only_mine=self._only_mine)
        self._list_model.show_listing(found, self._filter.words)
        if self._key is None or not self._list.list.show_key(self._key):
            self._list.list.scrollToTop()

    def _show_counts(self) -> None:
        self._tree.show_score(score(self._opened.checklist.items()))
        open_ones = sum(map(_is_open, self._list_model.rows()))
        self._list.show_counts(self._list_model.count(), open_ones, is_narrowed=not self._filter.is_empty)
        if self._counts is None:
            self._counts = counts_of(self._opened, self._services.today())
        self._list.filters.show_filter(self._filter, self._counts)

    def _show_jumps(self) -> None:
        sections = [
            (section.ref, f"{place_in(section.ref)}{section.heading}")
            for section in self._opened.checklist.sections
            if any(row.is_binding or not self._only_mine for row in section.items())
        ]
        self._list.show_sections(sections, only_mine=self._only_mine)

    def _on_item_chosen(self, key: str) -> None:
        self._key = ItemKey(key)
        self.item_chosen.emit(key)

    def _on_ref_chosen(self, ref: str) -> None:
        if not ref:
            self.ask(Filter())
        key = self._opened.first_of(ref) if ref else self.first_shown()
        if key is not None:
            self.mark(key)
            self._list.list.lead_to(self._opened.measure_of(key).ref)
            self.item_chosen.emit(key)

    def _on_only_mine_wanted(self, only_mine: bool) -> None:
        self._only_mine = only_mine
        self._services.desk.keep(only_mine=only_mine)
        self.show_all()
        self._mark_again()

    def _mark_again(self) -> None:
        key = self._key
        if key is None or not self._list_model.index_of(key).isValid():
            key = self.first_shown()
        if key is not None:
            self.mark(key)
            self.item_chosen.emit(key)


def _is_open(row: ItemRow) -> bool:
    return row.is_binding and row.status is Status.UNANSWERED

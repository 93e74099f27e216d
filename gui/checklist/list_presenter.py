"""Tree and list: what is shown, what is chosen, where to go next."""

from PySide6.QtCore import QObject, Signal

from gui.checklist.filter_bar import FilterCounts
from gui.checklist.filters import Filter, RowFinder, departments_of, shown_measures
from gui.checklist.list_model import Entry, HeadEntry, ItemEntry, ItemListModel
from gui.checklist.list_pane import ListPane
from gui.checklist.open_checklist import OpenChecklist
from gui.checklist.pressing import lacks_evidence, missed_figures, needs_review, pressing
from gui.checklist.services import ChecklistServices
from gui.checklist.tree_model import ChecklistTreeModel, place_in
from gui.checklist.tree_view import TreePane
from models.vocabulary import ItemKey, Status
from services.checklist import ItemRow, MeasureRow
from services.scoring import score


class ListPresenter(QObject):
    """Keeps tree and list in step with the checklist; `item_chosen` says which item is in hand."""

    item_chosen = Signal(str)

    def __init__(
        self,
        opened: OpenChecklist,
        services: ChecklistServices,
        tree: tuple[ChecklistTreeModel, TreePane],
        items: tuple[ItemListModel, ListPane],
    ) -> None:
        super().__init__(items[1])
        self._opened, self._services = opened, services
        self._tree_model, self._tree = tree
        self._list_model, self._list = items
        self._filter = Filter()
        self._only_mine = services.desk.desk.only_mine
        self._finder = RowFinder()
        self._key: ItemKey | None = None
        self._listen()

    @property
    def filter(self) -> Filter:
        """Give what is asked of the list."""
        return self._filter

    def show_all(self) -> None:
        """Draw tree and list anew."""
        sections = self._opened.checklist.sections
        self._tree_model.show_sections(sections, only_mine=self._only_mine)
        self._tree.tree.expandAll()
        self._tree.show_only_mine(self._only_mine)
        self._show_jumps()
        self._show_list()
        self._show_counts()

    def show_change(self, keys: frozenset[ItemKey]) -> None:
        """Redraw the rows of some items and what is counted from them."""
        entries: list[Entry] = []
        for key in keys:
            measure = self._opened.measure_of(key)
            entries += [self._head(measure), self._entry(self._opened.row(key))]
        self._list_model.show_change(entries)
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
        keys = self._list_model.keys()
        if self._key not in keys:
            return keys[0] if keys else None
        place = keys.index(self._key) + step
        return keys[place] if 0 <= place < len(keys) else None

    def first_shown(self) -> ItemKey | None:
        """Name the first item in the list."""
        return next(iter(self._list_model.keys()), None)

    def _listen(self) -> None:
        self._list.list.item_chosen.connect(self._on_item_chosen)
        self._list.filter_wanted.connect(self.ask)
        self._list.section_chosen.connect(self._on_ref_chosen)
        self._list.only_mine_wanted.connect(self._on_only_mine_wanted)
        self._tree.chosen.connect(self._on_ref_chosen)
        self._tree.only_mine_wanted.connect(self._on_only_mine_wanted)

    def _reveal(self, key: ItemKey) -> None:
        if not self._opened.row(key).is_binding and self._only_mine:
            self._only_mine = False
            self._services.desk.keep(only_mine=False)
            self._filter = Filter()
            self.show_all()
        else:
            self.ask(Filter())

    def _show_list(self) -> None:
        entries: list[Entry] = []
        for measure, rows in shown_measures(self._opened.checklist, only_mine=self._only_mine):
            if found := self._finder.find(measure, rows, self._filter):
                entries += [self._head(measure), *map(self._entry, found)]
        self._list_model.show_entries(entries)
        if self._key is None or not self._list.list.show_key(self._key):
            self._list.list.scrollToTop()

    def _show_counts(self) -> None:
        counted = score(self._opened.checklist.items())
        self._tree.show_progress(counted.must_answer, counted.answered)
        keys = self._list_model.keys()
        open_ones = sum(1 for key in keys if _is_open(self._opened.row(key)))
        self._list.show_counts(len(keys), open_ones)
        self._list.filters.show_filter(self._filter, self._counts())

    def _counts(self) -> FilterCounts:
        rows = list(self._opened.checklist.items())
        return FilterCounts(
            departments=departments_of(self._opened.checklist),
            lacking=sum(map(lacks_evidence, rows)),
            missed=sum(1 for row in rows if missed_figures(row)),
            to_review=sum(map(needs_review, rows)),
        )

    def _show_jumps(self) -> None:
        sections = [
            (section.ref, f"{place_in(section.ref)}{section.heading}")
            for section in self._opened.checklist.sections
            if any(row.is_binding or not self._only_mine for row in section.items())
        ]
        self._list.show_sections(sections, only_mine=self._only_mine)

    def _head(self, measure: MeasureRow) -> HeadEntry:
        rows = [row for row in measure.items if row.is_binding]
        counted = score(rows)
        count = f"{counted.answered}/{counted.must_answer}" if rows else ""
        return HeadEntry(measure.ref, measure.number, measure.heading, tuple(row.status for row in rows), count)

    def _entry(self, row: ItemRow) -> ItemEntry:
        return ItemEntry(row, pressing(row, self._services.today()))

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

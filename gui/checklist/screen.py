"""The checklist screen, wired: what the rest of the window needs to know of it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.checklist.bulk_presenter import BulkPresenter
from gui.checklist.evidence_presenter import EvidencePresenter
from gui.checklist.filters import Filter
from gui.checklist.item_presenter import ItemPresenter
from gui.checklist.list_model import ItemListModel
from gui.checklist.list_presenter import ListPresenter
from gui.checklist.open_checklist import OpenChecklist
from gui.checklist.outside import Outside
from gui.checklist.own_presenter import OwnPresenter
from gui.checklist.services import ChecklistServices
from gui.checklist.tree_model import ChecklistTreeModel
from gui.checklist.view import ChecklistView
from gui.platform.pen import Pen
from models.vocabulary import AssessmentId, IndicatorKey, ItemKey, Status
from services.trail.changes import Change

__all__ = ["ChecklistScreen", "ChecklistServices"]
_SPLITTER = "checklist"
_MANY = 12


class ChecklistScreen(QObject):
    """One assessment being worked through."""

    saving = Signal()
    saved = Signal(object)
    failed = Signal(str)
    undo_wished = Signal()
    text_wished = Signal()
    division_wished = Signal()
    remedy_wished = Signal(str)
    finding_wished = Signal(int)
    base_wished = Signal()
    items_changed = Signal()

    def __init__(
        self,
        assessment: AssessmentId,
        services: ChecklistServices,
        parent: QWidget | None = None,
        *,
        outside: Outside | None = None,
    ) -> None:
        super().__init__(parent)
        self._assessment, self._services = assessment, services
        self._opened = OpenChecklist(services.assessments.checklist(assessment))
        self._opened.take_last_year(services.last_year(assessment))
        tree, items = ChecklistTreeModel(self), ItemListModel(self._opened, services.today, self)
        self.view = ChecklistView(tree, items, parent)
        for model in (tree, items):
            model.setParent(self.view)  # the view, which goes last, still looks at them
        self._pen = Pen(services.history, services.bus, self)
        outside = outside or Outside()
        pane = self.view.item
        lists = (tree, self.view.tree), (items, self.view.list)
        self._list = ListPresenter(self._opened, services, *lists, outside.ask_filter_name)
        self._item = ItemPresenter(self._opened, services, self._pen, pane, outside=outside)
        self._evidence = EvidencePresenter(self._opened, services, self._pen, pane, outside=outside)
        self._bulk = BulkPresenter(self._opened, services, self._pen, self.view.bulk)
        self._own = OwnPresenter(self._opened, services.own_items, self._pen, pane, outside=outside)
        self._is_stale = False
        self._listen()
        self._open()

    @property
    def key(self) -> ItemKey | None:
        """Name the item in hand."""
        return self._item.key

    def show_item(self, key: ItemKey, figure: IndicatorKey | None = None) -> None:
        """Take an item in hand, the keyboard in one of its figures; a filter that hides the item is dropped."""
        if key in self._opened:
            self._list.mark(key)
            self._take(key)
            if figure is not None:
                self.view.item.focus_figure(figure)

    def show_section(self, ref: str) -> None:
        """Take the first item of a section or measure in hand."""
        key = self._opened.first_of(ref)
        if key is not None:
            self.show_item(key)

    def show_only(self, wanted: Filter) -> None:
        """Show only what holds to a filter, the first one in hand."""
        self._list.ask(wanted)
        key = self._list.first_shown()
        if key is not None:
            self.show_item(key)

    def come(self) -> None:
        """Read what was changed in bulk while nobody looked."""
        if self._is_stale:
            self.reload()

    def flush(self) -> bool:
        """Write everything that is typed; say whether nothing is left unsaved."""
        return self._item.flush()

    def retry(self) -> None:
        """Try once more what was not saved."""
        if self._item.retry():
            self.saved.emit(self._services.now())

    def unsaved_sentence(self) -> str:
        """Say where something is left unsaved and why, "" when nothing is."""
        return self._item.unsaved_sentence()

    def reload(self) -> None:
        """Read the checklist anew."""
        self.flush()
        self._is_stale = False
        self._opened.open(self._services.assessments.checklist(self._assessment))
        self._list.show_all()
        if self._item.key is not None and self._item.key in self._opened:
            self._item.redraw()
        elif (key := self._list.first_shown()) is not None:
            self.show_item(key)

    def close(self) -> None:
        """Write what is typed and hear no more news."""
        self._item.close()
        self._evidence.close()
        self._services.bus.changed.disconnect(self._on_changed)

    def _listen(self) -> None:
        self._pen.saving.connect(self.saving)
        self._pen.saved.connect(self.saved)
        self._pen.failed.connect(self.failed)
        self._services.bus.changed.connect(self._on_changed)
        self._item.listed.connect(self.items_changed)
        self._own.changed.connect(self._on_own_changed)
        self._listen_to_list()
        self._listen_to_view()
        self._listen_to_item()

    def _listen_to_list(self) -> None:
        self._list.item_chosen.connect(self._on_item_chosen)
        self.view.list.list.several_chosen.connect(self._on_several_chosen)
        self.view.list.list.opened.connect(self.view.item.focus_first)
        self.view.list.filters.division_wanted.connect(self.division_wished)
        self._bulk.done.connect(self._on_bulk_done)
        self.view.bulk.leave_wanted.connect(self._on_bulk_left)

    def _listen_to_view(self) -> None:
        view = self.view
        view.status_keyed.connect(self._on_status_keyed)
        view.review_keyed.connect(self._item.review)
        view.last_keyed.connect(view.item.last_year.take_note)
        view.step_wanted.connect(self._on_step_wanted)
        view.next_wanted.connect(self._on_next_wanted)
        view.back_wanted.connect(self._on_back_wanted)
        view.paste_wanted.connect(self._evidence.paste)
        view.text_wanted.connect(self.text_wished)
        view.widths_changed.connect(self._on_widths_changed)

    def _listen_to_item(self) -> None:
        pane = self.view.item
        pane.text_wanted.connect(self.text_wished)
        pane.remedy.opening_wanted.connect(self._on_remedy_wanted)
        pane.remedy.finding_wanted.connect(self.finding_wished)
        pane.figures.base_wanted.connect(self.base_wished)
        pane.addition_wanted.connect(self._on_addition_wanted)
        pane.own.reword_wanted.connect(self._on_reword_wanted)
        pane.own.retire_wanted.connect(self._on_retire_wanted)
        pane.step_wanted.connect(self._on_step_wanted)
        pane.bar.next_wanted.connect(self._on_next_wanted)
        pane.toast.acted.connect(self.undo_wished)

    def _open(self) -> None:
        self.view.show_widths(self._services.desk.desk.splitters.get(_SPLITTER, ()))
        self._list.show_all()
        key = self._opened.next_unanswered(None) or self._list.first_shown()
        if key is not None:
            self.show_item(key)
        self.view.take_keyboard()

    def _take(self, key: ItemKey) -> None:
        self._item.show(key)
        self._evidence.show(key)

    def _on_changed(self, change: Change) -> None:
        keys = frozenset(key for key in change.items() if key in self._opened)
        if change.assessment != self._assessment or not keys:
            return
        if len(keys) > _MANY and not self.view.isVisible():
            self._is_stale = True
            return
        self._read_again(keys)
        self._list.show_change(change, keys)
        self._bulk.show_change(change)
        self._item.show_change(change, is_own=self._pen.is_writing)
        is_from_elsewhere = not self._pen.is_writing and not change.marks
        if is_from_elsewhere and self._item.key not in keys:
            self.show_item(min(keys))

    def _read_again(self, keys: frozenset[ItemKey]) -> None:
        """Read the items that changed, or all at once where that is quicker."""
        if len(keys) > _MANY:
            self._opened.open(self._services.assessments.checklist(self._assessment))
            return
        for key in keys:
            self._opened.take(self._services.assessments.item(self._assessment, key))

    def _on_addition_wanted(self) -> None:
        if self.flush():
            self._own.add(self._item.key)

    def _on_reword_wanted(self) -> None:
        if self._item.key is not None and self.flush():
            self._own.reword(self._item.key)

    def _on_retire_wanted(self) -> None:
        if self._item.key is not None and self.flush():
            self._own.retire(self._item.key, self._list.neighbour(1) or self._list.neighbour(-1))

    def _on_own_changed(self, key: str, words: str) -> None:
        """Have everybody read the checklist anew, this screen too, and take the item in hand."""
        self.reload()
        self.items_changed.emit()
        self.show_item(ItemKey(key))
        self.view.item.toast.say(words, self.tr("撤销"))

    def _on_item_chosen(self, key: str) -> None:
        self._list.mark(ItemKey(key))
        self._take(ItemKey(key))

    def _on_several_chosen(self, keys: tuple[ItemKey, ...]) -> None:
        self.view.item.flush()
        self._bulk.show(keys)
        self.view.show_bulk(bool(keys))

    def _on_bulk_left(self) -> None:
        self.view.list.list.choose_one()
        self.view.list.list.setFocus()

    def _on_bulk_done(self, words: str) -> None:
        self._on_bulk_left()
        self.view.item.toast.say(words, self.tr("撤销"))

    def _on_status_keyed(self, status: Status, goes_on: bool) -> None:
        if self.view.is_bulk:
            self._bulk.choose_status(status)
        elif self._item.set_status(status) and goes_on:
            self._on_step_wanted(1)

    def _on_step_wanted(self, step: int) -> None:
        key = self._list.neighbour(step)
        if key is not None:
            self.show_item(key)

    def _on_next_wanted(self) -> None:
        if self.view.is_bulk:
            self._bulk.act()
            return
        key = self._opened.next_unanswered(self._item.key)
        if key is None:
            self.view.item.toast.say(self.tr("都填完了，可以去看报告。"))
        else:
            self.show_item(key)

    def _on_back_wanted(self) -> None:
        if self.view.is_bulk:
            self._on_bulk_left()
            return
        if not self.view.item.isAncestorOf(self.view.focusWidget() or self.view.item):
            self._list.ask(Filter())
        self.view.list.list.setFocus()

    def _on_remedy_wanted(self) -> None:
        if self.flush() and self._item.key is not None:
            self.remedy_wished.emit(self._item.key)

    def _on_widths_changed(self, widths: tuple[int, ...]) -> None:
        self._services.desk.keep_splitter(_SPLITTER, widths)

"""The school's own items: added, reworded and retired, and everybody told to read anew."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from checklists.key_labels import label_of
from checklists.own_names import OWN_REF
from gui.checklist.item_pane import ItemPane
from gui.checklist.open_checklist import OpenChecklist
from gui.checklist.outside import Outside
from gui.checklist.own_wish import OwnWish
from gui.platform.pen import Pen
from models.vocabulary import AssessmentId, ItemKey
from resources.refusals import refusal
from services.checklist import ItemRow, MeasureRow
from services.own_items import OwnItems, OwnWords


class OwnPresenter(QObject):
    """Asks until what is wanted can be kept; `changed` names the item to be taken in hand then."""

    changed = Signal(str, str)

    def __init__(
        self, opened: OpenChecklist, own_items: OwnItems, pen: Pen, pane: ItemPane, *, outside: Outside
    ) -> None:
        super().__init__(pane)
        self._opened, self._own_items, self._pen = opened, own_items, pen
        self._pane, self._outside = pane, outside

    def add(self, key: ItemKey | None) -> None:
        """Add an item beside another one."""
        measure = None if key is None else self._opened.measure_of(key)
        wish = OwnWish(_place(measure), is_of_measure=measure is not None and measure.ref != OWN_REF)
        self._ask(wish, lambda wish: self._add(wish, measure))

    def reword(self, key: ItemKey) -> None:
        """Say an item of the school's own anew."""
        row = self._opened.row(key)
        wish = OwnWish(_place(self._opened.measure_of(key)), _words(row), is_new=False)
        self._ask(wish, lambda wish: self._reword(key, wish))

    def retire(self, key: ItemKey, following: ItemKey | None) -> None:
        """Take an item out of the checklist once the user agrees; `following` is in hand then."""
        if not self._outside.ask_retire(self._pane, label_of(key)):
            return
        try:
            step = self._own_items.retire(self._assessment, key)
        except Exception as error:
            self._pane.toast.say(refusal(error))
        else:
            self._pen.tell(step)
            words = self.tr("{key} 已撤下，填过的收进归档").format(key=label_of(key))
            self.changed.emit(following or "", words)

    @property
    def _assessment(self) -> AssessmentId:
        return self._opened.checklist.assessment

    def _ask(self, wish: OwnWish, keep: Callable[[OwnWish], None]) -> None:
        while (asked := self._outside.ask_own_item(self._pane, wish)) is not None:
            try:
                keep(asked)
            except Exception as error:
                wish = replace(asked, refusal=refusal(error))
            else:
                return

    def _add(self, wish: OwnWish, measure: MeasureRow | None) -> None:
        ref = measure.ref if measure is not None and wish.is_of_measure else ""
        step = self._own_items.add(self._assessment, ref, wish.words)
        (key,) = step.own_items
        self._pen.tell(step)
        self.changed.emit(key, self.tr("{key} 已添上").format(key=label_of(key)))

    def _reword(self, key: ItemKey, wish: OwnWish) -> None:
        self._pen.tell(self._own_items.reword(self._assessment, key, wish.words))
        self.changed.emit(key, self.tr("{key} 已改写").format(key=label_of(key)))


def _place(measure: MeasureRow | None) -> str:
    return f"{measure.number} {measure.heading}".strip() if measure else ""


def _words(row: ItemRow) -> OwnWords:
    return OwnWords(row.item.text, row.item.how, row.item.evidence, row.item.deadline)

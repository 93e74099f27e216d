"""The wishes of the review that change the draft, done."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QObject

from checklists.drafting import editing as edit
from checklists.drafting.joining import merged, split
from checklists.policy import Indicator
from gui.drafting.content import DraftFigureRow
from gui.drafting.outside import DraftingOutside
from gui.drafting.review import Review
from models.vocabulary import Addressee, Comparator, IndicatorKey, ItemKey, Level, Modality, Scope


class Editing(QObject):
    """Hears the items' pane of one review until `close`."""

    def __init__(self, review: Review, outside: DraftingOutside) -> None:
        super().__init__()
        self._review, self._outside = review, outside
        self._view = review.view
        pane = self._view.items
        self._heard = [
            (pane.list.typed, self._on_typed),
            (pane.list.writing_ended, self._on_writing_ended),
            (pane.list.split_wanted, self._on_split_wanted),
            (pane.merge_wanted, self._on_merge_wanted),
            (pane.drop_wanted, self._on_drop_wanted),
            (pane.restore_wanted, self._on_restore_wanted),
            (pane.move_wanted, self._on_move_wanted),
            (pane.heading_wanted, self._on_heading_wanted),
            (pane.split_hint_wanted, self._on_split_hint_wanted),
            (pane.bar.addressee_chosen, self._on_addressee_chosen),
            (pane.bar.modality_chosen, self._on_modality_chosen),
            (pane.bar.theme_chosen, self._on_theme_chosen),
            (pane.bar.figure_wanted, self._on_figure_wanted),
            (pane.bar.new_figure_wanted, self._on_new_figure_wanted),
        ]
        for signal, slot in self._heard:
            signal.connect(slot)

    def close(self) -> None:
        """Hear nothing more."""
        for signal, slot in self._heard:
            signal.disconnect(slot)

    # ---- the items

    def _on_typed(self, key: str, text: str) -> None:
        self._review.do(edit.reworded(self._review.draft, key, text), typing=key)

    def _on_writing_ended(self) -> None:
        self._review.steps.end_typing()
        self._review.refresh()

    def _on_split_wanted(self, key: str, at: int) -> None:
        draft, new = split(self._review.draft, key, at, self._review.body_of(key))
        if new is None:
            self._view.toast.say(self.tr("把光标放到两句话之间，再拆开"))
            return
        self._review.do(draft, [new])
        self._view.toast.say(self.tr("已拆成两个要点"))

    def _on_split_hint_wanted(self) -> None:
        self._view.toast.say(self.tr("把光标放到要拆开的地方，按 Ctrl+Enter，或再点“拆开”"))

    def _on_merge_wanted(self) -> None:
        keys = self._keys() or []
        if len(keys) == 1:
            keys = self._with_next(keys[0])
        if len(keys) < 2:
            self._view.toast.say(self.tr("后面没有要点可以合并"))
            return
        self._review.do(merged(self._review.draft, keys), keys[:1])

    def _on_drop_wanted(self) -> None:
        keys, draft = self._keys(), self._review.draft
        if all(key in draft.dropped for key in keys):
            self._on_restore_wanted()
        elif keys:
            self._review.do(edit.dropped(draft, keys), keys)
            self._view.toast.say(self.tr("已删去 {count} 个要点，选中它再按 Delete 就恢复").format(count=len(keys)))

    def _on_restore_wanted(self) -> None:
        self._review.do(edit.restored(self._review.draft, self._keys()), self._keys())

    def _on_move_wanted(self, step: int) -> None:
        keys = self._keys()
        if len(keys) != 1:
            return
        draft, key = edit.moved(self._review.draft, keys[0], step)
        ref = draft.placed(key)[0].ref
        if ref != self._review.ref:
            self._review.ref = ref
            self._view.toast.say(self.tr("已移到相邻的条款，编号随着改了"))
        self._review.do(draft, [key])

    def _on_heading_wanted(self) -> None:
        ref = self._review.ref
        heading = self._outside.ask_heading(self._view, self._review.draft.measure(ref).heading)
        if heading is not None:
            self._review.do(edit.heading_written(self._review.draft, ref, heading))

    def _on_addressee_chosen(self, addressee: Addressee) -> None:
        draft = edit.amended(self._review.draft, self._keys(), partial(replace, addressee=addressee))
        self._review.do(draft)

    def _on_modality_chosen(self, modality: Modality) -> None:
        self._review.do(edit.amended(self._review.draft, self._keys(), partial(replace, modality=modality)))

    def _on_theme_chosen(self, theme: str) -> None:
        self._review.do(edit.amended(self._review.draft, self._keys(), partial(replace, theme=theme)))

    # ---- the figures

    def _on_figure_wanted(self, row: DraftFigureRow) -> None:
        draft = self._review.draft
        if row.is_dropped:
            self._review.do(edit.restored(draft, [row.key]))
            return
        figure = next(one for one in draft.policy.indicators() if one.key == row.key)
        written = self._outside.ask_figure(self._view, figure, is_new=False, drop=lambda: self._drop_figure(row.key))
        if written is not None:
            self._review.do(edit.figure_written(self._review.draft, written))

    def _on_new_figure_wanted(self) -> None:
        items = self._review.chosen()
        if len(items) != 1:
            return
        written = self._outside.ask_figure(
            self._view, _new_figure(items[0].key, items[0].anchors[0]), is_new=True, drop=_nothing
        )
        if written is not None:
            self._review.do(edit.figure_added(self._review.draft, written)[0])

    def _drop_figure(self, key: IndicatorKey) -> None:
        self._review.do(edit.dropped(self._review.draft, [key]))

    def _keys(self) -> list[ItemKey]:
        return list(self._view.items.list.keys)

    def _with_next(self, key: ItemKey) -> list[ItemKey]:
        """Join a single item with the next that is kept."""
        draft = self._review.draft
        kept = [item.key for item in draft.measure(self._review.ref).items if item.key not in draft.dropped]
        place = kept.index(key) if key in kept else len(kept)
        return kept[place : place + 2]


def _new_figure(item: ItemKey, anchor: str) -> Indicator:
    return Indicator(
        key=IndicatorKey(""),
        item=item,
        name="",
        comparator=Comparator.AT_LEAST,
        value=Decimal(1),
        max=None,
        unit="",
        deadline="",
        frequency="",
        level=Level.SCHOOL,
        scope=Scope.EACH_SCHOOL,
        anchor=anchor,
        note="",
    )


def _nothing() -> None:
    return

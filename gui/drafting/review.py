"""One draft under review: which clause and which items are in hand, and everything that is shown of it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from checklists.drafting.open_draft import OpenDraft
from checklists.drafting.places import Places
from checklists.policy import CheckItem
from checklists.reading.document import Header, OfficialText
from gui.drafting.content import (
    Overview,
    ProblemRow,
    clause_of,
    figure_rows,
    item_rows,
    marks,
    overview,
    problem_rows,
)
from gui.drafting.steps import Steps
from gui.drafting.view import DraftingView
from gui.widgets.official_rows import Mark, TextRow, text_rows
from models.vocabulary import ItemKey
from services.drafts import DraftInHand

_NOTHING = OfficialText(Header(), (), (), (), (), ())


class Review(QObject):
    """Shows a draft and keeps its steps; `changed` says that there is something to be written down."""

    changed = Signal()

    def __init__(self, view: DraftingView, hand: DraftInHand) -> None:
        super().__init__()
        self.view, self.name = view, hand.name
        self.steps = Steps(hand.draft)
        document = hand.document
        self._places = Places(document.lines, document.text) if document else Places((), _NOTHING)
        self._rows: tuple[TextRow, ...] = tuple(text_rows(document.lines, document.text)) if document else ()
        self._problems: tuple[ProblemRow, ...] = problem_rows(document.text, self._rows) if document else ()
        self._marks: tuple[Mark, ...] = ()
        self.ref = hand.draft.policy.measures[0].ref
        self._overview: Overview = overview(hand.draft, self._places, self._problems)

    @property
    def draft(self) -> OpenDraft:
        """Give the draft as it is now."""
        return self.steps.now

    @property
    def left(self) -> int:
        """Count the items that still say it in the document's words."""
        return self._overview.counted.left

    def body_of(self, key: str) -> str:
        """Give the document's words of an item's clause."""
        return self._places.bodies.get(self.draft.placed(key)[0].ref, "")

    def show(self) -> None:
        """Show all of the draft."""
        self.view.clauses.show_problems(self._problems)
        self.view.document.show_document(self.draft.source, self._rows)
        self.view.show_review()
        self.show_clause(self.ref)

    def do(self, draft: OpenDraft, keys: Sequence[str] | None = None, typing: object = None) -> None:
        """Take a step, with these items chosen afterwards, and have it written down."""
        if self.steps.do(draft, typing):
            self.refresh(keys)
            self.changed.emit()

    def undo(self) -> None:
        """Take the last step back."""
        if self.steps.undo():
            self._return()

    def redo(self) -> None:
        """Bring back the step that was taken back last."""
        if self.steps.redo():
            self._return()

    def show_clause(self, ref: str, *, at_end: bool = False) -> None:
        """Take a clause in hand, with its first or its last item."""
        self.view.items.list.flush()
        self.ref = ref
        keys = [item.key for item in self.draft.measure(ref).items]
        self.refresh(keys[-1:] if at_end else keys[:1])

    def show_item(self, key: str) -> None:
        """Take an item in hand, in whatever clause it is."""
        self.view.items.list.flush()
        self.ref = self.draft.placed(key)[0].ref
        self.refresh([key])

    def show_problem(self, problem: ProblemRow) -> None:
        """Go to the clause and to the line that a problem is about."""
        ref = clause_of(self.draft, problem.ref)
        if ref:
            self.show_clause(ref)
        self.view.turn_to_text()
        self.view.document.text.scroll_to(problem.line)

    def turn(self, step: int) -> None:
        """Go on to the clause before or after this one."""
        refs = [measure.ref for measure in self.draft.policy.measures if measure.items]
        place = (refs.index(self.ref) if self.ref in refs else 0) + step
        if 0 <= place < len(refs):
            self.show_clause(refs[place], at_end=step < 0)

    def refresh(self, keys: Sequence[str] | None = None) -> None:
        """Show the draft as it is now, with these items chosen, or with those that are."""
        draft, view = self.draft, self.view
        self._overview = overview(draft, self._places, self._problems)
        view.clauses.show_clauses(self._overview.clauses, self.ref)
        view.items.show_head(next(row for row in self._overview.clauses if row.ref == self.ref and not row.is_section))
        chosen = view.items.list.keys if keys is None else keys
        view.items.list.show_rows(item_rows(draft, self.ref, self._overview.borrowed), chosen)
        view.bar.show_policy(draft.policy, revises=draft.revises)
        view.bar.show_counted(self._overview.counted)
        view.bar.show_steps(can_undo=self.steps.can_undo, can_redo=self.steps.can_redo)
        view.document.show_problems([row for row in self._problems if clause_of(draft, row.ref) == self.ref])
        self._show_marks()
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show what is set of the chosen items, and where the one in hand stands in the document."""
        items, key = self.chosen(), self.view.items.list.key
        rows = item_rows(self.draft, self.ref, self._overview.borrowed)
        chosen = {item.key for item in items}
        self.view.items.show_chosen(items, [row for row in rows if row.key in chosen])
        one = items[0].key if len(items) == 1 else None
        self.view.items.bar.show_figures(figure_rows(self.draft, one) if one else ())
        self.view.items.bar.add.setEnabled(one is not None)
        if key is not None:
            self._light(key)

    def chosen(self) -> list[CheckItem]:
        """Give the chosen items."""
        keys = set(self.view.items.list.keys)
        return [item for item in self.draft.measure(self.ref).items if item.key in keys]

    def _return(self) -> None:
        """Show the clause in which a step was taken back or brought back."""
        refs = [measure.ref for measure in self.draft.policy.measures]
        if self.ref not in refs:
            self.ref = refs[0]
        kept = set(self.view.items.list.keys) & {item.key for item in self.draft.measure(self.ref).items}
        first = [item.key for item in self.draft.measure(self.ref).items[:1]]
        self.refresh(sorted(kept) or first)
        self.changed.emit()

    def _show_marks(self) -> None:
        found = tuple(marks(self.draft, self._places))
        if found != self._marks or not self._marks:
            self._marks = found
            self.view.document.show_marks(self._rows, found)

    def _light(self, key: ItemKey) -> None:
        own = sorted((mark.is_figure, mark.line, mark.start) for mark in self._marks if mark.key == key)
        line = self._places.lines.get(self.ref)
        place = own[0][1:] if own else (line, 0) if line else None
        ref = next((row.ref for row in self._rows if row.number == line), "")
        self.view.document.show_item(key, ref, place)

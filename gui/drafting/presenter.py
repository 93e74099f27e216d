"""A document read in as a job, reviewed with every step written down, and saved as a policy of one's own."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.drafting.content import ProblemRow
from gui.drafting.editing import Editing
from gui.drafting.outside import DraftingOutside
from gui.drafting.review import Review
from gui.drafting.view import DraftingView
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Job, Jobs
from resources.refusals import refusal
from services.drafts import Drafts

_SPLITTER = "drafting"


@dataclass(frozen=True, slots=True)
class DraftingServices:
    """What the review is given to work with."""

    drafts: Drafts
    jobs: Jobs
    desk: DeskSettings


class DraftingScreen(QObject):
    """One draft at a time; `saved` names the slug of the policy that became of it, `left` asks for the start page."""

    saved = Signal(str)
    left = Signal()

    def __init__(self, services: DraftingServices, *, outside: DraftingOutside | None = None) -> None:
        super().__init__()
        self._services = services
        self._outside = outside or DraftingOutside()
        self.view = DraftingView()
        self.review: Review | None = None
        self._editing: Editing | None = None
        self._is_unkept = False
        self._reading: Job[str] | None = None
        self.view.show_widths(services.desk.desk.splitters.get(_SPLITTER, ()))
        self._connect()

    def choose(self) -> None:
        """Let the user pick a document to draft from."""
        self.close()
        path = self._outside.choose_file(self.view, self._services.desk.desk.last_folder)
        if path is not None:
            self.read_in(path)

    def read_in(self, path: Path) -> None:
        """Read a document and open the draft of it."""
        self.close()
        self._services.desk.keep(last_folder=str(path.parent))
        drafts = self._services.drafts
        self._reading = self._services.jobs.run(
            lambda progress: drafts.read_in(path, progress), done=self.open, failed=self._on_refused
        )
        self.view.progress.watch(self._reading)

    def open(self, name: str) -> None:
        """Go on with a draft."""
        self.close()
        try:
            hand = self._services.drafts.open(name)
        except Exception as error:
            self._on_refused(error)
            return
        review = self.review = Review(self.view, hand)
        review.changed.connect(self._keep)
        self._editing = Editing(review, self._outside)
        review.show()
        self.view.items.list.setFocus()

    def revise(self, slug: str) -> None:
        """Take a policy of one's own into review."""
        self.close()
        try:
            name = self._services.drafts.revise(slug)
        except Exception as error:
            self._on_refused(error)
            return
        self.open(name)

    def throw_away(self, name: str, asker: QWidget | None = None) -> None:
        """Remove a draft once the user agreed, asked over `asker` where the review is not in sight."""
        title = next((row.title for row in self._services.drafts.listed() if row.name == name), name)
        if not self._outside.may_throw_away(asker or self.view, title):
            return
        if self.review is not None and self.review.name == name:
            self.close()
        self._services.drafts.throw_away(name)
        self.left.emit()

    def flush(self) -> bool:
        """Write down what is typed; False where something could not be."""
        self.view.items.list.flush()
        if self._is_unkept:
            self._keep()
        return not self._is_unkept

    def close(self) -> None:
        """Let go of the draft in hand; it stays in the workspace."""
        self.flush()
        self._stop_reading()
        if self._editing is not None:
            self._editing.close()
        self.review = self._editing = None
        self._is_unkept = False
        self.view.say_problem("")
        self.view.show_empty()

    def _connect(self) -> None:
        view = self.view
        view.file_wanted.connect(self.choose)
        view.file_dropped.connect(self.read_in)
        view.went_away.connect(self._stop_reading)
        view.undo_wanted.connect(self._on_undo_wanted)
        view.redo_wanted.connect(self._on_redo_wanted)
        view.widths_changed.connect(self._on_widths_changed)
        view.bar.home_wanted.connect(self._on_home_wanted)
        view.bar.head_wanted.connect(self._on_head_wanted)
        view.bar.throw_away_wanted.connect(self._on_throw_away_wanted)
        view.bar.save_wanted.connect(self._on_save_wanted)
        view.bar.save_state.retry_wanted.connect(self._keep)
        view.clauses.clause_chosen.connect(self._on_clause_chosen)
        view.clauses.problem_chosen.connect(self._on_problem_chosen)
        view.items.list.chosen.connect(self._on_chosen)
        view.items.list.turned_to.connect(self._on_turned)
        view.document.text.anchor_clicked.connect(self._on_anchor_clicked)

    def _stop_reading(self) -> None:
        """Give up a document that nobody waits for any more."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _keep(self) -> None:
        """Write the draft down; where that fails, say so and keep what is on the screen."""
        if self.review is None:
            return
        try:
            at = self._services.drafts.keep(self.review.name, self.review.draft)
        except Exception as error:
            said = refusal(error)
            self._is_unkept = True
            self.view.bar.save_state.show_failed(said)
            return
        self._is_unkept = False
        self.view.bar.save_state.show_saved(at.astimezone())

    def _on_refused(self, error: Exception) -> None:
        self.view.say_problem(refusal(error))

    def _on_save_wanted(self) -> None:
        if self.review is None or not self.flush():
            return
        self.view.say_problem("")
        if self.review.left and not self._outside.may_save(self.view, self.review.left):
            return
        try:
            slug = self._services.drafts.publish(self.review.name)
        except Exception as error:
            self._on_refused(error)
            return
        self.close()
        self.saved.emit(slug)

    def _on_throw_away_wanted(self) -> None:
        if self.review is not None:
            self.throw_away(self.review.name)

    def _on_home_wanted(self) -> None:
        if self.flush():
            self.left.emit()

    def _on_head_wanted(self) -> None:
        if self.review is None:
            return
        draft = self.review.draft
        policy = self._outside.ask_head(
            self.view, draft.policy, self._services.drafts.is_taken, is_locked=draft.revises
        )
        if policy is not None:
            self.review.do(replace(self.review.draft, policy=policy))

    def _on_undo_wanted(self) -> None:
        if self.review is not None:
            self.view.items.list.flush()
            self.review.undo()

    def _on_redo_wanted(self) -> None:
        if self.review is not None:
            self.review.redo()

    def _on_clause_chosen(self, ref: str) -> None:
        if self.review is not None and ref != self.review.ref:
            self.review.show_clause(ref)

    def _on_problem_chosen(self, problem: ProblemRow) -> None:
        if self.review is not None:
            self.review.show_problem(problem)

    def _on_chosen(self) -> None:
        if self.review is not None:
            self.review.show_chosen()

    def _on_turned(self, step: int) -> None:
        if self.review is not None:
            self.review.turn(step)

    def _on_anchor_clicked(self, key: str) -> None:
        """Take the item in hand whose anchor was clicked in the document."""
        if self.review is not None:
            self.review.show_item(key)

    def _on_widths_changed(self, widths: tuple[int, ...]) -> None:
        self._services.desk.keep_splitter(_SPLITTER, widths)

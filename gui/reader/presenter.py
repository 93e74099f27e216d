"""The reader's wishes, done: read a text in, go from point to point, copy a citation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from checklists.matching import Matching, match
from checklists.policy import Policy
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from gui.reader.content import ClauseShown, ReaderShown, change_words, citation, shown
from gui.reader.find_presenter import FindPresenter
from gui.reader.view import ReaderView
from gui.widgets.official_rows import Mark
from models.vocabulary import ItemKey, Status
from resources.refusals import refusal
from services.official_texts import KeptText, OfficialTexts

_SPLITTER = "reader"


class Standings(Protocol):
    """What the open assessment says of the points."""

    def statuses(self) -> Mapping[ItemKey, Status]:
        """Give the status of each point; none where no assessment is open."""

    def reviewed(self) -> frozenset[ItemKey]:
        """Name the points that a person has looked at since the policy changed, or that never needed it."""


class NoStandings:
    """Where no assessment is open."""

    def statuses(self) -> Mapping[ItemKey, Status]:
        """Give no status."""
        return {}

    def reviewed(self) -> frozenset[ItemKey]:
        """Name no point."""
        return frozenset()


class ReaderOutside(QObject):
    """The real file dialog and clipboard; tests bring their own."""

    def choose_file(self, parent: QWidget, folder: str) -> Path | None:
        """Let the user pick a document; None when he would rather not."""
        kinds = self.tr("公文 (*.txt *.docx *.pdf *.html *.htm);;所有文件 (*)")
        name, _ = QFileDialog.getOpenFileName(parent, self.tr("读入官方文本"), folder, kinds)
        return Path(name) if name else None

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        QGuiApplication.clipboard().setText(text)


@dataclass(frozen=True, slots=True)
class ReaderServices:
    """What the reader is given to work with."""

    official_texts: OfficialTexts
    jobs: Jobs
    desk: DeskSettings


class ReaderScreen(QObject):
    """One policy beside its official text."""

    item_wanted = Signal(str)
    marked = Signal(tuple)

    def __init__(
        self,
        policy: Policy,
        services: ReaderServices,
        standings: Standings | None = None,
        *,
        stands_alone: bool = False,
        outside: ReaderOutside | None = None,
    ) -> None:
        super().__init__()
        self._policy, self._services, self._standings = policy, services, standings or NoStandings()
        self._outside = outside or ReaderOutside()
        self.view = ReaderView(stands_alone=stands_alone)
        self._kept: KeptText | None = None
        self._matching: Matching | None = None
        self._shown: ReaderShown | None = None
        self._before: KeptText | None = None
        self._bodies_before: Mapping[str, str] = {}
        self._find = FindPresenter(self.view.text)
        self._key: ItemKey = next(policy.items()).key
        self.view.show_title(policy.title)
        self.view.show_width(next(iter(services.desk.desk.splitters.get(_SPLITTER, ())), 0))
        self._connect()

    @property
    def key(self) -> ItemKey:
        """Name the point in hand."""
        return self._key

    @property
    def to_review(self) -> frozenset[ItemKey]:
        """Name the points whose clause is another one in the text shown."""
        return self._matching.to_review if self._matching else frozenset()

    def show(self) -> None:
        """Show the text kept for the policy, with the statuses of now."""
        kept = self._services.official_texts.of(self._policy.slug)
        if kept != self._kept:
            self._take(kept)
        if self._kept and self._matching:
            now = self._standings
            self._shown = shown(self._kept, self._matching, now.statuses(), now.reviewed())
            self.view.text.show_text(self._shown)
            self._find.find_again()
            self.view.show_reader()
            self.show_item(self._key)

    def take_policy(self, policy: Policy) -> None:
        """Stand beside another revision from now on."""
        if policy is not self._policy:
            self._policy, self._kept, self._shown = policy, None, None
            self._key = self._key if any(self._key == item.key for item in policy.items()) else next(policy.items()).key
        self.show()

    def show_item(self, key: ItemKey) -> None:
        """Take a point in hand and bring its place in the text into view."""
        if key not in {item.key for item in self._policy.items()}:
            return
        self._key = key
        if self._shown is None:
            return
        clause, marks = self._shown.clause_of(key), self._shown.marks_of(key)
        self.view.points.show_clause(clause, key)
        self.view.points.show_figures(self._shown.figures[key])
        self.view.points.show_changes(self._changes_of(clause))
        self.view.points.show_citation(citation(self._shown, clause))
        self.view.text.show_item(key, _text_ref(self._shown, clause), _place(clause, marks))

    def read_in(self, path: Path) -> None:
        """Read a document and keep it as the policy's text."""
        self.view.problem.say("")
        self._services.desk.keep(last_folder=str(path.parent))
        keep, slug = self._services.official_texts.keep, self._policy.slug
        job = self._services.jobs.run(
            lambda progress: keep(slug, path, progress), done=self._on_read, failed=self._on_not_read
        )
        self.view.progress.watch(job)

    def _connect(self) -> None:
        view = self.view
        view.file_wanted.connect(self._on_file_wanted)
        view.file_dropped.connect(self.read_in)
        view.step_wanted.connect(self._on_step_wanted)
        view.widths_changed.connect(self._on_widths_changed)
        view.text.anchor_clicked.connect(self._on_item_chosen)
        view.points.item_chosen.connect(self._on_item_chosen)
        view.points.clause_step_wanted.connect(self._on_clause_step_wanted)
        view.points.line_wanted.connect(self._on_line_wanted)
        view.points.copy_wanted.connect(self._on_copy_wanted)
        view.points.checklist_wanted.connect(self._on_checklist_wanted)

    def _take(self, kept: KeptText | None) -> None:
        self._kept = kept
        self._find.take_lines(kept.lines if kept else ())
        self._matching = match(self._policy, kept.lines, kept.text) if kept else None
        self._before = self._services.official_texts.before(self._policy.slug) if self.to_review else None
        self._bodies_before = (
            _bodies(match(self._policy, self._before.lines, self._before.text)) if self._before else {}
        )

    def _changes_of(self, clause: ClauseShown) -> str:
        if not (clause.warning and self._before and self._matching):
            return ""
        now, before = _bodies(self._matching).get(clause.ref), self._bodies_before.get(clause.ref)
        return change_words(self._before.name, before, now) if now is not None and before is not None else ""

    def _on_read(self, kept: KeptText) -> None:
        self.marked.emit(kept.changes)
        self.show()
        count = len(self.to_review)
        said = self.tr("已读入“{name}”").replace("{name}", kept.name)
        review = self.tr("，{count} 个要点需复核").format(count=count) if count else ""
        self.view.toast.say(said + review)

    def _on_not_read(self, error: Exception) -> None:
        self.view.problem.say(refusal(error))

    def _on_file_wanted(self) -> None:
        path = self._outside.choose_file(self.view, self._services.desk.desk.last_folder)
        if path is not None:
            self.read_in(path)

    def _on_item_chosen(self, key: str) -> None:
        if key != self._key:
            self.show_item(ItemKey(key))

    def _on_step_wanted(self, step: int) -> None:
        keys = [item.key for item in self._policy.items()]
        place = keys.index(self._key) + step
        if 0 <= place < len(keys):
            self.show_item(keys[place])

    def _on_clause_step_wanted(self, step: int) -> None:
        measures = self._policy.measures
        here = next(place for place, one in enumerate(measures) if any(i.key == self._key for i in one.items))
        if 0 <= here + step < len(measures):
            self.show_item(measures[here + step].items[0].key)

    def _on_line_wanted(self, line: int) -> None:
        self.view.turn_to_text()
        self.view.text.text.scroll_to(line)

    def _on_copy_wanted(self) -> None:
        if self._shown:
            words = citation(self._shown, self._shown.clause_of(self._key))
            self._outside.copy(words)
            self.view.toast.say(self.tr("引文已复制，可以粘贴到文档里"))

    def _on_checklist_wanted(self) -> None:
        self.item_wanted.emit(self._key)

    def _on_widths_changed(self, widths: tuple[int, ...]) -> None:
        self._services.desk.keep_splitter(_SPLITTER, widths)


def _bodies(matching: Matching) -> dict[str, str]:
    return {one.measure.ref: one.clause.body for one in matching.measures if one.clause}


def _place(clause: ClauseShown, marks: Sequence[Mark]) -> tuple[int, int] | None:
    if marks:
        return marks[0].line, marks[0].start
    return None if clause.line is None else (clause.line, 0)


def _text_ref(shown: ReaderShown, clause: ClauseShown) -> str:
    """Name the clause as the text shown numbers it."""
    return next((row.ref for row in shown.rows if row.number == clause.line), "")

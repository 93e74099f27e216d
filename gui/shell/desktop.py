"""The program behind its window: opens the workspace, and one assessment at a time."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.platform.desk_settings import DeskSettings
from gui.platform.errors import ErrorHook
from gui.platform.jobs import Jobs
from gui.platform.theme import ThemeChoice, Themes
from gui.policies.view import StartView
from gui.shell.backup_keeper import BackupKeeper
from gui.shell.cycle_desk import CycleDesk
from gui.shell.drafting_desk import DraftingDesk
from gui.shell.edition_desk import EditionDesk
from gui.shell.pages import Pages
from gui.shell.revision_desk import RevisionDesk
from gui.shell.sample_desk import SampleDesk
from gui.shell.search_desk import SearchDesk
from gui.shell.seat import Seat
from gui.shell.window import MainWindow
from gui.widgets.dialog import ask
from gui.widgets.toast import Toast
from models.vocabulary import AssessmentId, ItemKey
from resources import VERSION, word
from resources.refusals import sentence
from services.progress import Progress

if TYPE_CHECKING:
    from gui.shell.sitting import Sitting
    from services.workspace import Workspace

_TOAST_FROM_BOTTOM = 80
"""Above the answer bar, which must stay in reach."""


def _now() -> datetime:
    return datetime.now().astimezone()


class Desktop(QObject):
    """Fills the window; owns the workspace behind it and the sitting in it."""

    usable = Signal()

    def __init__(
        self,
        window: MainWindow,
        folder: Path,
        who: str,
        settings: DeskSettings,
        themes: Themes,
        now: Callable[[], datetime] = _now,
    ) -> None:
        super().__init__()
        self._folder, self._who, self._settings, self._themes, self._now = folder, who, settings, themes, now
        self.workspace: Workspace | None = None
        self.window = window
        self.start = StartView()
        self._toast = Toast(self.window, bottom=_TOAST_FROM_BOTTOM)
        self._jobs = Jobs(self)
        self._hook = ErrorHook(folder / "logs" / "voccheck.log", VERSION, self.window.show_trouble)
        self._keeper = BackupKeeper(self._jobs, self)
        self.seat = Seat(window, self._jobs, settings, now, self)
        self.pages = Pages(window, self._jobs, settings, self)
        self.drafting = DraftingDesk(window, self.start, self._jobs, settings, self)
        self.revisions = RevisionDesk(window, self.start, self._jobs, lambda: self.sitting, self)
        self.searching = SearchDesk(window, self.seat.flush, self)
        self.editions = EditionDesk(window, self)
        self.cycles = CycleDesk(window, self.start, self._jobs, self)
        self.sample = SampleDesk(window, self.start, self._jobs, self)
        self._lay_out()
        self._connect()

    def open(self) -> None:
        """Put the start page into the window and open the workspace."""
        self._hook.install()
        self.start.show_version(VERSION)
        self.start.show_opening()
        self._open_workspace()

    def open_assessment(self, assessment: int) -> None:
        """Put an assessment into the window, its checklist in front."""
        self.seat.open(AssessmentId(assessment))

    @property
    def sitting(self) -> "Sitting | None":
        """Give the open assessment."""
        return self.seat.sitting

    def close(self) -> None:
        """Let go of everything; called after the window has closed."""
        self.seat.leave()
        self._jobs.close()
        if self.workspace is not None:
            self._keeper.back_up_at_last()
            self.workspace.close()
            self.workspace = None
        self._hook.remove()

    def _lay_out(self) -> None:
        self.window.furnish()
        self.window.add_start(self.start)
        self.seat.lay_out()
        self.window.show_theme(self._themes.choice)

    def _connect(self) -> None:
        window = self.window
        window.home_wanted.connect(self._on_home_wanted)
        window.new_wanted.connect(self._on_new_wanted)
        window.next_year_wanted.connect(self._on_next_year_wanted)
        window.backup_wanted.connect(self._keeper.back_up)
        window.theme_chosen.connect(self._on_theme_chosen)
        window.ask_before_closing(self._may_close)
        self.sample.filled.connect(self.open_assessment)
        self.seat.came_forward.connect(self.revisions.tell_of)
        self.start.themes_wanted.connect(self.pages.show_themes)
        self.pages.home_wanted.connect(self._on_home_wanted)
        self.pages.marked.connect(self.seat.take_in)
        self.start.text_wanted.connect(self._on_text_wanted)
        window.drafting_wanted.connect(self._on_drafting_wanted)
        self.drafting.home_wanted.connect(self._on_home_wanted)
        self.drafting.saved.connect(self._on_draft_saved)
        self.revisions.home_wanted.connect(self._on_home_wanted)
        self.revisions.assessment_wanted.connect(self.seat.come_back)
        self.revisions.stale.connect(self._on_stale)
        self.searching.place_wanted.connect(self.seat.go)
        self.cycles.begun.connect(self._on_begun)
        self._hook.refused.connect(window.show_problem)
        self._keeper.made.connect(self._on_backed_up)
        self._keeper.refused.connect(window.show_problem)

    def _open_workspace(self) -> None:
        self._jobs.run(self._opened, done=self._on_opened, failed=self._on_open_failed)

    def _opened(self, _progress: Progress) -> "Workspace":
        from services.workspace import Workspace

        return Workspace.open(self._folder, self._who, lambda: self._now().date())

    def _on_opened(self, workspace: "Workspace") -> None:
        from gui.policies.presenter import StartPresenter

        self.workspace = workspace
        self.seat.take(workspace)
        for desk in (self.drafting, self.revisions, self.cycles, self.editions, self.searching, self.sample):
            desk.take(workspace)
        self._presenter = StartPresenter(self.start, workspace, now=self._now, parent=self)
        self._presenter.assessment_wanted.connect(self.open_assessment)
        self._presenter.said.connect(self._toast.say)
        self.window.show_problem("".join(map(word, workspace.warnings)))
        self.usable.emit()
        self._keeper.watch(lambda: workspace.backups)

    def _on_open_failed(self, error: Exception) -> None:
        said = sentence(error)
        if said is None:
            self.start.show_failure(self.tr("工作文件夹没有打开，数据没有变动。"), self._open_workspace)
            raise error
        self.start.show_failure(said, self._open_workspace)

    def _on_stale(self, assessment: int, key: str) -> None:
        """Open an assessment anew, as it stands on other items now."""
        self.seat.open(AssessmentId(assessment))
        assert self.sitting is not None
        if key:
            self.sitting.checklist.show_item(ItemKey(key))
        else:
            self._toast.say(self.tr("已换到新版，填过的都带过来了"))

    def _may_close(self) -> bool:
        unsaved = self._unsaved_sentence()
        return not unsaved or ask(
            self.window,
            self.tr("有一处没有存上，还要退出吗？"),
            unsaved,
            act=self.tr("不存了，退出"),
            stay=self.tr("不退出"),
        )

    def _unsaved_sentence(self) -> str:
        """Write what is typed, and name what could not be."""
        if self.sitting is not None and not self.sitting.checklist.flush():
            return self.sitting.checklist.unsaved_sentence()
        return "" if self.drafting.flush() else self.tr("清单草稿最后改的一处还没有存上。")

    def _on_home_wanted(self) -> None:
        if self.seat.flush() and self.drafting.flush():
            self.window.show_start()
            if self.workspace is not None:
                self._presenter.refresh()

    def _on_drafting_wanted(self) -> None:
        if self.seat.flush():
            self.drafting.begin()

    def _on_draft_saved(self, slug: str) -> None:
        """Show the new policy on the start page, taken into the form of a new assessment."""
        self.pages.forget_text(slug)
        self._on_home_wanted()
        self.start.choose_policy(slug)
        self._toast.say(self.tr("清单存好了，填上学校就能新建自评"))

    def _on_text_wanted(self, slug: str) -> None:
        if self.workspace is not None:
            self.pages.show_text(self.workspace, slug)

    def _on_new_wanted(self) -> None:
        self._on_home_wanted()
        if self.window.current_tab is None:
            self.start.open_new()

    def _on_backed_up(self, made: Path) -> None:
        self._toast.say(self.tr("已备份，在工作文件夹的 {place} 里").format(place=made.parent.name))

    def _on_theme_chosen(self, choice: ThemeChoice) -> None:
        self._themes.choose(choice)
        self._settings.keep(theme=choice)
        self.window.show_theme(choice)

    def _on_next_year_wanted(self) -> None:
        if self.sitting is not None and self.sitting.flush():
            self.cycles.preview(self.sitting.assessment)

    def _on_begun(self, assessment: int, said: str) -> None:
        self.seat.come_back(AssessmentId(assessment))
        self._toast.say(said)

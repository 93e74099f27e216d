"""The program behind its window: opens the workspace, and one assessment at a time."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.errors import ErrorHook
from gui.platform.jobs import Job, Jobs
from gui.platform.theme import ThemeChoice, Themes
from gui.policies.view import StartView
from gui.shell.backup_keeper import BackupKeeper
from gui.shell.cycle_desk import CycleDesk
from gui.shell.drafting_desk import DraftingDesk
from gui.shell.edition_desk import EditionDesk
from gui.shell.pages import Pages
from gui.shell.revision_desk import RevisionDesk
from gui.shell.search_desk import SearchDesk
from gui.shell.tabs import Tab
from gui.shell.window import MainWindow
from gui.widgets.dialog import ask
from gui.widgets.toast import Toast
from models.vocabulary import AssessmentId, ItemKey
from resources import VERSION, word
from resources.refusals import sentence
from services.progress import Progress

if TYPE_CHECKING:
    from gui.shell.places import Place
    from gui.shell.sitting import Sitting
    from services.changes import Change
    from services.workspace import Workspace

_SAMPLE = "yiyang"
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
        self.sitting: Sitting | None = None
        self.window = window
        self.start = StartView()
        self._toast = Toast(self.window, bottom=_TOAST_FROM_BOTTOM)
        self._jobs = Jobs(self)
        self._bus = ChangeBus(self)
        self._slots = {tab: QStackedWidget() for tab in Tab}
        self._hook = ErrorHook(folder / "logs" / "voccheck.log", VERSION, self.window.show_trouble)
        self._keeper = BackupKeeper(self._jobs, self)
        self.pages = Pages(window, self._jobs, settings, self)
        self.drafting = DraftingDesk(window, self.start, self._jobs, settings, self)
        self.revisions = RevisionDesk(window, self.start, self._jobs, lambda: self.sitting, self)
        self.searching = SearchDesk(window, self._may_leave, self)
        self.editions = EditionDesk(window, self)
        self.cycles = CycleDesk(window, self.start, self._jobs, self)
        self._lay_out()
        self._connect()

    def open(self) -> None:
        """Put the start page into the window and open the workspace."""
        self._hook.install()
        self.start.show_version(VERSION)
        self.start.show_opening()
        self._open_workspace()

    def open_assessment(self, assessment: AssessmentId) -> None:
        """Put an assessment into the window, its checklist in front."""
        assert self.workspace is not None
        from gui.shell.sitting import Sitting

        self._leave_sitting()
        self.window.save_state.clear()
        sitting = Sitting(
            assessment,
            self.workspace,
            self.window,
            bus=self._bus,
            jobs=self._jobs,
            settings=self._settings,
            now=self._now,
        )
        sitting.room_made.connect(self._on_room_made)
        sitting.tab_wanted.connect(self._on_tab_wanted)
        sitting.base_wanted.connect(self._on_base_wanted)
        sitting.school.changed.connect(self._on_school_changed)
        self.sitting = sitting
        self._show_sitting()

    def close(self) -> None:
        """Let go of everything; called after the window has closed."""
        self._leave_sitting()
        self._jobs.close()
        if self.workspace is not None:
            self._keeper.back_up_at_last()
            self.workspace.close()
            self.workspace = None
        self._hook.remove()

    def _lay_out(self) -> None:
        self.window.furnish()
        self.window.add_start(self.start)
        for tab, slot in self._slots.items():
            self.window.add_tab(tab, slot)
        self.window.show_theme(self._themes.choice)

    def _connect(self) -> None:
        window = self.window
        window.home_wanted.connect(self._on_home_wanted)
        window.new_wanted.connect(self._on_new_wanted)
        window.undo_wanted.connect(self._on_undo_wanted)
        window.redo_wanted.connect(self._on_redo_wanted)
        window.retry_wanted.connect(self._on_retry_wanted)
        window.school_wanted.connect(self._on_school_wanted)
        window.division_wanted.connect(partial(self._on_room_wanted, Tab.DIVISION))
        window.quality_wanted.connect(partial(self._on_room_wanted, Tab.QUALITY))
        window.cycles_wanted.connect(partial(self._on_room_wanted, Tab.CYCLES))
        window.next_year_wanted.connect(self._on_next_year_wanted)
        window.base_wanted.connect(self._on_base_wanted)
        window.backup_wanted.connect(self._keeper.back_up)
        window.tab_chosen.connect(self._on_tab_chosen)
        window.print_wanted.connect(self._on_print_wanted)
        window.theme_chosen.connect(self._on_theme_chosen)
        window.ask_before_closing(self._may_close)
        self.start.sample_wanted.connect(self._on_sample_wanted)
        self.start.themes_wanted.connect(self.pages.show_themes)
        self.pages.home_wanted.connect(self._on_home_wanted)
        self.pages.marked.connect(self._on_marked)
        self.start.text_wanted.connect(self._on_text_wanted)
        window.drafting_wanted.connect(self._on_drafting_wanted)
        self.drafting.home_wanted.connect(self._on_home_wanted)
        self.drafting.saved.connect(self._on_draft_saved)
        self.revisions.home_wanted.connect(self._on_home_wanted)
        self.revisions.assessment_wanted.connect(self._on_assessment_wanted)
        self.revisions.stale.connect(self._on_stale)
        self.searching.place_wanted.connect(self._on_place_wanted)
        self.cycles.begun.connect(self._on_begun)
        self._hook.refused.connect(window.show_problem)
        self._keeper.made.connect(self._on_backed_up)
        self._keeper.refused.connect(window.show_problem)

    # ---- the workspace

    def _open_workspace(self) -> None:
        self._jobs.run(self._opened, done=self._on_opened, failed=self._on_open_failed)

    def _opened(self, _progress: Progress) -> "Workspace":
        from services.workspace import Workspace

        return Workspace.open(self._folder, self._who, lambda: self._now().date())

    def _on_opened(self, workspace: "Workspace") -> None:
        from gui.policies.presenter import StartPresenter

        self.workspace = workspace
        self.drafting.take(workspace)
        self.revisions.take(workspace)
        self.cycles.take(workspace)
        self.editions.take(workspace)
        self.searching.take(workspace)
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

    # ---- the assessment in hand

    def _show_title(self) -> None:
        assert self.workspace is not None
        assert self.sitting is not None
        checklist = self.workspace.assessments.checklist(self.sitting.assessment)
        place = {"city": checklist.policy.city, "year": checklist.year}
        self.window.show_assessment(
            school=checklist.school.name,
            subject=self.tr("{city} · {year} 年度自评").format(**place),
            title=self.tr("{city} {year} 年度自评").format(**place),
        )

    def _show_sitting(self) -> None:
        """Put the open assessment in front, its checklist first, and say where its policy has become another one."""
        assert self.workspace is not None
        assert self.sitting is not None
        self._show_title()
        self.sitting.come_to(Tab.CHECKLIST)
        self.sitting.show_steps()
        self.revisions.tell_of(self.sitting.assessment)

    def _leave_sitting(self) -> None:
        if self.sitting is None:
            return
        self.sitting.close()
        for tab, screen in self.sitting.views().items():
            self._slots[tab].removeWidget(screen)
            screen.deleteLater()
        self.sitting = None

    def _on_assessment_wanted(self, assessment: int) -> None:
        """Come back to an assessment from a page that left it open."""
        if self.sitting is not None and self.sitting.assessment == assessment:
            self._show_sitting()
        else:
            self.open_assessment(AssessmentId(assessment))

    def _on_stale(self, assessment: int, key: str) -> None:
        """Open an assessment anew, as it stands on other items now."""
        self.open_assessment(AssessmentId(assessment))
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

    def _on_room_made(self, tab: Tab, view: QWidget) -> None:
        self._slots[tab].addWidget(view)
        self._slots[tab].setCurrentWidget(view)

    def _on_tab_wanted(self, tab: Tab) -> None:
        self.window.show_tab(tab)
        self._on_tab_chosen(tab)

    def _on_tab_chosen(self, tab: Tab) -> None:
        if self.sitting is not None:
            self.sitting.come_to(tab)

    def _on_marked(self, changes: "tuple[Change, ...]") -> None:
        if self.sitting is not None:
            self.sitting.take_in(changes)

    def _on_home_wanted(self) -> None:
        if (self.sitting is None or self.sitting.flush()) and self.drafting.flush():
            self.window.show_start()
            if self.workspace is not None:
                self._presenter.refresh()

    def _on_drafting_wanted(self) -> None:
        if self.sitting is None or self.sitting.flush():
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

    def _on_undo_wanted(self) -> None:
        if self.sitting is not None:
            self.sitting.undo()

    def _on_redo_wanted(self) -> None:
        if self.sitting is not None:
            self.sitting.redo()

    def _on_print_wanted(self) -> None:
        if self.sitting is not None:
            self.sitting.print()

    def _on_retry_wanted(self) -> None:
        if self.sitting is not None:
            self.sitting.retry()

    def _on_backed_up(self, made: Path) -> None:
        self._toast.say(self.tr("已备份，在工作文件夹的 {place} 里").format(place=made.parent.name))

    def _on_theme_chosen(self, choice: ThemeChoice) -> None:
        self._themes.choose(choice)
        self._settings.keep(theme=choice)
        self.window.show_theme(choice)

    def _on_place_wanted(self, assessment: int, place: "Place") -> None:
        """Open what was found in any year."""
        self._on_assessment_wanted(assessment)
        assert self.sitting is not None
        self.sitting.go(place)

    def _may_leave(self) -> bool:
        return self.sitting is None or self.sitting.flush()

    # ---- school and sample

    def _on_room_wanted(self, tab: Tab) -> None:
        if self.sitting is not None:
            self._on_tab_wanted(tab)

    def _on_next_year_wanted(self) -> None:
        if self.sitting is not None and self.sitting.flush():
            self.cycles.preview(self.sitting.assessment)

    def _on_begun(self, assessment: int, said: str) -> None:
        self._on_assessment_wanted(assessment)
        self._toast.say(said)

    def _on_school_wanted(self) -> None:
        if self.sitting is not None and self.sitting.flush():
            self.sitting.school.show_school()

    def _on_base_wanted(self) -> None:
        if self.sitting is not None and self.sitting.flush():
            self.sitting.school.show_base_data()

    def _on_school_changed(self) -> None:
        if self.sitting is not None:
            self.sitting.reload()
            self._show_title()

    def _on_sample_wanted(self) -> None:
        if self.workspace is not None:
            self._watched(self._jobs.run(self._fill_sample, done=self.open_assessment))

    def _fill_sample(self, progress: Progress) -> AssessmentId:
        from services.sample import fill

        assert self.workspace is not None
        return fill(self.workspace, _SAMPLE, progress)

    def _watched(self, job: Job[AssessmentId]) -> None:
        from gui.widgets.progress_card import ProgressCard

        card = ProgressCard(self.tr("正在备好示例学校"), can_stop=False, parent=self.window)
        card.resize(card.sizeHint().expandedTo(card.minimumSizeHint()))
        card.move(self.window.rect().center() - card.rect().center())
        card.watch(job)
        job.ended.connect(card.deleteLater)

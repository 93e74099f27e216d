"""The program behind its window: opens the workspace, shows what work begins with, then sets up all the rest."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.platform.desk_settings import DeskSettings
from gui.platform.errors import ErrorHook
from gui.platform.first_paint import FirstPaint
from gui.platform.jobs import Jobs
from gui.platform.theme import ThemeChoice, Themes
from gui.platform.turns import Step, Turns
from gui.policies.view import StartView
from gui.shell.window import MainWindow
from models.vocabulary import AssessmentId
from resources import VERSION, word
from resources.refusals import sentence
from services.progress import Progress

if TYPE_CHECKING:
    from gui.shell.backup_keeper import BackupKeeper
    from gui.shell.desks import Desks
    from gui.shell.read_only import ReadOnly
    from gui.shell.restore_desk import RestoreDesk
    from gui.shell.sitting import Sitting
    from gui.widgets.toast import Toast
    from services.workspace import Workspace

_TOAST_FROM_BOTTOM = 80
"""Above the answer bar, which must stay in reach."""


def _now() -> datetime:
    return datetime.now().astimezone()


class Desktop(QObject):
    """Fills the window; owns the workspace behind it and the sitting in it.

    `usable` says that what work begins with has been painted, `complete` that all the rest stands, too. Whatever is
    asked for earlier is set up at that moment.
    """

    usable = Signal()
    complete = Signal()

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
        self._opened: Workspace | None = None
        self._read_only: ReadOnly | None = None
        self.window = window
        self._jobs = Jobs(self)
        self._hook = ErrorHook(folder / "logs" / "voccheck.log", VERSION, self.window.show_trouble)
        self._rest = Turns(window)
        self._rest.ended.connect(self.complete)
        self._hook.refused.connect(window.show_problem)

    def open(self) -> None:
        """Open the workspace, and put the start page into the window."""
        self._hook.install()
        self._open_workspace()
        _ = self.start  # built while the disk works

    @cached_property
    def start(self) -> StartView:
        """Give the start page."""
        return StartView()

    def open_assessment(self, assessment: int) -> None:
        """Put an assessment into the window, its checklist in front."""
        self.desks.seat.open(AssessmentId(assessment))

    @property
    def workspace(self) -> "Workspace | None":
        """Give the open workspace; None while it is being opened."""
        self._rest.finish()
        return self._opened

    @property
    def desks(self) -> "Desks":
        """Give what stands beside the start page, set up by now."""
        self._rest.finish()
        return self._desks

    @cached_property
    def _furnished(self) -> MainWindow:
        self.window.furnish()
        self.window.show_theme(self._themes.choice)
        self._connect_window()
        return self.window

    @cached_property
    def _desks(self) -> "Desks":
        from gui.shell.desks import Desks

        desks = Desks(self._furnished, self.start, self._jobs, self._settings, self._now, self)
        desks.home_wanted.connect(self._on_home_wanted)
        desks.said.connect(self._say)
        desks.done.connect(self._say_done)
        return desks

    @property
    def sitting(self) -> "Sitting | None":
        """Give the open assessment."""
        return self.desks.seat.sitting

    def close(self) -> None:
        """Let go of everything; called after the window has closed."""
        self.desks.seat.leave()
        self._jobs.close()
        if self._opened is not None:
            self._keeper.back_up_at_last()
            self._opened.close()
            self._opened = None
        if self._read_only is not None:
            self._read_only.end()
        self._hook.remove()

    def _open_workspace(self) -> None:
        self._jobs.run(self._open, done=self._on_opened, failed=self._on_open_failed)

    def _open(self, _progress: Progress) -> "Workspace":
        from services.read_only import opened_for_start

        return opened_for_start(self._folder, self._who, lambda: self._now().date())

    def _on_opened(self, workspace: "Workspace") -> None:
        """Show what work begins with; all the rest comes step by step once that has been painted."""
        from gui.policies.presenter import StartPresenter

        self._opened = workspace
        if workspace.is_read_only:
            self._keep_to_reading()
        self._presenter = StartPresenter(self.start, workspace, now=self._now, parent=self)
        self._presenter.assessment_wanted.connect(self.open_assessment)
        self._presenter.said.connect(self._say)
        steps: tuple[Step, ...] = (*self._presenter.begin(), self._show_version, self._furnish)
        self.window.add_start(self.start)
        self.window.show_problem("".join(map(word, workspace.warnings)))
        self._rest.plan(*steps, partial(self._set_up, workspace))
        FirstPaint(self.window).came.connect(self._on_painted)

    def _on_painted(self) -> None:
        self._rest.begin()
        self.usable.emit()

    def _on_open_failed(self, error: Exception) -> None:
        said = sentence(error)
        restore = self._restoring.ask if self._restoring.can_mend(error) else None
        self.start.show_failure(said or self.tr("工作文件夹没有打开，数据没有变动。"), self._open_workspace, restore)
        self.window.add_start(self.start)
        self._rest.plan(self._show_version, self._furnish)
        self._rest.begin()
        if said is None:
            raise error

    def _show_version(self) -> None:
        self.start.show_version(VERSION)

    def _furnish(self) -> MainWindow:
        return self._furnished

    def _set_up(self, workspace: "Workspace") -> None:
        self._desks.take(workspace)
        if self._read_only is not None:
            self._read_only.begin()
        else:
            self._keeper.watch(lambda: workspace.backups)

    def _keep_to_reading(self) -> None:
        from gui.shell.read_only import ReadOnly

        self._read_only = ReadOnly(self.window)

    def _connect_window(self) -> None:
        window = self.window
        window.home_wanted.connect(self._on_home_wanted)
        window.new_wanted.connect(self._on_new_wanted)
        window.backup_wanted.connect(self._keeper.back_up)
        window.theme_chosen.connect(self._on_theme_chosen)
        window.ask_before_closing(self._may_close)

    @cached_property
    def _keeper(self) -> "BackupKeeper":
        from gui.shell.backup_keeper import BackupKeeper

        keeper = BackupKeeper(self._jobs, self)
        keeper.made.connect(self._on_backed_up)
        keeper.refused.connect(self.window.show_problem)
        return keeper

    @cached_property
    def _restoring(self) -> "RestoreDesk":
        from gui.shell.restore_desk import RestoreDesk

        desk = RestoreDesk(self.window, self.start, self._jobs, self._folder, self._now, self)
        desk.settled.connect(self._open_workspace)
        return desk

    @cached_property
    def _toast(self) -> "Toast":
        from gui.widgets.toast import Toast

        toast = Toast(self.window, bottom=_TOAST_FROM_BOTTOM)
        toast.acted.connect(self.desks.seat.undo)
        return toast

    def _say(self, words: str) -> None:
        self._toast.say(words)

    def _say_done(self, words: str) -> None:
        self._toast.say(words, self.tr("撤销"))

    def _may_close(self) -> bool:
        unsaved = self.desks.unsaved_sentence()
        return not unsaved or self._ask_to_leave(unsaved)

    def _ask_to_leave(self, unsaved: str) -> bool:
        from gui.widgets.dialog import ask

        wording = self.tr("有一处没有存上，还要退出吗？")
        return ask(self.window, wording, unsaved, act=self.tr("不存了，退出"), stay=self.tr("不退出"))

    def _on_home_wanted(self) -> None:
        if self.desks.flush():
            self.window.show_start()
            if self._opened is not None:
                self._presenter.refresh()

    def _on_new_wanted(self) -> None:
        self._on_home_wanted()
        if self.window.current_tab is None:
            self.start.open_new()

    def _on_backed_up(self, made: Path) -> None:
        self._say(self.tr("已备份，在工作文件夹的 {place} 里").format(place=made.parent.name))

    def _on_theme_chosen(self, choice: ThemeChoice) -> None:
        self._themes.choose(choice)
        self._settings.keep(theme=choice)
        self.window.show_theme(choice)

"""The steps that end the work: the paper that is seen is printed, and saved where the user says."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from gui.platform.jobs import Job
from gui.reporting.file_names import file_name
from gui.reporting.making import Made, Making
from gui.reporting.printing import PrintRequest, print_paper
from gui.reporting.report_services import ReportServices
from gui.reporting.view import ReportView
from reports.orders import Skin
from reports.preview import Pages
from reports.saving import save_content
from resources.refusals import refusal
from services.progress import Progress


class HandingOut(QObject):
    """Goes on with what was begun when the screen is left, and then says nothing of it."""

    started = Signal(object, str)
    saved = Signal()

    def __init__(self, services: ReportServices, making: Making, view: ReportView, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._making, self._view = services, making, view
        self._steps = steps = view.options.steps
        self._made: Made | None = None
        self._pages: Pages | None = None
        self._saved: Path | None = None
        self._is_closed = False
        steps.print_wanted.connect(self._on_print_wanted)
        steps.save_wanted.connect(self._on_save_wanted)
        steps.folder_wanted.connect(self._on_folder_wanted)

    def take(self, made: Made | None, pages: Pages | None) -> None:
        """Hand out this paper from now on, or none."""
        self._made, self._pages = made, pages

    def close(self) -> None:
        """Say no more of what is still being printed or saved."""
        self._is_closed = True
        self.take(None, None)

    def _on_save_wanted(self, skin: Skin) -> None:
        if (made := self._made) is None:
            return
        target = self._services.desk.asked_target(self._steps, self._folder() / f"{file_name(made)}{skin}")
        if target is not None:
            content = self._making.in_skin(made.choices, skin) if skin is not Skin.PDF else _seen(made)
            job = self._services.jobs.run(partial(_save, content, target), done=self._on_saved, failed=self._on_failed)
            self._say()
            self.started.emit(job, self.tr("正在存 {name}").replace("{name}", target.name))

    def _on_saved(self, target: Path) -> None:
        self._saved = target
        self._services.settings.keep(last_folder=str(target.parent))
        if self._is_closed:
            return
        self._say(saved=target.name)
        self.saved.emit()

    def _folder(self) -> Path:
        last = self._services.settings.desk.last_folder
        return Path(last) if last and Path(last).is_dir() else Path.home()

    def _on_folder_wanted(self) -> None:
        if self._saved is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent))):
            self._say(self.tr("文件夹打不开，请自己找到：{place}").replace("{place}", str(self._saved)))

    def _on_print_wanted(self) -> None:
        if (made := self._made) is None or self._pages is None:
            return
        here = self._view.page + 1
        request = PrintRequest.of(file_name(made), self._pages, is_duplex=made.settings.is_duplex, here=here)
        printer = self._services.desk.asked_printer(self._steps, request)
        if printer is not None:
            job: Job[None] = self._services.jobs.run(
                partial(print_paper, printer, made.paper.content), failed=self._on_failed
            )
            self._say()
            self.started.emit(job, self.tr("正在送往打印机"))

    def _on_failed(self, error: Exception) -> None:
        """Say it beside the steps; once the screen is left, and for a bug of ours, the hook says it."""
        if self._is_closed:
            raise error
        self._say(refusal(error))

    def _say(self, problem: str = "", saved: str = "") -> None:
        """Say how a step ended, where it is seen; with no words, take away what was said of the one before."""
        self._steps.show_problem(problem)
        self._steps.show_saved(saved)
        if problem or saved:
            self._view.bring_options()


def _seen(made: Made) -> Callable[[Progress], bytes]:
    return lambda _progress: made.paper.content


def _save(content: Callable[[Progress], bytes], target: Path, progress: Progress) -> Path:
    save_content(content(progress), target)
    return target

"""Task sheets going out and coming back, both in the background."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.departments.outside import Outside
from gui.departments.returned_content import rows_of, summary_of
from gui.departments.services import DivisionServices
from gui.departments.view import DepartmentsView
from gui.platform.pen import Pen
from models.vocabulary import AssessmentId
from resources.refusals import refusal
from services.errors import OutOfStepError
from services.intake.comparing import Comparison, Difference
from services.progress import Progress

if TYPE_CHECKING:
    from services.intake.form import TaskForm


class SheetsPresenter(QObject):
    """Nothing that came back is written before it was shown."""

    def __init__(
        self,
        assessment: AssessmentId,
        services: DivisionServices,
        pen: Pen,
        view: DepartmentsView,
        *,
        outside: Outside,
    ) -> None:
        super().__init__(view)
        self._assessment, self._services, self._pen, self._view = assessment, services, pen, view
        self._outside = outside
        self._found: Comparison | None = None
        self._paths: list[Path] = []
        self._saved_to: Path | None = None
        self._is_closed = False
        view.sheets_wanted.connect(self._on_sheets_wanted)
        view.files_wanted.connect(self._on_files_wanted)
        view.returned.files_dropped.connect(self.compare)
        view.returned.left.connect(self._on_left)
        view.returned.taken.connect(self._on_taken)

    def act(self) -> bool:
        """Do what the toast offers, where it was said here: show the folder of the sheets."""
        folder, self._saved_to = self._saved_to, None
        if folder is not None:
            self._outside.show_folder(folder)
        return folder is not None

    def close(self) -> None:
        """Touch the screen no more."""
        self._is_closed = True

    def compare(self, paths: Iterable[Path]) -> None:
        """Read sheets and show what they would do."""
        self._paths = list(paths)
        self._view.problem.say("")
        self._view.show_returned(True)
        read = partial(self._services.task_sheets.compare, self._assessment, self._paths)
        job = self._services.jobs.run(read, done=self._on_compared, failed=self._on_failed)
        self._view.returned.progress.watch(job)

    def _on_sheets_wanted(self) -> None:
        desk = self._services.desk
        folder = self._outside.choose_folder(self._view, desk.desk.last_folder)
        if folder is None:
            return
        desk.keep(last_folder=str(folder))
        forms = self._services.task_sheets.forms(self._assessment)
        if self._may_write(forms, folder):
            job = self._services.jobs.run(
                partial(_save, forms, folder), done=partial(self._on_saved, folder), failed=self._on_failed
            )
            self._view.progress.watch(job)

    def _may_write(self, forms: "tuple[TaskForm, ...]", folder: Path) -> bool:
        from reports.sheets.task_sheet import file_names

        there = [name for name in file_names(forms) if (folder / name).exists()]
        if not there:
            return True
        said = self.tr("“{folder}”里已有 {count} 份同名的任务单，科室填过的也会被换掉。要留着就换一个文件夹。")
        said = said.replace("{count}", str(len(there))).replace("{folder}", folder.name)
        return self._outside.may_replace(self._view, said)

    def _on_saved(self, folder: Path, written: tuple[Path, ...]) -> None:
        if self._is_closed:
            return
        self._saved_to = folder
        said = self.tr("{count} 份任务单已存到“{folder}”")
        said = said.replace("{count}", str(len(written))).replace("{folder}", folder.name)
        self._view.toast.say(said, self.tr("打开文件夹"))

    def _on_failed(self, error: Exception) -> None:
        said = refusal(error)
        if not self._is_closed:
            self._view.problem.say(said)

    def _on_files_wanted(self) -> None:
        desk = self._services.desk
        paths = self._outside.choose_files(self._view, desk.desk.last_folder)
        if paths:
            desk.keep(last_folder=str(paths[0].parent))
            self.compare(paths)
        elif not self._view.is_returned_shown:
            self._view.returned.show_nothing()
            self._view.show_returned(True)

    def _on_compared(self, found: Comparison) -> None:
        if self._is_closed:
            return
        self._found = found
        rows = rows_of(found, self._services.assessments.checklist(self._assessment))
        self._view.returned.show_rows(rows, summary_of(found))

    def _on_left(self) -> None:
        self._found = None
        self._view.returned.show_nothing()
        self._view.show_returned(False)

    def _on_taken(self, chosen: tuple[Difference, ...]) -> None:
        assert self._found is not None
        try:
            change = self._services.task_sheets.take_in(self._found, chosen)
        except OutOfStepError:
            self.compare(self._paths)
            self._view.problem.say(self.tr("程序里刚才又改过，已重新核对。再看一遍，再收进来。"))
            return
        except Exception as error:
            self._on_failed(error)
            return
        self._on_left()
        self._saved_to = None
        self._pen.tell(change)
        said = self.tr("收进了 {count} 处").format(count=len(chosen))
        self._view.toast.say(said, self.tr("撤销"))


def _save(forms: "tuple[TaskForm, ...]", folder: Path, progress: Progress) -> tuple[Path, ...]:
    from reports.sheets.task_sheet import save_task_sheets

    return save_task_sheets(forms, folder, progress)

"""A school's base data, entered and kept, and what they fill in the open assessment."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.platform.pen import Pen
from gui.settings.asked_figures import asked_figures
from gui.settings.base_dialog import BaseDataDialog
from gui.settings.filling_dialog import FillingDialog
from models.vocabulary import AssessmentId, IndicatorKey
from resources.refusals import refusal
from services.assessments import Assessments
from services.checklist import Checklist, Fact
from services.feeding import fillings, proposals
from services.judging import Reading
from services.schools import Schools
from services.trail.changes import Step


class BaseDataPresenter(QObject):
    """Opens the dialog, keeps what it brings, then offers to fill it in; `saved` says the figures are kept."""

    saved = Signal()

    def __init__(self, schools: Schools, assessments: Assessments, pen: Pen, parent: QWidget) -> None:
        super().__init__(parent)
        self._schools, self._assessments, self._pen = schools, assessments, pen
        self._window = parent

    def edit(self, assessment: AssessmentId) -> BaseDataDialog:
        """Show the figures of the assessment's year to be entered."""
        checklist = self._assessments.checklist(assessment)
        school, year = checklist.school.id, checklist.year
        dialog = BaseDataDialog(year, self._window)
        dialog.show_facts(checklist.facts, self._schools.facts(school, year - 1), asked_figures(checklist))
        dialog.save_wished.connect(partial(self._keep, dialog, checklist))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _keep(self, dialog: BaseDataDialog, checklist: Checklist, facts: tuple[Fact, ...]) -> None:
        try:
            step = self._schools.put_facts(checklist.school.id, checklist.year, facts)
        except Exception as error:
            dialog.show_problem(refusal(error))
            return
        dialog.close_kept()
        self._pen.tell(step)
        self.saved.emit()
        self.offer(checklist.assessment, step)

    def offer(self, assessment: AssessmentId, step: Step) -> FillingDialog | None:
        """Preview what the base data would fill, None where there is nothing to say; it goes with their step."""
        checklist = self._assessments.checklist(assessment)
        found = proposals(checklist, checklist.facts)
        if not found:
            return None
        dialog = FillingDialog(found, self._window)
        wanted = fillings(found)
        if wanted:
            dialog.accepted.connect(partial(self._on_filling_accepted, assessment, wanted, step))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _on_filling_accepted(
        self, assessment: AssessmentId, wanted: Mapping[IndicatorKey, Reading], step: Step
    ) -> None:
        self._pen.write(partial(self._assessments.take_readings, assessment, wanted), came_of=step)

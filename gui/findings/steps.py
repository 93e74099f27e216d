"""The steps of a remedy: a question, then a command."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from gui.findings.acts import Act
from gui.findings.outside import Outside
from gui.findings.services import FindingsServices
from models.vocabulary import AssessmentId
from services.findings.rows import FindingRow
from services.trail.changes import Change

Command = Callable[[], Change]


class Steps:
    """Makes the command that an act on a finding asks for; none where the user would rather not."""

    def __init__(self, assessment: AssessmentId, services: FindingsServices, outside: Outside, over: QWidget) -> None:
        self._assessment, self._services, self._outside, self._over = assessment, services, outside, over

    def command(self, act: Act, row: FindingRow) -> Command | None:
        """Ask what the act needs to know, and give the command."""
        asked = {
            Act.REPORT: self._report,
            Act.REVIEW: self._review,
            Act.RECOGNISE: self._recognise,
            Act.CLOSE: self._close,
            Act.REOPEN: self._reopen,
            Act.WITHDRAW: self._withdraw,
        }
        return asked[act](row)

    def _report(self, row: FindingRow) -> Command | None:
        said = self._outside.report(self._over)
        findings = self._services.findings
        if said is None:
            return None
        return partial(findings.report_result, self._assessment, row.number, said.outcome, said.words)

    def _review(self, row: FindingRow) -> Command | None:
        review = self._outside.review(self._over, self._services.today, self._services.who)
        return partial(self._services.findings.review, self._assessment, row.number, review) if review else None

    def _recognise(self, row: FindingRow) -> Command | None:
        recognition = self._outside.recognition(self._over, self._services.today, self._services.who)
        if recognition is None:
            return None
        return partial(self._services.findings.recognise, self._assessment, row.number, recognition)

    def _close(self, row: FindingRow) -> Command | None:
        return partial(self._services.findings.close, self._assessment, row.number)

    def _reopen(self, row: FindingRow) -> Command | None:
        reason = self._outside.reopening_reason(self._over, row.label)
        return partial(self._services.findings.reopen, self._assessment, row.number, reason) if reason else None

    def _withdraw(self, row: FindingRow) -> Command | None:
        reason = self._outside.withdrawal_reason(self._over, row.label)
        return partial(self._services.findings.withdraw, self._assessment, row.number, reason) if reason else None

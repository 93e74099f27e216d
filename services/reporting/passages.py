"""The parts of a report that people write themselves, and how its report is made."""

from dataclasses import replace

from models.store import Store
from models.vocabulary import AssessmentId, PassageName
from services.reporting.parts import (
    PassagePart,
    ReportSettings,
    ReportSettingsPart,
    ReportStep,
    passage_now,
    passages_now,
    settings_now,
)
from services.sheets import Sheets
from services.texts import checked
from services.trail.changes import Change
from services.trail.ledger import Ledger


class Passages:
    """What is written for the reports of one workspace; a part nobody wrote is the program's draft."""

    def __init__(self, store: Store, sheets: Sheets, ledger: Ledger) -> None:
        self._store = store
        self._sheets = sheets
        self._ledger = ledger

    def of(self, assessment: AssessmentId) -> dict[PassageName, str]:
        """Give what people wrote for an assessment's report."""
        with self._store.reading() as work:
            return passages_now(work, assessment)

    def write(self, assessment: AssessmentId, name: PassageName, text: str) -> Change:
        """Write a part; nothing but blanks gives it back to the draft; raises TextTooLongError."""
        return self._put(assessment, name, checked(text) if text.strip() else None)

    def restore_draft(self, assessment: AssessmentId, name: PassageName) -> Change:
        """Give a part back to the program's draft."""
        return self._put(assessment, name, None)

    def settings(self, assessment: AssessmentId) -> ReportSettings:
        """Say how an assessment's report is made."""
        with self._store.reading() as work:
            return settings_now(work, assessment)

    def settle(self, assessment: AssessmentId, settings: ReportSettings) -> Change:
        """Let the report be made so from now on; raises TextTooLongError."""
        authority, principal = checked(settings.authority.strip()), checked(settings.principal.strip())
        after = replace(settings, authority=authority, principal=principal)
        with self._store.work() as work:
            sheet = self._sheets.of(work, assessment)
            part = ReportSettingsPart(settings_now(work, assessment), after)
            return self._ledger.write(work, assessment, sheet, (part,))

    def _put(self, assessment: AssessmentId, name: PassageName, text: str | None) -> Change:
        with self._store.work() as work:
            sheet = self._sheets.of(work, assessment)
            parts: tuple[ReportStep, ...] = (PassagePart(name, passage_now(work, assessment, name), text),)
            return self._ledger.write(work, assessment, sheet, parts)

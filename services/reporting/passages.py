"""The parts of a report that people write themselves, and how its report is made."""

from dataclasses import replace

from models.vocabulary import AssessmentId, PassageName
from services.desk import Desk
from services.reporting.parts import (
    PassagePart,
    ReportSettings,
    ReportSettingsPart,
    passage_now,
    passages_now,
    settings_now,
)
from services.texts import checked
from services.trail.changes import Change


class Passages:
    """What is written for the reports of one workspace; a part nobody wrote is the program's draft."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

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
            part = ReportSettingsPart(settings_now(work, assessment), after)
            return self._desk.write(work, assessment, part)

    def _put(self, assessment: AssessmentId, name: PassageName, text: str | None) -> Change:
        with self._store.work() as work:
            part = PassagePart(name, passage_now(work, assessment, name), text)
            return self._desk.write(work, assessment, part)

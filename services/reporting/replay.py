"""The passages and report settings that an assessment's trail leads to."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from models.vocabulary import PassageName
from models.work import Work
from services.reporting.parts import PassagePart, ReportSettings, ReportStep, passages_now, settings_now


@dataclass
class ReportReplay:
    """What the rows of passages and report settings must be now."""

    passages: dict[PassageName, str] = field(default_factory=dict)
    settings: ReportSettings = field(default_factory=ReportSettings)

    def take(self, part: ReportStep) -> None:
        """Play one part."""
        if not isinstance(part, PassagePart):
            self.settings = part.after
        elif part.after is None:
            self.passages.pop(part.name, None)
        else:
            self.passages[part.name] = part.after

    def differences(self, work: Work, assessment: int) -> Iterator[str]:
        """Name what was not written by us."""
        found = passages_now(work, assessment)
        for name in PassageName:
            if self.passages.get(name) != found.get(name):
                yield f"passages {name}"
        if self.settings != settings_now(work, assessment):
            yield "report_settings"

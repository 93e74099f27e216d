"""Where in an open assessment somebody wants to be: what every way from one screen to another is made of."""

from dataclasses import dataclass, field

from gui.checklist.filters import Filter
from gui.shell.tabs import Tab
from models.vocabulary import EvidenceId, FindingNumber, IndicatorKey, ItemKey
from services.quality import Flaw


@dataclass(frozen=True, slots=True)
class Place:
    """A tab, and in it one thing to look at, or a filter; empty parts ask for nothing.

    `figure` is one of the item's; `section` is a section or measure.
    """

    tab: Tab
    item: ItemKey | None = None
    figure: IndicatorKey | None = None
    section: str = ""
    finding: FindingNumber | None = None
    evidence: EvidenceId | None = None
    flaw: Flaw | None = None
    only: Filter = field(default_factory=Filter)

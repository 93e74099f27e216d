"""Where in an open assessment somebody wants to be: what every way from one screen to another is made of."""

from dataclasses import dataclass, field

from gui.checklist.filters import Filter
from gui.shell.tabs import Tab
from models.vocabulary import FindingNumber, ItemKey


@dataclass(frozen=True, slots=True)
class Place:
    """A tab, and in it an item, a section or measure, a finding, or a filter; empty parts ask for nothing."""

    tab: Tab
    item: ItemKey | None = None
    section: str = ""
    finding: FindingNumber | None = None
    only: Filter = field(default_factory=Filter)

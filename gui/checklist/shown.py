"""Everything the item pane is given at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gui.checklist.drafts import Page, Spot, Typed, Typing
from gui.checklist.item_words import Particular
from gui.checklist.last_year_part import LastSaid
from models.vocabulary import EvidenceId, IndicatorKey
from services.checklist import ItemRow
from services.feeding import Offer
from services.findings.rows import FindingRow


@dataclass(frozen=True, slots=True)
class Line:
    """One step of an item's history: when, who, what."""

    when: str
    who: str
    what: str


@dataclass(frozen=True, slots=True)
class ItemShown:
    """An item as the pane draws it; `typing` and `errors` lie over what is kept, `badges` say what ails evidence.

    `unlisted` is a department that was typed and is not among the school's own.
    """

    row: ItemRow
    place: str
    particulars: tuple[Particular, ...]
    suggestion: str
    refusal: str
    typing: Mapping[Page, Typing] = field(default_factory=dict)
    errors: Mapping[Page, Mapping[Spot, str]] = field(default_factory=dict)
    offers: Mapping[IndicatorKey, Offer] = field(default_factory=dict)
    badges: Mapping[EvidenceId, str] = field(default_factory=dict)
    departments: tuple[str, ...] = ()
    unlisted: str = ""
    persons: tuple[str, ...] = ()
    findings: tuple[FindingRow, ...] = ()
    history: tuple[Line, ...] = ()
    steps: int = 0
    last: LastSaid | None = None

    @property
    def page(self) -> Page:
        """Name the page of the item's answer."""
        return Page(self.row.key)

    def typed(self, spot: Spot, kept: Typed) -> Typed:
        """Give what stands in a field of the answer: what was typed, else what is kept."""
        return self.typing.get(self.page, {}).get(spot, kept)

"""What is chosen for one paper, and the order that follows."""

from dataclasses import dataclass
from datetime import datetime

from reports.orders import Kind, Order, Skin


@dataclass(frozen=True, slots=True)
class Choices:
    """How one paper is wanted; what belongs to the assessment is kept with it, the rest as long as the screen."""

    kind: Kind = Kind.SELF_ASSESSMENT
    is_filled: bool = False
    department: str = ""

    def order(self, printed_at: datetime, skin: Skin = Skin.PDF) -> Order:
        """Ask for the paper in a skin."""
        return Order(self.kind, printed_at, skin, is_filled=self.is_filled, department=self.department)

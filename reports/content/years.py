"""The rates of the sections in two cycles, as the report's chart prints them."""

from dataclasses import dataclass

MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class YearMove:
    """A rate then and now in tenths of a point; None where nothing applied then, or the policy had no such section."""

    title: str
    before: int | None
    after: int | None

    @property
    def moved(self) -> str:
        """Say by how many points it moved: +12.5, −3.0, 0.0, or — where that cannot be told."""
        if self.before is None or self.after is None:
            return "—"
        points = self.after - self.before
        sign = MINUS if points < 0 else "+" if points else ""
        return f"{sign}{abs(points) / 10:.1f}"


@dataclass(frozen=True, slots=True)
class YearMoves:
    """All sections in the policy's order, and the whole."""

    last_year: int
    year: int
    rows: tuple[YearMove, ...]
    total: YearMove

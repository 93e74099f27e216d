"""What went from one state to another, and can go back."""

from dataclasses import replace
from typing import Self


class Turning:
    """A frozen dataclass with a `before` and an `after`."""

    __slots__ = ()

    def inverted(self) -> Self:
        """Turn it around."""
        return replace(self, before=self.after, after=self.before)  # type: ignore[type-var, attr-defined]

"""A user who gives up while long work is under way."""

from services.progress import CancelledError


class GivesUp:
    """Gives up at the first step, or after as many as are named."""

    def __init__(self, after: int = 0) -> None:
        self._left = after

    def step(self, done: int, total: int, what: str = "") -> None:
        """Hear how far the work has come."""
        if not self._left:
            raise CancelledError
        self._left -= 1

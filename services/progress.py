"""How long work tells how far it is."""

from typing import Protocol


class CancelledError(Exception):
    """The user gave up on long work; nothing half done is left behind."""


class Progress(Protocol):
    """What long work reports to; it hears there, too, that the user gave up."""

    def step(self, done: int, total: int, what: str = "") -> None:
        """Say how much is done and what is in hand; raises CancelledError once the user gave up."""


class NoProgress:
    """Nobody watches: for scripts and tests."""

    def step(self, done: int, total: int, what: str = "") -> None:
        """Take no notice."""


silent: Progress = NoProgress()

"""What was done in one review, to be undone and done again: a stack of frozen drafts."""

from checklists.drafting.open_draft import OpenDraft

MOST = 500


class Steps:
    """The draft as it is now, those before it, and those that were undone."""

    def __init__(self, draft: OpenDraft) -> None:
        self._before: list[OpenDraft] = []
        self._after: list[OpenDraft] = []
        self._now = draft
        self._typing: object = None

    @property
    def now(self) -> OpenDraft:
        """Give the draft as it is."""
        return self._now

    @property
    def can_undo(self) -> bool:
        """Say whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Say whether there is a step to bring back."""
        return bool(self._after)

    def do(self, draft: OpenDraft, typing: object = None) -> bool:
        """Take a step, one with the last where both are of the same typing; False where nothing is another."""
        if draft == self._now:
            return False
        if typing is None or typing != self._typing:
            self._before = [*self._before, self._now][-MOST:]
        self._after = []
        self._now, self._typing = draft, typing
        return True

    def end_typing(self) -> None:
        """Let what is typed next be a step of its own."""
        self._typing = None

    def undo(self) -> bool:
        """Go back a step; False where there is none."""
        if not self._before:
            return False
        self._after.append(self._now)
        self._now, self._typing = self._before.pop(), None
        return True

    def redo(self) -> bool:
        """Go forward a step that was undone; False where there is none."""
        if not self._after:
            return False
        self._before.append(self._now)
        self._now, self._typing = self._after.pop(), None
        return True

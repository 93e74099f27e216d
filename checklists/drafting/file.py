"""A draft checklist into a file of its own, never over another."""

import os
from pathlib import Path

from checklists.drafting.first_draft import Draft
from checklists.errors import DraftNotSavedError, DraftTakenError


def save_draft(draft: Draft, target: Path) -> None:
    """Write a draft into a new file, whole or not at all; raises DraftTakenError, DraftNotSavedError."""
    try:
        target.touch(exist_ok=False)
    except FileExistsError as refusal:
        raise DraftTakenError(target) from refusal
    except OSError as refusal:
        raise DraftNotSavedError(target) from refusal
    _fill(target, draft.text())


def _fill(target: Path, text: str) -> None:
    try:
        with target.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError as refusal:
        target.unlink(missing_ok=True)
        raise DraftNotSavedError(target) from refusal

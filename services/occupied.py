"""Whether somebody may be at work in a workspace folder."""

from pathlib import Path

from models.identity import LOCK


def may_be_taken(folder: Path) -> bool:
    """Say whether the folder's lock bears a name: somebody holds it, or the power failed while somebody did."""
    try:
        return (folder / LOCK).stat().st_size > 0
    except OSError:
        return False

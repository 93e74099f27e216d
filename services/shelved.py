"""What stands on the shelf: the marks of what was read, and which revision is the newest; without what fills it."""

from models import compiled
from models.lines import PolicyLine
from models.vocabulary import PolicyId
from models.work import Work

FILLED_BY = "filled_by"
"""The mark that names the version of the program that filled the shelf last."""


def mark(work: Work, key: str) -> str:
    """Give what was noted under a key when the shelf was last filled, "" where nothing was."""
    found = work.first(compiled.META, key=key)
    return found.word if found else ""


def by_age(work: Work) -> list[PolicyLine]:
    """Sort all revisions; of those of one number, the one whose file was read last is the newest."""
    lines = work.all(compiled.POLICIES)
    current = {slug: mark(work, f"current:{slug}") for slug in {line.slug for line in lines}}
    return sorted(lines, key=lambda line: (line.revision, line.digest == current[line.slug], line.id))


def newest_of_all(work: Work) -> dict[str, PolicyId]:
    """Name the newest revision of every slug."""
    return {line.slug: PolicyId(line.id) for line in by_age(work)}

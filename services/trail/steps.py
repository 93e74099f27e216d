"""Steps taken back: over every chain they touched in one transaction, or not at all."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from checklists.additions import Additions, Block, retired
from checklists.policy import Policy
from models import compiled
from models.vocabulary import PolicyId
from models.work import Work
from services import rows
from services.desk import Desk
from services.errors import OutOfStepError
from services.own_files import OwnFiles
from services.trail.changes import (
    Change,
    DepartmentPart,
    FactsPart,
    OwnItemPart,
    PatternPart,
    RenewPart,
    SchoolPart,
    Step,
    WorkspacePart,
)
from services.trail.errors import (
    BaseDataOutOfStepError,
    DepartmentOutOfStepError,
    OwnItemOutOfStepError,
    PatternOutOfStepError,
    RevisionOutOfStepError,
    SchoolOutOfStepError,
)
from services.trail.ledger import check_step
from services.trail.workspace_rows import RowPart, apply, state_now

Done = Change | Step
"""What a command did: in one assessment, or beyond it."""


class Steps:
    """Takes back what was done in one workspace; each time is a new entry of every chain, none is erased."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store
        self._files = OwnFiles(desk.store.folder)

    def take_back(self, done: Done) -> Done:
        """Do the contrary of what was done; raises OutOfStepError where something has moved on since."""
        if isinstance(done, Step):
            return self._wide(done)
        with self._store.work() as work:
            return self._change(work, done)

    def _change(self, work: Work, done: Change) -> Change:
        parts = done.inverted()
        check_step(work, done.assessment, parts)
        return self._desk.write(work, done.assessment, *parts)

    def _wide(self, done: Step) -> Step:
        parts = tuple(map(_inverted, reversed(done.parts)))
        with self._store.work() as work:
            _check(work, parts)
            files = tuple(self._rewritten(work, parts))
            changes = tuple(self._change(work, change) for change in reversed(done.changes))
            for part in _of_rows(parts):
                apply(work, self._desk.sheets, part)
            step = Step((self._desk.ledger.note(work, *parts),), changes)
            for slug, additions in files:  # last, as it alone cannot be rolled back
                self._files.write(slug, additions)
        self._desk.sheets.forget()
        if files:
            self._desk.policies.stock()
        return step

    def _rewritten(self, work: Work, parts: Iterable[WorkspacePart]) -> Iterator[tuple[str, Additions]]:
        """Give the files of own items as they were; raises OwnItemOutOfStepError, PolicyFileError."""
        target = next((part.after for part in parts if isinstance(part, RenewPart)), "")
        for part in parts:
            if isinstance(part, OwnItemPart):
                additions = self._files.additions(part.slug)
                block = additions.block(part.item)
                if block is None or block.text.rstrip() != part.before.rstrip():
                    raise OwnItemOutOfStepError(part.item)
                additions = additions.with_block(Block(part.item, part.after))
                if target:
                    self._files.extended(self._policy(work, target), additions)  # refused where it makes no policy
                yield part.slug, additions

    def _policy(self, work: Work, digest: str) -> Policy:
        found = next(line.id for line in work.all(compiled.POLICIES) if line.digest == digest)
        return self._desk.policies.at(work, PolicyId(found))


def _inverted(part: WorkspacePart) -> WorkspacePart:
    """Turn a part around; what was set up for the first time is given up, as nothing is ever deleted."""
    match part:
        case DepartmentPart(None, after):
            return DepartmentPart(after, replace(after, is_retired=True))
        case OwnItemPart(before=""):
            return replace(part, before=part.after, after=retired(Block(part.item, part.after)).text)
        case SchoolPart(before, after) if before is not None:
            return SchoolPart(after, before)
        case DepartmentPart(before, after) if before is not None:
            return DepartmentPart(after, before)
        case FactsPart(school, year, earlier, later):
            return FactsPart(school, year, later, earlier)
        case RenewPart() | OwnItemPart() | PatternPart():
            return replace(part, before=part.after, after=part.before)
        case _:
            raise TypeError(part)


def _of_rows(parts: Iterable[WorkspacePart]) -> Iterator[RowPart]:
    return (part for part in parts if isinstance(part, RowPart))


def _check(work: Work, parts: Iterable[WorkspacePart]) -> None:
    """Refuse parts that do not start from what is written."""
    for part in _of_rows(parts):
        if state_now(work, part) != part.before or (isinstance(part, DepartmentPart) and _is_taken(work, part)):
            raise _out_of_step(part)


def _is_taken(work: Work, part: DepartmentPart) -> bool:
    """Say whether another department has the name that one is to have again."""
    found = map(rows.department_row, work.all(compiled.DEPARTMENTS_OF, school_id=part.after.school))
    others = {one.name for one in found if one.id != part.after.id and not one.is_retired}
    return not part.after.is_retired and part.after.name in others


def _out_of_step(part: RowPart) -> OutOfStepError:
    match part:
        case SchoolPart():
            return SchoolOutOfStepError()
        case FactsPart():
            return BaseDataOutOfStepError(year=part.year)
        case DepartmentPart():
            return DepartmentOutOfStepError(name=part.after.name)
        case PatternPart():
            return PatternOutOfStepError()
        case RenewPart():
            return RevisionOutOfStepError()

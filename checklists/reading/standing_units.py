"""The units that one sentence adds to every task after it: 以下均需各县区政府落实，不再列出."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from checklists.reading.clauses import Draft
from checklists.reading.folding import fold
from checklists.reading.unit_names import is_a_unit, names_of
from models.vocabulary import UnitRole

_STATED = re.compile(
    r"以下(?:各项|各条|任务|工作)*[均都](?:需|须|由|请)?(?P<names>[^,。;]+?)(?:负责|(?P<helps>配合|参与|参加|协助)|落实|实施|推进)"
)


@dataclass(frozen=True, slots=True)
class StandingUnits:
    """Units that belong to every task after a clause, in one role."""

    names: tuple[str, ...]
    role: UnitRole
    after: str  # the path of the clause that says so


def standing_units_in(drafts: Iterable[Draft]) -> StandingUnits | None:
    """Find the sentence that names units for all that follows."""
    for draft in drafts:
        for text in [*(note.printed for note in draft.notes), *(one.text for one in draft.paragraphs)]:
            found = _STATED.search(fold(text))
            if found is not None and (names := _units(text[slice(*found.span("names"))])):
                role = UnitRole.PARTICIPANT if found["helps"] else UnitRole.RESPONSIBLE
                return StandingUnits(names, role, draft.ref)
    return None


def _units(text: str) -> tuple[str, ...]:
    return tuple(name for name in names_of(text) if is_a_unit(name))

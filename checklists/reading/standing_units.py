"""The units that one sentence adds to every task after it: 以下均需各县区政府落实，不再列出."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from checklists.reading.folding import fold
from checklists.reading.lines import Paragraph
from checklists.reading.unit_names import is_a_unit, names_of
from models.vocabulary import UnitRole

_STATED = re.compile(
    r"以下(?:各项|各条|任务|工作)*[均都](?:需|须|由|请)?(?P<names>[^,。;]+?)(?:负责|(?P<helps>配合|参与|参加|协助)|落实|实施|推进)"
)


@dataclass(frozen=True, slots=True)
class StandingUnits:
    """Units that belong to every task after a line, in one role."""

    names: tuple[str, ...]
    role: UnitRole
    line: int


def standing_units_in(paragraphs: Iterable[Paragraph]) -> StandingUnits | None:
    """Find the sentence that names units for all that follows."""
    for paragraph in paragraphs:
        found = _STATED.search(fold(paragraph.text))
        if found is None:
            continue
        names = tuple(name for name in names_of(paragraph.text[slice(*found.span("names"))]) if is_a_unit(name))
        role = UnitRole.PARTICIPANT if found["helps"] else UnitRole.RESPONSIBLE
        return StandingUnits(names, role, paragraph.line_at(found.start())) if names else None
    return None

"""Where the anchors of a draft stand in the document it is of, and which clause a line belongs to."""

from collections.abc import Sequence
from itertools import pairwise

from checklists.drafting.open_draft import is_borrowed
from checklists.drafting.refs import told_apart
from checklists.flat_text import FlatText, Span
from checklists.reading.document import OfficialText
from checklists.reading.lines import Line


class Places:
    """A document, searched clause by clause."""

    def __init__(self, lines: Sequence[Line], text: OfficialText) -> None:
        self._flat = FlatText(lines)
        clauses = told_apart(text).clauses
        self.lines = {clause.ref: clause.line for clause in clauses}
        self.bodies = {clause.ref: f"{clause.heading}\n{clause.body}" for clause in clauses}
        self._starts = {clause.ref: self._start(clause.line, clause.heading + clause.body) for clause in clauses}
        sections = (self._flat.start_of(section.line) for section in text.sections)
        edges = sorted({*self._starts.values(), *sections, len(self._flat.text)})
        self._ends = dict(pairwise(edges))

        self._found: dict[tuple[str, str], tuple[Span, ...]] = {}
        self._borrowed: dict[str, bool] = {}

    def holds(self, text: str) -> bool:
        """Tell whether the document says any sentence of a text word for word; each text is looked for once."""
        if text not in self._borrowed:
            self._borrowed[text] = is_borrowed(text, self._flat.text)
        return self._borrowed[text]

    def spans(self, ref: str, anchor: str) -> tuple[Span, ...]:
        """Find an anchor in a clause, or else where it first stands; nothing where it stands nowhere."""
        if (ref, anchor) not in self._found:
            self._found[ref, anchor] = self._look_for(ref, anchor)
        return self._found[ref, anchor]

    def _look_for(self, ref: str, anchor: str) -> tuple[Span, ...]:
        start = self._starts.get(ref, 0)
        own = self._flat.find(anchor, start, self._ends.get(start))
        place = own or self._flat.find(anchor)
        return self._flat.spans(place) if place else ()

    def _start(self, line: int, words: str) -> int:
        """Begin with the line, or with the clause's own words where they stand behind another clause on it."""
        start = self._flat.start_of(line)
        own = self._flat.find(words[:10], start)
        return own.start if own and own.start - start < len(words) else start

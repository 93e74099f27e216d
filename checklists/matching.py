"""An official text laid beside a checklist: what stands where it stood, what moved, changed or is gone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checklists.clause_digests import Digests, clause_digests, digest_of, mendings
from checklists.flat_text import FlatText, Span, squeezed
from checklists.policy import Measure, Policy
from checklists.reading.document import OfficialText, TextClause
from checklists.reading.lines import Line
from models.vocabulary import ItemKey

_LEAST_TO_MOVE = 6
_HEADING, _NUMBER, _ENOUGH = 0.5, 0.25, 0.5


class Standing(StrEnum):
    """How a place of the checklist stands in an official text."""

    FOUND = "found"
    MOVED = "moved"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class AnchorMatch:
    """Where an anchor stands; `key` names its item or indicator, `clause` the clause it was found in.

    `CHANGED` says that its clause is there but not these words, `MISSING` that the clause is not there either.
    """

    key: str
    item: ItemKey
    anchor: str
    standing: Standing
    clause: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureMatch:
    """A measure and the clause it was found as."""

    measure: Measure
    clause: TextClause | None
    standing: Standing
    anchors: tuple[AnchorMatch, ...]

    def standing_of(self, item: ItemKey) -> Standing:
        """Say how an item stands: as the worst of its own anchors; without any, it is found where its clause is."""
        found = {anchor.standing for anchor in self.anchors if anchor.key == item}
        without = Standing.FOUND if self.clause else Standing.MISSING
        return next((worst for worst in reversed(Standing) if worst in found), without)


@dataclass(frozen=True, slots=True)
class Matching:
    """A whole checklist beside an official text; `unmatched` are clauses no measure was written from."""

    policy: Policy
    measures: tuple[MeasureMatch, ...]
    unmatched: tuple[TextClause, ...]

    @property
    def to_review(self) -> frozenset[ItemKey]:
        """Name the items whose clause changed or is gone: 需复核; what a school added itself was never in the text."""
        return frozenset(
            item.key
            for match in self.measures
            if match.standing in (Standing.CHANGED, Standing.MISSING)
            for item in match.measure.items
            if item.anchors
        )

    def anchors(self) -> Iterator[AnchorMatch]:
        """Go through all anchors in the order of the checklist."""
        return (anchor for match in self.measures for anchor in match.anchors)


def match(policy: Policy, lines: Sequence[Line], text: OfficialText) -> Matching:
    """Lay a text beside a checklist; `lines` are those that `text` was read from."""
    flat = FlatText(lines)
    places = _places(flat, text)
    chosen = _pairs(policy, flat, text, places)
    digests = clause_digests(policy.slug, policy.revision)
    measures = tuple(
        _measure(policy, measure, chosen.get(measure.ref), digests, _Ground(flat, text, places))
        for measure in policy.measures
    )
    taken = {clause.ref for clause in chosen.values()}
    return Matching(policy, measures, tuple(clause for clause in text.clauses if clause.ref not in taken))


@dataclass(frozen=True, slots=True)
class _Ground:
    """The text to search, and the stretch of each clause in it."""

    flat: FlatText
    text: OfficialText
    places: dict[str, range]

    def clause_at(self, place: int) -> str:
        """Name the clause a place belongs to, "" where it belongs to none."""
        return next((ref for ref, stretch in self.places.items() if place in stretch), "")


def _places(flat: FlatText, text: OfficialText) -> dict[str, range]:
    """Give each clause the stretch from its first line to where the next clause or section begins."""
    starts = {clause.ref: _start(flat, clause, text) for clause in text.clauses}
    edges = sorted({*starts.values(), *(flat.start_of(section.line) for section in text.sections), len(flat.text)})
    return {ref: range(start, next((edge for edge in edges if edge > start), start)) for ref, start in starts.items()}


def _start(flat: FlatText, clause: TextClause, text: OfficialText) -> int:
    """Begin with the line, or with the clause's own words where several clauses share a line."""
    start = flat.start_of(clause.line)
    sharing = [other.ref for other in text.clauses if other.line == clause.line]
    if sharing[:1] == [clause.ref]:
        return start
    own = flat.find((clause.heading + clause.body)[:10], start)
    return start if own is None else own.start


def _pairs(policy: Policy, flat: FlatText, text: OfficialText, places: dict[str, range]) -> dict[str, TextClause]:
    """Find for each measure the clause that is most like it; a clause serves one measure only."""
    scored = [
        (score, measure.ref, clause)
        for measure in policy.measures
        for clause in text.clauses
        if (score := _likeness(measure, clause, flat, places[clause.ref])) >= _ENOUGH
    ]
    pairs: dict[str, TextClause] = {}
    taken: set[str] = set()
    for _, ref, clause in sorted(scored, key=lambda entry: -entry[0]):
        if ref not in pairs and clause.ref not in taken:
            pairs[ref] = clause
            taken.add(clause.ref)
    return pairs


def _likeness(measure: Measure, clause: TextClause, flat: FlatText, place: range) -> float:
    anchors = [anchor for item in measure.items for anchor in item.anchors]
    share = sum(flat.find(anchor, place.start, place.stop) is not None for anchor in anchors) / max(len(anchors), 1)
    has_heading = bool(clause.heading) and squeezed(clause.heading) == squeezed(measure.heading)
    has_number = clause.ref == measure.ref
    is_bare = has_number and not measure.number  # a goal has no heading of its own to be known by
    return share + _HEADING * (has_heading or is_bare) + _NUMBER * has_number


def _measure(
    policy: Policy, measure: Measure, clause: TextClause | None, digests: Digests, ground: _Ground
) -> MeasureMatch:
    wanted: list[tuple[str, ItemKey, str]] = [
        (item.key, item.key, anchor) for item in measure.items for anchor in item.anchors
    ]
    wanted += [(figure.key, figure.item, figure.anchor) for figure in measure.indicators]
    mended = tuple(mendings(policy.notes, measure.ref))
    anchors = tuple(_anchor(key, item, _readings(anchor, mended), clause, ground) for key, item, anchor in wanted)
    return MeasureMatch(measure, clause, _standing(measure, clause, anchors, digests), anchors)


def _standing(
    measure: Measure, clause: TextClause | None, anchors: Sequence[AnchorMatch], digests: Digests
) -> Standing:
    if clause is None:
        return Standing.MISSING
    known = digests.get(measure.ref)
    are_all_there = all(anchor.standing is Standing.FOUND for anchor in anchors)
    if not (digest_of(clause) in known if known else are_all_there):
        return Standing.CHANGED
    return Standing.FOUND if clause.ref == measure.ref else Standing.MOVED


def _readings(anchor: str, mended: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Give an anchor as printed, then as a copy without the noted noise prints it."""
    clean = anchor
    for damaged, right in mended:
        clean = clean.replace(damaged, right)
    return (anchor, clean) if clean != anchor else (anchor,)


def _anchor(
    key: str, item: ItemKey, readings: Sequence[str], clause: TextClause | None, ground: _Ground
) -> AnchorMatch:
    anchor, flat = readings[0], ground.flat
    home = ground.places[clause.ref] if clause else range(0)
    if clause and (place := _first(flat, readings, home)):
        return AnchorMatch(key, item, anchor, Standing.FOUND, clause.ref, flat.spans(place))
    place = _first(flat, readings, range(len(flat.text))) if len(anchor) >= _LEAST_TO_MOVE else None
    if place and (elsewhere := ground.clause_at(place.start)):
        return AnchorMatch(key, item, anchor, Standing.MOVED, elsewhere, flat.spans(place))
    return AnchorMatch(key, item, anchor, Standing.CHANGED if clause else Standing.MISSING)


def _first(flat: FlatText, readings: Sequence[str], within: range) -> range | None:
    found = (flat.find(reading, within.start, within.stop) for reading in readings)
    return next((place for place in found if place), None)

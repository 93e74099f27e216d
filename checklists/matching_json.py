"""A checklist beside an official text, as JSON (library/match.schema.json) and as lines for a terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator

from checklists.canonical import Json
from checklists.key_labels import label_of
from checklists.matching import AnchorMatch, Matching, MeasureMatch, Standing
from checklists.reading.document import TextClause
from resources import word


def content_of_match(matching: Matching) -> Json:
    """Give a matching as JSON values; lines are counted from 1, offsets in a line from 0."""
    return {
        "slug": matching.policy.slug,
        "title": matching.policy.title,
        "revision": matching.policy.revision,
        "digest": matching.policy.digest,
        "counts": {
            "measures": _counted(one.standing for one in matching.measures),
            "anchors": _counted(one.standing for one in matching.anchors()),
        },
        "measures": [_measure(one) for one in matching.measures],
        "unmatched": [_clause(clause) for clause in matching.unmatched],
        "review": [item.key for item in matching.policy.items() if item.key in matching.to_review],
    }


def lines_of_match(matching: Matching) -> Iterator[str]:
    """Say a line for each measure, and one for each anchor that is not where it was."""
    for one in matching.measures:
        place = f"第 {one.clause.line} 行" if one.clause else ""
        yield f"{word(one.standing)}　{one.measure.ref}　{one.measure.heading}　{place}".rstrip()
        for anchor in one.anchors:
            if anchor.standing is not Standing.FOUND:
                said = f"“{anchor.anchor}”　{word(anchor.standing)}　{_place(anchor)}".rstrip()
                yield f"    {label_of(anchor.key)}　{said}"
    yield from (f"清单以外　{clause.ref}　{clause.heading}　第 {clause.line} 行" for clause in matching.unmatched)


def _place(anchor: AnchorMatch) -> str:
    return f"第 {anchor.spans[0].line} 行" if anchor.spans else ""


def _counted(standings: Iterable[Standing]) -> Json:
    counts = Counter(standings)
    return {standing.value: counts[standing] for standing in Standing}


def _measure(match: MeasureMatch) -> Json:
    return {
        "ref": match.measure.ref,
        "number": match.measure.number,
        "heading": match.measure.heading,
        "standing": match.standing.value,
        "clause": match.clause.ref if match.clause else None,
        "line": match.clause.line if match.clause else None,
        "anchors": [_anchor(anchor) for anchor in match.anchors],
    }


def _anchor(match: AnchorMatch) -> Json:
    return {
        "key": match.key,
        "item": match.item,
        "anchor": match.anchor,
        "standing": match.standing.value,
        "clause": match.clause or None,
        "line": match.spans[0].line if match.spans else None,
        "offset": match.spans[0].start if match.spans else None,
    }


def _clause(clause: TextClause) -> Json:
    return {"ref": clause.ref, "number": clause.number, "heading": clause.heading, "line": clause.line}

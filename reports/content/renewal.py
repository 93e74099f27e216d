"""What going from one revision of a policy to another means, as plain text and as JSON values."""

from collections import Counter
from collections.abc import Iterator

from checklists.key_labels import label_of
from checklists.policy import Indicator
from checklists.revisions import Fate, FigurePair, Placed
from reports.content.figures import target
from reports.wording import say
from resources import word
from services.renewals import Following, Renewal, RenewalRow


def lines_of(renewal: Renewal) -> Iterator[str]:
    """Give the counts by kind, then every item that does not simply stay."""
    title, after = renewal.after.title, renewal.after.revision
    if renewal.assessment is not None and not renewal.is_needed:
        yield say("renewal.same", title=title, after=after)
        return
    yield say("renewal.head", title=title, before=renewal.before.revision, after=after)
    counted = counts_of(renewal)
    counts = (say("renewal.count", fate=word(fate), count=counted[fate]) for fate in Fate if counted[fate])
    yield say("renewal.total", counts="，".join(counts))
    for row in renewal.rows:
        if row.fate is not Fate.UNCHANGED:
            yield from _row(row)


def line_when_done(renewal: Renewal) -> str:
    """Say what was done, from the plan that was made before."""
    review, archived = (sum(row.following is one for row in renewal.rows) for one in _TOLD)
    return say("renewal.done", after=renewal.after.revision, review=review, archived=archived)


def content_of(renewal: Renewal, *, is_done: bool) -> dict[str, object]:
    """Give everything as JSON values."""
    counted = counts_of(renewal)
    return {
        "assessment": renewal.assessment,
        "slug": renewal.after.slug,
        "before": renewal.before.revision,
        "after": renewal.after.revision,
        "is_needed": renewal.is_needed,
        "is_done": is_done,
        "counts": {fate.value: counted[fate] for fate in Fate},
        "rows": [_content(row) for row in renewal.rows],
    }


def counts_of(renewal: Renewal) -> Counter[Fate]:
    """Count the items by what becomes of them."""
    return Counter(row.fate for row in renewal.rows)


_TOLD = (Following.TO_REVIEW, Following.ARCHIVED)


def _row(row: RenewalRow) -> Iterator[str]:
    first = row.before or row.after[0]
    yield say("renewal.row", fate=word(row.fate), key=label_of(first.key), text=first.item.text)
    if row.before is not None:
        yield from (say("renewal.after", key=label_of(one.key), text=one.item.text) for one in row.after)
    if row.revision.changed:
        yield say("renewal.changed", aspects="、".join(map(word, row.revision.changed)))
    if row.before is not None and row.after:
        yield from map(_figure, row.revision.figures)
    if row.following is not Following.NOTHING:
        told = {"status": word(row.answer.status), "evidence": row.evidence, "following": word(row.following)}
        yield say("renewal.written", **told)


def _figure(pair: FigurePair) -> str:
    named = pair.after or pair.before
    assert named is not None
    return say("renewal.figure", name=named.name, before=_target(pair.before), after=_target(pair.after))


def _target(indicator: Indicator | None) -> str:
    if indicator is None:
        return say("renewal.no_figure")
    amount = target(indicator)
    return amount.text if amount else say("renewal.no_number")


def _content(row: RenewalRow) -> dict[str, object]:
    return {
        "fate": row.fate.value,
        "before": _placed(row.before) if row.before else None,
        "after": [_placed(one) for one in row.after],
        "changed": [aspect.value for aspect in row.revision.changed],
        "figures": [
            {"name": (pair.after or pair.before).name, "before": _target(pair.before), "after": _target(pair.after)}  # type: ignore[union-attr]
            for pair in row.revision.figures
        ],
        "status": row.answer.status.value,
        "evidence": row.evidence,
        "following": row.following.value,
    }


def _placed(placed: Placed) -> dict[str, object]:
    return {"key": placed.key, "ref": placed.measure.ref, "text": placed.item.text}

"""Items of a draft merged into one, or one split in two: no word, anchor or figure is lost on the way."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce

from checklists.deadlines import last_day
from checklists.drafting.editing import tidy, with_measure
from checklists.drafting.items import anchor_in
from checklists.drafting.keys import handed_over, next_key, spend
from checklists.drafting.open_draft import OpenDraft
from checklists.policy import AppliesTo, CheckItem, Indicator
from checklists.soundness import EVIDENCE_COUNT
from models.vocabulary import Addressee, ItemKey, Modality

_ENDS = "。！？；;!?，,、：:"
_MOST_EVIDENCE = EVIDENCE_COUNT.stop - 1


def merged(draft: OpenDraft, keys: Iterable[str]) -> OpenDraft:
    """Make one item of several kept ones of a measure, in the place and under the key of the first."""
    wanted = set(keys) - draft.dropped
    measure = next((one for one in draft.policy.measures if wanted & {item.key for item in one.items}), None)
    items = [item for item in measure.items if item.key in wanted] if measure else []
    if measure is None or len(items) < 2:
        return draft
    first, gone = items[0], {item.key for item in items[1:]}
    joining = [figure for item in items for figure in draft.figures_of(item.key)]
    draft, figures = handed_over(draft, joining, first.key)
    whole = reduce(_joined, items)
    rest = tuple(figure for figure in measure.indicators if figure.item not in gone | {first.key})
    kept = tuple(whole if item is first else item for item in measure.items if item.key not in gone)
    return with_measure(draft, replace(measure, items=kept, indicators=(*rest, *figures)))


def split(draft: OpenDraft, key: str, at: int, clause: str = "") -> tuple[OpenDraft, ItemKey | None]:
    """Split an item's text at a place; the second part gets a new key, given back, None where nothing was to split.

    Anchors and figures go to the part that holds them, else to the first; a part left without an anchor finds one in
    the `clause`, or shares the other's.
    """
    measure, item = draft.placed(key)
    texts = (tidy(item.text[:at]), tidy(item.text[at:]))
    if not all(texts):
        return draft, None
    new = next_key(draft, measure.ref)
    parts = _parted(item, texts, clause)
    figures = draft.figures_of(key)
    leaving = [figure for figure in figures if _belongs_to(figure, texts)]
    draft, arrived = handed_over(spend(draft, [new]), leaving, new)
    halves = (parts[0], replace(parts[1], key=new))
    items = tuple(half for one in measure.items for half in (halves if one is item else (one,)))
    gone = {figure.key for figure in leaving}
    stayed = tuple(figure for figure in measure.indicators if figure.key not in gone)
    if key in draft.dropped:
        draft = replace(draft, dropped=draft.dropped | {new})
    return with_measure(draft, replace(measure, items=items, indicators=(*stayed, *arrived))), new


def _joined(one: CheckItem, other: CheckItem) -> CheckItem:
    return replace(
        one,
        text=one.text + ("" if one.text[-1:] in _ENDS else "；") + other.text,
        addressee=one.addressee if one.addressee is other.addressee else Addressee.SHARED,
        modality=min(one.modality, other.modality, key=list(Modality).index),
        applies_to=_wider(one.applies_to, other.applies_to),
        method=tuple(dict.fromkeys(one.method + other.method)),
        how="；".join(dict.fromkeys([*one.how.split("；"), *other.how.split("；")])),
        evidence=_fitted(tuple(dict.fromkeys(one.evidence + other.evidence))),
        anchors=tuple(dict.fromkeys(one.anchors + other.anchors)),
        deadline=_earlier(one.deadline, other.deadline),
        theme=one.theme or other.theme,
    )


def _wider(one: AppliesTo, other: AppliesTo) -> AppliesTo:
    """Bind every school that either binds; naming none means all."""
    if one == other:
        return one
    types = tuple(dict.fromkeys(one.types + other.types)) if one.types and other.types else ()
    named = tuple(dict.fromkeys(one.named + other.named)) if one.named and other.named else ()
    return AppliesTo(types, named)


def _fitted(evidence: Sequence[str]) -> tuple[str, ...]:
    """Keep to as many kinds of evidence as an item may have, the last ones in one."""
    head, rest = evidence[: _MOST_EVIDENCE - 1], evidence[_MOST_EVIDENCE - 1 :]
    return (*head, "；".join(rest)) if rest else tuple(head)


def _earlier(one: str, other: str) -> str:
    stated = [deadline for deadline in (one, other) if deadline]
    return min(stated, key=lambda deadline: str(last_day(deadline)), default="")


def _parted(item: CheckItem, texts: tuple[str, str], clause: str) -> tuple[CheckItem, CheckItem]:
    second = tuple(anchor for anchor in item.anchors if anchor in texts[1] and anchor not in texts[0])
    first = tuple(anchor for anchor in item.anchors if anchor not in second)
    anchors = (first or _found(texts[0], clause) or second, second or _found(texts[1], clause) or first)
    one, other = (replace(item, text=text, anchors=own) for text, own in zip(texts, anchors, strict=True))
    return one, other


def _found(text: str, clause: str) -> tuple[str, ...]:
    anchor = anchor_in(text, clause)
    return (anchor,) if anchor and anchor in clause else ()


def _belongs_to(figure: Indicator, texts: tuple[str, str]) -> bool:
    """Tell whether a figure goes with the second part."""
    return figure.anchor not in texts[0] and figure.anchor in texts[1]

"""What the comparison says of each item, as plain values."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.clause_changes import Span, differing
from checklists.key_labels import label_of
from checklists.policy import CheckItem, Indicator, Measure
from checklists.revisions import Aspect, Fate, Placed
from gui.widgets.day_words import deadline_words
from gui.widgets.figure_words import target_words
from models.vocabulary import Status
from resources import word
from services.listed import PolicyRow
from services.renewals import Following, Renewal, RenewalRow

_tr = partial(QCoreApplication.translate, "revisions")


@dataclass(frozen=True, slots=True)
class Wording:
    """An item in one revision: its number, where it stands, what it says, and what of that is not in the other."""

    label: str
    place: str
    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """One item on both sides, what else of it is new, and what becomes of what the school wrote."""

    fate: Fate
    before: Wording | None
    after: tuple[Wording, ...]
    notes: tuple[str, ...]
    status: Status | None
    evidence: int
    following: Following

    @property
    def is_changed(self) -> bool:
        """Say whether there is anything to look at."""
        return self.fate is not Fate.UNCHANGED


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole screen: which revisions, every item, and what changing over would mean in a sentence."""

    title: str
    before: str
    after: str
    lines: tuple[RevisionLine, ...]
    consequence: str

    def counts(self) -> Counter[Fate]:
        """Count the items by what becomes of them."""
        return Counter(line.fate for line in self.lines)

    def only(self, fate: Fate | None) -> tuple[RevisionLine, ...]:
        """Give the items of one kind; with None all that changed."""
        return tuple(line for line in self.lines if (line.is_changed if fate is None else line.fate is fate))


def comparison_of(renewal: Renewal) -> Comparison:
    """Say what a renewal, or a mere comparison, holds."""
    return Comparison(
        title=renewal.after.title,
        before=revision_words(renewal.before),
        after=revision_words(renewal.after),
        lines=tuple(map(_line, renewal.rows)),
        consequence=_consequence(renewal) if renewal.is_needed else "",
    )


def revision_words(policy: PolicyRow) -> str:
    """Name a revision by its number and how many items it has."""
    return _tr("第 {revision} 版 · {items} 个要点").format(revision=policy.revision, items=policy.items)


def sentence_of(line: RevisionLine) -> str:
    """Say a row to a screen reader."""
    sides = [line.before] if line.before else []
    told = [word(line.fate), *(f"{side.label} {side.text}" for side in (*sides, *line.after)), *line.notes]
    return "，".join((*told, *filter(None, (following_words(line),))))


def following_words(line: RevisionLine) -> str:
    """Say what becomes of what the school wrote, "" where it wrote nothing."""
    return "" if line.following is Following.NOTHING else word(line.following)


def _consequence(renewal: Renewal) -> str:
    counted = Counter(row.following for row in renewal.rows)
    said = [
        _tr("{count} 条填报照旧").format(count=counted[Following.STAYS]),
        _tr("{count} 条带过去、标为需复核").format(count=counted[Following.TO_REVIEW]),
        _tr("{count} 条归档").format(count=counted[Following.ARCHIVED]),
    ]
    return _tr("换版以后：{what}。填过的、佐证和实际值一样不少。").format(what="，".join(said))


def _line(row: RenewalRow) -> RevisionLine:
    before, after = row.before, row.after
    is_written = row.following is not Following.NOTHING
    return RevisionLine(
        fate=row.fate,
        before=_wording(before, [one.item.text for one in after]) if before else None,
        after=tuple(_wording(one, [before.item.text] if before else []) for one in after),
        notes=tuple(_notes(row)),
        status=row.answer.status if is_written else None,
        evidence=row.evidence,
        following=row.following,
    )


def _wording(placed: Placed, others: Sequence[str]) -> Wording:
    text = flat(placed.item.text)
    return Wording(label_of(placed.key), _place(placed.measure), text, _spans(text, list(map(flat, others))))


def flat(text: str) -> str:
    """Lay a text into one line, so that places in it are places on screen."""
    return " ".join(text.split())


def _place(measure: Measure) -> str:
    return f"{measure.number} {measure.heading}".strip()


def _spans(text: str, others: Sequence[str]) -> tuple[Span, ...]:
    """Mark what stands in none of the others; with several, what none of them took over."""
    if not others:
        return ()
    marked = [_covered(differing(text, other).before) for other in others]
    return tuple(_runs(sorted(set.intersection(*marked))))


def _covered(spans: Sequence[Span]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def _runs(places: Sequence[int]) -> Iterator[Span]:
    start = previous = -1
    for place in places:
        if place != previous + 1 or start < 0:
            if start >= 0:
                yield start, previous + 1
            start = place
        previous = place
    if start >= 0:
        yield start, previous + 1


def _notes(row: RenewalRow) -> Iterator[str]:
    """Tell what besides the text is said otherwise, old → new."""
    before, after = row.before, row.after[0] if row.after else None
    if before is None or after is None:
        return
    if _place(before.measure) != _place(after.measure):
        yield _turned(_tr("条款"), _place(before.measure), _place(after.measure))
    for aspect in row.revision.changed:
        if aspect in _SAID:
            said = _SAID[aspect]
            yield _turned(word(aspect), said(before.item), said(after.item))
    for pair in row.revision.figures:
        named = pair.after or pair.before
        assert named is not None
        yield _turned(named.name, _target(pair.before), _target(pair.after))


def _turned(what: str, before: str, after: str) -> str:
    return f"{what}　{before} → {after}"


def _target(indicator: Indicator | None) -> str:
    if indicator is None:
        return _tr("没有")
    due = deadline_words(indicator.deadline)
    return f"{target_words(indicator)}（{due}）" if due else target_words(indicator)


def _binds(item: CheckItem) -> str:
    named = (*map(word, item.applies_to.types), *item.applies_to.named)
    return "、".join(named) or _tr("所有学校")


def _addressed(item: CheckItem) -> str:
    return word(item.addressee)


def _asked(item: CheckItem) -> str:
    return word(item.modality)


def _due(item: CheckItem) -> str:
    return deadline_words(item.deadline) or _tr("没有写")


_SAID = {
    Aspect.ADDRESSEE: _addressed,
    Aspect.MODALITY: _asked,
    Aspect.APPLIES_TO: _binds,
    Aspect.DEADLINE: _due,
}

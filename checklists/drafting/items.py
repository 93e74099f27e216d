"""A clause that was read, as draft items: one for each sentence, with the figures it may be setting."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from checklists.deadlines import last_day
from checklists.drafting.words import draft_word
from checklists.policy import AppliesTo, CheckItem, Indicator
from checklists.reading.deadlines import deadline_at
from checklists.reading.document import TextClause, TextFigure
from checklists.reading.folding import fold
from models.vocabulary import (
    Addressee,
    CheckMethod,
    Comparator,
    IndicatorKey,
    ItemKey,
    Level,
    Modality,
    Scope,
)

LONGEST_TEXT = 60
_SHORTEST, _ANCHOR = 6, 12
_LONGEST_FIGURE_ANCHOR = 20
_MOST_ITEMS = 999
_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]*[”’）)]*")
_ASKED = re.compile(r"(?:积极|大力|重点|优先)?(?P<verb>支持|扶持|鼓励|允许)")
_MODALITIES = {
    "支持": Modality.SUPPORT,
    "扶持": Modality.SUPPORT,
    "鼓励": Modality.ENCOURAGE,
    "允许": Modality.MAY,
}
_LEVELS = (
    ("国家级", Level.NATION),
    ("省级", Level.PROVINCE),
    ("市级", Level.CITY),
    ("县级", Level.COUNTY),
    ("校级", Level.SCHOOL),
)
_SCOPES = (
    (re.compile(r"每所|每校|各校|每个学校"), Scope.EACH_SCHOOL),
    (re.compile(r"每个?县|各县"), Scope.EACH_COUNTY),
    (re.compile(r"每人|每名|每位"), Scope.EACH_PERSON),
)
_FREQUENCY = re.compile(r"每(?:年|学年|学期|季度|月|周|[两三四五]年)")
_EXACT = re.compile(r"\d{1,12}(\.\d{1,3})?")
_LETTERS = [*ascii_lowercase, *(a + b for a in ascii_lowercase for b in ascii_lowercase)]


@dataclass(frozen=True, slots=True)
class ClauseDraft:
    """The items of one clause, their figures, and the figures that found no place."""

    items: tuple[CheckItem, ...]
    indicators: tuple[Indicator, ...]
    left: tuple[TextFigure, ...]


def items_of(clause: TextClause, figures: Iterable[TextFigure], code: str) -> ClauseDraft:
    """Draft the items of a clause; a clause without a body is one item by its heading."""
    sentences = sentences_of(clause)
    owned, left = _owned(figures, sentences)
    items = tuple(_item(text, f"{code}-{place}", clause) for place, text in enumerate(sentences, start=1))
    pairs = (
        (item, figure, letter) for item, own in zip(items, owned, strict=True) for figure, letter in _lettered(own)
    )
    return ClauseDraft(items, tuple(_indicator(*pair) for pair in pairs), tuple(left))


def sentences_in(text: str) -> tuple[str, ...]:
    """Part a text into sentences; one too short to be found again goes with its neighbour."""
    found: list[str] = []
    for line in text.splitlines():
        parts = [part.strip() for part in _SENTENCE.findall(line) if part.strip()]
        found += _joined(parts)
    return tuple(found)


def sentences_of(clause: TextClause) -> tuple[str, ...]:
    """Give the sentences of a clause, or its heading where it has no body."""
    return (sentences_in(clause.body) or (clause.heading or clause.ref,))[:_MOST_ITEMS]


def _joined(parts: Iterable[str]) -> list[str]:
    found: list[str] = []
    for part in parts:
        if found and min(len(part), len(found[-1])) < _SHORTEST:
            found[-1] += part
        else:
            found.append(part)
    return found


def _owned(figures: Iterable[TextFigure], sentences: Sequence[str]) -> tuple[list[list[TextFigure]], list[TextFigure]]:
    """Give each sentence its figures, a heading's to the first; those that cannot be written down are left."""
    owned: list[list[TextFigure]] = [[] for _ in sentences]
    left = []
    for figure in figures:
        place = next((n for n, text in enumerate(sentences) if figure.anchor in text), 0)
        if _is_sound(figure) and len(owned[place]) < len(_LETTERS):
            owned[place].append(figure)
        else:
            left.append(figure)
    return owned, left


def _is_sound(figure: TextFigure) -> bool:
    is_range = figure.comparator is Comparator.RANGE
    numbers = [number for number in (figure.value, figure.max) if number is not None]
    if not all(_EXACT.fullmatch(format(number, "f")) for number in numbers) or len(figure.anchor) < 2:
        return False
    if is_range:
        return len(numbers) == 2 and numbers[0] < numbers[1]
    return figure.max is None


def _lettered(figures: Sequence[TextFigure]) -> Iterator[tuple[TextFigure, str]]:
    return zip(figures, _LETTERS, strict=False)


def _item(sentence: str, key: str, clause: TextClause) -> CheckItem:
    return CheckItem(
        key=ItemKey(key),
        text=_shortened(draft_word("mark") + sentence),
        addressee=Addressee.SHARED,
        modality=_modality(sentence),
        applies_to=AppliesTo(),
        method=(CheckMethod.READ,),
        how=draft_word("how"),
        evidence=(draft_word("evidence"),),
        anchors=(anchor_in(sentence, f"{clause.heading}\n{clause.body}"),),
        deadline=_deadline(deadline_at(fold(sentence), len(sentence))),
        theme="",
    )


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def _modality(sentence: str) -> Modality:
    asked = _ASKED.match(sentence)
    return _MODALITIES[asked["verb"]] if asked else Modality.MUST


def anchor_in(sentence: str, clause: str) -> str:
    """Choose the first piece of the sentence that its clause holds once."""
    pieces = (sentence[start : start + _ANCHOR] for start in range(max(len(sentence) - _SHORTEST + 1, 1)))
    return next((piece for piece in pieces if clause.count(piece) == 1), sentence[:_ANCHOR])


def _deadline(found: str) -> str:
    try:
        return found if last_day(found) else ""
    except ValueError:
        return ""


def _indicator(item: CheckItem, figure: TextFigure, letter: str) -> Indicator:
    around = figure.name + figure.anchor
    frequency = _FREQUENCY.search(around)
    return Indicator(
        key=IndicatorKey(f"{item.key}-{letter}"),
        item=item.key,
        name=figure.name.strip("、，,；;的 ") or figure.anchor,
        comparator=figure.comparator,
        value=figure.value,
        max=figure.max,
        unit=figure.unit or ("" if figure.value is None else draft_word("unknown_unit")),
        deadline=_deadline(figure.deadline),
        frequency=frequency[0] if frequency else "",
        level=next((level for word, level in _LEVELS if word in around), Level.CITY),
        scope=next((scope for form, scope in _SCOPES if form.search(around)), Scope.CITY_TOTAL),
        anchor=figure.anchor[:_LONGEST_FIGURE_ANCHOR],
        note="",
    )

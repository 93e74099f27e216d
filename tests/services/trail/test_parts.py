"""Parts of a change as text and back."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import EvidenceId, IndicatorKey, ItemKey, Judgement, Origin, Status
from services.checklist import Answer
from services.judging import Overruling, Reading
from services.trail.changes import AnswerPart, EvidencePart, OverrulingPart, Part, ReadingPart
from services.trail.parts import KINDS, parts_of, text_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2200, 1, 1))
FIGURES = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
ANSWERS = st.builds(Answer, st.sampled_from(Status), TEXTS, TEXTS, DAYS, TEXTS, TEXTS, TEXTS, st.booleans())
READINGS = st.builds(Reading, FIGURES, FIGURES, FIGURES, DAYS, TEXTS, st.sampled_from(Origin))
OVERRULINGS = st.builds(Overruling, st.none() | st.sampled_from(Judgement), TEXTS)
ITEMS = TEXTS.map(ItemKey)
PARTS: st.SearchStrategy[Part] = st.one_of(
    st.builds(AnswerPart, ITEMS, ANSWERS, ANSWERS),
    st.builds(ReadingPart, ITEMS, TEXTS.map(IndicatorKey), READINGS, READINGS),
    st.builds(OverrulingPart, ITEMS, TEXTS.map(IndicatorKey), OVERRULINGS, OVERRULINGS),
    st.builds(EvidencePart, ITEMS, st.just(EvidenceId(7)), TEXTS, st.booleans(), st.booleans(), TEXTS, TEXTS),
)


@given(st.lists(PARTS, max_size=4))
def test_parts_come_back_as_they_were(parts: list[Part]) -> None:
    text = text_of(parts, {EvidenceId(7): "the-uuid"})
    assert parts_of(text, {"the-uuid": EvidenceId(7)}) == tuple(parts)


def test_the_text_is_canonical() -> None:
    part = AnswerPart(ItemKey("1-1"), Answer(), Answer(Status.MET, "好", due=date(2025, 1, 2)))
    assert text_of([part], {}) == (
        '[{"after":{"department":"","due":"2025-01-02","missing":"","note":"好","person":"","reason":"","status":"met"},'
        '"before":{"department":"","due":null,"missing":"","note":"","person":"","reason":"","status":"unanswered"},'
        '"item":"1-1","kind":"answer"}]'
    )


def test_a_figure_keeps_its_zeros() -> None:
    part = ReadingPart(ItemKey("1-1"), IndicatorKey("1-1-a"), Reading(), Reading(Decimal("61.50")))
    read = parts_of(text_of([part], {}), {})[0]
    assert isinstance(read, ReadingPart)
    assert str(read.after.value) == "61.50"


def test_every_kind_of_part_has_a_name() -> None:
    assert set(KINDS.values()) == set(get_args(Part))


def test_the_text_of_every_kind_stays_as_it_always_was() -> None:
    texts = (Path(__file__).parent / "every_kind.txt").read_text(encoding="utf-8").splitlines()
    read = [parts_of(text, {"uuid": EvidenceId(7)}) for text in texts]
    assert {type(part) for parts in read for part in parts} == set(KINDS.values())
    assert [text_of(parts, {EvidenceId(7): "uuid"}) for parts in read] == texts

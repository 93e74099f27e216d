"""The checklists of the library, held against the official texts they were written from."""

import re
from collections.abc import Callable
from decimal import Decimal

import pytest

from checklists import library
from checklists.policy import Indicator, Measure, Policy
from checklists.reading.folding import fold
from models.vocabulary import Comparator, LeadRule, MeasureKind, UnitRole
from tests.checklists.clauses import SHARED, Clause, clauses_of, official_text
from tests.checklists.proofs import (
    EVERY,
    NUMBER,
    longest_stretch,
    measures_with_clauses,
    numerals,
    phrases,
    shared_runs,
    span_of,
)

CLAUSES = {"chaoyang": 14, "zibo-gaoxin": 14, "yiyang": 19, "shangqiu": 20, "siping": 22}
LONGEST_SHARED_RUN = 15

CHINESE = {word: value for value, word in enumerate("零一二三四五六七八九十")} | {"两": 2}
RANGE = re.compile(r"\d[—–－～-]\d")
COMPARATORS = {
    "不低于": Comparator.AT_LEAST,
    "不少于": Comparator.AT_LEAST,
    "至少": Comparator.AT_LEAST,
    "以上": Comparator.AT_LEAST,
    "超过": Comparator.ABOVE,
    "不高于": Comparator.AT_MOST,
    "左右": Comparator.ABOUT,
}

texts_are_here = pytest.mark.skipif(
    not (SHARED / "policies").is_dir(), reason=f"the official texts are not at {SHARED / 'policies'}"
)
every_policy = pytest.mark.parametrize("slug", library.slugs())
pytestmark = texts_are_here


def numbers_in(text: str) -> list[Decimal]:
    return [value_of(found[0]) for found in NUMBER.finditer(text)]


def value_of(word: str) -> Decimal:
    if not word[0].isdigit():
        return Decimal(CHINESE.get(word, -1))
    return Decimal(word.rstrip("万")) * (10_000 if word.endswith("万") else 1)


def mended(policy: Policy, measure: Measure, figure: Indicator) -> str:
    """Give an indicator's anchor with the noted noise that overlaps it put right."""
    text = clauses_of(policy.slug)[measure.ref].text
    here = set(span_of(figure.anchor, text))
    notes = [note for note in policy.notes if note.ref == measure.ref and note.anchor in text]
    over = next((note for note in notes if here & set(span_of(note.anchor, text))), None)
    if over is None:
        return figure.anchor
    right = re.split("读作|应为", over.says)[-1]
    return figure.anchor.replace(over.anchor, right) if over.anchor in figure.anchor else right


@every_policy
def test_the_official_text_has_exactly_the_clauses_of_the_checklist(slug: str) -> None:
    policy = library.load(slug)
    tasks = [measure for measure in policy.measures if measure.kind is not MeasureKind.GOAL]
    assert [measure.ref for measure in policy.measures] == list(clauses_of(slug))
    assert len(tasks) == CLAUSES[slug]


@every_policy
def test_every_clause_has_its_number_and_opens_with_its_heading(slug: str) -> None:
    policy = library.load(slug)
    for measure, clause in measures_with_clauses(policy):
        if measure.number:
            opens = fold(clause.text).startswith(fold(f"{measure.heading}。"))
            assert opens or is_glued(measure, clause, policy), measure.ref
            last = measure.ref.rpartition("/")[2].strip("（）")
            assert measure.number == last or int(measure.number) == chinese_number(last), measure.ref


def is_glued(measure: Measure, clause: Clause, policy: Policy) -> bool:
    """Tell whether a heading runs into its body without a mark, and a note says so."""
    edge = len(measure.heading)
    notes = [note.anchor for note in policy.notes if note.ref == measure.ref and note.anchor in clause.text]
    inside = any({edge - 1, edge} <= set(span_of(anchor, clause.text)) for anchor in notes)
    return fold(clause.text).startswith(fold(measure.heading)) and inside


def chinese_number(word: str) -> int:
    tens, ten, ones = word.rpartition("十")
    return (10 * CHINESE.get(tens, 1) if ten else 0) + CHINESE.get(ones, 0)


@every_policy
def test_the_units_are_those_of_the_clause_in_its_order(slug: str) -> None:
    policy = library.load(slug)
    for measure, clause in measures_with_clauses(policy):
        printed = [(fold(name), role) for name, role in units_printed(clause, policy.lead_rule)]
        assert [(fold(unit.name), unit.role) for unit in measure.units] == printed, measure.ref


def units_printed(clause: Clause, rule: LeadRule) -> list[tuple[str, UnitRole]]:
    before, _, after = clause.units.partition("；")
    names = names_in(before)
    if rule is LeadRule.MARKED:
        return as_units(names, UnitRole.LEAD) + as_units(names_in(after), UnitRole.RESPONSIBLE)
    if rule is LeadRule.FIRST_LISTED:
        return as_units(names[:1], UnitRole.LEAD) + as_units(names[1:], UnitRole.PARTICIPANT)
    return as_units(names, UnitRole.RESPONSIBLE)


def names_in(units: str) -> list[str]:
    return re.findall("(?:〔[^〕]*〕|[^、，])+", units)


def as_units(names: list[str], role: UnitRole) -> list[tuple[str, UnitRole]]:
    return [(name, role) for name in names]


@every_policy
def test_every_anchor_stands_exactly_once_in_its_clause(slug: str) -> None:
    policy = library.load(slug)
    clauses = clauses_of(slug)
    anchors = [(m.ref, anchor) for m in policy.measures for item in m.items for anchor in item.anchors]
    anchors += [(m.ref, figure.anchor) for m in policy.measures for figure in m.indicators]
    counts = {(ref, anchor): clauses[ref].text.count(anchor) for ref, anchor in anchors}
    counts |= {(idle.ref, idle.anchor): clauses[idle.ref].whole.count(idle.anchor) for idle in policy.idle_numerals}
    assert {place: count for place, count in counts.items() if count != 1} == {}


@every_policy
def test_every_noted_noise_stands_in_the_text(slug: str) -> None:
    text = official_text(slug)
    assert [note.anchor for note in library.load(slug).notes if note.anchor not in text] == []


@every_policy
def test_every_number_belongs_to_a_figure_or_is_listed_as_no_target(slug: str) -> None:
    loose = [(one.ref, one.around) for one in numerals(library.load(slug)) if one.is_loose]
    assert loose == []


@every_policy
def test_every_figure_has_the_value_that_stands_at_its_anchor(slug: str) -> None:
    policy = library.load(slug)
    for measure in policy.measures:
        for figure in measure.indicators:
            printed = mended(policy, measure, figure)
            numbers = numbers_in(printed) + ([Decimal(100)] if EVERY.search(printed) else [])
            assert figure.value is None or figure.value in numbers, (figure.key, numbers)
            assert figure.max is None or figure.max in numbers, (figure.key, numbers)
            assert figure.value is None or figure.unit in printed or EVERY.search(printed), (figure.key, figure.unit)


@every_policy
def test_a_figure_stands_in_a_sentence_of_its_item(slug: str) -> None:
    for measure, clause in measures_with_clauses(library.load(slug)):
        anchors = {item.key: item.anchors for item in measure.items}
        for figure in measure.indicators:
            sentence = sentence_around(span_of(figure.anchor, clause.text), clause.text)
            own = [span_of(anchor, clause.text) for anchor in anchors[figure.item]]
            assert any(span.start in sentence for span in own), figure.key


def sentence_around(span: range, text: str) -> range:
    start = text.rfind("。", 0, span.start) + 1
    end = text.find("。", span.stop)
    return range(start, end if end >= 0 else len(text))


@every_policy
def test_a_figure_without_a_value_has_no_number_at_its_anchor(slug: str) -> None:
    for figure in library.load(slug).indicators():
        if figure.value is None:
            assert re.search(r"\d", re.sub(r"\d{4}年", "", figure.anchor)) is None, figure.key


@every_policy
def test_every_figure_compares_as_its_clause_says(slug: str) -> None:
    policy = library.load(slug)
    for measure, clause in measures_with_clauses(policy):
        for figure in measure.indicators:
            if figure.value is not None:
                assert comparators_printed(figure, clause) <= {figure.comparator}, figure.key


def comparators_printed(figure: Indicator, clause: Clause) -> set[Comparator]:
    span = span_of(figure.anchor, clause.text)
    around = clause.text[max(span.start - 3, 0) : span.stop + 2]
    words = {comparator for word, comparator in COMPARATORS.items() if word in around}
    return words | ({Comparator.RANGE} if RANGE.search(figure.anchor) else set())


@every_policy
def test_a_deadline_is_printed_in_its_clause(slug: str) -> None:
    for measure, clause in measures_with_clauses(library.load(slug)):
        deadlines = {item.deadline for item in measure.items} | {figure.deadline for figure in measure.indicators}
        for deadline in deadlines - {""}:
            assert f"{deadline[:4]}年" in clause.text, (measure.ref, deadline)


@every_policy
def test_every_phrase_of_every_sentence_stands_under_an_anchor(
    slug: str, record_property: Callable[[str, object], None]
) -> None:
    policy = library.load(slug)
    longest = longest_stretch(policy)
    record_property(f"longest stretch without an anchor, {slug}", f"{longest.ref}: {longest.text}")
    assert [(one.ref, one.text) for one in phrases(policy) if not one.is_covered] == []


@every_policy
def test_the_checklist_is_in_our_own_words(slug: str) -> None:
    runs = shared_runs(library.load(slug))
    assert {run.ref: run.text for run in runs if len(run.text) > LONGEST_SHARED_RUN} == {}

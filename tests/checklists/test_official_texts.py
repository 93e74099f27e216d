"""The checklists of the library, held against the official texts they were written from."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise

import pytest

from checklists import library
from checklists.policy import Indicator, Measure, Policy
from models.vocabulary import Comparator, LeadRule, MeasureKind, UnitRole
from tests.checklists.clauses import SHARED, Clause, clauses_of, official_text

CLAUSES = {"chaoyang": 14, "zibo-gaoxin": 14, "yiyang": 19, "shangqiu": 20, "siping": 22}
LONGEST_SHARED_RUN = 15

CHINESE = {word: value for value, word in enumerate("零一二三四五六七八九十")} | {"两": 2}
NUMBER = re.compile(r"\d+(?:\.\d+)?万?|[零一二三四五六七八九十两百千万]+")
NOT_NUMBERS = ("统一", "进一步", "红十字", "四平")
RANGE = re.compile(r"\d[—–－～-]\d")
EVERY = re.compile("所有(?!制)|全部|全员|全体|全额")
UNCOUNTED = re.compile("定期|一定比例|若干|每年|每半年")
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


def measures_with_clauses(policy: Policy) -> Iterator[tuple[Measure, Clause]]:
    clauses = clauses_of(policy.slug)
    return ((measure, clauses[measure.ref]) for measure in policy.measures)


def span_of(anchor: str, text: str) -> range:
    start = text.index(anchor)
    return range(start, start + len(anchor))


def figure_spans(policy: Policy, measure: Measure, text: str) -> list[range]:
    figures = [figure.anchor for figure in measure.indicators]
    idle = [numeral.anchor for numeral in policy.idle_numerals if numeral.ref == measure.ref]
    return [span_of(anchor, text) for anchor in figures + idle if anchor in text]


def is_inside(found: re.Match[str], spans: list[range]) -> bool:
    return any(found.start() in span and found.end() - 1 in span for span in spans)


def is_a_number(found: re.Match[str]) -> bool:
    around = found.string[max(found.start() - 2, 0) : found.end() + 2]
    return not any(word in around and found[0] in word for word in NOT_NUMBERS)


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


def bare(text: str) -> str:
    return re.sub(r"[^\w%]", "", text)


def longest_shared_run(ours: str, official: str) -> str:
    """Find the longest run of characters in both; pieces grow from the length that is allowed."""
    longest = ""
    for start in range(len(ours)):
        while ours[start : start + len(longest) + 1] in official and start + len(longest) < len(ours):
            longest = ours[start : start + len(longest) + 1]
    return longest


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
            assert clause.text.startswith(f"{measure.heading}。") or is_glued(measure, clause, policy), measure.ref
            last = measure.ref.rpartition("/")[2].strip("（）")
            assert measure.number == last or int(measure.number) == chinese_number(last), measure.ref


def is_glued(measure: Measure, clause: Clause, policy: Policy) -> bool:
    """Tell whether a heading runs into its body without a mark, and a note says so."""
    edge = len(measure.heading)
    notes = [note.anchor for note in policy.notes if note.ref == measure.ref and note.anchor in clause.text]
    inside = any({edge - 1, edge} <= set(span_of(anchor, clause.text)) for anchor in notes)
    return clause.text.startswith(measure.heading) and inside


def chinese_number(word: str) -> int:
    tens, ten, ones = word.rpartition("十")
    return (10 * CHINESE.get(tens, 1) if ten else 0) + CHINESE.get(ones, 0)


@every_policy
def test_the_units_are_those_of_the_clause_in_its_order(slug: str) -> None:
    policy = library.load(slug)
    for measure, clause in measures_with_clauses(policy):
        assert [(unit.name, unit.role) for unit in measure.units] == units_printed(clause, policy.lead_rule), (
            measure.ref
        )


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
    policy = library.load(slug)
    loose = []
    for measure, clause in measures_with_clauses(policy):
        spans = figure_spans(policy, measure, clause.whole)
        for form in (NUMBER, EVERY, UNCOUNTED):
            found = (hit for hit in form.finditer(clause.whole) if form is not NUMBER or is_a_number(hit))
            loose += [
                (measure.ref, clause.whole[max(hit.start() - 5, 0) : hit.end() + 5])
                for hit in found
                if not is_inside(hit, spans)
            ]
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
    bare_phrases, stretches = [], []
    for measure, clause in measures_with_clauses(library.load(slug)):
        covered = covered_places(measure, clause)
        bare_phrases += [phrase for place, phrase in phrases(measure, clause) if not covered & place]
        stretches.append(longest_stretch(covered, clause, measure))
    length, stretch, ref = max(stretches)
    record_property(f"longest stretch without an anchor, {slug}", f"{length} characters in {ref}: {stretch}")
    print(f"{slug}: longest stretch without an anchor {length} characters, {ref}: {stretch}")  # noqa: T201
    assert bare_phrases == []


def covered_places(measure: Measure, clause: Clause) -> set[int]:
    anchors = [anchor for item in measure.items for anchor in item.anchors]
    anchors += [figure.anchor for figure in measure.indicators]
    return {place for anchor in anchors for place in span_of(anchor, clause.text)}


def phrases(measure: Measure, clause: Clause) -> Iterator[tuple[set[int], str]]:
    start = body_start(measure, clause)
    for found in re.finditer("[^。；;？！，,：:]+", clause.text[start:]):
        yield set(range(start + found.start(), start + found.end())), found[0]


def body_start(measure: Measure, clause: Clause) -> int:
    edge = len(measure.heading)
    return edge + clause.text.startswith("。", edge) if measure.number else 0


def longest_stretch(covered: set[int], clause: Clause, measure: Measure) -> tuple[int, str, str]:
    edges = [body_start(measure, clause) - 1, *sorted(covered), len(clause.text)]
    gap, start = max((after - before - 1, before + 1) for before, after in pairwise(edges))
    return gap, clause.text[start : start + gap], clause.ref


@every_policy
def test_the_checklist_is_in_our_own_words(slug: str) -> None:
    policy = library.load(slug)
    official = bare(official_text(slug))
    names = [name for item in policy.items() for name in item.applies_to.named]
    headings = [bare(measure.heading) for measure in policy.measures]
    copied = {}
    for place, text in our_words(policy):
        run = max((longest_shared_run(piece, official) for piece in own_pieces(text, names)), key=len, default="")
        if len(run) > LONGEST_SHARED_RUN and not any(run in heading for heading in headings):
            copied[place] = run
    assert copied == {}


def our_words(policy: Policy) -> Iterator[tuple[str, str]]:
    for item in policy.items():
        yield item.key, item.text
        yield f"{item.key} how", item.how
        yield from ((f"{item.key} evidence", paper) for paper in item.evidence)
    for figure in policy.indicators():
        yield from ((figure.key, text) for text in (figure.name, figure.note))
        if figure.ratio:
            yield from ((figure.key, text) for text in (figure.ratio.part, figure.ratio.whole))


def own_pieces(text: str, names: list[str]) -> list[str]:
    """Give a text without what may be quoted: names in quotation marks, and schools and places named."""
    for name in names:
        text = text.replace(name, "\n")
    return [bare(piece) for piece in re.split("\n|“[^”]*”|《[^》]*》", text)]

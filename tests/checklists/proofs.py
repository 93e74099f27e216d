"""How much of an official text its checklist covers: what the tests hold and `dev.py proof` prints."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from checklists.policy import Measure, Policy
from tests.checklists.clauses import Clause, clauses_of, official_text

NUMBER = re.compile(r"\d+(?:\.\d+)?万?|[零一二三四五六七八九十两百千万]+")
NOT_NUMBERS = ("统一", "进一步", "红十字", "四平")
EVERY = re.compile("所有(?!制)|全部|全员|全体|全额")
UNCOUNTED = re.compile("定期|一定比例|若干|每年|每半年")
AROUND = 5


@dataclass(frozen=True)
class Numeral:
    """A number or quantity of a clause; `why` is the reason where it sets no target."""

    ref: str
    around: str
    is_figure: bool
    why: str

    @property
    def is_loose(self) -> bool:
        """Say whether it neither stands in a figure nor is listed as setting no target."""
        return not self.is_figure and not self.why


@dataclass(frozen=True)
class Phrase:
    """A piece of a sentence between two marks."""

    ref: str
    text: str
    is_covered: bool


@dataclass(frozen=True)
class Stretch:
    """A run of characters of a clause."""

    ref: str
    text: str


def measures_with_clauses(policy: Policy) -> Iterator[tuple[Measure, Clause]]:
    clauses = clauses_of(policy.slug)
    return ((measure, clauses[measure.ref]) for measure in policy.measures)


def span_of(anchor: str, text: str) -> range:
    start = text.index(anchor)
    return range(start, start + len(anchor))


def numerals(policy: Policy) -> Iterator[Numeral]:
    """Find every number, 所有 and 定期 of every clause."""
    for measure, clause in measures_with_clauses(policy):
        figures = [span_of(figure.anchor, clause.whole) for figure in measure.indicators]
        idle = [(span_of(one.anchor, clause.whole), one.why) for one in policy.idle_numerals if one.ref == measure.ref]
        for hit in _quantities(clause.whole):
            why = next((reason for span, reason in idle if _is_inside(hit, span)), "")
            around = clause.whole[max(hit.start() - AROUND, 0) : hit.end() + AROUND]
            yield Numeral(measure.ref, around, any(_is_inside(hit, span) for span in figures), why)


def _quantities(text: str) -> Iterator[re.Match[str]]:
    for form in (NUMBER, EVERY, UNCOUNTED):
        yield from (hit for hit in form.finditer(text) if form is not NUMBER or _is_a_number(hit))


def _is_inside(found: re.Match[str], span: range) -> bool:
    return found.start() in span and found.end() - 1 in span


def _is_a_number(found: re.Match[str]) -> bool:
    around = found.string[max(found.start() - 2, 0) : found.end() + 2]
    return not any(word in around and found[0] in word for word in NOT_NUMBERS)


def phrases(policy: Policy) -> Iterator[Phrase]:
    """Part every clause's body at its marks, and say which pieces an anchor touches."""
    for measure, clause in measures_with_clauses(policy):
        covered, start = _covered_places(measure, clause), _body_start(measure, clause)
        for found in re.finditer("[^。；;？！，,：:]+", clause.text[start:]):
            place = range(start + found.start(), start + found.end())
            yield Phrase(measure.ref, found[0], not covered.isdisjoint(place))


def longest_stretch(policy: Policy) -> Stretch:
    """Find the longest run of any clause that no anchor touches."""
    return max((_bare_stretch(*pair) for pair in measures_with_clauses(policy)), key=lambda one: len(one.text))


def _bare_stretch(measure: Measure, clause: Clause) -> Stretch:
    edges = [_body_start(measure, clause) - 1, *sorted(_covered_places(measure, clause)), len(clause.text)]
    gap, start = max((after - before - 1, before + 1) for before, after in pairwise(edges))
    return Stretch(clause.ref, clause.text[start : start + gap])


def _covered_places(measure: Measure, clause: Clause) -> set[int]:
    anchors = [anchor for item in measure.items for anchor in item.anchors]
    anchors += [figure.anchor for figure in measure.indicators]
    return {place for anchor in anchors for place in span_of(anchor, clause.text)}


def _body_start(measure: Measure, clause: Clause) -> int:
    edge = len(measure.heading)
    return edge + clause.text.startswith("。", edge) if measure.number else 0


def shared_runs(policy: Policy) -> Iterator[Stretch]:
    """Give for each text of ours its longest run that stands in the official text too, headings and names apart."""
    official = _bare(official_text(policy.slug))
    names = [name for item in policy.items() for name in item.applies_to.named]
    headings = [_bare(measure.heading) for measure in policy.measures]
    for place, text in _our_words(policy):
        run = max((_longest_shared_run(piece, official) for piece in _own_pieces(text, names)), key=len, default="")
        if not any(run in heading for heading in headings):
            yield Stretch(place, run)


def _our_words(policy: Policy) -> Iterator[tuple[str, str]]:
    for item in policy.items():
        yield item.key, item.text
        yield f"{item.key} how", item.how
        yield from ((f"{item.key} evidence", paper) for paper in item.evidence)
    for figure in policy.indicators():
        yield from ((figure.key, text) for text in (figure.name, figure.note))
        if figure.ratio:
            yield from ((figure.key, text) for text in (figure.ratio.part, figure.ratio.whole))


def _own_pieces(text: str, names: Iterable[str]) -> list[str]:
    """Give a text without what may be quoted: names in quotation marks, and schools and places named."""
    for name in names:
        text = text.replace(name, "\n")
    return [_bare(piece) for piece in re.split("\n|“[^”]*”|《[^》]*》", text)]


@cache
def _bare(text: str) -> str:
    return re.sub(r"[^\w%]", "", text)


def _longest_shared_run(ours: str, official: str) -> str:
    """Find the longest run of characters in both."""
    longest = ""
    for start in range(len(ours)):
        while ours[start : start + len(longest) + 1] in official and start + len(longest) < len(ours):
            longest = ours[start : start + len(longest) + 1]
    return longest

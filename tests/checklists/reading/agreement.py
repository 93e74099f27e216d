"""How far what the reader found of an official text agrees with the checklist that was written from it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from checklists import library
from checklists.policy import Indicator, Measure, Policy
from checklists.reading import read_here
from checklists.reading.document import OfficialText, TextClause, TextFigure
from tests.checklists.clauses import SHARED


@dataclass(frozen=True)
class Agreement:
    """The figures of a checklist that the reader found, those it missed, and those it found that are none."""

    found: tuple[tuple[Indicator, TextFigure], ...]
    missed: tuple[Indicator, ...]
    none: tuple[TextFigure, ...]

    @property
    def recall(self) -> float:
        return len(self.found) / max(1, len(self.found) + len(self.missed))

    @property
    def surplus(self) -> float:
        return len(self.none) / max(1, len(self.found) + len(self.none))


@cache
def text_of(slug: str) -> OfficialText:
    return read_here(SHARED / "policies" / f"{slug}.txt").text


def agreement(slug: str) -> Agreement:
    """Pair each figure of the checklist with one candidate: same clause, same numbers, same words."""
    policy, text = library.load(slug), text_of(slug)
    clauses = {clause.ref: clause for clause in text.clauses}
    left = [figure for figure in text.figures if figure.clause in {measure.ref for measure in policy.measures}]
    found, missed = [], []
    for measure, wanted in indicators(policy):
        fits = fitting(measure, wanted, clauses[measure.ref])
        match = next((figure for fit in fits for figure in left if fit(figure)), None)
        if match is None:
            missed.append(wanted)
        else:
            left.remove(match)
            found.append((wanted, match))
    return Agreement(tuple(found), tuple(missed), tuple(left))


def indicators(policy: Policy) -> Iterator[tuple[Measure, Indicator]]:
    return ((measure, figure) for measure in policy.measures for figure in measure.indicators)


def fitting(measure: Measure, wanted: Indicator, clause: TextClause) -> list[Callable[[TextFigure], bool]]:
    """Give the tests of a candidate, the strictest first; without a number the sentence must be the same."""
    whole = f"{clause.heading}\n{clause.body}"
    place = whole.index(wanted.anchor)

    def same_numbers(figure: TextFigure) -> bool:
        return figure.clause == measure.ref and (figure.value, figure.max) == (wanted.value, wanted.max)

    def overlaps(figure: TextFigure) -> bool:
        other = whole.find(figure.anchor)
        return place < other + len(figure.anchor) and other < place + len(wanted.anchor)

    def same_sentence(figure: TextFigure) -> bool:
        return figure.value is None and sentence(whole, whole.find(figure.anchor)) == sentence(whole, place)

    return [
        lambda figure: same_numbers(figure) and overlaps(figure) and figure.unit == wanted.unit,
        lambda figure: same_numbers(figure) and overlaps(figure),
        lambda figure: same_numbers(figure) and same_sentence(figure),
    ]


def sentence(text: str, place: int) -> int:
    return text.rfind("。", 0, place)

"""The school told in sentences from its base data: students, teachers, conditions, partners, money."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from checklists.base_figures import name_of
from reports.content.base_data import plain_figure, ratio_value
from reports.content.figures import number
from reports.wording import say, words
from services.base_data import BaseData
from services.checklist import Fact

_SENTENCES = ("students", "teachers", "conditions", "partners", "money")
_OR = "|"
"""Between ways to say the same, of which the first that has all its figures is taken."""


def portrait(facts: Iterable[Fact], year: int) -> tuple[str, ...]:
    """Tell what the base data tell, one text a subject; a figure that nobody entered is not spoken of."""
    known = _known(list(facts)) | {"year": str(year)}
    told = (list(_phrases(f"portrait.{name}", known)) for name in _SENTENCES)
    return tuple(say("portrait.sentence", told="，".join(phrases)) for phrases in told if phrases)


def _phrases(key: str, known: Mapping[str, str]) -> Iterator[str]:
    for ways in words(key):
        said = (_filled(way, known) for way in ways.split(_OR))
        yield from [text for text in said if text][:1]


def _filled(way: str, known: Mapping[str, str]) -> str:
    """Fill a phrase; "" where one of its figures is not there."""
    try:
        return way.format_map(known)
    except KeyError:
        return ""


def _known(facts: list[Fact]) -> dict[str, str]:
    """Give figures and ratios as they are said, by their one name."""
    data = BaseData(facts)
    ratios = {one.ratio.name: ratio_value(one) for one in data.all_derived() if one.value is not None}
    return {name_of(fact.name): _said(fact, data) for fact in facts if fact.value.strip()} | ratios


def _said(fact: Fact, data: BaseData) -> str:
    figure: Decimal | None = plain_figure(fact.value)
    amount = data.amount(fact.name)
    unit = fact.unit or (amount.unit if amount else "")
    return (number(figure) if figure is not None else fact.value.strip()) + unit

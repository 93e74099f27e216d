"""Which figures of a school its checklist works with, by the names its indicators call them."""

from collections.abc import Iterator

from models.vocabulary import Scope
from services.checklist import Checklist, IndicatorRow

Asked = tuple[tuple[str, str], ...]
_NOT_OURS = (Scope.CITY_TOTAL, Scope.EACH_COUNTY)


def asked_figures(checklist: Checklist) -> Asked:
    """Name the counts that ratios of this school's own items are worked out from, each with its unit."""
    figures = (figure for row in checklist.binding_items() for figure in row.indicators)
    return tuple(dict(pair for figure in figures for pair in _counts(figure)).items())


def _counts(figure: IndicatorRow) -> Iterator[tuple[str, str]]:
    ratio = figure.indicator.ratio
    if ratio is not None and figure.indicator.scope not in _NOT_OURS:
        yield ratio.part, ratio.unit
        yield ratio.whole, ratio.unit

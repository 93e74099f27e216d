"""Which base figures a checklist works with, by their one name."""

from collections.abc import Iterator

from checklists.base_figures import base_figures
from checklists.feeds import feed_of
from services.checklist import Checklist, IndicatorRow

Asked = tuple[tuple[str, str], ...]


def asked_figures(checklist: Checklist) -> Asked:
    """Name the figures that answer indicators of this school's own items, each with its unit."""
    figures = (figure for row in checklist.binding_items() for figure in row.indicators)
    return tuple(dict(pair for figure in figures for pair in _asked(checklist.policy.slug, figure)).items())


def _asked(slug: str, figure: IndicatorRow) -> Iterator[tuple[str, str]]:
    feed, indicator = feed_of(slug, figure.indicator), figure.indicator
    if feed is None:
        return
    unit = indicator.ratio.unit if indicator.ratio is not None else indicator.unit
    for name in feed.names:
        known = base_figures().get(name)
        if known is not None or feed.is_ratio:
            yield name, known.unit if known is not None else unit

"""The base figures, their ratios, and what of the five policies they answer."""

import pytest

from checklists.base_figures import base_figures, base_ratios, name_of
from checklists.feeds import feed_of, library_feeds
from checklists.library import load, slugs
from checklists.policy import Indicator, RatioOf
from checklists.quantities import is_same_measure
from models.vocabulary import Addressee, Scope
from tests.builders import an_indicator

BOUND = [(slug, key) for slug, table in library_feeds().items() for key in table]


def _indicator(slug: str, key: str) -> Indicator:
    return next(one for measure in load(slug).measures for one in measure.indicators if one.key == key)


def test_no_two_figures_share_a_name() -> None:
    names = [name for figure in base_figures().values() for name in (figure.name, *figure.also)]
    assert len(set(names)) == len(names)


def test_a_part_is_counted_like_the_whole_it_is_within_and_no_whole_is_within_itself() -> None:
    figures = base_figures()
    for figure in figures.values():
        seen, whole = {figure.name}, figure.within
        while whole:
            assert is_same_measure(figure.unit, figures[whole].unit), figure.name
            assert whole not in seen
            seen.add(whole)
            whole = figures[whole].within


def test_ratios_are_of_figures_there_are() -> None:
    assert {name for ratio in base_ratios() for name in (ratio.part, ratio.whole)} <= base_figures().keys()


def test_every_policy_of_the_library_has_been_read_for_feeds() -> None:
    written = {slug for slug in slugs() if load(slug).measures}
    assert library_feeds().keys() == written


@pytest.mark.parametrize(("slug", "key"), BOUND)
def test_a_feed_fits_its_indicator_in_unit_and_meaning(slug: str, key: str) -> None:
    indicator, feed = _indicator(slug, key), library_feeds()[slug][key]
    unit = indicator.ratio.unit if indicator.ratio else indicator.unit
    assert feed.is_ratio is (indicator.ratio is not None)
    for name in feed.names:
        assert is_same_measure(base_figures()[name].unit, unit), name
    if indicator.ratio is not None and indicator.scope is not Scope.CITY_TOTAL:
        assert len(feed.names) == 2
        for name, called in zip(feed.names, (indicator.ratio.part, indicator.ratio.whole), strict=True):
            assert name_of(called) in (name, called), f"{called} is another figure than {name}"


@pytest.mark.parametrize(("slug", "key"), BOUND)
def test_a_figure_that_many_schools_add_up_to_is_fed_only_where_the_school_has_a_part_in_it(
    slug: str, key: str
) -> None:
    indicator = _indicator(slug, key)
    if indicator.scope is Scope.CITY_TOTAL:
        items = (item for measure in load(slug).measures for item in measure.items)
        assert next(item for item in items if item.key == indicator.item).addressee is Addressee.SHARED


def test_a_figure_of_one_year_feeds_no_average_and_no_other_period() -> None:
    for slug, key in BOUND:
        frequency = _indicator(slug, key).frequency
        assert "均" not in frequency
        if "累计" in frequency:
            assert all("5年" in name for name in library_feeds()[slug][key].names)


def test_a_checklist_of_ones_own_is_fed_by_name() -> None:
    named = an_indicator(ratio=RatioOf("双师型教师", "专业教师", "人"))
    feed = feed_of("own", named)
    assert feed is not None and feed.names == ("“双师型”教师数", "专业课教师数")


def test_a_figure_of_ones_own_keeps_its_name() -> None:
    feed = feed_of("own", an_indicator(name="竞赛获奖数"))
    assert feed is not None and feed.names == ("竞赛获奖数",)


def test_what_a_school_added_to_a_policy_of_the_library_is_fed_by_name_too() -> None:
    named = an_indicator("x11-1-a", "x11-1", ratio=RatioOf("双师型教师", "专业教师", "人"))
    feed = feed_of("yiyang", named)
    assert feed is not None and feed.names == ("“双师型”教师数", "专业课教师数")
    assert feed_of("yiyang", an_indicator("11-3-a", "11-3")) is None

"""Cities side by side: nothing is lost, nothing is doubled, and shared figures are figures."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from checklists import library
from checklists.comparing import ThemeRow, across
from checklists.comparison_json import content_across
from checklists.shared_figures import shared_figures
from checklists.themes import theme_names
from models.vocabulary import Addressee
from tests.builders import a_measure, a_policy, an_indicator, an_item

SCHEMA = json.loads((Path(library.__file__).parent / "themes.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def themes() -> tuple[ThemeRow, ...]:
    return across(map(library.load, library.slugs()))


def theme_of(themes: tuple[ThemeRow, ...], slug: str) -> ThemeRow:
    return next(theme for theme in themes if theme.slug == slug)


@pytest.mark.parametrize("slug", library.slugs())
def test_every_item_stands_exactly_once_and_under_its_own_theme(slug: str, themes: tuple[ThemeRow, ...]) -> None:
    policy = library.load(slug)
    placed = [(theme.slug, one) for theme in themes for city in theme.cities if city.slug == slug for one in city.items]
    assert Counter(one.item.key for _, one in placed) == Counter(item.key for item in policy.items())
    assert all(theme == one.item.theme and one.item in one.measure.items for theme, one in placed)


@pytest.mark.parametrize("slug", library.slugs())
def test_every_figure_stands_exactly_once(slug: str, themes: tuple[ThemeRow, ...]) -> None:
    place = library.slugs().index(slug)
    shown = Counter(figure.key for theme in themes for figure in theme.own[place])
    shown += Counter(figure.key for theme in themes for shared in theme.shared for figure in shared.by_city[place])
    assert shown == Counter(figure.key for figure in library.load(slug).indicators())


def test_cities_stand_in_the_order_of_the_library_under_every_theme(themes: tuple[ThemeRow, ...]) -> None:
    assert {tuple(city.slug for city in theme.cities) for theme in themes} == {library.slugs()}


def test_every_theme_has_a_name_and_a_place(themes: tuple[ThemeRow, ...]) -> None:
    assert [theme.slug for theme in themes] == list(theme_names())
    assert [theme.slug for theme in themes if not theme.name or theme.name == theme.slug] == []


def test_between_25_and_40_themes_are_each_used_by_some_city(themes: tuple[ThemeRow, ...]) -> None:
    assert [theme.slug for theme in themes if not theme.count] == []
    assert len(themes) in range(25, 41)


def test_a_theme_missing_in_a_city_is_empty_there(themes: tuple[ThemeRow, ...]) -> None:
    silent = theme_of(themes, "opening-up").cities[library.slugs().index("zibo-gaoxin")]
    assert (silent.items, silent.indicators) == ((), ())


def test_a_theme_only_a_policy_knows_comes_last_under_its_own_name() -> None:
    policy = a_policy([a_measure(items=[an_item(theme="robots")])])
    last = across([policy])[-1]
    assert (last.slug, last.name, last.count) == ("robots", "robots", 1)


def test_the_same_figure_of_two_cities_stands_in_one_row(themes: tuple[ThemeRow, ...]) -> None:
    shared = next(
        figure for figure in theme_of(themes, "dual-qualified-teachers").shared if figure.name == "“双师型”教师占比"
    )
    values = {
        slug: [str(figure.value) for figure in figures]
        for slug, figures in zip(library.slugs(), shared.by_city, strict=True)
    }
    assert values == {"chaoyang": [], "zibo-gaoxin": [], "yiyang": ["50"], "shangqiu": ["65"], "siping": []}


def test_every_shared_figure_names_figures_of_two_cities_under_one_theme() -> None:
    known = {
        (slug, figure.key): item.theme
        for slug in library.slugs()
        for measure in library.load(slug).measures
        for item in measure.items
        for figure in measure.indicators
        if figure.item == item.key
    }
    places = [place for named in shared_figures().values() for place in named]
    assert [place for place in places if place not in known] == []
    assert [place for place, count in Counter(places).items() if count > 1] == []
    for name, named in shared_figures().items():
        assert len({slug for slug, _ in named}) > 1, name
        assert len({known[place] for place in named}) == 1, name


def test_leaving_items_out_leaves_their_figures_out(themes: tuple[ThemeRow, ...]) -> None:
    staffing = theme_of(themes, "teacher-staffing")
    kept = staffing.keeping(lambda placed: placed.item.addressee is Addressee.SCHOOL)
    assert 0 < kept.count < staffing.count
    assert 0 < _figures(kept) < _figures(staffing)
    assert all(one.item.addressee is Addressee.SCHOOL for city in kept.cities for one in city.items)
    keys = {one.item.key for city in kept.cities for one in city.items}
    assert all(figure.item in keys for city in kept.cities for figure in city.indicators)


def _figures(theme: ThemeRow) -> int:
    return sum(len(city.indicators) for city in theme.cities)


def test_a_figure_that_one_city_alone_keeps_is_no_longer_shared(themes: tuple[ThemeRow, ...]) -> None:
    dual = theme_of(themes, "dual-qualified-teachers")
    one_city = replace(dual, cities=tuple(replace(c, items=c.items if c.slug == "yiyang" else ()) for c in dual.cities))
    assert one_city.shared == ()
    assert one_city.own[library.slugs().index("yiyang")] == one_city.cities[library.slugs().index("yiyang")].indicators


def test_a_figure_belongs_to_the_item_that_sets_it() -> None:
    items = [an_item("1-1", theme="funding"), an_item("1-2", theme="funding")]
    measure = replace(a_measure(items=items), indicators=(an_indicator("1-2-a", "1-2"),))
    (theme,) = (theme for theme in across([a_policy([measure])]) if theme.slug == "funding")
    assert [len(placed.indicators) for placed in theme.cities[0].items] == [0, 1]


def test_the_json_obeys_its_schema(themes: tuple[ThemeRow, ...]) -> None:
    checker = jsonschema.Draft202012Validator(SCHEMA)
    assert [fault.message for fault in checker.iter_errors(content_across(themes))] == []
    assert not checker.is_valid([{**content_across(themes)[0], "extra": 1}])

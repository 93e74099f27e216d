"""The five cities side by side, through the screen's wishes, over the real library."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from checklists import library
from checklists.comparing import across
from checklists.policy import Policy
from gui.themes.city_heads import CityHeads
from gui.themes.content import DutyLine, ThemeLine, comparison_of
from gui.themes.figure_board import FigureBoard
from gui.themes.narrowing import Narrowing, narrowed
from gui.themes.presenter import ThemesPresenter
from gui.themes.view import ThemesView
from gui.widgets.empty_state import EmptyState
from gui.widgets.row_list import ROW
from gui.widgets.toast import Toast
from models.vocabulary import Addressee
from resources import word


@pytest.fixture(scope="module")
def policies() -> tuple[Policy, ...]:
    return tuple(map(library.load, library.slugs()))


@pytest.fixture
def copied() -> list[str]:
    return []


@pytest.fixture
def view(qtbot: QtBot, policies: tuple[Policy, ...], copied: list[str]) -> Iterator[ThemesView]:
    shown = ThemesView()
    qtbot.addWidget(shown)
    shown.resize(1440, 868)
    ThemesPresenter(shown, policies, copy=copied.append)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown


def lines(view: ThemesView) -> list[ThemeLine]:
    model = view.pane.themes.model()
    return [model.index(row, 0).data(ROW) for row in range(model.rowCount())]


def duties(view: ThemesView, city: int) -> list[DutyLine]:
    model = view.comparison.columns.lists[city].model()
    return [model.index(row, 0).data(ROW) for row in range(model.rowCount())]


def choose(view: ThemesView, slug: str) -> None:
    view.pane.themes.choose(slug)
    assert view.pane.themes.currentIndex().data(ROW).slug == slug


def place_of(city: str) -> int:
    return library.slugs().index(city)


def test_every_theme_is_listed_with_its_items_city_by_city(view: ThemesView, policies: tuple[Policy, ...]) -> None:
    counts = [sum(line.counts[place] for line in lines(view)) for place in range(len(policies))]
    assert counts == [len(tuple(policy.items())) for policy in policies]


def test_the_first_theme_is_open_from_the_start(view: ThemesView) -> None:
    assert view.pane.themes.currentIndex().row() == 0
    assert [line.text for line in duties(view, 0)] != []


def test_the_arrow_keys_go_through_the_themes(view: ThemesView, qtbot: QtBot) -> None:
    second = lines(view)[1]
    qtbot.keyClick(view.pane.themes, Qt.Key.Key_Down)  # type: ignore[no-untyped-call]
    shown = [len([d for d in duties(view, city) if d.meta]) for city in range(5)]
    assert shown == list(second.counts)


def test_a_city_that_is_silent_shows_one_dash(view: ThemesView) -> None:
    choose(view, "opening-up")
    assert [line.text for line in duties(view, place_of("zibo-gaoxin"))] == ["—"]


def test_a_measure_is_named_once_over_its_items(view: ThemesView, policies: tuple[Policy, ...]) -> None:
    choose(view, "funding")
    for place, policy in enumerate(policies):
        found = [m for m in policy.measures if any(item.theme == "funding" for item in m.items)]
        assert [line.heading for line in duties(view, place) if line.heading] == [
            " ".join(filter(None, (measure.number, measure.heading))) for measure in found
        ]


def test_figures_of_the_same_thing_stand_in_one_line(view: ThemesView, policies: tuple[Policy, ...]) -> None:
    choose(view, "dual-qualified-teachers")
    told = view.comparison.board.accessibleDescription().splitlines()
    assert "“双师型”教师占比，益阳市：“双师型”教师占专业教师的比例 ＞ 50%，每所学校 · 2023 年底" in told
    assert any(line.startswith("“双师型”教师占比，商丘市") for line in told)


def test_a_theme_without_figures_has_no_board(view: ThemesView) -> None:
    choose(view, "special-inclusive")
    assert view.comparison.board.isHidden()
    choose(view, "funding")
    assert not view.comparison.board.isHidden()


def test_searching_keeps_what_says_the_words_and_the_theme_in_hand(view: ThemesView) -> None:
    choose(view, "teacher-development")
    view.search.setText("企业 教师")
    assert view.pane.themes.currentIndex().data(ROW).slug == "teacher-development"
    found = [line for city in range(5) for line in duties(view, city) if line.meta]
    assert found
    whole = sum(line.total for line in lines(view))
    view.search.clear()
    assert whole < sum(line.total for line in lines(view))
    assert view.pane.themes.currentIndex().data(ROW).slug == "teacher-development"


def test_a_theme_that_has_nothing_left_gives_way_to_the_first_that_has(view: ThemesView) -> None:
    choose(view, "opening-up")
    view.search.setText("双师型")
    assert view.pane.themes.currentIndex().row() == 0
    assert any("双师型" in line.heading + line.text for city in range(5) for line in duties(view, city))


def test_words_that_nobody_says_are_told_and_leave_nothing_to_copy(view: ThemesView) -> None:
    view.search.setText("<b>火星</b>")
    told = view.findChild(EmptyState)
    assert told is not None
    assert told.isVisible()
    assert not view.copy.isEnabled()
    view.search.clear()
    assert not told.isVisible()
    assert view.copy.isEnabled()


def test_only_the_schools_own_leaves_out_what_government_alone_must_do(view: ThemesView) -> None:
    choose(view, "funding")
    view.only_school.click()
    metas = [line.meta for slug in ("funding", "coordination") for line in chosen_duties(view, slug)]
    assert metas
    assert not any(word(Addressee.GOVERNMENT) in meta or word(Addressee.ENTERPRISE) in meta for meta in metas)


def chosen_duties(view: ThemesView, slug: str) -> list[DutyLine]:
    choose(view, slug)
    return [line for city in range(5) for line in duties(view, city) if line.meta]


def test_what_is_shown_is_copied_as_text(view: ThemesView, copied: list[str], qtbot: QtBot) -> None:
    choose(view, "dual-qualified-teachers")
    qtbot.mouseClick(view.copy, Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]
    (text,) = copied
    shown = [line.text for city in range(5) for line in duties(view, city)]
    assert all(one in text for one in shown)
    assert text.startswith("双师型教师队伍")
    toast = view.findChild(Toast)
    assert toast is not None
    assert "双师型教师队伍" in toast.text


def test_escape_first_ends_the_search_then_leads_home(view: ThemesView, qtbot: QtBot) -> None:
    view.search.setFocus()
    view.search.setText("企业")
    with qtbot.assertNotEmitted(view.home_wanted):
        qtbot.keyClick(view.search, Qt.Key.Key_Escape)  # type: ignore[no-untyped-call]
    assert view.search.text() == ""
    with qtbot.waitSignal(view.home_wanted):
        qtbot.keyClick(view.pane.themes, Qt.Key.Key_Escape)  # type: ignore[no-untyped-call]


def test_the_keyboard_reaches_every_item_and_turns_pages(view: ThemesView, qtbot: QtBot) -> None:
    choose(view, "funding")
    area = view.comparison.findChild(QScrollArea)
    assert area is not None
    bar, first = area.verticalScrollBar(), view.comparison.columns.lists[0]
    first.setFocus()
    for _ in range(len(duties(view, 0))):
        qtbot.keyClick(first, Qt.Key.Key_Down)  # type: ignore[no-untyped-call]
    row = first.visualRect(first.currentIndex())
    assert row.top() == first.visualRect(first.model().index(len(duties(view, 0)) - 1, 0)).top()
    place = first.mapTo(area.viewport(), row.bottomLeft()).y()
    assert 0 < place <= area.viewport().height()
    before = bar.value()
    qtbot.keyClick(first, Qt.Key.Key_PageUp)  # type: ignore[no-untyped-call]
    assert bar.value() < before


def test_control_f_leads_into_the_search(view: ThemesView, qtbot: QtBot) -> None:
    view.activateWindow()
    qtbot.keyClick(view.pane.themes, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)  # type: ignore[no-untyped-call]
    assert view.search.hasFocus()


@pytest.mark.parametrize(("width", "scrolls"), [(1440, False), (1366, False), (960, True)])
def test_five_columns_fit_or_can_be_scrolled_to(view: ThemesView, width: int, scrolls: bool, qtbot: QtBot) -> None:
    view.resize(width, 520)
    area = view.comparison.findChild(QScrollArea)
    assert area is not None
    bar = area.horizontalScrollBar()
    qtbot.waitUntil(lambda: (bar.maximum() > 0) is scrolls)
    bar.setValue(bar.maximum())
    last = view.comparison.columns.lists[-1]
    assert last.mapTo(area.viewport(), last.rect().topRight()).x() <= area.viewport().width()
    heads = view.comparison.findChild(CityHeads)
    assert heads is not None
    assert heads.mapTo(view, heads.rect().topLeft()).x() == area.mapTo(view, area.rect().topLeft()).x()


def test_every_list_is_as_tall_as_its_items(view: ThemesView) -> None:
    for slug in ("funding", "moral-education", "special-inclusive"):
        choose(view, slug)
        view.comparison.columns.ensurePolished()
        assert all(
            view.comparison.columns.heightForWidth(0) >= one.height_of_rows for one in view.comparison.columns.lists
        )


def test_the_board_grows_where_its_columns_are_narrow(qtbot: QtBot, policies: tuple[Policy, ...]) -> None:
    board = FigureBoard()
    qtbot.addWidget(board)
    funding = next(theme for theme in across(policies) if theme.slug == "funding")
    board.show_figures(comparison_of(funding).figures, [policy.city for policy in policies])
    assert board.heightForWidth(700) > board.heightForWidth(1400) > 0


@pytest.mark.parametrize("text", ["双师型", "（市、区）", "Abc", "1+X", "企业　教师"])
def test_looking_for_words_only_leaves_out(text: str, policies: tuple[Policy, ...]) -> None:
    for theme, left in zip(across(policies), narrowed(across(policies), Narrowing(text)), strict=True):
        for city, kept in zip(theme.cities, left.cities, strict=True):
            assert {placed.item.key for placed in kept.items} <= {placed.item.key for placed in city.items}


def test_full_width_and_capital_letters_find_the_same(policies: tuple[Policy, ...]) -> None:
    themes = across(policies)
    assert narrowed(themes, Narrowing("\uff11\uff0b\uff38")) == narrowed(themes, Narrowing("1+x"))
    assert sum(theme.count for theme in narrowed(themes, Narrowing("1+x"))) > 0

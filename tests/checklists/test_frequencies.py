"""Which frequencies run over several years."""

import pytest

from checklists import library
from checklists.frequencies import is_open_cycle


@pytest.mark.parametrize("printed", ["五年一周期", "5年一周期", "5年累计", "每两年", "每三年一次", "十年内", "轮训"])
def test_several_years_and_turns_are_a_cycle(printed: str) -> None:
    assert is_open_cycle(printed)


@pytest.mark.parametrize("printed", ["", "每年", "每半年", "年均", "定期", "每学年", "1年一周期", "一年累计", "0年内"])
def test_a_year_or_less_is_none(printed: str) -> None:
    assert not is_open_cycle(printed)


def test_the_library_has_just_these_cycles() -> None:
    found = {
        (slug, figure.key)
        for slug in library.slugs()
        for figure in library.load(slug).indicators()
        if is_open_cycle(figure.frequency)
    }
    assert found == {("chaoyang", "8-9-a"), ("chaoyang", "8-10-a"), ("yiyang", "11-1-a"), ("shangqiu", "15-9-a")}

"""Base data: read in any unit, worked out to ratios, warned of where they cannot be right."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.base_figures import base_figures, base_ratios
from services.base_data import BaseData, Oddness
from services.checklist import Fact

COUNTS = st.integers(0, 10**7)
RATIOS = {ratio.name: ratio for ratio in base_ratios()}


def _base(**values: str) -> BaseData:
    return BaseData(Fact(name, value) for name, value in values.items())


def test_a_figure_is_found_by_any_of_its_names_and_in_the_unit_asked_for() -> None:
    base = BaseData([Fact("培训人次", "0.2914", "万人次", date(2025, 10, 31), "台账")])
    amount = base.amount("年培训人次", "人次")
    assert amount is not None
    assert (amount.name, amount.value, amount.as_of, amount.source) == (
        "年培训人次",
        Decimal(2914),
        date(2025, 10, 31),
        "台账",
    )


@pytest.mark.parametrize("value", ["", "  ", "约一百", "12人a"])
def test_what_is_no_number_is_no_amount(value: str) -> None:
    assert _base(在校生数=value).amount("在校生数") is None


@given(part=COUNTS, whole=st.integers(1, 10**6))
def test_a_ratio_is_its_part_by_its_whole(part: int, whole: int) -> None:
    derived = _base(就业人数=str(part), 毕业生数=str(whole)).derived(RATIOS["就业率"])
    assert derived.value == Decimal(part) * 100 / whole


@given(part=COUNTS)
def test_nothing_is_worked_out_of_a_zero_whole(part: int) -> None:
    derived = _base(在校生数=str(part), 专任教师数="0").derived(RATIOS["师生比"])
    assert derived.value is None and derived.missing == ()


@pytest.mark.parametrize("ratio", base_ratios(), ids=lambda ratio: ratio.name)
def test_a_ratio_names_what_it_lacks(ratio: object) -> None:
    named = RATIOS[ratio.name]  # type: ignore[attr-defined]
    assert BaseData([Fact(named.part, "5")]).derived(named).missing == (named.whole,)
    assert BaseData([Fact(named.whole, "5")]).derived(named).missing == (named.part,)


def test_money_is_shared_out_in_yuan() -> None:
    base = BaseData([Fact("教学仪器设备总值", "2418", "万元"), Fact("在校生数", "1860", "人")])
    assert base.derived(RATIOS["生均仪器设备值"]).value == Decimal(24_180_000) / 1860


def test_area_in_mu_is_shared_out_in_square_metres() -> None:
    base = BaseData([Fact("占地面积", "153", "亩"), Fact("在校生", "1860")])
    assert base.derived(RATIOS["生均校园占地面积"]).value == Decimal(102_000) / 1860


def test_computers_are_told_per_hundred_students() -> None:
    assert _base(教学用计算机数="465", 在校生数="1860").derived(RATIOS["每百名学生教学用计算机"]).value == 25


@given(part=COUNTS, whole=COUNTS)
def test_a_part_beyond_its_whole_is_warned_of(part: int, whole: int) -> None:
    kinds = [one.kind for one in BaseData([Fact("双师型教师", str(part)), Fact("专业教师", str(whole))]).oddities()]
    assert (Oddness.EXCEEDS in kinds) is (part > whole)


@pytest.mark.parametrize(
    ("value", "unit", "kind"),
    [
        ("-3", "人", Oddness.NEGATIVE),
        ("12.5", "人", Oddness.NOT_WHOLE),
        ("五十", "人", Oddness.NO_NUMBER),
        ("50", "元", Oddness.OTHER_UNIT),
    ],
)
def test_odd_values_are_warned_of(value: str, unit: str, kind: Oddness) -> None:
    assert [one.kind for one in BaseData([Fact("在校生数", value, unit)]).oddities()] == [kind]


def test_none_at_all_is_a_figure_like_any_other() -> None:
    assert BaseData([Fact("在校生数", "0", "人")]).oddities() == ()


def test_a_share_of_ten_thousand_may_be_whole_people() -> None:
    assert BaseData([Fact("年培训人次", "0.2914", "万人次")]).oddities() == ()


def test_figures_of_ones_own_are_never_odd() -> None:
    assert BaseData([Fact("校训", "厚德强技")]).oddities() == ()


def test_every_figure_can_be_read_in_its_own_unit() -> None:
    base = BaseData(Fact(figure.name, "7", figure.unit) for figure in base_figures().values())
    assert all(base.amount(name) is not None for name in base_figures())
    assert len(base.all_derived()) == len(base_ratios())

"""Which items bind a school."""

import pytest

from checklists.policy import AppliesTo
from models.vocabulary import Addressee, Binding, SchoolType
from services.binding import binding_of
from tests.builders import a_school_row, an_item


@pytest.mark.parametrize(
    ("addressee", "binding"),
    [
        (Addressee.SCHOOL, Binding.BINDS),
        (Addressee.SHARED, Binding.BINDS),
        (Addressee.GOVERNMENT, Binding.OTHER_ADDRESSEE),
        (Addressee.ENTERPRISE, Binding.OTHER_ADDRESSEE),
    ],
)
def test_only_what_is_addressed_to_schools_binds_them(addressee: Addressee, binding: Binding) -> None:
    assert binding_of(an_item(addressee=addressee), a_school_row()) is binding


def test_an_item_for_other_types_of_school_does_not_bind() -> None:
    colleges = an_item(applies_to=AppliesTo(types=(SchoolType.COLLEGE, SchoolType.UNDERGRADUATE)))
    assert binding_of(colleges, a_school_row()) is Binding.OTHER_TYPE
    assert binding_of(colleges, a_school_row(type=SchoolType.COLLEGE)) is Binding.BINDS


@pytest.mark.parametrize(
    ("name", "place", "binding"),
    [
        ("安化县职业中专学校", "益阳市安化县", Binding.BINDS),
        ("安化县职业中专", "", Binding.BINDS),
        ("湖南省安化县职业中专学校", "", Binding.BINDS),
        ("安化县 职业中专学校", "", Binding.BINDS),
        ("南县职业中专学校", "益阳市南县", Binding.NOT_NAMED),
        ("第一职业中专学校", "安化县", Binding.NOT_NAMED),
        ("职业中专学校", "", Binding.NOT_NAMED),
        ("", "", Binding.NOT_NAMED),
    ],
)
def test_a_named_school_is_known_by_its_full_or_short_name(name: str, place: str, binding: Binding) -> None:
    item = an_item(applies_to=AppliesTo(named=("安化县职业中专学校",)))
    assert binding_of(item, a_school_row(name=name, place=place)) is binding


def test_a_named_county_binds_the_schools_that_lie_in_it() -> None:
    item = an_item(applies_to=AppliesTo(named=("桃江县", "安化县")))
    assert binding_of(item, a_school_row(name="第一职中", place="益阳市安化县")) is Binding.BINDS
    assert binding_of(item, a_school_row(name="第一职中", place="安化县")) is Binding.BINDS
    assert binding_of(item, a_school_row(name="第一职中", place="益阳市南县")) is Binding.NOT_NAMED


def test_the_addressee_is_named_before_the_type() -> None:
    item = an_item(addressee=Addressee.GOVERNMENT, applies_to=AppliesTo(types=(SchoolType.COLLEGE,)))
    assert binding_of(item, a_school_row()) is Binding.OTHER_ADDRESSEE

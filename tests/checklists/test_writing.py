"""A policy written down as TOML and read again is the same policy."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from checklists import library
from checklists.files import read_policy
from checklists.policy import Policy, RatioOf
from checklists.writing import text_of
from models.vocabulary import Comparator
from tests.builders import a_measure, a_policy, an_indicator, an_item


def _again(policy: Policy, folder: Path, *remarks: str) -> Policy:
    file = folder / "again.toml"
    file.write_text(text_of(policy, remarks, {"一/1": remarks}), encoding="utf-8", newline="\n")
    return read_policy(file)


@pytest.mark.parametrize("slug", library.slugs())
def test_every_policy_of_the_library_comes_back_the_same(slug: str, tmp_path: Path) -> None:
    assert _again(library.load(slug), tmp_path) == library.load(slug)


def test_quotes_controls_and_line_ends_come_back_the_same(tmp_path: Path) -> None:
    item = an_item("1-1", text='他说"好"\\n\t\r\n\b\f\x01\x7f"""’\u2028𠮷', how="'''#=[[x]]")
    policy = a_policy([a_measure(1, [item])])
    assert _again(policy, tmp_path) == policy


def test_figures_come_back_exactly(tmp_path: Path) -> None:
    figures = (
        an_indicator("1-1-a", value=Decimal("33.333"), max=Decimal(120_000_000), comparator=Comparator.RANGE),
        an_indicator("1-1-b", value=Decimal("1E+4"), ratio=RatioOf("双师型教师", "专业课教师", "人")),
        an_indicator("1-1-c", value=None, unit=""),
    )
    policy = a_policy([a_measure(1, 1, indicators=figures)])
    assert _again(policy, tmp_path) == policy


def test_no_remark_reaches_beyond_its_own_line(tmp_path: Path) -> None:
    policy = a_policy()
    assert _again(policy, tmp_path, 'a\nslug = "b"', "c\r[[measure]]\x00") == policy


def test_what_is_not_stated_is_not_written(tmp_path: Path) -> None:
    policy = replace(a_policy(), issued_on=None)
    assert "issued_on" not in text_of(policy)
    assert "types" not in text_of(policy)

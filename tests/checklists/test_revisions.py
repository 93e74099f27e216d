"""Two revisions of a policy side by side: what became of each item."""

from dataclasses import replace
from decimal import Decimal
from time import process_time

import pytest

from checklists import library
from checklists.policy import CheckItem, Policy
from checklists.revisions import Aspect, Fate, RevisionRow, compare
from models.vocabulary import Addressee, Modality
from tests.builders import a_measure, a_policy, an_indicator, an_item

BASES = "与本地企业共建三个校外实训基地"
TEACHERS = "每名专业课教师每年到企业实践满一个月"
LAB = "制定实训室安全管理制度并且每学期组织一次应急演练"


def _policy(*items: CheckItem) -> Policy:
    return a_policy([a_measure(1, items, indicators=())])


def _one(before: CheckItem, *after: CheckItem) -> RevisionRow:
    rows = compare(_policy(before), _policy(*after))
    return next(row for row in rows if row.before)


def test_a_policy_beside_itself_is_unchanged() -> None:
    for slug in library.slugs():
        policy = library.load(slug)
        assert {row.fate for row in compare(policy, policy)} == {Fate.UNCHANGED}


def test_an_item_said_otherwise_is_reworded_and_says_in_what() -> None:
    row = _one(an_item("1-1", text=BASES), an_item("1-1", text="共建五个实训基地", modality=Modality.SUPPORT))
    assert (row.fate, row.changed) == (Fate.REWORDED, ("text", "modality"))


def test_advice_anchors_and_themes_change_nothing_for_an_answer() -> None:
    row = _one(an_item("1-1"), an_item("1-1", how="另一种查法", anchors=("另一处原文的位置",), theme="funding"))
    assert row.fate is Fate.UNCHANGED


def test_an_item_with_another_figure_is_reworded() -> None:
    before = a_policy([a_measure(1, 1)])
    after = a_policy([a_measure(1, 1, indicators=(an_indicator(value=Decimal(65)),))])
    assert [(row.fate, row.changed) for row in compare(before, after)] == [(Fate.REWORDED, (Aspect.INDICATORS,))]


def test_an_item_whose_measure_was_numbered_anew_is_moved_by_its_text() -> None:
    before = a_policy([a_measure(1, [an_item("1-1", text=BASES)]), a_measure(2, [an_item("2-1", text=LAB)])])
    after = a_policy([a_measure(3, [an_item("3-1", text=BASES)]), a_measure(4, [an_item("4-1", text=LAB)])])
    rows = compare(before, after)
    assert [(row.fate, row.before and row.before.key, [one.key for one in row.after]) for row in rows] == [
        (Fate.MOVED, "1-1", ["3-1"]),
        (Fate.MOVED, "2-1", ["4-1"]),
    ]


def test_an_item_in_a_section_of_another_ref_is_moved_and_keeps_its_key() -> None:
    before, after = a_policy([a_measure(1, 1)]), a_policy([a_measure(1, 1, ref="一/（二）/1")])
    assert [row.fate for row in compare(before, after)] == [Fate.MOVED]


def test_texts_that_changed_places_go_by_their_text() -> None:
    before = _policy(an_item("1-1", text=BASES), an_item("1-2", text=LAB))
    after = _policy(an_item("1-1", text=LAB), an_item("1-2", text=BASES))
    assert [(row.fate, row.after[0].key) for row in compare(before, after)] == [
        (Fate.MOVED, "1-2"),
        (Fate.MOVED, "1-1"),
    ]


@pytest.mark.parametrize("keys", [("1-1", "1-2"), ("1-3", "1-2")])
def test_an_item_said_in_two_is_split(keys: tuple[str, str]) -> None:
    first, second = (an_item(key, text=text) for key, text in zip(keys, (LAB[:11], LAB[13:]), strict=True))
    row = _one(an_item("1-1", text=LAB), first, second)
    assert (row.fate, {one.key for one in row.after}) == (Fate.SPLIT, set(keys))


def test_what_is_nowhere_to_be_found_is_gone_and_what_came_is_new() -> None:
    rows = compare(_policy(an_item("1-1", text=BASES)), _policy(an_item("1-2", text=LAB)))
    assert [(row.fate, row.changed) for row in rows] == [(Fate.GONE, ()), (Fate.NEW, ())]


def test_no_item_is_lost_or_told_twice() -> None:
    before = _policy(*(an_item(f"1-{n}", text=text) for n, text in enumerate((BASES, TEACHERS, LAB), start=1)))
    after = _policy(
        an_item("1-1", text=BASES + "，并且挂牌"),
        an_item("1-4", text=LAB[:11]),
        an_item("1-5", text=LAB[13:]),
        an_item("1-6", text="新添的一条", addressee=Addressee.GOVERNMENT),
    )
    rows = compare(before, after)
    assert [row.before.key for row in rows if row.before] == ["1-1", "1-2", "1-3"]
    assert sorted(one.key for row in rows for one in row.after) == ["1-1", "1-4", "1-5", "1-6"]
    assert [row.fate for row in rows] == [Fate.REWORDED, Fate.GONE, Fate.SPLIT, Fate.NEW]


def test_two_policies_without_anything_in_common_are_compared_in_time() -> None:
    began = process_time()
    compare(library.load("shangqiu"), library.load("yiyang"))
    assert process_time() - began < 10


def test_figures_are_paired_by_name_and_those_that_stayed_are_left_out() -> None:
    old = a_measure(1, 1, indicators=(an_indicator("1-1-a", name="甲"), an_indicator("1-1-b", name="乙")))
    new = a_measure(
        1,
        1,
        indicators=(
            an_indicator("1-1-a", name="甲"),
            an_indicator("1-1-c", name="乙", value=Decimal(70)),
            an_indicator("1-1-d", name="丙"),
        ),
    )
    row = compare(a_policy([old]), a_policy([new]))[0]
    told = [(pair.before and pair.before.value, pair.after and pair.after.value) for pair in row.figures]
    assert told == [(Decimal(60), Decimal(70)), (None, Decimal(60))]


def test_a_figure_under_another_name_is_known_by_its_key() -> None:
    old = a_measure(1, 1, indicators=(an_indicator("1-1-a", name="甲"), an_indicator("1-1-b", name="乙")))
    figures = (an_indicator("1-1-b", name="乙的新名", value=Decimal(70)), an_indicator("1-1-a", name="甲"))
    row = compare(a_policy([old]), a_policy([replace(old, indicators=figures)]))[0]
    assert [(pair.before and pair.before.name, pair.after and pair.after.name) for pair in row.figures] == [
        ("乙", "乙的新名")
    ]

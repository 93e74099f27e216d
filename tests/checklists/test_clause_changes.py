"""What was reworded in a clause."""

from hypothesis import given
from hypothesis import strategies as st

from checklists.clause_changes import Differing, Reworded, differing, rewordings


def test_the_words_that_changed_are_told_and_no_others() -> None:
    assert rewordings("聘请能工巧匠任教", "聘请技术骨干任教") == (Reworded("能工巧匠", "技术骨干"),)
    assert rewordings("每年一次。", "每年。") == (Reworded("一次", ""),)


@given(st.text(max_size=40))
def test_a_clause_is_no_other_than_itself(text: str) -> None:
    assert rewordings(text, text) == ()


def test_places_that_differ_are_given_as_spans_of_both_texts() -> None:
    found = differing("每学期开展一次演练", "每学年至少开展两次演练并留记录")
    assert ["每学期开展一次演练"[start:end] for start, end in found.before] == ["期", "一"]
    assert ["每学年至少开展两次演练并留记录"[start:end] for start, end in found.after] == ["年至少", "两", "并留记录"]


def test_lone_common_characters_do_not_break_a_change_apart() -> None:
    found = differing("组建产教联合体", "参与产业学院")
    assert found.before == ((0, 7),)
    assert found.after == ((0, 6),)
    assert differing("一样", "一样") == Differing((), ())

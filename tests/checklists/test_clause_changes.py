"""What was reworded in a clause."""

from hypothesis import given
from hypothesis import strategies as st

from checklists.clause_changes import Reworded, rewordings


def test_the_words_that_changed_are_told_and_no_others() -> None:
    assert rewordings("聘请能工巧匠任教", "聘请技术骨干任教") == (Reworded("能工巧匠", "技术骨干"),)
    assert rewordings("每年一次。", "每年。") == (Reworded("一次", ""),)


@given(st.text(max_size=40))
def test_a_clause_is_no_other_than_itself(text: str) -> None:
    assert rewordings(text, text) == ()

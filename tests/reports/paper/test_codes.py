"""Characters keep their codes, and two that share them out never give out the same."""

from reports.paper.codes import ALL, EVEN, ODD, TIGHT, Codes, Slack

WIDE = Slack(20, 20)


def test_shares_have_no_code_in_common_and_leave_none_out() -> None:
    assert set(ODD) & set(EVEN) == set()
    assert set(ODD) | set(EVEN) == set(ALL)
    assert 0 not in ALL


def test_a_character_keeps_its_code_and_with_slack_has_another() -> None:
    codes = Codes()
    assert codes.code(("校", TIGHT)) == codes.code(("校", TIGHT)) == "0001"
    assert codes.code(("校", WIDE)) == "0002"
    assert codes.by_code() == [None, ("校", TIGHT), ("校", WIDE)]


def test_what_another_gave_out_stands_beside_ones_own() -> None:
    ours, theirs = Codes(ODD), Codes(EVEN)
    ours.code(("校", TIGHT))
    theirs.code(("校", TIGHT))
    theirs.code(("企", TIGHT))
    ours.learn(theirs.news(), EVEN)
    assert ours.by_code() == [None, ("校", TIGHT), ("校", TIGHT), None, ("企", TIGHT)]
    assert ours.code(("企", TIGHT)) == "0003", "a code of the other's share is not ours to use"


def test_news_are_told_once() -> None:
    codes = Codes(EVEN)
    codes.code(("校", TIGHT))
    assert codes.news() == (("校", TIGHT),)
    codes.code(("校", TIGHT))
    codes.code(("企", TIGHT))
    assert codes.news() == (("企", TIGHT),)
    assert codes.news() == ()


def test_who_takes_over_goes_on_with_the_same_codes() -> None:
    theirs, known, successor = Codes(EVEN), Codes(), Codes(EVEN)
    theirs.code(("校", TIGHT))
    known.learn(theirs.news(), EVEN)
    successor.go_on(known)
    assert [successor.code((char, TIGHT)) for char in "校企"] == [theirs.code((char, TIGHT)) for char in "校企"]
    assert successor.news() == (("企", TIGHT),), "what the other had told is not told again"

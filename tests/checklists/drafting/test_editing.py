"""Whatever is done to a draft under review, no word, anchor, figure or key of it is lost by the way."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.drafting import editing
from checklists.drafting.joining import merged, split
from checklists.drafting.open_draft import OpenDraft, finished, is_borrowed, opened, unwritten
from checklists.drafting.store import kept_draft, kept_head, kept_text
from checklists.errors import CityMissingError, DraftDamagedError, NoItemsLeftError, SlugFormError, TitleMissingError
from checklists.flat_text import squeezed
from checklists.reading.lines import Line
from checklists.reading.structure import structure_of
from models.vocabulary import Addressee, Modality

TEXT = """
临江市职业教育提升行动实施方案（2024-2026年）
一、主要目标
到2026年，全市职业院校布局更加合理，“双师型”教师占比超过60%。
二、重点任务
1. 配齐专业教师。各职业院校要配齐专业课教师。鼓励学校聘请企业技师任教。到2025年，建成12个名师工作室，培养30名带头人。
2. 改善办学条件。支持学校新建实训楼。三年投入不少于5000万元。每年新增工位200个以上。
3. 共建实训基地。每年组织教师到企业实践1次以上。
"""


def _draft() -> OpenDraft:
    lines = [Line(line, number) for number, line in enumerate(TEXT.strip().splitlines(), start=1)]
    return opened(structure_of(iter(lines)), "linjiang.txt")


DRAFT = _draft()
CLAUSES = TEXT.strip()
Step = Callable[[OpenDraft], OpenDraft]


def keys(draft: OpenDraft) -> list[str]:
    return [item.key for item in draft.policy.items()]


def words(draft: OpenDraft) -> str:
    return "".join(item.text for item in draft.policy.items())


def anchors(draft: OpenDraft) -> set[str]:
    return {anchor for item in draft.policy.items() for anchor in item.anchors}


def figures(draft: OpenDraft) -> list[tuple[object, ...]]:
    """The figures but for their keys, those left out too."""
    rows = [
        (one.name, one.comparator, str(one.value), str(one.max), one.unit, one.anchor)
        for one in draft.policy.indicators()
    ]
    return sorted(rows, key=str)


def check(draft: OpenDraft) -> None:
    """What must hold of a draft after any step."""
    given_away = [*keys(draft), *(one.key for one in draft.policy.indicators())]
    assert len(set(given_away)) == len(given_away)
    assert set(given_away) <= draft.spent
    for measure in draft.policy.measures:
        assert {one.item for one in measure.indicators} <= {item.key for item in measure.items}
        assert all(item.key.startswith(f"{draft.codes[measure.ref]}-") for item in measure.items)
    assert all(item.anchors for item in draft.policy.items())


@st.composite
def steps(draw: st.DrawFn) -> Step:
    """A step that loses nothing: merge, split, move, drop, restore."""
    kind = draw(st.sampled_from(["merge", "split", "move", "drop", "restore"]))
    one, other, at = draw(st.integers(0, 30)), draw(st.integers(0, 30)), draw(st.integers(0, 60))

    def do(draft: OpenDraft) -> OpenDraft:
        known = keys(draft)
        key, second = known[one % len(known)], known[other % len(known)]
        match kind:
            case "merge":
                return merged(draft, [key, second])
            case "split":
                return split(draft, key, at, CLAUSES)[0]
            case "move":
                return editing.moved(draft, key, 1 if at % 2 else -1)[0]
            case "drop":
                return editing.dropped(draft, [key])
            case _:
                return editing.restored(draft, [key, second])

    return do


@given(st.lists(steps(), max_size=12))
def test_no_word_anchor_or_figure_is_lost_and_every_key_is_its_own(done: list[Step]) -> None:
    draft = DRAFT
    for step in done:
        before, draft = draft, step(draft)
        check(draft)
        assert before.spent <= draft.spent
    assert sorted(words(draft).replace("；", "")) == sorted(words(DRAFT).replace("；", ""))
    assert anchors(DRAFT) <= anchors(draft)
    assert figures(draft) == figures(DRAFT)


@given(st.lists(steps(), max_size=8))
def test_a_step_leaves_the_draft_before_as_it_was(done: list[Step]) -> None:
    passed = [DRAFT]
    copies = [repr(DRAFT)]
    for step in done:
        passed.append(step(passed[-1]))
        copies.append(repr(passed[-1]))
    assert [repr(draft) for draft in passed] == copies


@given(st.integers(0, 30), st.integers(0, 60))
def test_what_was_split_and_merged_again_says_the_same(place: int, at: int) -> None:
    key = keys(DRAFT)[place % len(keys(DRAFT))]
    parted, new = split(DRAFT, key, at, CLAUSES)
    if new is None:
        assert parted == DRAFT
        return
    again = merged(parted, [key, new])
    _, before = DRAFT.placed(key)
    _, after = again.placed(key)
    assert after.text.replace("；", "") == before.text
    assert set(before.anchors) <= set(after.anchors)
    assert figures(again) == figures(DRAFT)
    assert keys(again) == keys(DRAFT)


@given(st.lists(steps(), max_size=10))
def test_whatever_is_left_can_be_saved_as_long_as_an_item_is(done: list[Step]) -> None:
    draft = DRAFT
    for step in done:
        draft = step(draft)
    policy = finished(draft)
    assert [item.key for item in policy.items()] == [item.key for item in draft.kept()]


@given(done=st.lists(steps(), max_size=8))
def test_a_draft_kept_is_the_same_again(tmp_path_factory: pytest.TempPathFactory, done: list[Step]) -> None:
    draft = DRAFT
    for step in done:
        draft = step(draft)
    path = tmp_path_factory.mktemp("kept") / "draft.json"
    path.write_text(kept_text(draft, "2025-06-30T12:00:00"), encoding="utf-8")
    assert kept_draft(path) == draft
    assert kept_head(path).items == len(list(draft.kept()))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"policy": "slug = 1"}', "{"])
def test_what_is_no_draft_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "draft.json"
    path.write_text(text, encoding="utf-8")
    for read in (kept_draft, kept_head):
        with pytest.raises(DraftDamagedError):
            read(path)


def test_figures_go_with_the_half_that_names_them() -> None:
    key = next(item.key for item in DRAFT.policy.items() if "12个" in item.text)
    at = DRAFT.placed(key)[1].text.index("培养")
    parted, new = split(DRAFT, key, at, CLAUSES)
    assert new is not None
    assert [str(one.value) for one in parted.figures_of(key)] == ["12"]
    assert [str(one.value) for one in parted.figures_of(new)] == ["30"]
    assert parted.placed(new)[1].anchors != parted.placed(key)[1].anchors


def test_a_split_at_an_end_is_none() -> None:
    item = DRAFT.policy.measures[1].items[0]
    assert split(DRAFT, item.key, 0)[1] is None
    assert split(DRAFT, item.key, len(item.text))[1] is None


def test_merging_takes_the_stronger_word_and_every_addressee() -> None:
    first, second = DRAFT.policy.measures[1].items[:2]
    draft = editing.amended(DRAFT, [first.key], partial(replace, addressee=Addressee.SCHOOL, modality=Modality.MAY))
    draft = editing.amended(draft, [second.key], partial(replace, addressee=Addressee.GOVERNMENT))
    whole = merged(draft, [second.key, first.key]).placed(first.key)[1]
    assert (whole.addressee, whole.modality) == (Addressee.SHARED, second.modality)
    assert whole.text == first.text + second.text


def test_a_dropped_item_is_merged_with_nothing() -> None:
    first, second = DRAFT.policy.measures[1].items[:2]
    draft = editing.dropped(DRAFT, [second.key])
    assert merged(draft, [first.key, second.key]) == draft


def test_an_item_moved_over_the_end_of_its_measure_gets_a_key_of_the_next() -> None:
    last = DRAFT.policy.measures[1].items[-1]
    draft, key = editing.moved(DRAFT, last.key, 1)
    target = draft.policy.measures[2]
    assert target.items[0].key == key
    assert key.startswith("2-")
    assert len(draft.figures_of(key)) == len(DRAFT.figures_of(last.key)) == 2
    back, again = editing.moved(draft, key, -1)
    assert back.policy.measures[1].items[-1].text == last.text
    assert again not in (last.key, key)


def test_the_first_item_of_all_cannot_move_up() -> None:
    first = keys(DRAFT)[0]
    assert editing.moved(DRAFT, first, -1) == (DRAFT, first)


def test_a_heading_a_text_without_words_changes_nothing() -> None:
    ref, key = DRAFT.policy.measures[0].ref, keys(DRAFT)[0]
    assert editing.heading_written(DRAFT, ref, " \n ") == DRAFT
    assert editing.reworded(DRAFT, key, "") == DRAFT


def test_what_is_pasted_over_several_lines_becomes_one() -> None:
    draft = editing.reworded(DRAFT, keys(DRAFT)[0], "学校配齐了\n专业教师\ud800")
    assert draft.placed(keys(DRAFT)[0])[1].text == "学校配齐了专业教师"


def test_a_figure_added_gets_a_letter_of_its_own() -> None:
    key = next(item.key for item in DRAFT.policy.items() if "12个" in item.text)
    like = DRAFT.figures_of(key)[0]
    draft, added = editing.figure_added(DRAFT, replace(like, name="另一项"))
    assert added not in DRAFT.spent
    assert [one.name for one in draft.figures_of(key)][-1] == "另一项"
    check(draft)


@pytest.mark.parametrize(
    ("head", "refusal"),
    [
        ({"title": " "}, TitleMissingError),
        ({"city": "待填"}, CityMissingError),
        ({"slug": "own-临江"}, SlugFormError),
        ({"slug": "linjiang"}, SlugFormError),
    ],
)
def test_a_head_that_says_too_little_is_refused(head: dict[str, str], refusal: type[Exception]) -> None:
    policy = replace(DRAFT.policy, **head)  # type: ignore[arg-type]
    with pytest.raises(refusal):
        finished(replace(DRAFT, policy=policy))


def test_a_draft_of_nothing_is_refused_and_an_empty_measure_left_out() -> None:
    with pytest.raises(NoItemsLeftError):
        finished(editing.dropped(DRAFT, keys(DRAFT)))
    measure = DRAFT.policy.measures[2]
    policy = finished(editing.dropped(DRAFT, [item.key for item in measure.items]))
    assert measure.ref not in [one.ref for one in policy.measures]


def test_own_words_are_told_from_the_documents() -> None:
    document = squeezed(TEXT)
    assert len(unwritten(DRAFT, lambda text: is_borrowed(text, document))) == len(keys(DRAFT))
    assert not is_borrowed("学校的专业课教师配足了没有", document)
    assert is_borrowed("学校的专业课教师配足了没有。支持学校新建实训楼。", document)
    assert is_borrowed("待改：学校的专业课教师配足了没有", "")
    assert not is_borrowed("学校的专业课教师配足了没有", "")

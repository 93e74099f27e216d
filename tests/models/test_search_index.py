"""Words are found wherever they stand, from one character on."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from models.folding import folded
from models.search_index import Said, SearchIndex

LETTERS = st.text(alphabet="双师型教师，。1Aaé😀𠮷 \n“”-%", max_size=12)


def texts(*some: str) -> list[Said]:
    return [Said("甲", "note", str(number), text) for number, text in enumerate(some)]


@given(st.lists(LETTERS, max_size=6), LETTERS)
def test_exactly_the_texts_that_have_every_word_are_found(written: list[str], query: str) -> None:
    index = SearchIndex(Path(":memory:"))
    index.put("甲", texts(*written), 1)
    words = folded(query).split()
    expected = {text for text in written if text and words and all(word in folded(text) for word in words)}
    assert {said.text for said in index.find(query)} == expected
    index.close()


@given(st.lists(st.lists(LETTERS, max_size=4), min_size=1, max_size=4))
def test_after_any_rewriting_the_index_is_as_if_it_was_laid_from_the_last(versions: list[list[str]]) -> None:
    index, fresh = SearchIndex(Path(":memory:")), SearchIndex(Path(":memory:"))
    for change, written in enumerate(versions):
        index.put("甲", texts(*written), change)
    fresh.put("甲", texts(*versions[-1]), len(versions))
    for query in "双师型1a😀，":
        assert sorted(index.find(query)) == sorted(fresh.find(query))
    assert index.seen("甲") == len(versions) - 1
    index.close()
    fresh.close()


def test_one_character_is_enough_and_the_newest_comes_first(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "search.db")
    index.put("甲", texts("新进教师", "老教师"), 1)
    assert [said.text for said in index.find("教")] == ["老教师", "新进教师"]
    assert [said.text for said in index.find("教", limit=1)] == ["老教师"]
    index.close()


def test_a_file_that_is_no_index_is_laid_anew(tmp_path: Path) -> None:
    path = tmp_path / "search.db"
    path.write_bytes("不是数据库".encode() * 400)
    index = SearchIndex(path)
    index.put("甲", texts("双师"), 1)
    assert index.find("双师")
    index.close()

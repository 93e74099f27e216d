"""The readable report of coverage: it says what the texts and checklists say, and when there are no texts."""

from pathlib import Path

import pytest

from checklists import library
from scripts import proof
from tests.checklists.clauses import SHARED

texts_are_here = pytest.mark.skipif(
    not (SHARED / "policies").is_dir(), reason=f"the official texts are not at {SHARED / 'policies'}"
)


@texts_are_here
def test_every_city_has_a_report_with_its_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert proof.main([]) == 0
    pages = capsys.readouterr().out.split("\n\n")
    for slug, page in zip(library.slugs(), pages, strict=True):
        policy = library.load(slug)
        assert policy.title in page
        assert f"{len(tuple(policy.items()))} 个" in page
        assert f"{len(tuple(policy.indicators()))} 项" in page
        assert all(f"“{one.anchor}”，{one.why}" in page for one in policy.idle_numerals)
        assert all(note.says in page for note in policy.notes)


@texts_are_here
def test_one_city_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert proof.main(["yiyang"]) == 0
    assert capsys.readouterr().out.count("══") == 1


def test_without_the_official_texts_one_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(proof, "SHARED", tmp_path)
    assert proof.main([]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert str(tmp_path) in said.err


def test_a_city_that_is_not_in_the_library_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert proof.main(["paris"]) == 2
    assert "paris" in capsys.readouterr().err

"""A checklist beside an official text: what was altered is told, all else is found."""

import codecs
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from checklists import clause_digests, library
from checklists.matching import Matching, Standing, match
from checklists.matching_json import content_of_match
from models.vocabulary import ItemKey
from scripts.write_digests import digests
from tests.builders import an_item
from tests.checklists.clauses import SHARED
from tests.checklists.official_documents import (
    ALLIANCES,
    CLAUSES,
    SAFETY,
    TEACHERS,
    a_document,
    its_policy,
    read,
    read_text,
)

SCHEMA = json.loads((Path(library.__file__).parent / "match.schema.json").read_text(encoding="utf-8"))
POLICIES = SHARED / "policies"

texts_are_here = pytest.mark.skipif(not POLICIES.is_dir(), reason=f"the official texts are not at {POLICIES}")
every_policy = pytest.mark.parametrize("slug", library.slugs())


def matched(text: str) -> Matching:
    return match(its_policy(), *read_text(text))


def standings(matching: Matching) -> dict[str, Standing]:
    return {one.measure.number: one.standing for one in matching.measures}


def anchors(matching: Matching) -> dict[str, Standing]:
    return {anchor.key: anchor.standing for anchor in matching.anchors()}


def written_into(line: str, old: str, new: str) -> str:
    """Altered text, which must be there to be altered."""
    assert old in line
    return line.replace(old, new)


@texts_are_here
@every_policy
def test_the_text_a_checklist_was_written_from_is_found_whole(slug: str) -> None:
    lines, text = read(POLICIES / f"{slug}.txt")
    matching = match(library.load(slug), lines, text)
    assert {one.measure.ref for one in matching.measures if one.standing is not Standing.FOUND} == set()
    assert [anchor for anchor in matching.anchors() if anchor.standing is not Standing.FOUND] == []
    assert matching.to_review == frozenset()
    jsonschema.validate(content_of_match(matching), SCHEMA)


@texts_are_here
@every_policy
def test_an_anchor_stands_where_its_spans_say(slug: str) -> None:
    lines, text = read(POLICIES / f"{slug}.txt")
    by_number = {line.number: line.text for line in lines}
    for anchor in match(library.load(slug), lines, text).anchors():
        shown = "".join(by_number[span.line][span.start : span.end] for span in anchor.spans)
        assert "".join(shown.split()) == "".join(anchor.anchor.split()), anchor.key


@texts_are_here
@every_policy
def test_one_letter_altered_in_the_official_text_is_noticed(slug: str, tmp_path: Path) -> None:
    policy, path = library.load(slug), POLICIES / f"{slug}.txt"
    lines, text = read(path)
    wanted = policy.measures[len(policy.measures) // 2]
    anchor = next(one for one in match(policy, lines, text).anchors() if one.item == wanted.items[0].key)
    span = anchor.spans[0]
    altered = path.read_text(encoding="utf-8-sig").splitlines()
    row = altered[span.line - 1]
    altered[span.line - 1] = row[: span.start] + "某" + row[span.start + 1 :]
    copy = tmp_path / "改过.txt"
    copy.write_text("\n".join(altered), encoding="utf-8")
    matching = match(policy, *read(copy))
    assert [one.measure.ref for one in matching.measures if one.standing is not Standing.FOUND] == [wanted.ref]
    assert matching.to_review == {item.key for item in wanted.items}


@texts_are_here
@every_policy
@pytest.mark.parametrize("code", ["gb18030", "utf-16"])
def test_another_encoding_is_the_same_text(slug: str, code: str, tmp_path: Path) -> None:
    copy = tmp_path / "另一种编码.txt"
    copy.write_bytes((POLICIES / f"{slug}.txt").read_text(encoding="utf-8-sig").encode(code))
    matching = match(library.load(slug), *read(copy))
    assert {one.standing for one in matching.measures} == {Standing.FOUND}


@texts_are_here
def test_the_digests_are_those_of_the_official_texts() -> None:
    written = clause_digests.TARGET.read_text(encoding="utf-8")
    assert written == digests(POLICIES), "run scripts/write_digests.py"


@every_policy
def test_every_measure_of_the_library_has_its_digest(slug: str) -> None:
    policy = library.load(slug)
    known = clause_digests.clause_digests(slug, policy.revision)
    assert list(known) == [measure.ref for measure in policy.measures]


def test_digests_are_of_one_revision_only() -> None:
    assert clause_digests.clause_digests("yiyang", 99) == {}
    assert clause_digests.clause_digests("somewhere", 1) == {}


def test_an_unaltered_document_is_found() -> None:
    matching = matched(a_document())
    assert set(standings(matching).values()) == {Standing.FOUND}
    assert set(anchors(matching).values()) == {Standing.FOUND}
    assert matching.to_review == frozenset()


def test_a_reworded_clause_is_changed_and_its_items_are_to_be_reviewed() -> None:
    reworded = written_into(TEACHERS, "面向行业聘请能工巧匠", "从企业引进技术骨干")
    matching = matched(a_document((ALLIANCES, reworded, SAFETY)))
    assert standings(matching) == {"1": Standing.FOUND, "2": Standing.CHANGED, "3": Standing.FOUND}
    assert anchors(matching)["2-1"] is Standing.CHANGED
    assert anchors(matching)["2-2"] is Standing.FOUND
    assert matching.to_review == {"2-1", "2-2"}


def test_a_dropped_clause_is_missing_and_the_next_one_is_known_under_its_new_number() -> None:
    matching = matched(a_document((ALLIANCES, "2." + SAFETY[2:])))
    assert standings(matching) == {"1": Standing.FOUND, "2": Standing.MISSING, "3": Standing.MOVED}
    assert anchors(matching)["2-1"] is Standing.MISSING
    assert anchors(matching)["3-1"] is Standing.FOUND
    assert matching.to_review == {"2-1", "2-2"}


def test_a_sentence_moved_to_another_clause_is_found_there() -> None:
    sentence = "教师每年下企业锻炼一个月。"
    moved = (written_into(ALLIANCES, "活动。", f"活动。{sentence}"), written_into(TEACHERS, sentence, ""), SAFETY)
    anchor = next(one for one in matched(a_document(moved)).anchors() if one.key == "2-2")
    assert (anchor.standing, anchor.clause) == (Standing.MOVED, "一/1")


def test_a_new_clause_is_told_as_one_that_no_measure_was_written_from() -> None:
    matching = matched(a_document((*CLAUSES, "4.开展技能竞赛。各校每年举办技能节一届。（责任单位：市教育局）")))
    assert "一/4" in {clause.ref for clause in matching.unmatched}
    assert matching.to_review == frozenset()


def test_an_anchor_broken_by_a_line_end_is_lit_on_both_lines() -> None:
    broken = written_into(SAFETY, "配齐防护用品", "配齐防\n护用品")
    anchor = next(one for one in matched(a_document((ALLIANCES, TEACHERS, broken))).anchors() if one.key == "3-1")
    assert [(span.end - span.start) for span in anchor.spans] == [3, 3]
    assert anchor.spans[1].line == anchor.spans[0].line + 1


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "gb18030", "utf-16-le", "utf-16"])
def test_the_encoding_of_a_copy_does_not_matter(code: str, tmp_path: Path) -> None:
    copy = tmp_path / "方案.txt"
    mark = codecs.BOM_UTF16_LE if code == "utf-16-le" else b""
    copy.write_bytes(mark + a_document().encode(code))
    assert set(standings(match(its_policy(), *read(copy))).values()) == {Standing.FOUND}


def test_a_word_file_is_the_same_text(tmp_path: Path) -> None:
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in a_document().splitlines())
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    copy = tmp_path / "方案.docx"
    with zipfile.ZipFile(copy, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Override PartName="/word/document.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{paragraphs}</w:body></w:document>")
    matching = match(its_policy(), *read(copy))
    assert set(standings(matching).values()) == {Standing.FOUND}
    assert set(anchors(matching).values()) == {Standing.FOUND}


def test_a_matching_is_written_as_its_schema_says() -> None:
    content = content_of_match(matched(a_document((ALLIANCES, SAFETY))))
    jsonschema.validate(content, SCHEMA)
    assert content["review"] == ["2-1", "2-2"]


def test_what_a_school_added_itself_is_never_missed_in_the_text() -> None:
    policy = its_policy()
    measure = policy.measures[1]
    added = replace(measure, items=(*measure.items, an_item("x2-1", anchors=())))
    policy = replace(policy, measures=(policy.measures[0], added, policy.measures[2]))
    lines, text = read_text(a_document((ALLIANCES, TEACHERS.replace("能工巧匠", "技术骨干"), SAFETY)))
    matching = match(policy, lines, text)
    assert matching.measures[1].standing_of(ItemKey("x2-1")) is Standing.FOUND
    assert matching.to_review == {"2-1", "2-2"}

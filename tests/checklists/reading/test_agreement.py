"""The five official texts as the reader reads them, held against the checklists written from them."""

import pytest

from checklists import library
from checklists.drafting.first_draft import draft_of
from checklists.reading.exchange import ReadDocument, packed, unpacked
from checklists.reading.folding import fold
from checklists.reading.problems import ProblemKind
from models.vocabulary import UnitRole
from tests.checklists.clauses import SHARED
from tests.checklists.reading.agreement import agreement, text_of

LEAST_FOUND, MOST_SURPLUS = 0.95, 0.10

# What the checklists leave out because it asks nothing: guiding thoughts, principles, a lead-in of slogans.
GUIDING = {
    "chaoyang": ["一/（一）", "一/（二）", "二/引"],
    "zibo-gaoxin": [],
    "yiyang": ["一"],
    "shangqiu": ["一", "二/（一）", "二/（二）", "二/（三）", "二/（四）"],
    "siping": ["一"],
}
# A heading of the checklist that the text does not print.
OURS = {("chaoyang", "一/（三）/引"): "主要目标"}

pytestmark = pytest.mark.skipif(
    not (SHARED / "policies").is_dir(), reason=f"the official texts are not at {SHARED / 'policies'}"
)
every_policy = pytest.mark.parametrize("slug", library.slugs())


@every_policy
def test_the_sections_are_those_of_the_checklist(slug: str) -> None:
    read = {section.ref: section.heading for section in text_of(slug).sections}
    assert {section.ref: read.get(section.ref) for section in library.load(slug).sections} == {
        section.ref: section.heading for section in library.load(slug).sections
    }


@every_policy
def test_the_clauses_are_those_of_the_checklist_and_the_guiding_ones(slug: str) -> None:
    measures = [measure.ref for measure in library.load(slug).measures]
    refs = [clause.ref for clause in text_of(slug).clauses]
    assert [ref for ref in refs if ref not in measures] == GUIDING[slug]
    assert [ref for ref in refs if ref in measures] == measures


@every_policy
def test_the_rule_for_leading_units_is_that_of_the_checklist(slug: str) -> None:
    assert text_of(slug).lead_rule is library.load(slug).lead_rule


@every_policy
def test_headings_and_numbers_are_those_of_the_checklist(slug: str) -> None:
    read = {clause.ref: (clause.number, clause.heading) for clause in text_of(slug).clauses}
    for measure in library.load(slug).measures:
        heading = OURS.get((slug, measure.ref), measure.heading)
        number, printed = read[measure.ref]
        assert (number, fold(printed)) == (measure.number, fold(heading))


@every_policy
def test_the_units_are_those_of_the_checklist_by_role_and_in_order(slug: str) -> None:
    read = {clause.ref: clause.units for clause in text_of(slug).clauses}
    for measure in library.load(slug).measures:
        for role in UnitRole:
            printed, ours = getattr(read[measure.ref], role.value), measure.units_as(role)
            assert list(map(fold, printed)) == list(map(fold, ours)), measure.ref


@every_policy
def test_nearly_all_figures_are_found_and_few_that_are_none(slug: str) -> None:
    agreed = agreement(slug)
    print(  # noqa: T201
        f"{slug}: {len(agreed.found)} of {len(agreed.found) + len(agreed.missed)} figures found ({agreed.recall:.1%}),"
        f" {len(agreed.none)} found that are none ({agreed.surplus:.1%});"
        f" missed: {[figure.anchor for figure in agreed.missed]}; none: {[figure.anchor for figure in agreed.none]}"
    )
    assert agreed.recall >= LEAST_FOUND
    assert agreed.surplus <= MOST_SURPLUS


@every_policy
def test_a_figure_that_is_found_compares_and_ends_as_the_checklist_says(slug: str) -> None:
    found = agreement(slug).found
    same = [wanted.comparator is read.comparator and wanted.deadline == read.deadline for wanted, read in found]
    assert sum(same) >= LEAST_FOUND * len(found)


@every_policy
def test_every_noise_that_a_reader_can_see_is_told(slug: str) -> None:
    told = {problem.kind for problem in text_of(slug).problems}
    wanted = {
        "chaoyang": {"glued_heading", "lost_dash", "missing_bracket", "broken_line"},
        "zibo-gaoxin": {"damaged_date", "lost_marking", "foreign_line", "missing_bracket"},
        "yiyang": {"wrong_number", "glued_digit", "unplaced_note"},
        "shangqiu": {"lost_number"},
        "siping": {"repeated_tail"},
    }
    assert told == {ProblemKind(kind) for kind in wanted[slug]}


@every_policy
def test_the_header_is_what_the_library_says(slug: str) -> None:
    header, policy = text_of(slug).header, library.load(slug)
    assert (header.plan_title or header.title) == policy.title
    assert (header.doc_number or "", header.issued_on, header.state) == (
        policy.doc_number,
        policy.issued_on,
        policy.state,
    )
    assert list(header.issuers) == ([policy.issuer] if policy.issuer else [])


def test_the_texts_say_whom_they_address() -> None:
    assert text_of("chaoyang").header.addressees == ("各县(市)区人民政府", "市政府各部门", "市直各单位")
    assert "四宝山街道" in text_of("zibo-gaoxin").header.addressees
    assert text_of("siping").header.addressees == ()


def test_the_glossary_is_the_notes_of_the_text() -> None:
    assert [term.term for term in text_of("yiyang").glossary] == [term.term for term in library.load("yiyang").glossary]


@every_policy
def test_a_draft_marks_the_leads_as_the_document_does(slug: str) -> None:
    document = unpacked(packed(ReadDocument(text_of(slug), (), "")))
    assert draft_of(document.text, "文件.txt").policy.lead_rule is library.load(slug).lead_rule

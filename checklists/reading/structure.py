"""Lines put into the structure of an official document: header, sections, clauses, units, figures, problems."""

import re
from collections.abc import Iterable, Iterator, Sequence

from checklists.reading.clauses import Draft, Found, clauses_of
from checklists.reading.document import ClauseUnits, OfficialText, TextClause
from checklists.reading.figures import figures_of
from checklists.reading.folding import fold
from checklists.reading.glossary import terms_of
from checklists.reading.header import header_of
from checklists.reading.lead_rules import lead_rule_of
from checklists.reading.lines import Line, Paragraph, text_of
from checklists.reading.mending import broken_numbers, mending_of
from checklists.reading.order import put_in_order
from checklists.reading.outline import outline_of
from checklists.reading.paragraphs import paragraphs_of
from checklists.reading.problems import Problem, ProblemKind
from checklists.reading.regions import Part, Regions, asks_for_comments, regions_of
from checklists.reading.standing_units import StandingUnits, standing_units_in
from checklists.reading.task_tables import take_tables
from checklists.reading.units import LeadRule, Units, names_in, rule_of, units_of

_TOLD = 20
_STANDS = re.compile(
    "^(?:发展|现有|工作|建设)?(?:基础|现状|背景|形势|回顾|概况)(?:[和与及].{2,8})?$|取得的?(?:主要|显著)?(?:成效|成绩|成就|进展)|现状$|^主要(?:成效|成绩|做法和?成效)|"
    "存在的?(?:主要)?问题|^面临的?(?:形势|挑战|机遇)"
)
NOTICE = "通知"  # the path of a notice's own clauses, where the plan it forwards has the plain ones


def structure_of(lines: Iterable[Line], *, skipped: Iterable[Problem] = ()) -> OfficialText:
    """Read a document's lines; `skipped` are the parts of the file its reader left out."""
    paragraphs, problems = paragraphs_of(lines)
    problems += skipped
    regions = regions_of(paragraphs)
    found = Found()
    before = _parts(regions, found, problems)
    after = [paragraph for part in regions.parts for paragraph in part.closing]
    problems += _unplaced(before, found)
    problems += broken_numbers(paragraphs)
    mending = mending_of(found.clauses, regions.notes, problems)
    rule = _rule(paragraphs, problems)
    clauses = _clauses(found.clauses, rule, standing_units_in(found.clauses))
    return OfficialText(
        header=header_of(before, after, problems),
        sections=tuple(found.sections),
        clauses=clauses,
        figures=tuple(figure for draft in _setting(found) for figure in figures_of(draft, mending)),
        glossary=terms_of(regions.notes, _own_paragraphs(found.clauses)),
        problems=tuple(sorted(problems, key=lambda problem: (problem.line, problem.kind))),
        lead_rule=lead_rule_of(rule.mark, clauses, problems),
    )


def _parts(regions: Regions, found: Found, problems: list[Problem]) -> list[Paragraph]:
    """Take in the document's parts; give what stands before the clauses of the main one."""
    main = _main(regions)
    before, is_before = list[Paragraph](), True
    for part in regions.parts:
        head = _part(part, "" if part is main else part.name or NOTICE, found, problems)
        before += head if is_before else []
        is_before = is_before and part is not main
    return before


def _setting(found: Found) -> Iterator[Draft]:
    """Go through the clauses that may set figures: none under a heading that tells how things stand."""
    past = tuple(f"{section.ref}/" for section in found.sections if _STANDS.search(section.heading))
    return (one for one in found.clauses if not one.ref.startswith(past) and not _STANDS.search(one.heading))


def _unplaced(before: Iterable[Paragraph], found: Found) -> Iterator[Problem]:
    """Tell the text of a document without any numbered clause."""
    if not found.clauses:
        for paragraph in before:
            if len(paragraph.text) >= _TOLD and paragraph.text.endswith("。"):
                yield Problem(paragraph.line, ProblemKind.UNNUMBERED_TEXT, paragraph.text[:_TOLD])


def _main(regions: Regions) -> Part:
    """Choose the part whose clauses are cited without its name: the one with most of them, an annex only if it must."""
    whole = [part for part in regions.parts if part.is_whole]
    return max(whole or regions.parts, key=lambda part: part.weight)


def _part(part: Part, prefix: str, found: Found, problems: list[Problem]) -> list[Paragraph]:
    if part.is_aside:
        problems.append(Problem(part.paragraphs[0].line, ProblemKind.SKIPPED_PART, f"{part.name}（{part.title}）"))
        return []
    if prefix == NOTICE and asks_for_comments(part.paragraphs):
        return part.paragraphs
    outline = outline_of(take_tables(part.paragraphs, prefix, found), problems)
    put_in_order(outline.roots, problems)
    clauses_of(outline.roots, prefix, found, problems)
    return outline.before


def _clauses(drafts: Sequence[Draft], rule: LeadRule, standing: StandingUnits | None) -> tuple[TextClause, ...]:
    known = [name for draft in drafts for note in draft.notes for name in names_in(note)]
    units = _units(drafts, rule, known, standing)
    return tuple(_clause(draft, of_one) for draft, of_one in zip(drafts, units, strict=True))


def _rule(paragraphs: Sequence[Paragraph], problems: list[Problem]) -> LeadRule:
    stated = next((one for one in paragraphs if "为牵头" in one.text or "为第一牵头" in one.text), None)
    if stated is None:
        return LeadRule()
    has_bold = any(one.bold for one in paragraphs)
    return rule_of(fold(stated.text), has_bold=has_bold, line=stated.line_at(len(stated.text)), problems=problems)


def _units(
    drafts: Sequence[Draft], rule: LeadRule, known: Sequence[str], standing: StandingUnits | None
) -> Iterator[Units]:
    """Read the units of each clause; those that stand for all join the ones after the clause that says so."""
    is_after = False
    for draft in drafts:
        units = units_of(draft.notes, rule, known)
        if standing is not None and is_after and draft.notes:
            units.add(standing.role, standing.names)
        is_after = is_after or (standing is not None and draft.ref == standing.after)
        yield units


def _clause(draft: Draft, units: Units) -> TextClause:
    return TextClause(
        ref=draft.ref,
        number=draft.number,
        heading=draft.heading,
        body=text_of(draft.paragraphs),
        line=draft.line,
        units=ClauseUnits(tuple(units.lead), tuple(units.participant), tuple(units.responsible)),
    )


def _own_paragraphs(drafts: Sequence[Draft]) -> list[Paragraph]:
    return [paragraph for draft in drafts for paragraph in draft.paragraphs]

"""An official document that was read, as a draft checklist for people to edit."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from checklists.canonical import digest_of
from checklists.drafting.codes import codes_of, number_in
from checklists.drafting.items import ClauseDraft, items_of, sentences_in
from checklists.drafting.refs import told_apart
from checklists.drafting.words import draft_word
from checklists.errors import NoClausesError
from checklists.own_names import OWN_SLUG
from checklists.policy import Measure, Policy, ResponsibleUnit, Section
from checklists.reading.document import ClauseUnits, Header, OfficialText, TextClause, TextFigure
from checklists.reading.folding import fold
from checklists.soundness import check_sound
from checklists.writing import text_of
from models.vocabulary import LeadRule, MeasureKind, PolicyState, UnitRole

_KINDS = (
    (MeasureKind.GOAL, re.compile(r"目标")),
    (MeasureKind.SAFEGUARD, re.compile(r"保障|组织实施|组织领导|工作要求")),
)
_PLACE = r"[\u4e00-\u9fff]{1,9}?(?:自治州|自治县|开发区|高新区|新区|地区|市|县|区|州|盟|旗)"
_CITY = re.compile(rf"(?:关于)?(?:印发|推动|推进|加快|促进)?(?P<place>{_PLACE})")
_PERIOD = re.compile(r"\((20\d\d)\s*年?-+(20\d\d)\s*年?\)")
_LONGEST_HEADING = 20
_LATIN = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft checklist, with what its readers must know of the whole and of single measures by ref."""

    policy: Policy
    remarks: tuple[str, ...]
    on_measures: Mapping[str, tuple[str, ...]]

    def text(self) -> str:
        """Write it down as a policy's TOML file."""
        return text_of(self.policy, self.remarks, self.on_measures)


def draft_of(text: OfficialText, source: str) -> Draft:
    """Draft a checklist, one measure for each clause; `source` names its file; raises NoClausesError."""
    if not text.clauses:
        raise NoClausesError(source)
    text = told_apart(text)
    codes = codes_of(text.clauses)
    drafts = {clause.ref: items_of(clause, _figures(text, clause), codes[clause.ref]) for clause in text.clauses}
    sections = {clause.ref: _section(text, clause) for clause in text.clauses}
    measures = tuple(
        _measure(clause, sections[clause.ref], drafts[clause.ref], number_in(codes[clause.ref]))
        for clause in text.clauses
    )
    policy = _policy(text, tuple({one.ref: one for one in sections.values()}.values()), measures, source)
    check_sound(policy, None)
    left = {ref: tuple(map(_left, draft.left)) for ref, draft in drafts.items() if draft.left}
    return Draft(replace(policy, digest=digest_of(policy)), tuple(_remarks(text, policy, source)), left)


def _figures(text: OfficialText, clause: TextClause) -> Iterator[TextFigure]:
    return (figure for figure in text.figures if figure.clause == clause.ref)


def _section(text: OfficialText, clause: TextClause) -> Section:
    """Find the innermost section a clause stands in, or let it be its own."""
    headings = {section.ref: section.heading for section in text.sections}
    above = [ref for ref in _path(clause.ref) if ref in headings]
    ref = above[0] if above else clause.ref
    heading = headings.get(ref) or clause.heading or ref
    kinds = (kind for one in [heading, *(headings[one] for one in above[1:])] for kind in _kinds(one))
    return Section(ref, heading, next(kinds, MeasureKind.TASK))


def _path(ref: str) -> Iterator[str]:
    """Go from a ref outwards: 三/（一）/1, 三/（一）, 三."""
    while ref:
        yield ref
        ref = ref.rpartition("/")[0]


def _kinds(heading: str) -> Iterator[MeasureKind]:
    return (kind for kind, form in _KINDS if form.search(heading))


def _measure(clause: TextClause, section: Section, draft: ClauseDraft, number: str) -> Measure:
    return Measure(
        ref=clause.ref,
        number=number,
        section=section.ref,
        heading=clause.heading or next(iter(sentences_in(clause.body)), clause.ref)[:_LONGEST_HEADING],
        kind=section.kind,
        units=tuple(_units(clause.units)),
        items=draft.items,
        indicators=draft.indicators,
    )


def _units(units: ClauseUnits) -> Iterator[ResponsibleUnit]:
    by_role = {
        UnitRole.LEAD: units.lead,
        UnitRole.PARTICIPANT: units.participant,
        UnitRole.RESPONSIBLE: units.responsible,
    }
    return (
        ResponsibleUnit(name, role) for role, names in by_role.items() for name in dict.fromkeys(names) if name.strip()
    )


def _policy(text: OfficialText, sections: tuple[Section, ...], measures: tuple[Measure, ...], source: str) -> Policy:
    header = text.header
    title = header.plan_title or header.title or source
    terms = {term.term: term for term in text.glossary if term.term.strip() and term.meaning.strip()}
    period = _PERIOD.search(fold(title))
    return Policy(
        slug=_slug(source, title),
        city=_city(header) or draft_word("unknown_city"),
        title=title,
        doc_number=header.doc_number or "",
        issuer="、".join(header.issuers),
        issued_on=header.issued_on,
        state=header.state or PolicyState.WORK_PLAN,
        period=f"{period[1]}-{period[2]}" if period else "",
        lead_rule=_lead_rule(text, measures),
        revision=1,
        digest="",
        sections=sections,
        measures=measures,
        glossary=tuple(terms.values()),
        notes=(),
        idle_numerals=(),
    )


def _slug(source: str, title: str) -> str:
    """Name a policy after its file where that is Latin, else after its title's fingerprint."""
    stem = source.rpartition(".")[0].lower().replace("_", "-").removeprefix(OWN_SLUG)
    return OWN_SLUG + (stem if _LATIN.fullmatch(stem) else f"p{sha256(title.encode()).hexdigest()[:8]}")


def _city(header: Header) -> str:
    """Find the place whose document it is, as its title or its issuer begins with it."""
    titles = (header.plan_title, header.title, *header.issuers)
    found = (_CITY.match(title) for title in titles if title)
    return next((one["place"] for one in found if one), "")


def _lead_rule(text: OfficialText, measures: Sequence[Measure]) -> LeadRule:
    return text.lead_rule if any(measure.units for measure in measures) else LeadRule.NO_UNITS


def _remarks(text: OfficialText, policy: Policy, source: str) -> Iterator[str]:
    yield draft_word("origin", name=source)
    yield draft_word("reword")
    yield draft_word("guessed")
    if not _city(text.header):
        yield draft_word("city")
    if text.header.state is None:
        yield draft_word("state")
    if policy.lead_rule in (LeadRule.MARKED, LeadRule.FIRST_LISTED):
        yield draft_word("marked")
    for problem in text.problems:
        yield draft_word("problem", line=problem.line, says=problem.says)


def _left(figure: TextFigure) -> str:
    return draft_word("left_figure", line=figure.line, anchor=figure.anchor)

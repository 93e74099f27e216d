"""The self-assessment report: what it says, taken from one assessment as it stands."""

from datetime import datetime

from reports.content import figures, prose, shortfalls, tables
from reports.content.base_data import fact_lines, ratio_note
from reports.content.conclusion import conclusion
from reports.content.parts import Cover, SelfAssessment, Signatures
from reports.wording import say, words
from resources import word
from services.checklist import Checklist
from services.dossiers import Dossier
from services.scoring import score


def build_self_assessment(dossier: Dossier, printed_at: datetime) -> SelfAssessment:
    """Compose the report; the same dossier and moment give the same values."""
    checklist = dossier.checklist
    today = printed_at.date()
    return SelfAssessment(
        title=(checklist.school.name, say("report.body_title")),
        subtitle=say("report.year", year=checklist.year),
        mark=say("report.unfinished", moment=f"{printed_at:%Y-%m-%d %H:%M}"),
        basis_date=say("label.basis_date", day=today.isoformat()),
        printed_at=printed_at,
        subject=checklist.policy.title,
        cover=_cover(checklist, printed_at),
        basics=prose.basics(checklist),
        facts=fact_lines(checklist.facts),
        ratio_note=ratio_note(checklist.facts),
        work=prose.work(checklist, today),
        duties=tables.duty_lines(checklist),
        conclusion=conclusion(checklist),
        scores=tables.scores(checklist),
        clauses=tables.clause_sections(checklist),
        figures=tables.figure_groups(checklist),
        achievements=prose.achievements(checklist),
        problems=shortfalls.problems(checklist, today),
        not_applicable=shortfalls.not_applicable(checklist),
        evidence=tables.evidence_groups(checklist),
        signatures=_signatures(checklist, printed_at),
        table_numbers=tables.table_numbers(checklist),
        figure_note=tables.figure_note(checklist),
    )


def _cover(checklist: Checklist, printed_at: datetime) -> Cover:
    school = checklist.school
    form = (
        (say("label.school_name"), school.name + say("label.seal")),
        (say("label.school_type"), word(school.ownership) + word(school.type)),
        (say("label.authority"), ""),
        (say("label.principal"), ""),
        (say("label.filled_on"), figures.day_in_text(printed_at.date())),
    )
    year = say("report.year", year=checklist.year)
    edition = say("report.unfinished", moment=f"{printed_at:%Y-%m-%d %H:%M}")
    policy = figures.with_year_range(checklist.policy.title)
    return Cover(policy, say("report.title"), year, form, edition, say("report.fingerprint_later"))


def _signatures(checklist: Checklist, printed_at: datetime) -> Signatures:
    counted = score(checklist.items())
    evidence = {row.id for item in checklist.binding_items() for row in item.evidence}
    items = say("signatures.items_count", all=counted.must_answer, applicable=counted.applicable)
    policy = f"{checklist.policy.city}，{word(checklist.policy.state)}"
    return Signatures(
        statement=say("signatures.statement"),
        roles=words("signatures.roles"),
        school=checklist.school.name,
        date=figures.day_in_text(printed_at.date()),
        edition=(
            (say("signatures.edition"), say("report.unfinished_short") + f"（{printed_at:%Y-%m-%d %H:%M}）"),
            (say("signatures.items"), items),
            (say("signatures.policy"), policy),
            (say("signatures.evidence"), say("evidence.count", count=len(evidence))),
        ),
        fingerprint=(say("signatures.fingerprint"), say("report.fingerprint_later")),
    )

"""The self-assessment report: what it says, taken from one assessment as it stands."""

from datetime import datetime

from models.vocabulary import Annex, PassageName
from reports.content import figures, shortfalls, tables
from reports.content.base_data import fact_lines, ratio_lines
from reports.content.conclusion import conclusion
from reports.content.edition import (
    cover_marks,
    day_of_signing,
    edition_line,
    foot_mark,
    signing_note,
    signings,
    whole_fingerprint,
)
from reports.content.ledger import build_ledger
from reports.content.parts import Cover, SelfAssessment, Signatures
from reports.content.passages import passages
from reports.content.photos import PhotoLine, photo_lines
from reports.content.year_moves import year_moves
from reports.page_counts import page_counts
from reports.wording import say
from resources import word
from services.dossiers import Dossier
from services.scoring import score


def build_self_assessment(dossier: Dossier, printed_at: datetime) -> SelfAssessment:
    """Compose the report; the same dossier and moment give the same values."""
    checklist = dossier.checklist
    today = printed_at.date()
    written = passages(dossier, today)
    photos, years = photo_lines(dossier), year_moves(dossier)
    return SelfAssessment(
        title=(checklist.school.name, say("report.body_title")),
        subtitle=say("report.year", year=checklist.year),
        mark=foot_mark(dossier.edition, printed_at),
        basis_date=say("label.basis_date", day=today.isoformat()),
        printed_at=printed_at,
        subject=checklist.policy.title,
        cover=_cover(dossier, printed_at),
        basics=written[PassageName.BASICS],
        facts=fact_lines(checklist.facts),
        ratios=ratio_lines(checklist.facts),
        work=written[PassageName.WORK],
        duties=tables.duty_lines(checklist),
        conclusion=conclusion(checklist, years),
        scores=tables.scores(checklist),
        themes=tables.theme_scores(checklist),
        clauses=tables.clause_sections(checklist),
        figures=tables.figure_groups(checklist),
        achievements=written[PassageName.ACHIEVEMENTS],
        problems=shortfalls.problems(dossier, today, written[PassageName.PROBLEMS], written[PassageName.OUTLOOK]),
        not_applicable=shortfalls.not_applicable(checklist),
        annexes=_annexes(dossier, photos),
        ledger=build_ledger(dossier.findings, checklist.school.name, today),
        evidence=tables.evidence_groups(checklist, page_counts(dossier)),
        photos=photos,
        signatures=_signatures(dossier, printed_at),
        table_numbers=tables.table_numbers(checklist),
        figure_note=tables.figure_note(checklist),
        years=years,
    )


def _annexes(dossier: Dossier, photos: tuple[PhotoLine, ...]) -> tuple[Annex, ...]:
    """Say which annexes are bound: those wanted that have something to show, the list of evidence always."""
    has = {Annex.LEDGER: bool(dossier.findings), Annex.EVIDENCE: True, Annex.PHOTOS: bool(photos)}
    return tuple(annex for annex in Annex if annex in dossier.settings.annexes and has[annex])


def _cover(dossier: Dossier, printed_at: datetime) -> Cover:
    checklist, settings = dossier.checklist, dossier.settings
    school = checklist.school
    form = (
        (say("label.school_name"), school.name + say("label.seal")),
        (say("label.school_type"), word(school.ownership) + word(school.type)),
        (say("label.authority"), settings.authority),
        (say("label.principal"), settings.principal),
        (say("label.filled_on"), figures.day_in_text(printed_at.date())),
    )
    year = say("report.year", year=checklist.year)
    policy = figures.with_year_range(checklist.policy.title)
    return Cover(policy, say("report.title"), year, form, *cover_marks(dossier.edition, printed_at))


def _signatures(dossier: Dossier, printed_at: datetime) -> Signatures:
    checklist, edition = dossier.checklist, dossier.edition
    counted = score(checklist.items())
    evidence = {row.id for item in checklist.binding_items() for row in item.evidence}
    items = say("signatures.items_count", all=counted.must_answer, applicable=counted.applicable)
    policy = f"{checklist.policy.city}，{word(checklist.policy.state)}"
    return Signatures(
        statement=say("signatures.statement"),
        signings=signings(edition),
        school=checklist.school.name,
        date=figures.day_in_text(day_of_signing(edition, printed_at.date())),
        edition=(
            (say("signatures.edition"), edition_line(edition, printed_at)),
            (say("signatures.items"), items),
            (say("signatures.policy"), policy),
            (say("signatures.evidence"), say("evidence.count", count=len(evidence))),
        ),
        fingerprint=(say("signatures.fingerprint"), whole_fingerprint(edition)),
        note=signing_note(edition),
    )

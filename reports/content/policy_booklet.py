"""A policy's checklist as a booklet (政策清单): every item with whose duty it is, and its figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from checklists.policy import ResponsibleUnit
from models.vocabulary import Binding, UnitRole
from reports.content import figures
from reports.content.imprint import Imprint, library_imprint
from reports.content.own_counts import own_counts
from reports.content.parts import Cover
from reports.content.tables import section_title
from reports.wording import say
from resources import word
from services.checklist import Checklist, ItemRow, MeasureRow, SectionRow
from services.dossiers import Dossier


@dataclass(frozen=True, slots=True)
class DutyItem:
    """One check item; `is_ours` marks those that bind the school in hand."""

    key: str
    text: str
    asked: str
    figures: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class DutyClause:
    """A clause with the units that the policy names for it."""

    number: str
    heading: str
    count: str
    units: str
    items: tuple[DutyItem, ...]


@dataclass(frozen=True, slots=True)
class DutySection:
    """A section of the policy."""

    title: str
    clauses: tuple[DutyClause, ...]


@dataclass(frozen=True, slots=True)
class PolicyBooklet:
    """The whole checklist."""

    imprint: Imprint
    cover: Cover
    title: str
    about: str
    legend: str
    sections: tuple[DutySection, ...]


def build_policy_booklet(dossier: Dossier, made_at: datetime) -> PolicyBooklet:
    """Compose the booklet of an assessment's policy; the same dossier and moment give the same values."""
    checklist = dossier.checklist
    imprint = library_imprint(say("policy_paper.title"), dossier, made_at)
    title = figures.with_year_range(checklist.policy.title)
    own = own_counts(checklist)
    counts = {
        "measures": len(list(checklist.measures())) - own.measures,
        "items": len(list(checklist.items())) - own.items,
        "figures": sum(len(item.indicators) for item in checklist.items()) - own.indicators,
        "own": say("policy_paper.own", count=own.items) if own.items else "",
    }
    ours = sum(item.is_binding for item in checklist.items())
    return PolicyBooklet(
        imprint=imprint,
        cover=_cover(checklist, imprint, title),
        title=title,
        about=say("policy_paper.about", **counts),
        legend=say("policy_paper.legend", school=checklist.school.name, count=ours),
        sections=tuple(section for section in map(_section, checklist.sections) if section.clauses),
    )


def _cover(checklist: Checklist, imprint: Imprint, title: str) -> Cover:
    policy, dash = checklist.policy, say("label.dash")
    form = (
        (say("policy_paper.city"), policy.city),
        (say("policy_paper.number"), policy.doc_number or dash),
        (say("policy_paper.issued_on"), figures.day_in_text(policy.issued_on) if policy.issued_on else dash),
        (say("policy_paper.state"), word(policy.state)),
        (say("policy_paper.school"), checklist.school.name),
    )
    revision = say("policy_paper.revision", number=policy.revision)
    return Cover(title, imprint.title, say("report.year", year=checklist.year), form, revision, imprint.mark)


def _section(section: SectionRow) -> DutySection:
    return DutySection(section_title(section), tuple(map(_clause, section.measures)))


def _clause(measure: MeasureRow) -> DutyClause:
    return DutyClause(
        number=measure.number,
        heading=measure.heading,
        count=say("policy_paper.count", count=len(measure.items)),
        units="；".join(_units(measure.units)),
        items=tuple(map(_item, measure.items)),
    )


def _units(units: tuple[ResponsibleUnit, ...]) -> Iterator[str]:
    for role in UnitRole:
        names = [unit.name for unit in units if unit.role is role]
        if names:
            yield say("policy_paper.units", role=word(role), names="、".join(names))


def _item(row: ItemRow) -> DutyItem:
    return DutyItem(
        key=row.label,
        text=row.item.text,
        asked="\n".join(_asked(row)),
        figures="\n".join(_figures(row)) or say("label.dash"),
        is_ours=row.is_binding,
    )


def _asked(row: ItemRow) -> Iterator[str]:
    """Say whose duty it is and how strongly; why it is not ours where the addressee does not say so already."""
    yield word(row.item.addressee)
    yield word(row.item.modality)
    if row.binding in (Binding.OTHER_TYPE, Binding.NOT_NAMED):
        yield word(row.binding)


def _figures(row: ItemRow) -> Iterator[str]:
    for figure in row.indicators:
        amount = figures.target(figure.indicator)
        if amount is None:
            yield say("policy_paper.silent", name=figure.indicator.name)
        else:
            yield say("policy_paper.figure", name=figure.indicator.name, target=amount.text)

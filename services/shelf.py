"""A policy revision laid into the store's tables, and built from them again."""

import json
from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, TypeVar

from checklists.policy import (
    AppliesTo,
    CheckItem,
    IdleNumeral,
    Indicator,
    Measure,
    Noise,
    Policy,
    RatioOf,
    ResponsibleUnit,
    Section,
    Term,
)
from models import compiled
from models.asking import Command
from models.lines import IndicatorLine, ItemLine, MeasureLine, PolicyLine, SectionLine, UnitLine
from models.vocabulary import (
    Addressee,
    CheckMethod,
    Comparator,
    IndicatorKey,
    ItemKey,
    LeadRule,
    Level,
    MeasureKind,
    Modality,
    PolicyId,
    PolicyState,
    SchoolType,
    Scope,
    UnitRole,
)
from models.work import Value, Work
from services.rows import day, figure

L = TypeVar("L", bound=NamedTuple)


def lay(work: Work, policy: Policy, shelved_at: str) -> PolicyId:
    """Write a revision down, never touching another one."""
    policy_id = work.do(compiled.ADD_POLICY, **_head(policy), shelved_at=shelved_at)
    for command, lines in _content(policy).items():
        rows = ({**line, "policy_id": policy_id, "position": place} for place, line in enumerate(lines))
        work.do_each(command, rows)
    return PolicyId(policy_id)


def _head(policy: Policy) -> dict[str, Value]:
    return {
        "slug": policy.slug,
        "revision": policy.revision,
        "digest": policy.digest,
        "city": policy.city,
        "title": policy.title,
        "doc_number": policy.doc_number,
        "issuer": policy.issuer,
        "issued_on": policy.issued_on.isoformat() if policy.issued_on else None,
        "state": policy.state.value,
        "period": policy.period,
        "lead_rule": policy.lead_rule.value,
        "measures": len(policy.measures),
        "items": sum(1 for _ in policy.items()),
        "indicators": sum(1 for _ in policy.indicators()),
    }


def _content(policy: Policy) -> dict[Command, list[Mapping[str, Value]]]:
    return {
        compiled.ADD_SECTION: [{"ref": s.ref, "heading": s.heading, "kind": s.kind.value} for s in policy.sections],
        compiled.ADD_MEASURE: [_measure(measure) for measure in policy.measures],
        compiled.ADD_UNIT: [_unit(measure, unit) for measure in policy.measures for unit in measure.units],
        compiled.ADD_ITEM: [_item(measure, item) for measure in policy.measures for item in measure.items],
        compiled.ADD_INDICATOR: [_figure(measure, one) for measure in policy.measures for one in measure.indicators],
        compiled.ADD_TERM: [{"term": term.term, "meaning": term.meaning} for term in policy.glossary],
        compiled.ADD_NOISE: [{"ref": one.ref, "anchor": one.anchor, "says": one.says} for one in policy.notes],
        compiled.ADD_IDLE_NUMERAL: [
            {"ref": one.ref, "anchor": one.anchor, "why": one.why} for one in policy.idle_numerals
        ],
    }


def _measure(measure: Measure) -> Mapping[str, Value]:
    return {
        "ref": measure.ref,
        "number": measure.number,
        "section": measure.section,
        "heading": measure.heading,
        "kind": measure.kind.value,
    }


def _unit(measure: Measure, unit: ResponsibleUnit) -> Mapping[str, Value]:
    return {"measure": measure.ref, "name": unit.name, "role": unit.role.value}


def _item(measure: Measure, item: CheckItem) -> Mapping[str, Value]:
    return {
        "key": item.key,
        "measure": measure.ref,
        "text": item.text,
        "addressee": item.addressee.value,
        "modality": item.modality.value,
        "types": _listed(item.applies_to.types),
        "named": _listed(item.applies_to.named),
        "method": _listed(item.method),
        "how": item.how,
        "evidence": _listed(item.evidence),
        "anchors": _listed(item.anchors),
        "deadline": item.deadline,
        "theme": item.theme,
    }


def _figure(measure: Measure, one: Indicator) -> Mapping[str, Value]:
    ratio = one.ratio or RatioOf("", "", "")
    return {
        "key": one.key,
        "item": one.item,
        "measure": measure.ref,
        "name": one.name,
        "comparator": one.comparator.value,
        "value": None if one.value is None else str(one.value),
        "max": None if one.max is None else str(one.max),
        "unit": one.unit,
        "deadline": one.deadline,
        "frequency": one.frequency,
        "level": one.level.value,
        "scope": one.scope.value,
        "anchor": one.anchor,
        "note": one.note,
        "ratio_part": ratio.part,
        "ratio_whole": ratio.whole,
        "ratio_unit": ratio.unit,
    }


def _listed(words: Iterable[str]) -> str:
    return json.dumps(list(words), ensure_ascii=False)


def take(work: Work, line: PolicyLine) -> Policy:
    """Build a revision from the tables."""
    units = _by_measure(work.all(compiled.UNITS, policy_id=line.id))
    items = _by_measure(work.all(compiled.ITEMS, policy_id=line.id))
    figures = _by_measure(work.all(compiled.INDICATORS, policy_id=line.id))
    return Policy(
        slug=line.slug,
        city=line.city,
        title=line.title,
        doc_number=line.doc_number,
        issuer=line.issuer,
        issued_on=day(line.issued_on),
        state=PolicyState(line.state),
        period=line.period,
        lead_rule=LeadRule(line.lead_rule),
        revision=line.revision,
        digest=line.digest,
        sections=tuple(map(_section_of, work.all(compiled.SECTIONS, policy_id=line.id))),
        measures=tuple(
            _measure_of(one, units.get(one.ref, []), items.get(one.ref, []), figures.get(one.ref, []))
            for one in work.all(compiled.MEASURES, policy_id=line.id)
        ),
        glossary=tuple(Term(*one) for one in work.all(compiled.TERMS, policy_id=line.id)),
        notes=tuple(Noise(*one) for one in work.all(compiled.NOISES, policy_id=line.id)),
        idle_numerals=tuple(IdleNumeral(*one) for one in work.all(compiled.IDLE_NUMERALS, policy_id=line.id)),
    )


def _by_measure(lines: list[L]) -> dict[str, list[L]]:
    """Sort lines, which stand in the order of the document, under their measures."""
    return {ref: list(ones) for ref, ones in groupby(lines, attrgetter("measure"))}


def _section_of(line: SectionLine) -> Section:
    return Section(line.ref, line.heading, MeasureKind(line.kind))


def _measure_of(
    line: MeasureLine, units: list[UnitLine], items: list[ItemLine], figures: list[IndicatorLine]
) -> Measure:
    return Measure(
        ref=line.ref,
        number=line.number,
        section=line.section,
        heading=line.heading,
        kind=MeasureKind(line.kind),
        units=tuple(ResponsibleUnit(unit.name, UnitRole(unit.role)) for unit in units),
        items=tuple(map(_item_of, items)),
        indicators=tuple(map(_figure_of, figures)),
    )


def _item_of(line: ItemLine) -> CheckItem:
    return CheckItem(
        key=ItemKey(line.key),
        text=line.text,
        addressee=Addressee(line.addressee),
        modality=Modality(line.modality),
        applies_to=AppliesTo(tuple(map(SchoolType, json.loads(line.types))), tuple(json.loads(line.named))),
        method=tuple(map(CheckMethod, json.loads(line.method))),
        how=line.how,
        evidence=tuple(json.loads(line.evidence)),
        anchors=tuple(json.loads(line.anchors)),
        deadline=line.deadline,
        theme=line.theme,
    )


def _figure_of(line: IndicatorLine) -> Indicator:
    return Indicator(
        key=IndicatorKey(line.key),
        item=ItemKey(line.item),
        name=line.name,
        comparator=Comparator(line.comparator),
        value=figure(line.value),
        max=figure(line.max),
        unit=line.unit,
        deadline=line.deadline,
        frequency=line.frequency,
        level=Level(line.level),
        scope=Scope(line.scope),
        anchor=line.anchor,
        note=line.note,
        ratio=RatioOf(line.ratio_part, line.ratio_whole, line.ratio_unit) if line.ratio_part else None,
    )

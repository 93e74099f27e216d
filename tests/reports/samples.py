"""Checklists for the tests of the papers: a real policy filled in, and small ones made to measure."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import resources
from checklists.files import read_policy
from checklists.policy import AppliesTo, CheckItem, Indicator, Policy, RatioOf
from models.vocabulary import (
    Addressee,
    AssessmentId,
    Binding,
    CheckMethod,
    Comparator,
    EvidenceId,
    EvidenceKind,
    IndicatorKey,
    ItemKey,
    LeadRule,
    Level,
    MeasureKind,
    Modality,
    Ownership,
    PolicyState,
    SchoolId,
    SchoolType,
    Scope,
    Status,
)
from services.checklist import Answer, Checklist, EvidenceRow, Fact, IndicatorRow, ItemRow, MeasureRow, SectionRow
from services.judging import Reading, judge
from services.listed import PolicyRow, SchoolRow

AT = datetime(2025, 11, 14, 16, 20, tzinfo=timezone(timedelta(hours=8)))
TODAY = AT.date()

_STATUSES = (
    *(Status.MET,) * 5,
    Status.PARTLY_MET,
    Status.MET,
    Status.NOT_MET,
    Status.MET,
    Status.NOT_APPLICABLE,
    Status.PARTLY_MET,
    Status.UNANSWERED,
)
_NOTES = (
    "2022年11月通过市级达标验收；2025年9月按事业统计年报复核，14项标准全部达到。",
    "逐专业对照自查，8个专业的师资、实训和课程条件均已达标，报告已备案。",
    "2025年计划招生900人，实际报到838人，完成93.1%；差额集中在茶叶、农机两个专业。",
    "与27家企业签订基地协议，覆盖全部8个专业，岗位1120个；年内新增基地5家。",
    "校务会议2025年2月印发培训计划，培训工作在科室考核中占15分。",
)
_DEPARTMENTS = ("办公室", "教务处", "培训处", "校企合作处", "人事处", "总务处")


def a_filled_checklist(slug: str = "yiyang") -> Checklist:
    """Fill in a policy of the library as a school would."""
    policy = read_policy(resources.resource("..", "checklists", "library", f"{slug}.toml").resolve())
    sections = tuple(
        SectionRow(
            section.ref,
            section.heading,
            section.kind,
            tuple(_measure(policy, number) for number, m in enumerate(policy.measures) if m.section == section.ref),
        )
        for section in policy.sections
    )
    header = PolicyRow(
        policy.slug,
        policy.city,
        policy.title,
        policy.doc_number,
        policy.issued_on,
        policy.state,
        policy.lead_rule,
        policy.revision,
        len(policy.measures),
        len(list(policy.items())),
        len(list(policy.indicators())),
    )
    return replace(a_checklist(), policy=header, sections=sections, facts=_facts())


def a_checklist(items: Iterable[ItemRow] = (), *, school: str = "示例职业中等专业学校") -> Checklist:
    """Make an assessment of one section and one clause with these items."""
    rows = tuple(items)
    measure = MeasureRow("三/（二）/7", "7", "构建职业技能培训体系", MeasureKind.TASK, (), rows)
    section = SectionRow("三/（二）", "完善现代职业教育体系", MeasureKind.TASK, (measure,))
    policy = PolicyRow(
        "sample",
        "示例市",
        "示例市职业教育高质量发展实施方案",
        "",
        None,
        PolicyState.DRAFT,
        LeadRule.NO_UNITS,
        1,
        1,
        len(rows),
        0,
    )
    return Checklist(
        AssessmentId(1),
        SchoolRow(SchoolId(1), school, SchoolType.SECONDARY, Ownership.PUBLIC, "示例市示例区"),
        (),
        policy,
        2025,
        (section,),
        date(2025, 9, 1),
    )


def an_item(key: str = "7-1", text: str = "年培训人次达到在校生规模的2倍以上", **answer: Any) -> ItemRow:
    """Make an item that binds the school; keywords fill its answer."""
    item = CheckItem(
        ItemKey(key),
        text,
        Addressee.SCHOOL,
        Modality.MUST,
        AppliesTo(),
        (CheckMethod.READ,),
        "",
        (),
        (),
        "",
        "programmes",
    )
    return ItemRow(item, Binding.BINDS, Answer(**{"status": Status.MET, **answer}), (), (), None, "")


def a_figure(
    item: str = "7-1", value: str | None = "2", part: str = "4386", whole: str = "2460", **changes: Any
) -> IndicatorRow:
    """Make an indicator with a reading, judged as of the tests' day."""
    indicator = Indicator(
        IndicatorKey(f"{item}-a"),
        ItemKey(item),
        "年培训人次与在校生之比",
        Comparator.AT_LEAST,
        None if value is None else Decimal(value),
        None,
        "倍",
        "",
        "每年",
        Level.SCHOOL,
        Scope.EACH_SCHOOL,
        "2倍",
        "",
        RatioOf("年培训人次", "在校生", "人"),
    )
    indicator = replace(indicator, **changes)
    reading = Reading(part=Decimal(part), whole=Decimal(whole))
    return IndicatorRow(indicator, reading, judge(indicator, reading, TODAY))


def an_evidence(item: str, number: int, name: str = "", kind: EvidenceKind = EvidenceKind.FILE) -> EvidenceRow:
    """Make a piece of evidence."""
    return EvidenceRow(
        EvidenceId(number),
        ItemKey(item),
        f"{item}-{number:02}",
        kind,
        name or f"示例材料之{number}",
        "application/pdf",
        "0" * 64,
        1024,
        date(2025, 9, 12),
        datetime(2025, 9, 12, 8, tzinfo=UTC),
        "示例",
    )


def _measure(policy: Policy, place: int) -> MeasureRow:
    measure = policy.measures[place]
    items = tuple(_item(policy, item, place * 3 + n) for n, item in enumerate(measure.items))
    return MeasureRow(measure.ref, measure.number, measure.heading, measure.kind, measure.units, items)


def _item(policy: Policy, item: CheckItem, place: int) -> ItemRow:
    binding = Binding.OTHER_ADDRESSEE if item.addressee is Addressee.GOVERNMENT else Binding.BINDS
    if binding is not Binding.BINDS:
        return ItemRow(item, binding, Answer(), (), (), None, "")
    status = _STATUSES[place % len(_STATUSES)]
    figures = [one for one in policy.indicators() if one.item == item.key]
    rows = tuple(_figure(figure, place + n) for n, figure in enumerate(figures))
    count = place % 5 if status in (Status.MET, Status.PARTLY_MET) else 0
    evidence = tuple(replace(an_evidence(item.key, n + 1), id=EvidenceId(place * 10 + n)) for n in range(count))
    return ItemRow(item, binding, _answer(status, place), rows, evidence, AT, "示例")


def _answer(status: Status, place: int) -> Answer:
    if status is Status.UNANSWERED:
        return Answer()
    if status is Status.NOT_APPLICABLE:
        return Answer(status, reason="市里未将该项任务下达本校")
    note, department = _NOTES[place % len(_NOTES)], _DEPARTMENTS[place % len(_DEPARTMENTS)]
    if status is Status.MET:
        return Answer(status, note, department=department)
    missing = "与2个街道签约，当年开班不少于8期，补足534人次"
    return Answer(status, note, missing, date(2026, 3, 31), "", department, "周示例")


def _figure(figure: Indicator, place: int) -> IndicatorRow:
    value = figure.value
    reading = Reading()
    if value is not None and place % 4:
        reading = Reading(
            value * Decimal("0.9") if place % 3 == 0 else value, as_of=date(2025, 9, 1), source="事业统计年报"
        )
    if figure.ratio is not None and place % 4:
        reading = Reading(part=Decimal(57), whole=Decimal(96), as_of=date(2025, 9, 1))
    return IndicatorRow(figure, reading, judge(figure, reading, TODAY))


def _facts() -> tuple[Fact, ...]:
    day = date(2025, 9, 1)
    return (
        Fact("在校生", "2460", "人", day, "学籍系统"),
        Fact("教学班", "54", "个", day, "学籍系统"),
        Fact("专任教师", "158", "人", day, "人事处台账"),
        Fact("专业课教师", "96", "人", day, "人事处台账"),
        Fact("“双师型”教师", "57", "人", day, "人事处台账"),
        Fact("企业兼职教师", "21", "人", day, "人事处台账"),
        Fact("校园占地", "118.6", "亩"),
        Fact("实训设备总值", "3860", "万元", day, "资产台账"),
    )

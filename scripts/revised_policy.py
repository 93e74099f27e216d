"""An invented city's policy in two revisions, answered in its draft for comment, for pictures and trials."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from checklists.canonical import digest_of
from checklists.places import FOLDER
from checklists.policy import AppliesTo, CheckItem, Indicator, Measure, Policy, ResponsibleUnit, Section
from checklists.writing import text_of
from models.vocabulary import (
    Addressee,
    AssessmentId,
    CheckMethod,
    Comparator,
    IndicatorKey,
    ItemKey,
    LeadRule,
    Level,
    MeasureKind,
    Modality,
    Ownership,
    PolicyState,
    SchoolType,
    Scope,
    Status,
    UnitRole,
)
from services.checklist import Answer
from services.judging import Reading
from services.workspace import Workspace

SLUG = "own-example"
_NOTES = {
    "1-1": "章程已核准",
    "1-2": "上学期开了一次",
    "1-3": "年报已报送",
    "3-1": "共建四个基地",
    "3-2": "演练两次",
}
_FIRST = {
    1: (
        "完善学校治理",
        {
            "1-1": "学校章程是否经主管部门核准并在校内公开？",
            "1-2": "是否每学期至少召开一次校企合作委员会会议？",
            "1-3": "是否编制学校年度质量报告，并报送主管部门？",
        },
    ),
    2: (
        "建强教师队伍",
        {
            "2-1": "专业课教师中“双师型”教师占比是否达到要求？",
            "2-2": "专业课教师是否每年到企业实践不少于一个月？",
            "2-3": "是否聘请企业技术骨干担任兼职教师并签订协议？",
        },
    ),
    3: (
        "深化产教融合",
        {
            "3-1": "是否与本地企业共建校外实训基地并挂牌运行？",
            "3-2": "是否制定实训室安全管理制度，并且每学期组织一次应急演练？",
            "3-3": "是否向职业教育活动周开放校内实训场所？",
        },
    ),
}


def leave_behind(workspace: Workspace) -> AssessmentId:
    """Start an assessment on the draft, answer some of it, and put what the draft became on the shelf."""
    file = workspace.folder / FOLDER / "示例市.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text_of(draft_for_comment()), encoding="utf-8")
    workspace.policies.stock()
    school = workspace.schools.register("示例学校", type=SchoolType.SECONDARY, ownership=Ownership.PUBLIC)
    started = workspace.assessments.start(school, SLUG, 2025)
    _answer(workspace, started)
    file.write_text(text_of(formal()), encoding="utf-8")
    workspace.policies.stock()
    return started


def draft_for_comment() -> Policy:
    """Give the first revision."""
    measures = tuple(_measure(number, *told) for number, told in _FIRST.items())
    return _policy(measures, revision=1, state=PolicyState.DRAFT)


def formal() -> Policy:
    """Give what it became: items said anew, moved, split, added and dropped, a figure raised."""
    first, second, third = (dict(items) for _, items in _FIRST.values())
    first["1-2"] = "是否每学期至少召开两次校企合作委员会会议，并形成会议纪要？"
    del first["1-3"]
    second["2-4"] = "新入职专业课教师是否有三年以上企业工作经历？"
    bases = third.pop("3-1")
    del third["3-2"]
    third |= {"3-4": "是否制定实训室安全管理制度？", "3-5": "是否每学期组织一次应急演练？"}
    measures = (
        _measure(1, "完善学校治理", first),
        _measure(2, "建强教师队伍", second, target=60),
        _measure(3, "深化产教融合", third),
        _measure(4, "共建实训基地", {"4-1": bases}),
    )
    return _policy(measures, revision=2, state=PolicyState.FORMAL)


def _answer(workspace: Workspace, started: AssessmentId) -> None:
    for key, note in _NOTES.items():
        workspace.assessments.record(started, ItemKey(key), Answer(Status.MET, note, department="教务处"))
    partly = Answer(Status.PARTLY_MET, "还在培养", missing="两名")
    workspace.assessments.record(started, ItemKey("2-1"), partly)
    workspace.assessments.take_reading(started, IndicatorKey("2-1-a"), Reading(Decimal(55)))
    for key in ("1-3", "3-1"):
        workspace.evidence.attach_bytes(started, ItemKey(key), key.encode(), f"材料{key}.txt")


def _policy(measures: Sequence[Measure], *, revision: int, state: PolicyState) -> Policy:
    policy = Policy(
        slug=SLUG,
        city="示例市",
        title="示例市职业教育提质培优实施方案",
        doc_number="",
        issuer="示例市人民政府",
        issued_on=None,
        state=state,
        period="2025-2027",
        lead_rule=LeadRule.MARKED,
        revision=revision,
        digest="",
        sections=(Section("二", "重点任务", MeasureKind.TASK),),
        measures=tuple(measures),
        glossary=(),
        notes=(),
        idle_numerals=(),
    )
    return replace(policy, digest=digest_of(policy))


def _measure(number: int, heading: str, items: dict[str, str], *, target: int = 50) -> Measure:
    figures = (_teachers(target),) if number == 2 else ()
    return Measure(
        ref=f"二/{number}",
        number=str(number),
        section="二",
        heading=heading,
        kind=MeasureKind.TASK,
        units=(ResponsibleUnit("市教育局", UnitRole.LEAD),),
        items=tuple(_item(key, text) for key, text in items.items()),
        indicators=figures,
    )


def _item(key: str, text: str) -> CheckItem:
    return CheckItem(
        key=ItemKey(key),
        text=text,
        addressee=Addressee.SCHOOL,
        modality=Modality.MUST,
        applies_to=AppliesTo(),
        method=(CheckMethod.READ,),
        how="查阅文件和会议记录",
        evidence=("文件", "会议记录"),
        anchors=(text[:8],),
        deadline="",
        theme="",
    )


def _teachers(target: int) -> Indicator:
    return Indicator(
        key=IndicatorKey("2-1-a"),
        item=ItemKey("2-1"),
        name="“双师型”教师占比",
        comparator=Comparator.AT_LEAST,
        value=Decimal(target),
        max=None,
        unit="%",
        deadline="2027",
        frequency="",
        level=Level.SCHOOL,
        scope=Scope.EACH_SCHOOL,
        anchor="双师型教师占比",
        note="",
    )

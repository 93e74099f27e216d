"""Small policies, schools and workspaces for tests, each field named only where the test cares."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from checklists.canonical import digest_of
from checklists.library import Announcement
from checklists.policy import AppliesTo, CheckItem, Indicator, Measure, Policy, ResponsibleUnit, Section, Term
from models.identity import DATABASE
from models.store import Store
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
    SchoolId,
    SchoolType,
    Scope,
    UnitRole,
)
from services.listed import SchoolRow
from services.trail.changes import Step
from services.workspace import Workspace

TODAY = date(2025, 6, 30)


def an_item(key: str = "1-1", **fields: Any) -> CheckItem:
    """A duty of the school."""
    return replace(
        CheckItem(
            key=ItemKey(key),
            text=f"学校做到了要点 {key}",
            addressee=Addressee.SCHOOL,
            modality=Modality.MUST,
            applies_to=AppliesTo(),
            method=(CheckMethod.READ,),
            how="查阅文件",
            evidence=("会议纪要",),
            anchors=("推进职业教育发展",),
            deadline="",
            theme="supervision",
        ),
        **fields,
    )


def an_indicator(key: str = "1-1-a", item: str = "1-1", **fields: Any) -> Indicator:
    """A figure of at least 60 % that every school must reach."""
    return replace(
        Indicator(
            key=IndicatorKey(key),
            item=ItemKey(item),
            name="双师型教师占比",
            comparator=Comparator.AT_LEAST,
            value=Decimal(60),
            max=None,
            unit="%",
            deadline="2025",
            frequency="",
            level=Level.SCHOOL,
            scope=Scope.EACH_SCHOOL,
            anchor="达到60%以上",
            note="",
        ),
        **fields,
    )


def a_measure(number: int = 1, items: int | Iterable[CheckItem] = 3, **fields: Any) -> Measure:
    """A clause with so many items, or with the items given; the first has an indicator."""
    if isinstance(items, int):
        items = (an_item(f"{number}-{place}") for place in range(1, items + 1))
    return replace(
        Measure(
            ref=f"一/{number}",
            number=str(number),
            section="一",
            heading=f"第 {number} 条",
            kind=MeasureKind.TASK,
            units=(ResponsibleUnit("市教育局", UnitRole.LEAD),),
            items=tuple(items),
            indicators=(an_indicator(f"{number}-1-a", f"{number}-1"),),
        ),
        **fields,
    )


def a_policy(measures: int | Iterable[Measure] = 2, items: int = 3, **fields: Any) -> Policy:
    """A policy with so many measures of so many items, or with the measures given."""
    clauses = (
        tuple(a_measure(number, items) for number in range(1, measures + 1))
        if isinstance(measures, int)
        else tuple(measures)
    )
    policy = replace(
        Policy(
            slug="test",
            city="试点市",
            title="试点市职业教育方案",
            doc_number="试政发 2025 第 1 号",
            issuer="试点市人民政府",
            issued_on=date(2025, 1, 2),
            state=PolicyState.FORMAL,
            period="2024-2025",
            lead_rule=LeadRule.FIRST_LISTED,
            revision=1,
            digest="",
            sections=(Section("一", "主要任务", MeasureKind.TASK),),
            measures=clauses,
            glossary=(Term("双师型教师", "既能教理论又能教实践的教师"),),
            notes=(),
            idle_numerals=(),
        ),
        **fields,
    )
    return replace(policy, digest=digest_of(policy))


@dataclass
class ALibrary:
    """A library of the policies given; it counts how often one was read."""

    policies: tuple[Policy, ...]
    loads: int = 0

    def catalogue(self) -> tuple[Announcement, ...]:
        """Announce them all as written."""
        return tuple(map(_announcement, self.policies))

    def load(self, slug: str) -> Policy:
        """Give one and count."""
        self.loads += 1
        return next(policy for policy in self.policies if policy.slug == slug)

    def fingerprint(self, slug: str) -> str:
        """Let the digest stand for the file."""
        return next(policy.digest for policy in self.policies if policy.slug == slug)


def a_library(*policies: Policy) -> ALibrary:
    """A library of these policies, or of one small one."""
    return ALibrary(policies or (a_policy(),))


def a_workspace(
    folder: Path, *policies: Policy, who: str = "王老师", today: Callable[[], date] = lambda: TODAY
) -> Workspace:
    """An open workspace with these policies, or one small one, on its shelf."""
    if not (folder / DATABASE).exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / DATABASE).write_bytes(_laid())
    return Workspace.open(folder, who, today, library=a_library(*policies))


@cache
def _laid() -> bytes:
    """A database as it is laid, for all tests to begin with: laying one takes longer than most of them."""
    with TemporaryDirectory() as place:
        Store.open(Path(place)).close()
        return (Path(place) / DATABASE).read_bytes()


def a_school(workspace: Workspace, name: str = "试点市第一职业学校", **fields: Any) -> SchoolId:
    """A registered public secondary school."""
    particulars = {"type": SchoolType.SECONDARY, "ownership": Ownership.PUBLIC, "place": "试点市"} | fields
    return workspace.schools.register(name, **particulars)


def amend_school(workspace: Workspace, row: SchoolRow) -> Step:
    """Correct a school's particulars to those of the row."""
    return workspace.schools.amend(row.id, name=row.name, type=row.type, ownership=row.ownership, place=row.place)


def an_assessment(workspace: Workspace, slug: str = "test", year: int = 2025) -> AssessmentId:
    """An assessment just started, of a school just registered."""
    return workspace.assessments.start(a_school(workspace), slug, year)


def a_school_row(**fields: Any) -> SchoolRow:
    """A school as services give it."""
    row = SchoolRow(SchoolId(1), "试点市第一职业学校", SchoolType.SECONDARY, Ownership.PUBLIC, "试点市")
    return replace(row, **fields)


def _announcement(policy: Policy) -> Announcement:
    return Announcement(
        policy.slug, policy.city, policy.title, policy.doc_number, policy.issued_on, policy.state, is_written=True
    )

"""The words every room shares: ids, and the closed sets of product.md section 3."""

from enum import StrEnum
from typing import NewType

PolicyId = NewType("PolicyId", int)
SchoolId = NewType("SchoolId", int)
AssessmentId = NewType("AssessmentId", int)
EvidenceId = NewType("EvidenceId", int)
DepartmentId = NewType("DepartmentId", int)
ItemKey = NewType("ItemKey", str)
IndicatorKey = NewType("IndicatorKey", str)
FindingNumber = NewType("FindingNumber", int)


class Status(StrEnum):
    """How far a school says a check item is carried out (状态)."""

    UNANSWERED = "unanswered"
    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"


class Judgement(StrEnum):
    """What a reading says of its indicator (达标判定)."""

    REACHED = "reached"
    MISSED = "missed"
    NOT_DUE = "not_due"
    CANNOT_TELL = "cannot_tell"


class Origin(StrEnum):
    """Where a reading came from: typed by a person (手填), or taken from the school's base data."""

    TYPED = "typed"
    BASE = "base"


class Addressee(StrEnum):
    """Whose duty a check item is (责任主体)."""

    SCHOOL = "school"
    GOVERNMENT = "government"
    ENTERPRISE = "enterprise"
    SHARED = "shared"


class Modality(StrEnum):
    """How strongly the policy asks (要求力度)."""

    MUST = "must"
    SUPPORT = "support"
    ENCOURAGE = "encourage"
    MAY = "may"


class UnitRole(StrEnum):
    """As what the policy names a unit."""

    LEAD = "lead"
    PARTICIPANT = "participant"
    RESPONSIBLE = "responsible"


class Comparator(StrEnum):
    """How an actual value is held against a target."""

    AT_LEAST = ">="
    AT_MOST = "<="
    EQUAL = "="
    ABOVE = ">"
    BELOW = "<"
    ABOUT = "~"
    RANGE = "range"


class Level(StrEnum):
    """Which level of government grants or runs what an indicator counts."""

    NATION = "nation"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    SCHOOL = "school"


class Scope(StrEnum):
    """Whose figure an indicator is; figures of a city total add up over schools."""

    CITY_TOTAL = "city_total"
    EACH_COUNTY = "each_county"
    EACH_SCHOOL = "each_school"
    EACH_PERSON = "each_person"
    NAMED = "named"


class MeasureKind(StrEnum):
    """What part of the document a section or measure belongs to."""

    GOAL = "goal"
    TASK = "task"
    SAFEGUARD = "safeguard"


class PolicyState(StrEnum):
    """How binding the document in hand is."""

    FORMAL = "formal"
    DRAFT = "draft"
    WORK_PLAN = "work_plan"


class LeadRule(StrEnum):
    """How the document marks the lead among the units it names."""

    FIRST_LISTED = "first_listed"
    MARKED = "marked"
    BOLD_LOST = "bold_lost"
    UNMARKED = "unmarked"
    NO_UNITS = "no_units"


class CheckMethod(StrEnum):
    """How an inspector checks an item (核查方式)."""

    READ = "read"
    INTERVIEW = "interview"
    ON_SITE = "on_site"


class SchoolType(StrEnum):
    """What kind of vocational school it is."""

    SECONDARY = "secondary"
    TECHNICIAN = "technician"
    COLLEGE = "college"
    UNDERGRADUATE = "undergraduate"
    COUNTY_CENTRE = "county_centre"


class Ownership(StrEnum):
    """Who runs the school."""

    PUBLIC = "public"
    PRIVATE = "private"


class EvidenceKind(StrEnum):
    """What a piece of evidence is (佐证材料)."""

    FILE = "file"
    PHOTO = "photo"
    LINK = "link"
    PAPER = "paper"


class Binding(StrEnum):
    """Whether an item binds the school in hand, or why not (不涉及本校)."""

    BINDS = "binds"
    OTHER_ADDRESSEE = "other_addressee"
    OTHER_TYPE = "other_type"
    NOT_NAMED = "not_named"


class FindingState(StrEnum):
    """How far a finding has come (整改状态); overdue is derived from its deadline, never kept."""

    MENDING = "mending"
    TO_REVIEW = "to_review"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class RemedyKind(StrEnum):
    """How quickly a finding is to be put right (整改类型)."""

    AT_ONCE = "at_once"
    BY_STAGES = "by_stages"
    LASTING = "lasting"


class PassageName(StrEnum):
    """A part of the report that people may write themselves (写作段落)."""

    BASICS = "basics"
    WORK = "work"
    ACHIEVEMENTS = "achievements"
    PROBLEMS = "problems"
    OUTLOOK = "outlook"


class Annex(StrEnum):
    """What may be bound behind the report (附件)."""

    LEDGER = "ledger"
    EVIDENCE = "evidence"
    PHOTOS = "photos"


class Outcome(StrEnum):
    """What became of a remedy, as the school reports it or as it is recognised (整改结果)."""

    DONE = "done"
    MOSTLY = "mostly"
    NOT_DONE = "not_done"


class EditionState(StrEnum):
    """Whether a frozen edition still holds (定稿状态)."""

    CURRENT = "current"
    WITHDRAWN = "withdrawn"


class SignerRole(StrEnum):
    """As what a person signs an edition (签署身份)."""

    PREPARER = "preparer"
    REVIEWER = "reviewer"
    PRINCIPAL = "principal"

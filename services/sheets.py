"""The checklist each assessment hangs on: its policy revision, and what of it binds the school."""

from dataclasses import dataclass
from functools import cached_property

from checklists.policy import CheckItem, Indicator, Policy
from models import compiled
from models.lines import AssessmentLine
from models.vocabulary import AssessmentId, Binding, IndicatorKey, ItemKey, PolicyId, SchoolId
from models.work import Work
from services import listed
from services.binding import binding_of
from services.errors import UnknownAssessmentError, UnknownItemError
from services.listed import SchoolRow
from services.policies import Policies


@dataclass(frozen=True)
class Sheet:
    """A policy revision as one school meets it."""

    policy: Policy
    school: SchoolRow

    @cached_property
    def items(self) -> dict[ItemKey, CheckItem]:
        """Find an item by its key."""
        return {item.key: item for item in self.policy.items()}

    @cached_property
    def indicators(self) -> dict[IndicatorKey, Indicator]:
        """Find an indicator by its key."""
        return {one.key: one for one in self.policy.indicators()}

    @cached_property
    def indicators_of(self) -> dict[ItemKey, tuple[Indicator, ...]]:
        """Find the indicators of an item."""
        found: dict[ItemKey, tuple[Indicator, ...]] = {}
        for one in self.policy.indicators():
            found[one.item] = (*found.get(one.item, ()), one)
        return found

    @cached_property
    def bindings(self) -> dict[ItemKey, Binding]:
        """Say of every item whether it binds the school."""
        return {item.key: binding_of(item, self.school) for item in self.policy.items()}

    def item(self, key: ItemKey) -> CheckItem:
        """Give an item; raises UnknownItemError."""
        if key not in self.items:
            raise UnknownItemError(key)
        return self.items[key]

    def indicator(self, key: IndicatorKey) -> Indicator:
        """Give an indicator; raises UnknownItemError."""
        if key not in self.indicators:
            raise UnknownItemError(key)
        return self.indicators[key]

    def binds(self, key: ItemKey) -> bool:
        """Say whether an item counts for this school."""
        return self.bindings.get(key) is Binding.BINDS


class Sheets:
    """The sheets in use, each built once; a school's new type or name calls for `forget`."""

    def __init__(self, policies: Policies) -> None:
        self._policies = policies
        self._known: dict[AssessmentId, Sheet] = {}

    def of(self, work: Work, assessment: AssessmentId) -> Sheet:
        """Give an assessment's sheet; raises UnknownAssessmentError."""
        if assessment not in self._known:
            self._known[assessment] = self._built(work, assessment)
        return self._known[assessment]

    def forget(self) -> None:
        """Build anew what is asked for next."""
        self._known.clear()

    def fresh(self, work: Work, policy: PolicyId, school: SchoolId) -> Sheet:
        """Build a sheet for a policy revision and a school as they are now."""
        return Sheet(self._policies.at(work, policy), listed.school_row(work.one(compiled.SCHOOL, school_id=school)))

    def _built(self, work: Work, assessment: AssessmentId) -> Sheet:
        line = line_of(work, assessment)
        return self.fresh(work, PolicyId(line.policy_id), SchoolId(line.school_id))


def line_of(work: Work, assessment: AssessmentId) -> AssessmentLine:
    """Read an assessment's own line; raises UnknownAssessmentError."""
    line = work.first(compiled.ASSESSMENT, assessment_id=assessment)
    if line is None:
        raise UnknownAssessmentError(assessment)
    return line

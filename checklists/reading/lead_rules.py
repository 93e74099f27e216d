"""How a document as a whole marks the leading units, in the words that policies use."""

from collections.abc import Sequence

from checklists.reading.document import TextClause
from checklists.reading.problems import Problem, ProblemKind
from checklists.reading.units import LeadMark
from models.vocabulary import LeadRule


def lead_rule_of(mark: LeadMark, clauses: Sequence[TextClause], problems: Sequence[Problem]) -> LeadRule:
    """Name the rule that the units of all clauses were read by; `mark` is what the document states itself."""
    has_lead = any(clause.units.lead for clause in clauses)
    has_unmarked = any(clause.units.responsible for clause in clauses)
    if not (has_lead or has_unmarked or any(clause.units.participant for clause in clauses)):
        return LeadRule.NO_UNITS
    if has_lead or not has_unmarked:
        is_first = mark is LeadMark.FIRST and has_lead and not has_unmarked
        return LeadRule.FIRST_LISTED if is_first else LeadRule.MARKED
    is_lost = any(problem.kind is ProblemKind.LOST_MARKING for problem in problems)
    return LeadRule.BOLD_LOST if is_lost else LeadRule.UNMARKED

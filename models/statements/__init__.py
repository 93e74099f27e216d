"""Every statement over the mapped tables; scripts/compile_statements.py turns them into compiled.py."""

from models.statements import (
    answers,
    assessments,
    departments,
    editions,
    evidence,
    findings,
    overrulings,
    papers,
    schools,
    shelf,
    trail,
)

PARTS = (shelf, schools, departments, assessments, answers, overrulings, evidence, findings, papers, editions, trail)
"""The rooms of statements, in the order of compiled.py."""

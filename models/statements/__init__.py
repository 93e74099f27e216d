"""Every statement over the mapped tables; scripts/compile_statements.py turns them into compiled.py."""

from models.statements import answers, assessments, evidence, schools, shelf, trail

PARTS = (shelf, schools, assessments, answers, evidence, trail)
"""The rooms of statements, in the order of compiled.py."""

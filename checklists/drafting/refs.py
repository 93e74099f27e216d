"""Refs of a document as a policy needs them: without blanks, none twice."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, count

from checklists.reading.document import OfficialText, TextClause, TextFigure


def told_apart(text: OfficialText) -> OfficialText:
    """Give the document with a ref of its own for every clause, as two annexes of one name have the same ones."""
    homes = list(zip(text.clauses, _refs(text.clauses), strict=True))
    return replace(
        text,
        sections=tuple(replace(section, ref=_bare(section.ref)) for section in text.sections),
        clauses=tuple(replace(clause, ref=ref) for clause, ref in homes),
        figures=tuple(replace(figure, clause=_home(figure, homes)) for figure in text.figures),
    )


def _refs(clauses: Iterable[TextClause]) -> Iterator[str]:
    taken: set[str] = set()
    for clause in clauses:
        bare = _bare(clause.ref)
        tries = chain([bare], (f"{bare}·{copy}" for copy in count(2)))
        ref = next(one for one in tries if one not in taken)
        taken.add(ref)
        yield ref


def _home(figure: TextFigure, homes: Iterable[tuple[TextClause, str]]) -> str:
    """Find the clause that holds a figure among those of the same ref."""
    ours = [(clause, ref) for clause, ref in homes if clause.ref == figure.clause]
    holding = (ref for clause, ref in ours if figure.anchor in f"{clause.heading}\n{clause.body}")
    return next(holding, ours[0][1] if ours else figure.clause)


def _bare(ref: str) -> str:
    return "".join(ref.split())

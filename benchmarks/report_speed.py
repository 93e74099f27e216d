"""P1: a report of 150 items laid out and bound by our own typesetter, against reportlab's Platypus."""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
# ruff: noqa: E402

import pypdfium2

from benchmarks.rivals.platypus import print_with_platypus, register_fonts
from reports.content.parts import SelfAssessment
from reports.content.self_assessment import build_self_assessment
from reports.paper.faces import FontMode, faces
from reports.paper.self_assessment import print_self_assessment
from services.dossiers import Dossier
from tests.reports.samples import AT, a_filled_checklist

ROUNDS, PROMISE = 9, 0.25
Paper = Callable[[SelfAssessment], bytes]

_UNPRINTED = ("mark", "subject", "note", "title", "target_label", "figure_note", "basis_date", "edition")
"""Fields that only our paper prints, or prints in another form; the rest must stand in both."""


def main() -> None:
    report = build_self_assessment(Dossier(a_filled_checklist("yiyang")), AT)
    register_fonts()
    papers: dict[str, Paper] = {"ours": ours, "platypus": print_with_platypus}
    pages = {name: compare(name, paper(report), report) for name, paper in papers.items()}
    rounds = [{name: timed(paper, report) for name, paper in papers.items()} for _ in range(ROUNDS)]
    own, rival = (statistics.median(one[name] for one in rounds) for name in papers)
    items = sum(len(clause.items) for section in report.clauses for clause in section.clauses)
    figures = f"{items} items; ours {own:.3f} s, {pages['ours']} pages; "
    figures += f"Platypus {rival:.3f} s, {pages['platypus']} pages"
    print(f"P1 report ratio={own / rival:.3f} promise<={PROMISE} ({figures})")


def ours(report: SelfAssessment) -> bytes:
    return print_self_assessment(report, faces(FontMode.REPRODUCIBLE)).content


def timed(paper: Paper, report: SelfAssessment) -> float:
    started = time.perf_counter()
    paper(report)
    return time.perf_counter() - started


def compare(name: str, content: bytes, report: SelfAssessment) -> int:
    """See that every text of the report stands in the paper, and count its pages."""
    with pypdfium2.PdfDocument(content) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    printed = "".join("".join(pages).replace("\ufffe", "").split())
    lacking = [text for text in texts(report) if not stands_in(printed, "".join(text.split()))]
    assert not lacking, (name, lacking)
    return len(pages)


def stands_in(printed: str, text: str) -> bool:
    """Find a text, whole or parted once where a page ends."""
    if text in printed:
        return True
    return any(text[:place] in printed and text[place:] in printed for place in range(1, len(text)))


def texts(value: object) -> Iterator[str]:
    """Go through all that the report says."""
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _UNPRINTED:
                yield from texts(getattr(value, field.name))


if __name__ == "__main__":
    main()

"""The annexes behind the report: ledger on lying pages, list of evidence, photographs (paper.md section 5)."""

from collections.abc import Callable, Iterator

from models.vocabulary import Annex
from reports.content.parts import SelfAssessment
from reports.word.book import Book
from reports.word.elements import el, twips
from reports.word.front import Entry
from reports.word.pages import Numbering, Pages, Shape
from reports.word.paragraphs import entry_field, paragraph, run, text
from reports.word.photo_annex import add_photos
from reports.word.plain_tables import evidence_table, ledger_table
from reports.word.styles import ABOVE, ANNEX, ANNEX_TITLE, NOTE, tab
from reports.wording import say
from services.progress import Progress

_HAN = 3.175
"""Millimetres that a character of 9 points takes."""
NEW_PAGE = el("pageBreakBefore")


class Annexes:
    """Sets the annexes a report has, numbered through; a single one has no number (GB/T 9704-2012, 7.3.7)."""

    def __init__(self, report: SelfAssessment, book: Book, known: frozenset[str]) -> None:
        self._report = report
        self._book = book
        self._known = known

    def entries(self) -> Iterator[Entry]:
        """Say how they stand in the contents."""
        for annex in self._report.annexes:
            yield Entry(0, f"{self._mark(annex)}  {say(f'part.{annex}')}", f"annex:{annex}")

    def add(self, progress: Progress) -> None:
        """Set one after the other; the ledger is a section of its own."""
        makers: dict[Annex, Callable[[Progress], None]] = {
            Annex.LEDGER: self._ledger,
            Annex.EVIDENCE: self._evidence,
            Annex.PHOTOS: self._photos,
        }
        is_fresh = False
        for entry, annex in zip(self.entries(), self._report.annexes, strict=True):
            if annex is Annex.LEDGER:
                self._book.end_section(Pages(numbering=Numbering.FROM_ONE))
            self._head(annex, entry, changed="" if annex is Annex.LEDGER or is_fresh else NEW_PAGE)
            makers[annex](progress)
            is_fresh = annex is Annex.LEDGER
            if is_fresh:
                self._book.end_section(Pages(Shape.LANDSCAPE))

    def _mark(self, annex: Annex) -> str:
        annexes = self._report.annexes
        return say("part.annex") + (str(annexes.index(annex) + 1) if len(annexes) > 1 else "")

    def _head(self, annex: Annex, entry: Entry, changed: str) -> None:
        title = self._book.places.mark(entry.place, run(say(f"part.{annex}")))
        self._book.add(
            paragraph(ANNEX, run(self._mark(annex)), changed=changed),
            paragraph(ANNEX_TITLE, entry_field(entry.title), title),
        )

    def _ledger(self, _: Progress) -> None:
        self._book.add(*ledger_blocks(self._book, self._report, self._known))

    def _evidence(self, _: Progress) -> None:
        self._book.add(evidence_table(self._book, self._report.evidence, self._known))
        if self._report.evidence:
            self._book.add(text(NOTE, say("evidence.note")))

    def _photos(self, progress: Progress) -> None:
        add_photos(self._book, self._report.photos, progress)


def ledger_blocks(book: Book, report: SelfAssessment, known: frozenset[str]) -> Iterator[str]:
    """Give the ledger with what stands above and below it."""
    ledger = report.ledger
    yield from above(ledger.about, ledger.counted_on, Shape.LANDSCAPE)
    yield ledger_table(book, ledger.lines, known)
    if ledger.note:
        yield text(NOTE, ledger.note)


def above(left: str, right: str, shape: Shape) -> Iterator[str]:
    """Say over a table what it is about, on the left and on the right, below each other where one line has no room."""
    if (len(left) + len(right) + 1) * _HAN > shape.area_width:
        yield text(ABOVE, left)
        yield from (text(ABOVE, one, align="right") for one in (right,) if one)
        return
    stops = el("tabs", tab("right", twips(shape.area_width)))
    yield paragraph(ABOVE, run(left), el("r", el("tab")) if right else "", run(right), changed=stops)

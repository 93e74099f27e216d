"""The annexes behind the report: ledger on turned pages, list of evidence, photographs (paper.md section 5)."""

from collections.abc import Callable

from models.vocabulary import Annex
from reports.content.parts import SelfAssessment
from reports.paper.evidence_catalogue import lay_evidence
from reports.paper.flow import Flow
from reports.paper.laying import BEFORE_TABLE, lay_noted
from reports.paper.ledger_table import ledger_table
from reports.paper.photo_annex import lay_photos
from reports.paper.shape import PORTRAIT, TURNED
from reports.paper.sheet import put_text
from reports.paper.styles import PART, SMALL, TITLE
from reports.wording import say
from services.progress import Progress

_TITLE_LINE, _CONTENT_LINE = 3, 5
_ABOUT_ABOVE = 5.6


class Annexes:
    """Lays the annexes a report has, numbered through; a single one has no number (GB/T 9704-2012, 7.3.7)."""

    def __init__(self, report: SelfAssessment, flow: Flow, progress: Progress) -> None:
        self._report = report
        self._flow = flow
        self._progress = progress

    def lay(self) -> None:
        """Lay one after the other, each on a fresh page."""
        makers: dict[Annex, Callable[[], None]] = {
            Annex.LEDGER: self._ledger,
            Annex.EVIDENCE: self._evidence,
            Annex.PHOTOS: self._photos,
        }
        annexes = self._report.annexes
        for number, annex in enumerate(annexes, start=1):
            self._flow.turn(TURNED if annex is Annex.LEDGER else PORTRAIT)
            self._head(annex, str(number) if len(annexes) > 1 else "")
            makers[annex]()
        self._flow.turn(PORTRAIT)

    def _head(self, annex: Annex, number: str) -> None:
        """Set 附件 on line 1 and its title on line 3."""
        flow = self._flow
        flow.fresh_page()
        mark, title, place = say("part.annex") + number, say(f"part.{annex}"), f"annex:{annex}"
        flow.sheet.places.append((place, flow.y))
        flow.note_place(2, f"{mark}  {title}", place)
        width = flow.shape.area_width
        put_text(flow.sheet, flow.typesetter, mark, PART, (flow.left, flow.line_top(1), width))
        put_text(flow.sheet, flow.typesetter, title, TITLE, (flow.left, flow.line_top(_TITLE_LINE), width), 0.5)
        flow.y = flow.line_top(_CONTENT_LINE)

    def _ledger(self) -> None:
        flow, ledger = self._flow, self._report.ledger
        above = (flow.left, flow.y - _ABOUT_ABOVE, flow.shape.area_width)
        put_text(flow.sheet, flow.typesetter, ledger.about, SMALL, above)
        put_text(flow.sheet, flow.typesetter, ledger.counted_on, SMALL, above, 1.0)
        lay_noted(flow, ledger_table(flow.typesetter, ledger.lines), ledger.note)

    def _evidence(self) -> None:
        lay_evidence(self._flow, self._report.evidence, BEFORE_TABLE)

    def _photos(self) -> None:
        lay_photos(self._flow, self._report.photos, self._progress)

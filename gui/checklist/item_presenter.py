"""The item in hand: wishes become records, news becomes a redraw, and no typed word goes astray."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from gui.checklist.badges import badges_of
from gui.checklist.change_words import line_of, toast_of
from gui.checklist.drafts import Page, Spot, Typed
from gui.checklist.figure_presenter import FigurePresenter, offers_of
from gui.checklist.filters import departments_of, persons_of
from gui.checklist.history_dialog import HistoryDialog
from gui.checklist.item_pane import ItemPane
from gui.checklist.item_words import particulars_of, place_of, refusal_of, suggestion_of
from gui.checklist.open_checklist import OpenChecklist
from gui.checklist.outside import Outside
from gui.checklist.pressing import needs_review
from gui.checklist.services import ChecklistServices
from gui.checklist.shown import ItemShown
from gui.checklist.stepping_back import parts_back_to
from gui.checklist.writer import Writer
from gui.pieces.pictures import Thumbs
from gui.platform.pen import Pen
from models.vocabulary import AssessmentId, EvidenceId, ItemKey, Status
from services.checklist import ItemRow
from services.trail.changes import Change

_WHOLE_TRAIL = 10_000


class ItemPresenter(QObject):
    """Writes what is chosen and typed for one item, and shows it as it stands."""

    answered = Signal()
    listed = Signal()

    def __init__(
        self, opened: OpenChecklist, services: ChecklistServices, pen: Pen, pane: ItemPane, *, outside: Outside
    ) -> None:
        super().__init__(pane)
        self._opened, self._services, self._pen, self._pane = opened, services, pen, pane
        self._outside = outside
        self._key: ItemKey | None = None
        self._unsaved_status: tuple[ItemKey, Status, str] | None = None
        self._writer = Writer(opened, services.assessments, pen)
        self._thumbs = Thumbs(services.evidence, services.jobs, self)
        self._thumbs.made.connect(self._on_thumb_made)
        pane.written.connect(self._on_written)
        self._figures = FigurePresenter(opened, services, pen, pane, ask=outside.ask_overruling)
        pane.bar.status_chosen.connect(self.set_status)
        pane.review.reviewed.connect(self.review)
        pane.history.all_wanted.connect(self._on_history_wanted)
        pane.answer.listing_wanted.connect(self._on_listing_wanted)

    @property
    def key(self) -> ItemKey | None:
        """Name the item in hand."""
        return self._key

    def show(self, key: ItemKey) -> None:
        """Take an item in hand; what is typed for the one before is written first, under its own name."""
        if key != self._key:
            self._pane.flush()
            self._key = key
        self.redraw()

    def redraw(self) -> None:
        """Show the item in hand as it stands."""
        if self._key is not None:
            self._pane.show_item(self._shown(self._opened.row(self._key)), self._thumbs.picture)

    def show_change(self, change: Change, *, is_own: bool) -> None:
        """Redraw where the item in hand was touched, and offer the way back from a step of our own."""
        if self._key in change.items():
            self.redraw()
        said = toast_of(change, next(iter(change.items()))) if is_own and change.parts else ""
        if said:
            self._pane.toast.say(said, self.tr("撤销"))

    def set_status(self, status: Status) -> bool:
        """Record a status; 不适用 asks why at once. Say whether it stands now."""
        row = self._row()
        if row is None or not row.is_binding:
            return False
        self._pane.flush()
        reason = self._reason(row) if status is Status.NOT_APPLICABLE else ""
        if reason is None:
            self.redraw()
            return False
        return self._record(self._opened.row(row.key), status, reason)

    def review(self) -> None:
        """Record that a person has looked at the item in hand again; what is written stays as it is."""
        self._pane.flush()
        row = self._row()
        if row is not None and needs_review(row):
            self._pen.write(partial(self._services.assessments.record, self._assessment, row.key, row.answer))

    def flush(self) -> bool:
        """Write everything that is typed; say whether nothing is left."""
        self._pane.flush()
        return self._writer.commit()

    def retry(self) -> bool:
        """Try once more what could not be saved: what is typed, then a status that was chosen."""
        is_clean = self.flush()
        if self._unsaved_status is not None:
            key, status, reason = self._unsaved_status
            is_clean = self._record(self._opened.row(key), status, reason) and is_clean
        self.redraw()
        return is_clean

    def close(self) -> None:
        """Write what is typed and touch the screen no more."""
        self.flush()
        self._thumbs.close()

    def unsaved_sentence(self) -> str:
        """Say where something is left and why, "" when nothing is."""
        return self._writer.unsaved_sentence()

    def _row(self) -> ItemRow | None:
        return None if self._key is None else self._opened.row(self._key)

    def _reason(self, row: ItemRow) -> str | None:
        return self._outside.ask_reason(self._pane, row.answer.reason)

    def _record(self, row: ItemRow, status: Status, reason: str) -> bool:
        answer = row.answer.with_status(status, reason)
        if answer == row.answer and not row.needs_review:
            self.redraw()
            return True
        record = partial(self._services.assessments.record, self._assessment, row.key, answer)
        is_saved = self._pen.write(record) is not None
        self._unsaved_status = None if is_saved else (row.key, status, reason)
        if not is_saved:
            self.redraw()
        return is_saved

    @property
    def _assessment(self) -> AssessmentId:
        return self._opened.checklist.assessment

    def _on_written(self, page: Page, spot: Spot, value: Typed) -> None:
        self._writer.typed(page, spot, value)
        if page.item == self._key:
            self.redraw()

    def _on_listing_wanted(self, name: str) -> None:
        """Put a department that was typed among the school's own."""
        self._pen.tell(self._services.departments.add(self._opened.checklist.school.id, name))
        self._pane.toast.say(self.tr("“{name}”已加进科室名单").replace("{name}", name), self.tr("撤销"))
        self.listed.emit()
        self.redraw()

    def _on_thumb_made(self, evidence: int) -> None:
        row = self._row()
        for piece in row.evidence if row else ():
            if piece.id == evidence:
                self._pane.evidence.show_picture(piece.id, self._thumbs.picture(piece))

    def _on_history_wanted(self) -> None:
        row = self._row()
        if row is None:
            return
        trail = self._services.assessments.trail(self._assessment, row.key, limit=_WHOLE_TRAIL)
        lines = [line_of(change, row, self._services.now()) for change in trail]
        dialog = HistoryDialog(row.label, lines, self._pane)
        if dialog.exec() and dialog.chosen is not None:
            self._go_back_to(row, trail[dialog.chosen :], trail[: dialog.chosen])

    def _go_back_to(self, row: ItemRow, kept: tuple[Change, ...], since: tuple[Change, ...]) -> None:
        parts = parts_back_to(row, kept, since)
        if parts:
            self._pen.write(partial(self._services.assessments.carry_out, self._assessment, parts))

    def _badges(self, row: ItemRow) -> Mapping[EvidenceId, str]:
        lost, reused_from = self._thumbs.lost(row.evidence), self._services.desk.desk.reused_from
        return badges_of(row, self._opened.checklist, self._services.today(), lost=lost, reused_from=reused_from)

    def _shown(self, row: ItemRow) -> ItemShown:
        measure, checklist = self._opened.measure_of(row.key), self._opened.checklist
        trail = self._services.assessments.trail(self._assessment, row.key)
        now = self._services.now()
        listed = [one.name for one in self._services.departments.of(checklist.school.id)]
        pages = (Page(row.key), *(Page(row.key, figure.indicator.key) for figure in row.indicators))
        return ItemShown(
            row=row,
            place=place_of(row, measure),
            particulars=particulars_of(row, measure, self._services.today()),
            suggestion=suggestion_of(row),
            refusal=refusal_of(row),
            typing=self._writer.typing(pages),
            errors=self._writer.errors(),
            offers=offers_of(row, checklist),
            badges=self._badges(row),
            departments=tuple(dict.fromkeys([*listed, *departments_of(checklist)])),
            unlisted=row.answer.department if listed and row.answer.department not in listed else "",
            persons=persons_of(checklist),
            findings=self._services.findings.of_item(self._assessment, row.key),
            history=tuple(line_of(change, row, now) for change in trail[:2]),
            steps=len(trail),
            last=self._opened.last_said_of(row.key),
        )

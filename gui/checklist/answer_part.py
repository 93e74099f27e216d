"""What the school says of an item: note, what is missing until when, department, person, reason."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.checklist.drafts import Page, Spot
from gui.checklist.shown import ItemShown
from gui.platform.fonts import Role
from gui.widgets.buttons import LinkButton, at_left
from gui.widgets.date_edit import DateEdit
from gui.widgets.field import Field
from gui.widgets.labels import heading, plain_label, set_tip
from gui.widgets.line_edit import Combo, LineEdit
from gui.widgets.note_edit import NoteEdit
from gui.widgets.problem import Problem
from models.vocabulary import Status
from services.checklist import Answer

_DUE, _DEPARTMENT, _PERSON = 136, 136, 120
_MOST_OF_NAME = 12


class AnswerPart(QWidget):
    """Fields that say what was typed with its page; what is missing shows only where something is."""

    written = Signal(Page, Spot, object)
    listing_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self.note = NoteEdit(lines=2)
        self.reason, self.missing = LineEdit(), LineEdit("", self.tr("例如再认定 4 人"))
        self.due = DateEdit()
        self.department, self.person = Combo(editable=True), Combo(editable=True)
        self._problem = Problem()
        self._listing = LinkButton("", "plus")
        self._unlisted = ""
        self._hint = plain_label("", Role.META, "ink3")
        self._fields = self._make_fields()
        self._build()
        self._listen()

    def show_item(self, shown: ItemShown) -> None:
        """Show the item's answer, over it what was typed and could not be kept."""
        answer = shown.row.answer
        self._page = shown.page
        self.department.offer(shown.departments)
        self.person.offer(shown.persons)
        for spot, field in self._texts().items():
            field.show_text(str(shown.typed(spot, getattr(answer, spot.value))))
        for combo in (self.department, self.person):
            _show_from_start(combo)
        self._show_listing(shown)
        self._show_due(shown.typed(Spot.DUE, answer.due))
        self._show_errors(shown)
        self._unfold(shown)
        self._lock(not shown.row.is_binding)
        self.setVisible(shown.row.is_binding or answer != Answer())

    def draft_note(self, words: str) -> None:
        """Put words into the note to be gone on with; what stands there already stays before them."""
        known = self.note.toPlainText().rstrip()
        if words not in known:
            self.note.setPlainText(f"{known}\n{words}" if known else words)
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)
        self.note.moveCursor(QTextCursor.MoveOperation.End)

    def flush(self) -> None:
        """Say now what was typed, if anything."""
        for field in (*self._texts().values(), self.due):
            field.flush()

    @property
    def sentence(self) -> str:
        """Say what is wrong with the note, "" when all is well."""
        return self._problem.sentence

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return (self.reason, self.note, self.missing, self.due, self.department, self.person)

    def _texts(self) -> dict[Spot, LineEdit | NoteEdit | Combo]:
        return {
            Spot.NOTE: self.note,
            Spot.MISSING: self.missing,
            Spot.REASON: self.reason,
            Spot.DEPARTMENT: self.department,
            Spot.PERSON: self.person,
        }

    def _make_fields(self) -> dict[Spot, Field]:
        return {
            Spot.REASON: Field(self.tr("不适用的理由"), self.reason),
            Spot.MISSING: Field(self.tr("尚缺什么"), self.missing),
            Spot.DUE: Field(self.tr("何时补齐"), self.due),
            Spot.DEPARTMENT: Field(self.tr("责任科室"), self.department),
            Spot.PERSON: Field(self.tr("填报人"), self.person),
        }

    def _build(self) -> None:
        self.note.setAccessibleName(self.tr("完成情况"))
        for combo in (self.department, self.person):
            line = combo.lineEdit()
            if line is not None:
                line.setAccessibleName(combo.accessibleName())
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self._fields[Spot.REASON])
        layout.addLayout(self._note_column())
        layout.addLayout(self._row())
        layout.addLayout(at_left(self._listing))

    def _note_column(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.addWidget(heading(self.tr("完成情况")))
        head.addStretch()
        head.addWidget(self._hint)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self._problem)
        return column

    def _row(self) -> QHBoxLayout:
        for spot, wide in ((Spot.DUE, _DUE), (Spot.DEPARTMENT, _DEPARTMENT), (Spot.PERSON, _PERSON)):
            self._fields[spot].setFixedWidth(wide)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._fields[Spot.MISSING], 1)
        for spot in (Spot.DUE, Spot.DEPARTMENT, Spot.PERSON):
            row.addWidget(self._fields[spot])
        row.addStretch()
        return row

    def _listen(self) -> None:
        for spot, field in self._texts().items():
            field.written.connect(partial(self._on_written, spot))
        self.due.date_chosen.connect(partial(self._on_written, Spot.DUE))
        self.due.refused.connect(self._on_due_refused)
        self.note.overflowed.connect(self._on_overflowed)
        self._listing.clicked.connect(self._on_listing)

    def _on_written(self, spot: Spot, value: str | date | None) -> None:
        if self._page is not None:
            self.written.emit(self._page, spot, value)

    def _on_listing(self) -> None:
        self.listing_wanted.emit(self._unlisted)

    def _show_listing(self, shown: ItemShown) -> None:
        """Offer to put a department that was typed into the school's list."""
        self._unlisted = shown.unlisted
        self._listing.setText(self.tr("把“{name}”加进科室名单").replace("{name}", _short(shown.unlisted)))
        self._listing.setVisible(bool(shown.unlisted) and shown.row.is_binding)

    def _on_due_refused(self, sentence: str) -> None:
        if sentence:
            self._on_written(Spot.DUE, self.due.text())

    def _on_overflowed(self, most: int) -> None:
        self._problem.say(self.tr("完成情况最多 {most} 字，多出的没有贴进来。").format(most=f"{most:,}"))

    def _show_due(self, due: object) -> None:
        if isinstance(due, date) or due is None:
            self.due.show_date(due)
        else:
            self.due.show_text(str(due))
            self._fields[Spot.DUE].show_error(self.tr("这里要填日期，例如 2025-12-20。"))

    def _show_errors(self, shown: ItemShown) -> None:
        errors = shown.errors.get(shown.page, {})
        for spot in (Spot.REASON, Spot.MISSING, Spot.DEPARTMENT, Spot.PERSON):
            self._fields[spot].show_error(errors.get(spot, ""))
        self._problem.say(errors.get(Spot.NOTE, ""))

    def _unfold(self, shown: ItemShown) -> None:
        answer = shown.row.answer
        has_rest = bool(answer.missing or answer.due or shown.typed(Spot.MISSING, "") or shown.typed(Spot.DUE, None))
        is_open = answer.status in (Status.PARTLY_MET, Status.NOT_MET) or (
            has_rest and answer.status is not Status.NOT_APPLICABLE
        )
        self._fields[Spot.MISSING].setVisible(is_open)
        self._fields[Spot.DUE].setVisible(is_open)
        self._fields[Spot.REASON].setVisible(answer.status is Status.NOT_APPLICABLE)

    def _lock(self, locked: bool) -> None:
        for field in (self.reason, self.missing, self.due):
            field.lock(locked)
        self.note.setReadOnly(locked)
        self.department.setEnabled(not locked)
        self.person.setEnabled(not locked)
        self._hint.setText("" if self.note.isReadOnly() else self.tr("离开此栏即保存"))


def _short(name: str) -> str:
    return name if len(name) <= _MOST_OF_NAME else f"{name[: _MOST_OF_NAME - 1]}…"


def _show_from_start(combo: Combo) -> None:
    """Let a long name be read from its beginning, and whole in the tooltip."""
    line = combo.lineEdit()
    if line is not None and not line.hasFocus():
        line.setCursorPosition(0)
        set_tip(combo, combo.currentText())

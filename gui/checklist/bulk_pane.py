"""The form that stands in the item's place while several are chosen: what is said alike of all of them."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gui.checklist.bulk_words import BulkShown
from gui.platform.fonts import Role
from gui.widgets.buttons import Button, PrimaryButton
from gui.widgets.date_edit import DateEdit
from gui.widgets.field import Field
from gui.widgets.labels import field_label, plain_label, set_tip
from gui.widgets.line_edit import Combo, LineEdit
from gui.widgets.over_scroll import OverScroll
from gui.widgets.panes import Pane, column_in, hrule, scrolled
from gui.widgets.progress_card import ProgressCard
from gui.widgets.status_group import StatusGroup
from gui.widgets.text import Paragraph
from gui.widgets.writing import writes
from models.vocabulary import Status
from services.bulk import DUE_STATUSES, BulkWish

_WIDEST, _PAD = 760, 24
_DUE, _DEPARTMENT, _PERSON = 152, 168, 136


class BulkPane(Pane):
    """Fields that are empty leave alone what each item has; below stands what would change."""

    wish_changed = Signal(BulkWish)
    act_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", parent)
        self._status: Status | None = None
        self._title = plain_label("", Role.TITLE)
        self._chosen = Paragraph("", Role.SMALL, "ink2", max_lines=3)
        self.group = StatusGroup()
        self.reason, self.due = LineEdit(), DateEdit()
        self.department, self.person = Combo(editable=True), Combo(editable=True)
        self.reviewed = QCheckBox(self.tr("记为已复核"))
        self._reason = Field(self.tr("不适用的理由"), self.reason)
        self._due = Field(self.tr("何时补齐"), self.due)
        self._preview = [
            Paragraph("", Role.BODY_BOLD),
            *(Paragraph("", Role.SMALL, "ink2", max_lines=4) for _ in range(4)),
        ]
        self.act, self.leave = writes(PrimaryButton(self.tr("一起改"), tall=40)), Button(self.tr("不改了"), tall=40)
        self.card = ProgressCard(self.tr("正在一起改"))
        self._build()
        self._listen()

    def show_chosen(self, shown: BulkShown) -> None:
        """Show which items are chosen, with an empty form."""
        self._title.setText(shown.title)
        self._chosen.show_text(shown.labels)
        self.department.offer(shown.departments)
        self.person.offer(shown.persons)
        self.reviewed.setVisible(shown.has_review)
        self._clear()
        self._unfold()
        self._say()

    def show_preview(self, lines: tuple[str, ...], act: str, *, can_act: bool) -> None:
        """Say what would change, what is so already and what cannot be, and what the button does."""
        for place, paragraph in enumerate(self._preview):
            paragraph.show_text(lines[place] if place < len(lines) else "")
            paragraph.setVisible(place < len(lines))
        self.act.setText(act)
        self.act.setEnabled(can_act)

    def choose_status(self, status: Status) -> None:
        """Choose a status for all; the same one again chooses none."""
        self._status = None if status is self._status else status
        self.group.show_status(self._status)
        self._unfold()
        self._say()
        if self._status is Status.NOT_APPLICABLE and not self.reason.text():
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def wish(self) -> BulkWish:
        """Give what the form says."""
        has_due = self._due.isVisibleTo(self)
        return BulkWish(
            status=self._status,
            reason=self.reason.text() if self._status is Status.NOT_APPLICABLE else "",
            department=self.department.currentText().strip(),
            person=self.person.currentText().strip(),
            due=self.due.shown_date if has_due else None,
            is_reviewed=self.reviewed.isChecked(),
        )

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what can be filled in, in order."""
        return (self.reason, self.department, self.person, self.due, self.reviewed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.act.isEnabled():
            self.act_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _clear(self) -> None:
        self._status = None
        self.group.show_status(None)
        for field in (self.reason, self.department, self.person, self.due, self.reviewed):
            with QSignalBlocker(field):
                self._empty(field)

    def _empty(self, field: QWidget) -> None:
        match field:
            case LineEdit() | Combo():
                field.show_text("")
            case DateEdit():
                field.show_date(None)
            case _:
                self.reviewed.setChecked(False)

    def _unfold(self) -> None:
        self._reason.setVisible(self._status is Status.NOT_APPLICABLE)
        self._due.setVisible(self._status is None or self._status in DUE_STATUSES)

    def _say(self) -> None:
        self.wish_changed.emit(self.wish)

    def _build(self) -> None:
        content = QWidget()
        content.setMaximumWidth(_WIDEST + 2 * _PAD)
        self._fill(QVBoxLayout(content))
        area = scrolled(content)
        OverScroll(area)
        layout = column_in(self)
        layout.addWidget(area, 1)
        layout.addWidget(self.card)
        layout.addWidget(self._bar())

    def _fill(self, layout: QVBoxLayout) -> None:
        layout.setContentsMargins(_PAD, 16, _PAD, 16)
        layout.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(self._chosen)
        layout.addLayout(head)
        layout.addWidget(hrule())
        layout.addLayout(self._statuses())
        layout.addWidget(self._reason)
        layout.addLayout(self._row())
        layout.addWidget(self.reviewed)
        layout.addWidget(hrule())
        for paragraph in self._preview:
            layout.addWidget(paragraph)
        layout.addStretch()

    def _statuses(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(field_label(self.tr("状态（空着的栏不动）")))
        column.addWidget(self.group)
        return column

    def _row(self) -> QHBoxLayout:
        department, person = Field(self.tr("责任科室"), self.department), Field(self.tr("填报人"), self.person)
        row = QHBoxLayout()
        row.setSpacing(12)
        for field, wide in ((department, _DEPARTMENT), (person, _PERSON), (self._due, _DUE)):
            field.setFixedWidth(wide)
            row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch()
        return row

    def _bar(self) -> QWidget:
        bar = Pane("sheet")
        row = QHBoxLayout()
        row.setContentsMargins(_PAD, 11, _PAD, 12)
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.leave)
        row.addWidget(self.act)
        column = column_in(bar)
        column.addWidget(hrule("line2"))
        column.addLayout(row)
        return bar

    def _listen(self) -> None:
        for combo in (self.department, self.person):
            line = combo.lineEdit()
            assert line is not None
            line.setAccessibleName(combo.accessibleName())
            combo.editTextChanged.connect(self._say)
        set_tip(self.reviewed, self.tr("填的内容不变，只记下已经复核"))
        self.group.status_chosen.connect(self.choose_status)
        self.reason.textChanged.connect(self._say)
        self.due.date_chosen.connect(self._say)
        self.reviewed.toggled.connect(self._say)
        self.act.clicked.connect(self.act_wanted)
        self.leave.clicked.connect(self.leave_wanted)

"""A new assessment in three fields: school, policy, year."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.policies.policy_words import short_words
from gui.policies.start_wish import SchoolWish, StartWish
from gui.widgets.buttons import PrimaryButton
from gui.widgets.field import Field
from gui.widgets.labels import plain_label
from gui.widgets.line_edit import Combo
from gui.widgets.panes import Card
from gui.widgets.school_fields import SchoolFields
from gui.widgets.writing import writes
from models.vocabulary import SchoolId
from services.listed import PolicyRow, SchoolRow

_FIRST_YEAR = 2020


class NewForm(Card):
    """The three fields and their button; a new school's name unfolds what else must be known of it."""

    start_wished = Signal(object)

    def __init__(self, today: Callable[[], date] = date.today, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent=parent)
        self._schools: dict[str, SchoolId] = {}
        self._school = Combo(editable=True)
        self._policy = Combo()
        self._year = Combo()
        self._new_school = SchoolFields()
        self._start = PrimaryButton(self.tr("新建自评"))
        self._hint = plain_label("", Role.META, "ink3")
        self._school_field = Field(self.tr("学校"), self._school)
        self._offer_years(today().year)
        self._lay_out()
        self._connect()
        self._start.setEnabled(False)
        writes(self)

    def show_schools(self, schools: Sequence[SchoolRow]) -> None:
        """Offer the schools we know, the first of them chosen; a new name being typed stays."""
        typed = self._name if self._name not in self._schools else ""
        self._schools = {school.name: school.id for school in schools}
        self._school.clear()
        self._school.addItems(list(self._schools))
        self._school.setCurrentIndex(0 if schools else -1)
        if typed:
            self._school.setEditText(typed)
        self._unfold()

    def show_policies(self, policies: Sequence[PolicyRow]) -> None:
        """Offer the policies whose checklists are written."""
        self._policy.clear()
        for policy in policies:
            if policy.is_written:
                self._policy.addItem(short_words(policy), policy.slug)
        self._start.setEnabled(self._policy.count() > 0)
        self._hint.setText(self._hint_words())

    def choose_policy(self, slug: str) -> None:
        """Take a policy and go to the school."""
        self._policy.setCurrentIndex(self._policy.findData(slug))
        self.focus_school()

    def prefill(self, school: str, slug: str) -> None:
        """Take the school and policy somebody worked on last, unless something is typed already."""
        if not self._name or self._name in self._schools:
            self._school.setEditText(school)
            self._policy.setCurrentIndex(max(self._policy.findData(slug), 0))

    @property
    def first(self) -> QWidget:
        """Give the first field."""
        return self._school

    def focus_school(self) -> None:
        """Take the keyboard to the first field."""
        self._school.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._school_line.selectAll()

    def _hint_words(self) -> str:
        if self._policy.count():
            return self.tr("先答本校与共同责任的要点，其余随时可看")
        return self.tr("清单还在编写，写好就能新建")

    def _offer_years(self, this_year: int) -> None:
        for year in range(this_year, _FIRST_YEAR - 1, -1):
            self._year.addItem(str(year), year)

    def _lay_out(self) -> None:
        self._school_line.setPlaceholderText(self.tr("填学校全称"))
        second, last = QHBoxLayout(), QHBoxLayout()
        second.setSpacing(12)
        second.addWidget(Field(self.tr("政策"), self._policy), 1)
        second.addWidget(self._year_field())
        last.addWidget(self._hint, 1)
        last.addWidget(self._start)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._school_field)
        column.addWidget(self._new_school)
        column.addLayout(second)
        column.addSpacing(4)
        column.addLayout(last)
        self._new_school.hide()

    def _year_field(self) -> Field:
        field = Field(self.tr("年度"), self._year)
        field.setFixedWidth(112)
        return field

    def _connect(self) -> None:
        completer = QCompleter(self._school.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._school.setCompleter(completer)
        self._school.editTextChanged.connect(self._unfold)
        self._start.clicked.connect(self._on_start)
        # Enter in a field only goes on: what is started by mistake cannot be taken back
        self._school_line.returnPressed.connect(self._on_entered)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(key), self._start)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._on_start)

    @property
    def _school_line(self) -> QLineEdit:
        line = self._school.lineEdit()
        assert line is not None
        return line

    @property
    def _name(self) -> str:
        return " ".join(self._school.currentText().split())

    def _unfold(self) -> None:
        """Show what a new school needs as soon as the name is none we know."""
        is_new = bool(self._name) and self._name not in self._schools
        self._new_school.setVisible(is_new)
        self._new_school.guess(self._name)
        self._school_field.show_error("")

    def _on_entered(self) -> None:
        self.focusNextChild()

    def _on_start(self) -> None:
        if not self._start.isEnabled():
            return
        school = self._school_wish()
        if school is not None:
            self.start_wished.emit(StartWish(school, self._policy.currentData(), self._year.currentData()))

    def _school_wish(self) -> SchoolId | SchoolWish | None:
        if not self._name:
            self._school_field.show_error(self.tr("先填学校全称，例如“某某县职业中等专业学校”"))
            self._school.setFocus()
            return None
        if self._name in self._schools:
            return self._schools[self._name]
        if not self._new_school.check() or self._new_school.type is None:
            self._new_school.focus_type()
            return None
        kind = self._new_school.type
        return SchoolWish(self._name, kind, self._new_school.ownership, self._new_school.place)

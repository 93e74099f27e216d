"""How the chosen paper is made: both sides, its annexes, filled in or blank, for which department."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gui.widgets.field import Field
from gui.widgets.labels import heading
from gui.widgets.line_edit import Combo, LineEdit
from gui.widgets.writing import writes
from models.vocabulary import Annex
from reports.orders import Kind
from services.reporting.parts import ReportSettings


class ChoicesPart(QWidget):
    """Wishes about one paper; `settings_wanted` carries what is to be kept with the assessment.

    What was chosen and could not be kept stays as it was chosen, and is wished for again by `flush`.
    """

    settings_wanted = Signal(object)
    filled_wanted = Signal(bool)
    department_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = ReportSettings()
        self._is_locked = False
        self._read_only: list[LineEdit] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(4)
        self._column.addWidget(heading(self.tr("怎么打印")))
        self._build_boxes()
        self._build_fields()
        self._show(self._settings)
        self.show_kind(Kind.SELF_ASSESSMENT)

    def show_kind(self, kind: Kind) -> None:
        """Offer what this paper lets one choose."""
        for box in self._annexes.values():
            box.setVisible(kind is Kind.SELF_ASSESSMENT)
        self._authority_field.setVisible(kind is Kind.SELF_ASSESSMENT)
        self._principal_field.setVisible(kind is Kind.SELF_ASSESSMENT)
        self._filled.setVisible(kind is Kind.ON_SITE_FORM)
        self._department_field.setVisible(kind is Kind.TASK_SHEETS)

    def show_settings(self, settings: ReportSettings) -> None:
        """Show what is kept with the assessment, without wishing for it; what is still to be kept stays."""
        if self.is_kept:
            self._settings = settings
            self._show(settings)

    def know(self, settings: ReportSettings) -> None:
        """Take note of what was kept."""
        self._settings = settings

    def lock(self, is_locked: bool) -> None:
        """Let the choices be read only: an edition was frozen with its own; what was so before stays so after."""
        if is_locked == self._is_locked:
            return
        self._is_locked = is_locked
        for box in (self._duplex, *self._annexes.values()):
            box.setEnabled(not is_locked)
        names = (self._authority, self._principal)
        if is_locked:
            self._read_only = [edit for edit in names if edit.isReadOnly()]
        for edit in names:
            edit.lock(is_locked or edit in self._read_only)

    def flush(self) -> bool:
        """Wish now for what was typed or could not be kept; say whether nothing is left unsaved."""
        for edit in (self._authority, self._principal):
            edit.flush()
        self._on_settings()
        return self.is_kept

    @property
    def is_kept(self) -> bool:
        """Say whether all that is chosen and typed is kept."""
        return self._wanted() == self._settings

    def show_departments(self, names: Sequence[str]) -> None:
        """Offer the departments that have a sheet."""
        with QSignalBlocker(self._department):
            chosen = self._department.currentIndex()
            self._department.offer([self.tr("全部科室"), *names])
            self._department.setCurrentIndex(chosen if 0 <= chosen <= len(names) else 0)

    def choose_duplex(self, is_duplex: bool) -> None:
        """Ask for both sides of the paper, as its box does."""
        self._duplex.setChecked(is_duplex)

    def choose_annex(self, annex: Annex, is_wanted: bool) -> None:
        """Ask for an annex or leave it out, as its box does."""
        self._annexes[annex].setChecked(is_wanted)

    def choose_department(self, place: int) -> None:
        """Choose a department by its place, 0 being all."""
        self._department.setCurrentIndex(place)
        self._on_department(place)

    def _build_boxes(self) -> None:
        self._duplex = self._box(self.tr("双面打印，装订边左右交替"), self._on_settings)
        self._annexes = {
            Annex.LEDGER: self._box(self.tr("附整改台账"), self._on_settings),
            Annex.EVIDENCE: self._box(self.tr("附佐证材料目录"), self._on_settings),
            Annex.PHOTOS: self._box(self.tr("附现场照片"), self._on_settings),
        }
        for kept in (self._duplex, *self._annexes.values()):
            writes(kept)
        self._filled = self._box(self.tr("印上学校的自评"), self.filled_wanted.emit)

    def _build_fields(self) -> None:
        self._authority, self._principal = writes(LineEdit("")), writes(LineEdit(""))
        self._authority_field = Field(self.tr("封面上的主管部门"), self._authority)
        self._principal_field = Field(self.tr("封面上的学校负责人"), self._principal)
        self._department = Combo()
        self._department_field = Field(self.tr("哪个科室"), self._department)
        for field in (self._authority_field, self._principal_field, self._department_field):
            self._column.addWidget(field)
        self._authority.written.connect(self._on_settings)
        self._principal.written.connect(self._on_settings)
        self._department.activated.connect(self._on_department)

    def _box(self, words: str, slot: Callable[..., None]) -> QCheckBox:
        box = QCheckBox(words)
        box.toggled.connect(slot)
        self._column.addWidget(box)
        return box

    def _show(self, settings: ReportSettings) -> None:
        with QSignalBlocker(self._duplex):
            self._duplex.setChecked(settings.is_duplex)
        for annex, box in self._annexes.items():
            with QSignalBlocker(box):
                box.setChecked(annex in settings.annexes)
        for edit, name in ((self._authority, settings.authority), (self._principal, settings.principal)):
            if edit.text().strip() != name:  # a blank at the end is on its way to the next word
                edit.show_text(name)

    def _wanted(self) -> ReportSettings:
        return ReportSettings(
            authority=self._authority.text().strip(),
            principal=self._principal.text().strip(),
            annexes=tuple(annex for annex, box in self._annexes.items() if box.isChecked()),
            is_duplex=self._duplex.isChecked(),
        )

    def _on_settings(self, *_: object) -> None:
        if not self.is_kept:
            self.settings_wanted.emit(self._wanted())

    def _on_department(self, place: int) -> None:
        self.department_wanted.emit("" if place <= 0 else self._department.itemText(place))

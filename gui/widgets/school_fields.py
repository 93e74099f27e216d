"""What must be known of a school besides its name."""

from PySide6.QtWidgets import QWidget

from gui.widgets.field import Field
from gui.widgets.line_edit import Combo, LineEdit
from gui.widgets.panes import row_in
from models.vocabulary import Ownership, SchoolType
from resources import word

_SIGNS = (
    (("职教中心", "职业教育中心"), SchoolType.COUNTY_CENTRE),
    (("技工", "技师"), SchoolType.TECHNICIAN),
    (
        ("中等专业", "中等职业", "职业高中", "职业高级中学", "中专", "职专", "职中", "职业技术学校", "职业学校"),
        SchoolType.SECONDARY,
    ),
    (("职业技术大学", "职业大学"), SchoolType.UNDERGRADUATE),
    (("职业技术学院", "职业学院", "高等专科", "高专"), SchoolType.COLLEGE),
)


def likely_type(name: str) -> SchoolType | None:
    """Read a school's type off its name where the name says it."""
    return next((kind for words, kind in _SIGNS if any(some in name for some in words)), None)


class SchoolFields(QWidget):
    """Type, ownership and place in one line; the type follows the name until somebody chooses it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_chosen = False
        self._type = _choices(SchoolType)
        self._type.setPlaceholderText(self.tr("选一类"))
        self._type.setCurrentIndex(-1)
        self._ownership = _choices(Ownership)
        self._place = LineEdit("", self.tr("可不填"))
        self._type_field = Field(self.tr("学校类型"), self._type)
        self._lay_out()
        self._type.activated.connect(self._on_chosen)

    @property
    def type(self) -> SchoolType | None:
        """Give the chosen type, None while none is."""
        chosen = self._type.currentData()
        return SchoolType(chosen) if chosen else None

    @property
    def ownership(self) -> Ownership:
        """Say who runs the school."""
        return Ownership(self._ownership.currentData())

    @property
    def place(self) -> str:
        """Say where it is, "" when left out."""
        return self._place.text().strip()

    def show_school(self, kind: SchoolType, ownership: Ownership, place: str) -> None:
        """Show a school we know."""
        self._was_chosen = True
        self._type.setCurrentIndex(self._type.findData(kind.value))
        self._ownership.setCurrentIndex(self._ownership.findData(ownership.value))
        self._place.show_text(place)

    def guess(self, name: str) -> None:
        """Offer the type that a name suggests, unless one was chosen by hand."""
        if not self._was_chosen:
            kind = likely_type(name)
            self._type.setCurrentIndex(-1 if kind is None else self._type.findData(kind.value))

    def check(self) -> bool:
        """Say whether the type is there, and ask for it where it is not."""
        self._type_field.show_error("" if self.type else self.tr("选一下类型，要点按类型分"))
        return self.type is not None

    def focus_type(self) -> None:
        """Take the keyboard to the type."""
        self._type.setFocus()

    def _lay_out(self) -> None:
        line = row_in(self, 12)
        line.addWidget(self._type_field, 5)
        line.addWidget(Field(self.tr("办学性质"), self._ownership), 3)
        line.addWidget(Field(self.tr("所在县（市、区）"), self._place), 4)

    def _on_chosen(self) -> None:
        self._was_chosen = True
        self._type_field.show_error("")


def _choices(kinds: type[SchoolType] | type[Ownership]) -> Combo:
    combo = Combo()
    for kind in kinds:
        combo.addItem(word(kind), kind.value)
    return combo

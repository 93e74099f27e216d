"""The ratios worked out from the base data while they are entered, each with its formula."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.settings.base_said import formula_words, ratio_words
from gui.widgets.labels import heading
from gui.widgets.panes import Pane
from gui.widgets.reading_area import ReadingArea
from gui.widgets.text import Paragraph
from services.base_data import Derived


class RatiosPane(Pane):
    """One ratio under another; those with nothing entered are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self._shown: tuple[Derived, ...] | None = None
        self._said: list[Paragraph] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 10, 8, 10)
        column.addWidget(heading(self.tr("由这些数算出")))
        column.addLayout(self._list)
        column.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        area = ReadingArea(content)
        area.setAccessibleName(self.tr("推算的指标"))
        layout.addWidget(area)

    def show_ratios(self, derived: Sequence[Derived]) -> None:
        """Show what has come out so far."""
        if self._shown == tuple(derived):
            return
        self._shown = tuple(derived)
        for said in self._said:
            self._list.removeWidget(said)
            said.hide()
            said.deleteLater()
        self._said = []
        for one in derived:
            self._add(one)
        if not derived:
            self._say(self.tr("填了在校生数、专任教师数等，这里就会算出师生比、占比和生均值。"), Role.META, "ink3")

    def words(self) -> tuple[str, ...]:
        """Give all that is said, in order."""
        return tuple(said.text for said in self._said)

    def _add(self, derived: Derived) -> None:
        told = self.tr("{name} {value}").format(name=derived.ratio.name, value=ratio_words(derived))
        ink = "ink" if derived.value is not None else "ink3"
        self._say(told, Role.SMALL, ink)
        if derived.value is not None:
            self._say(formula_words(derived), Role.META, "ink3")

    def _say(self, text: str, role: Role, ink: str) -> None:
        said = Paragraph(text, role, ink)
        self._said.append(said)
        self._list.addWidget(said)

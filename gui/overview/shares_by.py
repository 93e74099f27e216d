"""How far the sections have come, or the themes: a switch, a legend, a bar each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.overview.content import Overview, SectionLine
from gui.overview.delegates import SectionDelegate
from gui.widgets.buttons import LinkButton
from gui.widgets.labels import heading
from gui.widgets.row_list import RowList, lay_under_head
from gui.widgets.stacked_bar import Legend, counts_sentence


class SharesBy(QWidget):
    """One list of bars at a time; a row leads to its section or its theme."""

    section_wanted = Signal(str)
    theme_wanted = Signal(str)

    def __init__(self, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None
        self._by_theme = False
        self._title, self.switch = heading(), LinkButton()
        self._legend = Legend()
        self._delegate = SectionDelegate(row_height)
        self.rows = RowList(self._delegate, said=_sentence_of)
        self._lay_out()
        self.switch.clicked.connect(self._on_switched)
        self.rows.wanted.connect(self._on_wanted)

    def show_overview(self, overview: Overview) -> None:
        """Show an assessment as it stands."""
        self._overview = overview
        self._legend.show_counts(overview.counts)
        self._draw()

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return self.switch, self.rows

    def set_row_height(self, height: int) -> None:
        """Give the rows another height."""
        self.rows.set_row_height(height)

    def _draw(self) -> None:
        name = self.tr("分主题") if self._by_theme else self.tr("分章节")
        self._title.setText(name)
        self.switch.setText(self.tr("按章节看") if self._by_theme else self.tr("按主题看"))
        if self._overview is None:
            return
        lines = self._overview.themes if self._by_theme else self._overview.sections
        self.rows.setAccessibleName(name)
        self._delegate.measure(lines)
        self.rows.show_rows(lines)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self.switch)
        head.addStretch(1)
        head.addWidget(self._legend)
        lay_under_head(self, head, self.rows, spacing=4)

    def _on_switched(self) -> None:
        self._by_theme = not self._by_theme
        self._draw()

    def _on_wanted(self, line: SectionLine) -> None:
        (self.theme_wanted if self._by_theme else self.section_wanted).emit(line.ref)


def _sentence_of(row: object) -> str:
    assert isinstance(row, SectionLine)
    return "，".join(filter(None, (row.heading, counts_sentence(row.counts), row.carried, row.moved_words)))

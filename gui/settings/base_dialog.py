"""The dialog in which a school's base data of a year are entered."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from checklists.base_figures import base_figures
from gui.platform.fonts import Role
from gui.settings.asked_figures import Asked
from gui.settings.base_model import BaseModel
from gui.settings.base_said import oddity_words
from gui.settings.base_table import BaseTable
from gui.settings.ratios_pane import RatiosPane
from gui.widgets.buttons import FilterChip
from gui.widgets.date_edit import DateEdit
from gui.widgets.dialog import Dialog
from gui.widgets.field import Field
from gui.widgets.line_edit import LineEdit
from gui.widgets.problem import Problem
from gui.widgets.text import Paragraph
from gui.widgets.writing import writes
from services.base_data import BaseData
from services.checklist import Fact

_WIDTH, _RATIOS, _MOST_ODD = 940, 212, 3


class BaseDataDialog(Dialog):
    """It stays open until what was entered can be kept; what is odd is said and kept all the same."""

    save_wished = Signal(object)

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("{year} 年度基础数据").format(year=year),
            self.tr(
                "填一次，清单里用得着的指标都能取来。回车到下一项，整列可以从表格里复制来粘贴；带圆点的是这份清单要用的。"
            ),
            act=self.tr("保存"),
            stay=self.tr("不改了"),
            width=_WIDTH,
            parent=parent,
        )
        writes(self.act_button).setDefault(False)  # Enter goes on to the next figure; Ctrl+Enter saves
        self.model = BaseModel(self)
        self.table = writes(BaseTable(self.model))
        self.ratios = RatiosPane()
        self.as_of, self.source = writes(DateEdit()), writes(LineEdit("", self.tr("例如事业统计报表")))
        self._asked_only = FilterChip(self.tr("只看清单要用的"))
        self._meaning = Paragraph("", Role.META, "ink3", max_lines=2)
        self._odd, self._problem = Problem(tone="partly"), Problem()
        self._lay_out_parts()
        self._listen()

    def show_facts(self, facts: Sequence[Fact], before: Sequence[Fact], asked: Asked) -> None:
        """Show what is kept of the year, beside the year before."""
        self.model.show_facts(facts, before, asked)
        days = [fact.as_of for fact in facts if fact.as_of is not None]
        self.as_of.show_date(max(days, key=days.count) if days else None)
        self._on_common_changed()
        self._asked_only.setText(self.tr("只看清单要用的 {count} 项").format(count=len(asked)))
        self._asked_only.setVisible(bool(asked))

    def show_problem(self, sentence: str) -> None:
        """Say why it could not be kept."""
        self._problem.say(sentence)

    def close_kept(self) -> None:
        """Close, as all is kept."""
        super().accept()

    @override
    def accept(self) -> None:
        """Ask for it to be kept; the dialog closes once it is."""
        self.table.finish_typing()
        self._on_common_changed()
        self.show_problem(self.model.problem())
        if not self.model.problem():
            self.save_wished.emit(self.model.facts())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first value that is missing, now that there is a place to scroll to."""
        super().showEvent(event)
        self.table.begin()

    @override
    def sizeHint(self) -> QSize:
        """Leave room for the window's own frame on the smallest screen."""
        return super().sizeHint().boundedTo(QSize(_WIDTH, self.screen().availableSize().height() - 40))

    def _lay_out_parts(self) -> None:
        self._body.setSpacing(8)
        self._body.addLayout(self._common())
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.table, 1)
        self.ratios.setFixedWidth(_RATIOS)
        row.addWidget(self.ratios)
        self._body.addLayout(row, 1)
        for part in (self._meaning, self._odd, self._problem):
            self.add(part)

    def _common(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.as_of.setFixedWidth(152)
        self.source.setFixedWidth(232)
        row.addWidget(Field(self.tr("截至日期，没另写的都用它"), self.as_of))
        row.addWidget(Field(self.tr("来源，没另写的都用它"), self.source))
        row.addStretch()
        chip = QVBoxLayout()
        chip.addStretch()
        chip.addWidget(self._asked_only, 0, Qt.AlignmentFlag.AlignRight)
        row.addLayout(chip)
        return row

    def _listen(self) -> None:
        self.as_of.date_chosen.connect(self._on_common_changed)
        self.source.written.connect(self._on_common_changed)
        self._asked_only.clicked.connect(self._on_asked_only)
        self._asked_only.cleared.connect(self._on_asked_only)
        self.table.stepped.connect(self._on_stepped)
        self.model.dataChanged.connect(self._on_data_changed)
        self.model.modelReset.connect(self._on_data_changed)

    def _on_common_changed(self, _what: object = None) -> None:
        self.model.set_common(self.as_of.shown_date, self.source.text().strip())

    def _on_asked_only(self) -> None:
        self._asked_only.show_active(not self._asked_only.is_active)
        for place in range(self.model.rowCount()):
            is_asked = self.model.row(place).is_asked
            self.table.setRowHidden(place, self._asked_only.is_active and not is_asked)

    def _on_stepped(self, place: int) -> None:
        figure = base_figures().get(self.model.row(place).name) if place >= 0 else None
        self._meaning.show_text(
            self.tr("{name}：{meaning}").format(name=figure.name, meaning=figure.meaning) if figure else ""
        )

    def _on_data_changed(self) -> None:
        base = BaseData(self.model.entered())
        self.ratios.show_ratios(base.all_derived())
        odd = base.oddities()
        told = [oddity_words(one) for one in odd[:_MOST_ODD]]
        more = self.tr("，还有 {count} 处").format(count=len(odd) - _MOST_ODD) if len(odd) > _MOST_ODD else ""
        self._odd.say(
            self.tr("核对一下：{told}{more}。照样可以保存。").format(told="；".join(told), more=more) if told else ""
        )

"""The dialog in which a school says an item of its own."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from checklists.deadlines import last_day
from gui.checklist.own_wish import OwnWish, papers_in
from gui.widgets.dialog import FIELD_GAP, WIDE, Dialog
from gui.widgets.field import Field
from gui.widgets.line_edit import LineEdit
from gui.widgets.note_edit import NoteEdit
from gui.widgets.problem import Problem
from services.own_items import OwnWords


class OwnItemDialog(Dialog):
    """Only the text must be said; what cannot stand is said under its field."""

    def __init__(self, wish: OwnWish, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("添一条校本要点") if wish.is_new else self.tr("改这条校本要点"),
            self.tr("只加在本校的清单里，市里的要点不动。以后政策换版，它跟着走。"),
            act=self.tr("添上") if wish.is_new else self.tr("改好了"),
            stay=self.tr("不添了") if wish.is_new else self.tr("不改了"),
            width=WIDE,
            parent=parent,
        )
        self._wish = wish
        self.text, self.how = NoteEdit(lines=2, most_lines=5), LineEdit(wish.words.how, self.tr("例如：查阅记录"))
        self.papers = LineEdit("、".join(wish.words.evidence), self.tr("例如：制度文件、检查记录"))
        self.deadline = LineEdit(wish.words.deadline, self.tr("例如 2026 或 2026-06"))
        self.of_measure = QCheckBox(self.tr("放在这一条款下：{place}").replace("{place}", wish.place))
        self._text_field = Field(self.tr("学校要做到什么"), self.text)
        self._deadline_field = Field(self.tr("时限（可以不填）"), self.deadline)
        self._problem = Problem(wish.refusal)
        self._lay_out_fields()

    @property
    def wish(self) -> OwnWish:
        """Give what is wanted."""
        words = OwnWords(
            self.text.toPlainText().strip(),
            how=self.how.text().strip(),
            evidence=papers_in(self.papers.text()),
            deadline=self.deadline.text().strip(),
        )
        return replace(self._wish, words=words, is_of_measure=self.of_measure.isChecked())

    @override
    def accept(self) -> None:
        wish = self.wish
        self._text_field.show_error("" if wish.words.text else self.tr("写一句学校要做到什么。"))
        is_day = _is_deadline(wish.words.deadline)
        self._deadline_field.show_error("" if is_day else self.tr("这里要填年份或日期，例如 2026 或 2026-06。"))
        if wish.words.text and is_day:
            super().accept()

    def _lay_out_fields(self) -> None:
        self.text.show_text(self._wish.words.text)
        self.of_measure.setChecked(self._wish.is_of_measure)
        self.of_measure.setVisible(self._wish.is_new)
        parts = (
            self._problem,
            self._text_field,
            self.of_measure,
            Field(self.tr("怎么核查（可以不填）"), self.how),
            Field(self.tr("看哪些材料（可以不填）"), self.papers),
            self._deadline_field,
        )
        self._body.setSpacing(FIELD_GAP)
        for part in parts:
            self.add(part)
        self.text.setFocus()


def _is_deadline(text: str) -> bool:
    try:
        last_day(text)
    except ValueError:
        return False
    return True

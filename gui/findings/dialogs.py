"""The questions that a step of the remedy asks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gui.widgets.date_edit import DateEdit
from gui.widgets.dialog import WIDE, Dialog
from gui.widgets.field import Field
from gui.widgets.line_edit import Combo, LineEdit
from gui.widgets.note_edit import NoteEdit
from models.vocabulary import Outcome, RemedyKind
from resources import word
from services.findings.rows import Recognition, Remedy, Review

_tr = partial(QCoreApplication.translate, "findings")


@dataclass(frozen=True, slots=True)
class Reported:
    """What the school says has become of it."""

    outcome: Outcome
    words: str


class NewDialog(Dialog):
    """What is wrong, what kind of remedy, and who leads; the rest is written in the pane."""

    def __init__(self, departments: tuple[str, ...], parent: QWidget | None = None) -> None:
        question, said = _tr("记一个什么问题？"), _tr("不属于哪一条要点的问题，也在台账里管起来。")
        super().__init__(question, said, act=_tr("记进台账"), stay=_tr("不记了"), width=WIDE, parent=parent)
        self.problem = NoteEdit(lines=2, placeholder=_tr("缺什么、哪里没做到"), most_lines=6)
        self.kind, self.lead = Combo([word(kind) for kind in RemedyKind]), Combo(departments, editable=True)
        lead = Field(_tr("牵头科室"), self.lead)
        self.add(_stacked(Field(_tr("问题"), self.problem), Field(_tr("类型"), self.kind), lead))
        self.problem.textChanged.connect(self._on_text_changed)
        self._on_text_changed()
        self.problem.setFocus()

    @property
    def remedy(self) -> Remedy:
        """Give what was typed."""
        kind = list(RemedyKind)[self.kind.currentIndex()]
        return Remedy(self.problem.toPlainText().strip(), kind=kind, lead=self.lead.currentText().strip())

    def _on_text_changed(self) -> None:
        self.act_button.setEnabled(bool(self.problem.toPlainText().strip()))


class ReportDialog(Dialog):
    """How far the school says it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        question, said = _tr("整改到什么程度了？"), _tr("写下自报结果；做完的会转到待复查，没做完的留在整改中。")
        super().__init__(question, said, act=_tr("提请复查"), stay=_tr("再等等"), parent=parent)
        self.outcome, self.words = Combo([word(one) for one in Outcome]), NoteEdit(lines=2, most_lines=6)
        self.add(_stacked(Field(_tr("自报结果"), self.outcome), Field(_tr("说明"), self.words)))

    @property
    def reported(self) -> Reported:
        """Give what was chosen."""
        return Reported(list(Outcome)[self.outcome.currentIndex()], self.words.toPlainText().strip())


class ReviewDialog(Dialog):
    """What somebody found who looked again."""

    def __init__(self, today: Callable[[], date], by: str, parent: QWidget | None = None) -> None:
        question, said = _tr("复查看到了什么？"), _tr("没有通过的，退回整改中。")
        super().__init__(question, said, act=_tr("记下复查"), stay=_tr("先不记"), parent=parent)
        self._today = today
        self.verdict, self.by = Combo([_tr("通过"), _tr("未通过")]), LineEdit(by)
        self.day, self.words = DateEdit(today), NoteEdit(lines=2, most_lines=6)
        self.day.show_date(today())
        who = (Field(_tr("复查人"), self.by), Field(_tr("复查日期"), self.day))
        self.add(_stacked(Field(_tr("复查结果"), self.verdict), *who, Field(_tr("看到的情况"), self.words)))

    @property
    def review(self) -> Review:
        """Give what was written."""
        is_passed, day = self.verdict.currentIndex() == 0, self.day.shown_date or self._today()
        return Review(is_passed, self.by.text().strip(), day, self.words.toPlainText().strip())


class RecogniseDialog(Dialog):
    """What those who answer for the ledger recognise."""

    def __init__(self, today: Callable[[], date], by: str, parent: QWidget | None = None) -> None:
        question, said = _tr("认定为什么结果？"), _tr("认定为已完成整改才能销号；其他结果退回整改中。")
        super().__init__(question, said, act=_tr("记下认定"), stay=_tr("先不认定"), parent=parent)
        self._today = today
        self.outcome, self.by = Combo([word(one) for one in Outcome]), LineEdit(by)
        self.day = DateEdit(today)
        self.day.show_date(today())
        who = (Field(_tr("认定人"), self.by), Field(_tr("认定日期"), self.day))
        self.add(_stacked(Field(_tr("认定结果"), self.outcome), *who))

    @property
    def recognition(self) -> Recognition:
        """Give what was written."""
        outcome = list(Outcome)[self.outcome.currentIndex()]
        return Recognition(outcome, self.by.text().strip(), self.day.shown_date or self._today())


def _stacked(*fields: Field) -> QWidget:
    """Lay fields one under another, as far apart as everywhere."""
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(12)
    for field in fields:
        column.addWidget(field)
    return held


def is_accepted(dialog: QDialog) -> bool:
    """Ask and wait; say whether the user chose to act."""
    return dialog.exec() == QDialog.DialogCode.Accepted

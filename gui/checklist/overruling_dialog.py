"""The question by which a person judges a figure otherwise than the program does."""

from PySide6.QtWidgets import QWidget

from gui.checklist.overruling_words import CHOICES, rule_judgement_words
from gui.widgets.dialog import FIELD_GAP, TextDialog
from gui.widgets.field import Field
from gui.widgets.line_edit import Combo
from models.vocabulary import Judgement
from resources import word
from services.checklist import IndicatorRow
from services.judging import Overruling


class OverrulingDialog(TextDialog):
    """A judgement to choose and a reason to write."""

    def __init__(self, row: IndicatorRow, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("这个指标按什么判？"),
            self.tr("程序判：{computed}。改判和程序的判定都留着，也都印在报告里。").format(
                computed=rule_judgement_words(row)
            ),
            act=self.tr("改判"),
            stay=self.tr("不改判"),
            text=row.overruling.reason,
            parent=parent,
        )
        self.judgement = Combo([word(judgement) for judgement in CHOICES])
        self.judgement.setCurrentIndex(CHOICES.index(_proposed(row)))
        place = self._body.indexOf(self.edit)
        self._body.insertWidget(place, Field(self.tr("改判为"), self.judgement))
        self._body.setSpacing(FIELD_GAP)
        self._body.removeWidget(self.edit)
        self.add(Field(self.tr("理由，写明依据"), self.edit))

    @property
    def overruling(self) -> Overruling:
        """Give what was chosen and written."""
        return Overruling(CHOICES[self.judgement.currentIndex()], self.text)


def _proposed(row: IndicatorRow) -> Judgement:
    if row.is_overruled:
        return row.judgement
    return Judgement.MISSED if row.verdict.judgement is Judgement.REACHED else Judgement.REACHED


def ask_overruling(parent: QWidget, row: IndicatorRow) -> Overruling | None:
    """Ask and wait; None when it is to stay as it was."""
    dialog = OverrulingDialog(row, parent)
    return dialog.overruling if dialog.exec() else None

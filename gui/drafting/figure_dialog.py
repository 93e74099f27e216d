"""A figure of an item, to be written right, added, or left out."""

import re
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from checklists.deadlines import last_day
from checklists.policy import Indicator
from checklists.reading.folding import fold
from gui.drafting.fields import side_by_side
from gui.widgets.buttons import LinkButton, at_left
from gui.widgets.dialog import FIELD_GAP, WIDE, Dialog
from gui.widgets.field import Field
from gui.widgets.line_edit import Combo, LineEdit
from models.vocabulary import Comparator, Level, Scope
from resources import word

_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,3})?")
_UNWRITTEN = "待填"


class FigureDialog(Dialog):
    """Asks for one figure; `dropped` says that it is to be left out."""

    dropped = Signal()

    def __init__(self, figure: Indicator, *, is_new: bool = False, parent: QWidget | None = None) -> None:
        question = self.tr("加一个数字") if is_new else self.tr("这个数字怎么写")
        super().__init__(question, act=self.tr("记下"), stay=self.tr("不改了"), width=WIDE, parent=parent)
        self._figure = figure
        self.name = LineEdit(figure.name)
        self.comparator = Combo([self._words_of(one) for one in Comparator])
        self.value = LineEdit(_plain(figure.value))
        self.most = LineEdit(_plain(figure.max))
        self.unit = LineEdit("" if figure.unit == _UNWRITTEN else figure.unit, self.tr("例如 个"))
        self.deadline = LineEdit(figure.deadline, self.tr("例如 2025 或 2025-06"))
        self.scope = Combo([word(one) for one in Scope])
        self.level = Combo([word(one) for one in Level])
        self._fill(is_new=is_new)
        self._choose(figure)
        self.comparator.activated.connect(self._show_range)
        self._show_range()

    @property
    def figure(self) -> Indicator:
        """Give the figure as it is written."""
        is_range = self._comparator is Comparator.RANGE
        return replace(
            self._figure,
            name=self.name.text().strip(),
            comparator=self._comparator,
            value=_number(self.value.text()),
            max=_number(self.most.text()) if is_range else None,
            unit=self.unit.text().strip(),
            deadline=fold(self.deadline.text()).strip(),
            scope=list(Scope)[self.scope.currentIndex()],
            level=list(Level)[self.level.currentIndex()],
        )

    def accept(self) -> None:
        """Take the figure only where it makes sense."""
        if self._is_sound():
            super().accept()

    @property
    def _comparator(self) -> Comparator:
        return list(Comparator)[self.comparator.currentIndex()]

    def _fill(self, *, is_new: bool) -> None:
        self._name = Field(self.tr("名称"), self.name)
        self._value = Field(self.tr("数值"), self.value)
        self._most = Field(self.tr("到"), self.most)
        self._unit = Field(self.tr("单位"), self.unit)
        self._deadline = Field(self.tr("期限"), self.deadline)
        self._body.setSpacing(FIELD_GAP)
        self.add(self._name)
        self.add(side_by_side(Field(self.tr("要求"), self.comparator), self._value, self._most, self._unit))
        self.add(side_by_side(self._deadline, Field(self.tr("口径"), self.scope), Field(self.tr("层级"), self.level)))
        if not is_new:
            leave = LinkButton(self.tr("去掉这个数字"), "trash")
            leave.clicked.connect(self._on_dropped)
            self._body.addLayout(at_left(leave))

    def _choose(self, figure: Indicator) -> None:
        self.comparator.setCurrentIndex(list(Comparator).index(figure.comparator))
        self.scope.setCurrentIndex(list(Scope).index(figure.scope))
        self.level.setCurrentIndex(list(Level).index(figure.level))

    def _show_range(self) -> None:
        self._most.setVisible(self._comparator is Comparator.RANGE)

    def _is_sound(self) -> bool:
        """Say at each field what is wrong with it."""
        self._name.show_error("" if self.name.text().strip() else self.tr("写明这个数字数的是什么"))
        self._value.show_error(self._wrong_value())
        self._most.show_error(self._wrong_most())
        has_unit = bool(self.unit.text().strip()) or not self.value.text().strip()
        self._unit.show_error("" if has_unit else self.tr("写上单位"))
        self._deadline.show_error("" if _is_deadline(self.deadline.text()) else self.tr("写成 2025 或 2025-06-30"))
        return not any(field.error for field in (self._name, self._value, self._most, self._unit, self._deadline))

    def _wrong_value(self) -> str:
        text = self.value.text().strip()
        if self._comparator is Comparator.RANGE and not text:
            return self.tr("写上下限")
        return self.tr("填数字，例如 100") if text and _number(text) is None else ""

    def _wrong_most(self) -> str:
        if self._comparator is not Comparator.RANGE:
            return ""
        value, most = _number(self.value.text()), _number(self.most.text())
        return self.tr("上限要比下限大") if most is None or (value is not None and value >= most) else ""

    def _words_of(self, comparator: Comparator) -> str:
        return {
            Comparator.AT_LEAST: self.tr("不少于"),
            Comparator.AT_MOST: self.tr("不超过"),
            Comparator.EQUAL: self.tr("等于"),
            Comparator.ABOVE: self.tr("多于"),
            Comparator.BELOW: self.tr("少于"),
            Comparator.ABOUT: self.tr("左右"),
            Comparator.RANGE: self.tr("在…之间"),
        }[comparator]

    def _on_dropped(self) -> None:
        self.dropped.emit()
        self.reject()


def _plain(number: Decimal | None) -> str:
    return "" if number is None else format(number, "f")


def _number(text: str) -> Decimal | None:
    plain = fold(text).replace(",", "").strip()
    return Decimal(plain) if _NUMBER.fullmatch(plain) else None


def _is_deadline(text: str) -> bool:
    try:
        last_day(fold(text).strip())
    except ValueError:
        return False
    return True

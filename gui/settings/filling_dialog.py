"""The preview of what base data fill in: every indicator with its value before and after."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gui.platform.fonts import Role, font
from gui.platform.theme import Theme
from gui.widgets.dialog import Dialog
from gui.widgets.figure_words import formula_words
from gui.widgets.labels import heading
from gui.widgets.reading_area import ReadingArea
from gui.widgets.row_list import RowDelegate, RowList
from services.feeding import Footing, Proposal, fillings

_tr = partial(QCoreApplication.translate, "FillingDialog")
_WIDTH, _ROW, _LEAST_HIGH, _MOST_HIGH = 640, 52, 78, 320


class FillingDialog(Dialog):
    """What will be filled, then what was typed and stays although it differs."""

    def __init__(self, found: Sequence[Proposal], parent: QWidget | None = None) -> None:
        count = len(fillings(found))
        super().__init__(
            _tr("用基础数据填 {count} 个指标？").format(count=count) if count else _tr("有指标和基础数据对不上"),
            _tr("一步填好，撤销时连同基础数据一起退回。以后基础数据改了，这些指标会提示更新。")
            if count
            else _tr("手填的数没有动。到那一条里可以改用基础数据。"),
            act=_tr("填入 {count} 个").format(count=count) if count else _tr("知道了"),
            stay=_tr("先不填") if count else "",
            width=_WIDTH,
            parent=parent,
        )
        will, differs = (
            [one for one in found if (one.offer.footing is Footing.CONTRADICTS) is side] for side in (False, True)
        )
        self._add_list("", will)
        self._add_list(_tr("手填的和基础数据对不上，不动 {count} 个").format(count=len(differs)), differs)

    def _add_list(self, title: str, found: Sequence[Proposal]) -> None:
        if not found:
            return
        if title:
            self.add(heading(title))
        rows = RowList(_ProposalDelegate(), said=said_words)
        rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows.show_rows(found)
        area = ReadingArea(rows)
        area.setAccessibleName(title or _tr("将填入的数"))
        most = min(rows.height_of_rows, _MOST_HIGH // 2 if title else _MOST_HIGH)
        area.setMinimumHeight(min(most, _LEAST_HIGH))
        area.setMaximumHeight(most)
        self.add(area)


class _ProposalDelegate(RowDelegate):
    """Two lines: the indicator, and its value before → after."""

    def __init__(self) -> None:
        super().__init__(_ROW)

    @override
    def sizeHint(self, option: object, index: object) -> QSize:
        return QSize(_WIDTH - 60, _ROW)

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: Proposal, theme: Theme, /) -> None:
        _line(painter, rect.adjusted(0, 6, 0, -26), _title(row), Role.SMALL, theme.ink)
        ink = theme.partly if row.offer.footing is Footing.CONTRADICTS else theme.ink2
        _line(painter, rect.adjusted(0, 27, 0, -5), change_words(row), Role.META, ink)

    @override
    def cut_text(self, rect: QRect, row: Proposal, /) -> str:
        return said_words(row)


def change_words(row: Proposal) -> str:
    """Say what becomes of a value: 没有填 → 62 ÷ 104 ＝ 59.6%."""
    indicator, kept, offered = row.figure.indicator, row.figure.reading, row.offer.reading
    before = formula_words(indicator, kept) if kept.is_given else _tr("没有填")
    after = formula_words(indicator, offered) if offered is not None else ""
    if row.offer.footing is Footing.CONTRADICTS:
        return _tr("手填 {before}，基础数据 {after}").format(before=before, after=after)
    return f"{before} → {after}"


def said_words(row: object) -> str:
    """Say a row in one line."""
    assert isinstance(row, Proposal)
    return f"{_title(row)}：{change_words(row)}"


def _title(row: Proposal) -> str:
    return f"{row.item.label}　{row.figure.indicator.name}"


def _line(painter: QPainter, rect: QRect, text: str, role: Role, ink: QColor) -> None:
    painter.setFont(font(role))
    painter.setPen(ink)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

"""How headings and findings of the table are drawn (look.md section 5, ledger)."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate
from typing_extensions import override

from gui.findings.columns import EDGE, Column, Layout
from gui.findings.content import Group, HeadEntry, RowEntry
from gui.findings.table_model import ENTRY
from gui.findings.timeline import Axis
from gui.findings.words import deadline_words, group_words, meta_words, responsible_words, title_words, tone_of
from gui.platform import fonts, icons
from gui.platform.fonts import Role
from gui.platform.strokes import Option, focus_frame, frame, rule
from gui.platform.style_rows import draw_row_ground
from gui.platform.theme import Theme, theme_of
from gui.widgets.chip import chip_width, paint_chip
from models.vocabulary import FindingState
from resources import word
from services.findings.rows import FindingRow

HEAD_HEIGHT, ROW_HEIGHT = 36, 52
_BAR = 8
_S = QStyle.StateFlag
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class FindingDelegate(QStyledItemDelegate):
    """Draws the table in the layout it was told."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.layout_now = Layout()

    @override
    def sizeHint(self, option: Option, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(320, ROW_HEIGHT if isinstance(index.data(ENTRY), RowEntry) else HEAD_HEIGHT)

    @override
    def paint(self, painter: QPainter, option: Option, index: QModelIndex | QPersistentModelIndex) -> None:
        entry, rect, theme = index.data(ENTRY), QRectF(option.rect), theme_of(option.palette)
        painter.save()
        if isinstance(entry, HeadEntry):
            _paint_head(painter, rect, entry, theme)
        elif isinstance(entry, RowEntry):
            self._paint_row(painter, rect, entry.row, theme, option.state)
        painter.restore()

    def _paint_row(
        self, painter: QPainter, rect: QRectF, row: FindingRow, theme: Theme, state: QStyle.StateFlag
    ) -> None:
        draw_row_ground(painter, rect, theme, state)
        rule(
            painter, rect.left() + (3 if state & _S.State_Selected else 0), rect.bottom() - 1, rect.right(), theme.line
        )
        places = self.layout_now.places(rect)
        _write(painter, places[Column.NUMBER], str(row.number), Role.META, theme.ink3)
        self._paint_problem(painter, places[Column.PROBLEM], row, theme)
        _write(painter, places[Column.PEOPLE], responsible_words(row.remedy), Role.SMALL, theme.ink)
        if Column.AXIS in places:
            paint_bar(painter, places[Column.AXIS], row, theme)
        ink = theme.not_met if row.is_overdue else theme.ink
        _write(painter, places[Column.DEADLINE], deadline_words(row), Role.SMALL, ink)
        _paint_state(painter, places[Column.STATE], row, theme)
        if Column.EVIDENCE in places:
            _paint_evidence(painter, places[Column.EVIDENCE], row, theme.ink2)
        if state & _S.State_HasFocus and state & _S.State_KeyboardFocusChange:
            focus_frame(painter, rect.adjusted(0, 0, 0, -1), theme.accent, radius=0)

    def _paint_problem(self, painter: QPainter, rect: QRectF, row: FindingRow, theme: Theme) -> None:
        first = title_words(row)
        _write(painter, QRectF(rect.left(), rect.top() + 7, rect.width(), 20), first, Role.BODY, theme.ink)
        second = QRectF(rect.left(), rect.top() + 28, rect.width(), 16)
        _write(painter, second, meta_words(row), Role.META, theme.ink3)
        if not self.layout_now.has_evidence:
            painter.setFont(fonts.meta())
            left = second.left() + painter.fontMetrics().horizontalAdvance(meta_words(row)) + 12
            _paint_evidence(painter, QRectF(left, second.top(), 44, 16), row, theme.ink3)


def paint_bar(painter: QPainter, rect: QRectF, row: FindingRow, theme: Theme) -> None:
    """Draw a finding's bar on the timeline and the line of today across it."""
    axis, last = Axis(row.today), row.finding.closed_on or row.remedy.deadline
    span = axis.span(row.remedy.found_on, last) if row.remedy.found_on and last else None
    if span is not None:
        place = QRectF(rect.left() + span.left * rect.width(), rect.center().y() - _BAR / 2, 0, _BAR)
        place.setWidth(max((span.right - span.left) * rect.width(), 3))
        _paint_span(painter, place, row, theme, opened=(span.is_open_left, span.is_open_right))
    today = round(rect.left() + axis.share(row.today) * rect.width())
    painter.fillRect(QRectF(today, rect.top(), 1, rect.height() - 1), theme.accent)


def _paint_span(painter: QPainter, place: QRectF, row: FindingRow, theme: Theme, *, opened: tuple[bool, bool]) -> None:
    colour = _bar_colour(row, theme)
    painter.save()
    painter.setClipRect(place)
    whole = place.adjusted(-4 if opened[0] else 0, 0, 4 if opened[1] else 0, 0)
    frame(painter, whole, colour, radius=1)
    painter.fillRect(QRectF(place.left(), place.top(), place.width() * _done(row), _BAR), colour)
    painter.restore()


def _bar_colour(row: FindingRow, theme: Theme) -> QColor:
    tone = tone_of(row)
    if tone in ("na", "plain"):
        return theme.line2
    return theme.partly_fill if tone == "partly" else theme.role(tone)


def _done(row: FindingRow) -> float:
    is_full = row.state is FindingState.CLOSED or (row.state is FindingState.TO_REVIEW and not row.is_overdue)
    return 1 if is_full else row.percent / 100


def _paint_head(painter: QPainter, rect: QRectF, entry: HeadEntry, theme: Theme) -> None:
    painter.fillRect(rect, theme.ground)
    rule(painter, rect.left(), rect.bottom() - 1, rect.right(), theme.line)
    sign = QRectF(rect.left() + EDGE, rect.center().y() - 8, 16, 16)
    icons.draw(painter, sign, "right" if entry.is_folded else "down", theme.ink3)
    painter.setFont(fonts.small(bold=True))
    name, left = group_words(entry.group), sign.right() + 8
    painter.setPen(theme.not_met if entry.group is Group.OVERDUE else theme.ink)
    painter.drawText(QRectF(left, rect.top(), rect.width(), rect.height()), _MIDDLE, name)
    left += painter.fontMetrics().horizontalAdvance(name) + 8
    painter.setFont(fonts.meta())
    painter.setPen(theme.ink3)
    painter.drawText(QRectF(left, rect.top(), rect.width(), rect.height()), _MIDDLE, f"{entry.count} 项")


def _paint_state(painter: QPainter, rect: QRectF, row: FindingRow, theme: Theme) -> None:
    said = word(row.state)
    place = QRectF(rect.left(), rect.center().y() - 10, min(chip_width(said), rect.width()), 20)
    paint_chip(painter, place, said, tone_of(row), theme)


def _paint_evidence(painter: QPainter, rect: QRectF, row: FindingRow, ink: QColor) -> None:
    icons.draw(painter, QRectF(rect.left(), rect.center().y() - 7, 14, 14), "clip", ink)
    painter.setFont(fonts.small() if rect.height() > 20 else fonts.meta())
    painter.setPen(ink)
    count = str(len(row.evidence)) if row.evidence else "无"
    painter.drawText(rect.adjusted(18, 0, 0, 0), _MIDDLE, count)


def _write(painter: QPainter, rect: QRectF, text: str, role: Role, ink: QColor) -> None:
    painter.setFont(fonts.font(role))
    painter.setPen(ink)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, _MIDDLE, shown)

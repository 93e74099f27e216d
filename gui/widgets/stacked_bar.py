"""Bars stacked by status, hatched where partly met, with or without their numbers, and their legend."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent, QPixmap, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from gui.platform import fonts, icons
from gui.platform.strokes import ground, panel
from gui.platform.theme import Theme, theme_of
from gui.widgets.labels import PlainLabel, plain_label
from gui.widgets.panes import row_in
from models.vocabulary import Status
from resources import word

Counts = Mapping[Status, int]
ORDER = (Status.MET, Status.PARTLY_MET, Status.NOT_MET, Status.NOT_APPLICABLE, Status.UNANSWERED)
_NUMBERS_FROM = 20
_LEAST_NUMBERED = 20
_TILE = 7


def counted(statuses: Iterable[Status]) -> Counts:
    """Count statuses."""
    return Counter(statuses)


def counts_sentence(counts: Counts) -> str:
    """Say counts in words for screen readers."""
    return "，".join(f"{word(status)} {counts[status]}" for status in ORDER if counts.get(status))


def paint(painter: QPainter, rect: QRectF, counts: Counts, theme: Theme) -> None:
    """Fill a rectangle with the bar; from 20 high it carries its numbers."""
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(rect, 2, 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(clip)
    for status, part in _parts(rect, counts):
        _paint_part(painter, part, status, theme)
        if rect.height() >= _NUMBERS_FROM:
            _paint_number(painter, part, status, counts[status], theme)
    painter.restore()


def paint_swatch(painter: QPainter, rect: QRectF, status: Status, theme: Theme) -> None:
    """Draw the sample a legend shows before a status."""
    paint(painter, rect, {status: 1}, theme)


def _parts(rect: QRectF, counts: Counts) -> list[tuple[Status, QRectF]]:
    shown = [status for status in ORDER if counts.get(status)]
    if not shown:
        return []
    least = _LEAST_NUMBERED if rect.height() >= _NUMBERS_FROM else 2
    widths = _shared(rect.width() - (len(shown) - 1), [counts[status] for status in shown], least)
    parts, x = [], rect.left()
    for status, width in zip(shown, widths, strict=True):
        parts.append((status, QRectF(x, rect.top(), width, rect.height())))
        x += width + 1
    return parts


def _shared(width: float, amounts: list[int], least: float) -> list[int]:
    """Share a width out by amounts in whole pixels, none under the least while there is room."""
    least = min(least, width / len(amounts))
    shares = [width * amount / sum(amounts) for amount in amounts]
    missing = sum(max(least - share, 0) for share in shares)
    spare = sum(max(share - least, 0) for share in shares)
    scale = 1 - missing / spare if spare else 0
    fair = [least + (share - least) * scale if share > least else least for share in shares]
    ends = [round(sum(fair[: number + 1])) for number in range(len(fair))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def _paint_part(painter: QPainter, part: QRectF, status: Status, theme: Theme) -> None:
    match status:
        case Status.UNANSWERED:
            panel(painter, part, theme.raised, theme.field, radius=1 if part.height() < _NUMBERS_FROM else 2)
        case Status.NOT_APPLICABLE:
            ground(painter, part, theme.line2)
        case Status.PARTLY_MET:
            painter.setBrushOrigin(part.topLeft())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(hatching(theme, painter))
            painter.drawRect(part)
        case _:
            ground(painter, part, theme.status_fill(status))


def _paint_number(painter: QPainter, part: QRectF, status: Status, number: int, theme: Theme) -> None:
    is_partly = status is Status.PARTLY_MET
    used = fonts.meta()
    used.setBold(is_partly)
    painter.setFont(used)
    text = str(number)
    if is_partly:
        width = painter.fontMetrics().horizontalAdvance(text) + 8
        middle = part.center()
        plate = QRectF(round(middle.x() - width / 2), round(middle.y() - 8), width, 16)
        panel(painter, plate, theme.partly_tint, radius=2)
    painter.setPen(_number_ink(status, theme))
    painter.drawText(part, Qt.AlignmentFlag.AlignCenter, text)


def _number_ink(status: Status, theme: Theme) -> QColor:
    inks = {
        Status.UNANSWERED: theme.ink2,
        Status.NOT_APPLICABLE: theme.ink,
        Status.PARTLY_MET: theme.partly,
    }
    return inks.get(status, theme.raised)


def hatching(theme: Theme, painter: QPainter) -> QBrush:
    """Give the brush of partly met: strokes of its fill over its tint."""
    tile = _tile(theme.partly_fill.rgba(), theme.partly_tint.rgba(), icons.ratio_of(painter))
    return QBrush(tile)


@lru_cache(maxsize=16)
def _tile(fill: int, tint: int, ratio: float) -> QPixmap:
    side = _TILE
    tile = QPixmap(QSize(side, side) * ratio)
    tile.setDevicePixelRatio(ratio)
    tile.fill(QColor.fromRgba(tint))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor.fromRgba(fill))
    wide = side * 0.6
    for start in (-side, 0, side):
        corners = [(start, side), (start + wide, side), (start + wide + side, 0), (start + side, 0)]
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    painter.end()
    return tile


class StackedBar(QWidget):
    """A stacked bar 8, 11 or 20 high; `full` is the number of items that fills the whole width."""

    def __init__(self, height: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Counts = {}
        self._full: int | None = None
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Counts, full: int | None = None) -> None:
        """Draw these counts, and say them to screen readers."""
        self._counts, self._full = dict(counts), full
        self.setAccessibleDescription(counts_sentence(counts))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(208, self.height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        total = sum(self._counts.values())
        share = total / self._full if self._full else 1.0
        rect = QRectF(0, 0, round(self.width() * min(share, 1.0)), self.height())
        paint(QPainter(self), rect, self._counts, theme_of(self))


class Legend(QWidget):
    """The five statuses with their samples, and their counts where given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: dict[Status, PlainLabel] = {}
        row = row_in(self, 16)
        for status in ORDER:
            row.addLayout(self._entry(status))

    def show_counts(self, counts: Counts | None) -> None:
        """Write counts behind the words, or take them off."""
        for status, label in self._words.items():
            label.setText(word(status) if counts is None else f"{word(status)} {counts.get(status, 0)}")

    def _entry(self, status: Status) -> QHBoxLayout:
        entry = QHBoxLayout()
        entry.setSpacing(4)
        self._words[status] = plain_label(word(status), fonts.Role.META, "ink2")
        entry.addWidget(_Swatch(status))
        entry.addWidget(self._words[status])
        return entry


class _Swatch(QWidget):
    """One sample of a legend."""

    def __init__(self, status: Status) -> None:
        super().__init__()
        self._status = status
        self.setFixedSize(14, 8)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_swatch(QPainter(self), QRectF(self.rect()), self._status, theme_of(self))

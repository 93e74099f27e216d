"""The five policies as cards, two abreast, or as rows where there is no room."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from checklists.own_names import OWN_SLUG
from gui.platform import fonts
from gui.platform.fonts import Role
from gui.platform.strokes import focus_frame, frame, panel, rule
from gui.platform.style_buttons import LINK_AIR
from gui.platform.theme import Theme, theme_of
from gui.policies.invite_card import InviteCard
from gui.policies.policy_words import extent_words, printed_words
from gui.widgets.buttons import LinkButton, enter_presses
from gui.widgets.chip import HEIGHT as CHIP_HEIGHT
from gui.widgets.chip import chip_width, paint_chip
from gui.widgets.labels import set_tip
from gui.widgets.screen import lead_tab
from gui.widgets.text import Wrapped, wrapped
from gui.widgets.writing import writes
from resources import word
from services.listed import PolicyRow

_PADDING, _GAP = 16, 16
_LEAST_LAST_LINE = 4
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Places(NamedTuple):
    """Where the parts of a card stand, from its top; the foot is a line with words below."""

    height: int
    city: int
    title: int
    printed: int
    foot: int
    words: int


class CardShape(Enum):
    """How much room a card takes."""

    TALL = _Places(172, 16, 52, 96, 129, 140)
    SHORT = _Places(148, 10, 42, 84, 109, 118)
    ROW = _Places(40, 0, 0, 0, 0, 0)


class PolicyCard(QAbstractButton):
    """One policy; a click starts an assessment under it, where its checklist is written."""

    text_wanted = Signal(str)
    revision_wanted = Signal(str)

    def __init__(self, policy: PolicyRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._policy = policy
        self._shape = CardShape.TALL
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._name_it()
        self._link = LinkButton(self.tr("看原文"), parent=self)
        self._link.setVisible(policy.is_written)
        self._link.clicked.connect(self._on_link)
        self._revise = writes(LinkButton(self.tr("修改清单"), parent=self))
        self._revise.setVisible(policy.slug.startswith(OWN_SLUG))
        self._revise.clicked.connect(self._on_revise)
        self.setEnabled(policy.is_written)
        if self.isEnabled():
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def policy(self) -> PolicyRow:
        """Give the policy on the card."""
        return self._policy

    def show_shape(self, shape: CardShape) -> None:
        """Take more or less room."""
        self._shape = shape
        self.updateGeometry()
        self._place_link()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, self._shape.value.height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_link()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        self._paint_ground(painter, theme)
        if self._shape is CardShape.ROW:
            self._paint_row(painter, theme, self._policy)
        else:
            self._paint_head(painter, theme, self._policy)
            self._paint_foot(painter, theme, self._policy)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not enter_presses(self, event):
            super().keyPressEvent(event)

    def _place_link(self) -> None:
        """Put the links beside the printed number, in a row before what a click on the card does."""
        right = self.width() - _PADDING + LINK_AIR
        if self._shape is CardShape.ROW:
            start = QFontMetrics(fonts.small()).horizontalAdvance(self.tr("新建自评"))
            right, middle = right - start - 2 * _GAP, self.height() // 2
        else:
            middle = self._shape.value.printed + 8
        for link in (self._link, self._revise):
            size = link.sizeHint()
            link.setGeometry(right - size.width(), middle - size.height() // 2, size.width(), size.height())
            right -= size.width() + _GAP - 2 * LINK_AIR

    def _on_link(self) -> None:
        self.text_wanted.emit(self._policy.slug)

    def _on_revise(self) -> None:
        self.revision_wanted.emit(self._policy.slug)

    def _name_it(self) -> None:
        state = extent_words(self._policy) if self._policy.is_written else self.tr("清单编写中")
        self.setAccessibleName(f"{self._policy.city}，{self._policy.title}，{state}")
        set_tip(self, self._policy.title)

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        rect = QRectF(self.rect())
        if not self.isEnabled():
            frame(painter, rect, theme.line, radius=4)
            return
        is_hot = self.underMouse()
        panel(painter, rect, theme.raised, theme.field if is_hot else theme.line, radius=4)
        if self.hasFocus():
            focus_frame(painter, rect, theme.accent)

    def _paint_head(self, painter: QPainter, theme: Theme, policy: PolicyRow) -> None:
        places, width = self._shape.value, self.width() - 2 * _PADDING
        chip = chip_width(word(policy.state))
        _write(painter, QRect(_PADDING, places.city, width - chip, 28), policy.city, Role.TITLE, theme, "ink")
        self._paint_state(painter, theme, places.city + 4)
        title_ink = theme.ink if policy.is_written else theme.ink2
        _balanced(policy.title, width).draw(painter, _PADDING, places.title, title_ink)
        printed = QRect(_PADDING, places.printed, width, 16)
        _write(painter, printed, printed_words(policy), Role.META, theme, "ink3")

    def _paint_state(self, painter: QPainter, theme: Theme, top: int) -> None:
        text = word(self._policy.state)
        width = chip_width(text)
        rect = QRectF(self.width() - _PADDING - width, top, width, CHIP_HEIGHT)
        paint_chip(painter, rect, text, "na" if self._policy.is_written else "plain", theme)

    def _paint_foot(self, painter: QPainter, theme: Theme, policy: PolicyRow) -> None:
        places, right = self._shape.value, self.width() - _PADDING
        rule(painter, _PADDING, places.foot, right, theme.line)
        line = QRect(_PADDING, places.words, right - _PADDING, 20)
        if not policy.is_written:
            _write(painter, line, self.tr("清单编写中"), Role.SMALL, theme, "ink3", _RIGHT)
            return
        _write(painter, line, extent_words(policy), Role.SMALL, theme, "ink2")
        _write(painter, line, self.tr("新建自评"), Role.SMALL, theme, "accent", _RIGHT)

    def _paint_row(self, painter: QPainter, theme: Theme, policy: PolicyRow) -> None:
        line = QRect(_PADDING, 0, self.width() - 2 * _PADDING, self.height())
        city_ink = "ink" if policy.is_written else "ink2"
        _write(painter, line, policy.city, Role.BODY_BOLD, theme, city_ink)
        x = _PADDING + 96
        chip = QRectF(x, (self.height() - CHIP_HEIGHT) // 2, chip_width(word(policy.state)), CHIP_HEIGHT)
        paint_chip(painter, chip, word(policy.state), "na" if policy.is_written else "plain", theme)
        rest = line.adjusted(96 + 96, 0, 0, 0)
        if policy.is_written:
            _write(painter, rest, extent_words(policy), Role.SMALL, theme, "ink2")
            _write(painter, rest, self.tr("新建自评"), Role.SMALL, theme, "accent", _RIGHT)
        else:
            _write(painter, rest, self.tr("清单编写中"), Role.SMALL, theme, "ink3", _RIGHT)


class PolicyCards(QWidget):
    """All policies, those that can be answered first, and the place where another begins."""

    policy_chosen = Signal(str)
    drafting_wanted = Signal()
    text_wanted = Signal(str)
    revision_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape = CardShape.TALL
        self._cards: list[PolicyCard] = []
        self._invite = InviteCard()
        self._invite.clicked.connect(self.drafting_wanted)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)

    def show_policies(self, policies: Sequence[PolicyRow]) -> None:
        """Lay out one card a policy."""
        self._replace([PolicyCard(policy) for policy in sorted(policies, key=lambda policy: not policy.is_written)])

    def show_shape(self, shape: CardShape) -> None:
        """Lay the cards out in another shape."""
        if shape is not self._shape:
            self._shape = shape
            self._lay_out()

    def cards(self) -> tuple[PolicyCard, ...]:
        """Give the cards in their order."""
        return tuple(self._cards)

    def _replace(self, cards: list[PolicyCard]) -> None:
        for old in self._cards:
            old.hide()
            old.deleteLater()
        self._cards = cards
        for card in cards:
            card.clicked.connect(self._on_clicked)
            card.text_wanted.connect(self.text_wanted)
            card.revision_wanted.connect(self.revision_wanted)
        self._lay_out()
        lead_tab((*cards, self._invite))

    def _lay_out(self) -> None:
        is_row = self._shape is CardShape.ROW
        self._grid.setSpacing(8 if is_row else _GAP)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 0 if is_row and column else 1)
        self._invite.show_height(self._shape.value.height)
        for card in self._cards:
            card.show_shape(self._shape)
        for number, part in enumerate((*self._cards, self._invite)):
            self._grid.addWidget(part, *((number, 0) if is_row else divmod(number, 2)))

    def _on_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, PolicyCard):
            self.policy_chosen.emit(card.policy.slug)


def _balanced(title: str, width: int) -> Wrapped:
    """Break a title in two so that the second line is not one lost character."""
    broken = wrapped(title, Role.BODY, width, 2)
    if len(broken.lines) == 1 or len(broken.lines[-1]) >= _LEAST_LAST_LINE:
        return broken
    return wrapped(title, Role.BODY, int(width * 0.7), 2)


def _write(
    painter: QPainter,
    line: QRect,
    text: str,
    role: Role,
    theme: Theme,
    ink: str,
    side: Qt.AlignmentFlag = _LEFT,
) -> None:
    painter.setFont(fonts.font(role))
    painter.setPen(theme.role(ink))
    painter.drawText(line, side, text)

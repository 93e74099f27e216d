"""Colours by role: two themes, their palettes, and the one in force."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from models.vocabulary import Judgement, Status
from resources import resource


class ThemeChoice(StrEnum):
    """What the user asked for; the system decides when nothing else is said."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """Every colour of look.md section 1, by its role."""

    name: str
    ground: QColor
    sheet: QColor
    raised: QColor
    sunken: QColor
    hover: QColor
    select: QColor
    line: QColor
    line2: QColor
    field: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    accent: QColor
    on_accent: QColor
    met: QColor
    met_tint: QColor
    partly: QColor
    partly_fill: QColor
    partly_tint: QColor
    not_met: QColor
    not_met_tint: QColor
    na: QColor
    na_tint: QColor
    lit: QColor

    @property
    def is_dark(self) -> bool:
        """Say whether text is lighter than what it stands on."""
        return self.name == "dark"

    def role(self, name: str) -> QColor:
        """Give the colour of a role by its name, for parts that carry a role as text."""
        colour = getattr(self, name)
        assert isinstance(colour, QColor)
        return colour

    def status(self, status: Status) -> QColor:
        """Give the colour a status word is written in."""
        return self.role(_STATUS_ROLE[status])

    def status_fill(self, status: Status) -> QColor:
        """Give the colour a status mark or bar is filled with."""
        return self.partly_fill if status is Status.PARTLY_MET else self.status(status)

    def status_tint(self, status: Status) -> QColor:
        """Give the ground behind a status word."""
        return self.role(_STATUS_TINT[status])

    def judgement(self, judgement: Judgement) -> QColor:
        """Give the colour a judgement is written and its gauge filled in."""
        return self.role(_JUDGEMENT_ROLE[judgement])

    def judgement_tint(self, judgement: Judgement) -> QColor:
        """Give the ground behind a judgement."""
        return self.role(f"{_JUDGEMENT_TINT[judgement]}_tint")


_STATUS_ROLE = {
    Status.MET: "met",
    Status.PARTLY_MET: "partly",
    Status.NOT_MET: "not_met",
    Status.NOT_APPLICABLE: "na",
    Status.UNANSWERED: "ink3",
}
_STATUS_TINT = {
    Status.MET: "met_tint",
    Status.PARTLY_MET: "partly_tint",
    Status.NOT_MET: "not_met_tint",
    Status.NOT_APPLICABLE: "na_tint",
    Status.UNANSWERED: "na_tint",
}
_JUDGEMENT_ROLE = {
    Judgement.REACHED: "met",
    Judgement.MISSED: "not_met",
    Judgement.NOT_DUE: "ink2",
    Judgement.CANNOT_TELL: "ink2",
}
_JUDGEMENT_TINT = {
    Judgement.REACHED: "met",
    Judgement.MISSED: "not_met",
    Judgement.NOT_DUE: "na",
    Judgement.CANNOT_TELL: "na",
}


@cache
def load_theme(name: str) -> Theme:
    """Read "light" or "dark" from resources; a missing or unknown role is a TypeError."""
    with resource("themes", f"{name}.toml").open("rb") as file:
        roles = tomllib.load(file)
    return Theme(name, **{role: QColor(value) for role, value in roles.items()})


def theme_of(source: QWidget | QPalette) -> Theme:
    """Tell which theme a widget or palette stands in, so that nobody has to hand it round."""
    palette = source if isinstance(source, QPalette) else source.palette()
    key = palette.cacheKey()
    known = _THEMES_BY_PALETTE.get(key)
    if known is None:
        known = _THEMES_BY_PALETTE[key] = _recognised(palette)
        if len(_THEMES_BY_PALETTE) > _MOST_PALETTES:
            _THEMES_BY_PALETTE.clear()
    return known


def _recognised(palette: QPalette) -> Theme:
    ground = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Base)
    return load_theme("dark" if ground.lightness() < _MIDDLE_GREY else "light")


def palette_of(theme: Theme) -> QPalette:
    """Lay a theme out as Qt's palette (look.md section 8)."""
    palette = QPalette()
    for role, name in _PALETTE.items():
        palette.setColor(role, theme.role(name))
    for role in _TEXT_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.ink3)
    return palette


_MIDDLE_GREY = 128
# Asked a thousand times in one repaint; Qt numbers every palette anew when it changes.
_THEMES_BY_PALETTE: dict[int, Theme] = {}
_MOST_PALETTES = 4096
_ROLE = QPalette.ColorRole
_TEXT_ROLES = (_ROLE.Text, _ROLE.WindowText, _ROLE.ButtonText, _ROLE.HighlightedText)
_PALETTE = {
    _ROLE.Window: "ground",
    _ROLE.Base: "raised",
    _ROLE.AlternateBase: "sheet",
    _ROLE.Button: "raised",
    _ROLE.Text: "ink",
    _ROLE.WindowText: "ink",
    _ROLE.ButtonText: "ink",
    _ROLE.BrightText: "ink2",
    _ROLE.PlaceholderText: "ink3",
    _ROLE.Highlight: "select",
    _ROLE.HighlightedText: "ink",
    _ROLE.Link: "accent",
    _ROLE.LinkVisited: "accent",
    _ROLE.Accent: "accent",
    _ROLE.Mid: "line",
    _ROLE.Dark: "line2",
    _ROLE.Midlight: "hover",
    _ROLE.Light: "raised",
    _ROLE.Shadow: "line2",
    _ROLE.ToolTipBase: "ink",
    _ROLE.ToolTipText: "sheet",
}


class Themes(QObject):
    """The theme in force: the user's choice, or the system's scheme."""

    changed = Signal(Theme)

    def __init__(self, choice: ThemeChoice = ThemeChoice.SYSTEM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._apply()

    @property
    def choice(self) -> ThemeChoice:
        """Say what the user asked for."""
        return self._choice

    @property
    def current(self) -> Theme:
        """Give the theme in force."""
        return self._current

    def choose(self, choice: ThemeChoice) -> None:
        """Switch without a restart."""
        self._choice = choice
        self._apply()

    def _on_scheme_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        self._ask_system_for_frames()
        self._current = load_theme(_name_of(self._choice))
        palette = palette_of(self._current)
        QApplication.setPalette(palette)
        QToolTip.setPalette(palette)
        self.changed.emit(self._current)

    def _ask_system_for_frames(self) -> None:
        """Let the title bar and native dialogs follow, where the system can."""
        schemes = QtCore.Qt.ColorScheme
        wanted = {ThemeChoice.LIGHT: schemes.Light, ThemeChoice.DARK: schemes.Dark}
        QGuiApplication.styleHints().setColorScheme(wanted.get(self._choice, schemes.Unknown))


def first_theme(choice: ThemeChoice) -> Theme:
    """Tell before anything is painted which theme will be in force, by the palette the system gave us.

    Its hint would say so, too, but with the names of all that is in QtCore.Qt, which take longer than the window.
    """
    return _recognised(QGuiApplication.palette()) if choice is ThemeChoice.SYSTEM else load_theme(choice.value)


def _name_of(choice: ThemeChoice) -> str:
    if choice is not ThemeChoice.SYSTEM:
        return choice.value
    return "dark" if QGuiApplication.styleHints().colorScheme() is QtCore.Qt.ColorScheme.Dark else "light"

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.platform.theme import Theme, ThemeChoice, Themes, load_theme, palette_of, theme_of
from models.vocabulary import Judgement, Status

GROUNDS = ("ground", "sheet", "raised", "select")


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def _contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


@pytest.mark.parametrize("role", ["ink", "ink2", "ink3", "accent", "met", "partly", "not_met", "na"])
def test_every_text_colour_is_readable_on_every_ground_it_stands_on(theme: Theme, role: str) -> None:
    assert min(_contrast(theme.role(role), theme.role(ground)) for ground in GROUNDS) >= 4.45


@pytest.mark.parametrize("status", list(Status))
def test_a_status_word_is_readable_on_its_tint(theme: Theme, status: Status) -> None:
    assert _contrast(theme.status(status), theme.status_tint(status)) >= 4.5


@pytest.mark.parametrize("role", ["field", "partly_fill", "met", "not_met"])
def test_what_is_drawn_without_words_stands_out(theme: Theme, role: str) -> None:
    assert _contrast(theme.role(role), theme.ground) >= 2.95


def test_the_primary_button_and_search_hits_are_readable(theme: Theme) -> None:
    assert _contrast(theme.on_accent, theme.accent) >= 7
    assert _contrast(theme.ink, theme.lit) >= 6.5


@pytest.mark.parametrize("judgement", list(Judgement))
def test_every_judgement_has_a_colour_and_a_tint(theme: Theme, judgement: Judgement) -> None:
    assert _contrast(theme.judgement(judgement), theme.judgement_tint(judgement)) >= 4.5


def test_the_palette_lays_roles_out_as_the_look_says(theme: Theme) -> None:
    palette, role = palette_of(theme), QPalette.ColorRole
    assert palette.color(role.Window) == theme.ground
    assert palette.color(role.Base) == theme.raised
    assert palette.color(role.AlternateBase) == theme.sheet
    assert palette.color(role.Highlight) == theme.select
    assert palette.color(role.HighlightedText) == theme.ink
    assert palette.color(role.PlaceholderText) == theme.ink3
    assert palette.color(role.ToolTipBase) == theme.ink
    assert palette.color(QPalette.ColorGroup.Disabled, role.Text) == theme.ink3


def test_a_widget_knows_the_theme_it_stands_in(qtbot: QtBot, theme: Theme) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    inner = QWidget(outer)
    outer.setPalette(palette_of(theme))
    assert theme_of(inner) is theme
    assert theme_of(outer.palette()) is theme


def test_a_choice_switches_without_a_restart(qtbot: QtBot, qapp: QApplication, themes: Themes) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.waitSignal(themes.changed) as news:
        themes.choose(ThemeChoice.DARK)
    assert news.args == [load_theme("dark")]
    qtbot.waitUntil(lambda: theme_of(widget).is_dark)
    assert themes.choice is ThemeChoice.DARK


def test_the_system_decides_when_nothing_else_is_said(qtbot: QtBot, qapp: QApplication, themes: Themes) -> None:
    themes.choose(ThemeChoice.SYSTEM)
    is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert themes.current.is_dark == is_dark


def test_only_a_desk_that_follows_the_system_hears_it(qtbot: QtBot, qapp: QApplication, themes: Themes) -> None:
    themes.choose(ThemeChoice.DARK)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert themes.current.is_dark

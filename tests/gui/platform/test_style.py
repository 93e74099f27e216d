from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QScrollBar, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from gui.platform.theme import ThemeChoice, Themes, load_theme, theme_of
from gui.widgets.buttons import Button, FilterChip, LinkButton, PrimaryButton, QuietButton, ToolButton
from gui.widgets.line_edit import LineEdit, mark_invalid

LIGHT = load_theme("light")


def _at(widget: QWidget, x: int, y: int) -> QColor:
    return widget.grab().toImage().pixelColor(x, y)


def _laid(qtbot: QtBot, widget: QWidget, width: int = 160) -> QWidget:
    """Size a widget without showing it: the offscreen pointer would lie over it."""
    qtbot.addWidget(widget)
    widget.resize(width, widget.sizeHint().height())
    return widget


def _shown(qtbot: QtBot, widget: QWidget, width: int = 160) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(width, widget.sizeHint().height())
    with qtbot.waitExposed(widget):
        widget.show()
    widget.clearFocus()
    return widget


@pytest.mark.parametrize(
    ("made", "height"),
    [
        (lambda: Button("存为 PDF"), 32),
        (lambda: Button("选文件", dense=True), 28),
        (lambda: PrimaryButton("下一条未填", tall=40), 40),
        (lambda: FilterChip("没有佐证"), 24),
        (lambda: LinkButton("全部"), 24),
        (lambda: ToolButton("undo", "撤销"), 32),
        (lambda: QLineEdit(), 32),
        (lambda: QComboBox(), 32),
        (lambda: QCheckBox("封面与目录"), 24),
    ],
)
def test_a_control_is_as_high_as_the_look_says_and_never_under_24(
    qtbot: QtBot, made: Callable[[], QWidget], height: int
) -> None:
    widget = made()
    qtbot.addWidget(widget)
    assert widget.sizeHint().height() == height or widget.height() == height


def test_the_primary_button_stands_on_the_accent(qtbot: QtBot) -> None:
    assert _at(_laid(qtbot, PrimaryButton("新建自评")), 6, 16) == LIGHT.accent


def test_a_secondary_button_is_raised_with_a_quiet_line(qtbot: QtBot) -> None:
    button = _laid(qtbot, Button("存为 PDF"))
    assert _at(button, 6, 16) == LIGHT.raised
    assert _at(button, 0, 16) == LIGHT.line2


def test_a_quiet_button_has_no_ground(qtbot: QtBot) -> None:
    assert _at(_laid(qtbot, QuietButton("看原文")), 2, 16) == LIGHT.ground


@pytest.mark.parametrize(
    ("prepare", "line"),
    [
        (lambda field: None, "field"),
        (lambda field: field.setFocus(), "accent"),
        (lambda field: mark_invalid(field, True), "not_met"),
        (lambda field: field.lock(True), "line"),
    ],
)
def test_a_field_shows_its_state_by_its_line(qtbot: QtBot, prepare: Callable[[LineEdit], None], line: str) -> None:
    field = LineEdit("46")
    _shown(qtbot, field)
    field.window().activateWindow()
    prepare(field)
    qtbot.waitUntil(lambda: _at(field, 0, 16) == LIGHT.role(line))


def test_a_locked_field_stands_on_the_sheet(qtbot: QtBot) -> None:
    field = LineEdit("46")
    field.lock(True)
    assert _at(_laid(qtbot, field), 100, 4) == LIGHT.sheet


def test_a_ticked_box_is_filled_with_the_accent(qtbot: QtBot) -> None:
    box = QCheckBox("封面与目录")
    box.setChecked(True)
    _laid(qtbot, box)
    assert _at(box, 2, 12) == LIGHT.accent


def test_the_chosen_tab_has_the_accent_under_it(qtbot: QtBot) -> None:
    tabs = QTabBar()
    tabs.addTab("清单")
    tabs.addTab("概览")
    _laid(qtbot, tabs)
    bottom = tabs.tabRect(0).bottom()
    assert _at(tabs, 5, bottom) == LIGHT.accent
    assert _at(tabs, tabs.tabRect(1).center().x(), bottom) != LIGHT.accent


def test_the_chosen_row_has_the_accent_edge(qtbot: QtBot) -> None:
    rows = QListWidget()
    rows.addItems(["一", "二"])
    rows.setCurrentRow(0)
    _shown(qtbot, rows)
    rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    spot = rows.viewport().mapTo(rows, QPoint(1, rows.visualItemRect(rows.item(0)).center().y()))
    assert _at(rows, spot.x(), spot.y()) == LIGHT.accent
    assert _at(rows, 90, spot.y()) == LIGHT.select


def test_a_scroll_bar_is_ten_wide_with_a_thumb_of_six(qtbot: QtBot) -> None:
    bar = QScrollBar(Qt.Orientation.Vertical)
    bar.setRange(0, 100)
    bar.setPageStep(20)
    qtbot.addWidget(bar)
    bar.resize(bar.sizeHint().width(), 200)
    image = bar.grab().toImage()
    painted = [x for x in range(image.width()) if image.pixelColor(x, 12) == LIGHT.line2]
    assert image.width() == 10
    assert len(painted) == 6


def test_nothing_to_scroll_shows_no_thumb(qtbot: QtBot) -> None:
    bar = QScrollBar(Qt.Orientation.Vertical)
    bar.setRange(0, 0)
    qtbot.addWidget(bar)
    bar.resize(10, 100)
    assert bar.grab().toImage().pixelColor(5, 50) != LIGHT.line2


def test_buttons_are_redrawn_in_the_dark(qtbot: QtBot, themes: Themes) -> None:
    button = _laid(qtbot, Button("存为 PDF", "save"))
    themes.choose(ThemeChoice.DARK)
    qtbot.waitUntil(lambda: theme_of(button).is_dark)
    assert _at(button, 6, 16) == load_theme("dark").raised

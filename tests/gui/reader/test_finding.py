"""Words looked for in the official text, and words taken out of it."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checklists.flat_text import Span
from checklists.reading.lines import Line
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from gui.platform.theme import Themes, theme_of
from gui.reader.finding import Finder
from gui.reader.presenter import ReaderScreen, ReaderServices
from gui.widgets.official_rows import TextRow
from gui.widgets.official_selection import Selection, sentence_at, text_of, whole
from tests.builders import a_workspace
from tests.checklists.official_documents import a_document, its_policy
from tests.gui.checklist.sitting import type_words

SHIFT, CTRL, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier(0)


@pytest.fixture
def screen(qtbot: QtBot, tmp_path: Path, themes: Themes) -> Iterator[ReaderScreen]:
    assert themes.current
    path = tmp_path / "方案.txt"
    path.write_text(a_document(), encoding="utf-8")
    jobs = Jobs()
    with a_workspace(tmp_path / "w", its_policy()) as workspace:
        workspace.official_texts.keep("test", path)
        services = ReaderServices(workspace.official_texts, jobs, DeskSettings(tmp_path / "desk.ini"))
        made = ReaderScreen(workspace.policies.checklist("test"), services)
        qtbot.addWidget(made.view)
        made.view.resize(1440, 860)
        made.view.show()
        made.show()
        yield made
    jobs.close()


def lines(*texts: str) -> list[Line]:
    return [Line(text, number) for number, text in enumerate(texts, start=1)]


def colours(screen: ReaderScreen) -> set[int]:
    image: QImage = screen.view.text.text.viewport().grab().toImage()
    return {image.pixel(x, y) for y in range(0, image.height(), 2) for x in range(0, image.width(), 2)}


def look_for(screen: ReaderScreen, words: str) -> None:
    screen.view.text.find_bar.field.clear()
    type_words(screen.view.text.find_bar.field, words)


def press(screen: ReaderScreen, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(screen.view.text.text, key, held)


def middle_of(screen: ReaderScreen, line: int, offset: int) -> QPoint:
    """Say where the gap before a character stands in the window."""
    text = screen.view.text.text
    place = text._column.index_of(line)
    assert place is not None
    at = text._column.point_of((place, offset))
    return QPoint(round(text._left() + at.x()), round(at.y()) + 24 + 15 - text.verticalScrollBar().value())


def test_words_are_found_across_line_ends_blanks_and_widths() -> None:
    finder = Finder(lines("建设产教", "融合（ＡB）实训 基地", "ab实训基地"))
    assert finder.find("产教融合") == ((Span(1, 2, 4), Span(2, 0, 2)),)
    assert finder.find("AB") == ((Span(2, 3, 5),), (Span(3, 0, 2),))
    assert finder.find("(ab)实训基地") == ((Span(2, 2, 11),),)
    assert finder.find(" ") == ()


@given(st.text("产教融合 ab", max_size=30), st.text("产教ab", min_size=1, max_size=3))
def test_every_place_is_found_once_and_none_overlap(text: str, words: str) -> None:
    found = Finder(lines(text)).find(words)
    assert len(found) == text.replace(" ", "").count(words)
    ends = [(hit[0].start, hit[-1].end) for hit in found]
    assert all(before[1] <= after[0] for before, after in pairwise(ends))


def test_typing_lights_every_place_and_counts_them(screen: ReaderScreen) -> None:
    QTest.keyClick(screen.view, Qt.Key.Key_F, CTRL)
    bar = screen.view.text.find_bar
    assert bar.field.hasFocus() or screen.view.focusWidget() is bar.field
    look_for(screen, "联盟")
    count = a_document().count("联盟")
    assert bar.count == f"1/{count}"
    assert {theme_of(screen.view).lit.rgb(), theme_of(screen.view).accent.rgb()} <= colours(screen)
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count == f"2/{count}"
    QTest.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    QTest.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    assert bar.count == f"{count}/{count}"
    bar.down.click()
    assert bar.count == f"1/{count}"


def test_what_is_not_there_is_said_and_escape_gives_the_keys_back(screen: ReaderScreen) -> None:
    bar = screen.view.text.find_bar
    look_for(screen, "航天")
    assert bar.count == "没有找到"
    assert not bar.down.isVisible()
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.field.text() == ""
    assert screen.view.focusWidget() is screen.view.text.text


def test_the_next_place_is_brought_into_view(screen: ReaderScreen) -> None:
    screen.view.resize(1440, 300)
    look_for(screen, "2025年1月2日")
    text = screen.view.text.text
    top = text.top_of(a_document().split("\n").index("2025年1月2日") + 1)
    assert top is not None
    assert text.verticalScrollBar().value() <= top < text.verticalScrollBar().value() + text.viewport().height()


def test_a_drag_chooses_words_and_copies_them_and_takes_no_point_in_hand(screen: ReaderScreen) -> None:
    text, before = screen.view.text.text, screen.key
    number, words = next((n, row) for n, row in enumerate(a_document().split("\n"), 1) if "能工巧匠" in row)
    start = words.index("能工巧匠")
    first, last = middle_of(screen, number, start), middle_of(screen, number, start + 4)
    QTest.mousePress(text.viewport(), Qt.MouseButton.LeftButton, PLAIN, first)
    QTest.mouseMove(text.viewport(), last)
    text._drag_to(QPointF(last))
    QTest.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, PLAIN, last)
    press(screen, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "能工巧匠"
    assert screen.key == before
    press(screen, Qt.Key.Key_Escape)
    assert text.selected_text == ""


def test_everything_is_chosen_and_copied_as_it_is_written(screen: ReaderScreen) -> None:
    press(screen, Qt.Key.Key_A, CTRL)
    press(screen, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == a_document()


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        ([(Qt.Key.Key_Right, SHIFT)] * 3, 3),
        ([(Qt.Key.Key_Right, SHIFT)] * 3 + [(Qt.Key.Key_Left, SHIFT)], 2),
        ([(Qt.Key.Key_End, SHIFT)], len(a_document().split("\n")[0])),
        ([(Qt.Key.Key_End, SHIFT | CTRL)], len(a_document())),
        ([(Qt.Key.Key_End, SHIFT | CTRL), (Qt.Key.Key_Home, SHIFT | CTRL)], 0),
    ],
)
def test_shift_and_the_arrows_choose_words(
    screen: ReaderScreen, keys: list[tuple[Qt.Key, Qt.KeyboardModifier]], chosen: int
) -> None:
    screen.view.text.text.verticalScrollBar().setValue(0)
    for key, held in keys:
        press(screen, key, held)
    assert screen.view.text.text.selected_text == a_document()[:chosen].strip("\n")


def test_shift_and_down_go_line_by_line_to_the_end(screen: ReaderScreen) -> None:
    screen.view.text.text.verticalScrollBar().setValue(0)
    for _ in range(60):
        press(screen, Qt.Key.Key_Down, SHIFT)
    assert screen.view.text.text.selected_text == a_document()


def test_a_double_click_chooses_a_sentence() -> None:
    rows = [TextRow(1, "先做。再做这件事；然后看。", "", 0, False)]
    assert text_of(rows, sentence_at(rows, (0, 5))) == "再做这件事；"
    assert text_of(rows, sentence_at(rows, (0, 0))) == "先做。"


def test_lines_that_a_page_broke_are_copied_as_one() -> None:
    rows = [
        TextRow(1, "一、建设产教\u200b", "", 0, True),
        TextRow(2, "融合实训基地，用 AI", "", 0, False, is_continued=True),
        TextRow(3, "and more。  ", "", 0, False, is_continued=True),
        TextRow(4, "二、其他", "", 0, True),
    ]
    assert text_of(rows, whole(rows)) == "一、建设产教融合实训基地，用 AI and more。\n二、其他"


@given(st.tuples(st.integers(0, 2), st.integers(0, 4)), st.tuples(st.integers(0, 2), st.integers(0, 4)))
def test_it_is_all_the_same_from_which_end_words_are_chosen(one: tuple[int, int], other: tuple[int, int]) -> None:
    rows = [TextRow(number, "甲乙丙丁", "", 0, False) for number in range(3)]
    assert text_of(rows, Selection(one, other)) == text_of(rows, Selection(other, one))


def test_the_keyboards_place_is_drawn(screen: ReaderScreen) -> None:
    text = screen.view.text.text
    accent = theme_of(text).accent.rgb()
    text.setFocus(Qt.FocusReason.MouseFocusReason)
    assert text.viewport().grab().toImage().pixel(0, 200) != accent
    text.clearFocus()
    text.setFocus(Qt.FocusReason.TabFocusReason)
    assert text.viewport().grab().toImage().pixel(0, 200) == accent

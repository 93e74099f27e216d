"""The reader and what needs a review, painted at every size people have, light and dark."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.checklist.filters import Filter
from gui.platform.theme import ThemeChoice, Themes
from gui.shell.desktop import Desktop
from gui.shell.rooms.text import TextRoom
from gui.shell.tabs import Tab
from models.vocabulary import ItemKey
from services.workspace import Workspace
from tests.checklists.clauses import SHARED
from tests.gui.checklist.sitting import type_words
from tests.gui.painting import look_at
from tests.gui.windows import SAMPLE_NOW, SIZES, Program

MAY_ELIDE = frozenset(
    {
        "gui.checklist.tree_delegate",
        "gui.checklist.jump_button",
        "gui.checklist.list_delegate",
        "gui.reader.points_delegate",  # a point's words beside its chip, with a tooltip
        "gui.widgets.thumb",
        "gui.widgets.text",
        "gui.widgets.labels",
        "gui.widgets.chip",
    }
)
TEXT = SHARED / "policies" / "yiyang.txt"
COPY = "益阳市职业教育高质量发展实施方案（新稿）.txt"
SHOTS = os.environ.get("VOCCHECK_SHOTS", "")

pytestmark = pytest.mark.skipif(not TEXT.is_file(), reason=f"the official text is not at {TEXT}")


@pytest.fixture
def changed(sample: Path) -> Path:
    """Keep a copy of the official text in which one clause is another one."""
    copy = sample.parent / COPY
    copy.write_text(TEXT.read_text(encoding="utf-8-sig").replace("双师型", "双技型"), encoding="utf-8")
    with Workspace.open(sample, "李敏", SAMPLE_NOW.date, now=lambda: SAMPLE_NOW) as workspace:
        workspace.official_texts.keep("yiyang", copy)
    return sample


@pytest.fixture(params=[(*size, choice) for size in SIZES for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK)], ids=str)
def desktop(program: Program, request: pytest.FixtureRequest, changed: Path, themes: Themes) -> Iterator[Desktop]:
    wide, high, choice = request.param
    themes.choose(choice)
    with program.opened(changed, SAMPLE_NOW, (wide, high)) as made:
        assert made.workspace is not None
        made.open_assessment(made.workspace.opening.assessments()[0].id)
        yield made


def faults_in(qtbot: QtBot, desktop: Desktop, name: str) -> list[str]:
    faults = look_at(qtbot, desktop.window, MAY_ELIDE)
    if SHOTS:
        desktop.window.grab().save(f"{SHOTS}/{name}-{desktop.window.width()}-{desktop._themes.choice.value}.png")
    foreign = f"外文：{COPY}"  # the name of a user's own file
    return [fault for fault in faults if fault != foreign]


def to_review(desktop: Desktop) -> list[ItemKey]:
    assert desktop.workspace is not None
    assert desktop.sitting is not None
    items = desktop.workspace.assessments.checklist(desktop.sitting.assessment).binding_items()
    return [row.key for row in items if row.needs_review]


def test_the_reader_is_whole_with_words_looked_for_and_chosen(qtbot: QtBot, desktop: Desktop) -> None:
    assert desktop.sitting is not None
    room = desktop.sitting.room(Tab.TEXT)
    assert isinstance(room, TextRoom)
    desktop.desks.seat.show_tab(Tab.TEXT)
    room.screen.show_item(to_review(desktop)[0])
    assert faults_in(qtbot, desktop, "reader") == []
    room.screen.view.turn_to_text()
    type_words(room.screen.view.text.find_bar.field, "职业教育")
    assert faults_in(qtbot, desktop, "reader-find") == []
    type_words(room.screen.view.text.find_bar.field, "没有这样的话")
    room.screen.view.text.text.select_all()
    assert faults_in(qtbot, desktop, "reader-chosen") == []


def test_what_needs_a_review_is_whole_in_list_item_and_overview(qtbot: QtBot, desktop: Desktop) -> None:
    assert desktop.sitting is not None
    desktop.sitting.checklist.show_item(to_review(desktop)[0])
    assert faults_in(qtbot, desktop, "item-review") == []
    desktop.sitting.checklist.show_only(Filter(needs_review=True))
    assert faults_in(qtbot, desktop, "list-review") == []
    desktop.desks.seat.show_tab(Tab.OVERVIEW)
    assert faults_in(qtbot, desktop, "overview-review") == []


@pytest.mark.parametrize("desktop", [(1440, 868, ThemeChoice.LIGHT)], indirect=True)
def test_a_copy_read_in_the_window_marks_points_and_undo_takes_that_back(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    assert desktop.sitting is not None
    room = desktop.sitting.room(Tab.TEXT)
    assert isinstance(room, TextRoom)
    desktop.desks.seat.show_tab(Tab.TEXT)
    before, in_hand = to_review(desktop), desktop.sitting.checklist.key
    other = tmp_path / "再改.txt"
    other.write_text(TEXT.read_text(encoding="utf-8-sig").replace("岗课赛证", "课证融通"), encoding="utf-8")
    room.screen.read_in(other)
    qtbot.waitUntil(lambda: "再改.txt" in room.screen.view.toast.text)
    marked = to_review(desktop)
    assert marked
    assert not set(marked) & set(before)
    assert desktop.sitting.checklist.key == in_hand
    desktop.desks.seat.show_tab(Tab.CHECKLIST)  # the list catches up with many changes once somebody looks
    assert desktop.sitting.checklist.key == in_hand
    assert desktop.sitting.checklist.view.list.filters.flags["needs_review"].text() == f"需复核 {len(marked)}"
    desktop.desks.seat.undo()
    assert to_review(desktop) == before

"""Renders every part, light and dark side by side, to a PNG to look at beside the mock-up.

Usage: python scripts/parts_sheet.py [FILE.png]
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gui.platform import fonts
from gui.platform.appearance import dress
from gui.platform.strokes import panel
from gui.platform.theme import ThemeChoice, load_theme, palette_of, theme_of
from gui.widgets.buttons import Button, FilterChip, LinkButton, PrimaryButton, QuietButton, ToolButton
from gui.widgets.chip import Chip, KeyCap
from gui.widgets.dialog import TextDialog
from gui.widgets.empty_state import EmptyState, IconView
from gui.widgets.field import Field
from gui.widgets.gauge import Gauge, GaugeReading
from gui.widgets.labels import PlainLabel, plain_label
from gui.widgets.line_edit import Combo, LineEdit
from gui.widgets.note_edit import NoteEdit
from gui.widgets.panes import Card, Pane
from gui.widgets.problem import Problem
from gui.widgets.progress_card import ProgressCard
from gui.widgets.ring import Ring
from gui.widgets.save_state import SaveState
from gui.widgets.stacked_bar import Legend, StackedBar
from gui.widgets.status_group import KEYS, StatusGroup
from gui.widgets.status_mark import StatusMark
from gui.widgets.tally import Tally
from gui.widgets.text import Paragraph
from gui.widgets.thumb import AddTile, ThumbTile
from gui.widgets.toast import Toast
from models.vocabulary import Judgement, Status
from resources import resource, word

ROLES = tuple(
    "ground sheet raised sunken hover select ink ink2 ink3 accent met partly_fill not_met lit".split()  # noqa: SIM905
)
COUNTS = {
    Status.MET: 10,
    Status.PARTLY_MET: 3,
    Status.NOT_MET: 2,
    Status.NOT_APPLICABLE: 1,
    Status.UNANSWERED: 1,
}


class Swatch(QWidget):
    """One colour of the theme."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role
        self.setFixedSize(44, 28)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        panel(QPainter(self), QRectF(self.rect()), theme.role(self._role), theme.line2, radius=3)


def row(*parts: QWidget, gap: int = 8) -> QHBoxLayout:
    """Lay parts side by side."""
    line = QHBoxLayout()
    line.setSpacing(gap)
    for part in parts:
        line.addWidget(part)
    line.addStretch()
    return line


def caption(text: str) -> PlainLabel:
    """Name a group of parts."""
    label = plain_label(text, fonts.Role.META, "ink3")
    label.setContentsMargins(0, 8, 0, 0)
    return label


def marks() -> QHBoxLayout:
    """Show the five marks with their words."""
    line = QHBoxLayout()
    line.setSpacing(8)
    for status in KEYS:
        line.addWidget(StatusMark(status, 20))
        line.addWidget(plain_label(word(status)))
        line.addSpacing(20)
    line.addStretch()
    return line


def buttons() -> QHBoxLayout:
    """Show buttons, chips and key caps."""
    off = Button("销号")
    off.setEnabled(False)
    active = FilterChip("没有佐证 7")
    active.show_active(True)
    chips = [
        Chip("达标", "met"),
        Chip("未达标", "not_met"),
        Chip("没有佐证", "partly"),
        Chip("理由"),
        Chip("工作方案", "plain"),
    ]
    parts = [PrimaryButton("新建自评"), Button("存为 PDF"), QuietButton("看原文", "book"), off, *chips, KeyCap("F1")]
    line = row(*parts)
    line.addWidget(ToolButton("undo", "撤销", "Ctrl+Z"))
    return line


def filters() -> QHBoxLayout:
    """Show filters, links and the save states."""
    active = FilterChip("没有佐证 7")
    active.show_active(True)
    failed = SaveState()
    failed.show_failed("磁盘满了")
    return row(
        FilterChip("状态：全部", is_menu=True),
        active,
        LinkButton("全部 9 次"),
        failed,
        ToolButton("filter", "筛选", outlined=True),
    )


def fields() -> QGridLayout:
    """Show the four looks of a field, and drop-downs."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    wrong = Field("", LineEdit("1o0"))
    wrong.show_error("这里要填数字，例如 100。")
    locked = LineEdit("不可改")
    locked.lock(True)
    for column, part in enumerate((LineEdit("常态"), LineEdit("", "搜索要求、说明、佐证", "search"), wrong, locked)):
        grid.addWidget(part, 0, column, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(column, 1)
    grid.addWidget(Combo(["教务科", "实训处"]), 1, 0)
    grid.addWidget(LineEdit("2025-12-20", icon_name="calendar"), 1, 1)
    return grid


def figures() -> QHBoxLayout:
    """Show ring, bars, tally and gauge."""
    ring = Ring()
    ring.show_share(60, 64)
    big, slim, full = StackedBar(20), StackedBar(8), Gauge()
    big.show_counts(COUNTS, 20)
    slim.show_counts(COUNTS)
    full.show_reading(
        GaugeReading(
            46.9, 50, judgement=Judgement.MISSED, is_percentage=True, target_label="目标 50%", end_label="100%"
        )
    )
    column = QVBoxLayout()
    column.setSpacing(8)
    legend = Legend()
    legend.show_counts(COUNTS)
    for part in (big, slim, legend, full):
        column.addWidget(part)
    line = row(ring, gap=16)
    line.addLayout(column, 1)
    line.addWidget(Tally([*KEYS, Status.MET]))
    return line


def dialog() -> QWidget:
    """Show a dialog as a part of the page."""
    made = TextDialog(
        "这一条为什么不适用？",
        "理由会印在报告里，供教育局核对。",
        act="记为不适用",
        stay="不改了",
        text="本轮未获推荐，无申报资格",
    )
    made.setWindowFlags(Qt.WindowType.Widget)
    return made


def left() -> QVBoxLayout:
    """Show dialog, toast, error."""
    column = QVBoxLayout()
    column.addWidget(caption("对话"))
    column.addWidget(dialog())
    column.addWidget(caption("提示与错误"))
    stage = QWidget()
    stage.setFixedSize(392, 44)
    toast = Toast(stage, bottom=2)
    toast.say("11-2 已改为部分落实", "撤销")
    column.addWidget(stage)
    column.addWidget(Problem("“教师台账.xls” 打不开：文件不完整。请从原处重新复制一份再拖进来，其他 5 个文件已收好。"))
    column.addStretch()
    return column


def right() -> QVBoxLayout:
    """Show empty state and progress."""
    column = QVBoxLayout()
    column.addWidget(caption("空"))
    card = Card()
    inside = QVBoxLayout(card)
    inside.addWidget(EmptyState("clip", "这一条还没有佐证。", "拖文件进来，或按 Ctrl+V 贴图。", "选文件", "folder"))
    column.addWidget(card)
    column.addWidget(caption("进度"))
    progress = ProgressCard("正在收进佐证")
    progress.show_progress(1204, 2000, "6-3 车间照片")
    progress.show()
    column.addWidget(progress)
    column.addStretch()
    return column


def evidence() -> QHBoxLayout:
    """Show thumbs and a note."""
    line = QHBoxLayout()
    line.setSpacing(12)
    line.addWidget(ThumbTile("11-2-01 认定证书", "形成 2025-03-18", badge="过期"))
    line.addWidget(ThumbTile("11-2-02 教师台账（本学期）", "PDF · 4 页"))
    line.addWidget(AddTile("添加佐证", "拖文件到这里，或 Ctrl+V 贴图"), 1, Qt.AlignmentFlag.AlignTop)
    note = NoteEdit(3)
    note.show_text("本学期在岗专业课教师 98 人，已认定“双师型”46 人，逐人台账已建。")
    line.addWidget(note, 2, Qt.AlignmentFlag.AlignTop)
    return line


def icon_grid() -> QGridLayout:
    """Show every icon."""
    grid = QGridLayout()
    grid.setSpacing(6)
    names = sorted(path.stem for path in resource("icons").glob("*.svg"))
    for number, name in enumerate(names):
        grid.addWidget(IconView(name, "ink2"), number // 26, number % 26)
    return grid


def type_sheet() -> QHBoxLayout:
    """Show the roles of type."""
    return row(
        plain_label("职评簿", fonts.Role.BRAND),
        plain_label("93.8%", fonts.Role.FIGURE),
        plain_label("益阳市", fonts.Role.TITLE),
        Paragraph("专业课教师中“双师型”教师的占比超过 50%", fonts.Role.REQUIREMENT),
        gap=16,
    )


def half(name: str) -> Pane:
    """Lay all parts out in one theme."""
    pane = Pane("ground")
    pane.setPalette(palette_of(load_theme(name)))
    pane.setFixedWidth(720)
    column = QVBoxLayout(pane)
    column.setContentsMargins(32, 8, 32, 16)
    column.setSpacing(8)
    group = StatusGroup()
    group.show_status(Status.MET)
    parts: list[QWidget | QLayout] = [caption("色"), row(*map(Swatch, ROLES), gap=4), type_sheet()]
    parts += [caption("状态五样，先看形，再看色"), marks(), group, caption("按钮、标签、键帽"), buttons(), filters()]
    parts += [caption("输入"), fields(), figures()]
    for part in parts:
        column.addWidget(part) if isinstance(part, QWidget) else column.addLayout(part)
    columns = QHBoxLayout()
    columns.setSpacing(24)
    columns.addLayout(left())
    columns.addLayout(right())
    column.addLayout(columns)
    column.addLayout(evidence())
    column.addWidget(caption("图标　20 格，1.5 线"))
    column.addLayout(icon_grid())
    column.addStretch()
    return pane


def main() -> None:
    """Render the sheet into the file named on the command line."""
    app = QApplication(sys.argv[:1])
    dress(app, ThemeChoice.LIGHT)
    sheet = QWidget()
    line = QHBoxLayout(sheet)
    line.setSpacing(0)
    line.addWidget(half("light"))
    line.addWidget(half("dark"))
    sheet.show()
    app.processEvents()
    target = sys.argv[1] if len(sys.argv) > 1 else "out/parts.png"
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    sheet.grab().save(target)


if __name__ == "__main__":
    main()

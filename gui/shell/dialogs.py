"""The window's own dialogs: keys, about, and the one for our bugs."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QWidget

from gui.platform import fonts
from gui.platform.fonts import Role
from gui.widgets.chip import KeyCap
from gui.widgets.dialog import WIDE, Dialog
from gui.widgets.labels import plain_label

_KEYS = (
    ("↑ ↓", "上一条、下一条要点"),
    ("1 2 3 4", "已落实、部分落实、未落实、不适用"),
    ("0", "改回未填报"),
    ("Shift+1…4", "选状态，再到下一条"),
    ("Ctrl+Enter", "下一条未填"),
    ("Tab", "填实际值，再填完成情况"),
    ("F2", "写完成情况"),
    ("R", "记下需复核的要点已经复核"),
    ("Esc", "回到列表"),
    ("Ctrl+F", "搜索"),
    ("Ctrl+L", "筛选"),
    ("Ctrl+V", "把截图贴成佐证"),
    ("Ctrl+O", "选文件作佐证"),
    ("Ctrl+R", "看官方原文"),
    ("Ctrl+D", "分工和任务单"),
    ("Ctrl+Shift+N", "添校本要点"),
    ("Ctrl+Z", "撤销"),
    ("Ctrl+Y", "重做"),
    ("Ctrl+1…3", "清单、概览、报告"),
    ("Ctrl+N", "新建自评"),
    ("Ctrl+J", "审改草稿时合并要点"),
    ("Ctrl+P", "看报告和打印"),
    ("F1", "这张按键表"),
)


def keys_sheet(parent: QWidget | None = None) -> Dialog:
    """Make the sheet of keys."""
    dialog = Dialog(_tr("按键表"), _tr("数字键在没有光标的时候管状态。"), act=_tr("收起"), width=WIDE, parent=parent)
    sheet = QWidget()
    grid = QGridLayout(sheet)
    grid.setContentsMargins(0, 4, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    half = (len(_KEYS) + 1) // 2
    for number, (keys, does) in enumerate(_KEYS):
        line, column = number % half, 2 * (number // half)
        grid.addLayout(_caps(keys), line, column)
        grid.addWidget(plain_label(_tr(does), Role.SMALL), line, column + 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    dialog.add(sheet)
    return dialog


def about(version: str, workspace: str, parent: QWidget | None = None) -> Dialog:
    """Make the dialog that says what this is."""
    dialog = Dialog(_tr("职评簿"), _tr("对照市里的方案，一条一条填实。"), act=_tr("收起"), parent=parent)
    facts = {
        _tr("版本"): version,
        _tr("工作文件夹"): workspace,
        _tr("许可"): "Apache-2.0",
        _tr("联网"): _tr("不联网，材料只存在这台电脑上"),
    }
    for name, fact in facts.items():
        dialog.add(plain_label(name, Role.META, "ink3"))
        words = plain_label(fact, Role.SMALL, wraps=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        dialog.add(words)
    return dialog


def trouble(report: str, parent: QWidget | None = None) -> Dialog:
    """Make the dialog for a bug of ours: what happened, that the records are safe, what to copy."""
    dialog = Dialog(
        _tr("程序出了差错"),
        _tr("刚才这一步没有做成，已存的内容没有变动，可以接着用。把下面的内容复制给维护人员，能查出原因。"),
        act=_tr("复制内容"),
        stay=_tr("接着用"),
        width=WIDE,
        parent=parent,
    )
    text = QPlainTextEdit()
    text.setPlainText(report)
    text.setReadOnly(True)
    text.setFont(fonts.meta())
    text.setFixedHeight(160)
    text.viewport().setAutoFillBackground(False)
    dialog.add(text)

    def copy() -> None:
        QGuiApplication.clipboard().setText(report)

    dialog.act_button.clicked.connect(copy)
    return dialog


def _caps(keys: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    for key in keys.split():
        row.addWidget(KeyCap(key))
    row.addStretch()
    return row


def _tr(words: str) -> str:
    return QCoreApplication.translate("shell", words)

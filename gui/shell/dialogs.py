"""The window's own dialogs: keys, about, and the one for our bugs."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from gui.platform import fonts
from gui.platform.fonts import Role
from gui.shell.keys import KeyGroup, columns
from gui.widgets.chip import KeyCap
from gui.widgets.dialog import WIDE, Dialog
from gui.widgets.labels import heading, plain_label

_SHEET = 936


def keys_sheet(parent: QWidget | None = None) -> Dialog:
    """Make the sheet of keys."""
    words = _tr("光标不在栏里时，数字键选状态。")
    dialog = Dialog(_tr("按键表"), words, act=_tr("关上"), width=_SHEET, parent=parent)
    sheet = QWidget()
    row = QHBoxLayout(sheet)
    row.setContentsMargins(0, 4, 0, 0)
    row.setSpacing(24)
    for groups in columns():
        column = QVBoxLayout()
        column.setSpacing(4)
        for group in groups:
            column.addWidget(heading(group.title))
            column.addLayout(_group(group))
        column.addStretch()
        row.addLayout(column, 1)
    dialog.add(sheet)
    return dialog


def _group(group: KeyGroup) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 8)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(3)
    for place, line in enumerate(group.lines):
        grid.addLayout(_caps(line.caps), place, 0)
        grid.addWidget(plain_label(line.does, Role.META), place, 1)
    grid.setColumnStretch(1, 1)
    return grid


def about(version: str, workspace: str, parent: QWidget | None = None) -> Dialog:
    """Make the dialog that says what this is."""
    dialog = Dialog(_tr("职评簿"), _tr("对照市里的方案，一条一条填实。"), act=_tr("关上"), parent=parent)
    facts = {
        _tr("版本"): version,
        _tr("工作文件夹"): workspace,
        _tr("许可"): "Apache-2.0",
        _tr("联网"): _tr("不联网，材料只存在这台电脑上"),
    }
    dialog.add(_facts(facts))
    return dialog


def _facts(facts: Mapping[str, str]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 4, 0, 4)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    for place, (name, fact) in enumerate(facts.items()):
        words = plain_label(fact, Role.SMALL, wraps=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for column, part in enumerate((plain_label(name, Role.SMALL, "ink3"), words)):
            grid.addWidget(part, place, column, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(1, 1)
    return table


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

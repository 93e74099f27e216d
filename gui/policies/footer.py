"""The foot of the start page: where the records lie, that no network is used, which version this is."""

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.platform import fonts
from gui.platform.fonts import Role
from gui.widgets.buttons import LinkButton
from gui.widgets.labels import PlainLabel, plain_label, set_tip
from gui.widgets.panes import Pane, column_in, hrule

_HEIGHT, _FOLDER_WIDTH = 41, 200


class Footer(Pane):
    """One line under the left column, empty until it is told what to say."""

    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self.setFixedHeight(_HEIGHT)

    def show_folder(self, folder: Path) -> None:
        """Name the folder of the records; a click opens it."""
        metrics = QFontMetrics(fonts.small())
        self._folder.setText(metrics.elidedText(str(folder), Qt.TextElideMode.ElideMiddle, _FOLDER_WIDTH))
        set_tip(self._folder, self.tr("在文件夹里看：{folder}").format(folder=folder))

    def show_version(self, version: str) -> None:
        """Say which version of the program this is."""
        self._version.setText(self.tr("版本 {version}").format(version=version))

    @cached_property
    def _folder(self) -> LinkButton:
        folder = LinkButton("", "folder")
        folder.clicked.connect(self.folder_wanted)
        self._line.insertWidget(0, folder)
        return folder

    @cached_property
    def _version(self) -> PlainLabel:
        version = plain_label("", Role.META, "ink3")
        self._line.addWidget(version)
        return version

    @cached_property
    def _line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(48, 0, 40, 0)
        line.setSpacing(20)
        line.addWidget(plain_label(self.tr("不联网，材料只存在这台电脑上"), Role.META, "ink3"), 1)
        column = column_in(self)
        column.addWidget(hrule())
        column.addLayout(line, 1)
        return line

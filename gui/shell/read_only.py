"""A window over records that may not be written to: it says so on every page, and what would write is out of reach."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gui.shell.window import MainWindow
from gui.widgets.date_edit import DateEdit
from gui.widgets.panes import Pane
from gui.widgets.problem import Problem
from gui.widgets.writing import is_writing

_ON_SEEING = (QEvent.Type.Polish, QEvent.Type.Show, QEvent.Type.EnabledChange, QEvent.Type.ReadOnlyChange)
"""A screen that lets its parts be written to again is not listened to."""
_ON_DROPPING = (QEvent.Type.DragEnter, QEvent.Type.Drop)
_ACTED_ON = (QAbstractButton, QComboBox, DateEdit)


class ReadOnly(QObject):
    """Looks after every part that comes into the window, whichever screen it is of."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.windowTitleChanged.connect(self._on_titled)
        self._on_titled(window.windowTitle())
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def begin(self) -> None:
        """Say why, once the window is furnished."""
        self._window.keep_to_reading(
            self.tr(
                "只读：工作文件夹不让写，能看、能打印、能导出，不能填。要接着填，把整个文件夹拷到本机硬盘，从那里打开。"
            )
        )

    def end(self) -> None:
        """Look after nothing any more."""
        application = QApplication.instance()
        assert application is not None
        application.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _ON_DROPPING:
            return True
        if kind in _ON_SEEING and isinstance(watched, QWidget):
            _keep_from_writing(watched)
        return False

    def _on_titled(self, title: str) -> None:
        mark = self.tr("（只读）")
        if title and not title.endswith(mark):
            self._window.setWindowTitle(title + mark)


class Mark(Pane):
    """The sentence that stands above every page."""

    def __init__(self, sentence: str) -> None:
        super().__init__("ground")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.addWidget(Problem(sentence, tone="partly"))


def _keep_from_writing(part: QWidget) -> None:
    """Put a part that writes out of reach; words stay to be read, scrolled and copied."""
    if isinstance(part, QMenu):
        for action in part.actions():
            action.setEnabled(action.isEnabled() and not is_writing(action))
    elif isinstance(part, _ACTED_ON) and part.isEnabled() and is_writing(part):
        part.setEnabled(False)
    elif isinstance(part, QLineEdit | QTextEdit) and not part.isReadOnly() and is_writing(part):
        part.setReadOnly(True)

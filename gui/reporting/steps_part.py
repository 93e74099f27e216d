"""The steps that end the work: print, save in each form that can be had, open where it lies."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.platform.style_buttons import LINK_AIR
from gui.widgets.buttons import Button, LinkButton, PrimaryButton
from gui.widgets.labels import plain_label
from gui.widgets.problem import Problem
from reports.orders import Skin


class StepsPart(QWidget):
    """Wishes: print, save in a skin, open the folder."""

    print_wanted = Signal()
    save_wanted = Signal(object)
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem = Problem()
        self._print = PrimaryButton(self.tr("打印"), "printer", tall=36)
        self._print.clicked.connect(self.print_wanted)
        self._saves = {
            Skin.PDF: Button(self.tr("存为 PDF")),
            Skin.WORD: Button(self.tr("存为 Word")),
            Skin.SHEET: Button(self.tr("存为 Excel")),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        for part in (self._problem, self._build_saved(), self._print):
            column.addWidget(part)
        column.addLayout(self._build_saves())

    def show_skins(self, skins: tuple[Skin, ...]) -> None:
        """Offer the forms in which the chosen paper can be had."""
        for skin, button in self._saves.items():
            button.setVisible(skin in skins)

    def show_problem(self, sentence: str) -> None:
        """Say why a step did not succeed; nothing takes it away."""
        self._problem.say(sentence)

    def show_saved(self, name: str) -> None:
        """Say where the paper lies; nothing takes it away."""
        self._saved.setText(self.tr("已存好：{name}").format(name=name) if name else "")
        self._saved_row.setVisible(bool(name))

    def set_ready(self, is_ready: bool) -> None:
        """Let the steps be taken, or not while pages are being made."""
        for button in (self._print, *self._saves.values()):
            button.setEnabled(is_ready)

    def ask_to_print(self) -> None:
        """Wish for paper, as its button does: not while pages are being made."""
        self._print.click()

    def ask_to_save(self) -> None:
        """Wish for a file, as its button does."""
        self._saves[Skin.PDF].click()

    @property
    def can_print(self) -> bool:
        """Say whether the steps can be taken."""
        return self._print.isEnabled()

    @property
    def problem(self) -> str:
        """Give the sentence that says why a step did not succeed."""
        return self._problem.sentence

    @property
    def saved(self) -> str:
        """Give the words that say what was saved."""
        return self._saved.text()

    @property
    def skins(self) -> tuple[Skin, ...]:
        """Give the forms on offer."""
        return tuple(skin for skin, button in self._saves.items() if not button.isHidden())

    def _build_saves(self) -> QGridLayout:
        """Set the form to be handed in over the two to be worked with: three abreast are too narrow for words."""
        rows = QGridLayout()
        rows.setSpacing(8)
        for skin, place in ((Skin.PDF, (0, 0, 1, 2)), (Skin.WORD, (1, 0, 1, 1)), (Skin.SHEET, (1, 1, 1, 1))):
            self._saves[skin].clicked.connect(partial(self.save_wanted.emit, skin))
            rows.addWidget(self._saves[skin], *place)
        return rows

    def _build_saved(self) -> QWidget:
        self._saved_row = QWidget()
        across = QHBoxLayout(self._saved_row)
        across.setContentsMargins(0, 0, LINK_AIR, 0)
        self._saved = plain_label("", Role.SMALL, "met", wraps=True)
        across.addWidget(self._saved, 1)
        folder = LinkButton(self.tr("打开文件夹"))
        folder.clicked.connect(self.folder_wanted)
        across.addWidget(folder)
        self._saved_row.hide()
        return self._saved_row

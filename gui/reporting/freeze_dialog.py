"""The question before an edition is frozen: what was found, who signs and when."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QGridLayout, QWidget

from gui.platform.fonts import Role
from gui.reporting.edition_words import check_words
from gui.widgets.date_edit import DateEdit
from gui.widgets.dialog import WIDE, Dialog
from gui.widgets.field import Field
from gui.widgets.line_edit import LineEdit
from gui.widgets.problem import Problem
from gui.widgets.text import Paragraph
from models.vocabulary import SignerRole
from resources import word
from services.editions.values import Signer
from services.quality import Flaw


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is known before anything is asked: the number it will have, what was found, who signed last time.

    `drafts` counts the parts of the report that nobody has written yet.
    """

    number: int
    found: Counter[Flaw]
    signers: tuple[Signer, ...]
    drafts: int = 0


class FreezeDialog(Dialog):
    """Three who sign, each with a day."""

    def __init__(self, proposal: Proposal, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("把现在的自评定为第 {number} 版？").format(number=proposal.number),
            self.tr("定下后这一版的纸面不再变，以后怎么改都能原样再印。要改就写理由收回它，再定新的一版。"),
            act=self.tr("定稿"),
            stay=self.tr("先不定"),
            width=WIDE,
            parent=parent,
        )
        self.names: dict[SignerRole, LineEdit] = {}
        self.days: dict[SignerRole, DateEdit] = {}
        self._fields: list[Field] = []
        self._add_checks(check_words(proposal.found, proposal.drafts))
        self.add(self._signers({one.role: one.name for one in proposal.signers}, today))
        self._on_changed()
        self.names[SignerRole.PREPARER].setFocus()

    @property
    def signers(self) -> tuple[Signer, ...]:
        """Give who signs, and when; a day that was cleared is a line to write on."""
        return tuple(Signer(role, edit.text().strip(), self.days[role].shown_date) for role, edit in self.names.items())

    def _add_checks(self, checks: Iterable[str]) -> None:
        said = "\n".join(checks)
        if said:
            self.add(Problem(said, "partly"))
        else:
            self.add(Paragraph(self.tr("都填齐了，没有要补的。"), Role.SMALL, "met"))

    def _signers(self, names: dict[SignerRole, str], today: Callable[[], date]) -> QWidget:
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        for row, role in enumerate(SignerRole):
            name, day = self.names.setdefault(role, LineEdit(names.get(role, ""))), DateEdit(today)
            day.show_date(today())
            self.days[role] = day
            name.textChanged.connect(self._on_changed)
            fields = (Field(word(role), name), Field(self.tr("{who}签署日期").format(who=word(role)), day))
            for place, field in enumerate(fields):
                grid.addWidget(field, row, place)
                self._fields.append(field)
            day.refused.connect(self._on_changed)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        return held

    def _on_changed(self, _said: str = "") -> None:
        is_named = all(edit.text().strip() for edit in self.names.values())
        self.act_button.setEnabled(is_named and not any(field.error for field in self._fields))

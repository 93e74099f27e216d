"""How evidence is numbered: a pattern with its preview, and numbering anew what is here, shown first."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from gui.platform.fonts import Role
from gui.widgets.buttons import Button
from gui.widgets.dialog import WIDE, Dialog
from gui.widgets.field import Field
from gui.widgets.line_edit import LineEdit
from gui.widgets.panes import row_in
from gui.widgets.text import Paragraph
from resources.refusals import sentence
from services.evidence.errors import NumberPatternError
from services.evidence.numbers import TOKENS, checked_pattern, number_in, series_of
from services.evidence.register import Renumbering

_SHOWN = 6
Renumbered = Callable[[str], Sequence[Renumbering]]


class NumberDialog(Dialog):
    """Keeps a pattern; `renumbers` says whether what is here is to be numbered anew, too."""

    def __init__(
        self, pattern: str, example: str, year: int, renumbered: Renumbered, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("佐证怎么编号？"),
            self.tr("新收进的按这个规则编号；已经给出的编号不变，除非下面要求重新编号。"),
            act=self.tr("用这个规则"),
            stay=self.tr("不改了"),
            width=WIDE,
            parent=parent,
        )
        self._example, self._year, self._renumbered = example, year, renumbered
        self.renumbers = False
        self.edit = LineEdit(pattern)
        self._field = Field(self.tr("编号规则"), self.edit)
        self._preview = Paragraph("", Role.SMALL, "ink2")
        self._changes = Paragraph("", Role.SMALL, "ink2")
        self.anew = Button(self.tr("已有的也重新编号…"), "redo", dense=True)
        self._body.setSpacing(8)
        for part in (self._field, _in_a_row(*self._tokens()), self._preview, _in_a_row(self.anew), self._changes):
            self.add(part)
        self.edit.textChanged.connect(self._on_changed)
        self.anew.clicked.connect(self._on_anew)
        self._on_changed(pattern)

    @property
    def pattern(self) -> str:
        """Give the pattern as it was typed."""
        return self.edit.text().strip()

    def _tokens(self) -> list[Button]:
        buttons = [Button(token, dense=True) for token in TOKENS]
        for button, token in zip(buttons, TOKENS, strict=True):
            button.clicked.connect(lambda _checked=False, token=token: self.edit.insert(token))
        return buttons

    def _on_changed(self, text: str) -> None:
        self.renumbers = False
        self._changes.show_text("")
        try:
            series = series_of(checked_pattern(text), self._example, self._year)
        except NumberPatternError as error:
            self._field.show_error(sentence(error) or "")
            self._preview.show_text("")
        else:
            self._field.show_error("")
            numbers = "、".join(number_in(series, place) for place in (1, 2, 3))
            self._preview.show_text(self.tr("例如 {numbers}").format(numbers=numbers))
        self.act_button.setEnabled(not self._field.error)
        self.anew.setEnabled(not self._field.error)

    def _on_anew(self) -> None:
        changes = self._renumbered(self.pattern)
        self.renumbers = bool(changes)
        if not changes:
            self._changes.show_text(self.tr("已有的编号都合这个规则，没有要改的。"))
            return
        lines = [self._said(one) for one in changes[:_SHOWN]]
        if len(changes) > _SHOWN:
            lines.append(self.tr("还有 {count} 件").format(count=len(changes) - _SHOWN))
        warning = self.tr("{count} 件会换编号；已印出或导出过的旧编号就对不上了。").format(count=len(changes))
        self._changes.show_text("\n".join([warning, *lines]))
        self.act_button.setText(self.tr("用这个规则，重新编号"))

    def _said(self, one: Renumbering) -> str:
        return self.tr("{before} → {after}　{name}").format(before=one.before, after=one.after, name=one.name)


def _in_a_row(*buttons: Button) -> QWidget:
    strip = QWidget()
    row = row_in(strip, 8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return strip

"""Words looked for in the official text: every place lit, one of them in hand."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from checklists.reading.lines import Line
from gui.reader.finding import Finder, Found
from gui.reader.text_pane import TextPane


class FindPresenter(QObject):
    """Keeps field, count and lit places in step."""

    def __init__(self, pane: TextPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._finder = Finder(())
        self._hits: Found = ()
        self._hit: int | None = None
        pane.find_bar.words_wanted.connect(self._on_words_wanted)
        pane.find_bar.step_wanted.connect(self._on_step_wanted)

    def take_lines(self, lines: Sequence[Line]) -> None:
        """Look through another text from now on."""
        self._finder = Finder(lines)

    def find_again(self) -> None:
        """Light in the text shown now what was looked for before, without leaving the place in view."""
        self._hits = self._finder.find(self._pane.find_bar.field.text())
        self._hit = None
        self._show()

    def _on_words_wanted(self, words: str) -> None:
        """Light every place, and go to the first one from where the reader stands."""
        self._hits = self._finder.find(words)
        self._hit = self._first_from(self._pane.text.line_at_top) if self._hits else None
        self._show()

    def _on_step_wanted(self, step: int) -> None:
        if self._hits:
            ahead = self._first_from(self._pane.text.line_at_top)
            self._hit = ahead if self._hit is None else (self._hit + step) % len(self._hits)
            self._show()

    def _first_from(self, line: int) -> int:
        return next((number for number, hit in enumerate(self._hits) if hit[0].line >= line), 0)

    def _show(self) -> None:
        self._pane.show_hits(self._hits, self._hit)

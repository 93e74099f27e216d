"""Searching all years: words are looked up, hits are told, and one of them is opened."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.search.content import lines_of
from gui.search.dialog import SearchDialog
from services.opening import Opening
from services.search import Hit, Search

_MOST = 200


class SearchPresenter(QObject):
    """Opens the dialog over a window; `hit_wanted` says which hit is to be opened."""

    hit_wanted = Signal(object)

    def __init__(self, search: Search, opening: Opening, window: QWidget) -> None:
        super().__init__(window)
        self._search, self._opening, self._window = search, opening, window
        self.dialog: SearchDialog | None = None

    def open(self) -> None:
        """Show the dialog; what was looked for before is there still."""
        if self.dialog is None:
            self.dialog = SearchDialog(self._window)
            self.dialog.search_wanted.connect(self.find)
            self.dialog.chosen.connect(self._on_chosen)
        self.dialog.field.selectAll()
        self.dialog.field.setFocus()
        self.find(self.dialog.field.text().strip())
        self.dialog.open()

    def find(self, words: str) -> None:
        """Show what has all of the words."""
        assert self.dialog is not None
        hits = self._search.find(words, _MOST) if words else ()
        rows = {row.id: row for row in self._opening.assessments()}
        lines = tuple(lines_of(hits, rows, words))
        self.dialog.show_lines(lines, self._count(len(lines), words))

    def _count(self, found: int, words: str) -> str:
        if not words:
            return ""
        if not found:
            return self.tr("没有找到。换个词，或少写一个词。")
        if found >= _MOST:
            return self.tr("找到的很多，这里是最近写的 {count} 处。").format(count=found)
        return self.tr("找到 {count} 处").format(count=found)

    def _on_chosen(self, hit: Hit) -> None:
        self.hit_wanted.emit(hit)

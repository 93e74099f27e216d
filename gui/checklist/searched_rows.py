"""Everything that the rows of a checklist say, laid side by side for searching."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from gui.checklist.found import searched
from gui.checklist.list_model import Group
from gui.checklist.open_checklist import OpenChecklist
from models.folding import folded
from models.vocabulary import Binding
from services.checklist import Checklist, ItemRow, MeasureRow
from services.hits import may_be_initials
from services.initials import initials


class SearchedRows:
    """Rows by their place, with what each says and its initials, both worked out when they are first asked for."""

    def __init__(self, opened: OpenChecklist) -> None:
        self._opened = opened
        self._checklist: Checklist | None = None
        self._measures: list[MeasureRow] = []
        self._sections: list[str] = []
        self._homes: list[int] = []
        self._starts: list[int] = []
        self.rows: list[ItemRow] = []
        self._mine: list[bool] = []
        self._texts: list[str] | None = None
        self._letters: list[str] | None = None

    def catch_up(self) -> None:
        """Take in what has changed since."""
        checklist = self._opened.checklist
        if checklist is self._checklist:
            return
        measures = list(checklist.measures())
        if len(measures) != len(self._measures):
            self._lay(checklist, measures)
        for home, (old, new) in enumerate(zip(self._measures, measures, strict=True)):
            if old is not new:
                self._replace(home, new)
        self._checklist = checklist

    def having(self, words: Sequence[str], *, only_mine: bool) -> list[int]:
        """Give the places of the rows that say all of the words."""
        found: Sequence[int] = range(len(self.rows))
        for word in words:
            found = self._saying(word, found)
        mine = self._mine
        if not only_mine or all(mine):
            return list(found)
        return [place for place in found if mine[place]]

    def grouped(self, places: Sequence[int], section: str) -> Iterator[Group]:
        """Put places in order under their measures, those of one section where one is named."""
        rows, measures = self.rows, self._measures
        for home, some in groupby(places, self._homes.__getitem__):
            if not section or self._sections[home] == section:
                yield Group(measures[home], tuple([rows[place] for place in some]))

    def _saying(self, word: str, among: Sequence[int]) -> list[int]:
        said = self._said(word, self._all_texts(), among)
        if not may_be_initials(word):
            return said
        letters = self._said(word, self._all_letters(), among)
        return sorted({*said, *letters}) if said else letters

    def _said(self, word: str, texts: list[str], among: Sequence[int]) -> list[int]:
        if len(among) == len(texts):
            return [place for place, text in enumerate(texts) if word in text]
        return [place for place in among if word in texts[place]]

    def _lay(self, checklist: Checklist, measures: list[MeasureRow]) -> None:
        self._measures = measures
        self._sections = [section.ref for section in checklist.sections for _ in section.measures]
        self._homes = [home for home, measure in enumerate(measures) for _ in measure.items]
        self.rows = list(chain.from_iterable(measure.items for measure in measures))
        self._mine = [row.binding is Binding.BINDS for row in self.rows]
        self._starts, at = [], 0
        for measure in measures:
            self._starts.append(at)
            at += len(measure.items)
        self._texts = self._letters = None

    def _replace(self, home: int, measure: MeasureRow) -> None:
        start = self._starts[home]
        end = start + len(self._measures[home].items)
        self._measures[home] = measure
        self.rows[start:end] = measure.items
        self._mine[start:end] = [row.is_binding for row in measure.items]
        if self._texts is not None:
            texts = [self._text(measure, row) for row in measure.items]
            self._texts[start:end] = texts
            if self._letters is not None:
                self._letters[start:end] = map(initials, texts)

    def _all_texts(self) -> list[str]:
        if self._texts is None:
            self._texts = [self._text(measure, row) for measure in self._measures for row in measure.items]
        return self._texts

    def _all_letters(self) -> list[str]:
        if self._letters is None:
            self._letters = list(map(initials, self._all_texts()))
        return self._letters

    def _text(self, measure: MeasureRow, row: ItemRow) -> str:
        return folded(searched(measure, row, self._opened.findings_of(row.key)))

"""How sections and themes came out, as figures to count, filter and sort with, beside the cycle before."""

from collections.abc import Iterator
from decimal import Decimal

from models.vocabulary import Status
from reports.content.parts import Scores, SectionScore, SelfAssessment
from reports.content.years import MINUS, YearMove, YearMoves
from reports.sheets.cells import Look, Share, Value
from reports.sheets.pages import Block, Column
from reports.sheets.typed import plain, share
from reports.wording import say, words

Row = tuple[Value, ...]

_KIND, _NAME, _COUNT, _RATE = 8.0, 44.0, 10.0, 13.0


class ScorePage:
    """Gives the columns and rows of the sheet; themes stand under sections."""

    def __init__(self, report: SelfAssessment) -> None:
        self._report = report
        self._statuses = dict((*report.scores.heads, *report.themes.heads))

    @property
    def columns(self) -> tuple[Column, ...]:
        """Give a column a status, then the rates."""
        kind, name = words("book.scores_heads")
        counts = (Column(word, _COUNT, Look.NUMBER) for word in self._statuses.values())
        rates = (say("conclusion.rate"), *_year_heads(self._report.years))
        shown = (Column(head, _RATE, Look.NUMBER) for head in rates)
        return (Column(kind, _KIND, Look.WORD), Column(name, _NAME), *counts, *shown)

    def rows(self) -> Iterator[Row]:
        """Give a row for each section that has items, or had any, and one for each theme."""
        report, section = self._report, say("conclusion.section")
        if not report.scores.is_drawn:
            return
        titles = [one.title for one in report.scores.sections]
        for one in report.scores.sections:
            yield self._row(section, report.scores, one)
        for move in report.years.rows if report.years else ():
            if move.title not in titles:
                yield (section, move.title, *(None,) * (len(self._statuses) + 1), *_year(move))
        for one in report.themes.sections:
            yield self._row(say("conclusion.theme"), report.themes, one)

    def totals(self) -> tuple[Block, ...]:
        """Give what stands below: all items together, and what share each status has."""
        if not self._report.scores.is_drawn:
            return ()
        kinds = (say("conclusion.section"), self._report.scores), (say("conclusion.theme"), self._report.themes)
        rows = [row for kind, scores in kinds for row in self._total(kind, scores)]
        return (Block(tuple(column.head for column in self.columns), rows),)

    def _total(self, kind: str, scores: Scores) -> Iterator[Row]:
        yield self._row(kind, scores, scores.total)
        shares: dict[Status, Value] = {
            status: share(said) for (status, _), said in zip(scores.heads, scores.shares, strict=True)
        }
        band = say("conclusion.band", count=sum(scores.total.counts))
        yield (kind, band, *map(shares.get, self._statuses), None, *self._no_years)

    def _row(self, kind: str, scores: Scores, one: SectionScore) -> Row:
        counts = {status: count for (status, _), count in zip(scores.heads, one.counts, strict=True)}
        counted = (counts.get(status, 0) for status in self._statuses)
        return (kind, one.title, *counted, share(one.rate), *self._years(scores, one.title))

    def _years(self, scores: Scores, title: str) -> Row:
        years = self._report.years
        moves = (*years.rows, years.total) if years and scores is self._report.scores else ()
        return next((_year(move) for move in moves if move.title == title), self._no_years)

    @property
    def _no_years(self) -> Row:
        return (None,) * len(_year_heads(self._report.years))


def _year_heads(years: YearMoves | None) -> tuple[str, ...]:
    return (str(years.last_year), str(years.year), say("conclusion.moved")) if years else ()


def _year(move: YearMove) -> Row:
    """Give the rates as shares and their difference in points, − where it fell."""
    moved = plain(move.moved.removeprefix("+").replace(MINUS, "-"))
    return (_rate(move.before), _rate(move.after), moved)


def _rate(tenths: int | None) -> Value:
    return say("label.dash") if tenths is None else Share(Decimal(tenths) / 10)

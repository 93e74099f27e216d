"""The conclusion's charts as tables: the numbers are text, the bars and dots stand in a column as pictures."""

from collections.abc import Iterator

from models.vocabulary import Status
from reports.content.parts import Scores, SectionScore
from reports.content.years import YearMove, YearMoves
from reports.word.book import Book
from reports.word.chart_pictures import bar, move
from reports.word.paragraphs import paragraph, text
from reports.word.styles import FIGURE_CAPTION, NOTE, PICTURE, SMALL, SMALL_STRONG, TABLE, TABLE_STRONG, Style
from reports.word.tables import Cell, Form, Line, cell, closing_kept, head, one_piece, row, table
from reports.wording import say

_BARS, _RATE, _WIDTH, _PAD = 31.0, 17.2, 156.0, 0.6
_HAN, _SMALL_HAN = 3.71, 3.18
"""Millimetres that a character of 10.5 or of 9 points takes."""
_BAR_HEIGHT, _BAND_HEIGHT, _SWATCH = 4.6, 7.0, (6.0, 2.6)
_LONGEST, _MOST_A_MM = 29.5, 2.4
_AXIS, _AXIS_ROW = 45.0, 5.0
_YEARS = Form((52.0, 47.0, 16.0, 16.0, 25.0), pad_x=0.6, pad_y=0.7, frame=0, inner=0)
_BAND = 154.0
_STEP, _WHOLE = 200, 1000
_MOST_KEPT, _MANY = 34, 20
"""A chart of more rows than a page holds goes on over the page; many rows stand closer together."""


def chart_blocks(book: Book, scores: Scores, themes: Scores, years: YearMoves | None) -> Iterator[str]:
    """Give the charts as the report has them, figures numbered through."""
    yield from _bars(book, scores, (1, say("conclusion.chart"), say("conclusion.section")))
    yield from _band(book, scores)
    yield text(NOTE, say("conclusion.note"))
    if years:
        yield from _years(book, years)
    if themes.sections:
        yield from _bars(book, themes, (4 if years else 3, say("conclusion.themes"), say("conclusion.theme")))


def _bars(book: Book, scores: Scores, named: tuple[int, str, str]) -> Iterator[str]:
    number, caption, name = named
    counts = [len(word) * _SMALL_HAN + 2 * _PAD for _, word in scores.heads]
    names = _WIDTH - _BARS - _RATE - sum(counts)
    pad_y = 0.7 if len(scores.sections) < _MANY else 0.35
    form = Form((names, _BARS, *counts, _RATE), pad_x=_PAD, pad_y=pad_y, frame=0, inner=0)
    fits = all(len(one.title) * _HAN <= names - 2 * _PAD for one in scores.sections)
    longest = max((sum(one.counts) for one in scores.sections), default=1)
    scale = min(_MOST_A_MM, _LONGEST / max(longest, 1))
    lines = [_heads(book, scores, name)]
    lines += [_score(book, scores, one, scale, TABLE if fits else SMALL) for one in scores.sections]
    lines.append(_total(scores.total))
    yield paragraph(PICTURE)
    yield _kept(table(form, lines), len(lines))
    yield text(FIGURE_CAPTION, f"图{number}  {caption}")


def _kept(xml: str, rows: int) -> str:
    return one_piece(xml) if rows <= _MOST_KEPT else closing_kept(xml)


def _heads(book: Book, scores: Scores, name: str) -> Line:
    """Give the heads, which are the legend too: each word under its fill."""
    line = head(
        (name, say("conclusion.items"), *(word for _, word in scores.heads), say("conclusion.rate")), SMALL_STRONG
    )
    words = (name, say("conclusion.items"))
    cells = [*line.cells]
    cells[0], cells[1] = (_bordered(cell(word, SMALL_STRONG), cells[0]) for word in words)
    for place, (status, word) in enumerate(scores.heads, start=len(words)):
        content, size = bar([(status, _SWATCH[0])], _SWATCH[1])
        swatch = paragraph(PICTURE, book.picture(content, "png", size, word), changed=_RIGHT)
        cells[place] = Cell(swatch + text(SMALL_STRONG, word, align="right"), borders=line.cells[place].borders)
    cells[-1] = _bordered(cell(say("conclusion.rate"), SMALL_STRONG, "right"), cells[-1])
    return Line(tuple(cells), is_head=True)


_RIGHT = '<w:jc w:val="right"/>'


def _bordered(one: Cell, like: Cell) -> Cell:
    return Cell(one.content, one.span, one.length, one.grey, one.is_middle, like.borders)


def _score(book: Book, scores: Scores, one: SectionScore, scale: float, style: Style) -> Line:
    parts = [(status, count * scale) for (status, _), count in zip(scores.heads, one.counts, strict=True)]
    drawn = _picture(book, parts, _BAR_HEIGHT, one.title) if one.applies else cell(one.rate, SMALL)
    return row(cell(one.title, style), drawn, *_numbers(one, TABLE))


def _picture(book: Book, parts: list[tuple[Status, float]], height: float, says: str) -> Cell:
    if not any(width for _, width in parts):
        return cell("")
    content, size = bar(parts, height)
    return Cell(paragraph(PICTURE, book.picture(content, "png", size, says)), is_middle=True)


def _total(total: SectionScore) -> Line:
    return row(cell(total.title, TABLE_STRONG), cell(""), *_numbers(total, TABLE_STRONG))


def _numbers(one: SectionScore, style: Style) -> tuple[Cell, ...]:
    return (
        *(cell(str(count), style, "right") for count in one.counts),
        cell(one.rate if one.applies else say("label.dash"), style, "right"),
    )


def _band(book: Book, scores: Scores) -> Iterator[str]:
    """Give the band of all items over its figures."""
    whole = sum(scores.total.counts)
    columns = list(zip(scores.heads, scores.total.counts, scores.shares, strict=True))
    parts = [(status, count / whole * _BAND) for (status, _), count, _ in columns]
    form = Form((_WIDTH / len(columns),) * len(columns), pad_x=1, pad_y=0.7, frame=0, inner=0)
    content, size = bar(parts, _BAND_HEIGHT)
    caption = say("conclusion.band", count=whole)
    band = Cell(paragraph(PICTURE, book.picture(content, "png", size, caption)), len(columns))
    names = row(*(_named(book, status, word) for (status, word), _, _ in columns))
    counts = row(*(cell(say("conclusion.count", count=count), SMALL) for _, count, _ in columns))
    shares = row(*(cell(share, SMALL) for _, _, share in columns))
    yield one_piece(table(form, [Line((band,)), names, counts, shares]))
    yield one_piece(text(FIGURE_CAPTION, f"图2  {caption}"))


def _named(book: Book, status: Status, word: str) -> Cell:
    content, size = bar([(status, _SWATCH[0])], _SWATCH[1])
    return Cell(paragraph(PICTURE, book.picture(content, "png", size, word)) + text(SMALL, word))


def _years(book: Book, years: YearMoves) -> Iterator[str]:
    known = [value for one in (*years.rows, years.total) for value in (one.before, one.after) if value is not None]
    start = min(min(known, default=0) // _STEP * _STEP, _WHOLE - _STEP)
    scale = say("conclusion.scale", start=start // 10) if start else say("conclusion.rate")
    heads = (say("conclusion.section"), scale, str(years.last_year), str(years.year), say("conclusion.moved"))
    lines = [head(heads, SMALL_STRONG), *(_move(book, one, start, TABLE) for one in years.rows)]
    lines.append(_move(book, years.total, start, TABLE_STRONG))
    yield paragraph(PICTURE)
    yield _kept(table(_YEARS, lines), len(lines))
    yield text(FIGURE_CAPTION, f"图3  {say('conclusion.years', last_year=years.last_year, year=years.year)}")


def _move(book: Book, one: YearMove, start: int, style: Style) -> Line:
    before, after = (None if value is None else (value - start) / (_WHOLE - start) for value in (one.before, one.after))
    picture = book.picture(move(before, after, _AXIS, _AXIS_ROW), "png", (_AXIS, _AXIS_ROW), one.title)
    said = (_percent(one.before), _percent(one.after), one.moved)
    dots = Cell(paragraph(PICTURE, picture), is_middle=True)
    return row(cell(one.title, style), dots, *(cell(words, style, "right") for words in said))


def _percent(value: int | None) -> str:
    return say("label.dash") if value is None else f"{value / 10:.1f}%"

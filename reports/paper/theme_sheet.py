"""The comparison of themes on paper: lying sheets, columns 25 and one for each city (paper.md section 5)."""

from collections.abc import Iterator

from reports.content.imprint import Imprint
from reports.content.theme_sheet import ComparedTheme, ThemeSheet
from reports.orders import MadePaper
from reports.paper.faces import Faces
from reports.paper.flow import Flow
from reports.paper.laying import lay_note
from reports.paper.placing import Align
from reports.paper.plain_paper import print_plain, put_title
from reports.paper.rows import Form, Row, RowKind, RowMaker, Text
from reports.paper.shape import LANDSCAPE
from reports.paper.styles import MM, SMALL, SMALL_STRONG, TABLE_HEAD, TABLE_STRONG
from reports.paper.table import Table, lay_table
from reports.paper.typesetter import Setting
from reports.wording import say
from services.progress import Progress, silent

_THEME = 25.0
_IN = "\u3000"


def print_theme_sheet(
    compared: ThemeSheet, imprint: Imprint, faces: Faces, progress: Progress = silent, *, is_duplex: bool = False
) -> MadePaper:
    """Lay the comparison out and bind it, a line of the outline for each theme."""
    count = len(compared.themes)

    def lay(flow: Flow) -> None:
        put_title(flow, imprint.title, compared.about, compared.counted)
        maker = RowMaker(flow.typesetter, form_of(len(compared.cities)))

        def rows() -> Iterator[Row]:
            for number, theme in enumerate(compared.themes):
                progress.step(number, count, theme.name)
                yield from _theme(maker, theme, f"theme:{number}")

        def note(row: Row) -> None:
            if row.place:
                flow.note_place(0, compared.themes[int(row.place.partition(":")[2])].name, row.place)

        head = maker.head((say("themes_paper.theme"), *compared.cities), TABLE_HEAD)
        lay_table(flow, Table(head, rows(), maker.form.width, on_row=note))
        lay_note(flow, compared.note)

    made = print_plain(imprint, faces, lay, shape=LANDSCAPE, is_duplex=is_duplex)
    progress.step(count, count)
    return made


def form_of(cities: int) -> Form:
    """Share what is left of the width among the cities: 40 for each of five."""
    width = (LANDSCAPE.area_width - _THEME) / max(cities, 1)
    return Form((_THEME, *[width] * cities), pad_x=1.4, pad_y=1.4)


def _theme(maker: RowMaker, theme: ComparedTheme, place: str) -> Iterator[Row]:
    name = Text(theme.name, TABLE_STRONG)
    again = Text(theme.name + say("label.continued"), TABLE_STRONG)
    yield maker.row([name, *(_cell(_hanging(maker, one)) for one in theme.asked)], again=again, place=place)
    for figure in theme.figures:
        yield maker.row([Text(figure.name, SMALL_STRONG), *map(_cell, figure.targets)], RowKind.FIGURE)


def _hanging(maker: RowMaker, text: str) -> str:
    """Set the further lines of every item a character in, so that the eye finds where the next begins."""
    return "\n".join(_set_in(maker, item) for item in text.split("\n"))


def _set_in(maker: RowMaker, item: str) -> str:
    """Break an item into lines; closer ones where a line that was squeezed to fit would be broken again."""
    inner, typesetter = (maker.form.columns[1] - 2 * maker.form.pad_x) * MM, maker.typesetter
    for less in (1.0, 1.5, 2.0):
        lines = typesetter.text(item, SMALL, Setting(inner - less * SMALL.em, indent=-SMALL.em))
        said = [line.text if not number else _IN + line.text for number, line in enumerate(lines)]
        if all(len(typesetter.text(line, SMALL, Setting(inner))) == 1 for line in said):
            break
    return "\n".join(said)


def _cell(text: str) -> Text:
    is_silent = text == say("label.dash")
    return Text(text, SMALL, Align.CENTRE if is_silent else Align.LEFT)

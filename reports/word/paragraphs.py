"""Paragraphs and what stands in them: runs, fields, bookmarks and links."""

from itertools import count

from reports.word.elements import el, written
from reports.word.styles import Style

_HAN = el("rPr", el("rFonts", hint="eastAsia"))


def run(text: str, style: Style | None = None) -> str:
    """Give text in its paragraph's style, or in that of another."""
    return el("r", style.run if style else _HAN, written(text)) if text else ""


def paragraph(style: Style, *inner: str, changed: str = "") -> str:
    """Give a paragraph; `changed` are properties in Word's order that differ from the style's."""
    return el("p", el("pPr", el("pStyle", val=style.id), changed), *inner)


def text(style: Style, words: str, *, align: str = "") -> str:
    """Give a paragraph of one text."""
    return paragraph(style, run(words), changed=el("jc", val=align) if align else "")


def field(order: str, shown: str, style: Style) -> str:
    """Give a field with what it shows until a program works it out anew, which then takes the look of the order."""
    return field_start(order, style) + run(shown, style) + el("r", style.run, el("fldChar", fldCharType="end"))


def field_start(order: str, style: Style | None = None) -> str:
    """Begin a field that goes on over paragraphs."""
    look = style.run if style else ""
    begin = el("r", look, el("fldChar", fldCharType="begin"))
    said = el("r", look, f'<w:instrText xml:space="preserve"> {order} </w:instrText>')
    return begin + said + el("r", look, el("fldChar", fldCharType="separate"))


FIELD_END = el("r", el("fldChar", fldCharType="end"))


def entry_field(title: str) -> str:
    """Enter a title into the contents from where it stands."""
    quiet = title.replace("\\", "\\\\").replace('"', "”")
    begin, end = el("r", el("fldChar", fldCharType="begin")), FIELD_END
    inner = written(f' TC "{quiet}" \\l 1 ').replace("<w:t ", "<w:instrText ").replace("</w:t>", "</w:instrText>")
    return begin + el("r", inner) + end


def link(place: str, *inner: str) -> str:
    """Lead to a bookmark of the document."""
    return el("hyperlink", *inner, anchor=place, history="1")


class Places:
    """The bookmarks of a document: what text may link to, by names that Word takes."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._numbers = count(1)

    def name(self, place: str) -> str:
        """Give the bookmark's name of a place such as `item:7-2`."""
        return self._names.setdefault(place, f"_Ref{len(self._names) + 1:09}")

    def mark(self, place: str, *inner: str) -> str:
        """Mark where a place is."""
        number = next(self._numbers)
        start = el("bookmarkStart", id=number, name=self.name(place))
        return start + "".join(inner) + el("bookmarkEnd", id=number)

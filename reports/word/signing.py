"""The page that is signed: statement, signatures, school and date, and what edition this is (paper.md section 5)."""

from collections.abc import Iterator
from unicodedata import east_asian_width

from reports.content.parts import Signatures
from reports.titles import in_lines
from reports.word.elements import el, twips
from reports.word.paragraphs import entry_field, paragraph, run, text
from reports.word.styles import (
    ANNEX_TITLE,
    BODY,
    NOTE,
    SIGN_FILL,
    SIGN_HEAD,
    SIGNED,
    SMALL,
    TABLE,
    TABLE_STRONG,
)
from reports.word.tables import Form, cell, head, row, table
from reports.wording import say, words

_SIGNING = Form((26.0, 50.0, 38.0, 42.0), pad_x=1.4, pad_y=1.2, least_height=11.0)
_EDITION = Form((28.0, 50.0, 28.0, 50.0), pad_x=1.4, pad_y=1.2, frame=6, least_height=7.4)
_ROW_HEIGHT, _AREA, _EM = 15.0, 156.0, 15.793 / 72 * 25.4
_DATE_FROM_RIGHT, _WIDEST, _WHOLE = 4, 110.0, 145.0


def signature_blocks(title: str, signatures: Signatures, marked: str) -> Iterator[str]:
    """Give the page; `marked` is its title with the bookmark."""
    yield paragraph(ANNEX_TITLE, entry_field(title), marked, changed=el("pageBreakBefore"))
    yield text(BODY, signatures.statement)
    yield _gap(8)
    yield _signing(signatures)
    yield _gap(16)
    yield from _signed(signatures)
    yield _gap(20)
    yield _edition(signatures)
    if signatures.note:
        yield text(NOTE, signatures.note)


def _gap(millimetres: float) -> str:
    return paragraph(SMALL, changed=el("spacing", before=0, after=0, line=twips(millimetres), lineRule="exact"))


def _signing(signatures: Signatures) -> str:
    lines = [
        row(
            cell(one.role, SIGN_HEAD),
            cell(one.name, SIGN_FILL, "center"),
            cell("", SIGN_FILL),
            cell(one.day, SIGN_FILL, "right"),
            height=_ROW_HEIGHT,
        )
        for one in signatures.signings
    ]
    return table(_SIGNING, [head(words("signatures.heads"), SIGN_HEAD), *lines])


def _signed(signatures: Signatures) -> Iterator[str]:
    """Centre the name over the date, four characters from the right (GB/T 9704-2012, 7.3.5.1)."""
    lines = _name_lines(signatures.school)
    date, name = _width(signatures.date), max(map(_width, lines))
    middle = min(_AREA - _DATE_FROM_RIGHT * _EM - date / 2, _AREA - name / 2)
    for said, width in (("\n".join(lines), name), (signatures.date, date)):
        half = width / 2 + _EM
        left, right = middle - half, max(_AREA - middle - half, -_EM)
        yield paragraph(SIGNED, run(said), changed=el("ind", left=twips(left), right=twips(right)))
    around = {"left": twips(middle - _WIDEST / 4), "right": twips(_AREA - middle - _WIDEST / 4)}
    changed = el("ind", **around) + el("jc", val="center")
    yield paragraph(SMALL, run(say("signatures.seal")), changed=changed)


def _name_lines(school: str) -> tuple[str, ...]:
    """Give a name a line, or lines of the usual width; one that would take many takes nearly the whole width."""
    room = _WIDEST if _width(school) <= 2 * _WIDEST else _WHOLE
    return in_lines(school, room / _EM)


def _edition(signatures: Signatures) -> str:
    pairs = signatures.edition
    lines = [
        row(*(part for label, said in pairs[at : at + 2] for part in (cell(label, TABLE_STRONG), cell(said, TABLE))))
        for at in range(0, len(pairs), 2)
    ]
    label, said = signatures.fingerprint
    lines.append(row(cell(label, TABLE_STRONG), cell(said, TABLE, span=3)))
    return table(_EDITION, lines)


def _width(said: str) -> float:
    return sum(_EM if east_asian_width(char) in "WF" else _EM / 2 for char in said)

"""What is written about an item, and where in it the words asked for stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from services.checklist import IndicatorRow, ItemRow, MeasureRow
from services.findings.rows import FindingRow
from services.hits import Fragment, Span, fragment, spans

_tr = partial(QCoreApplication.translate, "checklist")


@dataclass(frozen=True, slots=True)
class Found:
    """The places in the requirement, and one piece of other writing under its name where they are not all there."""

    spans: tuple[Span, ...] = ()
    name: str = ""
    fragment: Fragment | None = None


NOTHING_FOUND = Found()


def written(row: ItemRow, findings: Iterable[FindingRow] = ()) -> Iterator[tuple[str, str]]:
    """Go through what people wrote about an item, each under its name."""
    answer = row.answer
    yield _tr("完成情况"), answer.note
    yield _tr("尚缺什么"), answer.missing
    yield _tr("理由"), answer.reason
    for piece in row.evidence:
        yield _tr("佐证"), " ".join(filter(None, (piece.number, piece.name, piece.whereabouts)))
    for finding in findings:
        remedy = finding.remedy
        yield _tr("整改"), " ".join(filter(None, (finding.label, remedy.problem, remedy.cause, remedy.measure)))
    for figure in row.indicators:
        yield _tr("指标"), _figure(figure)
    yield _tr("责任科室"), answer.department
    yield _tr("填报人"), answer.person


def searched(measure: MeasureRow, row: ItemRow, findings: Iterable[FindingRow] = ()) -> str:
    """Give everything that an item is searched by."""
    texts = [row.key, row.label, measure.heading, row.item.text, *(text for _, text in written(row, findings))]
    return "\n".join(filter(None, texts))


def found_in(row: ItemRow, words: tuple[str, ...], findings: Iterable[FindingRow] = ()) -> Found:
    """Say where words stand: in the requirement, else in the first piece of writing that has one it has not."""
    here = spans(row.item.text, words)
    rest = [word for word in words if not spans(row.item.text, (word,))]
    for name, text in written(row, findings) if rest else ():
        cut = fragment(text, rest)
        if cut is not None:
            return Found(here, name, cut)
    return Found(here)


def _figure(figure: IndicatorRow) -> str:
    reading = figure.reading
    values = (reading.value, reading.part, reading.whole)
    said = [f"{value:f}" for value in values if value is not None]
    return " ".join(filter(None, (figure.indicator.name, *said, reading.source)))

"""What the reader shows, as plain values: the points at the left, the lines of the official text at the right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.clause_changes import Reworded, rewordings
from checklists.key_labels import label_of
from checklists.matching import AnchorMatch, Matching, MeasureMatch, Standing
from checklists.own_names import OWN_REF
from checklists.policy import CheckItem
from gui.widgets.figure_words import target_words
from gui.widgets.official_rows import Mark, TextRow, text_rows
from models.vocabulary import ItemKey, Status
from resources import word
from services.official_texts import KeptText

_tr = partial(QCoreApplication.translate, "reader")
_TONES = {Standing.FOUND: "met", Standing.MOVED: "partly", Standing.CHANGED: "not_met", Standing.MISSING: "not_met"}


@dataclass(frozen=True, slots=True)
class PointRow:
    """A check item; `status` is None where no assessment is open, `chip` says how it stands in the text."""

    key: ItemKey
    text: str
    status: Status | None
    chip: str
    tone: str

    @property
    def label(self) -> str:
        """Say the key as people read it."""
        return label_of(self.key)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure of an item, what it asks, and where it stands."""

    name: str
    target: str
    line: int | None


@dataclass(frozen=True, slots=True)
class ClauseShown:
    """A measure with its points; `warning` says that its clause is another one now."""

    ref: str
    number: str
    heading: str
    points: tuple[PointRow, ...]
    warning: str
    line: int | None


@dataclass(frozen=True, slots=True)
class ReaderShown:
    """Everything the reader shows of one text."""

    title: str
    doc_number: str
    name: str
    summary: str
    clauses: tuple[ClauseShown, ...]
    rows: tuple[TextRow, ...]
    marks: tuple[Mark, ...]
    figures: Mapping[ItemKey, tuple[FigureRow, ...]]

    def clause_of(self, key: ItemKey) -> ClauseShown:
        """Find the measure of an item."""
        return next(clause for clause in self.clauses if any(point.key == key for point in clause.points))

    def marks_of(self, key: ItemKey) -> tuple[Mark, ...]:
        """Give the anchors of an item in the order of the text, its own before those of its figures."""
        own = [mark for mark in self.marks if mark.key == key]
        return tuple(sorted(own, key=lambda mark: (mark.is_figure, mark.line, mark.start)))


def shown(
    kept: KeptText,
    matching: Matching,
    statuses: Mapping[ItemKey, Status],
    reviewed: frozenset[ItemKey] = frozenset(),
) -> ReaderShown:
    """Say what to show of a text beside a checklist; `statuses` is empty where no assessment is open.

    `reviewed` are the points that nobody needs to look at again in the open assessment.
    """
    return ReaderShown(
        title=matching.policy.title,
        doc_number=matching.policy.doc_number,
        name=kept.name,
        summary=_summary(matching),
        clauses=tuple(_clause(one, statuses, reviewed) for one in matching.measures),
        rows=tuple(text_rows(kept.lines, kept.text)),
        marks=tuple(_marks(matching, statuses)),
        figures={item.key: _figures(one, item.key) for one in matching.measures for item in one.measure.items},
    )


def citation(shown: ReaderShown, clause: ClauseShown) -> str:
    """Cite a clause as an office does: 《…》（文号）第11条; what a school added itself is not to be cited."""
    if clause.ref == OWN_REF:
        return _tr("学校自己加的要点，原文里没有。")
    number = f"（{shown.doc_number}）" if shown.doc_number else ""
    return f"《{shown.title}》{number}{place_words(clause.ref)}"


def change_words(name: str, before: str, after: str) -> str:
    """Say how a clause differs from the copy read before, "" where it does not."""
    told = [_reworded(one) for one in rewordings(before, after)]
    return _tr("与先前读入的“{name}”相比：").replace("{name}", name) + "；".join(told) if told else ""


def place_words(ref: str) -> str:
    """Say where a clause stands by the document's own numbers: 第11条, 第三部分（二）."""
    top, *rest = ref.split("/")
    if rest and rest[-1].isdigit():
        return _tr("第{number}条").format(number=rest[-1])
    inner = "".join(part for part in rest if part.startswith("（"))
    return _tr("第{top}部分{inner}").format(top=top, inner=inner)


def _reworded(one: Reworded) -> str:
    if not one.before:
        return _tr("加上“{after}”").replace("{after}", one.after)
    words = _tr("“{before}”改为“{after}”") if one.after else _tr("去掉“{before}”")
    return words.replace("{before}", one.before).replace("{after}", one.after)


def _summary(matching: Matching) -> str:
    counted = [anchor.standing for anchor in matching.anchors()]
    told = [_tr("出处 {count} 个").format(count=len(counted))]
    words = {
        Standing.FOUND: _tr("找到 {n}"),
        Standing.MOVED: _tr("移动 {n}"),
        Standing.CHANGED: _tr("原文已改 {n}"),
        Standing.MISSING: _tr("没有找到 {n}"),
    }
    parts = [words[one].format(n=counted.count(one)) for one in Standing if one in counted]
    return "：".join([*told, "，".join(parts)])


def _clause(match: MeasureMatch, statuses: Mapping[ItemKey, Status], reviewed: frozenset[ItemKey]) -> ClauseShown:
    measure = match.measure
    points = tuple(_point(match, item, statuses.get(item.key), is_done=item.key in reviewed) for item in measure.items)
    return ClauseShown(
        ref=measure.ref,
        number=measure.number,
        heading=measure.heading,
        points=points,
        warning=_warning(match, are_done=all(item.key in reviewed for item in measure.items if item.anchors)),
        line=match.clause.line if match.clause else None,
    )


def _warning(match: MeasureMatch, *, are_done: bool) -> str:
    if match.measure.ref == OWN_REF:
        return ""
    if are_done and match.standing in (Standing.MISSING, Standing.CHANGED):
        return _tr("这一条和写清单时的文本不同，要点都已复核。")
    if match.standing is Standing.MISSING:
        return _tr("这份文本里没有这一条。要点和已填的内容都在，请对照文件复核。")
    if match.standing is Standing.CHANGED:
        return _tr("这一条和写清单时的文本不同，这些要点需复核。已填的内容没有变动。")
    if match.standing is Standing.MOVED and match.clause:
        return _tr("这一条在这份文本里是{place}。").format(place=place_words(match.clause.ref))
    return ""


def _point(match: MeasureMatch, item: CheckItem, status: Status | None, *, is_done: bool) -> PointRow:
    key, text, standing = item.key, item.text, match.standing_of(item.key)
    if not item.anchors:
        return PointRow(key, text, status, _tr("校本要点"), "plain")
    if is_done and match.standing in (Standing.MISSING, Standing.CHANGED):
        return PointRow(key, text, status, _tr("已复核"), "met")
    if standing is Standing.FOUND and match.standing is Standing.CHANGED:
        return PointRow(key, text, status, _tr("需复核"), "partly")
    chip = word(standing)
    moved = next((one for one in match.anchors if one.key == key and one.standing is Standing.MOVED), None)
    if standing is Standing.MOVED and moved:
        chip = _tr("移到第 {line} 行").format(line=moved.spans[0].line)
    return PointRow(key, text, status, chip, _TONES[standing])


def _figures(match: MeasureMatch, key: ItemKey) -> tuple[FigureRow, ...]:
    places = {anchor.key: _line(anchor) for anchor in match.anchors}
    own = (figure for figure in match.measure.indicators if figure.item == key)
    return tuple(FigureRow(figure.name, target_words(figure), places[figure.key]) for figure in own)


def _line(anchor: AnchorMatch) -> int | None:
    return anchor.spans[0].line if anchor.spans else None


def _marks(matching: Matching, statuses: Mapping[ItemKey, Status]) -> Iterator[Mark]:
    for anchor in matching.anchors():
        for span in anchor.spans:
            is_figure = anchor.key != anchor.item
            yield Mark(span.line, span.start, span.end, anchor.item, statuses.get(anchor.item), is_figure)

"""What the review shows of a draft, as plain values."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.drafting.open_draft import OpenDraft, unwritten
from checklists.drafting.places import Places
from checklists.key_labels import label_of
from checklists.policy import CheckItem, Indicator, Measure
from checklists.reading.document import OfficialText
from checklists.themes import theme_name
from gui.widgets.day_words import deadline_words
from gui.widgets.figure_words import target_words
from gui.widgets.official_rows import Mark, TextRow
from models.vocabulary import IndicatorKey, ItemKey
from resources import word

_tr = partial(QCoreApplication.translate, "drafting")


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause, or a section above its clauses; `left` items still say it in the document's words."""

    ref: str
    number: str
    heading: str
    items: int = 0
    left: int = 0
    problems: int = 0
    is_section: bool = False


@dataclass(frozen=True, slots=True)
class DraftItemRow:
    """An item of the clause in hand."""

    key: ItemKey
    text: str
    meta: str
    is_dropped: bool
    is_borrowed: bool

    @property
    def label(self) -> str:
        """Name the item as people read it."""
        return label_of(self.key)


@dataclass(frozen=True, slots=True)
class DraftFigureRow:
    """A figure of the item in hand."""

    key: IndicatorKey
    name: str
    target: str
    is_dropped: bool


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """What the reader found at a line, and the clause it belongs to ("" where it belongs to none)."""

    line: int
    says: str
    ref: str


@dataclass(frozen=True, slots=True)
class Counted:
    """How many items are kept, and how many of them still wait to be reworded."""

    items: int
    left: int

    @property
    def words(self) -> str:
        """Say it."""
        if not self.left:
            return _tr("{items} 个要点，都改写过了").format(items=self.items)
        return _tr("待改写 {left} / {items}").format(left=self.left, items=self.items)


@dataclass(frozen=True, slots=True)
class Overview:
    """The clauses of a draft and what of them is left to do."""

    clauses: tuple[ClauseRow, ...]
    counted: Counted
    borrowed: frozenset[ItemKey]


def overview(draft: OpenDraft, places: Places, problems: tuple[ProblemRow, ...]) -> Overview:
    """Look over a whole draft beside its document."""
    borrowed = unwritten(draft, places.holds)
    clauses = tuple(_clauses(draft, borrowed, problems))
    return Overview(clauses, Counted(sum(1 for _ in draft.kept()), len(borrowed)), borrowed)


def item_rows(draft: OpenDraft, ref: str, borrowed: frozenset[ItemKey]) -> tuple[DraftItemRow, ...]:
    """Give the items of a clause, dropped ones too."""
    measure = draft.measure(ref)
    return tuple(
        DraftItemRow(item.key, item.text, _meta(draft, measure, item), item.key in draft.dropped, item.key in borrowed)
        for item in measure.items
    )


def figure_rows(draft: OpenDraft, key: str) -> tuple[DraftFigureRow, ...]:
    """Give the figures of an item, dropped ones too."""
    return tuple(
        DraftFigureRow(one.key, one.name, _target(one), one.key in draft.dropped) for one in draft.figures_of(key)
    )


def problem_rows(text: OfficialText, rows: tuple[TextRow, ...]) -> tuple[ProblemRow, ...]:
    """Give what the reader found, line by line."""
    refs = {row.number: row.ref for row in rows}
    return tuple(ProblemRow(one.line, one.says, refs.get(one.line, "")) for one in text.problems)


def marks(draft: OpenDraft, places: Places) -> Iterator[Mark]:
    """Go through the anchors of everything kept, where they stand in the document."""
    for measure in draft.policy.measures:
        for item in measure.items:
            if item.key not in draft.dropped:
                yield from _item_marks(draft, measure, item, places)


def clause_of(draft: OpenDraft, ref: str) -> str:
    """Find the measure a line's clause belongs to: the line's own, or the nearest one around it."""
    refs = {measure.ref for measure in draft.policy.measures}
    while ref and ref not in refs:
        ref = ref.rpartition("/")[0]
    return ref


def _clauses(draft: OpenDraft, borrowed: frozenset[ItemKey], problems: tuple[ProblemRow, ...]) -> Iterator[ClauseRow]:
    found = Counter(clause_of(draft, one.ref) for one in problems)
    headings = {section.ref: section.heading for section in draft.policy.sections}
    shown = ""
    for measure in draft.policy.measures:
        if measure.section != shown and measure.section != measure.ref:
            yield ClauseRow(measure.section, _number(measure.section), headings[measure.section], is_section=True)
        shown = measure.section
        yield _clause(draft, measure, borrowed, found[measure.ref])


def _clause(draft: OpenDraft, measure: Measure, borrowed: frozenset[ItemKey], problems: int) -> ClauseRow:
    kept = [item.key for item in measure.items if item.key not in draft.dropped]
    left = sum(key in borrowed for key in kept)
    number = measure.number or _number(measure.ref)
    return ClauseRow(measure.ref, number, measure.heading, len(kept), left, problems)


def _number(ref: str) -> str:
    return ref.rpartition("/")[2]


def _meta(draft: OpenDraft, measure: Measure, item: CheckItem) -> str:
    figures = len(_kept_figures(draft, measure, item))
    parts = [
        word(item.addressee),
        word(item.modality),
        theme_name(item.theme) if item.theme else _tr("未定主题"),
        _tr("{count} 个数字").format(count=figures) if figures else "",
        deadline_words(item.deadline) if item.deadline else "",
    ]
    return " · ".join(filter(None, parts))


def _kept_figures(draft: OpenDraft, measure: Measure, item: CheckItem) -> list[Indicator]:
    return [one for one in measure.indicators if one.item == item.key and one.key not in draft.dropped]


def _target(figure: Indicator) -> str:
    due = f"（{deadline_words(figure.deadline)}）" if figure.deadline else ""
    return target_words(figure) + due


def _item_marks(draft: OpenDraft, measure: Measure, item: CheckItem, places: Places) -> Iterator[Mark]:
    anchors: Mapping[str, bool] = dict.fromkeys(item.anchors, False) | {
        figure.anchor: True for figure in _kept_figures(draft, measure, item)
    }
    for anchor, is_figure in anchors.items():
        for span in places.spans(measure.ref, anchor):
            yield Mark(span.line, span.start, span.end, item.key, None, is_figure)

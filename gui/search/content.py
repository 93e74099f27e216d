"""What was found in all years, as lines to be read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.key_labels import label_of
from models.vocabulary import AssessmentId
from services.hits import Fragment, fragment, words_of
from services.opening import AssessmentRow
from services.search import Hit, Written

_tr = partial(QCoreApplication.translate, "search")


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One hit: a piece of the text round the words, and where it stands."""

    hit: Hit
    piece: Fragment
    where: str
    place: str


def lines_of(hits: Iterable[Hit], rows: Mapping[AssessmentId, AssessmentRow], query: str) -> Iterator[FoundLine]:
    """Tell each hit in an assessment that is there."""
    words = words_of(query)
    for hit in hits:
        row = rows.get(hit.assessment)
        if row is not None:
            piece = fragment(hit.text, words) or Fragment(" ".join(hit.text.split()), ())
            yield FoundLine(hit, piece, _where(hit), _place(row))


def _where(hit: Hit) -> str:
    name = {
        Written.NOTE: _tr("完成情况"),
        Written.MISSING: _tr("尚缺什么"),
        Written.REASON: _tr("不适用的理由"),
        Written.EVIDENCE: _tr("佐证"),
        Written.FINDING: _tr("整改"),
    }[hit.written]
    return f"{label_of(hit.item)}　{name}" if hit.item else name


def _place(row: AssessmentRow) -> str:
    words = {"school": row.school.name, "city": row.policy.city, "year": str(row.year)}
    said = _tr("{year} 年　{city}　{school}")
    for name, word in words.items():
        said = said.replace(f"{{{name}}}", word)
    return said

"""The assessments somebody worked on lately, in the words of the start page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.widgets.day_words import moment_words
from gui.widgets.stacked_bar import ORDER, Counts
from models.vocabulary import AssessmentId

if TYPE_CHECKING:
    from services.opening import AssessmentRow


@dataclass(frozen=True, slots=True)
class RecentRow:
    """One recent assessment in the words of the start page."""

    id: AssessmentId
    school: str
    policy: str
    what: str
    filled: str
    carried: str
    when: str
    counts: Counts
    is_behind: bool = False
    next_year: int | None = None
    """The year that can be begun from it, None where a later one was begun already."""

    @property
    def sentence(self) -> str:
        """Say the row to a screen reader."""
        behind = (QCoreApplication.translate("RecentList", "政策有新版"),) if self.is_behind else ()
        return "，".join((self.school, self.what, self.filled, self.carried, self.when, *behind))


def recent_rows(rows: "Sequence[AssessmentRow]", now: datetime) -> tuple[RecentRow, ...]:
    """Put assessments into words as of `now`, which carries the offset of this desk."""
    return tuple(_row(row, now, _next_year(row, rows, now)) for row in rows)


def _next_year(row: "AssessmentRow", rows: "Sequence[AssessmentRow]", now: datetime) -> int | None:
    ours = [one.year for one in rows if (one.school.id, one.policy.slug) == (row.school.id, row.policy.slug)]
    return None if max(ours) > row.year else max(row.year + 1, now.year)


def _row(row: "AssessmentRow", now: datetime, next_year: int | None) -> RecentRow:
    tr = QCoreApplication.translate
    return RecentRow(
        id=row.id,
        school=row.school.name,
        policy=row.policy.slug,
        what=tr("RecentList", "{city} · {year} 年度").format(city=row.policy.city, year=row.year),
        filled=tr("RecentList", "填报 {done}/{all}").format(done=row.score.answered, all=row.score.must_answer),
        carried=tr("RecentList", "落实 {met}/{all}").format(met=row.score.met, all=row.score.applicable),
        when=moment_words(row.edited_at, now),
        counts={status: row.score.count(status) for status in ORDER},
        is_behind=row.is_behind,
        next_year=next_year,
    )

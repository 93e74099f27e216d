"""How the sections stood in the cycle before and stand now."""

from reports.content.tables import section_title
from reports.content.years import YearMove, YearMoves
from reports.wording import say
from services.cycles.comparison import SectionCourse, compare
from services.dossiers import Dossier
from services.rounding import permille
from services.scoring import Score


def year_moves(dossier: Dossier) -> YearMoves | None:
    """Lay the cycle before beside this one; None without one, or before the first answer of this one."""
    if dossier.previous is None:
        return None
    compared = compare(dossier.previous, dossier.checklist)
    if not compared.after.answered:
        return None
    titles = {section.ref: section_title(section) for section in dossier.checklist.sections}
    total = YearMove(say("conclusion.total"), _points(compared.before), _points(compared.after))
    rows = tuple(_move(one, titles[one.ref]) for one in compared.sections)
    return YearMoves(compared.last_year, compared.year, rows, total)


def _move(one: SectionCourse, title: str) -> YearMove:
    return YearMove(title, _points(one.before), _points(one.after))


def _points(counted: Score | None) -> int | None:
    """Round half up, each by itself."""
    rate = counted.compliance if counted is not None else None
    return None if rate is None else permille(rate)

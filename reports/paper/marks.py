"""The marks of the five statuses, drawn so that a photocopy still tells them apart (paper.md section 6)."""

from models.vocabulary import Status
from reports.paper.sheet import Sheet
from reports.paper.styles import MM

RADIUS = 1.45
SMALL_RADIUS = 1.25

_CURVE = 0.5522847498


def draw_mark(sheet: Sheet, status: Status, x: float, y: float, radius: float = RADIUS) -> None:
    """Draw a status mark about its centre."""
    match status:
        case Status.MET:
            sheet.circle(x, y, radius, "B")
        case Status.PARTLY_MET:
            sheet.path(_left_half(x * MM, sheet.up(y), radius * MM))
            sheet.circle(x, y, radius)
        case Status.NOT_MET:
            sheet.circle(x, y, radius)
        case Status.NOT_APPLICABLE:
            sheet.rule(x - radius, y, x + radius, y, 0.75)
        case Status.UNANSWERED:
            sheet.circle(x, y, radius, dash="1.2 1.2")


def _left_half(x: float, y: float, r: float) -> str:
    k = r * _CURVE
    return (
        f"{x:.3f} {y + r:.3f} m {x - k:.3f} {y + r:.3f} {x - r:.3f} {y + k:.3f} {x - r:.3f} {y:.3f} c "
        f"{x - r:.3f} {y - k:.3f} {x - k:.3f} {y - r:.3f} {x:.3f} {y - r:.3f} c h f"
    )

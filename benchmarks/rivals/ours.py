"""The report set by our own typesetter, with all it has beyond the rivals': charts, marks, links, grid, tags."""

from reports.content.parts import SelfAssessment
from reports.paper.book import Properties, bind
from reports.paper.faces import FontMode, faces
from reports.paper.photos import put_picture
from reports.paper.pictures import read_picture
from reports.paper.self_assessment import print_self_assessment
from reports.paper.sheet import Sheet
from reports.paper.typesetter import Typesetter

_BOX = (75.0, 56.25)


def warm() -> None:
    """Open the fonts."""
    faces(FontMode.REPRODUCIBLE)


def make(given: tuple[SelfAssessment, list[bytes]]) -> bytes:
    """Lay the report out and bind it; the photographs are read, placed and bound as well."""
    report, photos = given
    if photos:
        _print_photos(report, photos)
    return print_self_assessment(report, faces(FontMode.REPRODUCIBLE)).content


def _print_photos(report: SelfAssessment, photos: list[bytes]) -> None:
    typesetter, sheet = Typesetter(faces(FontMode.REPRODUCIBLE)), Sheet()
    for content in photos:
        put_picture(sheet, typesetter, read_picture(content, *_BOX), (28.0, 37.0, *_BOX))
    bind([sheet], typesetter, Properties("", "", "", report.printed_at))

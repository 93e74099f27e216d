"""How a page is cut and where its type area lies: upright, lying, or upright with its content turned."""

from dataclasses import dataclass

WIDTH, HEIGHT = 210.0, 297.0
TOP, AREA_WIDTH, AREA_HEIGHT = 37.0, 156.0, 225.0
BOTTOM = TOP + AREA_HEIGHT
INNER, OUTER = 28.0, 26.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A page as one reads it, in millimetres; `inner` is the margin at the binding edge, `outer` the one opposite.

    Turned content is laid out like that of a lying page, and stands 90° anticlockwise on an upright one: its top is
    at the left edge of the paper, so that margin changes sides with the binding edge instead of the left one.
    """

    width: float
    height: float
    top: float
    area_width: float
    area_height: float
    inner: float
    outer: float
    is_turned: bool = False

    @property
    def foot(self) -> "Shape":
        """Give the shape by which the page's number is placed: turned pages keep it where all others have it."""
        return PORTRAIT if self.is_turned else self

    def binding(self, number: int, *, is_duplex: bool) -> float:
        """Give the margin left of the paper: on the backs of duplex papers the binding edge is on the right."""
        return self.foot.outer if is_duplex and number % 2 == 0 else self.foot.inner


PORTRAIT = Shape(WIDTH, HEIGHT, TOP, AREA_WIDTH, AREA_HEIGHT, INNER, OUTER)
"""GB/T 9704-2012, 5.1 and 5.2: the shape of all text."""
LANDSCAPE = Shape(HEIGHT, WIDTH, 26.0, AREA_HEIGHT, AREA_WIDTH, 36.0, 36.0)
"""A wide table as a paper of its own: 225 by 156 on a lying sheet."""
TURNED = Shape(HEIGHT, WIDTH, INNER, AREA_HEIGHT, AREA_WIDTH, HEIGHT - BOTTOM, HEIGHT - BOTTOM, is_turned=True)
"""A wide table bound into an upright paper: 225 by 156, its head at the left edge (GB/T 9704-2012, 8)."""

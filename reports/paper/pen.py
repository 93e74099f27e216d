"""The glyphs of one line as PDF text operators."""

from collections.abc import Iterable

from reports.paper.glyphs import Slot


class Pen:
    """Writes glyphs from left to right, moving only where the advance of a glyph is not meant."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._array: list[str] = []
        self._is_open = False
        self._resource, self._size = "", 0.0
        self._x = 0.0

    def draw(self, slots: Iterable[Slot], x: float, size: float) -> None:
        """Show glyphs at `x` points from the line's left end."""
        per_em, here, array = size / 1000, self._x, self._array
        for resource, codes, offset, advance in slots:
            if resource != self._resource or size != self._size:
                self._choose(resource, size)
            move = round((x + offset * per_em - here) / per_em, 1)
            if move:
                array.append(f">{-move:g}<{codes}" if self._is_open else f"{-move:g}<{codes}")
            else:
                array.append(codes if self._is_open else "<" + codes)
            self._is_open = True
            here += (move + advance) * per_em
        self._x = here

    def draw_run(self, resource: str, codes: list[str], x: float, size: float, step: float) -> float:
        """Show glyphs an em wide, each `step` points after the one before; gives how far they reach."""
        if not codes:
            return 0.0
        if resource != self._resource or size != self._size:
            self._choose(resource, size)
        move = round((x - self._x) * 1000 / size, 1)
        if move:
            self._array.append(f">{-move:g}<" if self._is_open else f"{-move:g}<")
        elif not self._is_open:
            self._array.append("<")
        between = round(step * 1000 / size - 1000, 1)
        self._array.append((f">{-between:g}<" if between else "").join(codes))
        self._is_open = True
        count = len(codes)
        self._x += (move + 1000 * count + between * (count - 1)) * size / 1000
        return step * count

    def draw_scaled(self, slots: tuple[Slot, ...], x: float, size: float, scale: float) -> None:
        """Show glyphs of one face stretched sideways."""
        if slots[0].resource != self._resource or size != self._size:
            self._choose(slots[0].resource, size)
        self._move_to(x, size)
        self._end_array()
        self._done.append(f"{100 * scale:.2f} Tz[<{''.join(slot.codes for slot in slots)}>]TJ 100 Tz")
        self._x += sum(slot.advance for slot in slots) * size / 1000 * scale

    def operators(self) -> str:
        """Give the whole line."""
        self._end_array()
        return " ".join(self._done)

    def _move_to(self, x: float, size: float) -> None:
        move = round((x - self._x) * 1000 / size, 1)
        if move:
            self._array.append(f">{-move:g}" if self._is_open else f"{-move:g}")
            self._is_open = False
            self._x += move * size / 1000

    def _choose(self, resource: str, size: float) -> None:
        self._end_array()
        self._resource, self._size = resource, size
        self._done.append(f"/{resource} {size:g} Tf")

    def _end_array(self) -> None:
        if self._array:
            self._done.append(f"[{''.join(self._array)}{'>' if self._is_open else ''}]TJ")
            self._array.clear()
            self._is_open = False

"""QR codes of level M (ISO/IEC 18004), drawn as black modules; the clear space around is the page's business."""

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from reports.paper.sheet import Sheet
from reports.paper.styles import MM

Modules = tuple[tuple[bool, ...], ...]


def modules_of(payload: str) -> Modules:
    """Encode a text in the smallest version that holds it."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(payload)
    code.make()
    side = range(code.getModuleCount())
    return tuple(tuple(bool(code.isDark(row, column)) for column in side) for row in side)


def put_qr(sheet: Sheet, payload: str, x: float, y: float, size: float) -> None:
    """Draw a code into a square, neighbouring modules in one piece so that no hairline parts them."""
    modules = modules_of(payload)
    step = size / len(modules)
    boxes = [
        f"{(x + start * step) * MM:.3f} {sheet.up(y + (row + 1) * step):.3f} {(end - start) * step * MM:.3f} "
        f"{step * MM:.3f} re"
        for row, line in enumerate(modules)
        for start, end in _runs(line)
    ]
    sheet.path(f"0 g {' '.join(boxes)} f")


def _runs(line: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Give the stretches of dark modules, each from and up to a place."""
    runs, start = [], 0
    for place, (dark, after) in enumerate(zip(line, (*line[1:], False), strict=True)):
        if dark and (place == 0 or not line[place - 1]):
            start = place
        if dark and not after:
            runs.append((start, place + 1))
    return runs

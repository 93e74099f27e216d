"""Our own SVG icons, tinted with a theme's colours and kept as pixmaps."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gui.platform.theme import Theme
from resources import resource

_RATIOS = (1.0, 1.25, 1.5, 2.0)


def pixmap(name: str, colour: QColor, size: int = 20, ratio: float = 1.0, line: float = 1.5) -> QPixmap:
    """Draw the icon in one colour; the answer is cached by everything that makes it differ."""
    return _pixmap(name, colour.rgba(), size, ratio, line)


def icon(name: str, theme: Theme, role: str = "ink2", size: int = 20) -> QIcon:
    """Make a QIcon in a role's colour, faded when disabled, sharp at every device ratio."""
    made = QIcon()
    for ratio in _RATIOS:
        normal = pixmap(name, theme.role(role), size, ratio)
        made.addPixmap(normal, QIcon.Mode.Normal)
        made.addPixmap(_faded(normal), QIcon.Mode.Disabled)
    return made


def app_icon(theme: Theme) -> QIcon:
    """Make the window's icon from the brand mark."""
    made = QIcon()
    for size in (16, 20, 24, 32, 48, 64, 128, 256):
        made.addPixmap(pixmap("brand", theme.accent, size))
    return made


def draw(painter: QPainter, rect: QRectF, name: str, colour: QColor, line: float = 1.5) -> None:
    """Draw an icon into a rectangle of any painter, at that painter's device ratio."""
    ratio = ratio_of(painter)
    side = round(min(rect.width(), rect.height()))
    corner = rect.center() - QRectF(0, 0, side, side).center()
    painter.drawPixmap(corner.toPoint(), pixmap(name, colour, side, ratio, line))


def ratio_of(painter: QPainter) -> float:
    """Tell how many device pixels a painter lays to a logical one."""
    return painter.deviceTransform().m11()


@lru_cache(maxsize=1024)
def _pixmap(name: str, rgba: int, size: int, ratio: float, line: float) -> QPixmap:
    drawn = QPixmap(QSize(size, size) * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, rgba, line).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return drawn


@lru_cache(maxsize=256)
def _renderer(name: str, rgba: int, line: float) -> QSvgRenderer:
    colour = QColor.fromRgba(rgba)
    text = _source(name).replace("currentColor", colour.name())
    text = text.replace('stroke-width="1.5"', f'stroke-width="{line}"', 1)
    renderer = QSvgRenderer(QByteArray(text.encode()))
    assert renderer.isValid(), name
    return renderer


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _faded(full: QPixmap) -> QPixmap:
    faded = QPixmap(full.size())
    faded.setDevicePixelRatio(full.devicePixelRatio())
    faded.fill(Qt.GlobalColor.transparent)
    painter = QPainter(faded)
    painter.setOpacity(0.45)
    painter.drawPixmap(0, 0, full)
    painter.end()
    return faded

"""The app's mark as icons and splash screens of all platforms: `python -m builds.drawing`.

The mark is that of the screens, two threads, in the colours of the theme. The names of the files
are those that `flet build` and the page look for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import flet as ft
from PIL import Image, ImageDraw

from views import theme
from views.components.threads import Arc, arcs

ROOT: Final = Path(__file__).resolve().parents[1]

LEAN: Final = 3.4
STROKE: Final = 1 / 7
"""Of the side of the square that the mark fills."""
CORNER: Final = 0.22
"""Of the side of a tile."""
SCALE: Final = 4
"""It is drawn this much larger, so that its edges are smooth."""

Ground = Literal["none", "tile", "full"]
Ink = Literal["light", "dark", "white"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A square of `size` pixels; the mark fills `share` of it. Paths are those of this folder."""

    path: str
    size: int
    share: float
    ground: Ground = "none"
    ink: Ink = "light"


ROUND: Final = 0.48
"""Within the circle that nobody cuts: 66 in 108 on Android, 8 in 10 in browsers."""
LAYER: Final = 0.4
"""Of a layer of Android's icon, of which no more than 72 in 108 is seen."""
DRAWABLES: Final = "builds/android/release/res/drawable-xxxhdpi"

PICTURES: Final = (
    Picture("assets/icon.png", 512, 0.6, "tile"),
    Picture("assets/icon_ios.png", 1024, 0.56, "full"),
    Picture("assets/icon_macos.png", 1024, 0.6),
    Picture("assets/icon_android.png", 432, LAYER),
    Picture("assets/splash.png", 768, ROUND),
    Picture("assets/splash_dark.png", 768, ROUND, ink="dark"),
    Picture("assets/favicon.png", 64, 0.7, "tile"),
    Picture("assets/icons/icon-192.png", 192, 0.6, "tile"),
    Picture("assets/icons/icon-512.png", 512, 0.6, "tile"),
    Picture("assets/icons/icon-maskable-192.png", 192, ROUND, "full"),
    Picture("assets/icons/icon-maskable-512.png", 512, ROUND, "full"),
    Picture("assets/icons/apple-touch-icon-192.png", 192, 0.56, "full"),
    Picture("assets/icons/loading-animation.png", 400, 0.8),
    Picture("assets/icons/loading-animation-dark.png", 400, 0.8, ink="dark"),
    # Android colours these; only what is opaque counts.
    Picture(f"{DRAWABLES}/ic_launcher_monochrome.png", 432, LAYER, ink="white"),
    Picture(f"{DRAWABLES}/ic_notification.png", 96, 0.84, ink="white"),
)


def drawn(picture: Picture) -> Image.Image:
    """The picture: RGB where its ground is full, else with transparency."""
    size = picture.size
    ground = _color(theme.LIGHT.surface)
    image = Image.new("RGBA", (size, size), (*ground, 255 if picture.ground == "full" else 0))
    if picture.ground == "tile":
        image.alpha_composite(_filled(_tile(size), ground))
    for thread, color in zip(_threads(picture), _inks(picture.ink), strict=True):
        image.alpha_composite(_filled(thread, color))
    match picture:
        case Picture(ground="full"):
            return image.convert("RGB")
        case Picture(ink="white"):
            return image.convert("LA")
        case _:
            return image


def draw(root: Path = ROOT) -> None:
    """Writes all pictures below a folder."""
    for picture in PICTURES:
        path = root / picture.path
        path.parent.mkdir(parents=True, exist_ok=True)
        drawn(picture).save(path, optimize=True)


def _inks(ink: Ink) -> tuple[tuple[int, int, int], ...]:
    if ink == "white":
        return ((255, 255, 255),) * 2
    return tuple(_color(color) for color in theme.THREADS[ink])


def _threads(picture: Picture) -> Iterator[Image.Image]:
    """How much each thread covers of every pixel."""
    side = picture.size * picture.share * SCALE
    edge = (picture.size * SCALE - side) / 2
    for arc in arcs(LEAN, side, side, side * STROKE):
        image, pen = _sheet(picture.size)
        for x, y in _points(arc):
            radius = side * STROKE / 2
            x, y = x + edge, y + edge
            pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
        yield image.reduce(SCALE)


def _points(arc: Arc) -> Iterator[tuple[float, float]]:
    """Where the pen stands along a quadratic curve, close enough for its discs to be a stroke."""
    x0, y0, cx, cy, x1, y1 = arc
    steps = int(y1 - y0)
    for step in range(steps + 1):
        t = step / steps
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        yield a * x0 + b * cx + c * x1, a * y0 + b * cy + c * y1


def _tile(size: int) -> Image.Image:
    image, pen = _sheet(size)
    end = size * SCALE - 1
    pen.rounded_rectangle((0, 0, end, end), size * SCALE * CORNER, fill=255)
    return image.reduce(SCALE)


def _sheet(size: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("L", (size * SCALE, size * SCALE))
    return image, ImageDraw.Draw(image)


def _filled(coverage: Image.Image, color: tuple[int, int, int]) -> Image.Image:
    image = Image.new("RGBA", coverage.size, (*color, 255))
    image.putalpha(coverage)
    return image


def _color(value: ft.ColorValue | None) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(str(value).removeprefix("#"))
    return red, green, blue


if __name__ == "__main__":
    draw()

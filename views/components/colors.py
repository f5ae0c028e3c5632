"""Colour of one cell of the mood pad, and of the mark drawn on it.

The pad is one piece of evening sky: plum at the hard side, rose in between, apricot at the easy
side; deep where energy is low, luminous where it is high. Four corner colours in OKLCH are blended
bilinearly; the hue runs on past 360 so that it passes through rose and not through blue.
OKLCH to linear sRGB after Björn Ottosson, "A perceptual color space for image processing" (2020).
"""

import math
from functools import cache
from typing import Final, Literal

from domain.entries import STEPS

Brightness = Literal["light", "dark"]
Oklch = tuple[float, float, float]

# hard low, easy low, hard high, easy high: lightness, chroma, hue in degrees
CORNERS: Final[dict[Brightness, tuple[Oklch, Oklch, Oklch, Oklch]]] = {
    "light": (
        (0.590, 0.066, 292.0),
        (0.705, 0.074, 404.0),
        (0.820, 0.066, 310.0),
        (0.890, 0.088, 440.0),
    ),
    "dark": (
        (0.395, 0.062, 292.0),
        (0.465, 0.068, 404.0),
        (0.630, 0.086, 310.0),
        (0.755, 0.094, 438.0),
    ),
}
INK: Final = "#1E1820"
CREAM: Final = "#FFF8EF"


def _linear(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a = chroma * math.cos(math.radians(hue))
    b = chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _hex(lightness: float, chroma: float, hue: float) -> str:
    rgb = _linear(lightness, chroma, hue)
    while not all(-1e-4 <= value <= 1.0001 for value in rgb):
        chroma *= 0.96
        rgb = _linear(lightness, chroma, hue)
    return "#" + "".join(f"{round(_gamma(value) * 255):02X}" for value in rgb)


def _gamma(value: float) -> float:
    value = min(1.0, max(0.0, value))
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


@cache
def cell_color(pleasantness: float, energy: float, brightness: Brightness) -> str:
    """Fill of the cell at 1..7, 1..7 (fractions allowed) as #RRGGBB."""
    u = (pleasantness - 1) / (STEPS - 1)
    v = (energy - 1) / (STEPS - 1)
    hard_low, easy_low, hard_high, easy_high = CORNERS[brightness]
    mixed = (
        (a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v
        for a, b, c, d in zip(hard_low, easy_low, hard_high, easy_high, strict=True)
    )
    return _hex(*mixed)


def _luminance(color: str) -> float:
    rgb = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in rgb
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two #RRGGBB colours, 1..21 (WCAG 2, relative luminance)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mark_color(cell: str) -> str:
    """Ink or cream, whichever reads better on `cell`; never below 4:1."""
    return INK if contrast(cell, INK) >= contrast(cell, CREAM) else CREAM

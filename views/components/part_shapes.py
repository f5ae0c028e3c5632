"""The soft shapes that stand for parts: closed curves through a few points, filled and edged."""

import math
from collections.abc import Sequence
from functools import cache
from typing import Final

import flet as ft
import flet.canvas as cv

from domain.entries import Color, Part, Shape
from views import theme
from views.components.colors import Brightness
from views.components.curves import STEPS, Curve, Point, between, path_of

Outline = tuple[Point, ...]
EDGE: Final = 2.0


def _ring(count: int, *distances: float) -> Outline:
    """Points around the middle, the first one on top, at these distances in turn."""
    angles = (2 * math.pi * n / count - math.pi / 2 for n in range(count))
    far = (distances[n % len(distances)] for n in range(count))
    return tuple((r * math.cos(a), r * math.sin(a)) for r, a in zip(far, angles, strict=True))


def _with_corners(points: Sequence[Point], roundness: float) -> Outline:
    """Two more points beside each, so that its corner is rounded and the sides stay straight."""
    shaped: list[Point] = []
    for place, (x, y) in enumerate(points):
        for nx, ny in (points[place - 1], (x, y), points[(place + 1) % len(points)]):
            shaped.append((x + (nx - x) * roundness, y + (ny - y) * roundness))
    return tuple(shaped)


OUTLINES: Final[dict[Shape, Outline]] = {
    "pebble": (
        (0.98, 0.05),
        (0.9, 0.72),
        (0.1, 1.02),
        (-0.78, 0.84),
        (-1.08, 0.1),
        (-0.82, -0.72),
        (0.02, -0.98),
        (0.78, -0.72),
    ),
    "hexagon": _with_corners(_ring(6, 1.04), 0.3),
    "square": _with_corners(((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)), 0.3),
    "kite": _with_corners(((0, -1.12), (0.86, -0.12), (0, 1.12), (-0.86, -0.12)), 0.24),
    "drop": (
        (0, -1.12),
        (0.14, -1.04),
        (0.7, -0.3),
        (1.12, 0.62),
        (0.42, 1.2),
        (-0.42, 1.2),
        (-1.12, 0.62),
        (-0.7, -0.3),
        (-0.14, -1.04),
    ),
    "shield": _with_corners(
        ((0, -1.02), (0.92, -0.72), (0.84, 0.28), (0, 1.08), (-0.84, 0.28), (-0.92, -0.72)), 0.26
    ),
    "bloom": _ring(12, 1.14, 0.66),
    "star": _ring(16, 1.1, 0.78),
    "leaf": (
        (-0.96, -0.96),
        (-0.7, -0.96),
        (0.5, -0.98),
        (1.04, 0.0),
        (0.96, 0.96),
        (0.7, 0.96),
        (-0.5, 0.98),
        (-1.04, 0.0),
        (-0.96, -0.7),
    ),
    "arch": (
        (-0.84, 0.98),
        (-0.86, 0.8),
        (-0.9, -0.2),
        (-0.72, -1.02),
        (0, -1.2),
        (0.72, -1.02),
        (0.9, -0.2),
        (0.86, 0.8),
        (0.84, 0.98),
        (0.6, 0.98),
        (-0.6, 0.98),
    ),
}
"""The points that each shape is drawn towards, y downwards."""


def _bends(points: Outline) -> tuple[Curve, ...]:
    """The pieces of a closed quadratic B-spline."""
    pairs = zip(points, (*points[1:], points[0]), strict=True)
    middles = [between(one, other, 0.5) for one, other in pairs]
    pieces = zip((middles[-1], *middles[:-1]), points, middles, strict=True)
    return tuple(Curve(*piece) for piece in pieces)


@cache
def fitted(shape: Shape) -> tuple[Curve, ...]:
    """The shape's pieces, centred and as large as fits into -1..1."""
    pieces = _bends(OUTLINES[shape])
    on_it = [piece.at(t) for piece in pieces for t in STEPS]
    low = [min(point[axis] for point in on_it) for axis in (0, 1)]
    high = [max(point[axis] for point in on_it) for axis in (0, 1)]
    half = max(high[0] - low[0], high[1] - low[1]) / 2
    mx, my = between((low[0], low[1]), (high[0], high[1]), 0.5)

    def fit(point: Point) -> Point:
        return (point[0] - mx) / half, (point[1] - my) / half

    return tuple(Curve(fit(one.start), fit(one.control), fit(one.end)) for one in pieces)


def shape_path(shape: Shape, middle: Point, radius: float, paint: ft.Paint) -> cv.Path:
    """The shape around its middle."""

    def at(point: Point) -> Point:
        return middle[0] + point[0] * radius, middle[1] + point[1] * radius

    pieces = [Curve(at(one.start), at(one.control), at(one.end)) for one in fitted(shape)]
    bends = [path_of(one) for one in pieces]
    return cv.Path([cv.Path.MoveTo(*pieces[0].start), *bends, cv.Path.Close()], paint=paint)


def drawn_shape(shape: Shape, color: Color, size: float, brightness: Brightness) -> cv.Canvas:
    """A shape of `size` by `size`, without words for a screen reader."""
    fill, edge, _ = theme.PARTS[brightness][color]
    half = size / 2
    filled = ft.Paint(color=fill)
    line = ft.Paint(color=edge, style=ft.PaintingStyle.STROKE, stroke_width=EDGE)
    return cv.Canvas(
        [shape_path(shape, (half, half), half - EDGE / 2, paint) for paint in (filled, line)],
        width=size,
        height=size,
    )


def part_mark(part: Part, size: float, brightness: Brightness) -> cv.Canvas:
    """The shape that stands for a part."""
    return drawn_shape(part.shape, part.color, size, brightness)

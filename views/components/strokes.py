"""Pulls of the pen: what lines between parts and to people are drawn with."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import flet as ft
import flet.canvas as cv

from views.components.curves import Curve, path_of, straight

WIDTH: Final = 3.0
DASHES: Final = (8.0, 8.0)
DOTS: Final = (0.1, 9.0)


@dataclass(frozen=True, slots=True)
class Stroke:
    """One pull of the pen, so many pixels wide; `dash` is on and off."""

    curve: Curve
    dash: tuple[float, float] | None = None
    width: float = WIDTH


def across(line: Curve, half: float, at: float = 0.5) -> Curve:
    """A short line across another, `half` to either side."""
    (x, y), (dx, dy) = line.at(at), line.heading(at)
    return straight((x - dy * half, y + dx * half), (x + dy * half, y - dx * half))


def painted(drawn: Iterable[Stroke], color: ft.ColorValue) -> list[cv.Shape]:
    """The strokes on a canvas."""
    return [_painted(one, color) for one in drawn]


def _painted(one: Stroke, color: ft.ColorValue) -> cv.Shape:
    curve = one.curve
    paint = ft.Paint(
        color=color,
        stroke_width=one.width,
        stroke_cap=ft.StrokeCap.ROUND,
        style=ft.PaintingStyle.STROKE,
        stroke_dash_pattern=list(one.dash) if one.dash else None,
    )
    return cv.Path([cv.Path.MoveTo(*curve.start), path_of(curve)], paint=paint)

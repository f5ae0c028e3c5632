"""Lines to people: whole, open, partly mended, mended, or left as it is."""

from typing import Final

import flet as ft
import flet.canvas as cv

from domain.language import N_
from domain.moments import Line
from views.components.curves import Curve, straight
from views.components.strokes import DOTS, Stroke, across, painted

GAP: Final = 8.0
DOT: Final = 5.2
STITCH: Final = 7.0
STITCHES: Final = 3.5
IN_WORDS: Final[dict[Line, str]] = {
    "whole": "",
    "open": N_("something open"),
    "partly": N_("partly mended"),
    "mended": N_("mended"),
    "left": N_("left as it is"),
}
"""To be said by `tr`; nothing of a whole one."""


def strokes(line: Line, curve: Curve) -> tuple[Stroke, ...]:
    """How it is drawn along a straight curve: a break is a gap, and mending a stitch."""
    away = min(0.4, GAP / max(1.0, curve.length))
    match line:
        case "open" | "partly":
            ends = (Stroke(curve.part(0, 0.5 - away)), Stroke(curve.part(0.5 + away, 1)))
            middle = straight(curve.at(0.5), curve.at(0.5))
            return (*ends, Stroke(middle, width=DOT)) if line == "partly" else ends
        case "mended":
            apart = away * STITCHES / GAP
            stitches = (Stroke(across(curve, STITCH, 0.5 + side)) for side in (-apart, apart))
            return (Stroke(curve), *stitches)
        case "left":
            return (Stroke(curve, DOTS),)
        case "whole":
            return (Stroke(curve),)


def sample_line(line: Line, width: float, height: float) -> cv.Canvas:
    """A short one, for a legend or a row."""
    curve = straight((2, height / 2), (width - 2, height / 2))
    ink = ft.Colors.ON_SURFACE_VARIANT
    return cv.Canvas(painted(strokes(line, curve), ink), width=width, height=height)

"""Check-ins as squares over a line of days: one above the other on a day, and gaps stay gaps."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import flet as ft
import flet.canvas as cv

from domain.entries import CheckIn
from domain.language import tr
from views.components.colors import Brightness, cell_color
from views.components.kit import quiet


@dataclass(frozen=True, slots=True)
class Strip:
    """Squares by their top left corner, (x, y, check-in), in a box `height` high."""

    squares: tuple[tuple[float, float, CheckIn], ...]
    side: float
    height: float
    first: date
    last: date


def strip_of(
    check_ins: Iterable[CheckIn], width: float, today: date, side: float, highest: float
) -> Strip:
    """Where each of some check-ins, at least one, is drawn in a box `width` wide.

    Squares are `side` large, or smaller where there are many days or many on one day.
    """
    days: dict[date, list[CheckIn]] = defaultdict(list)
    for one in check_ins:
        days[one.at.date()].append(one)
    first, last = min(days), max(*days, today)
    across = width / ((last - first).days + 1)
    most = max(map(len, days.values()))
    side = max(1.0, min(side, across - 1, highest / most - 1))
    step = side * 1.25 if side > 4 else side + 1
    height = most * step
    squares = tuple(
        ((day - first).days * across + (across - side) / 2, height - row * step, one)
        for day, some in days.items()
        for row, one in enumerate(some, 1)
    )
    return Strip(squares, side, height, first, last)


def dot_strip(
    check_ins: Iterable[CheckIn],
    brightness: Brightness,
    width: float,
    today: date,
    begins: str,
    said: str,
) -> ft.Control:
    """The drawing; `said` is what a screen reader says instead, `begins` stands at its left."""
    strip = strip_of(check_ins, width, today, 20, 110)
    shapes = [_square(x, y, strip.side, one, brightness) for x, y, one in strip.squares]
    return ft.Semantics(
        identifier="dots",
        label=said,
        container=True,
        content=ft.Semantics(
            exclude_semantics=True,
            content=ft.Column(
                [
                    cv.Canvas(shapes, width=width, height=strip.height + 2),
                    ft.Container(height=1.5, width=width, bgcolor=ft.Colors.OUTLINE_VARIANT),
                    ft.Row(
                        [quiet(begins), quiet(tr("today"))],
                        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
                        wrap=True,
                    ),
                ],
                spacing=6,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
        ),
    )


def _square(x: float, y: float, side: float, one: CheckIn, brightness: Brightness) -> cv.Shape:
    filled = one.place is not None and not one.recalled
    color = cell_color(*one.place, brightness) if one.place else ft.Colors.ON_SURFACE_VARIANT
    edge = 0 if filled else min(2.5, side / 6)
    paint = ft.Paint(
        color=color,
        style=ft.PaintingStyle.FILL if filled else ft.PaintingStyle.STROKE,
        stroke_width=edge,
    )
    inner = side - edge
    return cv.Rect(x + edge / 2, y + edge / 2, inner, inner, border_radius=side * 0.28, paint=paint)

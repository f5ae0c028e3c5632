"""Two threads for connection: they lean towards each other and at most touch."""

from functools import partial
from typing import Final

import flet as ft
import flet.canvas as cv

from domain.entries import CANT_TELL, STEPS, Answer
from domain.language import tr
from domain.steps import ends_of
from views import theme
from views.components.colors import Brightness
from views.components.kit import Tap, chip
from views.components.scales import Scale, Tile
from views.theme import text

TILE: Final = 62
Arc = tuple[float, float, float, float, float, float]


def arcs(value: float, width: float, height: float, stroke: float) -> tuple[Arc, Arc]:
    """Two quadratics for connection 1..7: start, control and end of each, in pixels.

    1 bends away, 4 stands about straight, 7 leans in until they touch; they never cross.
    """
    t = (value - 1) / (STEPS - 1)
    middle = width / 2
    end = width * (0.27 + 0.09 * t)
    mid = width * (0.43 - 0.14 * t) - (width * 0.29 - stroke * 0.5) * t * t
    bend = 2 * mid - end
    top, bottom = stroke / 2, height - stroke / 2
    return (
        (middle - end, top, middle - bend, height / 2, middle - end, bottom),
        (middle + end, top, middle + bend, height / 2, middle + end, bottom),
    )


def threads(
    value: float, brightness: Brightness, width: float, height: float, stroke: float = 3.8
) -> cv.Canvas:
    """The drawing, without words for a screen reader."""
    shapes: list[cv.Shape] = [
        cv.Path(
            [
                cv.Path.MoveTo(x0, y0),
                cv.Path.QuadraticTo(cx, cy, x1, y1),
            ],
            paint=ft.Paint(
                color=color,
                stroke_width=stroke,
                stroke_cap=ft.StrokeCap.ROUND,
                style=ft.PaintingStyle.STROKE,
            ),
        )
        for (x0, y0, cx, cy, x1, y1), color in zip(
            arcs(value, width, height, stroke), theme.THREADS[brightness], strict=True
        )
    ]
    return cv.Canvas(shapes, width=width, height=height)


def connection_in_words(value: Answer) -> str:
    """What a screen reader says for an answer."""
    if value is CANT_TELL:
        return tr("Connection: can't tell")
    return tr(
        "Connection {step} of {steps}, between cut off and connected", step=value, steps=STEPS
    )


def connection_mark(value: Answer, brightness: Brightness, size: float = 34) -> ft.Control:
    """The small drawing of an answer in a list; nothing where it was not answered."""
    if isinstance(value, int):
        return threads(value, brightness, size, size, 3.2)
    mark = "?" if value is CANT_TELL else ""
    return ft.Container(
        text(mark, theme.TITLE_SMALL, ft.Colors.ON_SURFACE_VARIANT),
        width=size,
        height=size,
        alignment=ft.Alignment.CENTER,
    )


def connection_row(
    value: Answer, on_answer: Tap, brightness: Brightness, large: bool
) -> ft.Control:
    """Seven tiles from cut off to connected, and "can't tell" below them."""
    unsure = chip(
        "connection-cant-tell",
        tr("can't tell"),
        partial(on_answer, CANT_TELL),
        selected=value is CANT_TELL,
        outlined=True,
        spoken=connection_in_words(CANT_TELL),
    )
    tiles = [_tile(step, value, on_answer, brightness) for step in range(1, STEPS + 1)]
    return Scale(tiles, TILE, ends_of("connection"), unsure, large)


def thread_tile(
    identifier: str, spoken: str, on_tap: Tap, step: int, chosen: bool, brightness: Brightness
) -> Tile:
    """The tile of one step, chosen or not."""
    return Tile(
        identifier,
        spoken,
        on_tap,
        threads(step, brightness, 40, 38),
        ft.Colors.SURFACE_CONTAINER_LOWEST if chosen else ft.Colors.SURFACE_CONTAINER,
        ft.BorderSide(2.5, ft.Colors.ON_SURFACE) if chosen else None,
    )


def _tile(step: int, value: Answer, on_answer: Tap, brightness: Brightness) -> Tile:
    return thread_tile(
        f"connection-{step}",
        connection_in_words(step),
        partial(on_answer, step),
        step,
        step == value,
        brightness,
    )

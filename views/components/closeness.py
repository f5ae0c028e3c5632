"""How close somebody is and how close one would like it: seven tiles, and both over time."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, Final

import flet as ft
import flet.canvas as cv

from domain.entries import STEPS, Closeness
from domain.language import tr, trp
from views import theme
from views.components.colors import Brightness
from views.components.kit import quiet
from views.components.scales import Scale, Tile, in_one_line, scale_width
from views.components.threads import TILE, thread_tile, threads
from views.components.titles import face_of
from views.components.when import short_day
from views.state import use_state_of_app
from views.theme import text

HEIGHT: Final = 132.0
INSET: Final = 34.0
DOT: Final = 5.0


def closeness_tiles(
    name: str,
    spoken: str,
    chosen: int | None,
    tinted: int | None,
    on_step: Callable[[int], Any],
    brightness: Brightness,
    tint: str = "",
) -> ft.Control:
    """Seven tiles from far to near; one may be `chosen`, and one `tinted` as what is wished.

    `tint` is what a screen reader says of that one besides.
    """

    def said(step: int) -> str:
        words = tr("{what} {step} of 7, between far and near", what=spoken, step=step)
        return f"{words}. {tint}" if tint and step == tinted else words

    def tile(step: int) -> Tile:
        tap = partial(on_step, step)
        one = thread_tile(f"{name}-{step}", said(step), tap, step, step == chosen, brightness)
        return replace(one, fill=ft.Colors.PRIMARY_CONTAINER) if step == tinted else one

    return Scale([tile(step) for step in range(1, STEPS + 1)], TILE)


@ft.component
def tile_words(now: int | None, wish: int | None) -> ft.Control:
    """The words below the tiles that say which is which, where those are in one line."""
    state = use_state_of_app()
    if not in_one_line(state):
        return ft.Container()

    def words(step: int) -> str:
        said = (
            trp("closeness", "now") if step == now else "",
            trp("closeness", "wish") if step == wish else "",
        )
        return "\n".join(filter(None, said))

    def below(step: int) -> ft.Control:
        said = words(step)
        face = face_of(said, scale_width(state) / STEPS, state.text_scale, theme.LABEL_MEDIUM)
        # A longer word reaches a little over its tile, and is not broken.
        over = ft.TextOverflow.VISIBLE
        words_below = text(said, face, text_align=ft.TextAlign.CENTER, no_wrap=True, overflow=over)
        return ft.Container(words_below, expand=True, alignment=ft.Alignment.CENTER)

    return ft.Row([below(step) for step in range(1, STEPS + 1)], spacing=0)


def told_in_words(told: Closeness) -> str:
    """What was told at once: "now 4, wish 5"."""
    said = (
        trp("closeness", "now {step}", step=told.now) if told.now else "",
        trp("closeness", "wish {step}", step=told.wish) if told.wish else "",
    )
    return ", ".join(filter(None, said)) or trp("closeness", "taken off")


def closeness_over_time(
    history: Sequence[Closeness], width: float, today: date, brightness: Brightness
) -> ft.Control:
    """What was told, as dots for now and rings for the wish, and the gap between them as a line.

    Each stands on its day; nothing is drawn between two of them.
    """
    first = history[0].at.date()
    span = max(1, (today - first).days)
    room = width - INSET - 2 * DOT

    def at(told: Closeness) -> float:
        return INSET + DOT + min(1.0, (told.at.date() - first).days / span) * room

    shapes: list[cv.Shape] = []
    for told in history:
        x = at(told)
        if told.now is not None and told.wish is not None and told.now != told.wish:
            shapes.append(_gap(x, _height(told.now), _height(told.wish)))
    for told in history:
        x = at(told)
        if told.wish is not None:
            shapes.append(_ring(x, _height(told.wish)))
        if told.now is not None:
            shapes.append(_dot(x, _height(told.now)))
    marks = [
        ft.Container(threads(step, brightness, 20, 20, 2.2), left=0, top=_height(step) - 10)
        for step in (STEPS, (STEPS + 1) // 2, 1)
    ]
    return ft.Column(
        [
            ft.Stack(
                [*marks, cv.Canvas(shapes, width=width, height=HEIGHT)],
                width=width,
                height=HEIGHT,
            ),
            ft.Row(
                [quiet(short_day(first, today)), quiet(tr("today"))],
                alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
                wrap=True,
            ),
            ft.Row(
                [
                    _sample(_dot(8, 10), trp("closeness", "now")),
                    _sample(_ring(8, 10), trp("closeness", "wish")),
                ],
                wrap=True,
            ),
        ],
        spacing=6,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _height(step: int) -> float:
    return 12 + (STEPS - step) * (HEIGHT - 24) / (STEPS - 1)


def _dot(x: float, y: float) -> cv.Shape:
    return cv.Circle(x, y, DOT - 1, paint=ft.Paint(color=ft.Colors.ON_SURFACE))


def _ring(x: float, y: float) -> cv.Shape:
    line = ft.Paint(color=ft.Colors.PRIMARY, style=ft.PaintingStyle.STROKE, stroke_width=2)
    return cv.Circle(x, y, DOT + 1, paint=line)


def _gap(x: float, one: float, other: float) -> cv.Shape:
    line = ft.Paint(color=ft.Colors.OUTLINE, stroke_width=1.5)
    return cv.Line(x, one, x, other, paint=line)


def _sample(shape: cv.Shape, words: str) -> ft.Control:
    return ft.Row([cv.Canvas([shape], width=16, height=20), quiet(words)], spacing=4, tight=True)

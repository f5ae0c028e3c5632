"""The web, drawn: the person in the middle, everybody where they stand, and the lines to them.

A drag is drawn here and told once, when it ends. What turns is drawn on the canvas alone, as
sixty things to tap can't be moved that often.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

import flet as ft
import flet.canvas as cv

from domain import web
from domain.entries import Person
from domain.language import trp
from domain.sheet import initials
from domain.web import Node, Seen
from views import theme
from views.components.colors import Brightness
from views.components.curves import Curve, Point, straight
from views.components.kit import NO_LINE, tappable
from views.components.map_canvas import Hand, draggable
from views.components.people import node_in_words
from views.components.person_marks import mark_shapes, person_mark
from views.components.strokes import painted
from views.components.titles import face_on_drawing
from views.components.web_lines import strokes
from views.theme import text

RINGS: Final = (1, 3, 5)
NAMED: Final = 16
"""Up to so many, all are named; beyond, whoever is chosen."""
NAME_WIDTH: Final = 104.0
NAME_HEIGHT: Final = 20.0
AIR: Final = 6.0
RING: Final = 4.0


@ft.component
def WebCanvas(
    nodes: Sequence[Node],
    degrees: float,
    scale: float,
    chosen: str,
    as_initials: bool,
    brightness: Brightness,
    text_scale: float,
    on_tap: Callable[[str], Awaitable[None]],
    on_put: Callable[[str, float], Awaitable[None]] | None,
    *,
    key: str | None = None,
) -> ft.Control:
    """`degrees` is how far it is turned, `scale` pixels for a unit; without `on_put` all stay."""
    nothing: tuple[str, float] | None = None
    moving, move = ft.use_state(nothing)
    hand: Hand = ft.use_memo(lambda: Hand(), [])
    half = web.size_of(nodes)

    def drag(person: str, dx: float, dy: float) -> None:
        here = next((one for one in nodes if one.person.id == person), None)
        if on_put is not None and here is not None:
            x, y = here.at
            move((person, web.angle_of(x + dx / scale, y + dy / scale)))

    async def drop() -> None:
        if on_put is not None and moving is not None:
            await on_put(*moving)
            move(None)

    hand.tap, hand.drag, hand.drop = on_tap, drag, drop
    held, angle = moving or ("", 0.0)
    shown = [replace(one, angle=angle) if one.person.id == held else one for one in nodes]
    seen = web.turned(shown, degrees)
    width, height = 2 * half[0] * scale, 2 * half[1] * scale
    middle = half[0] * scale, half[1] * scale
    crowded = len(nodes) > NAMED
    spots = {
        one.node.person.id: (middle[0] + one.x * scale, _top(one, middle[1], scale)) for one in seen
    }
    marks: list[ft.Control] = []
    names: list[ft.Control] = []
    front: list[ft.Control] = []
    for one in seen:
        person = one.node.person
        at = middle[0] + one.x * scale, middle[1] + one.y * scale
        radius = one.node.radius * scale
        side = 2 * radius + 2 * RING
        # Among many a finger's width would reach over others: one looks nearer first.
        side = side if crowded else max(theme.TOUCH, side)
        mark = WebMark(
            person,
            node_in_words(one.node, person.name),
            radius,
            side,
            person.id == chosen,
            on_put is not None,
            brightness,
            text_scale,
            hand,
            key=person.id,
        )
        marks.append(ft.Container(mark, left=at[0] - side / 2, top=at[1] - side / 2))
        if not crowded or person.id == chosen:
            name = initials(person.name) if as_initials else person.name
            shown_name = _name(name, spots, person.id, width, text_scale)
            (front if person.id == chosen else names).append(shown_name)
    return ft.Stack(
        [
            ft.Container(
                cv.Canvas(
                    _drawn(seen, degrees, middle, scale, brightness), width=width, height=height
                ),
                ignore_interactions=True,
            ),
            _me(middle, scale, text_scale),
            *names,
            *([] if degrees else marks),
            *front,
        ],
        width=width,
        height=height,
    )


def _top(one: Seen, middle: float, scale: float) -> float:
    """Where the name of somebody begins: above those in the upper half, below the others."""
    y, below = middle + one.y * scale, (one.node.radius * scale + 1) * one.scale
    return y - below - NAME_HEIGHT if one.y < 0 else y + below


def _name(
    name: str, spots: Mapping[str, Point], id: str, width: float, text_scale: float
) -> ft.Control:
    """The name of somebody, inside of the web; it takes no taps.

    It does not grow into those beside it: what has half of the way to each has room.
    """
    x, top = spots[id]
    beside = (abs(x - other) for other, at in spots.values() if abs(at - top) < NAME_HEIGHT)
    room = min([NAME_WIDTH, *filter(None, beside)]) - AIR
    words = text(
        name,
        face_on_drawing(name, room, text_scale, theme.LABEL_MEDIUM),
        text_align=ft.TextAlign.CENTER,
        max_lines=1,
        overflow=ft.TextOverflow.ELLIPSIS,
    )
    return ft.Container(
        ft.Semantics(exclude_semantics=True, content=words),
        left=max(0.0, min(x - NAME_WIDTH / 2, width - NAME_WIDTH)),
        top=top,
        width=NAME_WIDTH,
        height=NAME_HEIGHT,
        alignment=ft.Alignment.CENTER,
        ignore_interactions=True,
    )


def _drawn(
    seen: Sequence[Seen], degrees: float, middle: Point, scale: float, brightness: Brightness
) -> list[cv.Shape]:
    faint = ft.Paint(
        color=ft.Colors.OUTLINE_VARIANT,
        style=ft.PaintingStyle.STROKE,
        stroke_width=1.25,
        stroke_dash_pattern=[4, 5],
    )
    shapes: list[cv.Shape] = []
    for near in RINGS:
        shift, across, high = (size * scale for size in web.ring_seen(near, degrees))
        left, top = middle[0] + shift - across, middle[1] - high
        oval = cv.Oval(left, top, 2 * across, 2 * high, paint=faint)
        shapes.append(oval)
    for one in seen:
        line = _line(one, middle, scale)
        shapes += painted(strokes(one.node.line, line), ft.Colors.ON_SURFACE_VARIANT)
    if degrees:
        for one in seen:
            at = middle[0] + one.x * scale, middle[1] + one.y * scale
            radius = one.node.radius * one.scale * scale
            shapes += mark_shapes(one.node.person, at, radius, brightness)
    return shapes


def _line(one: Seen, middle: Point, scale: float) -> Curve:
    """From the edge of the middle to that of a node."""
    to = middle[0] + one.x * scale, middle[1] + one.y * scale
    whole = straight(middle, to)
    away = max(1.0, whole.length)
    begin = (web.MIDDLE * scale + AIR) / away
    end = 1 - (one.node.radius * one.scale * scale + AIR) / away
    return whole.part(begin, max(begin, end))


def _me(middle: Point, scale: float, text_scale: float) -> ft.Control:
    radius = web.MIDDLE * scale
    face = theme.TITLE_MEDIUM
    grown = scale / max(1.0, text_scale)
    words = text(
        trp("the person, in the middle", "me"),
        theme.Face(face.family, face.size * grown, face.height * grown),
    )
    return ft.Container(
        ft.Semantics(exclude_semantics=True, content=words),
        left=middle[0] - radius,
        top=middle[1] - radius,
        width=2 * radius,
        height=2 * radius,
        border_radius=radius,
        bgcolor=ft.Colors.SURFACE,
        border=ft.Border.all(2, ft.Colors.ON_SURFACE),
        alignment=ft.Alignment.CENTER,
        ignore_interactions=True,
    )


@ft.component
def _web_mark(
    person: Person,
    spoken: str,
    radius: float,
    side: float,
    chosen: bool,
    movable: bool,
    brightness: Brightness,
    text_scale: float,
    hand: Hand,
    *,
    key: str | None = None,
) -> ft.Control:
    mark = ft.Container(
        person_mark(person, 2 * radius, brightness, text_scale),
        width=side,
        height=side,
        border_radius=side / 2 if chosen else None,
        border=ft.Border.all(2.5, ft.Colors.ON_SURFACE) if chosen else None,
        alignment=ft.Alignment.CENTER,
    )
    drawn = tappable(
        f"web-{person.id}",
        spoken,
        partial(hand.tapped, person.id),
        mark,
        selected=chosen,
        line=NO_LINE,
        radius=side / 2,
        width=side,
        height=side,
    )
    return draggable(drawn, hand, person.id) if movable else drawn


WebMark: Callable[..., ft.Control] = ft.memo(_web_mark)  # type: ignore[no-untyped-call]

"""The web, drawn: the person in the middle, everybody where they stand, and the lines to them.

A drag is drawn here and told once, when it ends. Turned, only places and sizes change.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import flet as ft
import flet.canvas as cv

from domain import web
from domain.entries import Person
from domain.sheet import initials
from domain.web import Node, Seen
from views import theme
from views.components.colors import Brightness
from views.components.curves import Curve, Point, straight
from views.components.kit import NO_LINE, tappable
from views.components.map_canvas import FRAME, Hand
from views.components.people import node_in_words
from views.components.person_marks import person_mark
from views.components.strokes import painted
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
    named = len(nodes) <= NAMED
    drawn: list[ft.Control] = []
    for one in seen:
        person = one.node.person
        name = initials(person.name) if as_initials else person.name
        shows_name = named or person.id == chosen
        box = _box(one, middle, scale, width if shows_name else 0)
        node = WebNode(
            person,
            node_in_words(one.node, person.name),
            name if shows_name else "",
            one.node.radius * scale,
            one.y < 0,
            round(box.lean),
            person.id == chosen,
            on_put is not None,
            brightness,
            text_scale,
            hand,
            key=person.id,
        )
        pivot = ft.Alignment(*box.pivot)
        drawn.append(
            ft.Container(
                node, left=box.left, top=box.top, scale=ft.Scale(one.scale, alignment=pivot)
            )
        )
    return ft.Stack(
        [
            ft.Container(
                cv.Canvas(_lines(seen, degrees, middle, scale), width=width, height=height),
                ignore_interactions=True,
            ),
            _me(middle, scale, text_scale),
            *drawn,
        ],
        width=width,
        height=height,
    )


@dataclass(frozen=True, slots=True)
class Box:
    """What a node takes, in pixels: a mark `side` by `side`, `lean` from its left, and a name."""

    left: float
    top: float
    width: float
    lean: float
    side: float
    above: float

    @property
    def pivot(self) -> Point:
        """The middle of the mark, from -1 to 1 in both directions."""
        x, y = self.lean + self.side / 2, self.above + self.side / 2
        return 2 * x / self.width - 1, 2 * y / (self.side + NAME_HEIGHT) - 1


def _box(one: Seen, middle: Point, scale: float, room: float) -> Box:
    """Its mark is where it is seen; the name, where there is `room` for any, stays inside."""
    x, y = middle[0] + one.x * scale, middle[1] + one.y * scale
    side = _side(one.node.radius * scale)
    width = max(side, NAME_WIDTH) if room else side
    left = max(0.0, min(x - width / 2, room - width)) if room else x - width / 2
    lean = min(max(0.0, x - side / 2 - left), width - side)
    above = NAME_HEIGHT if one.y < 0 else 0.0
    return Box(x - side / 2 - lean, y - side / 2 - above, width, lean, side, above)


def _lines(seen: Sequence[Seen], degrees: float, middle: Point, scale: float) -> list[cv.Shape]:
    faint = ft.Paint(
        color=ft.Colors.OUTLINE_VARIANT,
        style=ft.PaintingStyle.STROKE,
        stroke_width=1.25,
        stroke_dash_pattern=[4, 5],
    )
    shapes: list[cv.Shape] = []
    for near in RINGS:
        across, high = (size * scale for size in web.ring_seen(near, degrees))
        oval = cv.Oval(middle[0] - across, middle[1] - high, 2 * across, 2 * high, paint=faint)
        shapes.append(oval)
    for one in seen:
        line = _line(one, middle, scale)
        shapes += painted(strokes(one.node.line, line), ft.Colors.ON_SURFACE_VARIANT)
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
    words = text("me", theme.Face(face.family, face.size * grown, face.height * grown))
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


def _side(radius: float) -> float:
    return max(theme.TOUCH, 2 * radius + 2 * RING)


@ft.component
def _web_node(
    person: Person,
    spoken: str,
    name: str,
    radius: float,
    upper: bool,
    lean: int,
    chosen: bool,
    movable: bool,
    brightness: Brightness,
    text_scale: float,
    hand: Hand,
    *,
    key: str | None = None,
) -> ft.Control:
    side = _side(radius)
    # Names on the web grow to 130 % at most; below it they are told in full size.
    grown = min(1.0, 1.3 / max(1.0, text_scale))
    face = theme.LABEL_MEDIUM
    words = text(
        name,
        theme.Face(face.family, face.size * grown, face.height * grown),
        text_align=ft.TextAlign.CENTER,
        max_lines=1,
        overflow=ft.TextOverflow.ELLIPSIS,
    )
    width = max(side, NAME_WIDTH) if name else side
    label = ft.Container(words, height=NAME_HEIGHT, width=width, alignment=ft.Alignment.CENTER)
    mark = ft.Container(
        person_mark(person, 2 * radius, brightness, text_scale),
        width=side,
        height=side,
        border_radius=side / 2 if chosen else None,
        border=ft.Border.all(2.5, ft.Colors.ON_SURFACE) if chosen else None,
        alignment=ft.Alignment.CENTER,
        margin=ft.Margin.only(left=lean),
    )
    drawn: ft.Control = tappable(
        f"web-{person.id}",
        spoken,
        partial(hand.tapped, person.id),
        ft.Column(
            [label, mark] if upper else [mark, label],
            spacing=0,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.START,
        ),
        selected=chosen,
        line=NO_LINE,
        radius=16,
        alignment=ft.Alignment.TOP_LEFT,
        width=width,
    )
    if movable:
        moved = partial(hand.moved, person.id)
        # Two drags instead of a pan: that would lose to a page that scrolls below a finger.
        drawn = ft.GestureDetector(
            content=drawn,
            drag_interval=FRAME,
            exclude_from_semantics=True,
            on_horizontal_drag_down=hand.touched,
            on_horizontal_drag_update=moved,
            on_horizontal_drag_end=hand.ended,
            on_vertical_drag_down=hand.touched,
            on_vertical_drag_update=moved,
            on_vertical_drag_end=hand.ended,
        )
    return drawn


WebNode: Callable[..., ft.Control] = ft.memo(_web_node)  # type: ignore[no-untyped-call]

"""The map of parts, drawn: shapes that are dragged or tapped, and the lines between them.

A drag is drawn here and told once, when it ends. Only the part that moves and its lines are
computed again meanwhile.
"""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, Final

import flet as ft
import flet.canvas as cv

from domain import part_map
from domain.entries import Part, Relation, RelationKind
from domain.language import trp
from domain.part_map import Placed
from views import theme
from views.components.colors import Brightness
from views.components.curves import Curve
from views.components.kit import NO_LINE, tappable
from views.components.part_shapes import part_mark
from views.components.relation_lines import connecting, strokes
from views.components.strokes import painted
from views.components.titles import face_on_drawing
from views.paper.fonts import STRONG
from views.paper.writing import width as width_of
from views.theme import text

NEAR: Final = 24.0
"""So near to a line is a tap on it."""
NODE: Final = 112.0
"""The widest name."""
ROUND: Final = 6.0
"""What two measures of one name may differ by."""
RING: Final = 5.0
FRAME: Final = 33
"""Milliseconds between two pictures of a drag."""
Line = tuple[RelationKind, Curve]


class Hand:
    """What touches the map; the same one through all drawings, so that they can be compared."""

    def __init__(self) -> None:
        self.tap: Callable[[str], Awaitable[None]] | None = None
        self.drag: Callable[[str, float, float], Any] = max
        self.drop: Callable[[], Awaitable[None]] | None = None
        self._start = ft.Offset(0, 0)

    async def tapped(self, part: str) -> None:
        """A part was tapped."""
        if self.tap is not None:
            await self.tap(part)

    def touched(self, event: ft.DragDownEvent[ft.GestureDetector]) -> None:
        """A drag may begin there."""
        self._start = event.local_position

    def moved(self, part: str, event: ft.DragUpdateEvent[ft.GestureDetector]) -> None:
        """A part was dragged so far. A gesture measures from where its part lay as it began."""
        here, start = event.local_position, self._start
        self.drag(part, here.x - start.x, here.y - start.y)

    async def ended(self) -> None:
        """The drag is over."""
        if self.drop is not None:
            await self.drop()


def draggable(content: ft.Control, hand: Hand, id: str) -> ft.Control:
    """Something that a hand moves about, by its id."""
    moved = partial(hand.moved, id)
    # Two drags instead of a pan: that would lose to a page that scrolls below a finger.
    return ft.GestureDetector(
        content=content,
        drag_interval=FRAME,
        exclude_from_semantics=True,
        on_horizontal_drag_down=hand.touched,
        on_horizontal_drag_update=moved,
        on_horizontal_drag_end=hand.ended,
        on_vertical_drag_down=hand.touched,
        on_vertical_drag_update=moved,
        on_vertical_drag_end=hand.ended,
    )


@ft.component
def MapCanvas(
    shown: Sequence[Placed],
    relations: Sequence[Relation],
    chosen: Sequence[str],
    scale: float,
    brightness: Brightness,
    text_scale: float,
    on_tap: Callable[[str], Awaitable[None]],
    on_line: Callable[[Relation], Any],
    on_move: Callable[[str, float, float], Any] | None,
    *,
    key: str | None = None,
) -> ft.Control:
    """`scale` is pixels for a unit of the map; without `on_move` nothing can be dragged."""
    nothing: tuple[str, float, float] | None = None
    moving, move = ft.use_state(nothing)
    hand: Hand = ft.use_memo(lambda: Hand(), [])
    radius = part_map.radius(len(shown))
    at = {one.part.id: (one.x, one.y) for one in shown}
    if moving is not None and moving[0] in at:
        at[moving[0]] = moving[1:]

    def drag(part: str, dx: float, dy: float) -> None:
        here = next((one for one in shown if one.part.id == part), None)
        if on_move is not None and here is not None:
            move((part, *part_map.kept_in(here.x + dx / scale, here.y + dy / scale, radius)))

    async def drop() -> None:
        if on_move is not None and moving is not None:
            await on_move(*moving)
            move(None)

    hand.tap, hand.drag, hand.drop = on_tap, drag, drop
    lines = [(one, connecting(at[one.one], at[one.other], radius)) for one in relations]
    held = moving[0] if moving is not None else ""
    still = tuple((one.kind, line) for one, line in lines if held not in (one.one, one.other))
    moved = tuple((one.kind, line) for one, line in lines if held in (one.one, one.other))

    def tapped(event: ft.TapEvent[ft.GestureDetector]) -> None:
        if event.local_position is not None:
            point = event.local_position.x / scale, event.local_position.y / scale
            near = min(lines, key=lambda one: one[1].distance(point), default=None)
            if near is not None and near[1].distance(point) <= NEAR:
                on_line(near[0])

    width, height = part_map.WIDTH * scale, part_map.HEIGHT * scale
    floor = ft.GestureDetector(
        on_tap_up=tapped,
        exclude_from_semantics=True,
        content=ft.Container(width=width, height=height),
    )
    nodes = [
        MapNode(
            one.part,
            *at[one.part.id],
            scale,
            radius,
            one.part.id in chosen,
            on_move is not None,
            brightness,
            text_scale,
            hand,
            key=one.part.id,
        )
        for one in shown
    ]
    return ft.Stack(
        [
            floor,
            _middle(scale),
            Lines(still, scale, key="still"),
            Lines(moved, scale, key="moved"),
            *nodes,
        ],
        width=width,
        height=height,
    )


def _middle(scale: float) -> ft.Control:
    radius = part_map.MIDDLE_RADIUS * scale
    x, y = part_map.MIDDLE
    return ft.Container(
        ft.Semantics(
            exclude_semantics=True,
            content=text(trp("the person, in the middle", "me"), theme.TITLE_MEDIUM),
        ),
        left=x * scale - radius,
        top=y * scale - radius,
        width=2 * radius,
        height=2 * radius,
        border_radius=radius,
        bgcolor=ft.Colors.SURFACE,
        border=ft.Border.all(1.5, ft.Colors.OUTLINE_VARIANT),
        alignment=ft.Alignment.CENTER,
        ignore_interactions=True,
    )


@ft.component
def _lines(lines: Sequence[Line], scale: float, *, key: str | None = None) -> ft.Control:
    shapes = [
        shape
        for kind, line in lines
        for shape in painted(strokes(kind, line.scaled(scale)), ft.Colors.ON_SURFACE_VARIANT)
    ]
    drawn = cv.Canvas(shapes, width=part_map.WIDTH * scale, height=part_map.HEIGHT * scale)
    return ft.Container(drawn, ignore_interactions=True)


@ft.component
def _node(
    part: Part,
    x: float,
    y: float,
    scale: float,
    radius: float,
    chosen: bool,
    movable: bool,
    brightness: Brightness,
    text_scale: float,
    hand: Hand,
    *,
    key: str | None = None,
) -> ft.Control:
    # Room for the ring around the one that is chosen, which would cut off the shape's corners.
    size = max(theme.TOUCH, 2 * radius * scale) + 2 * RING
    face = theme.LABEL_LARGE if radius > part_map.SMALLEST + 4 else theme.LABEL_SMALL_STRONG
    widest = NODE * radius / part_map.LARGEST * scale
    face = face_on_drawing(part.name, widest - ROUND, text_scale, face)
    # No wider than what is drawn: whatever is beside it belongs to others.
    said = text_scale * width_of(part.name, STRONG, face.size) + ROUND
    width = max(size, min(said, widest))
    name = text(
        part.name,
        face,
        text_align=ft.TextAlign.CENTER,
        max_lines=1,
        overflow=ft.TextOverflow.ELLIPSIS,
    )
    mark = ft.Container(
        part_mark(part, 2 * radius * scale, brightness),
        width=size,
        height=size,
        border_radius=16 if chosen else None,
        border=ft.Border.all(2.5, ft.Colors.ON_SURFACE) if chosen else None,
        alignment=ft.Alignment.CENTER,
    )
    drawn: ft.Control = tappable(
        f"map-{part.id}",
        part.name,
        partial(hand.tapped, part.id),
        ft.Column(
            [mark, name],
            spacing=0,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        selected=chosen,
        line=NO_LINE,
        radius=16,
        alignment=ft.Alignment.TOP_CENTER,
        width=width,
    )
    if movable:
        drawn = draggable(drawn, hand, part.id)
    return ft.Container(drawn, left=x * scale - width / 2, top=y * scale - size / 2)


Lines: Callable[..., ft.Control] = ft.memo(_lines)  # type: ignore[no-untyped-call]
MapNode: Callable[..., ft.Control] = ft.memo(_node)  # type: ignore[no-untyped-call]

"""The mood pad, its twin of two rows, and the small square that stands for an entry."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

import flet as ft
import flet.canvas as cv

from domain import steps
from domain.entries import STEPS, Answer, CheckIn
from domain.language import N_, tr
from domain.looking_back.diary import Measure
from domain.steps import ends_of
from views import theme
from views.components.colors import Brightness, cell_color, mark_color
from views.components.scales import GAP, Scale, Tile
from views.state import State
from views.theme import text

ROWS: Final[dict[Measure, tuple[str, str, Callable[[int], str]]]] = {
    "pleasantness": (
        N_("How it feels"),
        N_("How it feels {step} of {steps}, {words}"),
        steps.ease,
    ),
    "energy": (
        N_("Energy"),
        N_("Energy {step} of {steps}, {words}"),
        steps.energy,
    ),
}
"""For each: its title, what is spoken of a tile, and the words for its steps."""
PAD_MAX = 392.0
ROW_TILE = 56
ARROWS = {
    "Arrow Left": (-1, 0),
    "Arrow Right": (1, 0),
    "Arrow Up": (0, 1),
    "Arrow Down": (0, -1),
}


def cell_in_words(pleasantness: int, energy: int) -> str:
    """What a screen reader says for a cell."""
    return tr(
        "Energy {energy} of {steps}, {energy_words}. Feels {ease} of {steps}, {ease_words}.",
        energy=energy,
        energy_words=steps.energy(energy),
        ease=pleasantness,
        ease_words=steps.ease(pleasantness),
        steps=STEPS,
    )


def mood_in_words(one: CheckIn) -> str:
    """What a screen reader says for the mood of an entry; empty where none was answered."""
    if one.place:
        return cell_in_words(*one.place)
    said = [
        tr(known if isinstance(value, int) else unknown, step=value, steps=STEPS)
        for value, known, unknown in (
            (one.energy, N_("Energy {step} of {steps}."), N_("Energy: can't tell.")),
            (one.pleasantness, N_("Feels {step} of {steps}."), N_("Feels: can't tell.")),
        )
        if value is not None
    ]
    return " ".join(said)


def mood_question(
    state: State, one: CheckIn | None, on_answer: Callable[..., Any], key: str, beside: bool = False
) -> ft.Control:
    """The pad, or two rows where that was chosen or the pad has no room.

    `on_answer(pleasantness=…, energy=…)`, one of them or both; in a wide window it stands in the
    left pane, or `beside` it.
    """
    pleasantness, energy = (one.pleasantness, one.energy) if one else (None, None)
    if state.two_rows:
        return two_rows(pleasantness, energy, on_answer, state.brightness)
    room = state.width - 2 * theme.margin(state.width)
    if state.wide:
        room = (theme.in_right_pane if beside else theme.in_left_pane)(state.width)
    pad = MoodPad(
        pleasantness,
        energy,
        state.problem is None,
        on_answer,
        state.brightness,
        min(PAD_MAX, room),
        state.large,
        key=key,
    )
    return ft.Row([pad], alignment=ft.MainAxisAlignment.CENTER)


@ft.component
def MoodPad(
    pleasantness: Answer,
    energy: Answer,
    saved: bool,
    on_answer: Callable[..., Any],
    brightness: Brightness,
    size: float,
    large: bool,
    *,
    key: str | None = None,
) -> ft.Control:
    """The 7 x 7 pad: `on_answer(pleasantness=…, energy=…)`. One stop for the keyboard: arrows move,
    Enter answers. `saved` False draws the mark as an outline only."""
    place = (pleasantness, energy)
    cursor, set_cursor = ft.use_state((0, 0))
    middle = (STEPS + 1) // 2
    x, y = (value if isinstance(value, int) else middle for value in place)

    async def pressed(event: ft.KeyDownEvent | ft.KeyRepeatEvent) -> None:
        if event.key in ARROWS:
            dx, dy = ARROWS[event.key]
            set_cursor(lambda at: (_inside((at[0] or x) + dx), _inside((at[1] or y) + dy)))
        elif event.key == "Tab":
            set_cursor((0, 0))
        elif event.key in ("Enter", "Space", " ") and all(cursor):
            await on_answer(pleasantness=cursor[0], energy=cursor[1])

    def released(event: ft.KeyUpEvent) -> None:
        # Let go of here, it was pressed elsewhere: the keyboard has just come in.
        if event.key == "Tab":
            set_cursor((x, y))

    touch = size / STEPS
    rows: list[ft.Control] = [
        ft.Row(
            [
                _cell(
                    x,
                    y,
                    touch,
                    (x, y) == place,
                    saved,
                    (x, y) == cursor,
                    on_answer,
                    brightness,
                )
                for x in range(1, STEPS + 1)
            ],
            spacing=0,
            tight=True,
        )
        for y in range(STEPS, 0, -1)
    ]
    grid = ft.Semantics(
        identifier="pad",
        label=tr("Check-in pad. Energy rises upwards, ease to the right."),
        container=True,
        content=ft.KeyboardListener(
            on_key_down=pressed,
            on_key_repeat=pressed,
            on_key_up=released,
            content=ft.Column(rows, spacing=0, tight=True),
        ),
    )
    above, below = _axis(large)
    return ft.Column(
        [above, grid, below],
        spacing=6,
        width=size,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _inside(step: int) -> int:
    return min(STEPS, max(1, step))


def _axis(large: bool) -> tuple[ft.Control, ft.Control]:
    high = _word(ft.Icons.NORTH_ROUNDED, tr("high energy"))
    low = _word(ft.Icons.SOUTH_ROUNDED, tr("low energy"))
    to_left, to_right = ends_of("pleasantness")
    hard = _word(ft.Icons.WEST_ROUNDED, to_left)
    easy = _word(ft.Icons.EAST_ROUNDED, to_right, after=True)
    between = ft.MainAxisAlignment.SPACE_BETWEEN
    if large:
        return ft.Column([high, low], spacing=4), ft.Row([hard, easy], alignment=between)
    centre = ft.MainAxisAlignment.CENTER
    return ft.Row([high], alignment=centre), ft.Row([hard, low, easy], alignment=between)


def _word(icon: ft.IconData, word: str, after: bool = False) -> ft.Control:
    parts: list[ft.Control] = [
        ft.Icon(icon, size=16, color=ft.Colors.ON_SURFACE_VARIANT),
        text(word, theme.BODY_SMALL, ft.Colors.ON_SURFACE_VARIANT),
    ]
    row = ft.Row(parts[::-1] if after else parts, spacing=4, tight=True)
    return ft.Semantics(exclude_semantics=True, content=row)


def _cell(
    x: int,
    y: int,
    touch: float,
    chosen: bool,
    saved: bool,
    at_cursor: bool,
    on_answer: Callable[..., Any],
    brightness: Brightness,
) -> ft.Control:
    fill = cell_color(x, y, brightness)
    mark = mark_color(fill)

    async def tapped() -> None:
        await on_answer(pleasantness=x, energy=y)

    dot = ft.Container(
        width=13,
        height=13,
        border_radius=7,
        bgcolor=mark if saved else None,
        border=None if saved else ft.Border.all(2, mark),
    )
    line: ft.Border | None = None
    if chosen:
        line = ft.Border.all(3, mark)
    elif at_cursor:
        line = ft.Border.all(2, mark)
    size = touch - GAP * (STEPS - 1) / STEPS
    drawing = ft.Container(
        dot if chosen else None,
        width=size,
        height=size,
        bgcolor=fill,
        border_radius=size * 0.28,
        border=line,
        alignment=ft.Alignment.CENTER,
    )
    # The gaps belong to what is touched, as much of them to each cell.
    middle = (STEPS + 1) / 2
    at = ft.Alignment((x - middle) / (middle - 1), (middle - y) / (middle - 1))
    # A gesture and no ink: 49 stops on the way to the next control would be no help to a keyboard.
    return ft.Semantics(
        identifier=f"pad-{x}-{y}",
        label=cell_in_words(x, y),
        button=True,
        selected=chosen,
        content=ft.GestureDetector(
            on_tap=tapped,
            content=ft.Container(
                drawing,
                width=touch,
                height=touch,
                # Without a colour nothing would be hit beside the drawing.
                bgcolor=ft.Colors.TRANSPARENT,
                alignment=at,
            ),
        ),
    )


def two_rows(
    pleasantness: Answer, energy: Answer, on_answer: Callable[..., Any], brightness: Brightness
) -> ft.Control:
    """The same two questions as rows of seven, each answered on its own."""
    return ft.Semantics(
        identifier="two-rows",
        container=True,
        content=ft.Column(
            [
                _row("pleasantness", pleasantness, on_answer, brightness),
                _row("energy", energy, on_answer, brightness),
            ],
            spacing=16,
        ),
    )


def _row(
    axis: Measure, value: Answer, on_answer: Callable[..., Any], brightness: Brightness
) -> ft.Control:
    async def tapped(step: int) -> None:
        await on_answer(**{axis: step})

    title, spoken, words = ROWS[axis]
    middle = (STEPS + 1) // 2
    tiles: list[Tile] = []
    for step in range(1, STEPS + 1):
        cell = (step, middle) if axis == "pleasantness" else (middle, step)
        fill = cell_color(*cell, brightness)
        ink = mark_color(fill)
        tiles.append(
            Tile(
                f"{axis}-{step}",
                tr(spoken, step=step, steps=STEPS, words=words(step)),
                partial(tapped, step),
                text(str(step), theme.LABEL_LARGE, ink),
                fill,
                # The number's ink may be that of what is around the tile.
                ft.BorderSide(3, ft.Colors.ON_SURFACE) if step == value else None,
            )
        )
    return ft.Column(
        [text(tr(title), theme.LABEL_LARGE), Scale(tiles, ROW_TILE, ends_of(axis))], spacing=4
    )


def entry_square(one: CheckIn, brightness: Brightness, size: float = 38) -> ft.Control:
    """The cell's colour with a dot at its place; "?" for can't tell; a ring when added later."""
    if not one.has_mood:
        return ft.Container(
            ft.Icon(ft.Icons.NOTES_OUTLINED, size=22, color=ft.Colors.ON_SURFACE_VARIANT),
            width=size,
            height=size,
            alignment=ft.Alignment.CENTER,
        )
    if one.place is None:
        return _unsure_square(one, size)
    fill = cell_color(*one.place, brightness)
    look: dict[str, Any] = {"bgcolor": fill}
    mark = mark_color(fill)
    if one.recalled:
        look, mark = {"border": ft.Border.all(4, fill)}, "onSurface"
    x, y, radius = dot(*one.place, size)
    return ft.Container(
        cv.Canvas([cv.Circle(x, y, radius, paint=ft.Paint(color=mark))], width=size, height=size),
        width=size,
        height=size,
        border_radius=size * 0.28,
        **look,
    )


def dot(pleasantness: int, energy: int, size: float) -> tuple[float, float, float]:
    """Centre x, y and radius of the mark inside an entry's square of `size`."""
    inner = size * 0.56
    x = size * 0.22 + (pleasantness - 1) / (STEPS - 1) * inner
    y = size * 0.22 + (STEPS - energy) / (STEPS - 1) * inner
    return x, y, size * 0.12


def _unsure_square(one: CheckIn, size: float) -> ft.Control:
    known = [value for value in (one.pleasantness, one.energy) if isinstance(value, int)]
    return ft.Stack(
        [
            cv.Canvas(
                [
                    cv.Rect(
                        1,
                        1,
                        size - 2,
                        size - 2,
                        border_radius=size * 0.28,
                        paint=ft.Paint(
                            color=ft.Colors.OUTLINE,
                            stroke_width=1.5,
                            style=ft.PaintingStyle.STROKE,
                            stroke_dash_pattern=[4, 4],
                        ),
                    )
                ],
                width=size,
                height=size,
            ),
            ft.Container(
                text(
                    str(known[0]) if known else "?", theme.TITLE_SMALL, ft.Colors.ON_SURFACE_VARIANT
                ),
                width=size,
                height=size,
                alignment=ft.Alignment.CENTER,
            ),
        ],
        width=size,
        height=size,
    )

"""Seven steps to tap, from one end to the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import flet as ft

from domain.entries import STEPS
from views import theme
from views.components.kit import quiet, tappable
from views.state import State, use_state_of_app

GAP: Final = 4
SHORT: Final = (STEPS + 1) // 2
"""The steps of a line where there are two; the second has one less, at its end."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A step: its identifier, what is spoken, what a tap does, its drawing and its colours."""

    identifier: str
    spoken: str
    on_tap: Callable[..., Any]
    drawing: ft.Control
    fill: ft.ColorValue
    line: ft.BorderSide | None = None
    """Around the one that was chosen."""


def scale_width(state: State) -> float:
    """The room for seven things beside each other, in whichever pane."""
    if not state.wide:
        return state.width - 2 * theme.margin(state.width)
    return theme.in_right_pane(state.width)


def in_one_line(state: State) -> bool:
    """Whether seven things to touch have room beside each other."""
    return scale_width(state) >= theme.PAD_MIN


@ft.component
def Scale(
    tiles: Sequence[Tile],
    height: float,
    ends: tuple[str, str] | None = None,
    between: ft.Control | None = None,
    large: bool = False,
) -> ft.Control:
    """The seven tiles in one line, or in two; below them their `ends`, and what is `between`.

    In two lines each end stands beside its own tile; where text is `large` nothing is between.
    """
    low, high = map(quiet, ends or ("", ""))
    apart = ft.MainAxisAlignment.SPACE_BETWEEN
    lines: list[ft.Control]
    if in_one_line(use_state_of_app()):
        lines = [_line(tiles, STEPS, height)]
        inside = [between] if between and not large else []
        below: list[ft.Control] = [ft.Row([low, *inside, high], alignment=apart)]
        if between and large:
            below.append(ft.Row([between]))
    else:
        lines = [_line(tiles[:SHORT], SHORT, height), _line(tiles[SHORT:], SHORT, height)]
        if ends:
            lines.insert(0, ft.Row([low]))
        below = [ft.Row([high], alignment=ft.MainAxisAlignment.END)]
        if between:
            below.append(ft.Row([between]))
    return ft.Column([*lines, *(below if ends else [])], spacing=GAP)


def _line(tiles: Sequence[Tile], room: int, height: float) -> ft.Control:
    """Tiles at the end of a line that has room for so many."""
    first = room - len(tiles)
    empty = [ft.Container(expand=True) for _ in range(first)]
    return ft.Row(
        [*empty, *(_tile(tile, place, room, height) for place, tile in enumerate(tiles, first))],
        spacing=0,
    )


def _tile(tile: Tile, place: int, room: int, height: float) -> ft.Control:
    # The gaps belong to what is touched: as much of them to each tile of a line.
    before, after = (GAP * many / room for many in (place, room - 1 - place))
    whole = tappable(
        tile.identifier,
        tile.spoken,
        tile.on_tap,
        ft.Container(
            tile.drawing,
            height=height,
            bgcolor=tile.fill,
            border=ft.Border.all(side=tile.line) if tile.line else None,
            border_radius=16,
            alignment=ft.Alignment.CENTER,
        ),
        selected=tile.line is not None,
        height=height,
        padding=ft.Padding.only(left=before, right=after),
        alignment=ft.Alignment.CENTER,
    )
    whole.expand = True
    return whole

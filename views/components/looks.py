"""Choosing what stands for a part or for somebody: tiles with a drawing each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import flet as ft

from views.components.kit import tappable

TILE: Final = 56


@dataclass(frozen=True, slots=True)
class Look:
    """One to choose: its identifier, what is spoken, its value, its drawing."""

    identifier: str
    label: str
    value: str
    drawing: ft.Control


def looks(some: Sequence[Look], chosen: str, on_choose: Callable[[Any], Any]) -> ft.Control:
    """Tiles side by side, one of them chosen."""
    return ft.Row(
        [_tile(one, one.value == chosen, on_choose) for one in some],
        wrap=True,
        spacing=8,
        run_spacing=8,
    )


def _tile(look: Look, chosen: bool, on_choose: Callable[[Any], Any]) -> ft.Control:
    return tappable(
        look.identifier,
        look.label,
        partial(on_choose, look.value),
        look.drawing,
        selected=chosen,
        width=TILE,
        height=TILE,
        fill=ft.Colors.SURFACE_CONTAINER_LOWEST if chosen else ft.Colors.SURFACE_CONTAINER,
        line=ft.BorderSide(2.5, ft.Colors.ON_SURFACE) if chosen else None,
        alignment=ft.Alignment.CENTER,
    )

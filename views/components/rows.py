"""Rows: to switch something, to go somewhere, to choose one of some."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import flet as ft

from domain.language import in_turn
from views import theme
from views.components.frame import card_width
from views.components.kit import Tap, card, divider, quiet, stacked, tappable
from views.components.titles import face_of
from views.state import use_state_of_app
from views.theme import text

SHORT_LABEL = 9
SWITCH = 52
ICON = 24
GAP = 16


def switch_row(
    identifier: str,
    label: str,
    value: bool,
    on_change: Tap,
    icon: ft.IconData | None = None,
    state: str = "",
    spoken: str = "",
) -> ft.MergeSemantics:
    """A row of 64 that turns something on or off, all of it tappable; `state` is a second line.

    It is heard as `spoken`, where its words tell too little by themselves.
    """
    return tappable(
        identifier,
        spoken or in_turn(label, state),
        on_change,
        _line(label, state, icon, _switch(value), SWITCH, below=True),
        toggled=value,
        padding=ft.Padding.symmetric(vertical=7 if state else 16),
        radius=12,
        roomy=True,
    )


def _switch(on: bool) -> ft.Control:
    # Drawn, as Flet's own would be a second stop for the keyboard inside the row.
    thumb = ft.Container(
        ft.Icon(ft.Icons.CHECK_ROUNDED, size=16, color=ft.Colors.PRIMARY) if on else None,
        width=24 if on else 16,
        height=24 if on else 16,
        border_radius=12,
        bgcolor=ft.Colors.ON_PRIMARY if on else ft.Colors.OUTLINE,
        alignment=ft.Alignment.CENTER,
    )
    return ft.Container(
        thumb,
        width=SWITCH,
        height=32,
        border_radius=16,
        bgcolor=ft.Colors.PRIMARY if on else ft.Colors.SURFACE_CONTAINER_HIGHEST,
        border=None if on else ft.Border.all(2, ft.Colors.OUTLINE),
        padding=ft.Padding.symmetric(horizontal=4 if on else 6),
        alignment=ft.Alignment.CENTER_RIGHT if on else ft.Alignment.CENTER_LEFT,
    )


def row_button(
    identifier: str,
    label: str,
    on_tap: Tap,
    *,
    icon: ft.IconData | None = None,
    state: str = "",
    end: ft.IconData = ft.Icons.CHEVRON_RIGHT_ROUNDED,
) -> ft.MergeSemantics:
    """A row of 64 that leads somewhere, with one line of state under its title."""
    return tappable(
        identifier,
        in_turn(label, state),
        on_tap,
        _line(label, state, icon, ft.Icon(end, color=ft.Colors.ON_SURFACE_VARIANT), ICON),
        padding=ft.Padding.symmetric(vertical=11 if state else 20),
        radius=12,
        roomy=True,
    )


@ft.component
def _line(
    label: str,
    line: str,
    icon: ft.IconData | None,
    end: ft.Control,
    end_width: float,
    *,
    below: bool = False,
) -> ft.Control:
    """Words between an icon and an end; large ones have the icon's room, and that of an end that
    may stand `below`."""
    state = use_state_of_app()
    soft = ft.Colors.ON_SURFACE_VARIANT
    mark = [] if icon is None or state.large else [ft.Icon(icon, color=soft)]
    beside = [] if below and state.large else [end]
    room = card_width(state) - len(mark) * (ICON + GAP) - len(beside) * (end_width + GAP)
    face = face_of(label, room, state.text_scale, theme.BODY_LARGE)
    words: list[ft.Control] = [text(label, face), *([quiet(line)] if line else [])]
    row = ft.Row([*mark, stacked(words), *beside], spacing=GAP)
    return row if beside else ft.Column([row, end], spacing=8)


def rows(*controls: ft.Control) -> ft.Control:
    """A card of rows, a line between each and the next."""
    lined = [one for row in controls for one in (divider(), row)][1:]
    return card(*lined, padding=ft.Padding.symmetric(horizontal=20, vertical=4))


def segments(
    options: Sequence[tuple[str, str]],
    chosen: str,
    on_choose: Callable[[str], Any],
    large: bool,
    about: str = "",
) -> ft.Control:
    """One of some, (identifier, label) each; nothing is chosen where `chosen` is none of them.

    Side by side in a track; below each other where text is large. `about` is spoken before each.
    """
    tiles: list[ft.Control] = []
    for identifier, label in options:
        on = identifier == chosen
        face = theme.BODY_MEDIUM_STRONG if on else theme.BODY_MEDIUM
        ink = ft.Colors.ON_SURFACE if on else ft.Colors.ON_SURFACE_VARIANT
        words = text(label, face, ink, text_align=ft.TextAlign.CENTER)
        short = len(label) <= SHORT_LABEL or large
        mark = [ft.Icon(ft.Icons.CHECK_ROUNDED, size=20, color=ink)] if on and short else []
        tile = tappable(
            identifier,
            f"{about}: {label}" if about else label,
            partial(on_choose, identifier),
            ft.Row(
                [*mark, words],
                spacing=6,
                alignment=ft.MainAxisAlignment.CENTER,
                tight=True,
                wrap=True,
            ),
            selected=on,
            fill=ft.Colors.SURFACE_CONTAINER_LOWEST if on else None,
            line=ft.BorderSide(1.5, ft.Colors.OUTLINE) if on else None,
            radius=17,
            padding=ft.Padding.symmetric(horizontal=4, vertical=12.5),
            alignment=ft.Alignment.CENTER,
        )
        if not large:
            tile.expand = True
        tiles.append(tile)
    track = (
        ft.Column(tiles, spacing=4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
        if large
        else ft.Row(tiles, spacing=4)
    )
    return ft.Container(track, bgcolor=ft.Colors.SURFACE_CONTAINER, border_radius=20, padding=4)

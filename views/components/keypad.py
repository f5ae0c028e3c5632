"""Ten digits to tap, and a dot for each that was."""

from functools import partial

import flet as ft

from domain.language import tr, trn
from views import theme
from views.components.kit import Tap, icon_button, tappable

KEY_HEIGHT = 72
KEY_WIDTH = 94
DOTS_MIN = 4
DOTS_MAX = 12
"""More digits can be typed: their dots would need a second row."""


def dots(count: int) -> ft.Control:
    """A dot for each digit; four places at least."""
    shown = min(count, DOTS_MAX)
    marks: list[ft.Control] = [
        ft.Container(
            width=16,
            height=16,
            border_radius=8,
            bgcolor=ft.Colors.ON_SURFACE if place < shown else None,
            border=None if place < shown else ft.Border.all(2, ft.Colors.OUTLINE),
        )
        for place in range(max(DOTS_MIN, shown))
    ]
    return ft.Semantics(
        identifier="digits",
        label=trn("{n} digit typed", "{n} digits typed", count),
        container=True,
        # None typed is nothing to say, least of all as the screen comes.
        live_region=count > 0,
        content=ft.Row(marks, spacing=14, alignment=ft.MainAxisAlignment.CENTER, wrap=True),
    )


def keypad(on_digit: Tap, on_back: Tap, first: ft.Control | None = None) -> ft.Control:
    """The digits, and a key that takes the last one back.

    `first` stands left of the zero.
    """
    rows: list[list[ft.Control]] = [
        [_key(str(3 * row + place), on_digit) for place in (1, 2, 3)] for row in range(3)
    ]
    back = icon_button(
        "digit-back",
        tr("Take the last digit back"),
        ft.Icons.BACKSPACE_OUTLINED,
        on_back,
        ft.Colors.ON_SURFACE,
    )
    rows.append([_room(first), _key("0", on_digit), _room(back)])
    return ft.Column(
        [
            ft.Row(list(row), spacing=10, alignment=ft.MainAxisAlignment.CENTER, tight=True)
            for row in rows
        ],
        spacing=10,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )


def _room(content: ft.Control | None) -> ft.Control:
    return ft.Container(content, width=KEY_WIDTH, height=KEY_HEIGHT, alignment=ft.Alignment.CENTER)


def _key(digit: str, on_digit: Tap) -> ft.Control:
    return tappable(
        f"digit-{digit}",
        digit,
        partial(on_digit, digit),
        # It would leave its key at twice its size.
        ft.Text(
            digit,
            style=theme.text_style(theme.HEADLINE_SMALL, ft.Colors.ON_SURFACE),
            no_wrap=True,
        ),
        fill=ft.Colors.SURFACE_CONTAINER,
        radius=24,
        width=KEY_WIDTH,
        height=KEY_HEIGHT,
        alignment=ft.Alignment.CENTER,
        key=f"key-{digit}",
    )

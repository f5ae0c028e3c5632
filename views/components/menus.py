"""A menu: a round icon that opens a list of things to do."""

import asyncio
from collections.abc import Sequence
from functools import partial

import flet as ft

from views import theme
from views.components.kit import Tap
from views.theme import text

LEAVING = 0.3
Choice = tuple[str, str, ft.IconData, Tap]
"""An identifier, its words, an icon, and what a tap on it does."""


def menu(identifier: str, label: str, icon: ft.IconData, choices: Sequence[Choice]) -> ft.Control:
    """A round icon that opens a list of things to do."""
    return ft.Semantics(
        identifier=identifier,
        label=label,
        container=True,
        content=ft.PopupMenuButton(
            content=ft.Container(
                ft.Icon(icon, color=ft.Colors.ON_SURFACE_VARIANT),
                width=theme.TOUCH,
                height=theme.TOUCH,
                alignment=ft.Alignment.CENTER,
            ),
            padding=0,
            tooltip=label,
            bgcolor=ft.Colors.SURFACE_CONTAINER_LOWEST,
            elevation=0,
            shape=ft.RoundedRectangleBorder(
                radius=20, side=ft.BorderSide(1.5, ft.Colors.OUTLINE_VARIANT)
            ),
            items=[_choice(*one) for one in choices],
            on_open=partial(_menu_is_open, True),
            on_select=partial(_menu_is_open, False),
            on_cancel=_menu_was_left,
        ),
    )


def menu_is_open() -> bool:
    """Whether a menu is open, or was left by the key that is being pressed."""
    return bool(ft.context.page.session.store.get("menu"))


def _menu_is_open(open: bool) -> None:
    ft.context.page.session.store.set("menu", open)


async def _menu_was_left() -> None:
    # The key that closes a menu is told to the page as well, before this or after it.
    store = ft.context.page.session.store
    await asyncio.sleep(LEAVING)
    store.set("menu", False)


def _choice(identifier: str, label: str, icon: ft.IconData, on_tap: Tap) -> ft.PopupMenuItem:
    return ft.PopupMenuItem(
        content=ft.Semantics(
            identifier=identifier,
            label=label,
            content=ft.Semantics(
                exclude_semantics=True,
                content=ft.Row(
                    [
                        ft.Icon(icon, color=ft.Colors.ON_SURFACE_VARIANT),
                        ft.Container(text(label), expand=True),
                    ],
                    spacing=12,
                ),
            ),
        ),
        height=theme.TOUCH,
        on_click=on_tap,
    )

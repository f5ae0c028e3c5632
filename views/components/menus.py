"""A menu: a round icon that opens a list of things to do; Esc closes it and leaves no screen."""

import asyncio
from collections.abc import Sequence
from functools import partial

import flet as ft

from views import theme
from views.components.back import OVER
from views.components.kit import Tap, icon_to_touch
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
            content=icon_to_touch(icon, label),
            padding=0,
            # Without words of ours it would have Flutter's.
            tooltip="",
            bgcolor=ft.Colors.SURFACE_CONTAINER_LOWEST,
            elevation=0,
            shape=ft.RoundedRectangleBorder(
                radius=20, side=ft.BorderSide(1.5, ft.Colors.OUTLINE_VARIANT)
            ),
            items=[_choice(*one) for one in choices],
            on_open=partial(_is_over, True),
            on_select=partial(_is_over, False),
            on_cancel=_was_left,
        ),
    )


def closes_itself() -> bool:
    """Whether a menu or a picker is open, or was left by the key that is being pressed."""
    return bool(ft.context.page.session.store.get(OVER))


def use_over(is_open: bool) -> None:
    """A hook: while something is open that Esc closes by itself, Esc leaves no screen."""
    was_open = ft.use_ref(False)

    async def changed() -> None:
        before, was_open.current = was_open.current, is_open
        if is_open:
            _is_over(True)
        elif before:
            await _was_left()

    ft.use_effect(changed, [is_open])


def _is_over(over: bool) -> None:
    ft.context.page.session.store.set(OVER, over)


async def _was_left() -> None:
    # The key that closes it is told to the page as well, before this or after it.
    store = ft.context.page.session.store
    await asyncio.sleep(LEAVING)
    store.set(OVER, False)


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

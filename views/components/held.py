"""A button that is held before it does anything."""

import asyncio
from typing import Any, Final

import flet as ft

from domain.language import tr
from views import theme
from views.theme import text

HOLD: Final = 2.0
"""So many seconds."""


@ft.component
def Held(
    identifier: str,
    label: str,
    words: str,
    ripe_words: str,
    on_held: Any,
    *,
    key: str | None = None,
) -> ft.Control:
    """A button that acts when it is let go after two seconds, and not before.

    `label` is spoken and names another way: assistive technology can't hold. `ripe_words` show
    once letting go acts.
    """
    shown, show = ft.use_state("")
    timer: Any = ft.use_ref(None)
    ripe = ft.use_ref(False)

    def ripen() -> None:
        ripe.current = True
        show(ripe_words)

    def stop() -> None:
        if timer.current:
            timer.current.cancel()
        ripe.current = False

    def press() -> None:
        stop()
        timer.current = asyncio.get_running_loop().call_later(HOLD, ripen)
        show(tr("Keep holding …"))

    def leave() -> None:
        stop()
        show("")

    async def let_go() -> None:
        was_ripe = ripe.current
        leave()
        if was_ripe:
            await on_held()

    ft.use_effect(lambda: None, [], cleanup=stop)
    return ft.Semantics(
        identifier=identifier,
        label=label,
        container=True,
        content=ft.GestureDetector(
            on_long_press_down=press,
            on_long_press_cancel=leave,
            on_long_press_end=let_go,
            exclude_from_semantics=True,
            content=ft.Semantics(exclude_semantics=True, content=_face(shown or words)),
        ),
    )


def _face(words: str) -> ft.Control:
    ink = ft.Colors.ON_ERROR_CONTAINER
    return ft.Container(
        text(words, theme.LABEL_LARGE, ink, text_align=ft.TextAlign.CENTER),
        bgcolor=ft.Colors.ERROR_CONTAINER,
        border_radius=20,
        padding=20,
        alignment=ft.Alignment.CENTER,
    )

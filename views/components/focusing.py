"""Where the keyboard goes back to, when what was opened with it is closed."""

import asyncio
from contextlib import suppress
from typing import Any, Final

import flet as ft

KEY: Final = "key"
OPENER: Final = "opener"
SOME_FRAMES: Final = 0.25
"""Seconds in which the client has drawn that what lies below can be used again."""
PRESSES: Final = ("Enter", "Numpad Enter", " ", "Space")


def hear(page: ft.Page, control_id: int, event_name: str, data: Any) -> None:
    """Remember which control was pressed last, where a key did that: nothing after a finger."""
    store = page.session.store
    if event_name == "keyboard_event":
        store.set(KEY, data["key"])
    elif event_name == "click":
        store.set(OPENER, control_id if store.get(KEY) in PRESSES else None)
        store.set(KEY, None)


def use_return(is_open: bool) -> None:
    """A hook: when what is open closes, the keyboard is on what opened it, if it still is there."""
    page = ft.context.page
    opener: ft.MutableRef[int | None] = ft.use_ref(None)

    async def turn() -> None:
        if is_open:
            opener.current = page.session.store.get(OPENER)
            return
        id, opener.current = opener.current, None
        if id is None:
            return
        # Until then it takes no focus, and the client tells of no frame.
        await asyncio.sleep(SOME_FRAMES)
        there = page.get_control(id)
        if isinstance(there, ft.TextButton):
            with suppress(RuntimeError, TimeoutError):
                await there.focus()  # type: ignore[no-untyped-call]

    ft.use_effect(turn, [is_open])

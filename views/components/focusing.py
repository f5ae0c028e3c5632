"""Where the keyboard goes back to, when what was opened with it is closed."""

from contextlib import suppress
from typing import Any, Final

import flet as ft

KEY: Final = "key"
OPENER: Final = "opener"
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
        there = page.get_control(id) if id is not None else None
        if isinstance(there, ft.TextButton):
            with suppress(RuntimeError, TimeoutError):
                await there.focus()  # type: ignore[no-untyped-call]

    ft.use_effect(turn, [is_open])

"""A field of an entry: what is typed is kept in the entry as it is typed."""

from collections.abc import Awaitable, Callable

import flet as ft

from views.components.fields import field
from views.components.newest import use_newest


@ft.component
def Writing(
    identifier: str,
    label: str,
    words: str,
    on_words: Callable[[str], Awaitable[object]],
    lines: int = 6,
    hint: str | None = None,
    icon: ft.IconData | None = None,
    at_least: int = 1,
    *,
    key: str | None = None,
) -> ft.Control:
    """`words` are those that were kept; on the screen stay those that were typed."""
    typed, set_typed, newest = use_newest(words)
    keeping = ft.use_ref(False)

    async def change(event: ft.Event[ft.TextField]) -> None:
        set_typed(event.control.value)
        if keeping.current:
            return
        keeping.current = True
        kept = None
        try:
            # Letters come faster than they are kept and shown: of several only the newest.
            while kept != newest():
                kept = newest()
                await on_words(kept)
        finally:
            keeping.current = False

    return field(
        identifier,
        label,
        typed,
        change,
        hint=hint,
        icon=icon,
        lines=lines,
        at_least=at_least,
        key=f"{key}-field",
    )

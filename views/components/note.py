"""The note of a check-in: kept with every letter, put into the check-in when one is done."""

from collections.abc import Callable

import flet as ft

from domain.language import tr
from views.components.fields import field
from views.components.newest import use_newest
from views.state import use_state_of_app


@ft.component
def NoteField(
    about: str,
    note: str,
    writing: bool = False,
    on_made: Callable[[str], None] | None = None,
    *,
    key: str | None = None,
) -> ft.Control:
    """A field for the note of the check-in `about`; empty: one that does not exist yet, and
    `on_made` hears its id. `writing` puts the cursor into it."""
    state = use_state_of_app()
    typed, set_typed, newest = use_newest(state.noting.drafted(about) or note)
    # What runs when the field goes was made when it came.
    whose = ft.use_ref(about)
    whose.current = about or whose.current

    async def change(event: ft.Event[ft.TextField]) -> None:
        set_typed(event.control.value)
        await state.noting.write(whose.current or "", event.control.value)

    async def done() -> None:
        before = whose.current or ""
        whose.current = await state.noting.finish(before, newest())
        if whose.current != before and on_made:
            on_made(whose.current)

    ft.use_effect(lambda: None, [], cleanup=done)
    return field(
        "note",
        tr("A few words, if you like"),
        typed,
        change,
        icon=ft.Icons.NOTES_OUTLINED,
        lines=6,
        key="note-field",
        on_blur=done,
        autofocus=writing,
    )

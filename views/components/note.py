"""The note of a check-in: kept with every letter, put into the check-in when one is done."""

import flet as ft

from views.components.kit import field
from views.state import use_state_of_app


@ft.component
def NoteField(
    about: str, note: str, writing: bool = False, *, key: str | None = None
) -> ft.Control:
    """A field for the note of the check-in `about` (empty: one that does not exist yet).

    `writing` puts the cursor into it."""
    state = use_state_of_app()
    typed, set_typed = ft.use_state(state.drafted(about) or note)
    newest = ft.use_ref(typed)

    async def change(event: ft.Event[ft.TextField]) -> None:
        newest.current = event.control.value
        set_typed(event.control.value)
        await state.write(about, event.control.value)

    async def done() -> None:
        await state.finish_note(about, newest.current or "")

    ft.use_effect(lambda: None, [], cleanup=done)
    return field(
        "note",
        "A few words, if you like",
        typed,
        change,
        icon=ft.Icons.NOTES_OUTLINED,
        lines=6,
        key="note-field",
        on_blur=done,
        autofocus=writing,
    )

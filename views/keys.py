"""What keys do wherever one is: Esc goes back, Ctrl+Enter keeps a note; numbers, N and / in a
wide window, where nobody is typing; digits at the lock."""

import flet as ft

from views.components.back import answered
from views.components.fields import is_typing
from views.components.menus import closes_itself
from views.components.navigation import HELP, PLACES, go, go_back
from views.state import State


async def pressed(state: State, event: ft.KeyboardEvent) -> None:
    """Answer a key of the page."""
    if state.locked:
        await _unlock_by(state, event.key)
    elif event.key == "Escape":
        if not closes_itself() and not await answered():
            await go_back()
    elif event.key == "Enter" and (event.ctrl or event.meta):
        await state.noting.finish_all()
        if ft.context.page.route.startswith("/add/"):
            await go_back()
    elif state.wide and not (event.ctrl or event.meta or event.alt or is_typing() or _is_secret()):
        await _go_by(state, event.key)


def _is_secret() -> bool:
    """Whether secrets are typed here: a letter beside its field is not to lead away, or into a
    note."""
    return ft.context.page.route.startswith("/settings/lock")


async def _unlock_by(state: State, key: str) -> None:
    """Digits typed at the lock are those of its keypad."""
    if key == "Escape":
        if ft.context.page.route in HELP:
            await go_back()
    elif not state.keeper.door.digits or is_typing():
        return
    elif key.removeprefix("Numpad ").isdigit():
        state.locking.type(key.removeprefix("Numpad "))
    elif key == "Backspace":
        state.locking.take_back()
    elif key in ("Enter", "Numpad Enter"):
        await state.locking.unlock(state.digits)


async def _go_by(state: State, key: str) -> None:
    if key.isdigit() and 1 <= int(key) <= len(PLACES):
        await go(PLACES[int(key) - 1][2])
    elif key == "N":
        await go("/add/new")
    elif key == "/":
        state.searching = True
        await go("/entries")

"""The settings of the lock: setting it, changing it, when it locks, taking it off."""

from functools import partial
from typing import Final

import flet as ft

from views import device_key
from views.components.frame import screen
from views.components.kit import button, card, chip, chips, divider, heading, quiet
from views.components.navigation import go
from views.components.notices import problem_card
from views.components.rows import row_button, rows, switch_row
from views.state import State, use_state_of_app
from views.theme import text

MINUTES: Final = (1, 5, 15, 60)
WHAT_IT_DOES: Final = (
    "With a lock, everything here is sealed: the journal, its backups, all of it. It opens with "
    "your passcode or passphrase, or with a recovery code that you are shown once."
)
NO_RESET: Final = (
    "There is no way to reset it from outside. If both are lost, what is behind the lock is lost "
    "too."
)


def lock_in_words(state: State) -> str:
    """What the lock is, in a line."""
    if not state.locking.has_lock:
        return "off"
    kind = "passcode" if state.keeper.door.digits else "passphrase"
    return f"{kind}, after {minutes(state.settings.lock_after)}"


def minutes(count: int) -> str:
    """So many minutes, in words."""
    if count == 60:
        return "1 hour"
    return "1 minute" if count == 1 else f"{count} minutes"


@ft.component
def LockSettings() -> ft.View:
    """All about the lock that is on; or the way to one."""
    state = use_state_of_app()
    on = _on(state) if state.locking.has_lock else _off(state)
    return screen(state, "Lock", [*problem_card(state), *on], back=True)


def _off(state: State) -> list[ft.Control]:
    if not state.keeper.is_kept:
        return [text("This journal is only looked at: it can't be locked.")]
    return [
        text(WHAT_IT_DOES),
        text(NO_RESET),
        ft.Container(height=8),
        ft.Row(
            [
                button(
                    "lock-set",
                    "Set a lock",
                    partial(go, "/settings/lock/new"),
                    kind="filled",
                    expand=True,
                )
            ]
        ),
    ]


def _on(state: State) -> list[ft.Control]:
    mine = state.settings
    word = "passcode" if state.keeper.door.digits else "passphrase"

    async def after(count: int) -> None:
        await state.set(lock_after=count)

    async def turn(name: str) -> None:
        await state.set(**{name: not getattr(state.settings, name)})

    return [
        card(
            row_button("lock-now", "Lock now", state.locking.lock_now, icon=ft.Icons.LOCK_OUTLINED),
            padding=ft.Padding.symmetric(horizontal=20),
        ),
        heading("When it locks"),
        card(
            text("Without a touch for"),
            chips(
                [
                    chip(
                        f"lock-after-{count}",
                        minutes(count),
                        partial(after, count),
                        selected=count == mine.lock_after,
                        spoken=f"It locks after {minutes(count)} without a touch",
                    )
                    for count in MINUTES
                ],
                state.large,
            ),
            divider(),
            switch_row(
                "lock-when-left",
                "Lock when I leave the app",
                mine.lock_when_left,
                partial(turn, "lock_when_left"),
                ft.Icons.EXIT_TO_APP_ROUNDED,
                "also when its window or tab is out of sight",
            ),
            padding=ft.Padding.symmetric(horizontal=20, vertical=12),
        ),
        heading("While it is locked"),
        card(
            switch_row(
                "support-when-locked",
                "Show my own people in More support",
                mine.support_when_locked,
                partial(turn, "support_when_locked"),
                ft.Icons.SUPPORT_OUTLINED,
                "their names and numbers are then kept unsealed",
            ),
            padding=ft.Padding.symmetric(horizontal=20, vertical=8),
        ),
        heading("The ways in"),
        card(
            row_button(
                "lock-change",
                f"Change the {word}",
                partial(go, "/settings/lock/change"),
                icon=ft.Icons.PASSWORD_ROUNDED,
            ),
            divider(),
            row_button(
                "lock-code",
                "A new recovery code",
                partial(go, "/settings/lock/code"),
                icon=ft.Icons.KEY_OUTLINED,
                state="the one before opens nothing then",
            ),
            divider(),
            row_button(
                "lock-off",
                "Take the lock off",
                partial(go, "/settings/lock/off"),
                icon=ft.Icons.LOCK_OPEN_OUTLINED,
            ),
            padding=ft.Padding.symmetric(horizontal=20),
        ),
        DeviceKey(key="device-key"),
        quiet(NO_RESET),
    ]


@ft.component
def DeviceKey(*, key: str | None = None) -> ft.Control:
    """A finger or a face as one more way in; nothing where the device has none."""
    state = use_state_of_app()
    kept, set_kept = ft.use_state(False)
    said, set_said = ft.use_state("")
    is_there = device_key.is_built_in(ft.context.page)

    async def look() -> None:
        if is_there:
            set_kept(await device_key.is_kept())

    async def turn() -> None:
        set_said(await (device_key.forget(state) if kept else device_key.keep(state)))
        await look()

    ft.use_effect(look, [])
    if not is_there:
        return ft.Container()
    return rows(
        switch_row(
            "device-key",
            "Open with a finger or a face",
            kept,
            turn,
            ft.Icons.FINGERPRINT_ROUNDED,
            said or "one more way in; the others stay",
        )
    )

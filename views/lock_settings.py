"""The settings of the lock: setting it, changing it, when it locks, taking it off."""

from functools import partial
from typing import Final

import flet as ft

from domain.language import N_, tr, trn, trp
from views import device_key
from views.components.frame import screen
from views.components.kit import button, card, chip, chips, divider, heading, quiet
from views.components.navigation import go
from views.components.notices import problem_card
from views.components.rows import row_button, rows, switch_row
from views.state import State, use_state_of_app
from views.theme import text

MINUTES: Final = (1, 5, 15, 60)
WHAT_IT_DOES: Final = N_(
    "With a lock, everything here is sealed: the journal, its backups, all of it. It opens with "
    "your passcode or passphrase, or with a recovery code that you are shown once."
)
NO_RESET: Final = N_(
    "There is no way to reset it from outside. If the passcode or passphrase is lost and the "
    "recovery code too, so is what is behind the lock."
)


def lock_in_words(state: State) -> str:
    """What the lock is, in a line."""
    if not state.locking.has_lock:
        return trp("the lock", "off")
    time = minutes(state.settings.lock_after)
    if state.keeper.door.digits:
        return tr("passcode, after {time}", time=time)
    return tr("passphrase, after {time}", time=time)


def minutes(count: int) -> str:
    """So many minutes, in words."""
    hours, rest = divmod(count, 60)
    return trn("{n} minute", "{n} minutes", count) if rest else trn("{n} hour", "{n} hours", hours)


def wait_in_words(seconds: int) -> str:
    """How long it takes until the next try."""
    return trn("You can try again in {n} second.", "You can try again in {n} seconds.", seconds)


@ft.component
def LockSettings() -> ft.View:
    """All about the lock that is on; or the way to one."""
    state = use_state_of_app()
    on = _on(state) if state.locking.has_lock else _off(state)
    return screen(state, trp("noun", "Lock"), [*problem_card(state), *on], back=True)


def _off(state: State) -> list[ft.Control]:
    if not state.keeper.is_kept:
        return [text(tr("This journal is only looked at: it can't be locked."))]
    return [
        text(tr(WHAT_IT_DOES)),
        text(tr(NO_RESET)),
        ft.Container(height=8),
        ft.Row(
            [
                button(
                    "lock-set",
                    tr("Set a lock"),
                    partial(go, "/settings/lock/new"),
                    kind="filled",
                    expand=True,
                )
            ]
        ),
    ]


def _on(state: State) -> list[ft.Control]:
    mine = state.settings

    async def after(count: int) -> None:
        await state.set(lock_after=count)

    async def turn(name: str) -> None:
        await state.set(**{name: not getattr(state.settings, name)})

    return [
        card(
            row_button(
                "lock-now", tr("Lock now"), state.locking.lock_now, icon=ft.Icons.LOCK_OUTLINED
            ),
            padding=ft.Padding.symmetric(horizontal=20),
        ),
        heading(tr("When it locks")),
        card(
            text(tr("Without a touch for")),
            chips(
                [
                    chip(
                        f"lock-after-{count}",
                        minutes(count),
                        partial(after, count),
                        selected=count == mine.lock_after,
                        spoken=tr("It locks after {time} without a touch", time=minutes(count)),
                    )
                    for count in MINUTES
                ],
                state.large,
            ),
            divider(),
            switch_row(
                "lock-when-left",
                tr("Lock when I leave the app"),
                mine.lock_when_left,
                partial(turn, "lock_when_left"),
                ft.Icons.EXIT_TO_APP_ROUNDED,
                tr("also when its window or tab is out of sight"),
            ),
            padding=ft.Padding.symmetric(horizontal=20, vertical=12),
        ),
        heading(tr("While it is locked")),
        card(
            switch_row(
                "support-when-locked",
                tr("Show my own people in More support"),
                mine.support_when_locked,
                partial(turn, "support_when_locked"),
                ft.Icons.SUPPORT_OUTLINED,
                tr("their names and numbers are then kept unsealed"),
            ),
            padding=ft.Padding.symmetric(horizontal=20, vertical=8),
        ),
        heading(tr("The ways in")),
        card(
            row_button(
                "lock-change",
                tr("Change the passcode")
                if state.keeper.door.digits
                else tr("Change the passphrase"),
                partial(go, "/settings/lock/change"),
                icon=ft.Icons.PASSWORD_ROUNDED,
            ),
            divider(),
            row_button(
                "lock-code",
                tr("A new recovery code"),
                partial(go, "/settings/lock/code"),
                icon=ft.Icons.KEY_OUTLINED,
                state=tr("the one before opens nothing then"),
            ),
            divider(),
            row_button(
                "lock-off",
                tr("Take the lock off"),
                partial(go, "/settings/lock/off"),
                icon=ft.Icons.LOCK_OPEN_OUTLINED,
            ),
            padding=ft.Padding.symmetric(horizontal=20),
        ),
        DeviceKey(key="device-key"),
        quiet(tr(NO_RESET)),
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
            tr("Open with a finger or a face"),
            kept,
            turn,
            ft.Icons.FINGERPRINT_ROUNDED,
            said or tr("one more way in; the others stay"),
        )
    )

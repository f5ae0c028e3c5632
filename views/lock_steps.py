"""Setting a lock, changing it, taking it off: one step after the other, nothing before the last."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Final, Literal

import flet as ft

from domain.language import N_, tr
from views.components.frame import screen
from views.components.kit import button
from views.components.navigation import go
from views.lock_code import TypedBack, code_shown
from views.lock_secrets import Check, Kind, Secret, column, go_on, kinds
from views.lock_settings import wait_in_words
from views.state import State, use_state_of_app
from views.theme import text

Aim = Literal["new", "change", "code", "off"]
STEPS: Final[dict[Aim, tuple[str, ...]]] = {
    "new": ("kind", "secret", "code", "back"),
    "change": ("check", "kind", "secret"),
    "code": ("check", "code", "back"),
    "off": ("check", "off"),
}
TITLES: Final[dict[Aim, str]] = {
    "new": N_("Set a lock"),
    "change": N_("Change it"),
    "code": N_("A new recovery code"),
    "off": N_("Take the lock off"),
}
DONE: Final[dict[Aim, str]] = {
    "new": N_("The lock is set"),
    "change": N_("Changed"),
    "code": N_("The new code is set"),
    "off": N_("The lock is off"),
}


@ft.component
def LockNew() -> ft.View:
    """Set a lock."""
    return _steps("new")


@ft.component
def LockChange() -> ft.View:
    """Another passphrase."""
    return _steps("change")


@ft.component
def LockCode() -> ft.View:
    """Another recovery code."""
    return _steps("code")


@ft.component
def LockOff() -> ft.View:
    """Take the lock off."""
    return _steps("off")


def _steps(aim: Aim) -> ft.View:
    state = use_state_of_app()
    # Back leads here from the end, too.
    is_begun = ft.use_memo(lambda: state.locking.has_lock != (aim == "new"), [])
    steps = LockSteps(aim, "/settings/lock", key=aim) if is_begun else _no_steps(aim)
    return screen(state, tr(TITLES[aim]), [steps], back=True)


def _no_steps(aim: Aim) -> ft.Control:
    said = tr("The lock is set.") if aim == "new" else tr("The lock is off.")
    to_lock = button("to-lock", tr("To its settings"), partial(go, "/settings/lock"), expand=True)
    return column(text(said), ft.Row([to_lock]))


@ft.component
def LockSteps(aim: Aim, end: str, *, key: str | None = None) -> ft.Control:
    """The steps towards an aim; at its end one is at the place `end`."""
    state = use_state_of_app()
    place, set_place = ft.use_state(0)
    kind, set_kind = ft.use_state(Kind.WORDS)
    secret, set_secret = ft.use_state("")
    said, set_said = ft.use_state("")
    code = ft.use_memo(state.keeper.new_code, [])
    step = STEPS[aim][place]

    async def end_with(last: str) -> None:
        problem = await _do(state, aim, last, code)
        set_said(problem)
        if not problem:
            await go(end)
            state.say(tr(DONE[aim]))

    async def on() -> None:
        set_said("")
        if place + 1 < len(STEPS[aim]):
            set_place(place + 1)
        else:
            await end_with(secret)

    async def take(told: str) -> None:
        # Where it is the last step, nothing is drawn anew in between.
        set_secret(told)
        await (end_with(told) if step == STEPS[aim][-1] else on())

    async def check(typed: str) -> None:
        problem = await state.locking.check(typed)
        if problem:
            set_said(problem)
        else:
            await on()

    async def choose(chosen: Kind) -> None:
        set_kind(chosen)
        await on()

    bodies: dict[str, Callable[[], ft.Control]] = {
        "check": lambda: Check(check, key="check"),
        "kind": lambda: kinds(choose),
        "secret": lambda: Secret(kind, take, key="secret"),
        "code": lambda: code_shown(state, code, on),
        "back": lambda: TypedBack(code, on, key="back"),
        "off": lambda: _off(state, on),
    }
    words = wait_in_words(state.wait) if state.wait else said
    return ft.Column(
        [
            bodies[step](),
            ft.Semantics(
                identifier="lock-said",
                live_region=not state.wait,
                container=True,
                content=text(_meanwhile(aim, step) if state.locking.is_busy else words),
            ),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _meanwhile(aim: Aim, step: str) -> str:
    if aim in ("new", "off") and step == STEPS[aim][-1]:
        return tr("Everything is written anew, the backups too. That can take a minute …")
    return tr("One moment …")


async def _do(state: State, aim: Aim, secret: str, code: str) -> str:
    doing: dict[Aim, Callable[[], Awaitable[str]]] = {
        "new": partial(state.locking.set_up, secret, code),
        "change": partial(state.locking.change_passphrase, secret),
        "code": partial(state.locking.change_code, code),
        "off": state.locking.take_off,
    }
    return await doing[aim]()


def _off(state: State, on: Any) -> ft.Control:
    return column(
        text(
            tr(
                "Without a lock everything is kept as plain files again, and whoever has this "
                "device can read it."
            )
        ),
        go_on(state, on, not state.locking.is_busy, tr("Take it off")),
    )

"""Setting a lock, changing it, taking it off: one step after the other, nothing before the last."""

from collections.abc import Awaitable, Callable
from enum import Enum
from functools import partial
from typing import Any, Final, Literal

import flet as ft

from domain.recovery import as_code
from views import theme
from views.components.fields import field, secret_field
from views.components.frame import screen, side_by_side
from views.components.kit import button, card, quiet
from views.components.navigation import go
from views.components.rows import row_button
from views.lock_settings import NO_RESET
from views.sharing import names
from views.state import State, use_state_of_app
from views.strength import strength
from views.theme import text
from views.verbs.locking import DIGITS_MIN, WORDS_MIN


class Kind(Enum):
    """What opens it: digits alone, or words."""

    DIGITS = "digits"
    WORDS = "words"


Aim = Literal["new", "change", "code", "off"]
STEPS: Final[dict[Aim, tuple[str, ...]]] = {
    "new": ("kind", "secret", "code", "back"),
    "change": ("check", "kind", "secret"),
    "code": ("check", "code", "back"),
    "off": ("check", "off"),
}
TITLES: Final[dict[Aim, str]] = {
    "new": "Set a lock",
    "change": "Change it",
    "code": "A new recovery code",
    "off": "Take the lock off",
}
DONE: Final[dict[Aim, str]] = {
    "new": "The lock is set",
    "change": "Changed",
    "code": "The new code is set",
    "off": "The lock is off",
}
LIMITS: Final = (
    "Digits are quick, and keep out whoever picks up this device. Somebody who copies its files "
    "can try them one by one: four are found in hours, ten or more take years. Words are stronger."
)


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
    return screen(state, TITLES[aim], [steps], back=True)


def _no_steps(aim: Aim) -> ft.Control:
    said = DONE["new"] if aim == "new" else DONE["off"]
    to_lock = button("to-lock", "To its settings", partial(go, "/settings/lock"), expand=True)
    return _column(text(f"{said}."), ft.Row([to_lock]))


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
            state.say(DONE[aim])

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
        "kind": lambda: _kinds(choose),
        "secret": lambda: Secret(kind, take, key="secret"),
        "code": lambda: _code(state, code, on),
        "back": lambda: TypedBack(code, on, key="back"),
        "off": lambda: _off(state, on),
    }
    words = f"You can try again in {state.wait} seconds." if state.wait else said
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
        return "Everything is written anew, the backups too. That can take a minute …"
    return "One moment …"


async def _do(state: State, aim: Aim, secret: str, code: str) -> str:
    doing: dict[Aim, Callable[[], Awaitable[str]]] = {
        "new": partial(state.locking.set_up, secret, code),
        "change": partial(state.locking.change_passphrase, secret),
        "code": partial(state.locking.change_code, code),
        "off": state.locking.take_off,
    }
    return await doing[aim]()


def _kinds(choose: Any) -> ft.Control:
    return ft.Column(
        [
            card(
                row_button(
                    "kind-words",
                    "A passphrase",
                    partial(choose, Kind.WORDS),
                    icon=ft.Icons.ABC_ROUNDED,
                    state="a few words; the stronger way",
                ),
                padding=ft.Padding.symmetric(horizontal=20),
            ),
            card(
                row_button(
                    "kind-digits",
                    "A passcode",
                    partial(choose, Kind.DIGITS),
                    icon=ft.Icons.DIALPAD_ROUNDED,
                    state="four digits or more",
                ),
                padding=ft.Padding.symmetric(horizontal=20),
            ),
            text(LIMITS, theme.BODY_MEDIUM, ft.Colors.ON_SURFACE_VARIANT),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@ft.component
def Check(on_typed: Any, *, key: str | None = None) -> ft.Control:
    """Who changes the lock knows what opens it."""
    state = use_state_of_app()
    typed, set_typed = ft.use_state("")
    word = "passcode" if state.keeper.door.digits else "passphrase"

    async def on() -> None:
        set_typed("")
        await on_typed(typed)

    return _column(
        text(f"First the {word} of now, or the recovery code."),
        secret_field(
            "check",
            f"The {word}, or the code",
            typed,
            set_typed,
            turn=state.locking.tries,
            on_submit=on,
        ),
        _go_on(state, on, bool(typed) and not state.wait and not state.locking.is_busy),
    )


@ft.component
def Secret(kind: Kind, on_secret: Any, *, key: str | None = None) -> ft.Control:
    """A passphrase or passcode, twice, with how hard it is to find."""
    state = use_state_of_app()
    first, set_first = ft.use_state("")
    again, set_again = ft.use_state("")
    wrong = _wrong(kind, first)
    same = first == again

    async def on() -> None:
        if not wrong and same:
            await on_secret(first)

    noun = "passcode" if kind is Kind.DIGITS else "passphrase"
    hint = wrong or (strength(first, tuple(names(state))) if first else "")
    keyboard = ft.KeyboardType.NUMBER if kind is Kind.DIGITS else ft.KeyboardType.TEXT
    return _column(
        text(LIMITS if kind is Kind.DIGITS else "A few words that only you would put together."),
        secret_field("secret", f"The {noun}", first, set_first, keyboard_type=keyboard),
        ft.Semantics(
            identifier="strength",
            live_region=True,
            container=True,
            content=text(hint or f"The longer, the harder it is to find the {noun}."),
        ),
        secret_field(
            "secret-again", "The same again", again, set_again, on_submit=on, keyboard_type=keyboard
        ),
        *([quiet("These two differ.")] if again and not same else []),
        _go_on(state, on, bool(first) and not wrong and same),
    )


def _wrong(kind: Kind, secret: str) -> str:
    if not secret:
        return ""
    if kind is Kind.DIGITS:
        if not (secret.isascii() and secret.isdecimal()):
            return "A passcode has digits only."
        return "" if len(secret) >= DIGITS_MIN else f"{DIGITS_MIN} digits or more."
    if len(secret) < WORDS_MIN:
        return f"{WORDS_MIN} letters or more."
    return "" if not secret.isdecimal() else "Digits alone are a passcode: add a word."


def _code(state: State, code: str, on: Any) -> ft.Control:
    async def copy() -> None:
        await ft.Clipboard().set(code)
        state.say("Copied")

    return _column(
        text(
            "This is your recovery code. It opens the journal when the passcode or passphrase is "
            "lost. Write it down and keep it where others don't look; it is shown this once."
        ),
        ft.Semantics(
            identifier="recovery-code",
            # Spelled out, or a screen reader would try to say it as words.
            label=" ".join(code),
            container=True,
            content=ft.Semantics(
                exclude_semantics=True,
                content=card(
                    # Whole groups on a line, also where text is large.
                    ft.Row(
                        [text(group, theme.TITLE_LARGE) for group in code.split("-")],
                        wrap=True,
                        spacing=16,
                        run_spacing=4,
                    ),
                    color=ft.Colors.SURFACE_CONTAINER,
                ),
            ),
        ),
        ft.Row(
            [
                button(
                    "copy-code",
                    "Copy, for a password manager",
                    copy,
                    kind="text",
                    icon=ft.Icons.COPY_OUTLINED,
                    height=48,
                )
            ],
            wrap=True,
        ),
        text(NO_RESET, theme.BODY_MEDIUM, ft.Colors.ON_SURFACE_VARIANT),
        side_by_side(state, button("code-kept", "I have it", on, kind="filled", expand=True)),
    )


@ft.component
def TypedBack(code: str, on_done: Any, *, key: str | None = None) -> ft.Control:
    """The code typed back: whoever can do that has it."""
    state = use_state_of_app()
    typed, set_typed = ft.use_state("")
    same = as_code(typed) == as_code(code)
    whole = len(as_code(typed)) >= len(as_code(code))

    def on_typed(event: ft.Event[ft.TextField]) -> None:
        set_typed(event.control.value)

    async def on() -> None:
        if same:
            await on_done()

    return _column(
        text("Type it once from where you keep it. Until then nothing is changed."),
        field(
            "code-back",
            "The recovery code",
            typed,
            on_typed,
            key="code-back-field",
            on_submit=on,
            enable_suggestions=False,
            autocorrect=False,
        ),
        *([quiet("That is not it yet.")] if whole and not same else []),
        _go_on(state, on, same and not state.locking.is_busy, "Set it"),
    )


def _off(state: State, on: Any) -> ft.Control:
    return _column(
        text(
            "Without a lock everything is kept as plain files again, and whoever has this device "
            "can read it."
        ),
        _go_on(state, on, not state.locking.is_busy, "Take it off"),
    )


def _go_on(state: State, on: Any, ready: bool, label: str = "Go on") -> ft.Control:
    return side_by_side(
        state,
        button("not-now", "Not now", partial(go, "/settings/lock"), expand=True),
        button("go-on", label, on if ready else None, kind="filled", expand=True),
    )


def _column(*controls: ft.Control) -> ft.Control:
    return ft.Column(list(controls), spacing=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)

"""What opens the lock: a passphrase or a passcode, told and told again, and the recovery code."""

from enum import Enum
from functools import partial
from typing import Any, Final

import flet as ft

from domain.language import N_, tr, trn
from views import theme
from views.components.fields import SecretField
from views.components.frame import side_by_side
from views.components.kit import button, card, quiet
from views.components.navigation import go
from views.components.newest import use_newest, with_newest
from views.components.rows import row_button
from views.sharing import names
from views.state import State, use_state_of_app
from views.strength import strength
from views.theme import text
from views.verbs.locking import DIGITS_MIN, WORDS_MIN

LIMITS: Final = N_(
    "Digits are quick, and keep out whoever picks up this device. Somebody who copies its files "
    "can try them one by one: four are found in hours, ten or more take years. Words are stronger."
)


class Kind(Enum):
    """What opens it: digits alone, or words."""

    DIGITS = "digits"
    WORDS = "words"


def kinds(choose: Any) -> ft.Control:
    """Words or digits."""
    return ft.Column(
        [
            card(
                row_button(
                    "kind-words",
                    tr("A passphrase"),
                    partial(choose, Kind.WORDS),
                    icon=ft.Icons.ABC_ROUNDED,
                    state=tr("a few words; the stronger way"),
                ),
                padding=ft.Padding.symmetric(horizontal=20),
            ),
            card(
                row_button(
                    "kind-digits",
                    tr("A passcode"),
                    partial(choose, Kind.DIGITS),
                    icon=ft.Icons.DIALPAD_ROUNDED,
                    state=tr("four digits or more"),
                ),
                padding=ft.Padding.symmetric(horizontal=20),
            ),
            text(tr(LIMITS), theme.BODY_MEDIUM, ft.Colors.ON_SURFACE_VARIANT),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@ft.component
def Check(on_typed: Any, *, key: str | None = None) -> ft.Control:
    """Who changes the lock knows what opens it."""
    state = use_state_of_app()
    typed, set_typed, newest = use_newest("")
    if state.keeper.door.digits:
        asked = tr("First the passcode of now, or the recovery code.")
        hint = tr("The passcode, or the code")
    else:
        asked = tr("First the passphrase of now, or the recovery code.")
        hint = tr("The passphrase, or the code")

    async def on(secret: str) -> None:
        set_typed("")
        await on_typed(secret)

    return column(
        text(asked),
        SecretField(
            "check",
            hint,
            typed,
            set_typed,
            on_submit=on,
            autofocus=True,
            key=f"check-{state.locking.tries}",
        ),
        go_on(
            state,
            with_newest(on, newest),
            bool(typed) and not state.wait and not state.locking.is_busy,
        ),
    )


@ft.component
def Secret(kind: Kind, on_secret: Any, *, key: str | None = None) -> ft.Control:
    """A passphrase or passcode, twice, with how hard it is to find."""
    state = use_state_of_app()
    first, set_first, newest_first = use_newest("")
    again, set_again, newest_again = use_newest("")
    wrong = _wrong(kind, first)
    same = first == again

    async def on(again: str) -> None:
        secret = newest_first()
        if not _wrong(kind, secret) and secret == again:
            await on_secret(secret)

    if kind is Kind.DIGITS:
        about, label, keyboard = tr(LIMITS), tr("The passcode"), ft.KeyboardType.NUMBER
        longer = tr("The longer, the harder it is to find the passcode.")
    else:
        about = tr("A few words that only you would put together.")
        label, keyboard = tr("The passphrase"), ft.KeyboardType.TEXT
        longer = tr("The longer, the harder it is to find the passphrase.")
    hint = wrong or (strength(first, tuple(names(state))) if first else longer)
    return column(
        text(about),
        SecretField(
            "secret",
            label,
            first,
            set_first,
            keyboard_type=keyboard,
            autofocus=True,
            key="secret",
        ),
        ft.Semantics(
            identifier="strength",
            live_region=True,
            container=True,
            content=text(hint),
        ),
        SecretField(
            "secret-again",
            tr("The same again"),
            again,
            set_again,
            on_submit=on,
            keyboard_type=keyboard,
            key="secret-again",
        ),
        *([quiet(tr("These two differ."))] if again and not same else []),
        go_on(state, with_newest(on, newest_again), bool(first) and not wrong and same),
    )


def _wrong(kind: Kind, secret: str) -> str:
    if not secret:
        return ""
    if kind is Kind.DIGITS:
        if not (secret.isascii() and secret.isdecimal()):
            return tr("A passcode has digits only.")
        if len(secret) < DIGITS_MIN:
            return trn("{n} digit or more.", "{n} digits or more.", DIGITS_MIN)
        return ""
    if len(secret) < WORDS_MIN:
        return trn("{n} letter or more.", "{n} letters or more.", WORDS_MIN)
    return tr("Digits alone are a passcode: add a word.") if secret.isdecimal() else ""


def go_on(state: State, on: Any, ready: bool, label: str = "") -> ft.Control:
    """The way on from a step, and the way out."""
    return side_by_side(
        state,
        button("not-now", tr("Not now"), partial(go, "/settings/lock"), expand=True),
        button("go-on", label or tr("Go on"), on if ready else None, kind="filled", expand=True),
    )


def column(*controls: ft.Control) -> ft.Control:
    """What a step holds."""
    return ft.Column(list(controls), spacing=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)

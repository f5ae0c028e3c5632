"""The lock: nothing of the journal, the way in, and More support."""

from functools import partial

import flet as ft

from domain.language import tr, trp
from views import device_key, theme
from views.components.fields import SecretField
from views.components.keypad import dots, keypad
from views.components.kit import button, heading, icon_button
from views.components.navigation import go
from views.components.newest import use_newest
from views.components.notices import passing
from views.components.threads import threads
from views.components.view import view_of
from views.lock_settings import wait_in_words
from views.state import State, use_state_of_app
from views.theme import text
from views.verbs.locking import DIGITS_MIN


@ft.component
def LockPlace() -> ft.View:
    """The digits, or the words, that open it; else the recovery code."""
    state = use_state_of_app()
    typed, set_typed, newest = use_newest("")
    by_code, set_by_code = ft.use_state(False)
    by_digits = state.keeper.door.digits and not by_code
    secret = state.digits if by_digits else typed

    async def unlock(secret: str) -> None:
        set_typed("")
        await state.locking.unlock(secret)

    async def unlock_now() -> None:
        await unlock(state.digits if by_digits else newest())

    def turn() -> None:
        set_by_code(not by_code)
        set_typed("")
        state.locking.take_back_all()

    has_finger, set_has_finger = ft.use_state(False)

    async def look() -> None:
        if device_key.is_built_in(ft.context.page):
            set_has_finger(await device_key.is_kept())

    async def by_finger() -> None:
        await device_key.unlock(state)

    ft.use_effect(state.locking.count_down, [])
    ft.use_effect(look, [])
    finger = (
        [
            icon_button(
                "by-finger",
                tr("Open with a finger or a face"),
                ft.Icons.FINGERPRINT_ROUNDED,
                by_finger,
                ft.Colors.PRIMARY,
            )
        ]
        if has_finger
        else []
    )
    is_off = (
        state.locking.is_busy or state.wait > 0 or len(secret) < (DIGITS_MIN if by_digits else 1)
    )
    return _view(
        state,
        [
            *(
                [dots(len(secret)), keypad(state.locking.type, state.locking.take_back, *finger)]
                if by_digits
                else [
                    SecretField(
                        "secret",
                        tr("Recovery code") if by_code else tr("Passphrase"),
                        typed,
                        set_typed,
                        on_submit=unlock,
                        hidden=not by_code,
                        autofocus=True,
                        key=f"secret-{state.locking.tries}-{by_code}",
                    ),
                    *finger,
                ]
            ),
            _said(state),
            button(
                "unlock",
                tr("Opening …") if state.locking.is_busy else trp("verb", "Open"),
                None if is_off else unlock_now,
                kind="filled",
                spoken=None if state.locking.is_busy else tr("Open the journal"),
            ),
            button(
                "by-code",
                _by_other(state, by_code),
                turn,
                kind="text",
                height=48,
            ),
        ],
    )


def _by_other(state: State, by_code: bool) -> str:
    if not by_code:
        return tr("Use the recovery code")
    return tr("Use the passcode") if state.keeper.door.digits else tr("Use the passphrase")


def _said(state: State) -> ft.Control:
    words = wait_in_words(state.wait) if state.wait else state.lock_said
    return ft.Semantics(
        identifier="lock-said",
        # Not every second of it.
        live_region=not state.wait,
        container=True,
        content=text(words, theme.BODY_LARGE, text_align=ft.TextAlign.CENTER),
    )


def _view(state: State, way_in: list[ft.Control]) -> ft.View:
    mark = threads(3.4, state.brightness, 96, 80, 7)
    return view_of(
        state,
        ft.Container(
            ft.Column(
                [
                    ft.Container(
                        ft.Column(
                            [
                                ft.Semantics(exclude_semantics=True, content=mark),
                                heading(tr(state.settings.title), theme.HEADLINE_SMALL, 1),
                                *way_in,
                                ft.Container(height=24),
                                button(
                                    "more-support",
                                    tr("More support"),
                                    partial(go, "/support"),
                                    kind="text",
                                    icon=ft.Icons.SUPPORT_OUTLINED,
                                    height=48,
                                ),
                            ],
                            spacing=16,
                            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
                        ),
                        width=min(state.width, theme.MEDIUM),
                        padding=ft.Padding.symmetric(horizontal=theme.MARGIN, vertical=40),
                    )
                ],
                scroll=ft.ScrollMode.AUTO,
                expand=True,
                horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            ),
            alignment=ft.Alignment.TOP_CENTER,
            expand=True,
        ),
        passing(state, bottom=16),
    )

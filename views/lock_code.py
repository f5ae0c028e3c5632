"""The recovery code: shown once, and typed back."""

from typing import Any

import flet as ft

from domain.language import tr
from domain.recovery import as_code
from views import theme
from views.components.fields import field
from views.components.frame import side_by_side
from views.components.kit import button, card, quiet
from views.components.newest import use_newest, with_newest
from views.lock_secrets import column, go_on
from views.lock_settings import NO_RESET
from views.state import State, use_state_of_app
from views.theme import text


def code_shown(state: State, code: str, on: Any) -> ft.Control:
    """The recovery code, this once."""

    async def copy() -> None:
        await ft.Clipboard().set(code)
        state.say(tr("Copied"))

    return column(
        text(
            tr(
                "This is your recovery code. It opens the journal when the passcode or passphrase "
                "is lost. Write it down and keep it where others don't look; it is shown this once."
            )
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
                    tr("Copy, for a password manager"),
                    copy,
                    kind="text",
                    icon=ft.Icons.COPY_OUTLINED,
                    height=48,
                )
            ],
            wrap=True,
        ),
        text(tr(NO_RESET), theme.BODY_MEDIUM, ft.Colors.ON_SURFACE_VARIANT),
        side_by_side(state, button("code-kept", tr("I have it"), on, kind="filled", expand=True)),
    )


@ft.component
def TypedBack(code: str, on_done: Any, *, key: str | None = None) -> ft.Control:
    """The code typed back: whoever can do that has it."""
    state = use_state_of_app()
    typed, set_typed, newest = use_newest("")

    def is_same(words: str) -> bool:
        return as_code(words) == as_code(code)

    same = is_same(typed)
    tried, set_tried = ft.use_state(False)
    whole = tried or len(as_code(typed)) >= len(as_code(code))

    def on_typed(event: ft.Event[ft.TextField]) -> None:
        set_typed(event.control.value)
        set_tried(False)

    async def on(words: str) -> None:
        set_tried(True)
        if is_same(words):
            await on_done()

    return column(
        text(tr("Type it once from where you keep it. Until then nothing is changed.")),
        field(
            "code-back",
            tr("The recovery code"),
            typed,
            on_typed,
            key="code-back-field",
            autofocus=True,
            on_submit=on,
            enable_suggestions=False,
            autocorrect=False,
        ),
        *([quiet(tr("That is not it yet."))] if whole and not same else []),
        go_on(state, with_newest(on, newest), same and not state.locking.is_busy, tr("Set it")),
    )

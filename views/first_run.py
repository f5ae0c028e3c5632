"""The first run: three short steps, then Today."""

from functools import partial
from typing import Any

import flet as ft

from domain.entries import Theme
from views import sayings, theme
from views.components.frame import screen
from views.components.kit import button, card, chip, chips, heading
from views.components.navigation import go
from views.components.notices import problem_card
from views.components.threads import threads
from views.settings import LOOKS
from views.state import State, use_state_of_app
from views.theme import text

STEPS = 3
PROMISES = (
    (ft.Icons.SMARTPHONE_OUTLINED, "What you write stays on this device. There is no account."),
    (ft.Icons.VISIBILITY_OFF_OUTLINED, "Nobody reads or monitors it. Nothing is scanned."),
    (ft.Icons.BOOKMARKS_OUTLINED, sayings.THERAPIST),
)


@ft.component
def FirstRun() -> ft.View:
    """What it is, what happens with what one writes, and how it is asked."""
    state = use_state_of_app()
    step, set_step = ft.use_state(0)
    asked, set_asked = ft.use_state(False)

    async def on() -> None:
        if step + 1 < STEPS:
            set_step(step + 1)
        else:
            await state.set(welcomed=True)
            await go("/")

    ways: list[ft.Control] = [
        button(
            "first-run-next",
            "Start" if step + 1 == STEPS else "Go on",
            on,
            kind="filled",
            expand=True,
        )
    ]
    if step:
        ways.insert(0, button("first-run-back", "Back", lambda: set_step(step - 1)))
    if step == 0:
        body = _what(state)
    elif step == 1:
        body = _yours(state)
    else:
        body = _asked(state, asked, set_asked)
    return screen(
        state,
        "",
        [*body, *problem_card(state)],
        lead=_dots(step),
        foot=ft.Container(
            ft.Container(
                ft.Row(ways, spacing=12),
                width=min(state.width, theme.MEDIUM),
                padding=ft.Padding.symmetric(horizontal=theme.MARGIN, vertical=16),
            ),
            alignment=ft.Alignment.CENTER,
        ),
    )


def _dots(step: int) -> ft.Control:
    dots: list[ft.Control] = [
        ft.Container(
            width=24 if place == step else 9,
            height=9,
            border_radius=5,
            bgcolor=ft.Colors.ON_SURFACE if place == step else ft.Colors.OUTLINE_VARIANT,
        )
        for place in range(STEPS)
    ]
    return ft.Semantics(
        identifier="first-run-step",
        label=f"Step {step + 1} of {STEPS}",
        container=True,
        content=ft.Row(dots, spacing=8),
    )


def _display(state: State, face: theme.Face) -> theme.Face:
    # At twice its size the largest face would break words in two.
    return theme.HEADLINE_SMALL if state.large else face


def _what(state: State) -> list[ft.Control]:
    return [
        ft.Container(
            threads(3.4, state.brightness, 180, 176, 9),
            padding=ft.Padding.symmetric(vertical=24),
        ),
        heading("Meanwhile", _display(state, theme.DISPLAY_MEDIUM), 1),
        text("A private journal, and a list, for the time between sessions.", theme.TITLE_LARGE),
        text(
            "Notice how it is. Notice who you feel close to. Keep the things you want to bring.",
            theme.BODY_LARGE,
            ft.Colors.ON_SURFACE_VARIANT,
        ),
    ]


def _yours(state: State) -> list[ft.Control]:
    return [
        ft.Container(
            heading("Yours, and only here", _display(state, theme.DISPLAY_SMALL), 1),
            padding=ft.Padding.symmetric(vertical=12),
        ),
        *(
            ft.Row(
                [ft.Icon(icon, color=ft.Colors.SECONDARY), ft.Container(text(words), expand=True)],
                spacing=16,
                vertical_alignment=ft.CrossAxisAlignment.START,
            )
            for icon, words in PROMISES
        ),
        ft.Container(height=8),
        card(
            text(f"{sayings.NOTEBOOK} {sayings.NOW}", theme.BODY_MEDIUM),
            ft.Row(
                [
                    button(
                        "first-run-support",
                        "More support",
                        partial(go, "/support"),
                        kind="text",
                        icon=ft.Icons.SUPPORT_OUTLINED,
                        height=48,
                    )
                ]
            ),
            color=ft.Colors.SURFACE_CONTAINER,
        ),
    ]


def _asked(state: State, asked: bool, set_asked: Any) -> list[ft.Control]:
    async def look(chosen: Theme) -> None:
        await state.set(theme=chosen)

    async def body(ask: bool) -> None:
        set_asked(True)
        await state.set(ask_body=ask)

    mine = state.settings
    return [
        ft.Container(
            heading("How would you like it?", _display(state, theme.DISPLAY_SMALL), 1),
            padding=ft.Padding.only(top=12),
        ),
        text(
            "You can change this later, in Settings.",
            theme.BODY_LARGE,
            ft.Colors.ON_SURFACE_VARIANT,
        ),
        heading("Light or dark"),
        chips(
            [
                chip(
                    f"theme-{name}",
                    label,
                    partial(look, name),
                    selected=name == mine.theme,
                    spoken=f"Look: {label}",
                )
                for name, label in LOOKS
            ],
            state.large,
        ),
        heading("Words for the body"),
        text(
            "Some people like to note what the body does. Some would rather not be asked.",
            theme.BODY_MEDIUM,
            ft.Colors.ON_SURFACE_VARIANT,
        ),
        chips(
            [
                chip(
                    "body-on", "Offer them", partial(body, True), selected=asked and mine.ask_body
                ),
                chip(
                    "body-off",
                    "Leave out",
                    partial(body, False),
                    selected=asked and not mine.ask_body,
                ),
            ],
            state.large,
        ),
    ]

"""Settings: groups of rows; switches act at once. And what the app says about itself."""

from functools import partial
from typing import Any

import flet as ft

from domain.entries import Theme
from views import sayings, theme
from views.components.frame import screen
from views.components.kit import card, chip, chips, divider, heading
from views.components.navigation import go
from views.components.notices import problem_card
from views.components.rows import row_button, switch_row
from views.state import State, use_state_of_app
from views.theme import text

LOOKS: tuple[tuple[Theme, str], ...] = (
    ("system", "as the device"),
    ("light", "light"),
    ("dark", "dark"),
)
HOURS = (0, 3, 4, 5, 6)


@ft.component
def SettingsPlace() -> ft.View:
    """All settings that exist."""
    state = use_state_of_app()
    return screen(
        state,
        "Settings",
        [
            *problem_card(state),
            heading("Check-in"),
            _check_in(state),
            heading("Look"),
            _look(state),
            heading("About"),
            card(
                row_button(
                    "about",
                    "About Meanwhile",
                    partial(go, "/settings/about"),
                    icon=ft.Icons.INFO_OUTLINE_ROUNDED,
                    state="private notebook, not therapy",
                ),
                padding=ft.Padding.symmetric(horizontal=20),
            ),
        ],
        back=True,
        right=ft.Column([heading("About Meanwhile", theme.HEADLINE_SMALL), _about()], spacing=16)
        if state.wide
        else None,
    )


def _check_in(state: State) -> ft.Control:
    mine = state.settings

    def turn(name: str) -> Any:
        async def turned() -> None:
            await state.set(**{name: not getattr(state.settings, name)})

        return turned

    async def start(hour: int) -> None:
        await state.set(day_start=hour)

    return card(
        switch_row(
            "two-rows-setting",
            "Two rows of seven instead of the pad",
            mine.two_rows,
            turn("two_rows"),
            ft.Icons.GRID_VIEW_OUTLINED,
        ),
        divider(),
        switch_row(
            "ask-connection",
            "Ask about connection",
            mine.ask_connection,
            turn("ask_connection"),
            ft.Icons.SYNC_ALT_ROUNDED,
        ),
        divider(),
        switch_row(
            "ask-body",
            "Ask about the body",
            mine.ask_body,
            turn("ask_body"),
            ft.Icons.ACCESSIBILITY_NEW_OUTLINED,
        ),
        divider(),
        text("A day starts at"),
        chips(
            [
                chip(
                    f"day-start-{hour}",
                    f"{hour:02}:00",
                    partial(start, hour),
                    selected=hour == mine.day_start,
                    spoken=f"A day starts at {hour}:00",
                )
                for hour in HOURS
            ],
            state.large,
        ),
        padding=ft.Padding.symmetric(horizontal=20, vertical=12),
    )


def _look(state: State) -> ft.Control:
    async def choose(look: Theme) -> None:
        await state.set(theme=look)

    return card(
        text("Light or dark"),
        chips(
            [
                chip(
                    f"theme-{look}",
                    label,
                    partial(choose, look),
                    selected=look == state.settings.theme,
                    spoken=f"Look: {label}",
                )
                for look, label in LOOKS
            ],
            state.large,
        ),
        padding=ft.Padding.symmetric(horizontal=20, vertical=16),
    )


@ft.component
def About() -> ft.View:
    """What the app is, and what it is not."""
    state = use_state_of_app()
    return screen(state, "About Meanwhile", [_about()], back=True)


def _about() -> ft.Control:
    paragraphs = (
        "A private journal, and a list, for the time between sessions.",
        f"{sayings.NOTEBOOK} {sayings.NOW}",
        sayings.THERAPIST,
        "What you write stays on this device. There is no account, and nothing is sent anywhere.",
        sayings.NOT_A_TEST,
        "It may help you notice, remember and bring things up.",
        sayings.IFS,
        sayings.REVIEW,
    )
    return ft.Column(
        [
            *(text(words) for words in paragraphs),
            text(
                "Fonts: Fraunces and Atkinson Hyperlegible Next, Noto Color Emoji "
                "(SIL Open Font License).",
                theme.BODY_SMALL,
                ft.Colors.ON_SURFACE_VARIANT,
            ),
        ],
        spacing=16,
    )

"""What a check-in asks for, when a day starts, and pausing."""

from datetime import time
from functools import partial
from typing import Final

import flet as ft

from domain.dates import clock
from domain.language import tr
from views.components.kit import card, chip, chips, divider
from views.components.navigation import go
from views.components.rows import row_button, switch_row
from views.pause import pause_in_words
from views.state import State
from views.theme import text

HOURS: Final = (0, 3, 4, 5, 6)


def check_in_settings(state: State) -> ft.Control:
    """All of it, in a card."""
    mine = state.settings

    async def turn(name: str) -> None:
        await state.set(**{name: not getattr(state.settings, name)})

    return card(
        switch_row(
            "two-rows-setting",
            tr("Two rows of seven instead of the pad"),
            mine.two_rows,
            partial(turn, "two_rows"),
            ft.Icons.GRID_VIEW_OUTLINED,
        ),
        divider(),
        switch_row(
            "ask-connection",
            tr("Ask about connection"),
            mine.ask_connection,
            partial(turn, "ask_connection"),
            ft.Icons.SYNC_ALT_ROUNDED,
        ),
        divider(),
        switch_row(
            "ask-body",
            tr("Ask about the body"),
            mine.ask_body,
            partial(turn, "ask_body"),
            ft.Icons.ACCESSIBILITY_NEW_OUTLINED,
        ),
        divider(),
        text(tr("A day starts at")),
        chips([_start(state, hour) for hour in HOURS], state.large),
        divider(),
        row_button(
            "pause",
            tr("Pause or stop checking in"),
            partial(go, "/settings/pause"),
            icon=ft.Icons.PAUSE_CIRCLE_OUTLINE_ROUNDED,
            state=pause_in_words(state),
        ),
        padding=ft.Padding.symmetric(horizontal=20, vertical=12),
    )


def _start(state: State, hour: int) -> ft.Control:
    async def start() -> None:
        await state.set(day_start=hour)

    at = clock(time(hour))
    return chip(
        f"day-start-{hour}",
        at,
        start,
        selected=hour == state.settings.day_start,
        spoken=tr("A day starts at {time}", time=at),
    )

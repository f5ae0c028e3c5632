"""Reminders: when to check in, around sessions, what they say and where they show."""

from functools import partial
from typing import Final

import flet as ft

from domain.entries import Nudge, Reminders
from domain.reminding import TEXTS
from views.components.frame import screen
from views.components.kit import Tap, act, button, card, chip, chips, divider, quiet, section
from views.components.navigation import go
from views.components.notices import problem_card
from views.components.rows import row_button, switch_row
from views.reminders_nudge import ROUTE, nudge_in_words, nudge_title
from views.reminders_where import Notifying, in_the_calendar
from views.state import State, use_state_of_app
from views.theme import text

DISTANCES: Final = {30: "30 minutes", 60: "1 hour", 2 * 60: "2 hours", 24 * 60: "1 day"}
"""Minutes, in words."""
AROUND: Final = (
    ("before", "Before a session", (30, 60, 120, 1440), 60, ft.Icons.EVENT_OUTLINED),
    ("after", "After a session", (30, 120, 1440), 30, ft.Icons.EVENT_AVAILABLE_OUTLINED),
)
"""Each with the minutes that can be chosen, and those that it begins with."""
OFF: Final = "Nothing reminds you of anything until you switch it on here."
NOTHING_OF_IT: Final = (
    "These are the exact words. Nothing of your journal is in them, and no name of anybody."
)


def in_words(state: State) -> str:
    """What is set, in a line."""
    mine = state.reminding.mine
    times = [nudge_title(one) for one in _sorted(mine) if mine.check_in]
    around = [name for name, *_ in AROUND if getattr(mine, name) is not None]
    said = [*([", ".join(times) if len(times) < 3 else f"{len(times)} times"] if times else [])]
    said += [f"{' and '.join(around)} sessions"] if around else []
    return ", and ".join(said) or "off"


def _sorted(mine: Reminders) -> list[Nudge]:
    return sorted(mine.nudges, key=lambda one: (one.at, one.id))


@ft.component
def RemindersPlace() -> ft.View:
    """All that one can be reminded of; each is off until it is switched on."""
    state = use_state_of_app()
    mine = state.reminding.mine
    return screen(
        state,
        "Reminders",
        [
            *problem_card(state),
            *([] if mine.are_on else [text(OFF)]),
            _card(*_check_in(state)),
            _card(*_around(state)),
            section("What they say"),
            card(*(text(f"“{said}”") for said in TEXTS.values()), quiet(NOTHING_OF_IT)),
            section("Where they show"),
            Notifying(key="notifying"),
            *in_the_calendar(state),
        ],
        back=True,
    )


def _card(*controls: ft.Control) -> ft.Control:
    return card(*controls, padding=ft.Padding.symmetric(horizontal=20, vertical=8))


def _check_in(state: State) -> list[ft.Control]:
    mine = state.reminding.mine

    async def add() -> None:
        await go(f"{ROUTE}/{await state.reminding.add()}")

    switch = switch_row(
        "remind-check-in",
        "To check in",
        mine.check_in,
        act(state.reminding.turn_check_in),
        ft.Icons.NOTIFICATIONS_OUTLINED,
    )
    if not mine.check_in:
        return [switch]
    rows = [_row(place, one) for place, one in enumerate(_sorted(mine))]
    more = button("nudge-add", "Add a time", add, kind="text", height=48, icon=ft.Icons.ADD_ROUNDED)
    lined = [one for row in rows for one in (divider(), row)]
    return [switch, *lined, divider(), ft.Row([more])]


def _row(place: int, one: Nudge) -> ft.Control:
    return row_button(
        f"nudge-{place}",
        nudge_title(one),
        partial(go, f"{ROUTE}/{one.id}"),
        icon=ft.Icons.SCHEDULE_ROUNDED if one.until is None else ft.Icons.SHUFFLE_ROUNDED,
        state=nudge_in_words(one),
    )


def _around(state: State) -> list[ft.Control]:
    shown: list[ft.Control] = []
    for name, label, options, first, icon in AROUND:
        chosen = getattr(state.reminding.mine, name)
        turned = None if chosen is not None else first
        shown += [divider()] if shown else []
        shown.append(
            switch_row(
                f"remind-{name}",
                label,
                chosen is not None,
                act(state.reminding.set, **{name: turned}),
                icon,
            )
        )
        if chosen is not None:
            shown.append(_how_far(state, name, label, options, chosen))
    return shown


def _how_far(
    state: State, name: str, label: str, options: tuple[int, ...], chosen: int
) -> ft.Control:
    def choose(minutes: int) -> Tap:
        return act(state.reminding.set, **{name: minutes})

    # Another version may have kept what this one does not offer.
    return chips(
        [
            chip(
                f"{name}-{minutes}",
                DISTANCES.get(minutes, f"{minutes} minutes"),
                choose(minutes),
                selected=minutes == chosen,
                spoken=f"{DISTANCES.get(minutes, f'{minutes} minutes')} {label.lower()}",
            )
            for minutes in sorted({*options, chosen})
        ],
        state.large,
    )

"""Reminders: when to check in, around sessions, what they say and where they show."""

from functools import partial
from typing import Final

import flet as ft

from domain.entries import Nudge, Reminders
from domain.language import N_, tr, trn, trp
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

AROUND: Final = (
    ("before", N_("Before a session"), (30, 60, 120, 1440), 60, ft.Icons.EVENT_OUTLINED),
    ("after", N_("After a session"), (30, 120, 1440), 30, ft.Icons.EVENT_AVAILABLE_OUTLINED),
)
"""Each with the minutes that can be chosen, and those that it begins with."""
OFF: Final = N_("Nothing reminds you of anything until you switch it on here.")
NOTHING_OF_IT: Final = N_(
    "These are the exact words. Nothing of your journal is in them, and no name of anybody."
)
HOW_FAR: Final = {
    "before": N_("{how_long} before a session"),
    "after": N_("{how_long} after a session"),
}
NAMED: Final = 2
"""Where there are more times to check in than that, they are counted."""
AN_HOUR: Final = 60
A_DAY: Final = 24 * AN_HOUR


def in_words(state: State) -> str:
    """What is set, in a line."""
    times, around = _times(state.reminding.mine), _around_in_words(state.reminding.mine)
    if times and around:
        return tr("{times}, and {around_sessions}", times=times, around_sessions=around)
    return times or around or trp("reminders", "off")


def _times(mine: Reminders) -> str:
    times = [nudge_title(one) for one in _sorted(mine) if mine.check_in]
    if len(times) > NAMED:
        return trp("times of day", "{n} times", n=len(times))
    return ", ".join(times)


def _around_in_words(mine: Reminders) -> str:
    if mine.before is not None and mine.after is not None:
        return tr("before and after sessions")
    if mine.before is not None:
        return tr("before sessions")
    return tr("after sessions") if mine.after is not None else ""


def _sorted(mine: Reminders) -> list[Nudge]:
    return sorted(mine.nudges, key=lambda one: (one.at, one.id))


@ft.component
def RemindersPlace() -> ft.View:
    """All that one can be reminded of; each is off until it is switched on."""
    state = use_state_of_app()
    mine = state.reminding.mine
    return screen(
        state,
        tr("Reminders"),
        [
            *problem_card(state),
            *([] if mine.are_on else [text(tr(OFF))]),
            _card(*_check_in(state)),
            _card(*_around(state)),
            section(tr("What they say")),
            card(
                *(text(tr("“{words}”", words=tr(said))) for said in TEXTS.values()),
                quiet(tr(NOTHING_OF_IT)),
            ),
            section(tr("Where they show")),
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
        tr("To check in"),
        mine.check_in,
        act(state.reminding.turn_check_in),
        ft.Icons.NOTIFICATIONS_OUTLINED,
    )
    if not mine.check_in:
        return [switch]
    rows = [_row(place, one) for place, one in enumerate(_sorted(mine))]
    label, icon = tr("Add a time"), ft.Icons.ADD_ROUNDED
    more = button("nudge-add", label, add, kind="text", height=48, icon=icon)
    lined = [one for row in rows for one in (divider(), row)]
    return [switch, *lined, divider(), ft.Row([more], wrap=True)]


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
                tr(label),
                chosen is not None,
                act(state.reminding.set, **{name: turned}),
                icon,
            )
        )
        if chosen is not None:
            shown.append(_how_far(state, name, options, chosen))
    return shown


def _how_far(state: State, name: str, options: tuple[int, ...], chosen: int) -> ft.Control:
    def choose(minutes: int) -> Tap:
        return act(state.reminding.set, **{name: minutes})

    # Another version may have kept what this one does not offer.
    return chips(
        [
            chip(
                f"{name}-{minutes}",
                _how_long(minutes),
                choose(minutes),
                selected=minutes == chosen,
                spoken=tr(HOW_FAR[name], how_long=_how_long(minutes)),
            )
            for minutes in sorted({*options, chosen})
        ],
        state.large,
    )


def _how_long(minutes: int) -> str:
    if minutes % A_DAY == 0:
        return trn("{n} day", "{n} days", minutes // A_DAY)
    if minutes % AN_HOUR == 0:
        return trn("{n} hour", "{n} hours", minutes // AN_HOUR)
    return trn("{n} minute", "{n} minutes", minutes)

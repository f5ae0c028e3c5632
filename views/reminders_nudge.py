"""One time to check in: when it is, on which days, or a moment that is another on each day."""

from collections.abc import Awaitable, Callable
from datetime import time
from functools import partial
from typing import Any, Final

import flet as ft

from domain import dates
from domain.entries import Nudge
from domain.entries.reminders import DAY, WEEK
from domain.language import N_, tr, trp
from views.components.frame import screen
from views.components.kit import act, button, chip, chips, quiet, section
from views.components.navigation import go
from views.components.notices import problem_card
from views.components.rows import row_button, rows, segments
from views.components.when import use_picker
from views.state import State, use_state_of_app
from views.theme import text

ROUTE: Final = "/settings/reminders"
WINDOW: Final = 3 * 60
"""Minutes between the two ends that a random moment begins with."""
WAYS: Final = (("nudge-time", N_("At a time")), ("nudge-random", N_("At a random moment")))
SAME_DAY: Final = N_("Nothing was changed: it needs to end later on the same day.")
BY_THE_CLOCK: Final = N_("By the clock on the wall, wherever you are.")


def nudge_title(one: Nudge) -> str:
    """When it is: "20:00", or "10:00 to 18:00"."""
    first = _clock(one.at)
    if one.until is None:
        return first
    return trp("times of day", "{first} to {last}", first=first, last=_clock(one.until))


def nudge_in_words(one: Nudge) -> str:
    """On which days it is, and whether at a random moment."""
    said = [] if one.until is None else [tr("a random moment")]
    return ", ".join([*said, _days_in_words(one.days)])


def _days_in_words(days: tuple[int, ...]) -> str:
    if set(days) == set(WEEK):
        return tr("every day")
    return " · ".join(dates.weekday_of(day - 1) for day in _week() if day in days)


def _week() -> list[int]:
    """The days of a week in their order, 1 for Monday."""
    return [day + 1 for day in dates.week()]


def _clock(minute: int) -> str:
    return dates.clock(_time(minute))


def _time(minute: int) -> time:
    return time(*divmod(minute, 60))


@ft.component
def NudgePlace() -> ft.View:
    """One time, or that it is not there any more."""
    state = use_state_of_app()
    one = state.reminding.nudge(ft.use_route_params().get("id", ""))
    if one is None:
        return screen(
            state, tr("Not here"), [text(tr("This time is not there any more."))], back=True
        )
    return NudgeForm(one.id, one, key=one.id)


@ft.component
def NudgeForm(id: str, one: Nudge, *, key: str | None = None) -> ft.View:
    """The form; what is chosen holds at once."""
    state = use_state_of_app()
    change = partial(state.reminding.change, id)

    async def begins(at: int) -> None:
        # What would end before it begins is moved as a whole.
        until = one.until
        if until is not None and at >= until:
            until = min(at + until - one.at, DAY - 1)
        await _change_ends(state, one, at, until)

    async def ends(until: int) -> None:
        await _change_ends(state, one, one.at, until)

    async def choose(way: str) -> None:
        if way == "nudge-time":
            await change(until=None)
        elif one.until is None:
            at = min(one.at, DAY - 2)
            await change(at=at, until=min(at + WINDOW, DAY - 1))

    async def take_away() -> None:
        await state.reminding.take_away(id)
        await go(ROUTE)

    random = one.until is not None
    not_before, not_after = tr("Not before"), tr("Not after")
    ask_at = use_clock(one.at, begins, not_before if random else tr("At what time?"))
    ask_until = use_clock(one.until or 0, ends, not_after)
    at = row_button(
        "nudge-at",
        not_before if random else tr("Time"),
        ask_at,
        icon=ft.Icons.SCHEDULE_ROUNDED,
        state=_clock(one.at),
    )
    until = row_button(
        "nudge-until",
        not_after,
        ask_until,
        icon=ft.Icons.UPDATE_ROUNDED,
        state=_clock(one.until or 0),
    )
    return screen(
        state,
        tr("To check in"),
        [
            *problem_card(state),
            segments([(id, tr(label)) for id, label in WAYS], WAYS[random][0], choose, state.large),
            rows(at, *([until] if random else [])),
            quiet(tr("Another moment on each day.") if random else tr(BY_THE_CLOCK)),
            section(tr("On which days")),
            _days(state, one),
            ft.Row(
                [
                    button(
                        "nudge-take-away",
                        tr("Take this time away"),
                        take_away,
                        kind="text",
                        height=48,
                        icon=ft.Icons.DELETE_OUTLINE_ROUNDED,
                    )
                ],
                wrap=True,
            ),
        ],
        back=True,
    )


async def _change_ends(state: State, one: Nudge, at: int, until: int | None) -> None:
    if until is not None and at >= until:
        state.say(tr(SAME_DAY))
    else:
        await state.reminding.change(one.id, at=at, until=until)


def _days(state: State, one: Nudge) -> ft.Control:
    every = set(one.days) == set(WEEK)
    mine = state.reminding
    all_of_them = act(mine.change, one.id, days=WEEK)
    all_days = chip("day-every", tr("Every day"), all_of_them, selected=every)
    single: list[ft.Control] = [
        chip(
            f"day-{day}",
            dates.weekday_of(day - 1, "abbreviated"),
            act(mine.turn_day, one.id, day),
            selected=not every and day in one.days,
            spoken=dates.weekday_of(day - 1),
        )
        for day in _week()
    ]
    return chips([all_days, *single], state.large)


def use_clock(at: int, told: Callable[[int], Awaitable[Any]], asked: str) -> Callable[[], None]:
    """A hook: the function it returns asks for a time of day, and tells its minute."""
    is_open, set_open = ft.use_state(False)

    async def chose(event: ft.Event[ft.TimePicker]) -> None:
        set_open(False)
        value = event.control.value
        if value is not None:
            await told(value.hour * 60 + value.minute)

    picker = ft.TimePicker(
        value=_time(at),
        help_text=asked,
        on_change=chose,
        on_dismiss=lambda: set_open(False),
    )
    use_picker(picker if is_open else None)
    return lambda: set_open(True)

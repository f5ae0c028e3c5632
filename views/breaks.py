"""Times without sessions, between those that come again."""

from datetime import datetime
from functools import partial

import flet as ft

from domain.language import tr
from views.components.kit import button, quiet
from views.components.when import short_day, use_wall_clock
from views.state import use_state_of_app
from views.theme import text


@ft.component
def Breaks(id: str, *, key: str | None = None) -> ft.Control:
    """Times without sessions, such as holidays."""
    state = use_state_of_app()
    first, set_first = ft.use_state(state.now)
    schedule = next((one for one in state.schedules if one.id == id), None)

    async def until(wall: datetime) -> None:
        if schedule:
            await state.meeting.pause(schedule, first.date(), max(wall, first).date())

    async def since(wall: datetime) -> None:
        set_first(wall)
        ask_last()

    ask_last = use_wall_clock(
        first.replace(tzinfo=None),
        until,
        day_asked=tr("The last day of the break?"),
        time_asked="",
        only_day=True,
    )
    ask = use_wall_clock(
        state.now.replace(tzinfo=None),
        since,
        day_asked=tr("The first day of the break?"),
        time_asked="",
        only_day=True,
    )
    if schedule is None:
        return ft.Container()
    rows: list[ft.Control] = []
    for place, one in enumerate(schedule.breaks):
        begin = short_day(one.first, state.today)
        label = (
            tr("{first} until {last}", first=begin, last=short_day(one.last, state.today))
            if one.last
            else tr("{first} until you say so", first=begin)
        )
        if one.last and one.last < state.today:
            rows.append(quiet(label))
            continue
        drop = partial(state.meeting.resume, schedule, max(one.first, state.today))
        rows.append(
            ft.Row(
                [
                    ft.Container(text(label), expand=True),
                    button(f"end-break-{place}", tr("End it"), drop, kind="text", height=48),
                ]
            )
        )
    rows.append(
        ft.Row(
            [
                button(
                    "add-break",
                    tr("Add a break"),
                    ask,
                    kind="text",
                    height=48,
                    icon=ft.Icons.ADD_ROUNDED,
                )
            ],
            wrap=True,
        )
    )
    return ft.Column(rows, spacing=4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)

"""Where reminders show: in the app, in a calendar, and on the device where a build has that."""

from typing import Final

import flet as ft

from domain.language import N_, tr
from views import files, notifying
from views.components.frame import side_by_side
from views.components.kit import button, quiet, section
from views.components.rows import rows, switch_row
from views.state import State, use_state_of_app
from views.theme import text

NAME: Final = N_("moments.ics")
TYPE: Final = "text/calendar"
HERE: Final = N_("In Meanwhile itself, and in your calendar if you put them there.")
A_COPY: Final = N_(
    "A file that the calendars of phones and computers take. It is a copy: when you change a time "
    "here, or a session moves, save it again."
)
STAYS: Final = N_(
    "Sessions are in it for half a year, random moments for two months. What you take away "
    "here stays in a calendar until you take it out there."
)
BESIDE: Final = N_("the device shows the name of the app beside them")


@ft.component
def Notifying(*, key: str | None = None) -> ft.Control:
    """Whether the device shows them; or where they show, on builds that can't have it do that."""
    state = use_state_of_app()
    said, set_said = ft.use_state("")
    if not notifying.is_built_in(ft.context.page):
        return text(tr(HERE))

    async def turn() -> None:
        set_said(await notifying.turn(state))

    return rows(
        switch_row(
            "notify",
            tr("Show them on this device"),
            state.reminding.mine.notify,
            turn,
            ft.Icons.NOTIFICATIONS_ACTIVE_OUTLINED,
            said or tr(BESIDE),
        )
    )


def in_the_calendar(state: State) -> list[ft.Control]:
    """The way to a file for a calendar; where there is none any more, what stays of an earlier."""
    mine = state.reminding.mine
    if not mine.are_on:
        return [quiet(tr(STAYS))] if mine.calendar else []

    async def save() -> None:
        if await files.save(state, tr(NAME), await state.reminding.file()):
            await state.reminding.set(calendar=True)

    async def share() -> None:
        if await files.share(state, tr(NAME), await state.reminding.file(), TYPE):
            await state.reminding.set(calendar=True)

    return [
        section(tr("In your calendar")),
        text(tr(A_COPY)),
        quiet(tr(STAYS)),
        side_by_side(
            state,
            button(
                "calendar-share",
                tr("Share"),
                share,
                spoken=tr("Share the calendar file"),
                expand=True,
            ),
            button(
                "calendar-save",
                tr("Save the file"),
                save,
                kind="filled",
                spoken=tr("Save the calendar file"),
                expand=True,
            ),
        ),
    ]

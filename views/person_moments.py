"""What happened with somebody, and where it is now."""

from functools import partial
from typing import Final

import flet as ft

from domain import days, wording
from domain.days import day_of
from domain.entries import Repair
from domain.language import tr, trp
from views.components.kit import Tap, act, button, heading, quiet
from views.components.moments import MomentRow, people_in_words, repair_choices
from views.components.navigation import go, help_buttons
from views.components.rows import switch_row
from views.components.sheets import asking
from views.components.when import near_day
from views.moment import history
from views.state import State, use_state_of_app

WINDOW: Final = 8


@ft.component
def Moments(id: str, on_mend: Tap, *, key: str | None = None) -> ft.Control:
    """What happened with them, the newest first."""
    state = use_state_of_app()
    window, set_window = ft.use_state(WINDOW)
    every = state.happening.with_person(id)
    newest = days.newest_first(every, state.settings.day_start)[:window]
    add = button(
        "add-moment",
        trp("a moment", "Add"),
        partial(go, f"/people/{id}/moment"),
        kind="text",
        height=48,
        icon=ft.Icons.ADD_ROUNDED,
        spoken=tr("Add a moment"),
    )
    names = state.knowing.names
    rows: list[ft.Control] = [
        MomentRow(
            one,
            people_in_words((other for other in one.people if other != id), names),
            near_day(day_of(one.at, state.settings.day_start), state.today),
            one is newest[-1],
            on_mend,
            state.large,
            key=one.id,
        )
        for one in newest
    ]
    more = button(
        "moments-more", tr("Show more"), lambda: set_window(lambda n: n + WINDOW), kind="text"
    )
    return ft.Column(
        [
            ft.Container(
                ft.Row(
                    [heading(tr("Moments")), add],
                    alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
                    wrap=state.large,
                ),
                padding=ft.Padding.only(top=12),
            ),
            *(rows or [quiet(tr("Nothing noted yet."))]),
            *([ft.Row([more], wrap=True)] if len(every) > window else []),
        ],
        spacing=4,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def mending_sheet(state: State, moment: str, on_close: Tap) -> ft.Control | None:
    """Where something that went off is now, asked from below; nothing else follows from it."""
    one = state.happening.moment(moment)
    if one is None or one.repair is None:
        return None

    async def mend(repair: Repair) -> None:
        await state.happening.mend(one, repair)

    who = people_in_words(one.people, state.knowing.names)
    return asking(
        state,
        tr(wording.MOMENTS[one.kind]),
        tr("Where is it now, with {name}?", name=who) if who else tr("Where is it now?"),
        [
            *repair_choices(one.repair, mend),
            *history(state, one),
            switch_row(
                "bring-moment",
                tr("Bring this to session"),
                state.bringing.of_source(one.id) is not None,
                act(state.happening.bring, one),
                ft.Icons.BOOKMARK_BORDER_ROUNDED,
            ),
            button("mending-done", tr("Done"), on_close, kind="text", height=48),
        ],
        on_close,
        help=help_buttons(state),
    )

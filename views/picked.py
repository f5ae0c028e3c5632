"""The entries behind a dot, a cell, a day or a row of a table."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import flet as ft

from domain.entries import CheckIn, Moment
from domain.language import trn
from views.components.entry_row import EntryRow, OtherRow
from views.components.kit import button
from views.components.moments import KIND_ICONS, moment_title
from views.components.parts import company
from views.components.points import beginning
from views.components.when import clock, day_title
from views.entry import entry_of
from views.state import State, use_state_of_app

WINDOW: Final = 20
UNDER: Final = "/look-back"


@ft.component
def Picked(ids: Sequence[str], *, key: str | None = None) -> ft.Control:
    """Entries with their days, the first ones of them; those that are gone are left out."""
    state = use_state_of_app()
    window, set_window = ft.use_state(WINDOW)
    found = [one for id in ids[:window] if (one := entry_of(state, id))]
    rows = [_row(state, one) for one in found if isinstance(one, CheckIn | Moment)]
    more = button(
        "picked-more",
        trn("{n} more", "{n} more", len(ids) - window),
        partial(set_window, window + WINDOW),
        kind="text",
        height=48,
        icon=ft.Icons.EXPAND_MORE_ROUNDED,
    )
    return ft.Column(
        [*rows, *([ft.Row([more], wrap=True)] if len(ids) > window else [])],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _row(state: State, one: CheckIn | Moment) -> ft.Control:
    day = day_title(one.at, state.today)
    if isinstance(one, CheckIn):
        who = company(one, state.knowing.names)
        on_list = state.bringing.of_source(one.id) is not None
        return EntryRow(one, state.brightness, state.large, on_list, who, day, UNDER, key=one.id)
    title = moment_title(one, state.knowing.names)
    words = beginning(one.text) or title
    line = f"{title} · {day}, {clock(one.at)}" if one.text.strip() else f"{day}, {clock(one.at)}"
    icon = KIND_ICONS[one.kind]
    return OtherRow(f"entry-{one.id}", words, line, f"{UNDER}/{one.id}", icon, key=one.id)

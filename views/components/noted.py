"""Check-ins that somebody or a part was here at: as dots over time, and as rows."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

import flet as ft

from domain.entries import CheckIn
from domain.language import tr, trn
from views import theme
from views.components.entry_row import EntryRow
from views.components.frame import card_width
from views.components.kit import card
from views.components.parts import company
from views.components.strip import dot_strip
from views.components.when import day_title, short_day
from views.state import State
from views.theme import text

STRIP: Final = timedelta(weeks=6)


def noted_strip(state: State, here: Sequence[CheckIn], *, counted: bool = True) -> list[ft.Control]:
    """Dots over the last six weeks, or over all of it where those are empty.

    Only what is no person is `counted` in words.
    """
    if not here:
        return []
    lately = [one for one in here if one.at > state.now - STRIP] or here
    begins = short_day(min(one.at for one in lately), state.today)
    if not counted:
        said = tr("Since {day}", day=begins)
    elif lately == here:
        said = trn("Noted at {n} check-in", "Noted at {n} check-ins", len(here))
    else:
        said = trn(
            "Noted at {n} check-in, {lately} since {day}",
            "Noted at {n} check-ins, {lately} since {day}",
            len(here),
            lately=len(lately),
            day=begins,
        )
    width = card_width(state)
    return [
        card(
            text(said, theme.TITLE_SMALL),
            dot_strip(lately, state.brightness, width, state.today, begins, said),
        )
    ]


def check_in_row(state: State, one: CheckIn) -> ft.Control:
    """One of them, with its day and who was there."""
    when, who = day_title(one.at, state.today), company(one, state.knowing.names)
    return EntryRow(one, state.brightness, state.large, False, who, when, key=one.id)

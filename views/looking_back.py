"""Look back: a range of days, and the charts of what was logged in them."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final
from urllib.parse import unquote

import flet as ft

from domain.dates import at_start
from domain.language import tr
from domain.looking_back.look import look_of
from domain.looking_back.middles import DAYS, ENTRIES
from views import theme
from views.ask import Ask
from views.charts.card import ChartCard, Pick
from views.charts.chart import Lens, Room, Target
from views.charts.sayings import TOO_FEW
from views.charts.seen import GONE, chart_seen, lens_of, room_of
from views.components.frame import screen
from views.components.kit import button, card, empty, heading, icon_button, quiet
from views.components.navigation import go, settings_button
from views.components.notices import problem_card
from views.components.rows import row_button
from views.components.sheets import asking, use_escape
from views.components.threads import threads
from views.components.when import stretch_said
from views.entries import entry_screen
from views.entry import entry_of, gone
from views.look_cards import Charts
from views.picked import Picked
from views.ranges import RangeChips, ends
from views.state import State, use_state_of_app
from views.theme import text

LONG: Final = 6
"""More entries than that scroll."""


@ft.component
def LookBack() -> ft.View:
    """The charts of the range that was chosen; what is tapped in them is shown beside or over."""
    state = use_state_of_app()
    nothing: Target | None = None
    tapped, set_picked = ft.use_state(nothing)
    # The same each time, or all drawings would be drawn anew.
    pick = ft.use_callback(set_picked, [])
    # What was tapped is closed with the last of its entries.
    picked = tapped if tapped and any(entry_of(state, id) for id in tapped.entries) else None
    lens = use_lens(state)
    room = room_of(state)
    use_escape(picked is not None and not state.wide, partial(pick, None))
    ft.use_effect(partial(pick, None), [lens.stretch])
    return screen(
        state,
        tr("Look back"),
        [
            *problem_card(state),
            RangeChips(key="ranges"),
            *ends(state, lens),
            *_content(state, lens, room, pick),
        ],
        place="looking-back",
        actions=[
            icon_button(
                "to-entries", tr("Search your entries"), ft.Icons.SEARCH_ROUNDED, _to_entries
            ),
            *([] if state.wide else [settings_button()]),
        ],
        right=_beside(picked or _as_they_are(lens)) if state.wide else None,
        over=_over(state, picked, partial(pick, None)) if picked and not state.wide else None,
    )


def use_lens(state: State) -> Lens:
    """A hook: what is looked at, made anew when something of it changed."""
    sessions: Sequence[datetime] = ft.use_memo(
        state.looking.sessions, [state.sessions, state.schedules, state.therapies, state.today]
    )
    return ft.use_memo(
        lambda: lens_of(state, state.looking.stretch(sessions), sessions),
        [
            state.check_ins,
            state.moments,
            state.parts,
            state.people,
            state.settings,
            state.chosen,
            state.today,
            sessions,
        ],
    )


async def _to_entries() -> None:
    await go("/entries")


def _content(state: State, lens: Lens, room: Room, pick: Pick) -> list[ft.Control]:
    if not lens.check_ins and not lens.happened:
        return [_nothing_here(state), *_asking(lens, room, pick), _all_entries()]
    return [
        *_few(state, lens),
        Charts(lens, room, pick, key="charts"),
        *_asking(lens, room, pick),
        _all_entries(),
    ]


def _all_entries() -> ft.Control:
    return card(
        row_button(
            "all-entries",
            tr("All entries"),
            _to_entries,
            icon=ft.Icons.NOTES_OUTLINED,
            state=tr("newest first, with a search"),
        ),
        padding=ft.Padding.symmetric(horizontal=20),
    )


def _nothing_here(state: State) -> ft.Control:
    drawing = threads(2.4, state.brightness, 60, 70, 5)
    way = button("to-today", tr("Go to Today"), partial(go, "/"))
    some = state.check_ins or state.moments
    line = (
        tr("Another range has something.") if some else tr("What you note on Today is shown here.")
    )
    return empty(drawing, tr("Nothing logged in this stretch."), line, way)


def _asking(lens: Lens, room: Room, pick: Pick) -> list[ft.Control]:
    return [Ask(lens, room, pick, key="ask")] if lens.diary.check_ins else []


def _few(state: State, lens: Lens) -> list[ft.Control]:
    """A few entries are shown as they are; in a wide window at the right."""
    if (few := _as_they_are(lens)) is None:
        return []
    return [
        ft.Semantics(
            identifier="few",
            container=True,
            content=card(
                heading(tr(TOO_FEW), theme.TITLE_MEDIUM),
                quiet(few.title),
                *([] if state.wide else [Picked(few.entries, key="few-entries")]),
            ),
        )
    ]


def _as_they_are(lens: Lens) -> Target | None:
    """All entries, where they are too few to be summed up."""
    here = lens.check_ins
    if not here or (len(here) >= ENTRIES and len(lens.days) >= DAYS):
        return None
    return Target(0, 0, tr("Here they are."), tuple(one.id for one in here))


def _beside(picked: Target | None) -> ft.Control:
    if picked is None:
        line = tr("Tap a dot, a cell or a day: what was logged there is shown here.")
        return text(line, theme.BODY_LARGE, ft.Colors.ON_SURFACE_VARIANT)
    return ft.Column(
        [
            heading(picked.title, theme.HEADLINE_SMALL),
            Picked(picked.entries, key=f"picked-{picked.title}"),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _over(state: State, picked: Target, close: Any) -> ft.Control:
    return asking(
        state,
        picked.title,
        "",
        [
            Picked(picked.entries, key="picked"),
            button("picked-close", tr("Close"), close),
        ],
        close,
        long=len(picked.entries) > LONG,
    )


@ft.component
def LookEntry() -> ft.View:
    """One entry, reached from a chart."""
    state = use_state_of_app()
    return entry_screen(state, entry_of(state, ft.use_route_params().get("id", "")))


@ft.component
def LookPlace() -> ft.View:
    """One chart as it was brought."""
    state = use_state_of_app()
    nothing: Target | None = None
    picked, pick = ft.use_state(nothing)
    look = look_of(unquote(ft.use_route_params().get("look", "")))
    use_escape(picked is not None, partial(pick, None))
    if look is None:
        return screen(state, tr("Not here"), [gone()], back=True)
    chart = chart_seen(state, look, room_of(state))
    return screen(
        state,
        tr("Looking back"),
        [
            *problem_card(state),
            ChartCard(chart, look, pick, key=look.id) if chart else text(tr(GONE)),
        ],
        overline=at_start(stretch_said(look.stretch, state.today)),
        back=True,
        over=_over(state, picked, partial(pick, None)) if picked else None,
    )

"""The cards of Look back: the charts of a range, one below the other."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

import flet as ft

from domain.language import N_, tr, trp
from domain.looking_back.look import ChartName, Look
from views.charts.all import chart_of
from views.charts.calendar import calendar, pages_of
from views.charts.card import ChartCard, Pick
from views.charts.chart import Chart, Lens, Room
from views.components.kit import button
from views.components.rows import segments
from views.state import State, use_state_of_app

CARDS: Final[tuple[tuple[ChartName, ...], ...]] = (
    ("pleasantness", "energy"),
    ("pad",),
    ("connection",),
    ("people",),
    ("calendar",),
    ("feelings", "body"),
    ("parts",),
    ("moments",),
    ("sessions",),
    ("weekdays", "hours"),
)
"""Charts that share a card are chosen from in it."""
SHORT: Final[dict[ChartName, str]] = {
    "pleasantness": N_("How it felt"),
    "energy": N_("Energy"),
    "feelings": N_("Feelings"),
    "body": N_("Body"),
    "weekdays": N_("Weekdays"),
    "hours": N_("Hours"),
}
AT_FIRST: Final = 2
"""So many cards are there at once; the others follow while those are looked at."""


@ft.component
def Charts(lens: Lens, room: Room, on_pick: Pick, *, key: str | None = None) -> ft.Control:
    """The cards, top to bottom: the first ones at once, the others one after the other."""
    return ft.Column(
        [
            LookCard(names, lens, room, on_pick, max(0, place - AT_FIRST + 1), key=names[0])
            for place, names in enumerate(CARDS)
        ],
        # A card with nothing to show takes no room, nor any between others.
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@ft.component
def LookCard(
    names: tuple[ChartName, ...],
    lens: Lens,
    room: Room,
    on_pick: Pick,
    turn: int,
    *,
    key: str | None = None,
) -> ft.Control:
    """The card of one chart, or of a few that it lets choose from.

    With a `turn` it shows what was looked at before until it is its turn, so that a tap is
    answered before all of them are drawn.
    """
    state = use_state_of_app()
    before: Lens | None = None
    seen, see = ft.use_state(before)
    chosen, choose = ft.use_state(names[0])
    page, set_page = ft.use_state((lens.stretch, 0))

    async def follow() -> None:
        for _ in range(turn):
            await asyncio.sleep(0)
        see(lens)

    ft.use_effect(follow, [lens])
    shown = lens if turn == 0 else seen
    charts = ft.use_memo(lambda: _charts(names, shown, room) if shown else {}, [shown, room])
    if shown is None or not charts:
        return ft.Container()
    stretch = shown.stretch
    name = chosen if chosen in charts else next(iter(charts))
    chart, look = charts[name], Look(chart=name, stretch=stretch)
    above = [_choices(state, charts, name, choose)] if len(charts) > 1 else []
    below: list[ft.Control] = []
    if name == "calendar":
        pages = pages_of(stretch)
        back = min(page[1], len(pages) - 1) if page[0] == stretch else 0
        chart = calendar(shown, room, back) or chart
        look = replace(look, stretch=stretch.part(pages[back]))
        turned = [(stretch, place) for place in range(len(pages))]
        below = [_pages(turned, back, set_page)] if len(pages) > 1 else []
    whole = ChartCard(chart, look, on_pick, above, below, key=name)
    return ft.Container(whole, padding=ft.Padding.only(bottom=8))


def _charts(names: Sequence[ChartName], lens: Lens, room: Room) -> dict[ChartName, Chart]:
    """Those of the charts that have something to show."""
    made = ((name, chart_of(Look(chart=name, stretch=lens.stretch), lens, room)) for name in names)
    return {name: chart for name, chart in made if chart}


def _choices(state: State, names: Any, chosen: str, choose: Any) -> ft.Control:
    def chose(identifier: str) -> None:
        choose(identifier.removeprefix("show-"))

    return segments(
        [(f"show-{name}", tr(SHORT[name])) for name in names],
        f"show-{chosen}",
        chose,
        state.large,
        trp("which chart", "Show"),
    )


def _pages(pages: Sequence[object], back: int, turn_to: Any) -> ft.Control:
    ways = (
        ("calendar-earlier", tr("Weeks before"), back + 1, ft.Icons.CHEVRON_LEFT_ROUNDED),
        ("calendar-later", tr("Weeks after"), back - 1, ft.Icons.CHEVRON_RIGHT_ROUNDED),
    )
    return ft.Row(
        [
            button(name, label, partial(turn_to, pages[to]), kind="text", height=48, icon=icon)
            for name, label, to, icon in ways
            if 0 <= to < len(pages)
        ],
        wrap=True,
    )

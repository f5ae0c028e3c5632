"""The range that is looked at: which one, and where its two ends are."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any, Final

import flet as ft

from domain.dates import at_start
from domain.language import N_, tr
from domain.looking_back.stretch import Range, Stretch
from views import theme
from views.charts.chart import Lens
from views.components.kit import OFF, chip, chips, icon_button, quiet
from views.components.when import short_day, stretch_said, use_wall_clock
from views.paper.fonts import BODY
from views.paper.writing import width
from views.state import State, use_state_of_app

RANGES: Final[tuple[tuple[Range, str], ...]] = (
    ("session", N_("Since last session")),
    ("weeks", N_("4 weeks")),
    ("months", N_("3 months")),
    ("year", N_("A year")),
    ("all", N_("All")),
    ("sessions", N_("Between sessions")),
    ("dates", N_("Dates")),
)
FROM: Final = {
    "day": N_("From {day}"),
    "earlier": N_("From: a session earlier"),
    "later": N_("From: a session later"),
}
TO: Final = {
    "day": N_("To {day}"),
    "earlier": N_("To: a session earlier"),
    "later": N_("To: a session later"),
}
"""What is said of the first and of the last of two sessions."""
CHIP: Final = 30.0
"""What a chip is wider than its words."""
GAP: Final = 8.0


@ft.component
def RangeChips(*, key: str | None = None) -> ft.Control:
    """The ranges in a row that scrolls to the chosen one; in several where text is large, and for
    a mouse."""
    state = use_state_of_app()
    row: ft.Ref[ft.Row] = ft.use_memo(lambda: ft.Ref(), [])
    sessions = state.looking.sessions()
    chosen = state.looking.range(sessions)
    offered = [
        (name, tr(label))
        for name, label in RANGES
        if sessions or name not in ("session", "sessions")
    ]

    async def show_chosen() -> None:
        if row.current is not None:
            # By its key the whole page would scroll to it as well.
            await row.current.scroll_to(offset=_before(offered, chosen), duration=200)

    ft.use_effect(show_chosen, [chosen])
    kinds: list[ft.Control] = [
        chip(f"range-{name}", label, partial(state.looking.choose, name), selected=name == chosen)
        for name, label in offered
    ]
    if state.large or state.wide:
        return ft.Row(kinds, wrap=True, spacing=8, run_spacing=0)
    return ft.Row(kinds, scroll=ft.ScrollMode.HIDDEN, spacing=8, ref=row)


def _before(offered: Sequence[tuple[Range, str]], chosen: Range) -> float:
    """The pixels from the beginning of the row to a bit before the chosen one."""
    place = [name for name, _ in offered].index(chosen)
    before = [width(label, BODY, theme.BODY_MEDIUM.size) for _, label in offered[:place]]
    return max(0.0, sum(before) + place * (CHIP + GAP) - CHIP)


def ends(state: State, lens: Lens) -> list[ft.Control]:
    """The days of the range, and where its ends are chosen the ways to choose them."""
    said = quiet(at_start(stretch_said(lens.stretch, state.today)))
    line = ft.Semantics(identifier="stretch", container=True, content=said)
    match state.looking.range(lens.sessions):
        case "sessions":
            return [line, SessionEnds(lens.sessions, key="ends")]
        case "dates":
            return [line, TwoDays("dates", lens.stretch, state.looking.choose_days, key="ends")]
        case _:
            return [line]


@ft.component
def TwoDays(
    name: str,
    stretch: Stretch,
    on_choose: Callable[[date, date], Any],
    *,
    key: str | None = None,
) -> ft.Control:
    """The first and the last day of a stretch, each to be chosen anew."""
    state = use_state_of_app()

    async def first(wall: datetime) -> None:
        on_choose(wall.date(), stretch.last)

    async def last(wall: datetime) -> None:
        on_choose(stretch.first, wall.date())

    both = (
        ("from", FROM["day"], stretch.first, first, tr("From which day on?")),
        ("to", TO["day"], stretch.last, last, tr("Up to which day?")),
    )
    asked = [
        use_wall_clock(
            datetime.combine(day, datetime.min.time()),
            told,
            last=max(state.today, day),
            day_asked=question,
            time_asked="",
            only_day=True,
        )
        for _, _, day, told, question in both
    ]
    return chips(
        [
            chip(
                f"{name}-{end}",
                tr(label, day=short_day(day, state.today)),
                ask,
                icon=ft.Icons.CALENDAR_TODAY_OUTLINED,
                outlined=True,
            )
            for (end, label, day, _, _), ask in zip(both, asked, strict=True)
        ],
        state.large,
    )


@ft.component
def SessionEnds(sessions: Sequence[datetime], *, key: str | None = None) -> ft.Control:
    """The two sessions, each a step earlier or later at a time, or the one nearest to a day."""
    state = use_state_of_app()
    begin, end = state.looking.ends(sessions)

    def choose(which: str, place: int) -> None:
        # Told of the ends as they are by now: taps may follow faster than drawings.
        begin, end = state.looking.ends(sessions)
        # After the last one comes now.
        at = sessions[place] if place < len(sessions) else None
        if which == "from":
            state.looking.choose_sessions(at or sessions[-1], end)
        else:
            state.looking.choose_sessions(begin, at)

    def step(which: str, by: int) -> None:
        place = _place_of(sessions, state.looking.ends(sessions)[which == "to"]) + by
        choose(which, min(max(place, 0), len(sessions) - (which == "from")))

    async def nearest(which: str, wall: datetime) -> None:
        far = [abs((one.date() - wall.date()).days) for one in sessions]
        choose(which, far.index(min(far)))

    from_place = _place_of(sessions, begin)
    to_place = _place_of(sessions, end)
    rows = (
        ("from", FROM, from_place, len(sessions) - 1),
        ("to", TO, to_place, len(sessions)),
    )
    asked = [
        use_wall_clock(
            sessions[min(place, len(sessions) - 1)],
            partial(nearest, name),
            day_asked=tr("The session nearest to which day?"),
            time_asked="",
            only_day=True,
        )
        for name, _, place, _ in rows
    ]
    return ft.Column(
        [
            _session_row(state, sessions, name, texts, place, most, step, ask)
            for (name, texts, place, most), ask in zip(rows, asked, strict=True)
        ],
        spacing=0,
    )


def _place_of(sessions: Sequence[datetime], at: datetime | None) -> int:
    """The place of a session among all; that of now is behind them."""
    if at is None:
        return len(sessions)
    return min(range(len(sessions)), key=lambda place: abs(sessions[place] - at))


def _session_row(
    state: State,
    sessions: Sequence[datetime],
    name: str,
    texts: Mapping[str, str],
    place: int,
    most: int,
    step: Any,
    ask: Any,
) -> ft.Control:
    when = short_day(sessions[place].date(), state.today) if place < len(sessions) else ""

    def arrow(way: str, by: int, icon: ft.IconData) -> ft.Control:
        there = 0 <= place + by <= most
        tap = partial(step, name, by) if there else None
        button = icon_button(f"{name}-{way}", tr(texts[way]), icon, tap)
        button.opacity = 1 if there else OFF
        return button

    said = tr(texts["day"], day=when) if when else tr("To now")
    day = chip(f"sessions-{name}", said, ask, icon=ft.Icons.EVENT_OUTLINED, outlined=True)
    earlier = arrow("earlier", -1, ft.Icons.CHEVRON_LEFT_ROUNDED)
    later = arrow("later", 1, ft.Icons.CHEVRON_RIGHT_ROUNDED)
    if state.large:
        return ft.Column([day, ft.Row([earlier, later], spacing=0)], spacing=0)
    return ft.Row([earlier, day, later], spacing=0)

"""Look back: a range of days, and the charts of what was logged in them."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, Final
from urllib.parse import unquote

import flet as ft

from domain.looking_back.look import ChartName, Look, look_of
from domain.looking_back.middles import DAYS, ENTRIES
from domain.looking_back.stretch import Range
from views import theme
from views.ask import Ask
from views.charts.all import chart_of
from views.charts.calendar import calendar, pages_of
from views.charts.card import ChartCard, Pick
from views.charts.chart import Lens, Room, Target
from views.charts.sayings import TOO_FEW
from views.charts.seen import lens_of, room_of
from views.components.frame import screen
from views.components.kit import button, card, chip, empty, heading, icon_button, quiet
from views.components.navigation import go, settings_button
from views.components.notices import problem_card
from views.components.rows import row_button, segments
from views.components.sheets import asking, use_escape
from views.components.threads import threads
from views.components.when import (
    day_title,
    short_day,
    stretch_said,
    use_wall_clock,
)
from views.entry import EntryPage, entry_of, gone, line_above
from views.paper.fonts import BODY, width
from views.picked import Picked
from views.state import State, use_state_of_app
from views.theme import text

RANGES: Final[tuple[tuple[Range, str], ...]] = (
    ("session", "Since last session"),
    ("weeks", "4 weeks"),
    ("months", "3 months"),
    ("year", "A year"),
    ("all", "All"),
    ("sessions", "Between sessions"),
    ("dates", "Dates"),
)
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
    "pleasantness": "How it felt",
    "energy": "Energy",
    "feelings": "Feelings",
    "body": "Body",
    "weekdays": "Weekdays",
    "hours": "Hours",
}
AT_FIRST: Final = 2
"""So many cards are there at once; the others follow while those are looked at."""
CHIP: Final = 30.0
"""What a chip is wider than its words."""
GAP: Final = 8.0
LONG: Final = 3
"""More entries than that scroll."""


@ft.component
def LookBack() -> ft.View:
    """The charts of the range that was chosen; what is tapped in them is shown beside or over."""
    state = use_state_of_app()
    nothing: Target | None = None
    picked, pick = ft.use_state(nothing)
    lens = use_lens(state)
    room = room_of(state)
    use_escape(picked is not None and not state.wide, partial(pick, None))
    ft.use_effect(partial(pick, None), [lens.stretch])
    return screen(
        state,
        "Look back",
        [
            *problem_card(state),
            RangeChips(key="ranges"),
            *_ends(state, lens),
            *_content(state, lens, room, pick),
        ],
        place="looking-back",
        actions=[
            icon_button("to-entries", "Search your entries", ft.Icons.SEARCH_ROUNDED, _to_entries),
            *([] if state.wide else [settings_button()]),
        ],
        right=_beside(picked) if state.wide else None,
        over=_over(state, picked, partial(pick, None)) if picked and not state.wide else None,
    )


def use_lens(state: State) -> Lens:
    """A hook: what is looked at, made anew when something of it changed."""
    sessions: Sequence[datetime] = ft.use_memo(
        state.looking.sessions, [state.sessions, state.schedules, state.therapies, state.today]
    )
    return ft.use_memo(
        lambda: lens_of(state, state.looking.stretch(list(sessions)), sessions),
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


@ft.component
def RangeChips(*, key: str | None = None) -> ft.Control:
    """The ranges in a row that scrolls to the chosen one; below each other where text is large."""
    state = use_state_of_app()
    row: ft.Ref[ft.Row] = ft.use_memo(lambda: ft.Ref(), [])
    sessions = state.looking.sessions()
    chosen = state.looking.range(sessions)
    offered = [
        (name, label) for name, label in RANGES if sessions or name not in ("session", "sessions")
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
    if state.large:
        return ft.Row(kinds, wrap=True, spacing=8, run_spacing=0)
    return ft.Row(kinds, scroll=ft.ScrollMode.HIDDEN, spacing=8, ref=row)


def _before(offered: Sequence[tuple[Range, str]], chosen: Range) -> float:
    """The pixels from the beginning of the row to a bit before the chosen one."""
    place = [name for name, _ in offered].index(chosen)
    before = [width(label, BODY, theme.BODY_MEDIUM.size) for _, label in offered[:place]]
    return max(0.0, sum(before) + place * (CHIP + GAP) - CHIP)


def _ends(state: State, lens: Lens) -> list[ft.Control]:
    said = quiet(f"{stretch_said(lens.stretch, state.today)}")
    line = ft.Semantics(identifier="stretch", container=True, content=said)
    match state.looking.range(list(lens.sessions)):
        case "sessions":
            return [line, SessionEnds(tuple(lens.sessions), key="ends")]
        case "dates":
            return [line, DateEnds(key="ends")]
        case _:
            return [line]


@ft.component
def DateEnds(*, key: str | None = None) -> ft.Control:
    """The first and the last day, each to be chosen."""
    state = use_state_of_app()
    stretch = state.looking.stretch(state.looking.sessions())

    async def first(wall: datetime) -> None:
        state.looking.choose_days(wall.date(), stretch.last)

    async def last(wall: datetime) -> None:
        state.looking.choose_days(stretch.first, wall.date())

    ends = (
        ("from", "From", stretch.first, first, "From which day on?"),
        ("to", "To", stretch.last, last, "Up to which day?"),
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
        for _, _, day, told, question in ends
    ]
    return _beside_each_other(
        state,
        [
            chip(
                f"dates-{name}",
                f"{label} {short_day(day, state.today)}",
                ask,
                icon=ft.Icons.CALENDAR_TODAY_OUTLINED,
                outlined=True,
            )
            for (name, label, day, _, _), ask in zip(ends, asked, strict=True)
        ],
    )


def _beside_each_other(state: State, controls: list[ft.Control]) -> ft.Control:
    if state.large:
        return ft.Column(controls, spacing=4)
    return ft.Row(controls, wrap=True, spacing=8, run_spacing=0)


@ft.component
def SessionEnds(sessions: Sequence[datetime], *, key: str | None = None) -> ft.Control:
    """The two sessions, each a step earlier or later at a time, or the one nearest to a day."""
    state = use_state_of_app()
    begin, end = state.looking.ends(list(sessions))

    def choose(which: str, place: int) -> None:
        # After the last one comes now.
        at = sessions[place] if place < len(sessions) else None
        if which == "from":
            state.looking.choose_sessions(at or sessions[-1], end)
        else:
            state.looking.choose_sessions(begin, at)

    async def nearest(which: str, wall: datetime) -> None:
        far = [abs((one.date() - wall.date()).days) for one in sessions]
        choose(which, far.index(min(far)))

    from_place = _place_of(sessions, begin)
    to_place = _place_of(sessions, end)
    rows = (
        ("from", "From", from_place, len(sessions) - 1),
        ("to", "To", to_place, len(sessions)),
    )
    asked = [
        use_wall_clock(
            sessions[min(place, len(sessions) - 1)],
            partial(nearest, name),
            day_asked="The session nearest to which day?",
            time_asked="",
            only_day=True,
        )
        for name, _, place, _ in rows
    ]
    return ft.Column(
        [
            _session_row(state, sessions, name, label, place, most, choose, ask)
            for (name, label, place, most), ask in zip(rows, asked, strict=True)
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
    label: str,
    place: int,
    most: int,
    choose: Any,
    ask: Any,
) -> ft.Control:
    when = short_day(sessions[place].date(), state.today) if place < len(sessions) else "now"

    def step(identifier: str, words: str, icon: ft.IconData, to: int) -> ft.Control:
        here = 0 <= to <= most
        way = icon_button(identifier, words, icon, partial(choose, name, to) if here else _nothing)
        way.opacity = 1 if here else 0.3
        return way

    day = chip(
        f"sessions-{name}",
        f"{label} {when}",
        ask,
        icon=ft.Icons.EVENT_OUTLINED,
        outlined=True,
    )
    earlier = step(
        f"{name}-earlier",
        f"{label}: a session earlier",
        ft.Icons.CHEVRON_LEFT_ROUNDED,
        place - 1,
    )
    later = step(
        f"{name}-later", f"{label}: a session later", ft.Icons.CHEVRON_RIGHT_ROUNDED, place + 1
    )
    if state.large:
        return ft.Column([day, ft.Row([earlier, later], spacing=0)], spacing=0)
    return ft.Row([earlier, day, later], spacing=0)


def _nothing() -> None:
    """There is no session further on."""


def _content(state: State, lens: Lens, room: Room, pick: Pick) -> list[ft.Control]:
    stretch = lens.stretch
    if not lens.check_ins and not any(
        stretch.first <= one.at.date() <= stretch.last for one in lens.moments
    ):
        return [_nothing_here(state), *_asking(lens, room, pick), _all_entries()]
    return [
        *_few(lens),
        Charts(lens, room, pick, key=f"{stretch}"),
        *_asking(lens, room, pick),
        _all_entries(),
    ]


def _all_entries() -> ft.Control:
    return card(
        row_button(
            "all-entries",
            "All entries",
            _to_entries,
            icon=ft.Icons.NOTES_OUTLINED,
            state="newest first, with a search",
        ),
        padding=ft.Padding.symmetric(horizontal=20),
    )


def _nothing_here(state: State) -> ft.Control:
    drawing = threads(2.4, state.brightness, 60, 70, 5)
    way = button("to-today", "Go to Today", partial(go, "/"))
    line = "Another range may have something, or a check-in on Today."
    return empty(drawing, "Nothing logged in this stretch.", line, way)


def _asking(lens: Lens, room: Room, pick: Pick) -> list[ft.Control]:
    return [Ask(lens, room, pick, key="ask")] if lens.diary.check_ins else []


def _few(lens: Lens) -> list[ft.Control]:
    """A few entries are shown as they are."""
    here = lens.check_ins
    if not here or (len(here) >= ENTRIES and len(lens.days) >= DAYS):
        return []
    return [
        ft.Semantics(
            identifier="few",
            container=True,
            content=card(
                heading(TOO_FEW, theme.TITLE_MEDIUM),
                quiet("Here they are."),
                Picked(tuple(one.id for one in here), key="few-entries"),
            ),
        )
    ]


@ft.component
def Charts(lens: Lens, room: Room, on_pick: Pick, *, key: str | None = None) -> ft.Control:
    """The cards, top to bottom: the first ones at once, the others one after the other."""
    shown, show = ft.use_state(AT_FIRST)

    async def one_more() -> None:
        if shown < len(CARDS):
            await asyncio.sleep(0)
            show(lambda cards: cards + 1)

    ft.use_effect(one_more, [shown])
    return ft.Column(
        [LookCard(names, lens, room, on_pick, key=names[0]) for names in CARDS[:shown]],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@ft.component
def LookCard(
    names: tuple[ChartName, ...], lens: Lens, room: Room, on_pick: Pick, *, key: str | None = None
) -> ft.Control:
    """The card of one chart, or of a few that it lets choose from."""
    state = use_state_of_app()
    chosen, choose = ft.use_state(names[0])
    back, set_back = ft.use_state(0)
    charts = ft.use_memo(
        lambda: {
            name: made
            for name in names
            if (made := chart_of(Look(chart=name, stretch=lens.stretch), lens, room))
        },
        [names, lens, room],
    )
    if not charts:
        return ft.Container()
    name = chosen if chosen in charts else next(iter(charts))
    chart, look = charts[name], Look(chart=name, stretch=lens.stretch)
    above = [_choices(state, charts, name, choose)] if len(charts) > 1 else []
    below: list[ft.Control] = []
    if name == "calendar":
        pages = pages_of(lens.stretch)
        back = min(back, len(pages) - 1)
        chart = calendar(lens, room, back) or chart
        look = replace(look, stretch=pages[back])
        below = [_pages(state, len(pages), back, set_back)] if len(pages) > 1 else []
    return ChartCard(chart, look, on_pick, above, below, key=name)


def _choices(state: State, names: Any, chosen: str, choose: Any) -> ft.Control:
    def chose(identifier: str) -> None:
        choose(identifier.removeprefix("show-"))

    return segments(
        [(f"show-{name}", SHORT[name]) for name in names],
        f"show-{chosen}",
        chose,
        state.large,
        "Show",
    )


def _pages(state: State, pages: int, back: int, set_back: Any) -> ft.Control:
    ways: list[ft.Control] = []
    if back < pages - 1:
        earlier = partial(set_back, back + 1)
        ways.append(
            button(
                "calendar-earlier",
                "Weeks before",
                earlier,
                kind="text",
                height=48,
                icon=ft.Icons.CHEVRON_LEFT_ROUNDED,
            )
        )
    if back > 0:
        later = partial(set_back, back - 1)
        ways.append(
            button(
                "calendar-later",
                "Weeks after",
                later,
                kind="text",
                height=48,
                icon=ft.Icons.CHEVRON_RIGHT_ROUNDED,
            )
        )
    return ft.Row(ways, wrap=True)


def _beside(picked: Target | None) -> ft.Control:
    if picked is None:
        line = "Tap a dot, a cell or a day: what was logged there is shown here."
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
            button("picked-close", "Close", close),
        ],
        close,
        long=len(picked.entries) > LONG,
    )


@ft.component
def LookEntry() -> ft.View:
    """One entry, reached from a chart."""
    state = use_state_of_app()
    one = entry_of(state, ft.use_route_params().get("id", ""))
    if one is None:
        return screen(state, "Not here", [gone()], back=True)
    return screen(
        state,
        day_title(one.at, state.today),
        [EntryPage(one.id, key=one.id)],
        overline=line_above(one),
        back=True,
    )


@ft.component
def LookPlace() -> ft.View:
    """One chart as it was brought."""
    state = use_state_of_app()
    nothing: Target | None = None
    picked, pick = ft.use_state(nothing)
    look = look_of(unquote(ft.use_route_params().get("look", "")))
    use_escape(picked is not None, partial(pick, None))
    if look is None:
        return screen(state, "Not here", [gone()], back=True)
    lens = lens_of(state, look.stretch, state.looking.sessions())
    chart = chart_of(look, lens, room_of(state))
    return screen(
        state,
        "Looking back",
        [
            ChartCard(chart, look, pick, key=look.id)
            if chart
            else text("What this was about is not in the journal any more.")
        ],
        overline=stretch_said(look.stretch, state.today),
        back=True,
        over=_over(state, picked, partial(pick, None)) if picked else None,
    )

"""The journal's history: days, newest first, with a search."""

from datetime import date, timedelta
from functools import partial
from itertools import islice
from typing import Any

import flet as ft

from domain import days, finding, wording
from domain.entries import CheckIn, Moment, Reflection, Sitting, TalkingPoint
from domain.language import N_, tr, trn, trp
from views import theme
from views.components.announcing import use_announced
from views.components.entry_row import EntryRow, OtherRow
from views.components.fields import field
from views.components.frame import screen
from views.components.kit import button, card, chip, divider, empty, heading
from views.components.moments import KIND_ICONS, moment_title
from views.components.navigation import go
from views.components.parts import company
from views.components.points import beginning, shown_words
from views.components.threads import threads
from views.components.when import clock, day_in_words, day_title, stretch_in_words
from views.entry import EntryPage, Shown, entry_of, gone, line_above
from views.session import status_in_words
from views.sitting_words import sitting_in_words
from views.state import State, use_state_of_app
from views.theme import text

WINDOW = 24
FEW = 2
STATES = {
    "open": N_("to bring · on the list"),
    "later": N_("to bring · later"),
    "brought": N_("to bring · brought"),
    "let_go": N_("to bring · let go"),
}


@ft.component
def Entries() -> ft.View:
    """All check-ins; beside one of them where there is room."""
    return _entries(use_state_of_app(), None)


@ft.component
def EntryPlace() -> ft.View:
    """One entry, on its own or beside the list."""
    state = use_state_of_app()
    one = entry_of(state, ft.use_route_params().get("id", ""))
    return _entries(state, one) if state.wide else entry_screen(state, one)


def entry_screen(state: State, one: Shown | None) -> ft.View:
    """One entry alone on the screen, with the way back to where it was tapped."""
    if one is None:
        return screen(state, tr("Not here"), [gone()], back=True)
    return screen(
        state,
        day_title(one.at, state.today),
        [EntryPage(one.id, key=one.id)],
        overline=line_above(one),
        back=True,
    )


def _entries(state: State, one: Shown | None) -> ft.View:
    return screen(
        state,
        tr("Entries"),
        [EntryList(key="entry-list")],
        place="looking-back",
        back=not state.wide,
        right=_beside(state, one) if one else _choose_one(),
        own_scroll=True,
    )


def _beside(state: State, one: Shown) -> ft.Control:
    return ft.Column(
        [
            text(line_above(one), theme.BODY_SMALL, ft.Colors.ON_SURFACE_VARIANT),
            heading(day_title(one.at, state.today), theme.HEADLINE_SMALL),
            EntryPage(one.id, key=one.id),
        ],
        spacing=8,
    )


def _choose_one() -> ft.Control:
    return text(tr("Tap an entry to read it here."), theme.BODY_LARGE, ft.Colors.ON_SURFACE_VARIANT)


@ft.component
def EntryList(*, key: str | None = None) -> ft.Control:
    """A window of days that grows while one scrolls."""
    state = use_state_of_app()
    typed, set_typed = ft.use_state("")
    window, set_window = ft.use_state(WINDOW)
    kind, set_kind = ft.use_state("all")

    def choose(name: str) -> None:
        set_kind(name)
        set_window(WINDOW)

    def search(event: ft.Event[ft.TextField]) -> None:
        set_typed(event.control.value)
        set_window(WINDOW)

    async def left() -> None:
        state.searching = False

    def scrolled(event: ft.OnScrollEvent) -> None:
        if event.pixels > event.max_scroll_extent - 2 * event.viewport_dimension:
            set_window(lambda rows: min(rows + WINDOW, len(found) + WINDOW))

    found = finding.find(_all(state, kind), typed, state.knowing.names)
    use_announced(_many(len(found)) if typed.strip() else "")
    above: list[ft.Control] = [
        field(
            "search",
            tr("Search your words"),
            typed,
            search,
            icon=ft.Icons.SEARCH_ROUNDED,
            # Another field when the key "/" asks for it: a new one takes the focus.
            key=f"search-{state.searching}",
            autofocus=state.searching,
            on_blur=left,
        ),
        _kinds(kind, choose, state.large),
        *([_count(len(found))] if typed.strip() else []),
    ]
    rows = _rows(state, found, window, typed, lambda: set_typed(""))
    if state.large:
        # What stands still would leave the entries no room.
        stretch = ft.CrossAxisAlignment.STRETCH
        top = ft.Column(above, key="above", spacing=8, horizontal_alignment=stretch)
        above, rows = [], [top, *rows]
    return ft.Column(
        [
            *above,
            ft.ListView(
                rows,
                key="days",
                expand=True,
                on_scroll=scrolled,
                scroll_interval=100,
                spacing=8,
                padding=ft.Padding.only(bottom=24),
            ),
        ],
        expand=True,
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _kinds(chosen: str, choose: Any, large: bool) -> ft.Control:
    kinds: list[ft.Control] = [
        chip(f"kind-{name}", label, partial(choose, name), selected=name == chosen)
        for name, label in (
            ("all", trp("entries", "All")),
            ("check-ins", trp("a kind of entry", "Check-ins")),
            ("moments", tr("Moments")),
            ("questions", tr("Questions")),
            ("inward", tr("Looks inward")),
            ("sessions", tr("Sessions")),
            ("bring", tr("To bring")),
        )
    ]
    if large:
        return ft.Row(kinds, wrap=True, spacing=8, run_spacing=0)
    return ft.Row(kinds, scroll=ft.ScrollMode.HIDDEN, spacing=8)


def _all(state: State, kind: str) -> list[finding.Found]:
    """The entries of a kind, or of all, oldest first."""
    now = state.now
    found: list[finding.Found] = []
    if kind in ("all", "check-ins"):
        found += state.check_ins
    if kind in ("all", "moments"):
        found += state.moments
    if kind in ("all", "questions"):
        found += state.reflections
    if kind in ("all", "inward"):
        found += state.sittings
    if kind in ("all", "sessions"):
        found += [one for one in state.sessions if one.at <= now]
    if kind in ("all", "bring"):
        found += state.points
    return sorted(found, key=lambda one: one.at)


def _many(found: int) -> str:
    return trn("{n} entry", "{n} entries", found)


def _count(found: int) -> ft.Control:
    said = _many(found)
    return ft.Semantics(
        identifier="found",
        label=said,
        container=True,
        content=ft.Semantics(
            exclude_semantics=True,
            content=text(said, theme.BODY_SMALL, ft.Colors.ON_SURFACE_VARIANT),
        ),
    )


def _rows(
    state: State, found: list[finding.Found], window: int, typed: str, clear: Any
) -> list[ft.Control]:
    if not found:
        return [_none_found(state, typed, clear) if typed.strip() else _empty(state)]
    start, today = state.settings.day_start, state.today
    newest = days.newest_first(islice(reversed(found), window), start)
    rows: list[ft.Control] = []
    earlier = None
    for day, group in days.by_day(newest, start):
        if earlier is not None and not typed.strip() and (earlier - day).days > FEW:
            rows.append(_gap(day + timedelta(days=1), earlier - timedelta(days=1)))
        earlier = day
        rows.append(
            ft.Container(
                heading(day_in_words(day, today)),
                key=f"{day}",
                padding=ft.Padding.only(top=12),
            )
        )
        inside: list[ft.Control] = []
        for one in group:
            if inside:
                inside.append(divider())
            inside.append(_row(state, one))
        rows.append(
            card(
                *inside,
                key=f"{day}-entries",
                padding=ft.Padding.symmetric(horizontal=16, vertical=8),
            )
        )
    return rows


def _row(state: State, one: finding.Found) -> ft.Control:
    if isinstance(one, CheckIn):
        on_list = state.bringing.of_source(one.id) is not None
        who = company(one, state.knowing.names)
        return EntryRow(one, state.brightness, state.large, on_list, who, key=one.id)
    route = f"/entries/{one.id}"
    if isinstance(one, Reflection):
        line = f"{one.asked} · {clock(one.at)}"
        icon = ft.Icons.HELP_OUTLINE_ROUNDED
        return OtherRow(f"entry-{one.id}", beginning(one.text), line, route, icon, key=one.id)
    if isinstance(one, Moment):
        title = moment_title(one, state.knowing.names)
        told = tr(wording.REPAIRS[one.repair]) if one.repair else ""
        line = " · ".join(filter(None, (title if one.text.strip() else "", told, clock(one.at))))
        words, icon = beginning(one.text) or title, KIND_ICONS[one.kind]
        return OtherRow(f"entry-{one.id}", words, line, route, icon, key=one.id)
    if isinstance(one, Sitting):
        words = beginning(sitting_in_words(one, state.knowing.names))
        icon = ft.Icons.SELF_IMPROVEMENT_ROUNDED
        return OtherRow(f"entry-{one.id}", words, clock(one.at), route, icon, key=one.id)
    if isinstance(one, TalkingPoint):
        words = shown_words(state.bringing.words(one), state.bringing.source(one))
        line = tr(STATES[one.state])
        icon = ft.Icons.BOOKMARK_BORDER_ROUNDED
        return OtherRow(f"entry-{one.id}", words, line, f"/bring/{one.id}", icon, key=one.id)
    said = (reply.text for reply in one.replies)
    words = next(filter(None, (*said, one.kept_sentence, one.held_back_text)), tr("Session"))
    session = tr("session, {time}", time=clock(one.at))
    line = f"{session} · {status_in_words(one.status)}"
    icon = ft.Icons.EVENT_OUTLINED
    return OtherRow(
        f"entry-{one.id}", beginning(words), line, f"/sessions/{one.id}", icon, key=one.id
    )


def _gap(first: date, last: date) -> ft.Control:
    ink = ft.Colors.ON_SURFACE_VARIANT
    line = ft.Container(height=1.5, bgcolor=ft.Colors.OUTLINE_VARIANT, expand=True)
    words = text(tr("no entries {days}", days=stretch_in_words(first, last)), theme.BODY_SMALL, ink)
    return ft.Container(ft.Row([words, line], spacing=12), padding=ft.Padding.only(top=12))


def _empty(state: State) -> ft.Control:
    return _quiet(
        state,
        tr("Nothing here yet"),
        tr("What you note on Today is kept here."),
        button("to-today", tr("Go to Today"), partial(go, "/")),
    )


def _none_found(state: State, typed: str, clear: Any) -> ft.Control:
    return _quiet(
        state,
        tr('Nothing with "{typed}"', typed=typed.strip()),
        tr("Try a shorter word, or take a filter off."),
        button("clear-search", tr("Clear the search"), clear),
    )


def _quiet(state: State, title: str, line: str, way: ft.Control) -> ft.Control:
    return empty(threads(2.4, state.brightness, 60, 70, 5), title, line, way)

"""Bring: the list for the next session, added to in one line and put in order by hand."""

from collections.abc import Callable
from functools import partial
from typing import Any

import flet as ft

from domain import bringing
from domain.entries import BRING, TalkingPoint
from domain.language import tr, trp
from views import theme
from views.components.fields import field
from views.components.frame import feet, screen, side_by_side
from views.components.kit import button, chip, chips, quiet, section
from views.components.navigation import go, settings_button
from views.components.notices import problem_card
from views.components.points import PointRow, shown_words, source_in_words
from views.components.rows import segments
from views.components.when import day_said, day_title, how_far, session_in_words
from views.point import PointPage
from views.question import NothingYet
from views.sheet import SheetPane
from views.state import State, use_state_of_app
from views.theme import text

WINDOW = 40


@ft.component
def Bring() -> ft.View:
    """The list; beside it the sheet where there is room."""
    return _bring(use_state_of_app(), "", *ft.use_state("bring-open"))


@ft.component
def PointPlace() -> ft.View:
    """One thing to bring, on its own or beside the list."""
    state = use_state_of_app()
    id = ft.use_route_params().get("id", "")
    shown, show = ft.use_state("bring-open")
    if state.wide:
        return _bring(state, id, shown, show)
    return screen(state, tr("To bring"), [PointPage(id, key=id)], back=True)


def _bring(state: State, id: str, shown: str, show: Callable[[str], None]) -> ft.View:
    return screen(
        state,
        tr("Bring"),
        [BringList(shown, show, key="bring-list")],
        overline=next_in_words(state),
        on_line=("sessions", f"{next_in_words(state)}. {tr('Sessions')}", partial(go, "/sessions")),
        place="bring",
        actions=[] if state.wide else [settings_button()],
        # With large text they scroll: the list needs the room.
        foot=None if state.large else feet(state, *_ways(state)),
        right=PointPage(id, key=id) if id else SheetPane(key="sheet"),
        own_scroll=True,
    )


def next_in_words(state: State) -> str:
    """When the next session of the chosen therapy is."""
    therapy = state.meeting.therapy
    if therapy.ended:
        return tr("This therapy has stopped. Your list keeps.")
    coming = state.meeting.course(therapy.id).next(state.now)
    if coming is None:
        return tr("No session planned")
    return f"{session_in_words(coming.at, state.today)}, {how_far(coming.at, state.now)}"


def _ways(state: State) -> list[ft.Control]:
    prepare = button(
        "prepare",
        tr("Prepare"),
        partial(go, "/bring/prepare"),
        icon=ft.Icons.AUTO_STORIES_OUTLINED,
        expand=True,
    )
    room = button(
        "in-the-room",
        tr("In the room"),
        partial(go, "/room"),
        kind="filled",
        icon=ft.Icons.PLAY_ARROW_ROUNDED,
        expand=True,
    )
    return [prepare, *([room] if state.bringing.on_list() else [])]


@ft.component
def BringList(shown: str, show: Any, *, key: str | None = None) -> ft.Control:
    """The quick line, the three lists, and the one that is shown; a window that grows."""
    state = use_state_of_app()
    window, set_window = ft.use_state(WINDOW)
    points = state.bringing.on_list() if shown == "bring-open" else []
    rest = [one for one in points if not one.pinned]
    ours = [one for one in rest if one.between_us]
    others = rest[: len(rest) - len(ours)]

    def scrolled(event: ft.OnScrollEvent) -> None:
        if event.pixels > event.max_scroll_extent - 2 * event.viewport_dimension:
            set_window(lambda rows: min(rows + WINDOW, len(state.points) + WINDOW))

    def choose(identifier: str) -> None:
        set_window(WINDOW)
        show(identifier)

    rows: list[TalkingPoint | None] = [*others, *([None] if ours else []), *ours][:window]
    places = {one.id: _place(nth, len(points)) for nth, one in enumerate(points, 1)}

    async def reorder(event: ft.OnReorderEvent) -> None:
        point = rows[event.old_index or 0]
        if point is None or event.new_index is None:
            return
        without = [one for one in rows if one is not point]
        above = [one for one in without[: event.new_index] if one]
        await state.bringing.move(point, len(bringing.in_group(above, point)))

    return ft.ReorderableListView(
        [_row(state, one, places[one.id], True) if one else _between_us() for one in rows],
        key="bring",
        # One list for all three, or the field in its header would be another and lose the cursor.
        header=ft.Column(
            [
                *problem_card(state),
                *_therapies(state),
                QuickAdd(key="quick-add"),
                *([side_by_side(state, *_ways(state))] if state.large else []),
                segments(_lists(), shown, choose, state.large),
                ft.Container(height=4),
                *_above(state, shown, points, window),
            ],
            spacing=12,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        footer=ft.Container(height=16),
        show_default_drag_handles=False,
        on_reorder=reorder,
        on_scroll=scrolled,
        scroll_interval=100,
        expand=True,
    )


def _lists() -> list[tuple[str, str]]:
    return [
        ("bring-open", tr("To bring")),
        ("bring-later", trp("a list", "Later")),
        ("bring-brought", trp("a list", "Brought")),
    ]


def _place(nth: int, count: int) -> str:
    return tr("Item {place} of {count}.", place=nth, count=count)


def _above(state: State, shown: str, points: list[TalkingPoint], window: int) -> list[ft.Control]:
    """What stands above the rows that can be dragged, or instead of them."""
    if shown != "bring-open":
        return _settled(state, shown, window)
    if not points:
        return [NothingYet(key="nothing-yet")]
    first = _place(1, len(points))
    return [_row(state, one, first, False) for one in points if one.pinned]


def _between_us() -> ft.Control:
    return ft.Container(
        ft.Column(
            [
                ft.Row(
                    [
                        ft.Icon(ft.Icons.LOCK_OUTLINED, size=20),
                        ft.Container(section_title(tr("Between us")), expand=True),
                    ],
                    spacing=12,
                ),
                quiet(tr("Stays private until you say otherwise.")),
            ],
            spacing=4,
        ),
        key="between-us",
        padding=ft.Padding.only(top=18, bottom=12),
    )


def section_title(title: str) -> ft.Control:
    """A title inside a list."""
    return text(title, theme.LABEL_LARGE)


def _therapies(state: State) -> list[ft.Control]:
    every = state.meeting.all()
    if len(every) == 1:
        return []
    chosen = state.meeting.therapy.id
    return [
        chips(
            [
                chip(
                    f"therapy-{one.id}",
                    state.meeting.named(one.id),
                    partial(state.meeting.choose, one.id),
                    selected=one.id == chosen,
                    spoken=tr("The list for {name}", name=state.meeting.named(one.id)),
                )
                for one in every
            ],
            state.large,
        )
    ]


def _row(state: State, point: TalkingPoint, place: str, draggable: bool) -> ft.Control:
    source = state.bringing.source(point)
    return PointRow(
        point,
        shown_words(state.bringing.words(point), source),
        source_in_words(source, state.today, state.knowing.word),
        place,
        state.knowing.word,
        state.bringing,
        draggable,
        key=point.id,
    )


def _settled(state: State, shown: str, window: int) -> list[ft.Control]:
    later = shown == "bring-later"
    here = [one for one in state.points if one.therapy == state.meeting.therapy.id]
    groups = ("later", "let_go") if later else ("brought",)
    rows: list[ft.Control] = []
    for group in groups:
        found = bringing.settled_like(here, group)  # type: ignore[arg-type]
        title = ""
        if group == "let_go" and found:
            rows.append(section(trp("a list", "Let go")))
        for point in found[:window]:
            day = _day_of(state, point)
            if day != title and group != "let_go":
                rows.append(section(day))
                title = day
            rows.append(_row(state, point, "", False))
    if not rows:
        said = (
            tr("What you keep for later waits here.")
            if later
            else tr("What you brought is kept here.")
        )
        rows.append(text(said, theme.BODY_LARGE, ft.Colors.ON_SURFACE_VARIANT))
    return rows


def _day_of(state: State, point: TalkingPoint) -> str:
    session = state.meeting.session(point.session) if point.session else None
    if session is not None:
        return tr("Session of {day}", day=day_said(session.at, state.today))
    return day_title(point.settled_at or point.at, state.today)


@ft.component
def QuickAdd(*, key: str | None = None) -> ft.Control:
    """One line; Enter puts it on the list and is ready for the next."""
    state = use_state_of_app()
    typed, set_typed = ft.use_state(state.noting.drafted(BRING))
    box: ft.Ref[ft.TextField] = ft.use_memo(lambda: ft.Ref(), [])

    async def change(event: ft.Event[ft.TextField]) -> None:
        set_typed(event.control.value)
        await state.noting.write(BRING, event.control.value)

    async def add(words: str) -> None:
        set_typed("")
        await state.noting.finish(BRING, words)
        if state.problem is not None:
            set_typed(words)
        # Enter takes the cursor out; the next line wants it back.
        if box.current:
            await box.current.focus()  # type: ignore[no-untyped-call]

    return field(
        "quick-add",
        tr("Something to bring"),
        typed,
        change,
        icon=ft.Icons.ADD_ROUNDED,
        key="quick-add-field",
        on_submit=add,
        ref=box,
    )

"""In the room: what was brought, large, one at a time or as a list, and nothing else."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import flet as ft

from domain.bringing import Source, tag_in_words
from domain.entries import CheckIn, Part, TalkingPoint
from domain.language import in_turn, tr, trn, trp
from domain.looking_back.look import Look
from domain.words import said
from views import theme
from views.components.frame import plain, side_by_side
from views.components.kit import button, icon_button, quiet, tappable
from views.components.navigation import go, help_buttons
from views.components.notices import problem_card
from views.components.points import (
    TAG_ICONS,
    beginning,
    moment_in_words,
    shown_words,
    source_in_words,
)
from views.components.rows import segments
from views.components.writing import Writing
from views.state import State, use_state_of_app
from views.theme import text

WINDOW = 40
DOTS = 9
LONG = 220
"""From so many letters on, words are smaller in the room, so that they can be seen whole."""


@ft.component
def Room() -> ft.View:
    """The list as it was when the person went in; what becomes of it shows."""
    state = use_state_of_app()
    way, set_way = ft.use_state("room-one")
    place, set_place = ft.use_state(0)
    dim, set_dim = ft.use_state(state.dimmed)
    all_shown, show_all = ft.use_state(False)
    window, set_window = ft.use_state(WINDOW)
    begun = ft.use_ref(tuple(one.id for one in state.bringing.on_list()))
    found = [state.bringing.point(id) for id in begun.current or ()]
    every = [one for one in found if one is not None]
    points = [one for one in every if all_shown or not one.private]
    hidden = [] if all_shown else [one for one in every if one.private]

    async def awake(on: bool) -> None:
        lock = ft.Wakelock()
        try:
            await (lock.enable() if on else lock.disable())  # type: ignore[no-untyped-call]
        except (RuntimeError, TimeoutError):
            # Where the device can't, the person touches the screen.
            return

    ft.use_effect(partial(awake, True), [], cleanup=partial(awake, False))

    def turn_dim() -> None:
        state.dimmed = not dim
        set_dim(not dim)

    ways = (("room-one", trp("one at a time", "One")), ("room-list", trp("a way to look", "List")))
    switch = segments(ways, way, set_way, False)
    bar: list[ft.Control] = [
        icon_button("close", tr("Close"), ft.Icons.CLOSE_ROUNDED, partial(go, "/bring")),
        ft.Container(None if state.large else switch, expand=True),
        icon_button(
            "dim",
            tr("Less bright") if not dim else tr("Brighter"),
            ft.Icons.BRIGHTNESS_6_OUTLINED,
            turn_dim,
        ),
        *help_buttons(state),
    ]
    veiled = _hidden(hidden, lambda: show_all(True)) if hidden else []
    if way == "room-list":
        body, foot = _lines(state, points, window, set_window), veiled
    elif place < len(points):
        body = _one(state, points[place])
        foot = _foot(state, points, place, set_place)
    else:
        body, foot = _end(state, points, set_place), veiled
    # Beside four icons there is no room for large letters.
    above = [switch] if state.large else []
    return plain(state, bar, [*above, *problem_card(state), *body], foot, dim=dim)


def _lines(
    state: State, points: Sequence[TalkingPoint], window: int, set_window: Any
) -> list[ft.Control]:
    more = button("room-more", tr("More"), lambda: set_window(window + WINDOW), kind="text")
    return [
        *(_line(state, one, key=f"line-{one.id}") for one in points[:window]),
        *([more] if len(points) > window else []),
    ]


def _air(state: State) -> ft.Control:
    # Large text needs the room above it.
    return ft.Container(height=8 if state.large else 120)


def _end(state: State, points: Sequence[TalkingPoint], set_place: Any) -> list[ft.Control]:
    return [
        _air(state),
        ft.Semantics(
            identifier="room-end",
            live_region=True,
            container=True,
            content=text(tr("That's the list."), theme.ROOM),
        ),
        button("room-close", tr("Close"), partial(go, "/bring"), kind="soft", height=64),
        *([_arrows(points, len(points), set_place)] if points else []),
    ]


def _one(state: State, point: TalkingPoint) -> list[ft.Control]:
    source = state.bringing.source(point)
    words = state.bringing.words(point) or shown_words("", source)
    tags: list[ft.Control] = [
        ft.Row(
            [
                ft.Icon(TAG_ICONS[tag], size=20, color=ft.Colors.SECONDARY),
                text(tag_in_words(tag, state.knowing.word), theme.LABEL_LARGE, ft.Colors.SECONDARY),
            ],
            spacing=8,
            tight=True,
        )
        for tag in point.tags
    ]
    return [
        _air(state),
        *([ft.Row(tags, wrap=True, spacing=16)] if tags else []),
        ft.Semantics(
            identifier="room-words",
            live_region=True,
            container=True,
            content=text(words, theme.ROOM if len(words) < LONG else theme.TITLE_LARGE),
        ),
        *(
            [text(tr("“{words}”", words=point.first_sentence), theme.TITLE_LARGE)]
            if point.first_sentence
            else []
        ),
        *([quiet(_whence(state, source))] if source else []),
    ]


def _whence(state: State, source: Source) -> str:
    if isinstance(source, Part | Look):
        return source_in_words(source, state.today, state.knowing.word)
    when = moment_in_words(source.at, state.today)
    words = ", ".join(map(said, source.feelings)) if isinstance(source, CheckIn) else ""
    return f"{when} · {words}" if words else when


def _foot(
    state: State, points: Sequence[TalkingPoint], place: int, set_place: Any
) -> list[ft.Control]:
    point = points[place]

    async def settle(to: str) -> None:
        if to == "brought":
            await state.bringing.settle_quietly(point, "brought", state.bringing.session_now(point))
        elif to == "later":
            await state.bringing.settle_quietly(point, "later")
        set_place(place + 1)

    return [
        _arrows(points, place, set_place),
        button(
            "room-brought",
            trp("mark it as such", "Brought"),
            partial(settle, "brought"),
            kind="soft",
            icon=ft.Icons.CHECK_ROUNDED,
            height=64,
        ),
        side_by_side(
            state,
            button("room-later", tr("Keep for later"), partial(settle, "later"), expand=True),
            button(
                "room-leave",
                trp("go on to the next", "Leave it"),
                partial(settle, "leave"),
                expand=True,
            ),
        ),
    ]


def _arrows(points: Sequence[TalkingPoint], place: int, set_place: Any) -> ft.Control:
    # Where there are many, those around the one that is shown.
    first = max(0, min(place - DOTS // 2, len(points) - DOTS))
    dots = [
        ft.Container(
            width=9,
            height=9,
            border_radius=5,
            bgcolor=ft.Colors.ON_SURFACE if index == place else ft.Colors.OUTLINE_VARIANT,
        )
        for index in range(first, min(first + DOTS, len(points)))
    ]
    back = icon_button(
        "room-back", tr("The one before"), ft.Icons.ARROW_BACK_ROUNDED, lambda: set_place(place - 1)
    )
    on = icon_button(
        "room-next",
        trp("on a list", "The next one"),
        ft.Icons.ARROW_FORWARD_ROUNDED,
        lambda: set_place(place + 1),
    )
    room = ft.Container(width=theme.TOUCH, height=theme.TOUCH)
    where = (
        tr("Thing {place} of {count}", place=place + 1, count=len(points))
        if place < len(points)
        else tr("The end of the list")
    )
    return ft.Row(
        [
            back if place else room,
            ft.Semantics(
                identifier="room-place",
                label=where,
                container=True,
                content=ft.Row(list[ft.Control](dots), spacing=10, wrap=True, tight=True),
            ),
            on if place < len(points) else room,
        ],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )


@ft.component
def _line(state: State, point: TalkingPoint, *, key: str | None = None) -> ft.Control:
    brought = point.state == "brought"

    async def turn() -> None:
        if brought:
            await state.bringing.settle_quietly(point, "open")
        else:
            await state.bringing.settle_quietly(point, "brought", state.bringing.session_now(point))

    async def write(words: str) -> None:
        await state.bringing.change(point, outcome=words)

    words = shown_words(state.bringing.words(point), state.bringing.source(point))
    ink = ft.Colors.ON_SURFACE_VARIANT if brought else ft.Colors.ON_SURFACE
    check = ft.Container(
        ft.Icon(ft.Icons.CHECK_ROUNDED, size=22, color=ft.Colors.ON_PRIMARY) if brought else None,
        width=32,
        height=32,
        border_radius=10,
        bgcolor=ft.Colors.PRIMARY if brought else None,
        border=None if brought else ft.Border.all(2, ft.Colors.OUTLINE),
        alignment=ft.Alignment.CENTER,
    )
    row = tappable(
        f"room-check-{point.id}",
        in_turn(beginning(words, 160), trp("mark it as such", "Brought")),
        turn,
        ft.Row(
            [check, ft.Container(text(words, theme.TITLE_LARGE, ink), expand=True)],
            spacing=16,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        toggled=brought,
        padding=ft.Padding.symmetric(vertical=16),
        radius=12,
    )
    shown: list[ft.Control] = [row]
    if brought or point.outcome:
        shown.append(
            Writing(
                f"room-outcome-{point.id}",
                tr("A line of what came of it"),
                point.outcome,
                write,
                4,
                key=f"outcome-{point.id}",
            )
        )
    shown.append(ft.Divider(height=1.5, thickness=1.5, color=ft.Colors.OUTLINE_VARIANT))
    return ft.Column(shown, spacing=8, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _hidden(hidden: Sequence[TalkingPoint], show: Any) -> list[ft.Control]:
    count = len(hidden)
    line = (
        trn(
            "{n} thing between us stays hidden here",
            "{n} things between us stay hidden here",
            count,
        )
        if all(one.between_us for one in hidden)
        else trn("{n} thing stays hidden here", "{n} things stay hidden here", count)
    )
    return [
        ft.Row(
            [
                ft.Icon(ft.Icons.LOCK_OUTLINED, size=20, color=ft.Colors.ON_SURFACE_VARIANT),
                quiet(line),
            ],
            alignment=ft.MainAxisAlignment.CENTER,
            wrap=True,
        ),
        button("room-show", trn("Show it", "Show them", count), show),
    ]

"""The web of people and places: drawn, as sentences, and as it was on other days."""

import asyncio
import math
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any, Final

import flet as ft
import flet.canvas as cv

from domain import web
from domain.language import N_, tr, trn, trp
from domain.moments import Line
from domain.resting import going
from domain.web import Node
from views import theme
from views.components.kit import button, card, chip, chips, icon_button, quiet, section, tappable
from views.components.navigation import go
from views.components.people import closeness_in_words, node_in_words
from views.components.person_marks import person_mark
from views.components.rows import switch_row
from views.components.viewer import Eye
from views.components.web_canvas import WebCanvas
from views.components.web_lines import IN_WORDS, sample_line
from views.components.when import day_said
from views.part_lines import ARROWS
from views.state import State, use_state_of_app
from views.theme import text

PICTURE: Final = N_("Web.png")
TURN: Final = 12.0
"""Seconds that the web turns to one side, to the other, and back."""
FRAME: Final = 0.05
KEYS: Final = {f"Arrow {name.capitalize()}": (x, y) for name, _, x, y, _ in ARROWS}
LEGEND: Final[tuple[Line, ...]] = ("open", "partly", "mended", "left")


@ft.component
def WebPage(opened: str = "", *, key: str | None = None) -> ft.Control:
    """The web of today or of an earlier day; whoever is chosen on it has their ways below.

    `opened` is the id of whoever's page is beside it.
    """
    state = use_state_of_app()
    back, set_back = ft.use_state(0)
    picked, pick = ft.use_state("")
    degrees, set_degrees = ft.use_state(0.0)
    turning, set_turning = ft.use_state(False)
    goes_on = ft.use_ref(False)
    initials, set_initials = ft.use_state(False)
    eye: Eye = ft.use_memo(lambda: Eye(), [])
    stops = state.relating.stops
    back = min(back, len(stops) - 1)
    day = stops[-1 - back][0]
    nodes: Sequence[Node] = ft.use_memo(
        lambda: state.relating.web_on(day), [day, state.people, state.moments]
    )
    fixed = back > 0
    chosen = next((one for one in nodes if one.person.id == (opened or picked)), None)

    async def turn() -> None:
        if not turning:
            return
        goes_on.current = True
        loop = asyncio.get_running_loop()
        begun = loop.time()
        while goes_on.current and (gone := loop.time() - begun) < TURN:
            set_degrees(web.SWAY * math.sin(2 * math.pi * gone / TURN))
            await asyncio.sleep(FRAME)
        set_degrees(0.0)
        set_turning(False)

    def stop() -> None:
        goes_on.current = False

    ft.use_effect(turn, [turning], stop)

    async def tap(id: str) -> None:
        if state.wide or picked == id:
            await go(f"/people/{id}")
        else:
            pick(id)

    async def pressed(event: ft.KeyDownEvent | ft.KeyRepeatEvent) -> None:
        if event.key in KEYS and chosen is not None and not fixed:
            await state.relating.step(chosen.person.id, web.way_round(chosen, *KEYS[event.key]))

    width = web_width(state)
    half = web.size_of(nodes)
    scale = width / (2 * half[0])
    height = 2 * half[1] * scale
    canvas = WebCanvas(
        nodes,
        degrees,
        scale,
        chosen.person.id if chosen else "",
        initials,
        state.brightness,
        state.text_scale,
        tap,
        None if fixed or turning else state.relating.put,
        key="web-canvas",
    )
    return ft.Column(
        [
            eye.looking_at(
                "web", _summary(nodes), canvas, width, height, pressed, head=theme.TOUCH
            ),
            *([] if chosen is None or state.wide or fixed else [_panel(state, chosen, pick)]),
            *_time(state, stops, back, set_back, width),
            _legend(state),
            *_depth(state, turning, stop if turning else partial(set_turning, True)),
            *([] if fixed else _not_on_it(state, nodes)),
            *_in_words(state, nodes, fixed),
            switch_row(
                "web-initials",
                tr("Names as initials"),
                initials,
                partial(set_initials, not initials),
                state=tr("on the web, and on a picture of it"),
            ),
            ft.Row(
                [
                    button(
                        "share-web",
                        tr("Share as a picture"),
                        partial(eye.share, state, tr(PICTURE)),
                        kind="text",
                        height=48,
                        icon=ft.Icons.IOS_SHARE_ROUNDED,
                    )
                ],
                wrap=True,
            ),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def web_width(state: State) -> float:
    """The pixels that the web has from left to right."""
    pane = theme.pane_left(state.width) if state.wide else min(state.width, theme.MEDIUM)
    return pane - 2 * theme.margin(state.width)


def _summary(nodes: Sequence[Node]) -> str:
    return trn(
        "Web of people and places, you in the middle. {n} is on it. In words below.",
        "Web of people and places, you in the middle. {n} are on it. In words below.",
        len(nodes),
    )


def _depth(state: State, turning: bool, on_turn: Any) -> list[ft.Control]:
    """The way to a gentle turn in depth; none where the device asks for less motion."""
    if state.still:
        return []
    label = tr("Hold it still") if turning else tr("Turn it gently")
    icon = ft.Icons.PAUSE_ROUNDED if turning else ft.Icons.THREED_ROTATION_ROUNDED
    return [
        ft.Row([button("web-turn", label, on_turn, kind="text", height=48, icon=icon)], wrap=True)
    ]


def _panel(state: State, node: Node, pick: Any) -> ft.Control:
    person = node.person
    words = closeness_in_words(node.near, node.line)
    open = partial(go, f"/people/{person.id}")
    step = state.relating.step
    round = (
        ("web-back", tr("Move round anticlockwise"), ft.Icons.ROTATE_LEFT_ROUNDED, -1),
        ("web-on", tr("Move round clockwise"), ft.Icons.ROTATE_RIGHT_ROUNDED, 1),
    )
    return card(
        ft.Row(
            [
                person_mark(person, 44, state.brightness, state.text_scale),
                ft.Column([text(person.name, theme.TITLE_MEDIUM), quiet(words)], spacing=0),
            ],
            spacing=12,
            wrap=state.large,
        ),
        ft.Row(
            [
                button(
                    "web-open",
                    trp("a button", "Open"),
                    open,
                    kind="soft",
                    height=48,
                    spoken=tr("Open {name}", name=person.name),
                ),
                *(
                    icon_button(identifier, label, icon, partial(step, person.id, way))
                    for identifier, label, icon, way in round
                ),
                button("web-done", tr("Done"), partial(pick, ""), kind="text", height=48),
            ],
            wrap=True,
        ),
    )


def _time(
    state: State, stops: Sequence[tuple[date, bool]], back: int, set_back: Any, width: float
) -> list[ft.Control]:
    if len(stops) < 2:
        return []
    last = len(stops) - 1
    day = stops[last - back][0]
    said = tr("As of {day}", day=day_said(day, state.today)) if back else tr("As of today")

    def slid(event: ft.Event[ft.Slider]) -> None:
        set_back(last - round(event.control.value or 0))

    head: list[ft.Control] = [
        ft.Semantics(
            identifier="web-day",
            live_region=True,
            container=True,
            content=text(said, theme.TITLE_SMALL),
        ),
        *([_to_today(set_back)] if back else []),
        *([quiet(tr("dots are sessions"))] if any(held for _, held in stops) else []),
    ]
    dots = [
        cv.Circle(
            SLIDER_EDGE + place / last * (width - 2 * SLIDER_EDGE),
            24,
            3.5,
            paint=ft.Paint(color=ft.Colors.ON_SURFACE_VARIANT),
        )
        for place, (_, held) in enumerate(stops)
        if held
    ]
    track = ft.Container(
        height=12,
        width=width,
        top=18,
        border_radius=4,
        bgcolor=ft.Colors.SURFACE_CONTAINER_HIGHEST,
    )
    slider = ft.Slider(
        min=0,
        max=last,
        divisions=last,
        value=last - back,
        on_change=slid,
        active_color=ft.Colors.TRANSPARENT,
        inactive_color=ft.Colors.TRANSPARENT,
        thumb_color=ft.Colors.PRIMARY,
        year_2023=False,
        padding=ft.Padding.symmetric(horizontal=SLIDER_EDGE),
        width=width,
        height=48,
    )
    return [
        ft.Row(head, alignment=ft.MainAxisAlignment.SPACE_BETWEEN, wrap=True),
        ft.Stack(
            [
                track,
                cv.Canvas(list[cv.Shape](dots), width=width, height=48),
                ft.Semantics(identifier="web-time", label=tr("The day of the web"), content=slider),
            ],
            width=width,
            height=48,
        ),
    ]


SLIDER_EDGE: Final = 12.0


def _to_today(set_back: Any) -> ft.Control:
    return button("web-today", tr("Back to today"), partial(set_back, 0), kind="text", height=48)


def _legend(state: State) -> ft.Control:
    return ft.ResponsiveRow(
        [
            ft.Row(
                [sample_line(line, 40, 24), quiet(tr(IN_WORDS[line]))],
                spacing=8,
                col=12 if state.large else 6,
            )
            for line in LEGEND
        ],
        run_spacing=2,
    )


def _not_on_it(state: State, nodes: Sequence[Node]) -> list[ft.Control]:
    there = {one.person.id for one in nodes}
    others = [one for one in going(state.people) if one.id not in there]
    if not others:
        return []
    return [
        section(tr("Not on the web yet")),
        quiet(tr("How close you feel to them is told on their page.")),
        chips(
            [
                chip(f"off-web-{one.id}", one.name, partial(go, f"/people/{one.id}"), outlined=True)
                for one in others
            ],
            state.large,
        ),
    ]


def _in_words(state: State, nodes: Sequence[Node], fixed: bool) -> list[ft.Control]:
    if not nodes:
        return []
    rows: list[ft.Control] = []
    for one in sorted(nodes, key=lambda node: (node.person.name.casefold(), node.person.id)):
        said = node_in_words(one, one.person.name)
        rows.append(
            text(said)
            if fixed
            else tappable(
                f"in-words-{one.person.id}",
                said,
                partial(go, f"/people/{one.person.id}"),
                text(said),
                padding=ft.Padding.symmetric(vertical=11),
                radius=12,
            )
        )
    return [
        section(tr("In words")),
        card(*rows, padding=ft.Padding.symmetric(horizontal=20, vertical=8)),
    ]

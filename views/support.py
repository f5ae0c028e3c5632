"""More support: lines of the chosen region, and one's own people."""

from functools import partial
from typing import Any

import flet as ft

from domain.language import tr, trp
from domain.support import Line, Region, region, regions
from views import sayings, theme
from views.components.frame import screen
from views.components.kit import button, card, divider, heading
from views.components.navigation import go
from views.components.notices import problem_card
from views.components.rows import row_button
from views.own_people import OwnPeople, reach
from views.state import State, use_state_of_app
from views.theme import text


@ft.component
def Support() -> ft.View:
    """The page that is one tap from every screen; it works without a connection."""
    state = use_state_of_app()
    choosing, set_choosing = ft.use_state(False)
    chosen = region(state.settings.region)

    async def choose(code: str) -> None:
        await state.set(region=code)
        set_choosing(False)

    lines: list[ft.Control]
    if choosing or chosen is None:
        lines = [_regions(choose)]
    else:
        lines = [_where(chosen, lambda: set_choosing(True), state), _lines(state, chosen)]
    own: list[ft.Control] = []
    # Before the lock opens there are those that the person lets be seen, or none.
    if not state.refused and (state.settings.supporters or not state.locked):
        own = [heading(tr("Your own people")), OwnPeople(key="own-people")]
    first, second = (own, lines) if chosen is None else (lines, own)
    return screen(
        state,
        tr("More support"),
        [
            text(tr(sayings.NOW)),
            *([_emergency(state, chosen)] if chosen else []),
            *problem_card(state),
            *first,
            *second,
            card(
                row_button(
                    "steady",
                    tr("Steady yourself"),
                    partial(go, "/steady"),
                    icon=ft.Icons.SPA_OUTLINED,
                    state=tr("one small thing at a time"),
                ),
                color=ft.Colors.SURFACE_CONTAINER,
                padding=ft.Padding.symmetric(horizontal=20),
            ),
            text(
                " ".join((tr(sayings.NOTEBOOK), tr("This page works without a connection."))),
                theme.BODY_SMALL,
                ft.Colors.ON_SURFACE_VARIANT,
            ),
        ],
        back=True,
    )


def _emergency(state: State, chosen: Region) -> ft.Control:
    note = chosen.emergency_note
    return ft.Column(
        [
            ft.Row(
                [
                    button(
                        "emergency",
                        tr("Emergency: {number}", number=chosen.emergency),
                        reach(state, "tel", chosen.emergency),
                        kind="filled",
                        icon=ft.Icons.CALL_ROUNDED,
                        height=64,
                        expand=True,
                    )
                ]
            ),
            *([text(note, theme.BODY_SMALL, ft.Colors.ON_SURFACE_VARIANT)] if note else []),
        ],
        spacing=4,
    )


def _where(chosen: Region, change: Any, state: State) -> ft.Control:
    where = ft.Row(
        [
            ft.Icon(ft.Icons.LOCATION_ON_OUTLINED, color=ft.Colors.ON_SURFACE_VARIANT),
            text(chosen.name),
        ],
        tight=True,
    )
    way = button(
        "change-region",
        trp("verb", "Change"),
        change,
        kind="text",
        height=48,
        spoken=tr("Change the region"),
    )
    if state.large:
        return ft.Column([where, ft.Row([way], wrap=True)], spacing=0)
    return ft.Row([where, way], alignment=ft.MainAxisAlignment.SPACE_BETWEEN)


def _regions(choose: Any) -> ft.Control:
    rows: list[ft.Control] = [heading(tr("Where are you?"))]
    for one in regions():
        rows.append(row_button(f"region-{one.code}", one.name, partial(choose, one.code)))
    return card(*rows)


def _lines(state: State, chosen: Region) -> ft.Control:
    rows: list[ft.Control] = []
    for line in chosen.lines:
        if rows:
            rows.append(divider())
        rows.append(_line(state, line, len(rows)))
    return card(*rows)


def _line(state: State, line: Line, place: int) -> ft.Control:
    about = " · ".join(filter(None, (line.for_whom, line.hours, line.site)))
    ways: list[ft.Control] = []
    if line.call:
        ways.append(
            button(
                f"call-{place}",
                tr("Call {number}", number=line.call),
                reach(state, "tel", line.call),
                kind="soft",
                icon=ft.Icons.CALL_ROUNDED,
                height=48,
                spoken=tr("Call {name}, {number}", name=line.name, number=line.call),
            )
        )
    if line.text:
        ways.append(
            button(
                f"text-{place}",
                trp("send a message", "Text {number}", number=line.text),
                reach(state, "sms", line.text),
                icon=ft.Icons.SMS_OUTLINED,
                height=48,
                spoken=trp(
                    "send a message", "Text {name}, {number}", name=line.name, number=line.text
                ),
            )
        )
    return ft.Column(
        [
            text(line.name, theme.LABEL_LARGE),
            text(about, theme.BODY_MEDIUM, ft.Colors.ON_SURFACE_VARIANT),
            ft.Row(ways, wrap=True, spacing=8, run_spacing=8),
        ],
        spacing=4,
    )

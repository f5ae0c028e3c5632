"""More support: lines of the chosen region, one's own people, and ways to steady oneself."""

from dataclasses import replace
from functools import partial
from typing import Any

import flet as ft

from domain.entries import Supporter
from domain.support import STEADY, Line, Region, dialled, region, regions
from views import sayings, theme
from views.components.frame import screen
from views.components.kit import (
    button,
    card,
    divider,
    field,
    heading,
    icon_button,
    row_button,
    tappable,
)
from views.components.navigation import go, go_back
from views.components.notices import problem_card
from views.state import Notice, State, use_state_of_app
from views.theme import text

STEADY_ICONS = (
    ft.Icons.WINDOW_OUTLINED,
    ft.Icons.BACK_HAND_OUTLINED,
    ft.Icons.HEARING_OUTLINED,
    ft.Icons.TEXTURE_OUTLINED,
    ft.Icons.TODAY_OUTLINED,
    ft.Icons.PIN_OUTLINED,
    ft.Icons.LOCAL_CAFE_OUTLINED,
    ft.Icons.VISIBILITY_OUTLINED,
)


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
    if not state.refused:
        own = [heading("Your own people"), OwnPeople(key="own-people")]
    first, second = (own, lines) if chosen is None else (lines, own)
    return screen(
        state,
        "More support",
        [
            text(sayings.NOW),
            *([_emergency(state, chosen)] if chosen else []),
            *problem_card(state),
            *first,
            *second,
            card(
                row_button(
                    "steady",
                    "Steady yourself",
                    partial(go, "/steady"),
                    icon=ft.Icons.SPA_OUTLINED,
                ),
                color=ft.Colors.SURFACE_CONTAINER,
                padding=ft.Padding.symmetric(horizontal=20),
            ),
            text(
                f"{sayings.NOTEBOOK} This page works without a connection.",
                theme.BODY_SMALL,
                ft.Colors.ON_SURFACE_VARIANT,
            ),
        ],
        back=True,
    )


def _reach(state: State, scheme: str, number: str) -> Any:
    """Call or text; where the device can't, the number is on the clipboard."""

    async def reach() -> None:
        await ft.Clipboard().set(number)
        launcher = ft.UrlLauncher()
        link = f"{scheme}:{dialled(number)}"
        if ft.context.page.web or await launcher.can_launch_url(link):
            await launcher.launch_url(link)
        state.tell(Notice("Number copied"))

    return reach


def _emergency(state: State, chosen: Region) -> ft.Control:
    note = f" {chosen.emergency_note}" if chosen.emergency_note else ""
    return ft.Column(
        [
            ft.Row(
                [
                    button(
                        "emergency",
                        f"Emergency: {chosen.emergency}",
                        _reach(state, "tel", chosen.emergency),
                        kind="filled",
                        icon=ft.Icons.CALL_ROUNDED,
                        height=64,
                        expand=True,
                    )
                ]
            ),
            *([text(note.strip(), theme.BODY_SMALL, ft.Colors.ON_SURFACE_VARIANT)] if note else []),
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
        "change-region", "Change", change, kind="text", height=48, spoken="Change the region"
    )
    if state.large:
        return ft.Column([where, ft.Row([way])], spacing=0)
    return ft.Row([where, way], alignment=ft.MainAxisAlignment.SPACE_BETWEEN)


def _regions(choose: Any) -> ft.Control:
    rows: list[ft.Control] = [heading("Where are you?")]
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
                f"Call {line.call}",
                _reach(state, "tel", line.call),
                kind="soft",
                icon=ft.Icons.CALL_ROUNDED,
                height=48,
                spoken=f"Call {line.name}, {line.call}",
            )
        )
    if line.text:
        ways.append(
            button(
                f"text-{place}",
                f"Text {line.text}",
                _reach(state, "sms", line.text),
                icon=ft.Icons.SMS_OUTLINED,
                height=48,
                spoken=f"Text {line.name}, {line.text}",
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


@ft.component
def OwnPeople(*, key: str | None = None) -> ft.Control:
    """One's own people and numbers, and what the therapist said about out of hours."""
    state = use_state_of_app()
    adding, set_adding = ft.use_state(False)
    draft, set_draft = ft.use_state(Supporter("", ""))
    hours, set_hours = ft.use_state(state.settings.out_of_hours)
    people = state.settings.supporters

    async def keep() -> None:
        if draft.name.strip() and draft.number.strip():
            await state.set(supporters=(*people, draft))
            set_draft(Supporter("", ""))
            set_adding(False)

    async def remove(one: Supporter) -> None:
        await state.set(supporters=tuple(other for other in people if other != one))

        async def put_back() -> None:
            await state.set(supporters=people)

        state.tell(Notice(f"{one.name} taken off", put_back))

    async def told(event: ft.Event[ft.TextField]) -> None:
        set_hours(event.control.value)
        await state.set(out_of_hours=event.control.value)

    def typed(name: str) -> Any:
        return lambda event: set_draft(lambda one: replace(one, **{name: event.control.value}))

    rows: list[ft.Control] = [
        _supporter(state, one, place, partial(remove, one)) for place, one in enumerate(people)
    ]
    if adding:
        rows += [
            field("own-name", "Who", draft.name, typed("name"), key="own-name-field"),
            field(
                "own-number",
                "Number",
                draft.number,
                typed("number"),
                key="own-number-field",
                keyboard_type=ft.KeyboardType.PHONE,
            ),
            field(
                "own-about",
                "A few words, if you like",
                draft.about,
                typed("about"),
                key="own-about-field",
            ),
            ft.Row(
                [
                    button("keep-person", "Keep", keep, kind="soft", height=48),
                    button("not-now", "Not now", lambda: set_adding(False), kind="text", height=48),
                ],
                wrap=True,
            ),
        ]
    else:
        rows.append(
            row_button(
                "add-person", "Add someone", lambda: set_adding(True), icon=ft.Icons.ADD_ROUNDED
            )
        )
    rows.append(
        field(
            "out-of-hours",
            "What your therapist said about out of hours",
            hours,
            told,
            lines=4,
            key="out-of-hours-field",
        )
    )
    return card(*rows)


def _supporter(state: State, one: Supporter, place: int, remove: Any) -> ft.Control:
    words: list[ft.Control] = [
        text(one.name, theme.LABEL_LARGE),
        text(one.number, theme.BODY_SMALL, ft.Colors.ON_SURFACE_VARIANT),
    ]
    if one.about:
        words.append(text(one.about, theme.BODY_SMALL, ft.Colors.ON_SURFACE_VARIANT))
    return ft.Row(
        [
            ft.Column(words, spacing=0, expand=True),
            icon_button(
                f"own-call-{place}",
                f"Call {one.name}",
                ft.Icons.CALL_ROUNDED,
                _reach(state, "tel", one.number),
                ft.Colors.PRIMARY,
            ),
            icon_button(
                f"own-text-{place}",
                f"Text {one.name}",
                ft.Icons.SMS_OUTLINED,
                _reach(state, "sms", one.number),
                ft.Colors.PRIMARY,
            ),
            icon_button(
                f"own-remove-{place}", f"Take {one.name} off", ft.Icons.CLOSE_ROUNDED, remove
            ),
        ],
        spacing=0,
    )


@ft.component
def Steady() -> ft.View:
    """One way at a time, large; the others below."""
    state = use_state_of_app()
    shown, show = ft.use_state(0)
    others = [place for place in range(len(STEADY)) if place != shown]
    rows: list[ft.Control] = []
    for place in others:
        if rows:
            rows.append(divider())
        rows.append(
            tappable(
                f"steady-{place}",
                STEADY[place],
                lambda place=place: show(place),
                text(STEADY[place]),
                padding=ft.Padding.symmetric(vertical=12),
            )
        )
    ink = ft.Colors.ON_PRIMARY_CONTAINER
    return screen(
        state,
        "Steady yourself",
        [
            card(
                ft.Row([ft.Icon(STEADY_ICONS[shown], size=56, color=ink)]),
                ft.Semantics(
                    identifier="steady",
                    live_region=True,
                    container=True,
                    content=text(
                        STEADY[shown],
                        theme.TITLE_LARGE if state.large else theme.DISPLAY_SMALL,
                        ink,
                    ),
                ),
                ft.Container(height=16),
                ft.Row(
                    [
                        button(
                            "another",
                            "Another",
                            lambda: show((shown + 1) % len(STEADY)),
                            kind="text",
                            icon=ft.Icons.SHUFFLE_ROUNDED,
                        ),
                        button("enough", "That's enough", go_back, kind="text"),
                    ],
                    alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
                    wrap=True,
                ),
                color=ft.Colors.PRIMARY_CONTAINER,
            ),
            *rows,
        ],
        back=True,
    )

"""The first run: three short steps, then Today."""

from functools import partial
from typing import Any, Final

import flet as ft

from domain.language import N_, tr, trp
from views import sayings, theme
from views.components.fields import PHONES
from views.components.frame import screen
from views.components.kit import Tap, button, card, heading, quiet, tappable
from views.components.navigation import go, go_back
from views.components.notices import problem_card
from views.components.rows import switch_row
from views.components.threads import threads
from views.lock_settings import NO_RESET
from views.look_settings import languages
from views.state import State, use_state_of_app
from views.theme import text

YOURS: Final = "/yours"
LOCK: Final = "/yours/lock"
STEPS: Final = ("/", YOURS, LOCK)
"""The address of each: a browser's Back goes a step back."""

PROMISES = (
    (ft.Icons.SMARTPHONE_OUTLINED, N_("What you write stays on this device. There is no account.")),
    (ft.Icons.VISIBILITY_OFF_OUTLINED, N_("Nobody reads or monitors it. Nothing is scanned.")),
    (ft.Icons.BOOKMARKS_OUTLINED, sayings.THERAPIST),
)

CHOICES = (
    ("lock", N_("A lock"), N_("a passphrase, or a passcode of digits"), ft.Icons.LOCK_OUTLINED),
    ("no-lock", N_("No lock"), N_("open straight to Today"), ft.Icons.LOCK_OPEN_OUTLINED),
)


@ft.component
def FirstRun() -> ft.View:
    """What it is."""
    state = use_state_of_app()
    return _step(state, 0, _what(state), tr("Go on"), partial(go, YOURS))


@ft.component
def FirstPromises() -> ft.View:
    """What happens with what one writes."""
    state = use_state_of_app()
    return _step(state, 1, _yours(state), tr("Go on"), partial(go, LOCK))


@ft.component
def FirstLock() -> ft.View:
    """Whether it has a lock."""
    state = use_state_of_app()
    choice, set_choice = ft.use_state("")

    async def begin() -> None:
        await state.set(welcomed=True)
        await go("/settings/lock/new" if choice == "lock" else "/")

    way = tr("Set a lock") if choice == "lock" else trp("the way into the app", "Start")
    return _step(state, 2, _lock(state, choice, set_choice), way, begin)


def _step(state: State, step: int, body: list[ft.Control], further: str, on: Tap) -> ft.View:
    ways: list[ft.Control] = [
        button("first-run-next", further, on, kind="filled", expand=True),
    ]
    if step:
        ways.insert(0, button("first-run-back", tr("Back"), go_back))
    return screen(
        state,
        "",
        [*body, *problem_card(state)],
        lead=_dots(step),
        foot=ft.Container(
            ft.Container(
                ft.Row(ways, spacing=12),
                width=min(state.width, theme.MEDIUM),
                padding=ft.Padding.symmetric(horizontal=theme.MARGIN, vertical=16),
            ),
            alignment=ft.Alignment.CENTER,
        ),
    )


def _dots(step: int) -> ft.Control:
    dots: list[ft.Control] = [
        ft.Container(
            width=24 if place == step else 9,
            height=9,
            border_radius=5,
            bgcolor=ft.Colors.ON_SURFACE if place == step else ft.Colors.OUTLINE_VARIANT,
        )
        for place in range(len(STEPS))
    ]
    return ft.Semantics(
        identifier="first-run-step",
        label=tr("Step {step} of {steps}", step=step + 1, steps=len(STEPS)),
        container=True,
        content=ft.Row(dots, spacing=8),
    )


def _display(state: State, face: theme.Face) -> theme.Face:
    # At twice its size the largest face would break words in two.
    return theme.HEADLINE_SMALL if state.large else face


def _what(state: State) -> list[ft.Control]:
    return [
        ft.Container(
            threads(3.4, state.brightness, 180, 176, 9),
            padding=ft.Padding.symmetric(vertical=24),
        ),
        heading("Meanwhile", _display(state, theme.DISPLAY_MEDIUM), 1),
        text(
            tr("A private journal, and a list, for the time between sessions."), theme.TITLE_LARGE
        ),
        text(
            tr(
                "Notice how it is. Notice who you feel close to. Keep the things you want to bring."
            ),
            theme.BODY_LARGE,
            ft.Colors.ON_SURFACE_VARIANT,
        ),
        # The device's language may not be the person's.
        ft.Container(languages(state), padding=ft.Padding.only(top=24)),
    ]


def _yours(state: State) -> list[ft.Control]:
    return [
        ft.Container(
            heading(tr("Yours, and only here"), _display(state, theme.DISPLAY_SMALL), 1),
            padding=ft.Padding.symmetric(vertical=12),
        ),
        *(
            ft.Row(
                [
                    ft.Icon(icon, color=ft.Colors.SECONDARY),
                    ft.Container(text(tr(words)), expand=True),
                ],
                spacing=16,
                vertical_alignment=ft.CrossAxisAlignment.START,
            )
            for icon, words in PROMISES
        ),
        ft.Container(height=8),
        card(
            text(f"{tr(sayings.NOTEBOOK)} {tr(sayings.NOW)}", theme.BODY_MEDIUM),
            ft.Row(
                [
                    button(
                        "first-run-support",
                        tr("More support"),
                        partial(go, "/support"),
                        kind="text",
                        icon=ft.Icons.SUPPORT_OUTLINED,
                        spoken=tr("More support: lines to call and to write to"),
                        height=48,
                    )
                ],
                wrap=True,
            ),
            color=ft.Colors.SURFACE_CONTAINER,
        ),
    ]


def _lock(state: State, choice: str, choose: Any) -> list[ft.Control]:
    async def hide() -> None:
        await state.set(hide_in_switcher=not state.settings.hide_in_switcher)

    page = ft.context.page
    hide_row = switch_row(
        "hide-in-switcher",
        tr("Hide in the app switcher"),
        state.settings.hide_in_switcher,
        hide,
        state=tr("where the device allows it"),
    )
    # Elsewhere nothing of the app is covered.
    hides = [hide_row] if page.platform in PHONES and not page.web else []
    return [
        ft.Container(
            heading(tr("Would you like a lock?"), _display(state, theme.DISPLAY_SMALL), 1),
            padding=ft.Padding.only(top=12),
        ),
        text(
            tr("You can set or change this later."),
            theme.BODY_LARGE,
            ft.Colors.ON_SURFACE_VARIANT,
        ),
        ft.Container(height=8),
        *(
            _choice(name, tr(label), tr(line), icon, choice == name, partial(choose, name))
            for name, label, line, icon in CHOICES
        ),
        ft.Container(height=8),
        *hides,
        text(tr(NO_RESET), theme.BODY_MEDIUM, ft.Colors.ON_SURFACE_VARIANT),
    ]


def _choice(name: str, label: str, line: str, icon: ft.IconData, on: bool, tap: Any) -> ft.Control:
    mark = [ft.Icon(ft.Icons.CHECK_ROUNDED, color=ft.Colors.ON_SURFACE)] if on else []
    return tappable(
        f"first-run-{name}",
        f"{label}: {line}",
        tap,
        ft.Row(
            [
                ft.Icon(icon, color=ft.Colors.ON_SURFACE),
                ft.Column([text(label, theme.LABEL_LARGE), quiet(line)], spacing=0, expand=True),
                *mark,
            ],
            spacing=20,
        ),
        selected=on,
        fill=ft.Colors.PRIMARY_CONTAINER if on else ft.Colors.SURFACE_CONTAINER_LOW,
        line=ft.BorderSide(2, ft.Colors.PRIMARY) if on else None,
        radius=24,
        padding=ft.Padding.symmetric(horizontal=20, vertical=18),
    )

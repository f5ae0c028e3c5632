"""What one is reminded of just now: a quiet line on Today, or on its cards about sessions."""

from functools import partial
from typing import Any, Final

import flet as ft

from domain.language import tr, trp
from domain.reminding import TEXTS, Reminder
from views import theme
from views.components.kit import act, button, tappable
from views.components.navigation import go
from views.state import State
from views.theme import text

MINUTE: Final = 60


def use_minutes(state: State) -> None:
    """A hook: with each minute that begins, the screen looks whether another one is due."""
    _, see = ft.use_state("")
    timer: Any = ft.use_ref(None)

    def look() -> None:
        # A session that ends while nobody is connected ends no effect.
        if state in State.open_ones:
            one = state.reminding.due
            see(one.id if one else "")
            wait()

    def wait() -> None:
        now = state.now
        left = MINUTE - now.second - now.microsecond / 1e6
        timer.current = state.loop.call_later(left, look)

    def end() -> None:
        if timer.current:
            timer.current.cancel()

    ft.use_effect(wait, [state], cleanup=end)


def check_in_line(state: State) -> list[ft.Control]:
    """That it is a time to check in; nothing at others."""
    one = state.reminding.due
    return [_line(state, one)] if one is not None and one.what == "check_in" else []


def session_line(state: State, told: str = "") -> list[ft.Control]:
    """What to look at before a session, or after one; not of the session that a card is `told`
    of it."""
    one = state.reminding.due
    if one is None or one.what == "check_in" or one.about == told:
        return []
    return [_line(state, one)]


def line_of_card(state: State, session: str) -> list[ft.Control]:
    """The words alone, for the card that asks about that session."""
    one = state.reminding.due
    if one is None or (one.what, one.about) != ("after", session):
        return []
    return [_spoken(one, _words(state, one))]


def _line(state: State, one: Reminder) -> ft.Control:
    words = _words(state, one)
    if one.what == "check_in":
        said = _spoken(one, words)
    else:
        way = tappable(
            "reminder-open",
            tr(TEXTS[one.what]),
            partial(_follow, state, one),
            words,
            padding=ft.Padding.symmetric(vertical=13),
        )
        said = ft.Semantics(identifier="reminder", live_region=True, container=True, content=way)
    later = button(
        "reminder-later",
        trp("a reminder", "Later"),
        act(state.reminding.put_off),
        kind="text",
        height=48,
        spoken=tr("Later: again in an hour"),
    )
    ways = ft.Row(
        [
            *([later] if state.reminding.may_wait(one) else []),
            button(
                "reminder-not-now",
                tr("Not now"),
                act(state.reminding.leave),
                kind="text",
                height=48,
                spoken=tr("Not now: leave this reminder"),
            ),
        ],
        spacing=4,
        tight=True,
    )
    if state.large:
        return ft.Column([said, ways], spacing=0)
    return ft.Row(
        [said, ways],
        wrap=True,
        spacing=4,
        run_spacing=0,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )


def _spoken(one: Reminder, words: ft.Control) -> ft.Control:
    return ft.Semantics(
        identifier="reminder",
        live_region=True,
        container=True,
        label=tr(TEXTS[one.what]),
        content=ft.Semantics(exclude_semantics=True, content=words),
    )


def _words(state: State, one: Reminder) -> ft.Control:
    said = text(tr(TEXTS[one.what]), theme.BODY_MEDIUM)
    return ft.Row(
        [
            ft.Icon(ft.Icons.NOTIFICATIONS_OUTLINED, size=20, color=ft.Colors.ON_SURFACE_VARIANT),
            ft.Container(said, expand=True) if state.large else said,
        ],
        spacing=8,
        tight=not state.large,
    )


async def _follow(state: State, one: Reminder) -> None:
    await state.reminding.follow()
    if one.what == "after":
        await go(f"/sessions/{one.about}")
        return
    session = state.meeting.session(one.about)
    if session is not None:
        state.meeting.choose(session.therapy)
    await go("/bring/prepare")

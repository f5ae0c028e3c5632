"""What Today says about sessions: the next one, one to note something about, something to try."""

from functools import partial

import flet as ft

from domain.entries import TherapySession
from domain.language import in_turn, tr, trn
from views import theme
from views.components.kit import button, card, quiet, stacked, tappable
from views.components.navigation import go
from views.components.threads import threads
from views.components.when import how_far, session_in_words
from views.components.writing import Writing
from views.reminder_line import line_of_card, session_line
from views.state import State, use_state_of_app
from views.theme import text

PREPARE = "/bring/prepare"


def session_cards(state: State) -> list[ft.Control]:
    """All that there is to say now; nothing where every therapy has stopped."""
    if not state.meeting.going_on:
        return []
    unsaid, trying = state.meeting.unsaid(), state.meeting.to_try()
    return [
        *([_unsaid(state, unsaid)] if unsaid else []),
        *session_line(state, unsaid.id if unsaid else ""),
        _next(state),
        *([ToTry(trying.id, key=f"try-{trying.id}")] if trying else []),
    ]


def _next(state: State) -> ft.Control:
    coming = state.meeting.next()
    if coming is None:
        return _card(
            state,
            "no-session",
            tr("No session planned"),
            tr("Your list keeps. Add a date if you like."),
            "/sessions",
            ft.Icons.ADD_ROUNDED,
            quiet_mark=True,
        )
    name = state.meeting.named(coming.therapy)
    waiting = len(state.bringing.waiting(coming.therapy))
    # Of what is private Today tells nothing, nor that there is nothing.
    is_empty = not state.bringing.on_list_of(coming.therapy)
    things = tr("nothing on the list yet") if is_empty else ""
    if waiting:
        things = trn("{n} thing to bring", "{n} things to bring", waiting)
    parts = [name, how_far(coming.at, state.now), things]
    return _card(
        state,
        "next-session",
        session_in_words(coming.at, state.today),
        " · ".join(filter(None, parts)),
        "/room"
        if coming.at <= state.now and state.bringing.on_list_of(coming.therapy)
        else PREPARE,
        ft.Icons.CHEVRON_RIGHT_ROUNDED,
        therapy=coming.therapy,
    )


def _card(
    state: State,
    identifier: str,
    title: str,
    line: str,
    route: str,
    end: ft.IconData,
    *,
    therapy: str = "",
    quiet_mark: bool = False,
) -> ft.Control:
    async def open() -> None:
        if therapy:
            state.meeting.choose(therapy)
        await go(route)

    mark = ft.Container(
        threads(3, state.brightness, 30, 34, 3.2),
        width=52,
        height=52,
        border_radius=17,
        bgcolor=ft.Colors.SURFACE_CONTAINER_HIGH if quiet_mark else ft.Colors.SECONDARY_CONTAINER,
        alignment=ft.Alignment.CENTER,
    )
    words = stacked(
        [
            text(title, theme.TITLE_MEDIUM),
            text(line, theme.BODY_MEDIUM, ft.Colors.ON_SURFACE_VARIANT),
        ]
    )
    way = ft.Icon(end, color=ft.Colors.ON_SURFACE_VARIANT)
    row: ft.Control = ft.Row([mark, words, way], spacing=16)
    if state.large:
        row = ft.Column([mark, ft.Row([words, way])])
    return tappable(
        identifier,
        in_turn(title, line),
        open,
        row,
        fill=ft.Colors.SURFACE_CONTAINER_LOW,
        padding=ft.Padding.symmetric(horizontal=16, vertical=14),
        radius=20,
    )


def _unsaid(state: State, session: TherapySession) -> ft.Control:
    name = state.meeting.named(session.therapy)
    when = session_in_words(session.at, state.today)
    note = partial(go, f"/sessions/{session.id}")
    return ft.Semantics(
        identifier="unsaid",
        container=True,
        content=card(
            *line_of_card(state, session.id),
            text(f"{when} · {name}" if name else when, theme.TITLE_MEDIUM),
            text(tr("Would you like to note something about it?"), theme.BODY_MEDIUM),
            ft.Row(
                [
                    button("note-session", tr("Note it"), note, kind="soft", height=48),
                    button(
                        "session-not-held",
                        tr("It didn't happen"),
                        partial(go, f"/sessions/{session.id}/not-held"),
                        height=48,
                    ),
                    button(
                        "session-not-now",
                        tr("Not now"),
                        partial(state.meeting.wave_off, session),
                        kind="text",
                        height=48,
                    ),
                ],
                wrap=True,
                spacing=8,
            ),
        ),
    )


@ft.component
def ToTry(id: str, *, key: str | None = None) -> ft.Control:
    """What one wanted to try until the next session; gently, and easy to set down."""
    state = use_state_of_app()
    telling, set_telling = ft.use_state(False)
    session = state.meeting.session(id)
    if session is None:
        return ft.Container()

    async def went(words: str) -> None:
        await state.meeting.say(session, to_try_went=words)

    async def down() -> None:
        await state.meeting.set_down(session)

    said = [
        Writing(
            "try-went",
            tr("How did it go?"),
            session.to_try_went,
            went,
            4,
            hint=tr("However it went, a few words if you like"),
            key=f"went-{id}",
        )
    ]
    ways: list[ft.Control] = [
        button("try-set-down", tr("Set it down"), down, kind="text", height=48),
    ]
    if not telling:
        tell = button(
            "try-how", tr("How did it go?"), lambda: set_telling(True), kind="soft", height=48
        )
        ways.insert(0, tell)
    return ft.Semantics(
        identifier="to-try",
        container=True,
        content=card(
            quiet(tr("Something to try, if you like")),
            text(session.to_try, theme.TITLE_MEDIUM),
            *(said if telling else []),
            ft.Row(ways, wrap=True, spacing=8),
            color=ft.Colors.SURFACE_CONTAINER,
        ),
    )

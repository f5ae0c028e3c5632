"""One session: before it, what can be said about it; after it, what stays."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final

import flet as ft

from domain import wording
from domain.dates import at_start
from domain.entries import Status, TalkingPoint, TherapySession
from domain.language import N_, in_turn, tr, trn
from domain.prompts import prompt
from views import theme
from views.after import afterwards, reply_field
from views.components.frame import side_by_side
from views.components.kit import button, card, chip, chips, divider, heading, quiet, tappable
from views.components.kit import section as titled
from views.components.navigation import go, go_back
from views.components.notices import problem_card
from views.components.points import beginning
from views.components.rows import segments
from views.components.when import how_far, session_in_words, use_wall_clock
from views.for_good import for_good
from views.state import State, use_state_of_app
from views.theme import text

HOW: Final = (
    ("session-happened", N_("Happened")),
    ("session-cut-short", N_("Cut short")),
    ("session-not-held", N_("Didn't happen")),
)
NOT_HELD: Final[tuple[Status, ...]] = (
    "they_cancelled",
    "they_did_not_come",
    "i_cancelled",
    "break",
    "ended",
)
AHEAD: Final = tuple(one for one in NOT_HELD if one != "they_did_not_come")


def status_in_words(status: Status) -> str:
    """What became of a session, as the person would say it."""
    return tr(wording.STATUS[status])


@ft.component
def SessionPage(id: str, not_held: bool = False, *, key: str | None = None) -> ft.Control:
    """Everything about one session; each part can stay empty."""
    state = use_state_of_app()
    chosen, choose = ft.use_state("session-not-held" if not_held else "")
    session = state.meeting.session(id)

    async def move(wall: datetime) -> None:
        if session is not None:
            await state.meeting.move(session, wall)

    ask = use_wall_clock(
        session.at if session else state.now,
        move,
        day_asked=tr("Which day instead?"),
        time_asked=tr("At what time?"),
    )
    if session is None:
        return text(tr("There is no such session."))

    async def tell(identifier: str) -> None:
        choose(identifier)
        if identifier != "session-not-held":
            status: Status = "happened" if identifier == "session-happened" else "cut_short"
            await state.meeting.tell_status(session, status)

    how = _how(session, chosen)
    begun, over = session.at <= state.now, session.ends <= state.now
    shown: list[ft.Control] = [*problem_card(state, _written(session))]
    if not over and session.status == "planned" and not how:
        shown += _under_way(state, session) if begun else _ahead(state, session, ask)
    if begun or how:
        ways = [(identifier, tr(label)) for identifier, label in HOW]
        shown.append(segments(ways, how, tell, state.large))
    if how == "session-not-held":
        shown += _not_held(state, session, ask)
    elif over or how:
        shown += afterwards(state, session)
    shown += _list(state, session)
    return ft.Column(
        [*shown, *_ends(state, session)],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _how(session: TherapySession, chosen: str) -> str:
    """Which way of the three it went; none is preset."""
    if session.status in ("happened", "cut_short"):
        own = "session-happened" if session.status == "happened" else "session-cut-short"
        return "session-not-held" if chosen == "session-not-held" else own
    return "session-not-held" if session.status != "planned" else chosen


def _written(session: TherapySession) -> str:
    said = [reply.text for reply in session.replies]
    said += [session.held_back_text, session.kept_sentence, session.to_try]
    return "\n\n".join(filter(None, said))


def _ahead(state: State, session: TherapySession, ask: Any) -> list[ft.Control]:
    async def tell(status: Status) -> None:
        await state.meeting.tell_status(session, status)

    async def prepare() -> None:
        state.meeting.choose(session.therapy)
        await go("/bring/prepare")

    beside = state.meeting.course_of_all().beside(session.at, session.length, session.id)
    shown = _when(state, session)
    if beside is not None:
        then = session_in_words(beside.at, state.today)
        shown.append(text(tr("Another session is planned then: {when}.", when=then)))
    shown += [
        side_by_side(
            state,
            button("prepare", tr("Prepare"), prepare, expand=True),
            button("move-session", tr("Move it"), ask, expand=True),
        ),
        titled(tr("It won't happen")),
        _status_chips(state, session, AHEAD, tell),
    ]
    return shown


def _under_way(state: State, session: TherapySession) -> list[ft.Control]:
    async def enter() -> None:
        state.meeting.choose(session.therapy)
        await go("/room")

    room = button("in-the-room", tr("In the room"), enter, kind="soft")
    return [*_when(state, session), room]


def _when(state: State, session: TherapySession) -> list[ft.Control]:
    return [
        text(session_in_words(session.at, state.today), theme.TITLE_LARGE),
        quiet(f"{how_far(session.at, state.now)} · {_minutes(session)}"),
    ]


def _minutes(session: TherapySession) -> str:
    return trn("{n} minute", "{n} minutes", session.length)


def _status_chips(
    state: State,
    session: TherapySession,
    ways: Sequence[Status],
    tell: Any,
    *more: ft.Control,
) -> ft.Control:
    made: list[ft.Control] = [
        chip(
            f"status-{status.replace('_', '-')}",
            at_start(status_in_words(status)),
            partial(tell, status),
            selected=session.status == status,
        )
        for status in ways
    ]
    return chips([*made[:3], *more, *made[3:]], state.large)


def _not_held(state: State, session: TherapySession, ask: Any) -> list[ft.Control]:
    async def tell(status: Status) -> None:
        now = state.latest(session).status
        await state.meeting.tell_status(session, "planned" if now == status else status)

    async def bring() -> None:
        words = state.latest(session).reply("M01") or tr("The session that didn't happen")
        await state.bringing.bring(session, text=words)

    moved = chip("status-moved", tr("We moved it"), ask, selected=False)
    first = prompt("M01")
    others = ["M04", "M05", *(["M06"] if session.status == "ended" else [])]
    there = state.bringing.of_source(session.id) is not None
    stopped = {
        "break": tr("Nothing is planned until you say so."),
        "ended": tr("Everything you wrote is kept."),
    }
    return [
        _status_chips(state, session, NOT_HELD, tell, moved),
        *([quiet(stopped[session.status])] if session.status in stopped else []),
        card(
            text(first.text, theme.TITLE_LARGE),
            reply_field(state, session, first),
        ),
        card(
            text(
                tr("What you had ready stays on your list. You can keep it, or say it elsewhere.")
            ),
            ft.Row(
                [
                    button(
                        "bring-feeling",
                        tr("On the list") if there else tr("Bring this feeling too"),
                        bring,
                        kind="soft",
                        height=48,
                        icon=ft.Icons.BOOKMARK_ROUNDED
                        if there
                        else ft.Icons.BOOKMARK_BORDER_ROUNDED,
                    )
                ],
                wrap=True,
            ),
            color=ft.Colors.SURFACE_CONTAINER,
        ),
        *(
            ft.Column(
                [heading(prompt(one).text), reply_field(state, session, prompt(one))],
                spacing=8,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            )
            for one in others
        ),
    ]


def _list(state: State, session: TherapySession) -> list[ft.Control]:
    brought = state.bringing.brought_to(session.id)
    last = state.meeting.course(session.therapy).last(state.now)
    newest = last is not None and last.id == session.id
    waiting = state.bringing.on_list_of(session.therapy) if newest else []
    rows: list[ft.Control] = []
    for point in (*brought, *waiting):
        rows += (
            [divider(), _point(state, session, point)] if rows else [_point(state, session, point)]
        )
    if not rows:
        return []
    return [
        titled(tr("Your list")),
        card(*rows, padding=ft.Padding.symmetric(horizontal=20, vertical=8)),
    ]


def _point(state: State, session: TherapySession, point: TalkingPoint) -> ft.Control:
    brought = point.state == "brought"

    async def turn() -> None:
        if brought:
            await state.bringing.settle_quietly(point, "open")
        else:
            await state.bringing.settle_quietly(point, "brought", session.id)

    words = beginning(state.bringing.words(point), 90) or tr("From a check-in")
    said = tr("brought") if brought else tr("stays on the list")
    lines: list[ft.Control] = [text(words)]
    if point.outcome:
        lines.append(quiet(point.outcome))
    opened = tappable(
        f"open-{point.id}",
        in_turn(words, point.outcome),
        partial(go, f"/bring/{point.id}"),
        ft.Column(lines, spacing=2, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=ft.Padding.symmetric(vertical=12),
        radius=12,
    )
    told = chip(f"brought-{point.id}", said, turn, selected=brought, spoken=f"{words}: {said}")
    if state.large:
        return ft.Column([opened, told], spacing=0)
    opened.expand = True
    return ft.Row([opened, told], spacing=8)


def _ends(state: State, session: TherapySession) -> list[ft.Control]:
    async def delete() -> None:
        await state.meeting.delete(session)
        await go("/sessions")

    ends: list[ft.Control] = []
    if session.logged_at is not None:
        ends.append(
            ft.Row(
                [
                    button(
                        "delete-session",
                        tr("Delete what is noted"),
                        delete,
                        kind="text",
                        height=48,
                        icon=ft.Icons.DELETE_OUTLINE_ROUNDED,
                    )
                ],
                wrap=True,
            )
        )
        ends += for_good(state, session)
    if state.wide and is_to_tell(state, session):
        ends.append(side_by_side(state, *session_ways()))
    return ends


def is_to_tell(state: State, session: TherapySession) -> bool:
    """Whether there is something to tell of it: it is over, or it was said what became of it."""
    return session.ends <= state.now or session.status != "planned"


def session_ways() -> list[ft.Control]:
    """Two ways out of what is kept with every letter: neither of them loses anything."""
    return [
        button("stop-here", tr("Stop here"), go_back, expand=True),
        button("save-session", tr("Save"), partial(go, "/"), kind="filled", expand=True),
    ]

"""One session: before it, what can be said about it; after it, what stays."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final

import flet as ft

from domain.entries import Status, TalkingPoint, TherapySession
from domain.prompts import Prompt, following, prompt, prompts
from views import theme
from views.components.frame import side_by_side
from views.components.kit import (
    button,
    card,
    chip,
    chips,
    divider,
    heading,
    quiet,
    segments,
    tappable,
)
from views.components.kit import section as titled
from views.components.navigation import go, go_back
from views.components.notices import problem_card
from views.components.points import beginning
from views.components.threads import connection_row
from views.components.when import how_far, session_in_words, use_wall_clock
from views.components.writing import Writing
from views.state import State, use_state_of_app
from views.theme import text

HOW: Final = (
    ("session-happened", "Happened"),
    ("session-cut-short", "Cut short"),
    ("session-not-held", "Didn't happen"),
)
NOT_HELD: Final[tuple[tuple[Status, str], ...]] = (
    ("they_cancelled", "They cancelled"),
    ("they_did_not_come", "They didn't come"),
    ("i_cancelled", "I cancelled"),
    ("break", "A break"),
    ("ended", "Therapy has ended"),
)
AHEAD: Final = tuple(one for one in NOT_HELD if one[0] != "they_did_not_come")
IN_WORDS: Final[dict[Status, str]] = {
    "planned": "nothing noted",
    "happened": "happened",
    "cut_short": "cut short",
    "they_cancelled": "they cancelled",
    "they_did_not_come": "they didn't come",
    "i_cancelled": "I cancelled",
    "break": "a break",
    "ended": "therapy ended",
}
HELD: Final = (("no", "No"), ("little", "A little"), ("lot", "A lot"), ("cant_tell", "Can't tell"))
GOES: Final = (
    ("next_time", "For next time", ft.Icons.BOOKMARK_BORDER_ROUNDED),
    ("only_me", "Only for me", ft.Icons.LOCK_OUTLINED),
    ("let_go", "Leave it", ft.Icons.AIR_ROUNDED),
)
OFF: Final = (
    ("no", "Not that I noticed"),
    ("wobble", "A small wobble"),
    ("yes", "Yes"),
    ("cant_tell", "Can't tell"),
)
TALKED: Final = (
    ("yes", "Yes"),
    ("partly", "Partly"),
    ("not_yet", "Not yet"),
    ("not_wanted", "I don't want to"),
    ("not_safe", "Not safe to"),
)
ASKED: Final = ("A01", "A04", "A05", "A06", "A07", "A11", "A12")
"""What the page asks by itself, in its own order; the others are offered one at a time."""


def status_in_words(status: Status) -> str:
    """What became of a session, as the person would say it."""
    return IN_WORDS[status]


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
        day_asked="Which day instead?",
        time_asked="At what time?",
    )
    if session is None:
        return text("There is no such session.")

    async def tell(identifier: str) -> None:
        choose(identifier)
        if identifier != "session-not-held":
            status: Status = "happened" if identifier == "session-happened" else "cut_short"
            await state.meeting.tell_status(session, status)

    how = _how(session, chosen)
    over = session.at <= state.now
    shown: list[ft.Control] = [*problem_card(state, _written(session))]
    if session.ends > state.now and session.status == "planned" and not how:
        shown += _ahead(state, session, ask)
    if over or how:
        shown.append(segments(HOW, how, tell, state.large))
    if how == "session-not-held":
        shown += _not_held(state, session, ask)
    elif over or how:
        shown += _afterwards(state, session)
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

    beside = state.meeting.course_of_all().beside(session.at, session.length, session.id)
    when = session_in_words(session.at, state.today)
    shown: list[ft.Control] = [
        text(when, theme.TITLE_LARGE),
        quiet(f"{how_far(session.at, state.now)} · {session.length} minutes"),
    ]
    if beside is not None:
        shown.append(
            text(f"Another session is planned then: {session_in_words(beside.at, state.today)}.")
        )
    shown += [
        side_by_side(
            state,
            button("prepare", "Prepare", partial(go, "/bring/prepare"), expand=True),
            button("move-session", "Move it", ask, expand=True),
        ),
        titled("It won't happen"),
        _status_chips(state, session, AHEAD, tell),
    ]
    return shown


def _status_chips(
    state: State,
    session: TherapySession,
    ways: Sequence[tuple[Status, str]],
    tell: Any,
    *more: ft.Control,
) -> ft.Control:
    made: list[ft.Control] = [
        chip(
            f"status-{status.replace('_', '-')}",
            label,
            partial(tell, status),
            selected=session.status == status,
        )
        for status, label in ways
    ]
    return chips([*made[:3], *more, *made[3:]], state.large)


def _not_held(state: State, session: TherapySession, ask: Any) -> list[ft.Control]:
    async def tell(status: Status) -> None:
        now = state.latest(session).status
        await state.meeting.tell_status(session, "planned" if now == status else status)

    async def bring() -> None:
        words = state.latest(session).reply("M01") or "The session that didn't happen"
        await state.bringing.bring(session, text=words)

    moved = chip("status-moved", "We moved it", ask, selected=False)
    first = prompt("M01")
    others = ["M04", "M05", *(["M06"] if session.status == "ended" else [])]
    there = state.bringing.of_source(session.id) is not None
    stopped = {
        "break": "Nothing is planned until you say so.",
        "ended": "Everything you wrote is kept.",
    }
    return [
        _status_chips(state, session, NOT_HELD, tell, moved),
        *([quiet(stopped[session.status])] if session.status in stopped else []),
        card(
            text(first.text, theme.TITLE_LARGE),
            _reply(state, session, first),
        ),
        card(
            text("What you had ready stays on your list. You can keep it, or say it elsewhere."),
            ft.Row(
                [
                    button(
                        "bring-feeling",
                        "On the list" if there else "Bring this feeling too",
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
                [heading(prompt(one).text), _reply(state, session, prompt(one))],
                spacing=8,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            )
            for one in others
        ),
    ]


def _reply(
    state: State, session: TherapySession, asked: Prompt, lines: int = 6, hint: str = ""
) -> ft.Control:
    return Writing(
        f"reply-{asked.id}",
        asked.text,
        session.reply(asked.id),
        partial(state.meeting.reply, session, asked),
        lines,
        hint=hint or "A few words, if you like",
        key=f"{session.id}-{asked.id}",
    )


def _afterwards(state: State, session: TherapySession) -> list[ft.Control]:
    say = partial(_say, state, session)
    first, shared = prompt("A01"), prompt("A07")
    shown: list[ft.Control] = [
        titled(first.text),
        _reply(state, session, first),
        titled("How connected did you feel in the room?"),
        connection_row(
            session.connection,
            partial(_connect, state, session),
            state.brightness,
            state.large,
        ),
        titled("Did you hold something back?"),
        _choice(state, "held", HELD, session.held_back, partial(say, "held_back")),
        *_held_back(state, session, say),
        titled("Did anything feel off between you and your therapist?"),
        quiet("Even a small wobble counts."),
        _choice(state, "off", OFF, session.felt_off, partial(say, "felt_off")),
    ]
    if session.felt_off in ("wobble", "yes"):
        shown += [
            quiet("Was it talked about?"),
            _choice(state, "talked", TALKED, session.talked, partial(say, "talked")),
        ]
    return [
        *shown,
        titled(shared.text),
        _reply(state, session, shared, 4),
        titled(prompt("A11").text),
        _words(
            state, session, "kept_sentence", "One line is plenty", ft.Icons.FORMAT_QUOTE_ROUNDED
        ),
        titled(prompt("A12").text),
        _words(
            state, session, "to_try", "It waits on Today until next time", ft.Icons.SPA_OUTLINED
        ),
        OneMore(session.id, key=f"more-{session.id}"),
    ]


async def _say(state: State, session: TherapySession, name: str, value: Any) -> None:
    latest = state.latest(session)
    taken = getattr(latest, name) == value
    await state.meeting.say(latest, **{name: "" if taken else value})


async def _connect(state: State, session: TherapySession, value: Any) -> None:
    latest = state.latest(session)
    await state.meeting.say(latest, connection=None if latest.connection == value else value)


def _choice(
    state: State, name: str, options: Sequence[tuple[str, str]], value: str, on_choose: Any
) -> ft.Control:
    return chips(
        [
            chip(
                f"{name}-{one.replace('_', '-')}",
                label,
                partial(on_choose, one),
                selected=one == value,
            )
            for one, label in options
        ],
        state.large,
    )


def _words(
    state: State, session: TherapySession, name: str, hint: str, icon: ft.IconData
) -> ft.Control:
    async def write(words: str) -> None:
        await state.meeting.say(session, **{name: words})

    return Writing(
        name.replace("_", "-"),
        hint,
        getattr(session, name),
        write,
        4,
        icon=icon,
        key=f"{session.id}-{name}",
    )


def _held_back(state: State, session: TherapySession, say: Any) -> list[ft.Control]:
    if session.held_back not in ("little", "lot"):
        return []

    async def write(words: str) -> None:
        await state.meeting.hold_back(session, text=words)

    async def goes(to: Any) -> None:
        latest = state.latest(session)
        await state.meeting.hold_back(session, goes="" if latest.held_back_goes == to else to)

    ways: list[ft.Control] = [
        chip(
            f"goes-{to.replace('_', '-')}",
            label,
            partial(goes, to),
            selected=session.held_back_goes == to,
            icon=icon,
            outlined=True,
        )
        for to, label, icon in GOES
    ]
    return [
        card(
            Writing(
                "held-back-text",
                "What it was, if you like",
                session.held_back_text,
                write,
                4,
                key=f"{session.id}-held",
            ),
            text("Kept as held back. Only you see it.", theme.BODY_MEDIUM),
            chips(ways, state.large),
            color=ft.Colors.SURFACE_CONTAINER,
        )
    ]


@ft.component
def OneMore(id: str, *, key: str | None = None) -> ft.Control:
    """One more question at a time, for whoever likes; those that were answered stay."""
    state = use_state_of_app()
    rest = [one for one in prompts("after_session") if one.id not in ASKED]
    shown, show = ft.use_state("")
    session = state.meeting.session(id)
    if session is None:
        return ft.Container()
    answered = [one for one in rest if session.reply(one.id) and one.id != shown]
    rows: list[ft.Control] = []
    for one in answered:
        rows += [titled(one.text), _reply(state, session, one)]
    if shown:
        asked = prompt(shown)
        rows += [titled(asked.text), _reply(state, session, asked)]
    unanswered = [one for one in rest if not session.reply(one.id)] or rest

    def another() -> None:
        show(following(unanswered, shown).id)

    label = "Another question" if shown else "One more question"
    way = button("one-more", label, another, kind="text", height=48, icon=ft.Icons.ADD_ROUNDED)
    return ft.Column(
        [*rows, ft.Row([way])],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


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
        titled("Your list"),
        card(*rows, padding=ft.Padding.symmetric(horizontal=20, vertical=8)),
    ]


def _point(state: State, session: TherapySession, point: TalkingPoint) -> ft.Control:
    brought = point.state == "brought"

    async def turn() -> None:
        if brought:
            await state.bringing.settle_quietly(point, "open")
        else:
            await state.bringing.settle_quietly(point, "brought", session.id)

    words = beginning(state.bringing.words(point), 90) or "From a check-in"
    said = "brought" if brought else "stays on the list"
    lines: list[ft.Control] = [text(words)]
    if point.outcome:
        lines.append(quiet(point.outcome))
    opened = tappable(
        f"open-{point.id}",
        f"{words}. {point.outcome}" if point.outcome else words,
        partial(go, f"/bring/{point.id}"),
        ft.Column(lines, spacing=2),
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
                        "Delete what is noted",
                        delete,
                        kind="text",
                        height=48,
                        icon=ft.Icons.DELETE_OUTLINE_ROUNDED,
                    )
                ]
            )
        )
    if state.wide:
        ends.append(side_by_side(state, *session_ways()))
    return ends


def session_ways() -> list[ft.Control]:
    """Two ways out of what is kept with every letter: neither of them loses anything."""
    return [
        button("stop-here", "Stop here", go_back, expand=True),
        button("save-session", "Save", partial(go, "/"), kind="filled", expand=True),
    ]

"""After a session: what stays with the person, all of it optional."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

import flet as ft

from domain import wording
from domain.entries import HeldBackGoes, TherapySession
from domain.language import tr
from domain.prompts import Prompt, following, prompt, prompts
from views import theme
from views.components.kit import act, button, card, chip, chips, choices, quiet
from views.components.kit import section as titled
from views.components.navigation import go
from views.components.rows import row_button
from views.components.threads import connection_row
from views.components.writing import Writing
from views.state import State, use_state_of_app
from views.theme import text

GOES_ICONS: Final[dict[HeldBackGoes, ft.IconData]] = {
    "next_time": ft.Icons.BOOKMARK_BORDER_ROUNDED,
    "only_me": ft.Icons.LOCK_OUTLINED,
    "let_go": ft.Icons.AIR_ROUNDED,
}
ASKED: Final = ("A01", "A04", "A05", "A06", "A07", "A11", "A12")
"""What the page asks by itself, in its own order; the others are offered one at a time."""


def reply_field(
    state: State, session: TherapySession, asked: Prompt, lines: int = 6, hint: str = ""
) -> ft.Control:
    return Writing(
        f"reply-{asked.id}",
        asked.text,
        session.reply(asked.id),
        partial(state.meeting.reply, session, asked),
        lines,
        hint=hint or tr("A few words, if you like"),
        key=f"{session.id}-{asked.id}",
    )


def afterwards(state: State, session: TherapySession) -> list[ft.Control]:
    say = partial(_say, state, session)
    first, shared = prompt("A01"), prompt("A07")

    def ask(name: str, field: str, asked: str, options: Mapping[Any, str]) -> ft.Control:
        chosen = (getattr(session, field),)
        return choices(
            name, wording.answers(options), chosen, partial(say, field), state.large, asked
        )

    held = tr("Did you hold something back?")
    off = tr("Did anything feel off between you and your therapist?")
    talked = tr("Was it talked about?")
    shown: list[ft.Control] = [
        titled(first.text),
        reply_field(state, session, first),
        titled(tr("How connected did you feel in the room?")),
        connection_row(
            session.connection,
            partial(_connect, state, session),
            state.brightness,
            state.large,
        ),
        titled(held),
        ask("held", "held_back", held, wording.HELD_BACK),
        *_held_back(state, session, say),
        titled(off),
        quiet(tr("Even a small wobble counts.")),
        ask("off", "felt_off", off, wording.FELT_OFF),
    ]
    if session.felt_off in ("wobble", "yes"):
        shown += [
            quiet(talked),
            ask("talked", "talked", talked, wording.TALKED),
            _as_moment(state, session),
        ]
    return [
        *shown,
        titled(shared.text),
        reply_field(state, session, shared, 4),
        titled(prompt("A11").text),
        _words(
            state, session, "kept_sentence", tr("One line is plenty"), ft.Icons.FORMAT_QUOTE_ROUNDED
        ),
        titled(prompt("A12").text),
        _words(
            state, session, "to_try", tr("It waits on Today until next time"), ft.Icons.SPA_OUTLINED
        ),
        OneMore(session.id, key=f"more-{session.id}"),
    ]


def _as_moment(state: State, session: TherapySession) -> ft.Control:
    """What felt off, among the moments too: it can be told there where it is, and mended."""
    kept = next(iter(state.happening.told_in(session.id)), None)
    if kept is not None:
        return row_button(
            "to-moment",
            tr("Something went off"),
            partial(go, f"/entries/{kept.id}"),
            icon=ft.Icons.BOLT_OUTLINED,
            state=tr(wording.REPAIRS[kept.repair]) if kept.repair else "",
        )
    therapist = state.relating.therapist(session.therapy)
    with_whom = (therapist.id,) if therapist else ()
    keep = act(state.happening.note, "rupture", with_whom, session.id, once=True)
    icon = ft.Icons.BOLT_OUTLINED
    way = chip("keep-moment", tr("Keep it among the moments"), keep, icon=icon, outlined=True)
    return ft.Row([way], wrap=True)


async def _say(state: State, session: TherapySession, name: str, value: Any) -> None:
    latest = state.latest(session)
    taken = getattr(latest, name) == value
    await state.meeting.say(latest, **{name: "" if taken else value})


async def _connect(state: State, session: TherapySession, value: Any) -> None:
    latest = state.latest(session)
    await state.meeting.say(latest, connection=None if latest.connection == value else value)


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
            tr(wording.GOES[to]),
            partial(goes, to),
            selected=session.held_back_goes == to,
            icon=icon,
            outlined=True,
        )
        for to, icon in GOES_ICONS.items()
    ]
    return [
        card(
            Writing(
                "held-back-text",
                tr("What it was, if you like"),
                session.held_back_text,
                write,
                4,
                key=f"{session.id}-held",
            ),
            text(tr("Kept as held back. Only you see it."), theme.BODY_MEDIUM),
            chips(ways, state.large),
            color=ft.Colors.SURFACE_CONTAINER,
        )
    ]


@ft.component
def OneMore(id: str, *, key: str | None = None) -> ft.Control:
    """One more question at a time, for whoever likes; those that were answered stay."""
    state = use_state_of_app()
    asking = state.asking
    rest = [asking.worded(one) for one in prompts("after_session") if one.id not in ASKED]
    shown, show = ft.use_state("")
    session = state.meeting.session(id)
    if session is None:
        return ft.Container()
    answered = [one for one in rest if session.reply(one.id) and one.id != shown]
    rows: list[ft.Control] = []
    for one in answered:
        rows += [titled(one.text), reply_field(state, session, one)]
    if shown:
        asked = asking.worded(prompt(shown))
        rows += [titled(asked.text), reply_field(state, session, asked)]
    unanswered = [one for one in rest if not session.reply(one.id)] or rest

    def another() -> None:
        show(following(unanswered, shown).id)

    label = tr("Another question") if shown else tr("One more question")
    way = button("one-more", label, another, kind="text", height=48, icon=ft.Icons.ADD_ROUNDED)
    return ft.Column(
        [*rows, ft.Row([way], wrap=True)],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )

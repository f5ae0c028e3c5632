"""Today is the check-in: one tap on the pad keeps something, all else is an offer."""

from datetime import datetime
from functools import partial
from typing import Any

import flet as ft

from domain.entries import BRING, CANT_TELL, CheckIn, Pause
from domain.language import tr
from views import theme
from views.add_more import AddMorePane
from views.begun import begun_cards
from views.components.entry_row import EntryRow
from views.components.frame import screen
from views.components.kit import button, card, chip, chips, heading, icon_button
from views.components.mood_pad import mood_question
from views.components.navigation import go, settings_button
from views.components.notices import problem_card, told_cards
from views.components.parts import company
from views.components.session_cards import session_cards
from views.components.when import clock, day_title, use_when
from views.helping import paused_card
from views.question_card import question_of_today
from views.reminder_line import check_in_line, use_minutes
from views.saved import saved
from views.state import State, use_state_of_app
from views.theme import text


@ft.component
def Today() -> ft.View:
    """The place where the app opens."""
    state = use_state_of_app()
    use_minutes(state)
    one = state.current
    at = one.at if one else state.when

    async def told(when: datetime | None) -> None:
        if one:
            await state.change(one, at=when or one.logged_at)
        else:
            state.when = when

    ask_when = use_when(at or state.now, state.now, told)
    pause = state.pausing.pause
    if pause is not None and not state.pausing.is_once:
        return _paused(state, pause)
    earlier = at is not None and (one is None or one.recalled)
    return screen(
        state,
        tr("How was it then?") if earlier else tr("How is it right now?"),
        [
            *_earlier_chip(at if earlier else None, told),
            *told_cards(state),
            *([] if one else problem_card(state)),
            *_left_behind(state),
            *begun_cards(state),
            *_pad(state, one),
            *(saved(state, one, ask_when) if one else _before(state)),
            *check_in_line(state),
            *([] if state.wide else [*session_cards(state), *question_of_today(state)]),
            *([] if state.wide else _earlier_today(state, one)),
        ],
        overline=day_title(state.now),
        on_title=ask_when,
        place="today",
        actions=[] if state.wide else [settings_button()],
        right=_right(state, one),
    )


def _paused(state: State, pause: Pause) -> ft.View:
    one = state.current
    rest = [*session_cards(state), *_earlier_today(state, None)]
    return screen(
        state,
        tr("Today"),
        [
            *told_cards(state),
            *problem_card(state, one.note if one else ""),
            *_left_behind(state),
            *begun_cards(state),
            paused_card(state, pause),
            *([] if state.wide else rest),
        ],
        overline=day_title(state.now),
        place="today",
        actions=[] if state.wide else [settings_button()],
        right=ft.Column(rest, spacing=16) if state.wide else None,
    )


def _right(state: State, one: CheckIn | None) -> ft.Control:
    rest = _earlier_today(state, one)
    more = [AddMorePane(one.id, key=one.id)] if one is not None else []
    return ft.Column(
        [
            *more,
            *session_cards(state),
            *question_of_today(state),
            *(rest or ([] if more else [_nothing_yet()])),
        ],
        spacing=16,
    )


def _nothing_yet() -> ft.Control:
    return text(tr("Nothing noted yet today."), theme.BODY_LARGE, ft.Colors.ON_SURFACE_VARIANT)


def _earlier_chip(at: datetime | None, told: Any) -> list[ft.Control]:
    if at is None:
        return []

    async def take_off() -> None:
        await told(None)

    label = f"{day_title(at)}, {clock(at)}"
    return [
        ft.Row(
            [
                chip(
                    "earlier",
                    label,
                    take_off,
                    icon=ft.Icons.CLOSE_ROUNDED,
                    outlined=True,
                    spoken=tr("This was {when}. Take it off", when=label),
                )
            ]
        )
    ]


def _pad(state: State, one: CheckIn | None) -> list[ft.Control]:
    async def answer(**answers: int) -> None:
        if one is None or any(getattr(one, name) != step for name, step in answers.items()):
            await state.answer(**answers)

    question = mood_question(state, one, answer, "mood-pad")
    if not state.has_room_for_pad:
        return [question]
    other = _other_way(state)
    if state.two_rows:
        return [ft.Row([other], alignment=ft.MainAxisAlignment.END), question]
    return [
        ft.Stack(
            [
                ft.Container(question, padding=ft.Padding.only(top=22)),
                ft.Container(other, right=0, top=0),
            ]
        )
    ]


def _other_way(state: State) -> ft.Control:
    rows = state.two_rows

    async def turn() -> None:
        await state.set(two_rows=not rows)

    return icon_button(
        "pad-or-rows",
        tr("Use the pad") if rows else tr("Use two rows of seven instead of the pad"),
        ft.Icons.APPS_ROUNDED if rows else ft.Icons.VIEW_STREAM_OUTLINED,
        turn,
    )


def _before(state: State) -> list[ft.Control]:
    async def cant_tell() -> None:
        await state.answer(pleasantness=CANT_TELL, energy=CANT_TELL)

    return [
        chips(
            [
                chip(
                    "cant-tell",
                    tr("Can't tell"),
                    cant_tell,
                    icon=ft.Icons.HELP_OUTLINE_ROUNDED,
                    spoken=tr("How it feels: can't tell"),
                ),
                chip(
                    "only-a-note",
                    tr("Only a note"),
                    partial(go, "/add/new"),
                    icon=ft.Icons.NOTES_OUTLINED,
                ),
                chip(
                    "add-moment",
                    tr("Something happened"),
                    partial(go, "/moment"),
                    icon=ft.Icons.BOLT_OUTLINED,
                ),
                *_not_this_once(state),
            ],
            state.large,
        ),
    ]


def _not_this_once(state: State) -> list[ft.Control]:
    if not state.pausing.is_once:
        return []
    return [button("once-not-now", tr("Not now"), state.end_sitting, kind="text", height=48)]


def _earlier_today(state: State, one: CheckIn | None) -> list[ft.Control]:
    rest = [other for other in state.of_today() if one is None or other.id != one.id]
    if not rest:
        return []
    return [
        ft.Container(heading(tr("Earlier today")), padding=ft.Padding.only(top=18)),
        card(*(_row(state, other) for other in rest)),
    ]


def _row(state: State, one: CheckIn) -> ft.Control:
    who = company(one, state.knowing.names)
    return EntryRow(one, state.brightness, state.large, False, who, key=one.id)


def _left_behind(state: State) -> list[ft.Control]:
    if not state.left_behind:
        return []
    draft = state.left_behind[-1]

    async def go_on() -> None:
        about = state.noting.resume(draft)
        await go("/bring" if about == BRING else f"/add/{about or 'new'}")

    async def let_go() -> None:
        await state.noting.forget(draft)

    return [
        ft.Semantics(
            identifier="left-behind",
            container=True,
            content=card(
                text(tr("Words you had begun"), theme.BODY_SMALL, ft.Colors.ON_SURFACE_VARIANT),
                text(
                    draft.text, theme.TITLE_MEDIUM, max_lines=4, overflow=ft.TextOverflow.ELLIPSIS
                ),
                ft.Row(
                    [
                        button(
                            "go-on-writing",
                            tr("Go on writing"),
                            go_on,
                            kind="soft",
                            height=48,
                            icon=ft.Icons.EDIT_OUTLINED,
                        ),
                        button("let-draft-go", tr("Throw it away"), let_go, kind="text", height=48),
                    ],
                    wrap=True,
                ),
                color=ft.Colors.SURFACE_CONTAINER,
            ),
        )
    ]

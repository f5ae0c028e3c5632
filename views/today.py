"""Today is the check-in: one tap on the pad keeps something, all else is an offer."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Any

import flet as ft

from domain import days, wording
from domain.entries import BRING, CANT_TELL, CheckIn, Pause
from domain.language import tr, trp
from domain.words import said as word_said
from views import theme
from views.add_more import AddMorePane, connection_question
from views.begun import begun_cards
from views.components.announcing import saved_in_words
from views.components.entry_row import EntryRow
from views.components.frame import screen
from views.components.kit import Tap, act, button, card, chip, chips, heading, icon_button
from views.components.mood_pad import mood_question
from views.components.navigation import go, settings_button
from views.components.notices import problem_card, told_cards
from views.components.parts import company
from views.components.session_cards import session_cards
from views.components.threads import connection_row
from views.components.when import clock, day_title, use_when
from views.helping import paused_card
from views.question_card import question_of_today
from views.reminder_line import check_in_line, use_minutes
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
            *(_saved(state, one, ask_when) if one else _before(state)),
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


def _saved(state: State, one: CheckIn, ask_when: Tap) -> list[ft.Control]:
    async def connect(value: Any) -> None:
        await state.answer(connection=value)

    shown: list[ft.Control] = [*problem_card(state, one.note)]
    if state.problem is None:
        shown.append(_saved_line(state, one))
    if days.is_plenty(state.check_ins[-100:], state.today, state.settings.day_start):
        shown.append(
            text(tr("Plenty noted for today."), theme.BODY_MEDIUM, ft.Colors.ON_SURFACE_VARIANT)
        )
    if state.settings.ask_connection:
        shown += [
            heading(connection_question(state, one)),
            connection_row(one.connection, connect, state.brightness, state.large),
        ]
    if not state.wide:
        shown += _more(state, one, ask_when)
    shown.append(ft.Row([_end(state)], wrap=True))
    return shown


def _end(state: State) -> ft.Control:
    if state.pausing.is_once:
        return button("once-done", tr("Done"), state.end_sitting, kind="soft", height=48)
    return button(
        "new-check-in",
        tr("New check-in"),
        state.end_sitting,
        kind="text",
        height=48,
        icon=ft.Icons.ADD_ROUNDED,
    )


def _saved_line(state: State, one: CheckIn) -> ft.Control:
    time = clock(one.edited_at or one.logged_at)
    told = ft.Semantics(
        identifier="saved",
        label=saved_in_words(one),
        container=True,
        content=ft.Semantics(
            exclude_semantics=True,
            content=ft.Row(
                [
                    ft.Icon(ft.Icons.CHECK_CIRCLE_ROUNDED, color=ft.Colors.PRIMARY),
                    text(tr("Saved {time}", time=time), theme.LABEL_LARGE),
                ],
                spacing=8,
                tight=True,
            ),
        ),
    )
    undo = button(
        "undo",
        tr("Undo"),
        state.take_back,
        kind="text",
        height=48,
        icon=ft.Icons.UNDO_ROUNDED,
        spoken=tr("Undo this check-in"),
    )
    if state.large:
        return ft.Column([told, ft.Row([undo], wrap=True)], spacing=0)
    return ft.Row([told, undo], alignment=ft.MainAxisAlignment.SPACE_BETWEEN)


def _more(state: State, one: CheckIn, ask_when: Tap) -> list[ft.Control]:
    sheet = partial(go, f"/add/{one.id}")
    note = partial(go, f"/add/{one.id}/note")
    people, parts = partial(go, f"/add/{one.id}/people"), partial(go, f"/add/{one.id}/parts")
    moment = partial(go, f"/add/{one.id}/moment")
    happened = ", ".join(
        tr(wording.MOMENTS[other.kind]) for other in state.happening.told_in(one.id)
    )
    offers: list[tuple[str, str, str, ft.IconData, Tap]] = [
        (
            "feelings",
            tr("Feelings"),
            ", ".join(map(word_said, one.feelings)),
            ft.Icons.GRAIN_OUTLINED,
            sheet,
        ),
        ("people", tr("People"), _named(state, one.people), ft.Icons.PEOPLE_OUTLINED, people),
        (
            "parts",
            state.knowing.word.tr("Parts"),
            _named(state, (here.part for here in one.parts)),
            ft.Icons.CATEGORY_OUTLINED,
            parts,
        ),
        (
            "body",
            tr("Body"),
            ", ".join(map(word_said, one.body)),
            ft.Icons.ACCESSIBILITY_NEW_OUTLINED,
            sheet,
        ),
        ("moment", tr("Something happened"), happened, ft.Icons.BOLT_OUTLINED, moment),
        (
            "note",
            trp("what is written", "Note"),
            _beginning(one.note),
            ft.Icons.NOTES_OUTLINED,
            note,
        ),
        ("bring", tr("Bring to session"), *_bringing(state, one)),
        ("earlier", tr("This was earlier"), "", ft.Icons.HISTORY_TOGGLE_OFF_OUTLINED, ask_when),
    ]
    return [
        text(tr("Add more, or leave it there"), theme.BODY_MEDIUM, ft.Colors.ON_SURFACE_VARIANT),
        chips(
            [
                chip(
                    {"feelings": "add-more", "bring": "bring-this"}.get(name, f"add-{name}"),
                    said or label,
                    way,
                    icon=icon,
                    spoken=f"{label}: {said}" if said else tr("Add more: {what}", what=label),
                )
                for name, label, said, icon, way in offers
                if name != "body" or state.settings.ask_body
            ],
            state.large,
        ),
    ]


def _bringing(state: State, one: CheckIn) -> tuple[str, ft.IconData, Tap]:
    there = state.bringing.of_source(one.id) is not None
    icon = ft.Icons.BOOKMARK_ROUNDED if there else ft.Icons.BOOKMARK_BORDER_ROUNDED
    return tr("On the list") if there else "", icon, act(state.bringing.bring, one)


def _named(state: State, ids: Iterable[str]) -> str:
    names = state.knowing.names
    return ", ".join(names[id] for id in ids if id in names)


def _beginning(note: str) -> str:
    line = " ".join(note.split())
    return line if len(line) <= 24 else f"{line[:23]}…"


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
    return EntryRow(one, state.brightness, False, False, who, key=one.id)


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

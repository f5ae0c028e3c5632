"""Add more: feelings, body, a note, and when it was. None of it is needed; each change is kept."""

from datetime import datetime

import flet as ft

from domain import words
from domain.entries import CheckIn, Moment
from domain.language import tr, trp
from views import theme
from views.components.kit import act, choices, heading, quiet
from views.components.navigation import go_back
from views.components.note import NoteField
from views.components.notices import problem_card
from views.components.parts import PartsPicker
from views.components.people import PeoplePicker
from views.components.rows import row_button, switch_row
from views.components.sheets import sheet
from views.components.when import clock, day_in_words, use_when
from views.components.words import WordPicker, body_asked, feelings_asked
from views.moment import MomentPicker
from views.state import State, use_state_of_app


@ft.component
def AddMore() -> ft.View:
    """The sheet as a place of its own, so that back closes it and a reload finds it open."""
    state = use_state_of_app()
    params = ft.use_route_params()
    id = params.get("id", "new")
    made, set_made = ft.use_state("")
    one = state.check_in(made or id) or (state.current if id == "new" else None)
    writing = one is None or params.get("at") == "note"
    note = one.note if one else ""
    return sheet(
        state,
        tr("Add more") if one else tr("Only a note"),
        _sections(state, one, params.get("at") or ""),
        _foot(
            state,
            one,
            note,
            NoteField(one.id if one else "", note, writing, set_made, key="note"),
        ),
        go_back,
    )


@ft.component
def AddMorePane(id: str, *, key: str | None = None) -> ft.Control:
    """The same beside the pad, where there is room."""
    state = use_state_of_app()
    one = state.check_in(id)
    return ft.Column(
        [
            heading(tr("Add more, or leave it there"), theme.HEADLINE_SMALL),
            NoteField(id, one.note if one else "", key=f"note-{id}"),
            *bring_switch(state, one),
            *_sections(state, one),
        ],
        spacing=16,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _sections(state: State, one: CheckIn | None, first: str = "") -> list[ft.Control]:
    if one is None:
        return []
    return [*pickers(state, one, first), WhenRow(one, key=f"when-{one.id}")]


def pickers(state: State, one: CheckIn, first: str = "") -> list[ft.Control]:
    """The words of a check-in, who and which parts were there, to choose; one may come `first`."""

    async def feel(word: str) -> None:
        await state.change_by(one, lambda now: {"feelings": words.toggled(now.feelings, word)})

    async def sense(word: str) -> None:
        await state.change_by(one, lambda now: {"body": words.toggled(now.body, word)})

    async def own(mine: tuple[str, ...], hidden: tuple[str, ...]) -> None:
        await state.set(own_words=mine, hidden_words=hidden)

    async def own_body(mine: tuple[str, ...], hidden: tuple[str, ...]) -> None:
        await state.set(own_body_words=mine, hidden_words=hidden)

    async def meet(person: str) -> None:
        await state.knowing.toggle_person(one, person)

    mine = state.settings
    shown: list[ft.Control] = [
        WordPicker(
            "feeling",
            feelings_asked(),
            words.near(one.place, mine.own_words),
            words.quarters(),
            mine.own_words,
            mine.hidden_words,
            one.feelings,
            feel,
            own,
            state.large,
            key=f"feelings-{one.id}",
        ),
        ft.Column(
            [
                PeoplePicker(
                    tr("People & places"), one.people, meet, one.id, key=f"people-{one.id}"
                ),
                *_connected_with(state, one),
            ],
            spacing=8,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            key=f"people-{one.id}",
        ),
        PartsPicker(one.id, key=f"parts-{one.id}"),
    ]
    if mine.ask_body:
        body = words.body_words()
        shown.append(
            WordPicker(
                "body",
                body_asked(),
                (*mine.own_body_words, *body[:8]),
                (body, ()),
                mine.own_body_words,
                mine.hidden_words,
                one.body,
                sense,
                own_body,
                state.large,
                key=f"body-{one.id}",
            )
        )
    shown.append(MomentPicker(one.id, one.people, key=f"moment-{one.id}"))
    shown.sort(key=lambda one: not (first and str(one.key).startswith(f"{first}-")))
    return [ft.Container(control, padding=ft.Padding.only(top=12)) for control in shown]


def connection_question(state: State, one: CheckIn) -> str:
    """How connection is asked for: in general, or with one of those who were there."""
    name = state.knowing.names.get(one.connected_with)
    if name:
        return tr("How connected do you feel with {name} right now?", name=name)
    return tr("How connected do you feel right now?")


def _connected_with(state: State, one: CheckIn) -> list[ft.Control]:
    """Whom connection is about, where it is asked for and somebody is there."""
    names = state.knowing.names
    there = [id for id in one.people if id in names]
    if not there or not state.settings.ask_connection:
        return []

    async def choose(id: str) -> None:
        await state.change(one, connected_with="" if id == "anyone" else id)

    options = [
        ("anyone", trp("connection", "in general")),
        *((id, trp("connection", "with {name}", name=names[id])) for id in there),
    ]
    chosen = one.connected_with if one.connected_with in there else "anyone"
    return [
        quiet(tr("Whom the connection is about")),
        choices("connected", options, (chosen,), choose, state.large),
    ]


@ft.component
def WhenRow(one: CheckIn | Moment, *, key: str | None = None) -> ft.Control:
    """When it was: opens the day and the time."""
    state = use_state_of_app()

    async def told(when: datetime | None) -> None:
        if when is not None:
            await state.change(one, at=when)

    ask = use_when(one.at, state.now, told)
    when = f"{day_in_words(one.at.date(), state.today)}, {clock(one.at)}"
    return row_button(
        "when-it-was",
        tr("When it was"),
        ask,
        icon=ft.Icons.SCHEDULE_OUTLINED,
        state=f"{when} · {tr('added later')}" if one.recalled else when,
    )


def bring_switch(state: State, one: CheckIn | None) -> list[ft.Control]:
    """One tap that puts a check-in on the list, or takes it off."""
    if one is None:
        return []
    return [
        switch_row(
            "bring-this",
            tr("Bring this check-in to session"),
            state.bringing.of_source(one.id) is not None,
            act(state.bringing.bring, one),
            ft.Icons.BOOKMARK_BORDER_ROUNDED,
        )
    ]


def _foot(state: State, one: CheckIn | None, note: str, field: ft.Control) -> ft.Control:
    return ft.Container(
        ft.Column(
            [
                *problem_card(state, note),
                field,
                *bring_switch(state, one),
            ],
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=ft.Padding.symmetric(horizontal=theme.MARGIN, vertical=12),
        border=ft.Border.only(top=ft.BorderSide(1.5, ft.Colors.OUTLINE_VARIANT)),
    )

"""A check-in that was just saved: it stands as it is, and all else can be added."""

from collections.abc import Iterable
from functools import partial
from typing import Any

import flet as ft

from domain import days, wording
from domain.entries import CheckIn
from domain.language import tr, trp
from domain.words import said as word_said
from views import theme
from views.add_more import connection_question
from views.components.announcing import saved_in_words
from views.components.kit import Tap, act, button, chip, chips, heading
from views.components.navigation import go
from views.components.notices import problem_card
from views.components.threads import connection_row
from views.components.when import clock
from views.state import State
from views.theme import text


def saved(state: State, one: CheckIn, ask_when: Tap) -> list[ft.Control]:
    """That it was saved, how connected one feels, what can be added, and the way to the next."""

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

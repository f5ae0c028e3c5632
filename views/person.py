"""One of the people and places: how close, what happened, and what was noted with them."""

from functools import partial
from typing import Final

import flet as ft

from domain import bringing
from domain.entries import Person
from domain.language import N_, tr, trp
from views import theme
from views.components.entry_row import OtherRow
from views.components.frame import card_width
from views.components.kit import (
    Tap,
    act,
    button,
    card,
    chip,
    chips,
    divider,
    heading,
    icon_button,
    section,
    stacked,
)
from views.components.navigation import go
from views.components.noted import check_in_row, noted_strip
from views.components.part_shapes import part_mark
from views.components.person_marks import person_mark
from views.components.points import beginning, source_in_words
from views.components.titles import face_of
from views.for_good import for_good
from views.person_closeness import Close, closeness_told
from views.person_contact import AfterCard
from views.person_moments import Moments
from views.state import State, use_state_of_app
from views.theme import text

WINDOW: Final = 8
NOT_HERE: Final = N_("This is not in the journal any more.")


def person_actions(state: State, id: str) -> list[ft.Control]:
    """What stands in the bar of a person's screen."""
    if state.knowing.person(id) is None:
        return []
    edit = partial(go, f"/people/{id}/edit")
    return [icon_button("edit-person", tr("Change it"), ft.Icons.EDIT_OUTLINED, edit)]


@ft.component
def PersonPage(id: str, on_mend: Tap, *, key: str | None = None) -> ft.Control:
    """Everything of one; `on_mend` hears the id of a moment whose mending is to be told."""
    state = use_state_of_app()
    person = state.knowing.person(id)
    if person is None:
        return text(tr(NOT_HERE))
    return ft.Column(
        [
            _head(state, person),
            Close(id, key=f"close-{id}"),
            AfterCard(id, key=f"after-{id}"),
            Moments(id, on_mend, key=f"moments-{id}"),
            _bring(state, person),
            *closeness_told(state, person),
            *_on_list(state, person),
            *_parts(state, person),
            CheckIns(id, key=f"check-ins-{id}"),
            _last_ways(state, person),
            *for_good(state, person),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _head(state: State, person: Person) -> ft.Control:
    under = trp("somebody", "Resting") if person.resting else ""
    line = " · ".join(filter(None, (person.bond.strip(), under)))
    edit = person_actions(state, person.id) if state.wide else []
    named = theme.DISPLAY_SMALL
    if state.large:
        named = face_of(person.name, card_width(state), state.text_scale, theme.TITLE_LARGE)
    words: list[ft.Control] = [heading(person.name, named, 1)]
    if line:
        words.append(text(line, theme.BODY_MEDIUM, ft.Colors.ON_SURFACE_VARIANT))
    mark = person_mark(person, 84, state.brightness, state.text_scale)
    if state.large:
        return ft.Column([ft.Row([mark, *edit]), ft.Row([stacked(words, 4)])], spacing=4)
    return ft.Row([mark, stacked(words, 2), *edit], spacing=20)


def _bring(state: State, person: Person) -> ft.Control:
    on = state.bringing.of_source(person.id) is not None
    label = tr("On the list") if on else tr("Bring to session")
    return button(
        "bring-person",
        label,
        act(state.happening.bring, person),
        icon=ft.Icons.BOOKMARK_ROUNDED if on else ft.Icons.BOOKMARK_BORDER_ROUNDED,
        spoken=f"{label}: {person.name}",
    )


def _on_list(state: State, person: Person) -> list[ft.Control]:
    ids = {person.id, *(one.id for one in state.happening.with_person(person.id))}
    ids |= {one.id for one in state.check_ins if person.id in one.people}
    points = bringing.from_sources(state.points, ids)
    if not points:
        return []
    word, verbs = state.knowing.word, state.bringing
    rows: list[ft.Control] = []
    for one in points:
        rows += [divider()] if rows else []
        source = source_in_words(verbs.source(one), state.today, word)
        words = beginning(verbs.words(one)) or tr("(nothing written)")
        icon = ft.Icons.LOCK_OUTLINED if one.private else ft.Icons.BOOKMARK_ROUNDED
        rows.append(
            OtherRow(f"point-{one.id}", words, source, f"/bring/{one.id}", icon, key=one.id)
        )
    return [
        section(tr("On the list")),
        card(*rows, padding=ft.Padding.symmetric(horizontal=16, vertical=8)),
    ]


def _parts(state: State, person: Person) -> list[ft.Control]:
    here = {part.part for one in state.check_ins if person.id in one.people for part in one.parts}
    found = [one for one in state.parts if one.id in here or person.id in one.around]
    if not found:
        return []
    return [
        section(state.knowing.word.tr("Parts that show up around them")),
        chips(
            [
                chip(
                    f"part-{one.id}",
                    one.name,
                    partial(go, f"/parts/{one.id}"),
                    drawing=part_mark(one, 24, state.brightness),
                )
                for one in found
            ],
            state.large,
        ),
    ]


@ft.component
def CheckIns(id: str, *, key: str | None = None) -> ft.Control:
    """The check-ins with them, the newest first."""
    state = use_state_of_app()
    window, set_window = ft.use_state(WINDOW)
    here = [one for one in state.check_ins if id in one.people]
    if not here:
        return ft.Container()
    rows: list[ft.Control] = []
    for one in list(reversed(here))[:window]:
        rows += [divider()] if rows else []
        rows.append(check_in_row(state, one))
    more = button(
        "check-ins-more", tr("Show more"), lambda: set_window(lambda n: n + WINDOW), kind="text"
    )
    return ft.Column(
        [
            section(tr("Check-ins with them")),
            *noted_strip(state, here, counted=False),
            card(*rows, padding=ft.Padding.symmetric(horizontal=16, vertical=8)),
            *([ft.Row([more], wrap=True)] if len(here) > window else []),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _last_ways(state: State, person: Person) -> ft.Control:
    async def delete() -> None:
        await state.knowing.delete_person(person)
        await go("/people")

    rest = (
        button("wake-person", tr("Have them back"), act(state.knowing.wake, person), height=48)
        if person.resting
        else button("rest-person", tr("Let them rest"), act(state.knowing.rest, person), height=48)
    )
    gone = button(
        "delete-person",
        tr("Delete"),
        delete,
        kind="text",
        height=48,
        icon=ft.Icons.DELETE_OUTLINE_ROUNDED,
        spoken=tr("Delete {name}", name=person.name),
    )
    return ft.Container(ft.Row([rest, gone], wrap=True), padding=ft.Padding.only(top=18))

"""Parts: the list of them, and beside or instead of it the map."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

import flet as ft

from domain import days, parts
from domain.entries import Part
from domain.language import trp
from domain.resting import going, resting
from views.begun import begun_cards
from views.components.frame import screen
from views.components.kit import button, empty, section
from views.components.navigation import go, settings_button
from views.components.notices import problem_card
from views.components.part_shapes import drawn_shape
from views.components.parts import PartCard
from views.components.rows import segments
from views.components.when import near_day
from views.part import PartPage, part_actions
from views.part_map import MapPage
from views.question_card import question_about_parts
from views.state import State, use_state_of_app


@ft.component
def Parts() -> ft.View:
    """The list of parts; the map beside it where there is room."""
    state = use_state_of_app()
    return _place(state, _list(state), MapPage(key="map"))


@ft.component
def MapPlace() -> ft.View:
    """The map of parts; beside the list where there is room."""
    state = use_state_of_app()
    if state.wide:
        return _place(state, _list(state), MapPage(key="map"))
    return _place(state, [_segments(state, "parts-map"), MapPage(key="map")])


@ft.component
def PartPlace() -> ft.View:
    """One part, on its own or beside the list."""
    state = use_state_of_app()
    id = ft.use_route_params().get("id", "")
    page = PartPage(id, key=id)
    if state.wide:
        return _place(state, _list(state), page)
    return screen(
        state, "", [*problem_card(state), page], back=True, actions=part_actions(state, id)
    )


def _place(state: State, body: list[ft.Control], right: ft.Control | None = None) -> ft.View:
    return screen(
        state,
        state.knowing.word.tr("Parts"),
        [*problem_card(state), *body],
        place="parts",
        actions=[] if state.wide else [settings_button()],
        right=right,
        floating=_add(state) if right is not None and state.parts and not state.large else None,
    )


def _segments(state: State, chosen: str) -> ft.Control:
    async def choose(identifier: str) -> None:
        await go("/parts/map" if identifier == "parts-map" else "/parts")

    views = (
        ("parts-list", trp("a way to look", "List")),
        ("parts-map", trp("a way to look", "Map")),
    )
    return segments(views, chosen, choose, state.large)


def _add(state: State) -> ft.Control:
    return button(
        "new-part",
        state.knowing.word.tr("Add a part"),
        partial(go, "/parts/new"),
        kind="filled",
        icon=ft.Icons.ADD_ROUNDED,
        height=56,
    )


def _list(state: State) -> list[ft.Control]:
    head = [
        *([] if state.wide else [_segments(state, "parts-list")]),
        *begun_cards(state),
        *question_about_parts(state),
    ]
    if not state.parts:
        return [*head, _none_yet(state)]
    noted = parts.last_noted(state.check_ins, state.sittings)
    away = parts.newest_first(resting(state.parts), noted)
    return [
        *head,
        # A large button would cover what it floats over.
        *([_add(state)] if state.large else []),
        *_cards(state, parts.newest_first(going(state.parts), noted), noted),
        *([section(trp("several parts", "Resting"))] if away else []),
        *_cards(state, away, noted),
        ft.Container(height=72),
    ]


def _cards(state: State, some: Iterable[Part], noted: dict[str, datetime]) -> list[ft.Control]:
    start, today = state.settings.day_start, state.today
    when = {id: near_day(days.day_of(at, start), today) for id, at in noted.items()}
    return [
        PartCard(one, when.get(one.id, ""), state.brightness, state.large, key=one.id)
        for one in some
    ]


def _none_yet(state: State) -> ft.Control:
    word = state.knowing.word
    return empty(
        drawn_shape("pebble", "sand", 72, state.brightness),
        word.tr("No parts here yet"),
        word.tr(
            "A part is any side of you that you'd like to keep track of. You name it, or leave it."
        ),
        _add(state),
    )

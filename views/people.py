"""People and places: the web of them, and the list."""

from collections.abc import Iterable
from functools import partial

import flet as ft

from domain import moments, people
from domain.entries import Person
from domain.language import tr, trp
from domain.resting import going, resting
from views.components.frame import screen
from views.components.kit import button, empty, icon_button, section
from views.components.navigation import go, settings_button
from views.components.notices import problem_card
from views.components.people import PersonCard, closeness_in_words
from views.components.rows import segments
from views.components.sheets import use_escape
from views.components.threads import threads
from views.person import PersonPage, person_actions
from views.person_moments import mending_sheet
from views.state import State, use_state_of_app
from views.theme import text
from views.web import WebPage


@ft.component
def People() -> ft.View:
    """The web of people and places."""
    state = use_state_of_app()
    return _place(state, _web(state), _choose_one() if state.wide else None)


@ft.component
def PeopleList() -> ft.View:
    """The same as a list, by name."""
    state = use_state_of_app()
    body = [_segments(state, "people-list"), *_list(state)] if state.people else [_none_yet()]
    return _place(state, body, _choose_one() if state.wide else None)


@ft.component
def PersonPlace() -> ft.View:
    """One of them, on its own or beside the web."""
    state = use_state_of_app()
    id = ft.use_route_params().get("id", "")
    mending, set_mending = ft.use_state("")

    def close() -> None:
        set_mending("")

    async def closed() -> None:
        close()

    page = PersonPage(id, set_mending, key=id)
    over = mending_sheet(state, mending, closed) if mending else None
    use_escape(over is not None, close)
    if state.wide:
        return _place(state, _web(state, id), page, over)
    return screen(
        state,
        "",
        [*problem_card(state), page],
        back=True,
        actions=person_actions(state, id),
        over=over,
    )


def _place(
    state: State,
    body: list[ft.Control],
    right: ft.Control | None,
    over: ft.Control | None = None,
) -> ft.View:
    return screen(
        state,
        tr("People & places"),
        [*problem_card(state), *body],
        place="people",
        actions=[] if state.wide else [settings_button()],
        right=right,
        over=over,
    )


def _web(state: State, opened: str = "") -> list[ft.Control]:
    if not state.people:
        return [_none_yet()]
    return [_segments(state, "people-web"), WebPage(opened, key="web")]


def _segments(state: State, chosen: str) -> ft.Control:
    async def choose(identifier: str) -> None:
        await go("/people/list" if identifier == "people-list" else "/people")

    add = icon_button(
        "new-person",
        tr("Add someone or something"),
        ft.Icons.ADD_ROUNDED,
        partial(go, "/people/new"),
    )
    views = (
        ("people-web", trp("a way to look", "Web")),
        ("people-list", trp("a way to look", "List")),
    )
    ways = ft.Container(segments(views, chosen, choose, state.large), expand=True)
    return ft.Row([ways, add], spacing=4)


def _choose_one() -> ft.Control:
    return text(tr("Tap someone or something to read about them here."))


def _list(state: State) -> list[ft.Control]:
    away = people.by_name(resting(state.people))
    return [
        *_cards(state, people.by_name(going(state.people))),
        *([section(trp("people and places", "Resting"))] if away else []),
        *_cards(state, away),
    ]


def _cards(state: State, some: Iterable[Person]) -> list[ft.Control]:
    start, today = state.settings.day_start, state.today
    return [
        PersonCard(
            one,
            closeness_in_words(
                one.close.now if one.close else None,
                moments.line_on(state.happening.with_person(one.id), today, start),
            ),
            state.brightness,
            state.text_scale,
            key=one.id,
        )
        for one in some
    ]


def _none_yet() -> ft.Control:
    state = use_state_of_app()
    return empty(
        threads(4, state.brightness, 60, 70, 5),
        tr("No one here yet"),
        tr("A person, a group, a pet, a place, a practice. In your own words."),
        button(
            "first-person",
            tr("Add someone or something"),
            partial(go, "/people/new"),
            kind="filled",
            icon=ft.Icons.ADD_ROUNDED,
        ),
    )

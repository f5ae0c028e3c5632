"""Which questions are asked: how often on Today, those that were hidden, and one's own."""

from functools import partial
from typing import Final

import flet as ft

from domain.entries import OwnPrompt, Pace, Place
from domain.language import N_, tr
from domain.prompts import find_prompt
from views.components.fields import field
from views.components.frame import screen
from views.components.kit import (
    act,
    button,
    card,
    chip,
    chips,
    heading,
    icon_button,
    quiet,
    stacked,
)
from views.components.newest import use_newest
from views.components.notices import problem_card
from views.state import State, use_state_of_app
from views.theme import text

PACES: Final[dict[Pace, str]] = {
    "daily": N_("one a day on Today"),
    "now_and_then": N_("now and then on Today"),
    "never": N_("none on Today"),
}
PLACES: Final[dict[Place, str]] = {
    "day": N_("on Today"),
    "notice": N_("at the beginning of a look inward"),
    "know": N_("later in one, when you feel open toward it"),
}


@ft.component
def Questions() -> ft.View:
    """All that can be said about questions."""
    state = use_state_of_app()

    async def pace(chosen: Pace) -> None:
        await state.set(questions=chosen)

    return screen(
        state,
        tr("Questions"),
        [
            *problem_card(state),
            heading(tr("A question on Today")),
            chips(
                [
                    chip(
                        f"pace-{one.replace('_', '-')}",
                        tr(words),
                        partial(pace, one),
                        selected=one == state.settings.questions,
                        spoken=tr("Questions: {how_often}", how_often=tr(words)),
                    )
                    for one, words in PACES.items()
                ],
                state.large,
            ),
            heading(tr("Your own")),
            *(_own(state, one) for one in state.settings.own_prompts),
            OwnQuestion(key="own-question"),
            *_hidden(state),
        ],
        back=True,
    )


def _own(state: State, one: OwnPrompt) -> ft.Control:
    words = stacked([text(one.text), quiet(tr(PLACES[one.where]))])
    gone = icon_button(
        f"remove-{one.id}",
        tr("Take away: {question}", question=one.text),
        ft.Icons.CLOSE_ROUNDED,
        act(state.asking.remove_own, one),
    )
    return card(ft.Row([words, gone]), padding=ft.Padding.only(left=20, top=12, bottom=12, right=8))


@ft.component
def OwnQuestion(*, key: str | None = None) -> ft.Control:
    """A question of one's own, and where it is asked."""
    state = use_state_of_app()
    nothing: tuple[str, Place] = ("", "day")
    (typed, where), write, newest = use_newest(nothing)

    async def add() -> None:
        await state.asking.add_own(*newest())
        if state.problem is None:
            write(("", newest()[1]))

    def choose(place: Place) -> None:
        write((newest()[0], place))

    return card(
        field(
            "own-question",
            tr("A question of your own"),
            typed,
            lambda event: write((event.control.value, newest()[1])),
            lines=3,
            key="own-question-field",
        ),
        quiet(tr("Where it is asked")),
        chips(
            [
                chip(f"where-{one}", tr(words), partial(choose, one), selected=one == where)
                for one, words in PLACES.items()
            ],
            state.large,
        ),
        ft.Row(
            [
                button(
                    "add-question",
                    tr("Add"),
                    add if typed.strip() else None,
                    kind="soft",
                    height=48,
                    spoken=tr("Add this question"),
                )
            ],
            wrap=True,
        ),
    )


def _hidden(state: State) -> list[ft.Control]:
    own = {one.id: one.text for one in state.settings.own_prompts}
    rows: list[ft.Control] = []
    for id in state.settings.hidden_prompts:
        shipped = find_prompt(id)
        words = state.asking.worded(shipped).text if shipped else own.get(id, "")
        if not words:
            continue
        back = button(
            f"show-{id}",
            tr("Ask it again"),
            act(state.asking.show, id),
            kind="text",
            height=48,
            spoken=tr("Ask it again: {question}", question=words),
        )
        rows.append(
            card(
                text(words),
                ft.Row([back], wrap=True),
                padding=ft.Padding.only(left=20, top=12, right=8),
            )
        )
    return [heading(tr("Not asked any more")), *rows] if rows else []

"""My ways of staying safe: chosen for a moment, and the list of them."""

from functools import partial

import flet as ft

from domain.entries import Way
from domain.language import N_, tr
from views.components.adder import Adder
from views.components.frame import screen
from views.components.kit import act, button, card, chip, chips, heading, quiet
from views.components.navigation import go
from views.components.notices import problem_card
from views.components.writing import Writing
from views.state import State, use_state_of_app

TITLE = N_("My ways of staying safe")


@ft.component
def Ways() -> ft.View:
    """All of them, to add to and to change."""
    state = use_state_of_app()
    return screen(
        state,
        tr(TITLE),
        [
            *problem_card(state),
            quiet(tr("What you do when being close feels risky, in your own words.")),
            Adder(
                "add-way",
                tr("Add a way of mine"),
                tr("In a few words"),
                state.happening.add_way,
                key="add",
            ),
            *(_way(state, one) for one in state.ways),
        ],
        back=True,
    )


@ft.component
def WaysPicker(id: str, *, key: str | None = None) -> ft.Control:
    """What one did, of one's own ways of staying safe; each says how it helps before its cost."""
    state = use_state_of_app()
    one = state.happening.moment(id)
    if one is None:
        return ft.Container()

    async def add(name: str) -> None:
        new = await state.happening.add_way(name)
        await state.happening.toggle(one, "ways", new.id)

    rows: list[ft.Control] = [
        chip(
            f"way-{way.id}",
            way.name,
            act(state.happening.toggle, one, "ways", way.id),
            selected=way.id in one.ways,
            key=way.id,
        )
        for way in state.ways
    ]
    chosen = [way for way in state.ways if way.id in one.ways]
    return ft.Column(
        [
            heading(tr("What you did")),
            quiet(tr(TITLE)),
            *([chips(rows, state.large)] if rows else []),
            Adder("add-way", tr("Add a way of mine"), tr("In a few words"), add, key="add-way"),
            *(_way(state, way) for way in chosen),
            *([_all_ways()] if state.ways else []),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _all_ways() -> ft.Control:
    return ft.Row(
        [
            button(
                "all-ways", tr("All my ways"), partial(go, "/settings/ways"), kind="text", height=48
            )
        ],
        wrap=True,
    )


def _way(state: State, way: Way) -> ft.Control:
    def told(name: str, title: str) -> list[ft.Control]:
        async def write(said: str) -> None:
            if name != "name" or said.strip():
                await state.happening.change_way(way, **{name: said})

        said = getattr(way, name)
        identifier = f"way-{name}-{way.id}"
        words = Writing(identifier, title, said, write, 4, key=f"{name}-{way.id}")
        return [quiet(title), words]

    return card(
        *told("name", tr("What you call it")),
        *told("helps", tr("How it helps")),
        *told("costs", tr("What it costs")),
        ft.Row(
            [
                button(
                    f"delete-way-{way.id}",
                    tr("Delete this way"),
                    act(state.happening.delete_way, way),
                    kind="text",
                    height=48,
                    icon=ft.Icons.DELETE_OUTLINE_ROUNDED,
                    spoken=tr("Delete the way {name}", name=way.name),
                )
            ],
            wrap=True,
        ),
        color=ft.Colors.SURFACE_CONTAINER,
    )

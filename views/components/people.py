"""Choosing who or what one is with; names are added, mended and taken out here too."""

from collections.abc import Callable, Collection
from functools import partial
from typing import Any

import flet as ft

from domain.entries import Person
from views.components.adder import Adder
from views.components.kit import act, button, chip, chips, heading
from views.components.parts import FIRST, all_chip
from views.components.writing import Writing
from views.state import use_state_of_app


@ft.component
def PeoplePicker(
    title: str,
    chosen: Collection[str],
    on_toggle: Callable[[str], Any],
    but: str = "",
    *,
    key: str | None = None,
) -> ft.Control:
    """`chosen` are ids; `on_toggle` hears one. Sorted by use, but for the check-in `but`."""
    state = use_state_of_app()
    all_shown, show_all = ft.use_state(False)
    mending, set_mending = ft.use_state(False)
    mended, mend = ft.use_state("")

    async def add(name: str) -> None:
        new = await state.knowing.add_person(name)
        await on_toggle(new.id)

    def turn() -> None:
        set_mending(not mending)
        mend("")

    every = state.knowing.people_by_use(but=but)
    everybody = all_shown or mending
    offered = [
        one for place, one in enumerate(every) if everybody or place < FIRST or one.id in chosen
    ]
    rows: list[ft.Control] = [
        chip(
            f"with-{one.id}",
            one.name,
            partial(mend, one.id) if mending else act(on_toggle, one.id),
            selected=one.id == mended if mending else one.id in chosen,
            icon=ft.Icons.EDIT_OUTLINED if mending else None,
            spoken=f"Change the name {one.name}" if mending else None,
            key=one.id,
        )
        for one in offered
    ]
    if len(offered) < len(every):
        rows.append(all_chip("people-all", "people and places", partial(show_all, True)))
    if every:
        label = "Done with names" if mending else "Change names"
        rows.append(chip("people-names", label, turn, outlined=True))
    named = state.knowing.person(mended) if mending and mended else None
    return ft.Column(
        [
            heading(title),
            chips(rows, state.large),
            *([PersonName(named.id, lambda: mend(""), key=named.id)] if named else []),
            Adder("add-person", "Add someone or something", "A name for them", add, key="add"),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@ft.component
def PersonName(id: str, on_done: Callable[[], Any], *, key: str | None = None) -> ft.Control:
    """One name, to mend or to take out."""
    state = use_state_of_app()
    person: Person | None = state.knowing.person(id)
    if person is None:
        return ft.Container()

    async def write(words: str) -> None:
        await state.knowing.rename_person(person, words)

    async def delete() -> None:
        await state.knowing.delete_person(person)
        on_done()

    return ft.Column(
        [
            Writing("person-name", "The name", person.name, write, 1, key=f"name-{id}"),
            ft.Row(
                [
                    button(
                        "delete-person",
                        f"Delete {person.name}",
                        delete,
                        kind="text",
                        height=48,
                        icon=ft.Icons.DELETE_OUTLINE_ROUNDED,
                    )
                ]
            ),
        ],
        spacing=4,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )

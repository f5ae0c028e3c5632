"""People and places in words, in rows, and as chips to choose from."""

from collections.abc import Callable, Collection
from functools import partial
from typing import Any

import flet as ft

from domain.entries import Person
from domain.language import tr
from domain.moments import Line
from domain.web import Node
from views import theme
from views.components.adder import Adder
from views.components.colors import Brightness
from views.components.kit import act, chip, chips, heading, stacked, tappable
from views.components.navigation import go
from views.components.parts import FIRST, all_chip
from views.components.person_marks import person_mark
from views.components.web_lines import IN_WORDS
from views.state import use_state_of_app
from views.theme import text


def closeness_in_words(near: int | None, line: Line) -> str:
    """How close somebody is, and what is open: "closeness 4, something open"."""
    close = tr("closeness {step}", step=near) if near else ""
    return ", ".join(filter(None, (close, IN_WORDS[line] and tr(IN_WORDS[line]))))


def node_in_words(node: Node, name: str) -> str:
    """Somebody on the web as a sentence: "Jun, my person, closeness 4, something open"."""
    said = (name, node.person.bond.strip(), closeness_in_words(node.near, node.line))
    return ", ".join(filter(None, said))


@ft.component
def PeoplePicker(
    title: str,
    chosen: Collection[str],
    on_toggle: Callable[[str], Any],
    but: str = "",
    prefix: str = "",
    *,
    key: str | None = None,
) -> ft.Control:
    """`chosen` are ids; `on_toggle` hears one. Sorted by last use, but for the check-in `but`.

    `prefix` begins the identifiers where there are two on a screen.
    """
    state = use_state_of_app()
    all_shown, show_all = ft.use_state(False)

    async def add(name: str) -> None:
        new = await state.knowing.add_person(name)
        await on_toggle(new.id)

    every = state.knowing.people_by_use(but=but)
    every += [one for one in state.people if one.resting and one.id in chosen]
    offered = [
        one for place, one in enumerate(every) if all_shown or place < FIRST or one.id in chosen
    ]
    rows: list[ft.Control] = [
        chip(
            f"{prefix}with-{one.id}",
            one.name,
            act(on_toggle, one.id),
            selected=one.id in chosen,
            key=one.id,
        )
        for one in offered
    ]
    if len(offered) < len(every):
        shown = partial(show_all, True)
        rows.append(all_chip(f"{prefix}people-all", tr("All people and places"), shown))
    adding = f"{prefix}add-person"
    return ft.Column(
        [
            *([heading(title)] if title else []),
            chips(rows, state.large),
            Adder(adding, tr("Add someone or something"), tr("A name for them"), add, key=adding),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@ft.component
def _person_card(
    person: Person, line: str, brightness: Brightness, text_scale: float, *, key: str | None = None
) -> ft.Control:
    name = text(person.name, theme.TITLE_MEDIUM, max_lines=3, overflow=ft.TextOverflow.ELLIPSIS)
    words: list[ft.Control] = [name]
    if person.bond.strip():
        bond = text(person.bond, theme.BODY_MEDIUM, ft.Colors.ON_SURFACE_VARIANT, max_lines=3)
        bond.overflow = ft.TextOverflow.ELLIPSIS
        words.append(bond)
    if line:
        words.append(text(line, theme.BODY_MEDIUM))
    mark = person_mark(person, 52, brightness, text_scale)
    told = stacked(words, 2)
    row: ft.Control = ft.Row([mark, told], spacing=16)
    if text_scale >= theme.LARGE_TEXT:
        row = ft.Column([mark, ft.Row([told])], spacing=4)
    return tappable(
        f"person-{person.id}",
        ", ".join(filter(None, (person.name, person.bond.strip(), line))),
        partial(go, f"/people/{person.id}"),
        row,
        fill=ft.Colors.SURFACE_CONTAINER_LOW,
        radius=20,
        padding=ft.Padding.symmetric(horizontal=18, vertical=14),
        key=key,
    )


PersonCard: Callable[..., ft.Control] = ft.memo(_person_card)  # type: ignore[no-untyped-call]

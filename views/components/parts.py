"""Parts in words and in rows: what a role is called, how much of one a part is, chips of them."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, Final

import flet as ft

from domain import wording
from domain.entries import BLENDS, CheckIn, Here, Part, Role
from domain.language import N_, in_turn, tr, trp
from views import theme
from views.components.adder import Adder
from views.components.colors import Brightness
from views.components.kit import act, chip, chips, heading, quiet, stacked, tappable
from views.components.navigation import go
from views.components.part_shapes import part_mark
from views.state import State, use_state_of_app
from views.theme import text

TERMS: Final[dict[Role, str]] = {
    "works_ahead": N_("manager"),
    "jumps_in_fast": N_("firefighter"),
    "tender": N_("exile"),
}
"""The terms of IFS for roles, beside plain words."""
FIRST: Final = 8
"""So many are offered before "All"."""


def here_in_words(here: Here, names: dict[str, str]) -> str:
    """A part that was here, and how much of the person it was; nothing where it is gone."""
    name = names.get(here.part, "")
    return wording.here(name, here.blend) if name else ""


def company(one: CheckIn, names: dict[str, str]) -> str:
    """Who one was with at a check-in, and which parts were here, in words."""
    who = ", ".join(filter(None, (names.get(id, "") for id in one.people)))
    here = ", ".join(filter(None, (here_in_words(part, names) for part in one.parts)))
    close = names.get(one.connected_with, "") if one.connection is not None else ""
    said = (
        tr("with {who}", who=who) if who else "",
        tr("connection with {who}", who=close) if close else "",
        here,
    )
    return " · ".join(filter(None, said))


@ft.component
def _part_card(
    part: Part, noted: str, brightness: Brightness, large: bool, *, key: str | None = None
) -> ft.Control:
    role = wording.said(wording.ROLES, part.role)
    line = part.line or (tr("Hold lightly") if part.tender else "")
    name = text(part.name, theme.TITLE_MEDIUM, max_lines=3, overflow=ft.TextOverflow.ELLIPSIS)
    mark, when = part_mark(part, 60, brightness), quiet(noted)
    words: list[ft.Control] = [name]
    if not large:
        name.expand = True
        words = [ft.Row([name, when], vertical_alignment=ft.CrossAxisAlignment.START)]
    if role:
        words.append(text(role, theme.BODY_MEDIUM_STRONG))
    if line:
        shown = text(line, theme.BODY_MEDIUM, ft.Colors.ON_SURFACE_VARIANT, max_lines=2)
        shown.overflow = ft.TextOverflow.ELLIPSIS
        words.append(shown)
    spoken = [part.name, role, line, tr("Noted {when}", when=noted) if noted else ""]
    told = stacked(words, 2)
    row: ft.Control = ft.Row(
        [mark, told], spacing=18, vertical_alignment=ft.CrossAxisAlignment.START
    )
    if large:
        row = ft.Column([ft.Row([mark, when], spacing=18), ft.Row([told])], spacing=4)
    return tappable(
        f"part-{part.id}",
        in_turn(*spoken),
        partial(go, f"/parts/{part.id}"),
        row,
        fill=ft.Colors.SURFACE_CONTAINER_LOW,
        radius=20,
        padding=ft.Padding.symmetric(horizontal=18, vertical=18),
        key=key,
    )


PartCard: Callable[..., ft.Control] = ft.memo(_part_card)  # type: ignore[no-untyped-call]


@ft.component
def PartsPicker(id: str, *, key: str | None = None) -> ft.Control:
    """Which parts are here at a check-in, and how much of the person each is."""
    state = use_state_of_app()
    all_shown, show_all = ft.use_state(False)
    one = state.check_in(id)
    if one is None:
        return ft.Container()
    word = state.knowing.word

    async def add(name: str) -> None:
        new = await state.knowing.make_quickly(name)
        await state.knowing.toggle_part(one, new.id)

    here = {other.part for other in one.parts}
    every = state.knowing.parts_by_use(but=id)
    every += [part for part in state.parts if part.resting and part.id in here]
    offered = [
        part for place, part in enumerate(every) if all_shown or place < FIRST or part.id in here
    ]
    rows: list[ft.Control] = [
        chip(
            f"here-{part.id}",
            part.name,
            act(state.knowing.toggle_part, one, part.id),
            selected=part.id in here,
            drawing=part_mark(part, 24, state.brightness),
            key=part.id,
        )
        for part in offered
    ]
    if len(offered) < len(every):
        rows.append(all_chip("parts-all", word.tr("All parts"), partial(show_all, True)))
    blends = [
        control
        for part in every
        if part.id in here
        for control in blend_question(state, part, one, partial(state.knowing.blend, one))
    ]
    return ft.Column(
        [
            heading(word.tr("Parts")),
            chips(rows, state.large),
            Adder("add-part", word.tr("Add a part"), tr("A name for it"), add, key="add-part"),
            *blends,
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def all_chip(identifier: str, spoken: str, on_tap: Any) -> ft.Control:
    """The way to all of them; what is `spoken` says of what."""
    more = ft.Icons.EXPAND_MORE_ROUNDED
    return chip(
        identifier, trp("people or parts", "All"), on_tap, outlined=True, icon=more, spoken=spoken
    )


def blend_question(
    state: State, part: Part, one: CheckIn | None, on_blend: Callable[[Here], Any]
) -> list[ft.Control]:
    """How much of the person a part is right now."""
    here = one.here(part.id) if one else None
    return [
        quiet(tr("How much of you is {name} right now?", name=part.name)),
        chips(
            [
                chip(
                    f"blend-{blend}-{part.id}",
                    wording.how_much(blend),
                    act(on_blend, Here(part.id, blend)),
                    selected=here is not None and here.blend == blend,
                    spoken=f"{part.name}: {wording.how_much(blend)}",
                )
                for blend in BLENDS
            ],
            state.large,
        ),
    ]


def counts(pairs: Iterable[tuple[str, int]], large: bool) -> ft.Control:
    """Words with how often each was there."""
    said: Sequence[ft.Control] = [
        ft.Container(
            text(f"{word}  {count}", theme.BODY_MEDIUM),
            bgcolor=ft.Colors.SURFACE_CONTAINER,
            border_radius=20,
            padding=ft.Padding.symmetric(horizontal=15, vertical=8.5),
        )
        for word, count in pairs
    ]
    return chips(list(said), large)

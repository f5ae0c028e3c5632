"""Making a part, and changing one: only its name is needed, and none of it is suggested."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import flet as ft

from domain import parts, people, wording
from domain.entries import COLORS, SHAPES, Color, Role, Shape
from domain.language import tr, trp
from views.components.colors import Brightness
from views.components.fields import field
from views.components.frame import feet, screen
from views.components.kit import button, chip, chips, heading, quiet
from views.components.looks import Look, looks
from views.components.navigation import go, go_back
from views.components.newest import use_draft
from views.components.notices import problem_card
from views.components.part_shapes import drawn_shape
from views.components.parts import TERMS
from views.components.people import PeoplePicker
from views.components.writing import Writing
from views.look_words import COLOR_WORDS, SHAPE_WORDS
from views.part import FACTS
from views.state import State, use_state_of_app
from views.theme import text


@dataclass(frozen=True)
class Draft:
    """A part that is not made yet."""

    shape: Shape
    color: Color
    name: str = ""
    role: Role = ""


@ft.component
def NewPart() -> ft.View:
    """A name, and what it looks like; all else can follow, or not."""
    state = use_state_of_app()
    draft, change, newest = use_draft(Draft(*parts.free_look(state.parts)))
    made = ft.use_ref("")
    keeping = ft.use_ref(False)

    async def keep() -> None:
        one = newest()
        if keeping.current or not one.name.strip():
            return
        keeping.current = True
        new = await state.knowing.make(one.name, one.shape, one.color, one.role, made.current or "")
        made.current, keeping.current = new.id, False
        if state.problem is None:
            await go(f"/parts/{new.id}")

    return screen(
        state,
        state.knowing.word.tr("Add a part"),
        [
            *problem_card(state, draft.name),
            _drawing(draft.shape, draft.color, state.brightness),
            field(
                "part-name",
                tr("A name for it"),
                draft.name,
                lambda event: change("name", event.control.value),
                key="part-name-field",
                on_submit=lambda _: keep(),
            ),
            *_look(
                state, draft.shape, draft.color, partial(change, "shape"), partial(change, "color")
            ),
            *_role(
                state,
                draft.role,
                lambda one: change("role", "" if one == newest().role else one),
            ),
        ],
        back=True,
        foot=feet(
            state,
            button("part-not-now", tr("Not now"), go_back, expand=True),
            button(
                "keep-part",
                trp("something new", "Keep it"),
                keep if draft.name.strip() else None,
                kind="filled",
                expand=True,
            ),
        ),
    )


@ft.component
def EditPart() -> ft.View:
    """Everything that can be told of a part; each change is kept."""
    state = use_state_of_app()
    id = ft.use_route_params().get("id", "")
    part = state.knowing.part(id)
    if part is None:
        gone = text(tr("This is not in the journal any more."))
        return screen(state, tr("Not here"), [gone], back=True)

    async def rename(words: str) -> None:
        if words.strip():
            await state.knowing.change(part, name=words.strip())

    async def change(name: str, value: object) -> None:
        await state.knowing.change(part, **{name: value})

    async def toggle_role(one: Role) -> None:
        await change("role", "" if one == part.role else one)

    async def toggle_person(person: str) -> None:
        await state.change_by(part, lambda now: {"around": people.toggled(now.around, person)})

    return screen(
        state,
        part.name,
        [
            *problem_card(state),
            _drawing(part.shape, part.color, state.brightness),
            heading(tr("Name")),
            Writing("part-name", tr("Name"), part.name, rename, 1, key=f"name-{id}"),
            *_look(
                state, part.shape, part.color, partial(change, "shape"), partial(change, "color")
            ),
            *_role(state, part.role, toggle_role),
            *(
                control
                for name, icon in (("says", ft.Icons.FORMAT_QUOTE_ROUNDED), *FACTS.items())
                for control in (
                    heading(tr(wording.PART_FACTS[name])),
                    Writing(
                        f"part-{name.replace('_', '-')}",
                        tr(wording.PART_FACTS[name]),
                        getattr(part, name),
                        partial(change, name),
                        hint=tr("A few words, if you like"),
                        icon=icon,
                        key=f"{name}-{id}",
                    ),
                )
            ),
            PeoplePicker(
                tr("Who it shows up around"), part.around, toggle_person, key=f"around-{id}"
            ),
        ],
        back=True,
        foot=feet(state, button("part-done", tr("Done"), go_back, kind="filled", expand=True)),
    )


def _drawing(shape: Shape, color: Color, brightness: Brightness) -> ft.Control:
    drawing = ft.Semantics(
        exclude_semantics=True, content=drawn_shape(shape, color, 96, brightness)
    )
    return ft.Row([drawing], alignment=ft.MainAxisAlignment.CENTER)


def _look(
    state: State,
    shape: Shape,
    color: Color,
    on_shape: Callable[[Any], Any],
    on_color: Callable[[Any], Any],
) -> list[ft.Control]:
    def drawn(shape: Shape, color: Color) -> ft.Control:
        return drawn_shape(shape, color, 36, state.brightness)

    shapes = [Look(f"shape-{one}", tr(SHAPE_WORDS[one]), one, drawn(one, color)) for one in SHAPES]
    colors = [Look(f"color-{one}", tr(COLOR_WORDS[one]), one, drawn(shape, one)) for one in COLORS]
    return [
        heading(tr("Shape")),
        looks(shapes, shape, on_shape),
        heading(tr("Colour")),
        looks(colors, color, on_color),
    ]


def _role(state: State, role: str, on_role: Callable[[Any], Any]) -> list[ft.Control]:
    return [
        heading(tr("What it does, if you like")),
        chips(
            [
                chip(
                    f"role-{one.replace('_', '-')}",
                    f"{label} ({tr(TERMS[one])})" if one in TERMS else label,
                    partial(on_role, one),
                    selected=one == role,
                )
                for one, label in wording.answers(wording.ROLES)
            ],
            state.large,
        ),
        *(
            [quiet(tr("A tender one is held lightly here: no questions are asked of it."))]
            if role == "tender"
            else []
        ),
    ]

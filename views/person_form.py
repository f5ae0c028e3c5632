"""Adding one of the people and places, and changing one: only a name is needed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import flet as ft

from domain import people
from domain.entries import COLORS, ICONS, PERSON_SHAPES, Color, Icon, Person, PersonShape
from domain.language import N_, tr, trp
from views.components.fields import field
from views.components.frame import feet, screen
from views.components.kit import button, heading, quiet
from views.components.looks import Look, looks
from views.components.navigation import go, go_back
from views.components.newest import use_draft
from views.components.notices import problem_card
from views.components.person_marks import drawn_mark
from views.components.rows import switch_row
from views.components.writing import Writing
from views.look_words import COLOR_WORDS, ICON_WORDS, SHAPE_WORDS
from views.person import NOT_HERE
from views.state import State, use_state_of_app
from views.theme import text

BOND: Final = N_("What they are to you, in your own words")


@dataclass(frozen=True)
class Draft:
    """Somebody or something that is not made yet."""

    shape: PersonShape
    color: Color
    name: str = ""
    bond: str = ""
    icon: Icon = ""


@ft.component
def NewPerson() -> ft.View:
    """A name, and what stands for them; all else can follow, or not."""
    state = use_state_of_app()
    draft, change, newest = use_draft(Draft(*people.free_look(state.people)))
    made = ft.use_ref("")
    keeping = ft.use_ref(False)

    async def keep() -> None:
        one = newest()
        if keeping.current or not one.name.strip():
            return
        keeping.current = True
        new = await state.knowing.make_person(
            one.name,
            one.shape,
            one.color,
            made.current or "",
            bond=one.bond.strip(),
            icon=one.icon,
        )
        made.current, keeping.current = new.id, False
        if state.problem is None:
            await go(f"/people/{new.id}")

    return screen(
        state,
        tr("Add someone or something"),
        [
            *problem_card(state, draft.name),
            quiet(tr("A person, a group, a pet, a place, a practice. In your own words.")),
            field(
                "person-name",
                tr("A name for them"),
                draft.name,
                lambda event: change("name", event.control.value),
                key="person-name-field",
                on_submit=lambda _: keep(),
            ),
            field(
                "person-bond",
                tr(BOND),
                draft.bond,
                lambda event: change("bond", event.control.value),
                key="person-bond-field",
            ),
            *_looks(
                state,
                draft.name,
                (draft.shape, draft.icon, draft.color),
                partial(change, "shape"),
                partial(change, "icon"),
                partial(change, "color"),
            ),
        ],
        back=True,
        foot=feet(
            state,
            button("person-not-now", tr("Not now"), go_back, expand=True),
            button(
                "keep-person",
                trp("something new", "Keep it"),
                keep if draft.name.strip() else None,
                kind="filled",
                expand=True,
            ),
        ),
    )


@ft.component
def EditPerson() -> ft.View:
    """Everything that can be told of somebody; each change is kept."""
    state = use_state_of_app()
    id = ft.use_route_params().get("id", "")
    person = state.knowing.person(id)
    if person is None:
        return screen(state, tr("Not here"), [text(tr(NOT_HERE))], back=True)

    async def rename(words: str) -> None:
        await state.knowing.rename_person(person, words)

    async def change(name: str, value: object) -> None:
        await state.knowing.change(person, **{name: value})

    return screen(
        state,
        person.name,
        [
            *problem_card(state),
            heading(tr("Name")),
            Writing("person-name", tr("Name"), person.name, rename, 1, key=f"name-{id}"),
            heading(tr(BOND)),
            Writing(
                "person-bond",
                tr(BOND),
                person.bond,
                partial(change, "bond"),
                2,
                hint=tr("A few words, if you like"),
                key=f"bond-{id}",
            ),
            *_looks(
                state,
                person.name,
                (person.shape, person.icon, person.color),
                partial(change, "shape"),
                partial(change, "icon"),
                partial(change, "color"),
            ),
            *_therapist(state, person),
        ],
        back=True,
        foot=feet(state, button("person-done", tr("Done"), go_back, kind="filled", expand=True)),
    )


def _looks(
    state: State,
    name: str,
    look: tuple[PersonShape, Icon, Color],
    on_shape: Callable[[Any], Any],
    on_icon: Callable[[Any], Any],
    on_color: Callable[[Any], Any],
) -> list[ft.Control]:
    shape, icon, color = look

    def drawn(shape: PersonShape, icon: Icon, color: Color, size: float = 36) -> ft.Control:
        return drawn_mark(name or "A", shape, icon, color, size, state.brightness, state.text_scale)

    icons = [
        Look(f"icon-{one or 'letter'}", tr(ICON_WORDS[one]), one, drawn(shape, one, color))
        for one in ICONS
    ]
    shapes = [
        Look(f"shape-{one}", tr(SHAPE_WORDS[one]), one, drawn(one, icon, color))
        for one in PERSON_SHAPES
    ]
    colors = [
        Look(f"color-{one}", tr(COLOR_WORDS[one]), one, drawn(shape, icon, one)) for one in COLORS
    ]
    return [
        ft.Row([drawn(*look, 84)], alignment=ft.MainAxisAlignment.CENTER),
        heading(tr("Sign")),
        looks(icons, icon, on_icon),
        heading(tr("Shape")),
        looks(shapes, shape, on_shape),
        heading(tr("Colour")),
        looks(colors, color, on_color),
    ]


def _therapist(state: State, person: Person) -> list[ft.Control]:
    therapies = state.meeting.all()

    async def turn(id: str) -> None:
        before = state.relating.therapist(id)
        if before is not None:
            await state.knowing.change(before, therapy="")
        if before is None or before.id != person.id:
            await state.knowing.change(person, therapy=id)

    def label(name: str) -> str:
        return tr("My therapist: {therapy}", therapy=name) if name else tr("My therapist")

    return [
        heading(tr("In your therapy")),
        *(
            switch_row(
                f"therapist-{one.id}",
                label(state.meeting.named(one.id)),
                person.therapy == one.id,
                partial(turn, one.id),
            )
            for one in therapies
        ),
        quiet(tr("What happens between the two of you then goes to “Between us”, private.")),
    ]

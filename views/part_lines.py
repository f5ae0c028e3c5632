"""What can be done with parts on the map: moving one, leaving it off, and lines between two."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

import flet as ft

from domain import part_map, sittings
from domain.entries import RELATIONS, Part, Relation, RelationKind
from domain.language import N_, listed, tr, trp
from views import theme
from views.components.kit import act, button, card, chip, chips, heading, icon_button
from views.components.navigation import go
from views.components.part_shapes import part_mark
from views.components.relation_lines import sample_line
from views.state import State
from views.theme import text

ARROWS: Final = (
    ("left", N_("Move {name} left"), -1, 0, ft.Icons.WEST_ROUNDED),
    ("right", N_("Move {name} right"), 1, 0, ft.Icons.EAST_ROUNDED),
    ("up", N_("Move {name} up"), 0, -1, ft.Icons.NORTH_ROUNDED),
    ("down", N_("Move {name} down"), 0, 1, ft.Icons.SOUTH_ROUNDED),
)
"""Four ways: the key, what moving a part is called, how far, and what shows it."""
ONE_WAY: Final[tuple[RelationKind, ...]] = ("protects", "backs_up", "avoids")
"""Kinds that say something else the other way round."""


def panel(
    state: State,
    parts: Sequence[Part],
    ends: tuple[str, ...],
    drawing: bool,
    tap: Any,
    turn: Any,
    set_drawing: Any,
    done: Any,
) -> list[ft.Control]:
    """What can be done with the parts that are chosen on the map, by their ids in `ends`."""
    chosen = [next(one for one in parts if one.id == id) for id in ends]
    if drawing:
        return [_drawing(state, parts, chosen, tap, turn, done)]
    if chosen:
        return [_chosen(state, chosen[0], len(parts) > 1, partial(set_drawing, True), done)]
    if len(parts) < 2:
        return []
    add = button(
        "add-line",
        tr("Add a line"),
        partial(set_drawing, True),
        height=48,
        icon=ft.Icons.ADD_ROUNDED,
    )
    return [ft.Row([add], wrap=True)]


def _chosen(state: State, part: Part, several: bool, line: Any, done: Any) -> ft.Control:
    async def leave_off() -> None:
        done()
        await state.mapping.leave_off(part)

    arrows: list[ft.Control] = [
        icon_button(
            f"move-{name}",
            tr(move, name=part.name),
            icon,
            act(state.mapping.step, part.id, x, y),
        )
        for name, move, x, y, icon in ARROWS
    ]
    ways: list[ft.Control] = [
        chip(
            "open-part",
            trp("a button", "Open"),
            partial(go, f"/parts/{part.id}"),
            spoken=tr("Open {name}", name=part.name),
        ),
        chip("leave-off", tr("Leave it off the map"), leave_off),
        chip("map-done", tr("Done"), done),
    ]
    if several:
        ways.insert(1, chip("add-line", tr("Add a line"), line, icon=ft.Icons.ADD_ROUNDED))
    return ft.Semantics(
        identifier="map-panel",
        container=True,
        content=card(
            ft.Row(
                [ft.Container(text(part.name, theme.TITLE_MEDIUM), expand=True), *arrows],
                spacing=0,
                wrap=False,
            )
            if not state.large
            else ft.Column([text(part.name, theme.TITLE_MEDIUM), ft.Row(arrows, spacing=0)]),
            chips(ways, state.large),
            padding=ft.Padding.symmetric(horizontal=16, vertical=12),
        ),
    )


def kind_in_words(kind: RelationKind) -> str:
    """A kind of relation, for a choice."""
    return trp("a line", "unsure") if kind == "unsure" else tr(part_map.SAYS[kind])


def _drawing(
    state: State, parts: Sequence[Part], chosen: Sequence[Part], tap: Any, turn: Any, done: Any
) -> ft.Control:
    asked = (tr("Tap the first one, here or on the map."), tr("Now the other one."))
    shown: list[ft.Control] = []
    if len(chosen) == 2:
        shown += _line(state, chosen[0], chosen[1], turn)
    else:
        shown += [
            ft.Semantics(live_region=True, content=text(asked[len(chosen)], theme.LABEL_LARGE)),
            chips(
                [
                    chip(
                        f"end-{one.id}",
                        one.name,
                        partial(tap, one.id),
                        selected=one in chosen,
                        drawing=part_mark(one, 24, state.brightness),
                        key=one.id,
                    )
                    for one in parts
                ],
                state.large,
            ),
        ]
    end = button("map-done", tr("Done"), done, kind="text", height=48)
    return ft.Semantics(
        identifier="map-panel",
        container=True,
        content=card(*shown, ft.Row([end], wrap=True), padding=ft.Padding.all(16)),
    )


def _line(state: State, one: Part, other: Part, turn: Any) -> list[ft.Control]:
    there = part_map.between(state.mapping.current, one.id, other.id)
    names = {one.id: one.name, other.id: other.name}
    said = part_map.in_words(there, names) if there else listed((one.name, other.name))
    kinds: list[ft.Control] = [
        chip(
            f"line-{kind.replace('_', '-')}",
            kind_in_words(kind),
            act(state.mapping.relate, one.id, kind, other.id),
            selected=there is not None and there.kind == kind,
            drawing=sample_line(kind, 36, 24),
            spoken=part_map.in_words(Relation(one.id, kind, other.id), names),
        )
        for kind in RELATIONS
    ]
    shown = [heading(said, theme.TITLE_MEDIUM), chips(kinds, state.large)]
    if there is not None:
        shown.append(ft.Row(_ways_of_line(state, there, one, other, turn), wrap=True, spacing=4))
    return shown


def _ways_of_line(
    state: State, line: Relation, one: Part, other: Part, turn: Any
) -> list[ft.Control]:
    async def turn_round() -> None:
        turn()
        await state.mapping.relate(line.other, line.kind, line.one)

    ways: list[ft.Control] = []
    if line.kind == "pulls_against" and sittings.may_sit(one, other):
        both = partial(go, f"/parts/{one.id}/sit/{other.id}")
        ways.append(button("sit-with-both", tr("Sit with both"), both, kind="soft", height=48))
    if line.kind in ONE_WAY:
        ways.append(button("turn-line", tr("Turn it round"), turn_round, kind="text", height=48))
    take = act(state.mapping.unrelate, one.id, other.id)
    ways.append(button("take-line", tr("Take the line away"), take, kind="text", height=48))
    return ways

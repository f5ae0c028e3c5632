"""The map of parts: how they stand together, drawn, as sentences, and as it was on other days."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

import flet as ft

from domain import part_map
from domain.entries import RELATIONS, Relation, RelationKind
from domain.language import N_, tr, trn
from views import theme
from views.components.kit import (
    act,
    button,
    card,
    chip,
    chips,
    icon_button,
    quiet,
    section,
    tappable,
)
from views.components.map_canvas import MapCanvas
from views.components.part_shapes import part_mark
from views.components.relation_lines import sample_line
from views.components.viewer import Eye
from views.components.when import day_said
from views.part_lines import ARROWS, kind_in_words, panel
from views.state import State, use_state_of_app
from views.theme import text

PICTURE: Final = N_("Map.png")
KEYS: Final = {f"Arrow {name.capitalize()}": (x, y) for name, _, x, y, _ in ARROWS}


@ft.component
def MapPage(*, key: str | None = None) -> ft.Control:
    """The map of today, or of an earlier day; what is chosen on it has its ways below."""
    state = use_state_of_app()
    nobody: tuple[str, ...] = ()
    nothing: frozenset[RelationKind] = frozenset()
    back, set_back = ft.use_state(0)
    chosen, choose = ft.use_state(nobody)
    drawing, set_drawing = ft.use_state(False)
    hidden, hide = ft.use_state(nothing)
    eye: Eye = ft.use_memo(lambda: Eye(), [])
    days = state.mapping.days
    back = min(back, len(days))
    day = days[-back] if back else None
    shown = state.mapping.shown_on(day)
    parts = [one.part for one in shown]
    lines = part_map.drawn(state.mapping.on(day), parts)
    ids = {one.id for one in parts}
    ends = tuple(id for id in chosen if id in ids)
    fixed = back > 0

    async def tap(id: str) -> None:
        if id in ends:
            choose(tuple(one for one in ends if one != id))
        elif drawing and len(ends) < 2:
            choose((*ends, id))
        else:
            choose((id,))

    def open_line(line: Relation) -> None:
        if not fixed:
            choose((line.one, line.other))
            set_drawing(True)

    def turn_round() -> None:
        choose(ends[::-1])

    def done() -> None:
        choose(())
        set_drawing(False)

    def turn(days_back: int) -> None:
        done()
        set_back(days_back)

    async def pressed(event: ft.KeyDownEvent | ft.KeyRepeatEvent) -> None:
        if event.key in KEYS and len(ends) == 1 and not fixed:
            await state.mapping.step(ends[0], *KEYS[event.key])

    word = state.knowing.word
    if len(parts) + len(state.parts) == 0:
        return quiet(word.tr("Here your parts can stand together, once there are any."))
    scale = map_scale(state)
    canvas = MapCanvas(
        shown,
        [one for one in lines if one.kind not in hidden],
        ends,
        scale,
        state.brightness,
        state.text_scale,
        tap,
        open_line,
        None if fixed else state.mapping.move,
        key="canvas",
    )
    width, height = part_map.WIDTH * scale, part_map.HEIGHT * scale
    said = word.put_into(
        trn("Map of {n} part. In words below.", "Map of {n} parts. In words below.", len(parts))
    )
    return ft.Column(
        [
            eye.looking_at("map", said, canvas, width, height, pressed, head=theme.TOUCH),
            *_days(state, days, back, turn),
            *(
                []
                if fixed
                else panel(state, parts, ends, drawing, tap, turn_round, set_drawing, done)
            ),
            _legend(state, hidden, hide),
            *([] if fixed else _off(state)),
            *_in_words(state, lines, None if fixed else open_line),
            ft.Row(
                [
                    button(
                        "share-map",
                        tr("Share as a picture"),
                        partial(eye.share, state, tr(PICTURE)),
                        kind="text",
                        height=48,
                        icon=ft.Icons.IOS_SHARE_ROUNDED,
                    )
                ],
                wrap=True,
            ),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def map_scale(state: State) -> float:
    """Pixels for a unit of the map."""
    if state.wide:
        return max(0.75, min(1.3, theme.in_right_pane(state.width) / part_map.WIDTH))
    return (min(state.width, theme.MEDIUM) - 2 * theme.margin(state.width)) / part_map.WIDTH


def _legend(state: State, hidden: frozenset[RelationKind], hide: Any) -> ft.Control:
    return chips(
        [
            chip(
                f"kind-{kind.replace('_', '-')}",
                kind_in_words(kind),
                partial(hide, hidden ^ {kind}),
                drawing=sample_line(kind, 36, 24),
                dimmed=kind in hidden,
                spoken=tr("{kind}: show these lines", kind=kind_in_words(kind))
                if kind in hidden
                else tr("{kind}: hide these lines", kind=kind_in_words(kind)),
            )
            for kind in RELATIONS
        ],
        state.large,
    )


def _days(state: State, days: Sequence[Any], back: int, turn: Any) -> list[ft.Control]:
    if not days:
        return []
    said = tr("As of {day}", day=day_said(days[-back], state.today)) if back else tr("As of today")
    earlier = partial(turn, back + 1) if back < len(days) else None
    later = partial(turn, back - 1) if back else None
    return [
        ft.Row(
            [
                _turn(
                    "map-earlier", tr("The map before that"), ft.Icons.CHEVRON_LEFT_ROUNDED, earlier
                ),
                ft.Semantics(
                    identifier="map-day",
                    live_region=True,
                    container=True,
                    expand=True,
                    content=text(said, theme.TITLE_SMALL, text_align=ft.TextAlign.CENTER),
                ),
                _turn("map-later", tr("The map after that"), ft.Icons.CHEVRON_RIGHT_ROUNDED, later),
            ]
        )
    ]


def _turn(identifier: str, label: str, icon: ft.IconData, tap: Any) -> ft.Control:
    if tap is None:
        return ft.Container(width=theme.TOUCH, height=theme.TOUCH)
    return icon_button(identifier, label, icon, tap)


def _off(state: State) -> list[ft.Control]:
    off = state.mapping.off
    if not off:
        return []
    return [
        section(tr("Not on the map")),
        chips(
            [
                chip(
                    f"put-back-{one.id}",
                    one.name,
                    act(state.mapping.put_back, one),
                    drawing=part_mark(one, 24, state.brightness),
                    outlined=True,
                    spoken=tr("Put {name} on the map", name=one.name),
                )
                for one in off
            ],
            state.large,
        ),
    ]


def _in_words(state: State, lines: Sequence[Relation], on_line: Any) -> list[ft.Control]:
    names = state.knowing.names
    if not lines:
        return [section(tr("In words")), quiet(tr("No lines yet."))]
    rows: list[ft.Control] = []
    for line in lines:
        words = text(part_map.in_words(line, names))
        rows.append(
            tappable(
                f"line-{line.one}-{line.other}",
                " ".join((words.value, tr("Change it"))),
                partial(on_line, line),
                words,
                padding=ft.Padding.symmetric(vertical=11),
                radius=12,
            )
            if on_line
            else words
        )
    return [
        section(tr("In words")),
        card(*rows, padding=ft.Padding.symmetric(horizontal=20, vertical=8)),
    ]

"""The gate of a look inward: how one feels toward a part, and what there is where it is closed."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import flet as ft

from domain import wording
from domain.entries import TOWARD, Part, Sitting, Toward
from domain.language import in_turn, tr
from views import theme
from views.components.kit import act, button, chip, chips, quiet, tappable
from views.components.navigation import go
from views.sitting_pieces import head, no_answer, question
from views.sitting_words import note_it, toward_in_words
from views.state import State, use_state_of_app
from views.theme import text


@ft.component
def Gate(id: str, part: str, *, key: str | None = None) -> ft.Control:
    """How one feels toward a part: every answer is a fine one, and more than one may be."""
    state = use_state_of_app()
    nothing: tuple[Toward, ...] = ()
    chosen, choose = ft.use_state(nothing)
    one, whose = state.inward.sitting(id), state.knowing.part(part)
    if one is None or whose is None:
        return ft.Container()

    def toggle(toward: Toward) -> None:
        rest = tuple(other for other in chosen if other != toward)
        choose(rest if len(rest) < len(chosen) else (*chosen, toward))

    title, mark, line = state.inward.gate.text.partition("?")
    go_on = act(state.inward.feel, one, chosen) if chosen else None
    return ft.Column(
        [
            head(state, [whose]),
            question(f"{title}{mark}"),
            text(line.strip(), theme.BODY_LARGE, ft.Colors.ON_SURFACE_VARIANT),
            chips(
                [
                    chip(
                        f"toward-{toward.replace('_', '-')}",
                        tr(wording.TOWARD[toward]),
                        partial(toggle, toward),
                        selected=toward in chosen,
                    )
                    for toward in TOWARD
                ],
                state.large,
            ),
            button("gate-go-on", tr("Go on"), go_on, kind="filled"),
            *([] if one.other else [no_answer(state, one, whose, "")]),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def closed(state: State, one: Sitting, parts: Sequence[Part]) -> list[ft.Control]:
    """What can be done where the way on is closed: note what stands in front, bring it, or stop."""

    async def note() -> None:
        await state.inward.finish(one)
        await go("/parts/new")

    on = state.bringing.of_source(one.id) is not None
    felt = [toward_in_words(toward) for toward in (one.toward, one.toward_other) if toward]
    words = ". ".join(
        tr("Toward {name}: {feelings}", name=part.name, feelings=said)
        for part, said in zip(parts, felt, strict=False)
    )
    bring = act(state.bringing.bring, one, text=words, tags=("parts",))
    return [
        head(state, parts),
        question(tr("Something else is standing in front, and that's fine.")),
        text(
            tr("Would you like to note it, get your feet under you, or stop here?"),
            theme.BODY_LARGE,
            ft.Colors.ON_SURFACE_VARIANT,
        ),
        _way(
            "gate-note",
            note_it((*one.toward, *one.toward_other)),
            state.knowing.word.tr("as a part of its own"),
            ft.Icons.ADD_ROUNDED,
            note,
        ),
        _way(
            "gate-bring",
            tr("On the list") if on else tr("Bring to session"),
            tr("how you feel toward it, in a line"),
            ft.Icons.BOOKMARK_ROUNDED if on else ft.Icons.BOOKMARK_BORDER_ROUNDED,
            bring,
        ),
    ]


def _way(identifier: str, title: str, line: str, icon: ft.IconData, tap: Any) -> ft.Control:
    mark = ft.Container(
        ft.Icon(icon, color=ft.Colors.ON_SURFACE),
        width=44,
        height=44,
        border_radius=14,
        bgcolor=ft.Colors.SURFACE_CONTAINER,
        alignment=ft.Alignment.CENTER,
    )
    return tappable(
        identifier,
        in_turn(title, line),
        tap,
        ft.Row(
            [
                mark,
                ft.Column([text(title, theme.LABEL_LARGE), quiet(line)], spacing=0, expand=True),
                ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=ft.Colors.ON_SURFACE_VARIANT),
            ],
            spacing=16,
        ),
        fill=ft.Colors.SURFACE_CONTAINER_LOW,
        radius=20,
        padding=ft.Padding.symmetric(horizontal=16, vertical=16),
    )

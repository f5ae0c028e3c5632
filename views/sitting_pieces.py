"""What the steps of a look inward share: whose it is, what is asked, that there is no answer."""

from collections.abc import Sequence
from typing import Final

import flet as ft

from domain.entries import Part, Sitting
from domain.language import listed, tr
from views import theme
from views.components.kit import act, button, quiet
from views.components.part_shapes import part_mark
from views.state import State
from views.theme import text

CENTRE: Final = ft.TextAlign.CENTER


def in_front(parts: Sequence[Part], title: str, line: str, state: State) -> list[ft.Control]:
    """A part in the middle, and a sentence below it."""
    marks: list[ft.Control] = [part_mark(one, 96, state.brightness) for one in parts]
    return [
        ft.Container(height=12 if state.large else 48),
        ft.Semantics(
            exclude_semantics=True,
            content=ft.Row(marks, alignment=ft.MainAxisAlignment.CENTER, spacing=20, wrap=True),
        ),
        *([quiet(listed([one.name for one in parts]), text_align=CENTRE)] if parts else []),
        ft.Semantics(
            identifier="sit-said",
            live_region=True,
            container=True,
            content=text(title, theme.SITTING, text_align=CENTRE),
        ),
        text(line, theme.BODY_LARGE, ft.Colors.ON_SURFACE_VARIANT, text_align=CENTRE),
        ft.Container(height=8),
    ]


def head(state: State, parts: Sequence[Part], more: ft.Control | None = None) -> ft.Control:
    """Whose step it is, and what else can be done with it."""
    who: list[ft.Control] = [
        control
        for part in parts
        for control in (part_mark(part, 48, state.brightness), text(part.name, theme.TITLE_SMALL))
    ]
    names = ft.Row(who, spacing=16, wrap=True, expand=True)
    return ft.Row([names, *([more] if more else [])])


def question(words: str) -> ft.Control:
    """What is asked at this step."""
    return ft.Semantics(
        identifier="sit-question",
        live_region=True,
        container=True,
        content=text(words, theme.SITTING),
    )


def no_answer(state: State, one: Sitting, part: Part, whose: str) -> ft.Control:
    """The way on where a part does not want to answer; `whose` answer, where two are asked."""
    said = state.knowing.word.tr("This part doesn't want to answer")
    return button(
        f"sit-declined-{part.id}" if whose else "sit-declined",
        tr("Doesn't want to answer") if whose else said,
        act(state.inward.decline, one, whose),
        kind="text",
        height=48,
        spoken=tr("{name} doesn't want to answer", name=part.name) if whose else said,
    )

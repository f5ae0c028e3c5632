"""The steps of a short look inward, drawn. What comes next is `domain.sittings`' to say."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import flet as ft

from domain import sittings
from domain.entries import Part, Sitting
from domain.language import tr
from domain.prompts import Prompt
from views import sayings, theme
from views.components.kit import act, button, card
from views.components.menus import menu
from views.components.part_shapes import part_mark
from views.components.writing import Writing
from views.gate import Gate, closed
from views.sitting_pieces import head, in_front, no_answer, question
from views.state import State
from views.theme import text


def consent(state: State, parts: Sequence[Part], begin: Any) -> list[ft.Control]:
    """What it is, before anything is asked; once, for whom it may not be."""
    once = (
        []
        if state.settings.told_of_parts
        else [
            card(
                text(tr(sayings.LOOKING_INWARD), theme.BODY_MEDIUM),
                color=ft.Colors.SURFACE_CONTAINER,
            )
        ]
    )
    return [
        *in_front(
            parts,
            tr("A short look inward. Nothing has to happen."),
            tr("One to three questions, then it ends by itself. You can stop at any point."),
            state,
        ),
        *once,
        button("sit-begin", tr("Begin"), begin, kind="filled"),
    ]


def step(state: State, one: Sitting, parts: Sequence[Part], leave: Any) -> list[ft.Control]:
    """The step that a sitting is at."""
    match one.stage:
        case "notice" | "know":
            asked = state.inward.question(one)
            return _question(state, one, parts, asked) if asked else _end(state, one, parts, leave)
        case "gate":
            return [Gate(one.id, parts[0].id, key="gate")]
        case "other_gate":
            return [Gate(one.id, parts[-1].id, key="other-gate")]
        case "closed":
            return closed(state, one, parts)
        case "open":
            asked = state.inward.question(one)
            return _open(state, one, parts, asked) if asked else _end(state, one, parts, leave)
        case "no_answer":
            return _no_answer(state, one, parts, leave)
        case _:
            return _end(state, one, parts, leave)


def _question_menu(state: State, one: Sitting, asked: Prompt) -> ft.Control:
    return menu(
        "sit-menu",
        tr("More about this question"),
        ft.Icons.MORE_HORIZ_ROUNDED,
        [
            (
                "sit-another",
                tr("Another question"),
                ft.Icons.SHUFFLE_ROUNDED,
                act(state.inward.ask_another, one),
            ),
            (
                "sit-hide",
                tr("Don't ask this one again"),
                ft.Icons.VISIBILITY_OFF_OUTLINED,
                act(state.inward.hide, one, asked),
            ),
        ],
    )


def _question(state: State, one: Sitting, parts: Sequence[Part], asked: Prompt) -> list[ft.Control]:
    two = len(parts) > 1
    ways: list[ft.Control] = [
        button("sit-go-on", tr("Go on"), act(state.inward.go_on, one), kind="filled", expand=True),
        button("sit-skip", tr("Skip"), act(state.inward.skip, one, asked)),
    ]
    answers = (
        _two_answers(state, one, parts, asked)
        if two
        else [_answer(state, one, asked, parts[0], "")]
    )
    return [
        head(state, [] if two else parts, _question_menu(state, one, asked)),
        question(asked.text),
        *answers,
        ft.Column(ways, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
        if state.large
        else ft.Row(ways, spacing=8),
        *([] if two else [no_answer(state, one, parts[0], "")]),
    ]


def _answer(state: State, one: Sitting, asked: Prompt, part: Part, whose: str) -> ft.Control:
    there = sittings.written_to(one, asked.id, whose)
    return Writing(
        f"sit-answer-{part.id}" if whose else "sit-answer",
        f"{part.name}: {asked.text}" if whose else asked.text,
        there.text if there else "",
        partial(_write, state, one, asked, whose),
        8,
        hint=tr("A few words, if you like"),
        at_least=4,
        key=f"{one.id}-{asked.id}-{whose}",
    )


async def _write(state: State, one: Sitting, asked: Prompt, whose: str, words: str) -> None:
    await state.inward.write(one, asked, words, whose)


def _two_answers(
    state: State, one: Sitting, parts: Sequence[Part], asked: Prompt
) -> list[ft.Control]:
    """A column for each, of the same width; below each other where text is large."""
    columns: list[ft.Control] = [
        ft.Column(
            [
                ft.Row(
                    [
                        part_mark(part, 36, state.brightness),
                        ft.Container(text(part.name, theme.TITLE_SMALL), expand=True),
                    ],
                    spacing=8,
                ),
                _answer(state, one, asked, part, part.id),
                no_answer(state, one, part, part.id),
            ],
            spacing=8,
            expand=not state.large,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
        for part in parts
    ]
    if state.large:
        return columns
    return [ft.Row(columns, spacing=12, vertical_alignment=ft.CrossAxisAlignment.START)]


def _open(state: State, one: Sitting, parts: Sequence[Part], asked: Prompt) -> list[ft.Control]:
    return [
        head(state, parts, _question_menu(state, one, asked)),
        question(tr("Would you like to go on?")),
        card(text(asked.text, theme.TITLE_LARGE)),
        button("sit-go-on", tr("Go on"), act(state.inward.go_on, one), kind="filled"),
        button("sit-enough", tr("That's enough"), act(state.inward.finish, one)),
    ]


def _no_answer(state: State, one: Sitting, parts: Sequence[Part], leave: Any) -> list[ft.Control]:
    reply = next((reply for reply in one.replies if reply.declined), None)
    who = next((part for part in parts if reply and part.id == reply.part), parts[0])
    said = tr("{name} didn't want to answer.", name=who.name)
    noted = tr("Noted: {name} didn't want to answer.", name=who.name)
    words = f"{said} {reply.asked}" if reply else said
    return [
        *in_front([who], tr("Good to know. We'll leave it there."), noted, state),
        button("sit-done", tr("Close"), leave, kind="filled"),
        _bring(state, one, text=words),
    ]


def _end(state: State, one: Sitting, parts: Sequence[Part], leave: Any) -> list[ft.Control]:
    line = tr("What you wrote is kept.") if one.written else tr("Nothing has to come of it.")
    return [
        *in_front(parts, tr("That's it for this time."), line, state),
        button("sit-done", tr("Close"), leave, kind="filled"),
        _bring(state, one),
    ]


def _bring(state: State, one: Sitting, **more: Any) -> ft.Control:
    on = state.bringing.of_source(one.id) is not None
    return button(
        "sit-bring",
        tr("On the list") if on else tr("Bring this to session"),
        act(state.bringing.bring, one, tags=("parts",), **more),
        kind="text",
        icon=ft.Icons.BOOKMARK_ROUNDED if on else ft.Icons.BOOKMARK_BORDER_ROUNDED,
    )

"""The steps of a short look inward, drawn. What comes next is `domain.sittings`' to say."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

import flet as ft

from domain import sittings, wording
from domain.entries import TOWARD, Part, Sitting, Toward
from domain.language import in_turn, listed, tr
from domain.prompts import Prompt
from views import sayings, theme
from views.components.kit import act, button, card, chip, chips, quiet, tappable
from views.components.menus import menu
from views.components.navigation import go
from views.components.part_shapes import part_mark
from views.components.writing import Writing
from views.sitting_words import note_it, toward_in_words
from views.state import State, use_state_of_app
from views.theme import text

CENTRE: Final = ft.TextAlign.CENTER


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
            return _closed(state, one, parts)
        case "open":
            asked = state.inward.question(one)
            return _open(state, one, parts, asked) if asked else _end(state, one, parts, leave)
        case "no_answer":
            return _no_answer(state, one, parts, leave)
        case _:
            return _end(state, one, parts, leave)


def _head(state: State, parts: Sequence[Part], more: ft.Control | None = None) -> ft.Control:
    who: list[ft.Control] = [
        control
        for part in parts
        for control in (part_mark(part, 48, state.brightness), text(part.name, theme.TITLE_SMALL))
    ]
    names = ft.Row(who, spacing=16, wrap=True, expand=True)
    return ft.Row([names, *([more] if more else [])])


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


def _asked(words: str) -> ft.Control:
    return ft.Semantics(
        identifier="sit-question",
        live_region=True,
        container=True,
        content=text(words, theme.SITTING),
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
        _head(state, [] if two else parts, _question_menu(state, one, asked)),
        _asked(asked.text),
        *answers,
        ft.Column(ways, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
        if state.large
        else ft.Row(ways, spacing=8),
        *([] if two else [_declined(state, one, parts[0], "")]),
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


def _declined(state: State, one: Sitting, part: Part, whose: str) -> ft.Control:
    said = state.knowing.word.tr("This part doesn't want to answer")
    return button(
        f"sit-declined-{part.id}" if whose else "sit-declined",
        tr("Doesn't want to answer") if whose else said,
        act(state.inward.decline, one, whose),
        kind="text",
        height=48,
        spoken=tr("{name} doesn't want to answer", name=part.name) if whose else said,
    )


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
                _declined(state, one, part, part.id),
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
            _head(state, [whose]),
            _asked(f"{title}{mark}"),
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
            *([] if one.other else [_declined(state, one, whose, "")]),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _closed(state: State, one: Sitting, parts: Sequence[Part]) -> list[ft.Control]:
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
        _head(state, parts),
        _asked(tr("Something else is standing in front, and that's fine.")),
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


def _open(state: State, one: Sitting, parts: Sequence[Part], asked: Prompt) -> list[ft.Control]:
    return [
        _head(state, parts, _question_menu(state, one, asked)),
        _asked(tr("Would you like to go on?")),
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

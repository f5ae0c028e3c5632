"""A question that may be written to or left: the one of the day, and one about parts."""

from functools import partial
from typing import Any

import flet as ft

from domain.entries import Pace, Reflection
from domain.language import N_, tr, trp
from domain.prompts import Prompt
from views import theme
from views.components.kit import act, button, card, icon_button, quiet
from views.components.menus import menu
from views.components.navigation import go
from views.components.writing import Writing
from views.helping import helping_card
from views.state import State, use_state_of_app
from views.theme import text

FEWER: dict[Pace, Pace] = {"daily": "now_and_then", "now_and_then": "never", "never": "never"}
TOLD: dict[Pace, str] = {
    "now_and_then": N_("A question now and then. More in Settings"),
    "never": N_("No questions on Today. They are back in Settings"),
}


def question_of_today(state: State) -> list[ft.Control]:
    """The question of the day, and what was written to it; nothing where none is wanted.

    About once in 30 days of use the one whether checking in helps has its place, all day long.
    """
    pausing = state.pausing
    if pausing.pause is not None:
        return []
    if pausing.is_weighing or pausing.is_due:
        return [helping_card(state)]
    asked = None if pausing.is_asked else state.asking.of_today()
    return [QuestionOfToday(asked, key=f"question-{asked.id}")] if asked else []


@ft.component
def QuestionOfToday(asked: Prompt, *, key: str | None = None) -> ft.Control:
    """One question, with ways out."""
    state = use_state_of_app()
    writing, set_writing = ft.use_state(False)
    answer = state.asking.answered(asked)

    async def fewer() -> None:
        pace = FEWER[state.settings.questions]
        await state.set(questions=pace)
        state.say(tr(TOLD[pace]))

    if answer is not None and not writing:
        return _kept(state, answer, partial(set_writing, True))
    more = menu(
        "question-menu",
        tr("More about this question"),
        ft.Icons.MORE_HORIZ_ROUNDED,
        [
            (
                "question-hide",
                tr("Don't ask this one again"),
                ft.Icons.VISIBILITY_OFF_OUTLINED,
                act(state.asking.hide, asked),
            ),
            ("question-fewer", tr("Fewer questions"), ft.Icons.REMOVE_ROUNDED, fewer),
        ],
    )
    ways: list[ft.Control] = (
        [button("question-done", tr("Done"), partial(set_writing, False), kind="soft", height=48)]
        if writing
        else [
            button(
                "question-write",
                tr("Write"),
                partial(set_writing, True),
                kind="soft",
                height=48,
                icon=ft.Icons.EDIT_OUTLINED,
            ),
            _text_button(
                "question-another", trp("a question", "Another"), state.asking.ask_another
            ),
            _text_button("question-not-now", tr("Not now"), state.asking.not_now),
        ]
    )
    label = quiet(tr("A question, if you like"))
    label.expand = True
    return ft.Semantics(
        identifier="question",
        container=True,
        content=card(
            ft.Row([label, more]),
            text(asked.text, theme.TITLE_LARGE),
            *([_field(state, asked)] if writing else []),
            ft.Row(ways, wrap=True, spacing=4),
            color=ft.Colors.SURFACE_CONTAINER,
            padding=ft.Padding.only(left=20, top=8, right=8, bottom=16),
        ),
    )


def _text_button(identifier: str, label: str, tap: Any) -> ft.Control:
    return button(identifier, label, tap, kind="text", height=48)


def _field(state: State, asked: Prompt) -> ft.Control:
    answer = state.asking.answered(asked)
    return ft.Container(
        Writing(
            "question-field",
            asked.text,
            answer.text if answer else "",
            partial(state.asking.write, asked),
            hint=tr("A few words, if you like"),
            key=f"field-{asked.id}",
        ),
        padding=ft.Padding.only(right=12),
    )


def _kept(state: State, answer: Reflection, on_more: Any) -> ft.Control:
    on = state.bringing.of_source(answer.id) is not None
    mark = ft.Icons.BOOKMARK_ROUNDED if on else ft.Icons.BOOKMARK_BORDER_ROUNDED
    return ft.Semantics(
        identifier="question-kept",
        container=True,
        content=card(
            quiet(answer.asked),
            text(answer.text, max_lines=6, overflow=ft.TextOverflow.ELLIPSIS),
            ft.Row(
                [
                    button(
                        "question-bring",
                        tr("On the list") if on else tr("Bring to session"),
                        act(state.bringing.bring, answer),
                        kind="text",
                        height=48,
                        icon=mark,
                    ),
                    _text_button("question-more", tr("Write more"), on_more),
                    _text_button(
                        "question-open",
                        trp("to a page", "Open"),
                        partial(go, f"/entries/{answer.id}"),
                    ),
                ],
                wrap=True,
                spacing=4,
            ),
            color=ft.Colors.SURFACE_CONTAINER,
        ),
    )


def question_about_parts(state: State) -> list[ft.Control]:
    """The light one above the list of parts, to write to or to ignore."""
    asked = state.asking.about_parts()
    return [QuestionAboutParts(asked, key=f"notice-{asked.id}")] if asked else []


@ft.component
def QuestionAboutParts(asked: Prompt, *, key: str | None = None) -> ft.Control:
    """A question with a pencil."""
    state = use_state_of_app()
    writing, set_writing = ft.use_state(False)
    answer = state.asking.answered(asked)

    if answer is not None and not writing:
        return _kept(state, answer, partial(set_writing, True))
    words = text(asked.text, theme.TITLE_MEDIUM, ft.Colors.ON_TERTIARY_CONTAINER, expand=True)
    pencil = ft.Container(
        icon_button(
            "parts-question-write",
            tr("Write: {question}", question=asked.text),
            ft.Icons.EDIT_OUTLINED,
            partial(set_writing, True),
            ft.Colors.ON_SURFACE,
        ),
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
        border_radius=24,
    )
    return ft.Semantics(
        identifier="parts-question",
        container=True,
        content=card(
            ft.Row([words, *([] if writing else [pencil])], spacing=12),
            *([_field(state, asked)] if writing else []),
            *(
                [
                    ft.Row(
                        [
                            button(
                                "parts-question-done",
                                tr("Done"),
                                partial(set_writing, False),
                                height=48,
                            )
                        ],
                        wrap=True,
                    )
                ]
                if writing
                else []
            ),
            color=ft.Colors.TERTIARY_CONTAINER,
            padding=ft.Padding.only(left=20, top=14, right=14, bottom=14),
        ),
    )

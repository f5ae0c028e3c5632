"""A before-session question, with ways out."""

from typing import Any

import flet as ft

from domain.language import tr, trp
from domain.prompts import following, prompts
from views import theme
from views.components.fields import field
from views.components.kit import button, card, empty
from views.components.newest import use_newest
from views.components.threads import threads
from views.state import use_state_of_app
from views.theme import text


@ft.component
def NothingYet(*, key: str | None = None) -> ft.Control:
    """An empty list, and a question to begin with."""
    state = use_state_of_app()
    asked, ask = ft.use_state("")
    if asked:
        return Question(asked, ask, key="question")
    return empty(
        threads(2.4, state.brightness, 76, 100, 6),
        tr("Nothing on the list"),
        tr("Anything you write can be marked to bring. Or start from a question."),
        button(
            "show-question",
            tr("Show me a question"),
            lambda: ask(prompts("before_session")[0].id),
            kind="soft",
        ),
        outlined=False,
    )


@ft.component
def Question(asked: str, ask: Any, *, key: str | None = None) -> ft.Control:
    """A before-session question, with ways out; what is written to it goes on the list."""
    state = use_state_of_app()
    typed, set_typed, newest = use_newest("")
    writing, set_writing = ft.use_state(False)
    every = prompts("before_session")
    shown = next((one for one in every if one.id == asked), every[0])
    ink = ft.Colors.ON_TERTIARY_CONTAINER

    async def add() -> None:
        words = newest()
        if words.strip():
            await state.bringing.add(words)
            set_typed("")
            set_writing(False)
            ask(following(every, asked).id)

    ways: list[ft.Control] = [
        button(
            "question-another",
            trp("a question", "Another"),
            lambda: ask(following(every, asked).id),
            kind="text",
            height=48,
        ),
        button("question-not-now", tr("Not now"), lambda: ask(""), kind="text", height=48),
    ]
    if writing:
        ways.insert(0, button("question-add", tr("Bring this"), add, kind="soft", height=48))
    else:
        ways.insert(
            0,
            button(
                "question-write",
                tr("Write"),
                lambda: set_writing(True),
                kind="soft",
                height=48,
                icon=ft.Icons.EDIT_OUTLINED,
            ),
        )
    written = [
        field(
            "question-field",
            tr("A few words, if you like"),
            typed,
            lambda event: set_typed(event.control.value),
            lines=6,
            key="question-words",
            autofocus=True,
        )
    ]
    return ft.Semantics(
        identifier="question",
        container=True,
        content=card(
            text(shown.text, theme.TITLE_LARGE, ink),
            *(written if writing else []),
            ft.Row(ways, wrap=True, spacing=4),
            color=ft.Colors.TERTIARY_CONTAINER,
        ),
    )

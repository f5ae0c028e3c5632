"""How the app looks, and the language that it speaks."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import flet as ft

from domain.entries import Theme
from domain.language import LANGUAGES, tr, trp
from views.components.kit import card, chip, chips, divider
from views.state import State
from views.theme import text


def look_settings(state: State) -> ft.Control:
    """All of it, in a card."""
    mine = state.settings

    async def look(chosen: Theme) -> None:
        await state.set(theme=chosen)

    async def speak(code: str) -> None:
        await state.set(language=code)

    looks: list[tuple[Theme, str, str]] = [
        (one, said, tr("Look: {look}", look=said)) for one, said in _looks()
    ]
    languages = [
        (code, said, tr("Language: {language}", language=said))
        for code, said in (("", tr("as the device")), *LANGUAGES.items())
    ]
    return card(
        text(tr("Light or dark")),
        _one_of(state, "theme", looks, mine.theme, look),
        divider(),
        text(tr("Language")),
        _one_of(state, "language", languages, mine.language, speak),
        padding=ft.Padding.symmetric(horizontal=20, vertical=16),
    )


def _looks() -> tuple[tuple[Theme, str], ...]:
    return (
        ("system", tr("as the device")),
        ("light", trp("look", "light")),
        ("dark", trp("look", "dark")),
    )


def _one_of(
    state: State, name: str, offered: Sequence[tuple[str, str, str]], chosen: str, choose: Any
) -> ft.Control:
    return chips(
        [
            chip(
                f"{name}-{one or 'device'}",
                label,
                partial(choose, one),
                selected=one == chosen,
                spoken=spoken,
            )
            for one, label, spoken in offered
        ],
        state.large,
    )

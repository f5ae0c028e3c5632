"""How the app looks, and the language that it speaks."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import flet as ft

from domain.entries import Theme
from domain.language import LANGUAGES, language, tr, trp
from views.components.kit import card, chip, chips, divider
from views.state import State
from views.theme import text


def look_settings(state: State) -> ft.Control:
    """All of it, in a card."""
    mine = state.settings

    async def look(chosen: Theme) -> None:
        await state.set(theme=chosen)

    looks: list[tuple[Theme, str, str]] = [
        (one, said, tr("Look: {look}", look=said)) for one, said in _looks()
    ]
    return card(
        text(tr("Light or dark")),
        _one_of(state, "theme", looks, mine.theme, look),
        divider(),
        text(tr("Language")),
        languages(state, as_device=True),
        padding=ft.Padding.symmetric(horizontal=20, vertical=16),
    )


def languages(state: State, *, as_device: bool = False) -> ft.Control:
    """The languages to choose from, the one that is spoken chosen; or that it follows the device,
    where that is offered as well."""

    async def speak(code: str) -> None:
        await state.set(language=code)

    offered = {"": tr("as the device"), **LANGUAGES} if as_device else LANGUAGES
    chosen = state.settings.language if as_device else language()
    return _one_of(
        state,
        "language",
        [(code, said, tr("Language: {language}", language=said)) for code, said in offered.items()],
        chosen,
        speak,
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

"""Choosing words: those near the tapped place first, a search over all, and one's own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import flet as ft

from domain import words
from domain.entries import UP_TO
from domain.language import tr, trn
from views import theme
from views.components.fields import field
from views.components.kit import chip, chips, heading
from views.theme import text


@dataclass(frozen=True, slots=True)
class Asked:
    """What words are chosen for: its title, and what its ways are called where they are spoken."""

    title: str
    find: str
    more: str
    fewer: str
    hide: str
    done: str


def feelings_asked() -> Asked:
    """The words for feelings."""
    return Asked(
        tr("Feelings"),
        tr("Find a word, or add your own"),
        tr("More words for feelings"),
        tr("Fewer words for feelings"),
        tr("Hide words for feelings"),
        tr("Done hiding words for feelings"),
    )


def body_asked() -> Asked:
    """The words for the body."""
    return Asked(
        tr("Body"),
        tr("Find a word for the body, or add your own"),
        tr("More words for the body"),
        tr("Fewer words for the body"),
        tr("Hide words for the body"),
        tr("Done hiding words for the body"),
    )


def _slug(word: str) -> str:
    return word.replace(" ", "-")


@ft.component
def WordPicker(
    name: str,
    asked: Asked,
    near: Sequence[str],
    groups: Sequence[Sequence[str]],
    own: tuple[str, ...],
    hidden: tuple[str, ...],
    chosen: tuple[str, ...],
    on_toggle: Callable[[str], Any],
    on_own: Callable[[tuple[str, ...], tuple[str, ...]], Any],
    large: bool,
    *,
    key: str | None = None,
) -> ft.Control:
    """Up to three words. `on_toggle` hears of one more or one less, `on_own(own, hidden)` when
    one's own words or the hidden ones change."""
    typed, set_typed = ft.use_state("")
    all_open, set_open = ft.use_state(False)
    tidying, set_tidying = ft.use_state(False)
    full, set_full = ft.use_state(False)
    everything = tuple(
        dict.fromkeys(filter(None, (word for group in (own, *groups) for word in group)))
    )

    async def tap(word: str) -> None:
        if tidying:
            await _tidy(word, own, hidden, on_own)
            return
        set_full(word not in chosen and len(chosen) >= UP_TO)
        if word in chosen or len(chosen) < UP_TO:
            set_typed("")
            await on_toggle(word)

    async def add() -> None:
        word = words.kept(typed)
        if word not in everything:
            await on_own((*own, word), tuple(one for one in hidden if one != word))
        await tap(word)

    def one(word: str, outlined: bool = False) -> ft.Control:
        marked = word in hidden if tidying else word in chosen
        called = words.said(word)
        told = tr("Show {word}", word=called) if word in hidden else tr("Hide {word}", word=called)
        return chip(
            f"{name}-{_slug(word)}",
            called,
            partial(tap, word),
            selected=marked and not tidying,
            icon=_tidy_icon(word, own, hidden) if tidying else None,
            outlined=outlined,
            dimmed=marked if tidying else not marked and len(chosen) >= UP_TO,
            spoken=told if tidying else called,
            key=word,
        )

    seen = [word for word in everything if word not in hidden]
    shown: list[ft.Control]
    if typed.strip():
        found = words.matching(typed, seen)
        shown = [one(word) for word in found]
        if words.kept(typed).casefold() not in (word.casefold() for word in found):
            shown.append(
                chip(
                    f"{name}-add",
                    tr('Add "{word}"', word=" ".join(typed.split())),
                    add,
                    icon=ft.Icons.ADD_ROUNDED,
                    outlined=True,
                )
            )
    elif all_open or tidying:
        listed = everything if tidying else seen
        shown = [one(word) for word in listed]
    else:
        # What is tapped stays where it is.
        first = [*(word for word in chosen if word not in near), *near]
        shown = [one(word, word in groups[-1]) for word in first if word in (*seen, *chosen)]
    if not typed.strip():
        shown.append(
            chip(
                f"{name}-more",
                tr("Fewer words") if all_open else tr("More words"),
                lambda: (set_open(not all_open), set_tidying(False)),
                outlined=True,
                spoken=asked.fewer if all_open else asked.more,
                icon=ft.Icons.EXPAND_LESS_ROUNDED if all_open else ft.Icons.EXPAND_MORE_ROUNDED,
            )
        )
        if all_open:
            shown.append(
                chip(
                    f"{name}-tidy",
                    tr("Done hiding") if tidying else tr("Hide words"),
                    lambda: set_tidying(not tidying),
                    outlined=True,
                    spoken=asked.done if tidying else asked.hide,
                    icon=ft.Icons.VISIBILITY_OFF_OUTLINED,
                )
            )
    count = tr("up to three")
    if chosen:
        count = trn("up to three · {n} chosen", "up to three · {n} chosen", len(chosen))
    head: list[ft.Control] = [
        heading(asked.title),
        text(count, theme.BODY_SMALL, ft.Colors.ON_SURFACE_VARIANT),
    ]
    said = tr("Three are chosen. Take one off first.")
    return ft.Column(
        [
            ft.Column(head, spacing=0)
            if large
            else ft.Row(head, alignment=ft.MainAxisAlignment.SPACE_BETWEEN),
            field(
                f"{name}-search",
                asked.find,
                typed,
                lambda event: set_typed(event.control.value),
                icon=ft.Icons.SEARCH_ROUNDED,
                key=f"{name}-search-field",
            ),
            *(
                [ft.Semantics(live_region=True, content=text(said, theme.BODY_MEDIUM))]
                if full
                else []
            ),
            chips(shown, large),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _tidy_icon(word: str, own: tuple[str, ...], hidden: tuple[str, ...]) -> ft.IconData:
    if word in own:
        return ft.Icons.DELETE_OUTLINE_ROUNDED
    return ft.Icons.VISIBILITY_OFF_OUTLINED if word in hidden else ft.Icons.VISIBILITY_OUTLINED


async def _tidy(
    word: str,
    own: tuple[str, ...],
    hidden: tuple[str, ...],
    on_own: Callable[[tuple[str, ...], tuple[str, ...]], Any],
) -> None:
    """Own words are taken off, shipped ones hidden or shown again; entries keep theirs."""
    if word in own:
        await on_own(tuple(one for one in own if one != word), hidden)
    elif word in hidden:
        await on_own(own, tuple(one for one in hidden if one != word))
    else:
        await on_own(own, (*hidden, word))

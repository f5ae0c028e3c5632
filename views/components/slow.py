"""What takes a moment: asked for when a screen comes, and told while it lasts."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import flet as ft

from domain.journal import JournalError
from domain.language import N_, tr
from views.state import State
from views.theme import text
from views.verbs.keeping import slowly

T = TypeVar("T")
MOMENT = N_("One moment …")


def use_slow(state: State, verb: Callable[[], T], deps: Sequence[Any]) -> tuple[T | None, str]:
    """A hook: what a slow verb gives, None until it has, and a sentence where it could not."""
    nothing: T | None = None
    found, set_found = ft.use_state(nothing)
    said, set_said = ft.use_state("")
    turn: Any = ft.use_ref(0)

    async def ask() -> None:
        turn.current += 1
        mine = turn.current
        try:
            answer, problem = await slowly(state, verb), ""
        except JournalError as error:
            answer, problem = None, str(error)
        # Another was asked for meanwhile, or the screen is gone.
        if turn.current == mine:
            set_found(answer)
            set_said(problem)

    def leave() -> None:
        turn.current += 1

    ft.use_effect(ask, deps, cleanup=leave)
    return found, said


def told(identifier: str, words: str, busy: bool = False) -> ft.Semantics:
    """What came of something slow, or that it goes on; spoken as soon as it is there."""
    said = tr(MOMENT) if busy else words
    return ft.Semantics(
        identifier=identifier,
        live_region=True,
        container=True,
        content=text(said),
        # An empty line would leave a gap.
        visible=bool(said),
    )

"""A state of a component of which the newest value is known before it is drawn."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import flet as ft

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Value = TypeVar("Value")
Draft = TypeVar("Draft", bound="DataclassInstance")


def use_newest(first: Value) -> tuple[Value, Callable[[Value], None], Callable[[], Value]]:
    """A value as it was drawn, what changes it, and what tells how it is by now.

    A tap may come before the last letter is drawn; what it runs was made for the drawing before.
    """
    drawn, draw = ft.use_state(first)
    newest: Any = ft.use_ref(first)

    def change(value: Value) -> None:
        newest.current = value
        draw(value)

    return drawn, change, lambda: newest.current


def with_newest(
    verb: Callable[[Value], Awaitable[Any]], newest: Callable[[], Value]
) -> Callable[[], Awaitable[None]]:
    """A tap that does this with the value of then."""

    async def tapped() -> None:
        await verb(newest())

    return tapped


def use_draft(first: Draft) -> tuple[Draft, Callable[[str, object], None], Callable[[], Draft]]:
    """The same for what is being filled in; what changes it takes the name of a field of it."""
    drawn, change, newest = use_newest(first)

    def change_field(name: str, value: object) -> None:
        change(replace(newest(), **{name: value}))

    return drawn, change_field, newest

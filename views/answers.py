"""Answers to choose from, each spoken with what is asked: heard alone, "Yes" tells nothing."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Any

import flet as ft

from views.components.kit import chip, chips


def answers(
    name: str,
    asked: str,
    options: Sequence[tuple[str, str]],
    chosen: Collection[str],
    on_choose: Callable[[str], Any],
    large: bool,
) -> ft.Control:
    """(value, label) each; `chosen` has the values that are."""
    return chips(
        [
            chip(
                f"{name}-{value.replace('_', '-')}",
                label,
                partial(on_choose, value),
                selected=value in chosen,
                spoken=f"{asked} {label}" if asked.endswith("?") else f"{asked}: {label}",
            )
            for value, label in options
        ],
        large,
    )

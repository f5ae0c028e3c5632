"""What is chosen of a file that leaves: its form, its days, what goes in."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, Final

import flet as ft

from domain.leaving import GROUPS, Leaving
from views.components.kit import card, choices, divider, quiet, section
from views.components.rows import switch_row
from views.components.when import stretch_said
from views.export_file import FORMS, Chosen
from views.holdings import titles
from views.ranges import RANGES, TwoDays
from views.state import State

ALL: Final = "Everything"
WHOLE: Final = "Everything, nothing left out."
PRIVATE: Final = (
    "what is marked private, what is between you and a therapist, what was held back, words that "
    "are not finished, your own people to turn to"
)

Change = Callable[[str, Any], None]
"""Takes the name of what was chosen, and the choice."""


def forms(state: State, chosen: Chosen, choice: Leaving, change: Change) -> list[ft.Control]:
    """In which form it leaves."""
    every = [(format, form.label) for format, form in FORMS.items()]
    whole = chosen.format == "json" and choice == Leaving(initials=False, private=True)
    return [
        section("As what"),
        choices("export-as", every, {chosen.format}, partial(change, "format"), state.large),
        quiet(f"{FORMS[chosen.format].line} {WHOLE}" if whole else FORMS[chosen.format].line),
    ]


def days(
    state: State, chosen: Chosen, choice: Leaving, has_sessions: bool, change: Change
) -> list[ft.Control]:
    """Of which days; `has_sessions` offers those since the last session."""
    offered: list[tuple[str, str]] = [("all", ALL)]
    offered += [one for one in RANGES if one[0] not in ("all", "session", "sessions")]
    if has_sessions:
        offered.insert(1, RANGES[0])
    stretch = choice.stretch
    lines: list[ft.Control] = []
    if stretch is not None:
        said = quiet(stretch_said(stretch, state.today))
        lines = [ft.Semantics(identifier="export-days", container=True, content=said)]
    if stretch is not None and chosen.range == "dates":
        days = partial(_both, change)
        lines.append(TwoDays("export-dates", stretch, days, key="export-dates"))
    return [
        section("From when"),
        choices("export-from", offered, {chosen.range}, partial(change, "range"), state.large),
        *lines,
    ]


def _both(change: Change, one: date, other: date) -> None:
    change("days", (one, other))


def contents(state: State, chosen: Chosen, change: Change) -> list[ft.Control]:
    """Which kinds of entries, and how much of them."""
    words = titles(state.knowing.word)
    groups: list[tuple[str, str]] = [
        (group, words.get(kinds[0], "Settings")) for group, kinds in GROUPS.items()
    ]

    def turn(group: Any) -> None:
        change("groups", chosen.groups ^ {group})

    def switch(name: str) -> None:
        change(name, not getattr(chosen, name))

    picked = choices("export-group", groups, chosen.groups, turn, state.large)
    return [
        section("What goes in"),
        *([] if chosen.format == "csv" else [picked]),
        card(
            switch_row(
                "export-initials",
                "Names as initials",
                chosen.initials,
                partial(switch, "initials"),
                state="the names this journal knows",
            ),
            divider(),
            switch_row(
                "export-private",
                "Private things too",
                chosen.private,
                partial(switch, "private"),
                state=PRIVATE,
            ),
            padding=ft.Padding.symmetric(horizontal=20, vertical=8),
        ),
    ]

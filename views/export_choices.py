"""What is chosen of a file that leaves: its form, its days, what goes in."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, Final

import flet as ft

from domain.dates import at_start
from domain.language import N_, tr, trp
from domain.leaving import GROUPS, Leaving
from views.components.kit import card, choices, divider, quiet, section
from views.components.rows import switch_row
from views.components.when import stretch_said
from views.export_file import FORMS, Chosen
from views.holdings import titles
from views.ranges import RANGES, TwoDays
from views.state import State

WHOLE: Final = N_("Everything, nothing left out.")
PRIVATE: Final = N_(
    "what is marked private, what is between you and a therapist, what was held back, words that "
    "are not finished, your own people to turn to"
)

Change = Callable[[str, Any], None]
"""Takes the name of what was chosen, and the choice."""


def forms(state: State, chosen: Chosen, choice: Leaving, change: Change) -> list[ft.Control]:
    """In which form it leaves."""
    every = [(format, tr(form.label)) for format, form in FORMS.items()]
    whole = chosen.format == "json" and choice == Leaving(initials=False, private=True)
    said = tr(FORMS[chosen.format].line)
    title, turn = tr("As what"), partial(change, "format")
    return [
        section(title),
        choices("export-as", every, {chosen.format}, turn, state.large, title),
        quiet(f"{said} {tr(WHOLE)}" if whole else said),
    ]


def days(
    state: State, chosen: Chosen, choice: Leaving, has_sessions: bool, change: Change
) -> list[ft.Control]:
    """Of which days; `has_sessions` offers those since the last session."""
    offered = [("all", trp("all days", "Everything"))]
    offered += [
        (name, tr(label))
        for name, label in RANGES
        if name not in ("all", "sessions") and (has_sessions or name != "session")
    ]
    stretch = choice.stretch
    lines: list[ft.Control] = []
    if stretch is not None:
        said = quiet(at_start(stretch_said(stretch, state.today)))
        lines = [ft.Semantics(identifier="export-days", container=True, content=said)]
    if stretch is not None and chosen.range == "dates":
        days = partial(_both, change)
        lines.append(TwoDays("export-dates", stretch, days, key="export-dates"))
    title, turn = tr("From when"), partial(change, "range")
    return [
        section(title),
        choices("export-from", offered, {chosen.range}, turn, state.large, title),
        *lines,
    ]


def _both(change: Change, one: date, other: date) -> None:
    change("days", (one, other))


def contents(state: State, chosen: Chosen, change: Change) -> list[ft.Control]:
    """Which kinds of entries, and how much of them."""
    words = titles(state.knowing.word)
    groups: list[tuple[str, str]] = [
        (group, words.get(kinds[0], tr("Settings"))) for group, kinds in GROUPS.items()
    ]

    def turn(group: Any) -> None:
        change("groups", chosen.groups ^ {group})

    def switch(name: str) -> None:
        change(name, not getattr(chosen, name))

    title = tr("What goes in")
    picked = choices("export-group", groups, chosen.groups, turn, state.large, title)
    return [
        section(title),
        *([] if chosen.format == "csv" else [picked]),
        card(
            switch_row(
                "export-initials",
                tr("Names as initials"),
                chosen.initials,
                partial(switch, "initials"),
                state=tr("the names this journal knows"),
            ),
            divider(),
            switch_row(
                "export-private",
                tr("Private things too"),
                chosen.private,
                partial(switch, "private"),
                state=tr(PRIVATE),
            ),
            padding=ft.Padding.symmetric(horizontal=20, vertical=8),
        ),
    ]

"""Asking: two sets of days beside each other, when the person wants that and not before."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, Final

import flet as ft

from domain.dates import at_start
from domain.language import N_, tr
from domain.looking_back.asking import Question
from domain.looking_back.look import Look
from domain.looking_back.stretch import between_days
from domain.people import by_name
from views import theme
from views.charts.all import chart_of
from views.charts.card import ChartCard, Pick
from views.charts.chart import Lens, Room
from views.charts.over_time import TITLES
from views.components.kit import button, card, chip, chips, heading, quiet
from views.components.rows import segments
from views.components.when import stretch_said
from views.ranges import TwoDays
from views.state import State, use_state_of_app

OTHERS: Final[tuple[tuple[Question, str], ...]] = (
    ("stretches", N_("Two stretches of time")),
    ("weekdays", N_("Weekdays or weekends")),
    ("sessions", N_("Before or after sessions")),
)


@ft.component
def Ask(lens: Lens, room: Room, on_pick: Pick, *, key: str | None = None) -> ft.Control:
    """The questions, and the answer to the one that was picked."""
    state = use_state_of_app()
    nothing: Look | None = None
    asked, ask = ft.use_state(nothing)
    if asked is None:
        return _questions(state, lens, ask)
    look = replace(asked, stretch=lens.stretch)

    def measure(identifier: str) -> None:
        ask(replace(look, measure=next(one for one in TITLES if identifier == f"of-{one}")))

    measures = segments(
        [(f"of-{one}", tr(title)) for one, title in TITLES.items()],
        f"of-{look.measure}",
        measure,
        state.large,
        tr("Ask about"),
    )
    shown: list[ft.Control] = [
        measures,
        *_about(state, look, ask),
        *(_other(state, look, ask) if look.question == "stretches" else []),
    ]
    chart = chart_of(look, lens, room) if look.about or not _needs(look) else None
    done = button("ask-done", tr("Done with this"), partial(ask, None), kind="text", height=48)
    if chart is not None:
        return ChartCard(chart, look, on_pick, shown, [ft.Row([done], wrap=True)], key="answer")
    return card(*shown, ft.Row([done], wrap=True))


def _other(state: State, look: Look, ask: Any) -> list[ft.Control]:
    """The other one of two stretches of time: the days before, or any two days."""

    def choose(first: date, last: date) -> None:
        ask(replace(look, other=between_days(first, last)))

    return [
        quiet(at_start(tr("{stretch}, beside", stretch=stretch_said(look.stretch, state.today)))),
        TwoDays("other", look.other or look.stretch.before, choose, key="other"),
    ]


def _needs(look: Look) -> bool:
    """Whether a question is about somebody or a part."""
    return look.question in ("person", "part")


def _questions(state: State, lens: Lens, ask: Any) -> ft.Control:
    def asked(question: Question) -> Any:
        return partial(ask, Look(chart="answer", stretch=lens.stretch, question=question))

    parts: list[tuple[Question, str]] = (
        [("part", state.knowing.word.tr("With a part around"))] if state.parts else []
    )
    who = (
        [
            button(
                "ask-person",
                tr("Choose a person or place"),
                asked("person"),
                icon=ft.Icons.PEOPLE_OUTLINED,
            )
        ]
        if state.people
        else []
    )
    return card(
        heading(
            tr("With someone, and at other times") if who else tr("Two sides, when you ask"),
            theme.TITLE_MEDIUM,
        ),
        quiet(
            tr(
                "Two strips of dots side by side, when there are at least 8 days of each. It can't "
                "tell what causes what."
            )
            if who
            else tr("Two strips of dots side by side. It can't tell what causes what.")
        ),
        *([ft.Row(list[ft.Control](who), wrap=True)] if who else []),
        *([quiet(tr("Something else to ask"))] if who else []),
        chips(
            [
                chip(f"ask-{question}", label, asked(question), outlined=True)
                for question, label in (*parts, *((one, tr(label)) for one, label in OTHERS))
                if question != "sessions" or lens.sessions
            ],
            state.large,
        ),
        color=ft.Colors.SURFACE_CONTAINER,
    )


def _about(state: State, look: Look, ask: Any) -> list[ft.Control]:
    """The people or the parts to choose from, by their names."""
    if not _needs(look):
        return []
    found: Sequence[Any] = (
        by_name(state.people)
        if look.question == "person"
        else sorted(state.parts, key=lambda one: (one.name.casefold(), one.id))
    )
    return [
        chips(
            [
                chip(
                    f"about-{one.id}",
                    one.name,
                    partial(ask, replace(look, about=one.id)),
                    selected=one.id == look.about,
                )
                for one in found
            ],
            state.large,
        )
    ]

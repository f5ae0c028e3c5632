"""What comes in with a file: how much of it is new, its first rows, what can't be read."""

from functools import partial
from typing import Any, Final

import flet as ft

from domain import words
from domain.entries import CANT_TELL, Answer
from domain.language import tr, trn
from domain.moving_in.becoming import Becoming
from domain.moving_in.record import BadRow
from domain.moving_in.telling import Row, preview
from domain.numbers import number
from domain.steps import ease
from views.components.kit import button, card, heading, quiet
from views.components.points import beginning
from views.components.when import clock, day_title
from views.state import State
from views.theme import text
from views.verbs.moving import Arriving

SHOWN: Final = 12
"""Tags and bad rows shown at first; all of them on asking."""
ROWS: Final = 5


def summary(state: State, made: Becoming) -> list[ft.Control]:
    """How much of it is new, of which days, and with whom."""
    new, here = made.new, made.here
    lines = [tr("Nothing in it is new here.")]
    if new:
        lines = [trn("{n} entry to bring in.", "{n} entries to bring in.", new, n=number(new))]
    if made.first and made.last:
        first, last = (day_title(one, state.today) for one in (made.first, made.last))
        one_day = made.first == made.last
        lines.append(
            tr("On {day}.", day=first)
            if one_day
            else tr("From {first} to {last}.", first=first, last=last)
        )
    if here:
        lines.append(
            trn(
                "Already here, and staying as it is: {n} entry.",
                "Already here, and staying as it is: {n} entries.",
                here,
                n=number(here),
            )
        )
    if made.people:
        names = ", ".join(one.name for one in made.people)
        lines.append(tr("New people and places: {names}.", names=names))
    if made.parts:
        names = ", ".join(one.name for one in made.parts)
        lines.append(state.knowing.word.tr("New parts: {names}.", names=names))
    return [
        ft.Semantics(
            identifier="move-in-summary",
            container=True,
            live_region=True,
            content=card(*(text(line) for line in lines)),
        )
    ]


def first_rows(state: State, arriving: Arriving) -> list[ft.Control]:
    """The first records as they become."""
    shown = preview(arriving.found, arriving.meaning, ROWS)
    if not shown:
        return []
    return [heading(tr("The first of them")), *(_row(state, one) for one in shown)]


def _row(state: State, row: Row) -> ft.Control:
    was, becomes = row.was, row.becomes
    moods = ", ".join(mood.name for mood in was.moods)
    lines = [f"{moods}: {answer_said(becomes.pleasantness)}" if moods else tr("no mood")]
    if becomes.energy is not None:
        lines.append(tr("energy {step}", step=becomes.energy))
    chosen = map(words.said, (*becomes.feelings, *becomes.body))
    return card(
        quiet(f"{day_title(was.at, state.today)}, {clock(was.at)}"),
        text(" · ".join((*lines, *chosen, *becomes.people, *becomes.parts))),
        *([text(beginning(becomes.note), max_lines=3)] if becomes.note else []),
    )


def bad_rows(arriving: Arriving, every: bool, set_every: Any) -> list[ft.Control]:
    """What can't be read, and why."""
    bad = arriving.found.bad
    if not bad:
        return []
    lines: list[ft.Control] = [text(_why(one)) for one in (bad if every else bad[:SHOWN])]
    if len(bad) > len(lines):
        lines.append(
            button(
                "all-bad",
                show_more(len(bad) - len(lines)),
                partial(set_every, True),
                kind="text",
            )
        )
    return [
        heading(
            trn(
                "{n} entry can't be read",
                "{n} entries can't be read",
                len(bad),
                n=number(len(bad)),
            )
        ),
        ft.Semantics(identifier="bad-rows", container=True, content=card(*lines)),
    ]


def _why(one: BadRow) -> str:
    if one.text:
        return tr("Line {n}: {reason} “{text}”", n=one.line, reason=one.reason, text=one.text)
    return tr("Line {n}: {reason}", n=one.line, reason=one.reason)


def answer_said(answer: Answer) -> str:
    """An answer as it is offered."""
    if answer is None:
        return tr("no answer")
    if answer is CANT_TELL:
        return tr("can't tell")
    return f"{answer}, {ease(answer)}"


def show_more(more: int) -> str:
    """The way to all others."""
    return trn("Show {n} more", "Show {n} more", more)

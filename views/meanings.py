"""What the moods and tags of a file mean here, and what becomes of it."""

from functools import partial
from typing import Any, Final

import flet as ft

from domain.entries import CANT_TELL, Answer, MoodMeaning, TagMeaning, Use
from domain.moving_in.becoming import Becoming
from domain.moving_in.meaning import (
    called,
    called_tag,
    moods_of,
    tags_of,
    with_all_tags,
    with_mood,
    with_tag,
)
from domain.moving_in.telling import Row, preview
from views.components.frame import side_by_side
from views.components.kit import button, card, chip, chips, heading, quiet
from views.components.mood_pad import EASE_WORDS
from views.components.points import beginning
from views.components.rows import row_button, rows
from views.components.slow import told, use_slow
from views.components.when import clock, day_title
from views.state import State, use_state_of_app
from views.theme import text
from views.verbs.moving import Arriving

SHOWN: Final = 12
"""Tags and bad rows shown at first; all of them on asking."""
ROWS: Final = 5
USES: Final[tuple[tuple[Use, str], ...]] = (
    ("note", "in the note"),
    ("feeling", "a word for a feeling"),
    ("body", "a word for the body"),
    ("person", "somebody, or a place"),
    ("part", "a part"),
    ("nothing", "left out"),
)
ANSWERS: Final[tuple[tuple[str, Answer], ...]] = (
    *((f"{step}, {words}", step) for step, words in enumerate(EASE_WORDS, 1)),
    ("can't tell", CANT_TELL),
    ("no answer", None),
)


@ft.component
def Meanings(set_said: Any, *, key: str | None = None) -> ft.Control:
    """One page: moods, tags, the first rows as they become, what can't be read, and bringing in."""
    state = use_state_of_app()
    arriving = state.arriving
    chosen, choose = ft.use_state("")
    every, set_every = ft.use_state(False)
    busy, set_busy = ft.use_state(False)

    found, problem = use_slow(state, state.moving.becoming, [arriving])
    made = found or Becoming()
    if arriving is None:
        return ft.Container()

    async def bring_in() -> None:
        set_busy(True)
        new = made.new
        problem = await state.moving.bring_in()
        set_said(problem)
        set_busy(False)
        if not problem:
            state.say(f"{_count(new)} brought in")

    ready = bring_in if made.new and not busy else None
    return ft.Column(
        [
            *(_summary(state, made) if found else [told("move-in-counting", problem, not problem)]),
            *_moods(state, arriving, chosen, choose),
            *_tags(state, arriving, chosen, choose, every, set_every),
            *_first_rows(state, arriving),
            *_bad(arriving, every, set_every),
            *(quiet(line) for line in arriving.found.left_out),
            ft.Container(height=8),
            side_by_side(
                state,
                button("not-now", "Not now", state.moving.leave, expand=True),
                button(
                    "bring-in",
                    "One moment …" if busy else "Bring in",
                    ready,
                    kind="filled",
                    expand=True,
                ),
            ),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _count(number: int) -> str:
    return "1 entry" if number == 1 else f"{number:,} entries"


def _summary(state: State, made: Becoming) -> list[ft.Control]:
    lines = [f"{_count(made.new)} to bring in." if made.new else "Nothing in it is new here."]
    if made.first and made.last:
        first, last = (day_title(one, state.today) for one in (made.first, made.last))
        lines.append(f"From {first} to {last}." if first != last else f"On {first}.")
    if made.here:
        lines.append(f"Already here, and staying as it is: {_count(made.here)}.")
    if made.people:
        lines.append(f"New people and places: {', '.join(one.name for one in made.people)}.")
    if made.parts:
        lines.append(f"New parts: {', '.join(one.name for one in made.parts)}.")
    return [
        ft.Semantics(
            identifier="move-in-summary",
            container=True,
            live_region=True,
            content=card(*(text(line) for line in lines)),
        )
    ]


def _moods(state: State, arriving: Arriving, chosen: str, choose: Any) -> list[ft.Control]:
    many = {called(mood.name): times for mood, times in moods_of(arriving.found)}
    if not many:
        return []
    lines: list[ft.Control] = []
    for place, one in enumerate(arriving.meaning.moods):
        name = f"mood-{place}"
        lines.append(
            row_button(
                name,
                f"{one.name} · {many[called(one.name)]}",
                partial(choose, "" if chosen == name else name),
                state=_in_words(one),
                end=_arrow(chosen == name),
            )
        )
        if chosen == name:
            lines.append(_answers(state, one, name, choose))
    return [
        heading("What the moods mean here"),
        quiet("The number beside a name is how often it stands in the file."),
        rows(*lines),
    ]


def _in_words(one: MoodMeaning) -> str:
    return next(label for label, answer in ANSWERS if answer == one.pleasantness)


def _arrow(is_open: bool) -> ft.IconData:
    return ft.Icons.EXPAND_LESS_ROUNDED if is_open else ft.Icons.EXPAND_MORE_ROUNDED


def _answers(state: State, one: MoodMeaning, name: str, choose: Any) -> ft.Control:
    def mean(answer: Answer) -> None:
        state.moving.mean(lambda meaning: with_mood(meaning, one.name, answer))
        choose("")

    return chips(
        [
            chip(
                f"{name}-{_named(answer)}",
                label,
                partial(mean, answer),
                selected=answer == one.pleasantness,
                spoken=f"{one.name} means {label}",
            )
            for label, answer in ANSWERS
        ],
        state.large,
    )


def _named(answer: Answer) -> str:
    return "none" if answer is None else "cant-tell" if answer is CANT_TELL else str(answer)


def _tags(
    state: State, arriving: Arriving, chosen: str, choose: Any, every: bool, set_every: Any
) -> list[ft.Control]:
    many = {called_tag(tag): times for tag, times in tags_of(arriving.found)}
    if not many:
        return []
    tags = arriving.meaning.tags
    lines: list[ft.Control] = []
    for place, one in enumerate(tags if every else tags[:SHOWN]):
        name = f"tag-{place}"
        group = f" ({one.group})" if one.group else ""
        lines.append(
            row_button(
                name,
                f"{one.name}{group} · {many[called_tag(one)]}",
                partial(choose, "" if chosen == name else name),
                state=dict(USES)[one.use],
                end=_arrow(chosen == name),
            )
        )
        if chosen == name:
            lines.append(_uses(state, one, name, choose))
    more = len(tags) - SHOWN
    if more > 0 and not every:
        lines.append(row_button("all-tags", f"Show {more} more", partial(set_every, True)))
    return [heading("What becomes of tags"), _for_all(state), rows(*lines)]


def _for_all(state: State) -> ft.Control:
    def mean(use: Use) -> None:
        state.moving.mean(lambda meaning: with_all_tags(meaning, use))

    return chips(
        [
            chip("all-note", "All in the note", partial(mean, "note"), outlined=True),
            chip("all-nothing", "Leave all out", partial(mean, "nothing"), outlined=True),
        ],
        state.large,
    )


def _uses(state: State, one: TagMeaning, name: str, choose: Any) -> ft.Control:
    def mean(use: Use) -> None:
        state.moving.mean(lambda meaning: with_tag(meaning, one.name, one.group, use))
        choose("")

    return chips(
        [
            chip(
                f"{name}-{use}",
                label,
                partial(mean, use),
                selected=use == one.use,
                spoken=f"{one.name} becomes {label}",
            )
            for use, label in USES
        ],
        state.large,
    )


def _first_rows(state: State, arriving: Arriving) -> list[ft.Control]:
    shown = preview(arriving.found, arriving.meaning, ROWS)
    if not shown:
        return []
    return [heading("The first of them"), *(_row(state, one) for one in shown)]


def _row(state: State, row: Row) -> ft.Control:
    was, becomes = row.was, row.becomes
    moods = ", ".join(mood.name for mood in was.moods)
    answer = next(label for label, one in ANSWERS if one == becomes.pleasantness)
    lines = [f"{moods}: {answer}" if moods else "no mood"]
    if becomes.energy is not None:
        lines.append(f"energy {becomes.energy}")
    words = (*becomes.feelings, *becomes.body, *becomes.people, *becomes.parts)
    return card(
        quiet(f"{day_title(was.at, state.today)}, {clock(was.at)}"),
        text(" · ".join((*lines, *words))),
        *([text(beginning(becomes.note), max_lines=3)] if becomes.note else []),
    )


def _bad(arriving: Arriving, every: bool, set_every: Any) -> list[ft.Control]:
    bad = arriving.found.bad
    if not bad:
        return []
    lines: list[ft.Control] = [
        text(f"Line {one.line}: {one.reason}{f' “{one.text}”' if one.text else ''}")
        for one in (bad if every else bad[:SHOWN])
    ]
    if len(bad) > len(lines):
        lines.append(
            button(
                "all-bad",
                f"Show {len(bad) - len(lines)} more",
                partial(set_every, True),
                kind="text",
            )
        )
    return [
        heading(f"{_count(len(bad))} can't be read"),
        ft.Semantics(identifier="bad-rows", container=True, content=card(*lines)),
    ]

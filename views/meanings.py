"""What the moods and tags of a file mean here, and what becomes of it."""

from functools import partial
from typing import Any, Final

import flet as ft

from domain.entries import CANT_TELL, STEPS, Answer, MoodMeaning, TagMeaning, Use
from domain.language import N_, tr, trn
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
from domain.numbers import number
from views.arriving import SHOWN, answer_said, bad_rows, first_rows, show_more, summary
from views.components.frame import side_by_side
from views.components.kit import button, chip, chips, heading, quiet
from views.components.rows import row_button, rows
from views.components.slow import MOMENT, told, use_slow
from views.state import State, use_state_of_app
from views.verbs.moving import Arriving

USES: Final[dict[Use, str]] = {
    "note": N_("in the note"),
    "feeling": N_("a word for a feeling"),
    "body": N_("a word for the body"),
    "person": N_("somebody, or a place"),
    "part": N_("a part"),
    "nothing": N_("left out"),
}
ANSWERS: Final[tuple[Answer, ...]] = (*range(1, STEPS + 1), CANT_TELL, None)


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
            state.say(trn("{n} entry brought in", "{n} entries brought in", new, n=number(new)))

    ready = bring_in if made.new and not busy else None
    return ft.Column(
        [
            *(summary(state, made) if found else [told("move-in-counting", problem, not problem)]),
            *_moods(state, arriving, chosen, choose),
            *_tags(state, arriving, chosen, choose, every, set_every),
            *first_rows(state, arriving),
            *bad_rows(arriving, every, set_every),
            *(quiet(line) for line in arriving.found.left_out),
            ft.Container(height=8),
            side_by_side(
                state,
                button("not-now", tr("Not now"), state.moving.leave, expand=True),
                button(
                    "bring-in",
                    tr(MOMENT) if busy else tr("Bring in"),
                    ready,
                    kind="filled",
                    expand=True,
                ),
            ),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


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
                state=answer_said(one.pleasantness),
                end=_arrow(chosen == name),
            )
        )
        if chosen == name:
            lines.append(_answers(state, one, name, choose))
    return [
        heading(tr("What the moods mean here")),
        quiet(tr("The number beside a name is how often it stands in the file.")),
        rows(*lines),
    ]


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
                answer_said(answer),
                partial(mean, answer),
                selected=answer == one.pleasantness,
                spoken=tr("{mood} means {answer}", mood=one.name, answer=answer_said(answer)),
            )
            for answer in ANSWERS
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
                state=state.knowing.word.tr(USES[one.use]),
                end=_arrow(chosen == name),
            )
        )
        if chosen == name:
            lines.append(_uses(state, one, name, choose))
    more = len(tags) - SHOWN
    if more > 0 and not every:
        lines.append(row_button("all-tags", show_more(more), partial(set_every, True)))
    return [heading(tr("What becomes of tags")), _for_all(state), rows(*lines)]


def _for_all(state: State) -> ft.Control:
    def mean(use: Use) -> None:
        state.moving.mean(lambda meaning: with_all_tags(meaning, use))

    return chips(
        [
            chip("all-note", tr("All in the note"), partial(mean, "note"), outlined=True),
            chip("all-nothing", tr("Leave all out"), partial(mean, "nothing"), outlined=True),
        ],
        state.large,
    )


def _uses(state: State, one: TagMeaning, name: str, choose: Any) -> ft.Control:
    def mean(use: Use) -> None:
        state.moving.mean(lambda meaning: with_tag(meaning, one.name, one.group, use))
        choose("")

    said = {use: state.knowing.word.tr(label) for use, label in USES.items()}
    return chips(
        [
            chip(
                f"{name}-{use}",
                label,
                partial(mean, use),
                selected=use == one.use,
                spoken=tr("{tag} becomes {what}", tag=one.name, what=label),
            )
            for use, label in said.items()
        ],
        state.large,
    )

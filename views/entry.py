"""One entry, to read and mend: a check-in, an answer to a question, or a look inward."""

from collections.abc import Callable
from functools import partial
from typing import Any

import flet as ft

from domain import wording
from domain.bringing import DECLINED
from domain.entries import CANT_TELL, CheckIn, Moment, Reflection, Sitting
from domain.language import tr
from domain.sittings import Answer
from views import theme
from views.add_more import WhenRow, bring_switch, pickers
from views.components.kit import Tap, act, button, chip, heading, quiet
from views.components.mood_pad import mood_question
from views.components.navigation import go, go_back
from views.components.note import NoteField
from views.components.notices import problem_card
from views.components.rows import row_button, switch_row
from views.components.threads import connection_row
from views.components.when import clock
from views.components.writing import Writing
from views.for_good import for_good
from views.moment import moment_page
from views.sitting_words import sitting_in_words, toward_in_words, with_whom
from views.state import State, use_state_of_app
from views.theme import text

Shown = CheckIn | Moment | Reflection | Sitting
"""What has a page of its own among the entries."""


def entry_of(state: State, id: str) -> Shown | None:
    """The entry with that id."""
    return (
        state.check_in(id)
        or state.happening.moment(id)
        or state.asking.reflection(id)
        or state.inward.sitting(id)
    )


def line_above(one: Shown) -> str:
    """The time of an entry, and whether it was added later."""
    later = isinstance(one, CheckIn | Moment) and one.recalled
    return f"{clock(one.at)} · {tr('added later')}" if later else clock(one.at)


def gone() -> ft.Control:
    """What is said of an entry that is not there."""
    return text(tr("This entry is not in the journal any more."), theme.BODY_LARGE)


@ft.component
def EntryPage(id: str, *, key: str | None = None) -> ft.Control:
    """Everything of one entry, each thing editable, and deleting with Undo."""
    state = use_state_of_app()
    one = entry_of(state, id)
    match one:
        case CheckIn():
            shown = _check_in(state, one)
        case Moment():
            shown = _moment(state, one)
        case Reflection():
            shown = _reflection(state, one)
        case Sitting():
            shown = _sitting(state, one)
        case None:
            shown = [gone()]
    return ft.Column(
        [*problem_card(state), *shown],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _check_in(state: State, one: CheckIn) -> list[ft.Control]:
    async def mood(**answers: int) -> None:
        await state.change(one, **answers)

    async def unsure() -> None:
        await state.change(one, pleasantness=CANT_TELL, energy=CANT_TELL)

    async def none() -> None:
        await state.change(one, pleasantness=None, energy=None)

    name = state.knowing.names.get(one.connected_with)

    async def connect(value: Any) -> None:
        await state.change(one, connection=None if value == one.connection else value)

    return [
        NoteField(one.id, one.note, key=f"note-{one.id}"),
        heading(tr("How it felt")),
        mood_question(state, one, mood, f"pad-{one.id}", beside=True),
        ft.Row(
            [
                chip("cant-tell", tr("Can't tell"), unsure, selected=one.pleasantness is CANT_TELL),
                chip("no-mood", tr("Leave it out"), none, selected=not one.has_mood),
            ],
            wrap=True,
        ),
        heading(tr("Connection with {name}", name=name) if name else tr("Connection")),
        connection_row(one.connection, connect, state.brightness, state.large),
        *bring_switch(state, one),
        *pickers(state, one),
        WhenRow(one, key=f"when-{one.id}"),
        *(
            [quiet(tr("Brought in from {app}.", app=wording.APPS[one.origin.source]))]
            if one.origin
            else []
        ),
        *_delete(state, one, state.delete),
    ]


def _moment(state: State, one: Moment) -> list[ft.Control]:
    there = state.check_in(one.told_in) if one.told_in else None
    return [
        *moment_page(state, one),
        WhenRow(one, key=f"when-{one.id}"),
        *(
            [row_button("to-check-in", tr("The check-in"), partial(go, f"/entries/{there.id}"))]
            if there
            else []
        ),
        *(
            row_button(f"to-{person.id}", person.name, partial(go, f"/people/{person.id}"))
            for id in dict.fromkeys(one.people)
            if (person := state.knowing.person(id))
        ),
        *_delete(state, one, state.happening.delete),
    ]


def _reflection(state: State, one: Reflection) -> list[ft.Control]:
    return [
        text(one.asked, theme.TITLE_LARGE),
        Writing(
            "reflection",
            one.asked,
            one.text,
            partial(state.asking.rewrite, one),
            12,
            hint=tr("A few words, if you like"),
            key=f"reflection-{one.id}",
        ),
        _bring(state, one, "bring-reflection", tr("Bring this to session")),
        *_delete(state, one, state.asking.delete),
    ]


def _sitting(state: State, one: Sitting) -> list[ft.Control]:
    names = state.knowing.names
    whole = () if one.written else (sitting_in_words(one, names),)
    rows: list[ft.Control] = []
    for id, toward in ((one.part, one.toward), (one.other, one.toward_other)):
        if toward:
            feelings, name = toward_in_words(toward), names.get(id)
            rows.append(
                quiet(
                    tr("Toward {name}: {feelings}", name=name, feelings=feelings)
                    if name
                    else tr("Toward it: {feelings}", feelings=feelings)
                )
            )
    for place, reply in enumerate(one.replies):
        if not reply.text.strip() and not reply.declined:
            continue
        who = names.get(reply.part, "")
        answer, bring_it = Answer(one, place), tr("Bring this answer")
        rows += [
            heading(f"{who}: {reply.asked}" if who else reply.asked),
            *([quiet(tr(DECLINED))] if reply.declined else []),
            Writing(
                f"sitting-answer-{place}",
                reply.asked,
                reply.text,
                partial(state.inward.rewrite, one, place),
                12,
                hint=tr("A few words, if you like"),
                key=f"answer-{answer.id}",
            ),
            _bring(
                state,
                answer,
                f"bring-answer-{place}",
                bring_it,
                spoken=f"{bring_it}: {reply.asked}",
            ),
        ]
    part = state.knowing.part(one.part)
    to_part = row_button("to-part", part.name, partial(go, f"/parts/{part.id}")) if part else None
    return [
        text(
            tr("A look inward with {who}", who=with_whom(one, names))
            if part
            else tr("A look inward"),
            theme.TITLE_LARGE,
        ),
        *(quiet(words) for words in whole),
        *rows,
        _bring(state, one, "bring-sitting", tr("Bring all of it")),
        *([to_part] if to_part else []),
        *_delete(state, one, state.inward.delete),
    ]


def _bring(
    state: State,
    source: Reflection | Sitting | Answer,
    identifier: str,
    label: str,
    spoken: str = "",
) -> ft.Control:
    more: dict[str, Any] = {} if isinstance(source, Reflection) else {"tags": ("parts",)}
    return switch_row(
        identifier,
        label,
        state.bringing.of_source(source.id) is not None,
        act(state.bringing.bring, source, **more),
        ft.Icons.BOOKMARK_BORDER_ROUNDED,
        spoken=spoken,
    )


def _delete(state: State, one: Shown, delete: Callable[[Any], Any]) -> list[ft.Control]:
    async def gone() -> None:
        await delete(one)
        await go_back()

    way: Tap = gone
    return [
        ft.Row(
            [button("delete", tr("Delete this entry"), way, icon=ft.Icons.DELETE_OUTLINE_ROUNDED)],
            wrap=True,
        ),
        *for_good(state, one),
    ]

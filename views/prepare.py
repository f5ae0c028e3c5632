"""Prepare: what was noted since the last session, from which each line can be brought."""

from datetime import datetime
from functools import partial
from typing import Any

import flet as ft

from domain import days, moments, parts, people, wording, words
from domain.bringing import Source
from domain.dates import at_start
from domain.entries import Moment, Part, TherapySession
from domain.language import in_turn, tr, trn
from domain.prompts import prompts
from views import theme
from views.components.frame import card_width, feet, screen
from views.components.kit import (
    act,
    button,
    card,
    chip,
    chips,
    divider,
    quiet,
    section,
    stacked,
    tappable,
)
from views.components.moments import KIND_ICONS, people_in_words
from views.components.mood_pad import entry_square
from views.components.navigation import go
from views.components.notices import problem_card
from views.components.part_shapes import part_mark
from views.components.parts import counts
from views.components.person_marks import person_mark
from views.components.points import beginning, moment_in_words
from views.components.strip import dot_strip
from views.components.when import day_said, near_day, short_day
from views.question import Question
from views.sharing import since
from views.state import State, use_state_of_app
from views.theme import text

MOST = 6
LINES = 12


@ft.component
def Prepare() -> ft.View:
    """Since last session, or the last two weeks."""
    state = use_state_of_app()
    asked, ask = ft.use_state(prompts("before_session")[0].id)
    therapy = state.meeting.therapy.id
    last = state.meeting.course(therapy).last(state.now)
    begin = since(state, therapy)
    here = days.since(state.check_ins, begin)
    day = short_day(begin, state.today)
    shown = [
        *_check_ins(state, here, tr("{day}, session", day=day) if last else day),
        *_most_used(state, here),
        *_open(state),
        *_parts(state, here),
        *_people(state, begin, here),
        *_lines(state, here),
        *_list(state),
        *_stayed(state, last),
    ]
    if not shown:
        shown = [text(tr("Nothing noted since last time. That's fine."))]
    question = (
        [section(tr("Before you go in")), Question(asked, ask, key="before")] if asked else []
    )
    return screen(
        state,
        tr("Since last session") if last else tr("The last two weeks"),
        [*problem_card(state), *shown, *question],
        overline=at_start(tr("{day} to now", day=day_said(begin, state.today))),
        back=True,
        foot=feet(
            state,
            button(
                "make-sheet",
                tr("Make a one-page sheet"),
                partial(go, "/bring/prepare/sheet"),
                kind="filled",
                icon=ft.Icons.DESCRIPTION_OUTLINED,
                expand=True,
            ),
        ),
    )


def _check_ins(state: State, here: Any, begins: str) -> list[ft.Control]:
    if not here:
        return []
    on = len({days.day_of(one.at, state.settings.day_start) for one in here})
    on_days = trn("on {n} day", "on {n} days", on)
    said = trn("{n} check-in {on_days}", "{n} check-ins {on_days}", len(here), on_days=on_days)
    head: list[ft.Control] = [
        text(said, theme.TITLE_SMALL),
        button("see-all", tr("See all"), partial(go, "/entries"), kind="text", height=48),
    ]
    row = (
        ft.Column(head, spacing=0)
        if state.large
        else ft.Row(head, alignment=ft.MainAxisAlignment.SPACE_BETWEEN)
    )
    return [
        card(row, dot_strip(here, state.brightness, card_width(state), state.today, begins, said))
    ]


def _most_used(state: State, here: Any) -> list[ft.Control]:
    found = [(words.said(word), times) for word, times in words.most_used(here, MOST)]
    return [section(tr("Words you chose most")), counts(found, state.large)] if found else []


def _parts(state: State, here: Any) -> list[ft.Control]:
    found = [(state.knowing.part(id), times) for id, times in parts.counted(here)]
    rows = [
        _row(
            state,
            part,
            part.name,
            trn("noted once", "noted {n} times", times),
            part_mark(part, 38, state.brightness),
        )
        for part, times in found
        if part is not None
    ]
    title = state.knowing.word.tr("Parts that were around")
    return [section(title), _rows(rows)] if rows else []


def _open(state: State) -> list[ft.Control]:
    found = moments.still_open(state.moments)[:LINES]
    rows = [_open_row(state, one) for one in found]
    return [section(tr("Moments still open")), _rows(rows)] if rows else []


def _open_row(state: State, one: Moment) -> ft.Control:
    who = people_in_words(one.people, state.knowing.names)
    day = near_day(days.day_of(one.at, state.settings.day_start), state.today)
    told = tr(wording.REPAIRS[one.repair]) if one.repair else ""
    first = next((found for id in one.people if (found := state.knowing.person(id))), None)
    mark = (
        person_mark(first, 38, state.brightness, state.text_scale)
        if first
        else ft.Icon(KIND_ICONS[one.kind], color=ft.Colors.ON_SURFACE_VARIANT)
    )
    line = " · ".join(filter(None, (who, day, told)))
    return _row(state, one, beginning(one.text, 160) or tr(wording.MOMENTS[one.kind]), line, mark)


def _people(state: State, begin: datetime, here: Any) -> list[ft.Control]:
    happened = days.since(state.moments, begin)
    mentioned = people.mentioned(here, happened)
    found = [one for id in mentioned if (one := state.knowing.person(id))]
    if not found:
        return []
    rows: list[ft.Control] = [
        chip(f"to-{one.id}", one.name, partial(go, f"/people/{one.id}")) for one in found
    ]
    return [section(tr("People & places you mentioned")), chips(rows, state.large)]


def _lines(state: State, here: Any) -> list[ft.Control]:
    found = [one for one in reversed(here) if one.note.strip() or one.feelings or one.body]
    if not found:
        return []
    rows = [
        _row(
            state,
            one,
            beginning(one.note, 160) or ", ".join(map(words.said, (*one.feelings, *one.body))),
            moment_in_words(one.at, state.today),
            entry_square(one, state.brightness),
        )
        for one in found[:LINES]
    ]
    return [section(tr("What you noted")), _rows(rows)]


def _list(state: State) -> list[ft.Control]:
    waiting = state.bringing.on_list()
    if not waiting:
        return []
    count = trn("{n} thing", "{n} things", len(waiting))
    row = tappable(
        "to-list",
        tr("On your list: {things}. Open the list", things=count),
        partial(go, "/bring"),
        ft.Row(
            [
                ft.Icon(ft.Icons.BOOKMARK_ROUNDED, color=ft.Colors.PRIMARY),
                ft.Column([text(count), quiet(tr("on your list"))], spacing=0, expand=True),
                ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=ft.Colors.ON_SURFACE_VARIANT),
            ],
            spacing=16,
        ),
        padding=ft.Padding.symmetric(vertical=8),
        radius=12,
    )
    room = button(
        "in-the-room",
        tr("In the room"),
        partial(go, "/room"),
        kind="text",
        height=48,
        icon=ft.Icons.PLAY_ARROW_ROUNDED,
    )
    return [section(tr("To bring")), _rows([row]), ft.Row([room], wrap=True)]


def _stayed(state: State, last: TherapySession | None) -> list[ft.Control]:
    if last is None:
        return []
    shown: list[ft.Control] = []
    day = short_day(last.at, state.today)
    if last.kept_sentence.strip():
        shown += [
            section(tr("A sentence you kept")),
            card(text(last.kept_sentence, theme.TITLE_MEDIUM)),
        ]
    if last.to_try.strip():
        line = last.to_try_went or _since(last, day)
        shown += [section(tr("Something to try")), card(text(last.to_try), quiet(line))]
    if last.held_back_text.strip() and last.held_back_goes != "let_go":
        row = _row(
            state,
            last,
            last.held_back_text,
            " · ".join((tr("only you see this"), day)),
            ft.Icon(ft.Icons.LOCK_OUTLINED, color=ft.Colors.ON_SURFACE_VARIANT),
        )
        shown += [section(tr("Held back last time")), _rows([row])]
    return shown


def _since(last: TherapySession, day: str) -> str:
    return tr("set down") if last.to_try_set_down else tr("from {day}", day=day)


def _rows(rows: list[ft.Control]) -> ft.Control:
    inside: list[ft.Control] = []
    for row in rows:
        inside += [divider(), row] if inside else [row]
    return card(*inside, padding=ft.Padding.symmetric(horizontal=20, vertical=8))


def _row(state: State, source: Source, words: str, line: str, mark: ft.Control) -> ft.Control:
    on = state.bringing.of_source(source.id) is not None
    more: dict[str, Any] = {}
    if isinstance(source, TherapySession):
        more = {"tags": ("between_us",), "private": True}
    if isinstance(source, Part):
        more = {"tags": ("parts",)}
    icon = ft.Icons.BOOKMARK_ROUNDED if on else ft.Icons.BOOKMARK_BORDER_ROUNDED
    return tappable(
        f"bring-{source.id}",
        in_turn(words, line, tr("On the list") if on else tr("Bring this")),
        act(state.happening.bring, source)
        if isinstance(source, Moment)
        else act(state.bringing.bring, source, **more),
        ft.Row(
            [
                mark,
                stacked([text(words), quiet(line)], 2),
                ft.Icon(icon, color=ft.Colors.PRIMARY),
            ],
            spacing=16,
        ),
        selected=on,
        padding=ft.Padding.symmetric(vertical=8),
        radius=12,
    )

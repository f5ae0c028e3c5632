"""Sessions: what is planned, for each therapy, and what was."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

import flet as ft

from domain.entries import Schedule, Therapy, TherapySession
from domain.language import N_, tr, trn
from views.components.adder import Adder
from views.components.fields import field
from views.components.frame import feet, screen
from views.components.kit import act, button, card, divider, quiet, section
from views.components.navigation import go
from views.components.newest import use_newest, with_newest
from views.components.notices import problem_card
from views.components.rows import row_button
from views.components.when import (
    clock,
    day_title,
    how_far,
    session_in_words,
    short_day,
    use_wall_clock,
)
from views.plan import in_words, zone_line
from views.session import SessionPage, is_to_tell, session_ways, status_in_words
from views.state import State, use_state_of_app
from views.theme import text

COMING = 3
WINDOW = 20
WHOM = N_("Whom it is with, in your words")


@ft.component
def Sessions() -> ft.View:
    """Every therapy with its plan, and the history."""
    return _sessions(use_state_of_app(), "")


@ft.component
def SessionPlace() -> ft.View:
    """One session, on its own or beside the others."""
    state = use_state_of_app()
    params = ft.use_route_params()
    id, way = params.get("id", ""), params.get("way", "")
    if state.wide:
        return _sessions(state, id, way)
    session = state.meeting.session(id)
    if session is None:
        return screen(state, tr("Not here"), [text(tr("There is no such session."))], back=True)
    over = session.ends <= state.now or session.took_place
    name = state.meeting.named(session.therapy)
    return screen(
        state,
        tr("After the session") if over else tr("The session"),
        [SessionPage(id, way == "not-held", key=id)],
        overline=" · ".join(
            filter(None, [f"{day_title(session.at, state.today)}, {clock(session.at)}", name])
        ),
        back=True,
        foot=feet(state, *session_ways()) if is_to_tell(state, session) else None,
    )


def _sessions(state: State, id: str, way: str = "") -> ft.View:
    several = len(state.meeting.all()) > 1
    return screen(
        state,
        tr("Sessions"),
        [
            *problem_card(state),
            *(
                ft.Column(
                    [TherapyPlan(one.id, several, key=one.id)],
                    horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                )
                for one in state.meeting.all()
            ),
            Adder(
                "another-therapy",
                tr("Another therapist or group"),
                tr(WHOM),
                state.meeting.add_therapy,
                key="another",
            ),
            History(key="history"),
        ],
        back=True,
        right=SessionPage(id, way == "not-held", key=id) if id else None,
    )


def _usual(state: State, therapy: str) -> datetime:
    """Today, at the time at which sessions of a therapy are; at the time of now, where none is."""
    course, now = state.meeting.course(therapy), state.now
    known = course.next(now) or course.last(now)
    return now if known is None else now.replace(hour=known.at.hour, minute=known.at.minute)


@ft.component
def TherapyPlan(id: str, several: bool, *, key: str | None = None) -> ft.Control:
    """What is planned for one therapy, and how that can be changed."""
    state = use_state_of_app()
    naming, set_naming = ft.use_state(False)
    therapy = next((one for one in state.meeting.all() if one.id == id), None)

    async def add(wall: Any) -> None:
        await state.meeting.add(wall, id)

    ask = use_wall_clock(
        _usual(state, id),
        add,
        day_asked=tr("Which day is the session?"),
        time_asked=tr("At what time?"),
    )
    if therapy is None:
        return ft.Container()
    rows: list[ft.Control] = []
    if several or therapy.name:
        rows += _name(state, therapy, naming, set_naming)
    if therapy.ended:
        rows += _ended(state, therapy)
    else:
        rows += _planned(state, therapy, ask)
    if not (several or therapy.name):
        rows += _name(state, therapy, naming, set_naming)
    if state.meeting.is_empty(therapy):
        away = act(state.meeting.take_away, therapy)
        label = tr("Take it away")
        rows.append(ft.Row([button(f"away-{id}", label, away, kind="text", height=48)], wrap=True))
    return card(*rows, padding=ft.Padding.symmetric(horizontal=20, vertical=12))


def _name(state: State, therapy: Therapy, naming: bool, set_naming: Any) -> list[ft.Control]:
    if naming:
        return [Name(therapy, lambda: set_naming(False), key=f"name-{therapy.id}")]
    return [
        row_button(
            f"rename-{therapy.id}",
            therapy.name or tr("Give this therapy a name"),
            lambda: set_naming(True),
            icon=ft.Icons.CHAIR_OUTLINED,
            end=ft.Icons.EDIT_OUTLINED,
        )
    ]


@ft.component
def Name(therapy: Therapy, on_done: Callable[[], None], *, key: str | None = None) -> ft.Control:
    """A line for the name of a therapy; Enter and leaving it keep the name."""
    state = use_state_of_app()
    typed, set_typed, newest = use_newest(therapy.name)

    async def rename(words: str) -> None:
        await state.meeting.rename(therapy, words.strip())
        on_done()

    return field(
        f"therapy-name-{therapy.id}",
        tr(WHOM),
        typed,
        lambda event: set_typed(event.control.value),
        key=f"therapy-name-{therapy.id}-field",
        on_submit=rename,
        on_blur=with_newest(rename, newest),
        autofocus=True,
    )


def _ended(state: State, therapy: Therapy) -> list[ft.Control]:
    assert therapy.ended
    since = short_day(therapy.ended, state.today)
    return [
        text(
            tr(
                "Stopped since {day}. Everything you wrote is kept, and nothing is asked.",
                day=since,
            )
        ),
        ft.Row(
            [
                button(
                    f"go-on-{therapy.id}",
                    tr("It goes on"),
                    partial(state.meeting.end, therapy.id, None),
                    kind="text",
                    height=48,
                )
            ],
            wrap=True,
        ),
    ]


def _planned(state: State, therapy: Therapy, ask: Any) -> list[ft.Control]:
    course = state.meeting.course(therapy.id)
    coming = course.ahead(state.now, COMING)
    schedules = [one for one in course.schedules if not one.until or one.until > state.today]
    rows: list[ft.Control] = []
    for one in coming:
        rows += [_session_row(state, one), divider()]
    if not coming:
        rows.append(text(tr("No session planned")))
        rows.append(quiet(tr("Your list keeps. Add a date if you like.")))
    for schedule in schedules:
        rows += [_schedule_row(state, schedule), divider()]
    rows.append(
        ft.Row(
            [
                button(
                    f"add-session-{therapy.id}",
                    tr("Add a date"),
                    ask,
                    kind="text",
                    height=48,
                    icon=ft.Icons.ADD_ROUNDED,
                ),
                *(
                    []
                    if schedules
                    else [
                        button(
                            f"add-schedule-{therapy.id}",
                            tr("Regular sessions"),
                            partial(go, f"/sessions/plan/new/{therapy.id}"),
                            kind="text",
                            height=48,
                            icon=ft.Icons.EVENT_REPEAT_OUTLINED,
                        )
                    ]
                ),
                button(
                    f"end-{therapy.id}",
                    tr("This therapy has stopped"),
                    partial(state.meeting.end, therapy.id, state.today),
                    kind="text",
                    height=48,
                ),
            ],
            wrap=True,
            spacing=4,
            run_spacing=0,
        )
    )
    return rows


def _schedule_row(state: State, schedule: Schedule) -> ft.Control:
    pause = next((one for one in schedule.breaks if state.today in one), None)
    length = trn("{n} minute", "{n} minutes", schedule.length)
    line = " · ".join(filter(None, [length, zone_line(schedule, state.zone)]))
    if pause and pause.last:
        line = tr("on a break until {day}", day=short_day(pause.last, state.today))
    elif pause:
        line = tr("on a break")
    return row_button(
        f"schedule-{schedule.id}",
        in_words(schedule),
        partial(go, f"/sessions/plan/{schedule.id}"),
        icon=ft.Icons.EVENT_REPEAT_OUTLINED,
        state=line,
    )


def _session_row(state: State, one: TherapySession) -> ft.Control:
    return row_button(
        f"session-{one.id}",
        session_in_words(one.at, state.today),
        partial(go, f"/sessions/{one.id}"),
        icon=ft.Icons.EVENT_OUTLINED,
        state=how_far(one.at, state.now)
        if one.status == "planned"
        else status_in_words(one.status),
    )


@ft.component
def History(*, key: str | None = None) -> ft.Control:
    """The sessions that were, newest first."""
    state = use_state_of_app()
    window, set_window = ft.use_state(WINDOW)
    past = state.meeting.course_of_all().past(state.now)
    if not past:
        return ft.Container()
    rows: list[ft.Control] = []
    for one in past[:window]:
        rows += [divider(), _past_row(state, one)] if rows else [_past_row(state, one)]
    more = button(
        "older-sessions", tr("Older"), lambda: set_window(window + WINDOW), kind="text", height=48
    )
    return ft.Column(
        [
            section(tr("Sessions that were")),
            card(*rows, padding=ft.Padding.symmetric(horizontal=20, vertical=8)),
            *([ft.Row([more], wrap=True)] if len(past) > window else []),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _past_row(state: State, one: TherapySession) -> ft.Control:
    brought = len(state.bringing.brought_to(one.id))
    things = trn("{n} thing brought", "{n} things brought", brought) if brought else ""
    name = state.meeting.named(one.therapy)
    said = [name, status_in_words(one.status), things]
    return row_button(
        f"session-{one.id}",
        day_title(one.at, state.today),
        partial(go, f"/sessions/{one.id}"),
        state=" · ".join(filter(None, said)),
    )

"""When sessions come again: the rule, the time, the place's clock, and breaks."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final
from zoneinfo import available_timezones

import flet as ft

from domain import dates
from domain.entries import Schedule
from domain.language import N_, tr, trn, trp
from domain.recurrence import is_zone
from views.breaks import Breaks
from views.components.fields import field
from views.components.frame import feet, screen
from views.components.kit import button, card, chip, chips, heading, quiet, section
from views.components.navigation import go
from views.components.newest import use_draft
from views.components.notices import problem_card
from views.components.rows import row_button
from views.components.when import clock, day_title, use_wall_clock
from views.state import State, use_state_of_app
from views.theme import text

RULES: Final = (
    ("weekly", N_("Every week"), "FREQ=WEEKLY"),
    ("fortnightly", N_("Every two weeks"), "FREQ=WEEKLY;INTERVAL=2"),
    ("four-weekly", N_("Every four weeks"), "FREQ=WEEKLY;INTERVAL=4"),
    ("monthly", N_("Once a month"), "FREQ=MONTHLY"),
    ("own", N_("Another rule"), ""),
)
LENGTHS: Final = (25, 45, 50, 60, 90)
WEEKLY: Final = (
    N_("Mondays {time}"),
    N_("Tuesdays {time}"),
    N_("Wednesdays {time}"),
    N_("Thursdays {time}"),
    N_("Fridays {time}"),
    N_("Saturdays {time}"),
    N_("Sundays {time}"),
)
MONTHLY: Final = (
    N_("The first {weekday} of a month, {time}"),
    N_("The second {weekday} of a month, {time}"),
    N_("The third {weekday} of a month, {time}"),
    N_("The fourth {weekday} of a month, {time}"),
    N_("The last {weekday} of a month, {time}"),
)
FOUND: Final = 6


@dataclass(frozen=True)
class Draft:
    """What is planned with Save: `own` is the rule where none of `RULES` is meant."""

    start: datetime
    way: str = "weekly"
    own: str = "FREQ=WEEKLY"
    length: int = 50
    zone: str = ""

    @property
    def rule(self) -> str:
        if self.way == "own":
            return self.own.strip().removeprefix("RRULE:")
        if self.way == "monthly":
            return monthly(self.start)
        return next(rule for name, _, rule in RULES if name == self.way)


def monthly(start: datetime) -> str:
    """The rule for the weekday of `start`, counted in its month; the fifth is the last."""
    nth = (start.day - 1) // 7 + 1
    day = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[start.weekday()]
    return f"FREQ=MONTHLY;BYDAY={-1 if nth == 5 else nth}{day}"


def in_words(schedule: Schedule) -> str:
    """When sessions come again, as one would say it."""
    start, rule = schedule.start, schedule.rule
    weekday, time = dates.weekday(start), clock(start)
    if rule == "FREQ=WEEKLY":
        return tr(WEEKLY[start.weekday()], time=time)
    if rule == "FREQ=WEEKLY;INTERVAL=2":
        return tr("Every other {weekday}, {time}", weekday=weekday, time=time)
    if rule == "FREQ=WEEKLY;INTERVAL=4":
        return tr("Every fourth {weekday}, {time}", weekday=weekday, time=time)
    if rule == monthly(start):
        return tr(MONTHLY[(start.day - 1) // dates.WEEK], weekday=weekday, time=time)
    return f"{rule}, {time}"


def zone_line(schedule: Schedule, here: str) -> str:
    """Whose clock it is, where that is not the clock here."""
    if not is_zone(schedule.zone):
        return tr(
            "the zone {zone} isn't known on this device, so it counts as UTC", zone=schedule.zone
        )
    return "" if schedule.zone == here else schedule.zone


@ft.component
def Plan() -> ft.View:
    """Make a schedule, or change one from now on."""
    state = use_state_of_app()
    params = ft.use_route_params()
    id = params.get("id", "new")
    schedule = next((one for one in state.schedules if one.id == id), None)
    therapy = schedule.therapy if schedule else params.get("therapy") or state.meeting.therapy.id
    if schedule is None and id != "new":
        return screen(
            state, tr("Not here"), [text(tr("This plan is not there any more."))], back=True
        )
    return PlanForm(id, therapy, key=id)


def _beginning(state: State, schedule: Schedule | None, therapy: str) -> datetime:
    known = state.meeting.course(therapy).next(state.now)
    if schedule is None and known is not None:
        # That one is on the list already.
        return known.at.replace(tzinfo=None) + timedelta(days=dates.WEEK)
    if schedule is None:
        ahead = state.now + timedelta(days=1)
        return ahead.replace(hour=14, minute=0, second=0, microsecond=0, tzinfo=None)
    coming = state.meeting.course(schedule.therapy).upcoming(state.now)
    mine = (one for one in coming if one.id.startswith(schedule.id))
    first = next(mine, None)
    if first is None:
        return schedule.start
    return datetime.combine(first.at.date(), schedule.start.time())


@ft.component
def PlanForm(id: str, therapy: str, *, key: str | None = None) -> ft.View:
    """The form; nothing is planned before Save."""
    state = use_state_of_app()
    schedule = next((one for one in state.schedules if one.id == id), None)
    draft, change, newest = use_draft(_draft(state, schedule, therapy))
    said, say = ft.use_state("")

    async def begin(wall: datetime) -> None:
        change("start", wall)

    ask = use_wall_clock(
        draft.start,
        begin,
        day_asked=tr("Which day is the next one?"),
        time_asked=tr("At what time?"),
    )

    async def save() -> None:
        made = newest()
        if not is_zone(made.zone):
            say(tr("There is no time zone “{zone}” on this device.", zone=made.zone))
            return
        new = {"rule": made.rule, "start": made.start, "zone": made.zone, "length": made.length}
        new["breaks"] = schedule.breaks if schedule else ()
        wrong = await state.meeting.plan(schedule, new, therapy)
        say(wrong)
        if not wrong and state.problem is None:
            await go("/sessions")

    async def drop() -> None:
        assert schedule
        await state.meeting.drop_schedule(schedule)
        await go("/sessions")

    now = f"{day_title(draft.start, state.today)}, {clock(draft.start)}"
    shown: list[ft.Control] = [
        *problem_card(state),
        card(
            row_button(
                "plan-start",
                trp("a session", "The next one"),
                ask,
                state=now,
                icon=ft.Icons.EVENT_OUTLINED,
            ),
            padding=20,
        ),
        heading(tr("How often")),
        chips(
            [
                chip(
                    f"rule-{name}",
                    tr(label),
                    partial(change, "way", name),
                    selected=name == draft.way,
                )
                for name, label, _ in RULES
            ],
            state.large,
        ),
    ]
    if draft.way == "own":
        shown += [
            field(
                "rule-text",
                tr("A rule as calendars write it"),
                draft.own,
                lambda event: change("own", event.control.value),
                hint="FREQ=WEEKLY;BYDAY=TU,TH",
                key="rule-text-field",
            ),
            quiet(tr("An RRULE, for example FREQ=WEEKLY;BYDAY=TU,TH or FREQ=MONTHLY;BYDAY=1TH.")),
        ]
    shown += [
        heading(tr("How long")),
        chips(
            [
                chip(
                    f"length-{minutes}",
                    trn("{n} minute", "{n} minutes", minutes),
                    partial(change, "length", minutes),
                    selected=minutes == draft.length,
                )
                for minutes in sorted({*LENGTHS, draft.length})
            ],
            state.large,
        ),
        heading(tr("By whose clock")),
        *_zones(state, draft.zone, partial(change, "zone")),
    ]
    if schedule is not None:
        shown += [section(tr("Breaks")), Breaks(id, key=f"breaks-{id}")]
        shown.append(
            ft.Row(
                [
                    button(
                        "drop-plan",
                        tr("Plan no more of these"),
                        drop,
                        kind="text",
                        height=48,
                        icon=ft.Icons.EVENT_BUSY_OUTLINED,
                    )
                ],
                wrap=True,
            )
        )
    if said:
        shown.append(ft.Semantics(identifier="plan-wrong", live_region=True, content=text(said)))
    return screen(
        state,
        tr("Your schedule"),
        shown,
        overline=state.meeting.named(therapy),
        back=True,
        foot=feet(state, button("save-plan", tr("Save"), save, kind="filled", expand=True)),
    )


def _draft(state: State, schedule: Schedule | None, therapy: str) -> Draft:
    start = _beginning(state, schedule, therapy)
    if schedule is None:
        return Draft(start, zone=state.zone)
    way = next((name for name, _, rule in RULES if rule == schedule.rule), "own")
    if schedule.rule == monthly(schedule.start):
        way = "monthly"
    return Draft(start, way, schedule.rule, schedule.length, schedule.zone)


def _zones(state: State, zone: str, set_zone: Any) -> list[ft.Control]:
    wanted = zone.strip().casefold().replace(" ", "_")
    found = (
        []
        if is_zone(zone)
        else sorted(name for name in available_timezones() if wanted and wanted in name.casefold())[
            :FOUND
        ]
    )
    here = [state.zone] if zone != state.zone else []
    return [
        field(
            "plan-zone",
            tr("Time zone"),
            zone,
            lambda event: set_zone(event.control.value.strip()),
            icon=ft.Icons.PUBLIC_ROUNDED,
            key="plan-zone-field",
        ),
        *(
            [
                chips(
                    [
                        chip(f"zone-{name.replace('/', '-')}", name, partial(set_zone, name))
                        for name in dict.fromkeys([*here, *found])
                    ],
                    state.large,
                )
            ]
            if here or found
            else []
        ),
    ]

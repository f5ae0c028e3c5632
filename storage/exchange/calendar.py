"""Reminders as a file for a calendar (RFC 5545), written with icalendar.

Nothing of the journal is in it: its words are those of `TEXTS`, in the language of now, and its
ids are hashes. These stay the same, and a later file has a higher `SEQUENCE`: taken in again, it
changes what is there.

- A nudge at a fixed time is one event that comes again, without a zone: it is at that time wherever
  the calendar is. One within a window follows no rule; its moments are single events for `NUDGES`.
- What is around a session is a single event in UTC, for `SESSIONS`: right whenever clocks are set,
  naming no zone, and moved or taken back by itself.
- A file can't take an event out of a calendar. Where one was made before (`Reminders.calendar`),
  what is off by now is told as cancelled, and doesn't ring.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Final
from uuid import UUID

from icalendar import Alarm, Calendar, Event

from domain.entries import Nudge, Settings
from domain.entries.reminders import WEEK
from domain.language import language, tr
from domain.recurrence import at_wall_clock, zone_named
from domain.reminding import TEXTS, Reminder, What, coming, moment, walls
from domain.sessions import Course

NUDGES: Final = timedelta(days=60)
SESSIONS: Final = timedelta(days=183)
LENGTH: Final = timedelta(minutes=5)
MAKER: Final = "-//Reminders//{language}"
BY_DAY: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY: Final = timedelta(days=1)


def calendar(settings: Settings, course: Course, now: datetime, zone: str) -> bytes:
    """The file of what is to be reminded of from `now` on, on a device in that zone."""
    now = now.astimezone(UTC)
    file = Calendar()
    file.add("prodid", MAKER.format(language=language().upper()))
    file.add("version", "2.0")
    for event in _events(settings, course, now, zone):
        event.add("dtstamp", now)
        event.add("sequence", int(now.timestamp()) // 60)
        file.add_component(event)
    content: bytes = file.to_ical()
    return content


def _events(settings: Settings, course: Course, now: datetime, zone: str) -> Iterator[Event]:
    for nudge in settings.reminders.nudges:
        in_time = _at_one_time if nudge.until is None else _in_a_window
        yield from in_time(settings, nudge, now, zone)
    on = {one.id: one for one in _around_sessions(settings, course, now, zone)}
    for one in on.values():
        yield _event(one.id, one.what, one.at.astimezone(UTC))
    for one in _planned_once(settings, course, now, zone):
        if one.id not in on:
            yield _cancelled(one.id, one.what, one.at.astimezone(UTC))


def _at_one_time(settings: Settings, nudge: Nudge, now: datetime, zone: str) -> Iterator[Event]:
    pause = settings.pause
    begin = max(_day_before(now, zone), pause.until if pause and pause.until else date.min)
    # The first two days may be over, and the third be the only one of a week.
    ahead = (
        wall
        for wall in walls(settings, nudge, begin, begin + 9 * DAY)
        if at_wall_clock(wall, zone) >= now
    )
    first = next(ahead, None)
    if first is not None:
        event = _event(nudge.id, "check_in", first)
        event.add("rrule", _rule(nudge))
        yield event
    elif settings.reminders.calendar:
        yield _cancelled(nudge.id, "check_in", moment(nudge, begin + DAY))


def _rule(nudge: Nudge) -> dict[str, object]:
    if set(nudge.days) == set(WEEK):
        return {"FREQ": "DAILY"}
    return {"FREQ": "WEEKLY", "BYDAY": [BY_DAY[day - 1] for day in sorted(set(nudge.days))]}


def _in_a_window(settings: Settings, nudge: Nudge, now: datetime, zone: str) -> Iterator[Event]:
    begin = _day_before(now, zone)
    days = begin, begin + DAY + NUDGES
    on = set(walls(settings, nudge, *days))
    always = replace(settings, pause=None, reminders=replace(settings.reminders, resting=False))
    for wall in walls(always, nudge, *days):
        id = f"{nudge.id}-{wall:%Y%m%d}"
        if at_wall_clock(wall, zone) < now:
            continue
        if wall in on:
            yield _event(id, "check_in", wall)
        elif settings.reminders.calendar:
            yield _cancelled(id, "check_in", wall)


def _day_before(now: datetime, zone: str) -> date:
    """A time of yesterday can be today, where a clock left it out."""
    return now.astimezone(zone_named(zone)).date() - DAY


def _around_sessions(
    settings: Settings, course: Course, now: datetime, zone: str
) -> Iterator[Reminder]:
    alone = replace(settings, reminders=replace(settings.reminders, nudges=()))
    return coming(alone, course, now, now + SESSIONS, zone)


def _planned_once(
    settings: Settings, course: Course, now: datetime, zone: str
) -> tuple[Reminder, ...]:
    """What an earlier file may have told, as if nothing was cancelled, moved, paused or over."""
    if not settings.reminders.calendar:
        return ()
    schedules = (
        replace(one, breaks=(), until=None)
        for one in course.schedules
        if one.until is None or one.until > (now - SESSIONS).date()
    )
    recorded = (replace(one, status="planned") for one in course.recorded)
    courses = Course(tuple(schedules)), Course((), tuple(recorded))
    every = (one for each in courses for one in _around_sessions(settings, each, now, zone))
    return tuple({one.id: one for one in every}.values())


def _event(id: str, what: What, start: datetime) -> Event:
    """An event that rings; without an offset, at that time wherever the calendar is."""
    event = _quiet(id, what, start)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", tr(TEXTS[what]))
    alarm.add("trigger", timedelta(0))
    event.add_component(alarm)
    return event


def _cancelled(id: str, what: What, start: datetime) -> Event:
    event = _quiet(id, what, start)
    event.add("status", "CANCELLED")
    return event


def _quiet(id: str, what: What, start: datetime) -> Event:
    event = Event()
    event.add("uid", str(UUID(bytes=sha256(id.encode()).digest()[:16], version=5)))
    event.add("dtstart", start)
    event.add("dtend", start + LENGTH)
    event.add("summary", tr(TEXTS[what]))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event

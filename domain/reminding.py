"""When a reminder is due: what was set, by the clock on the wall, and the sessions planned.

A nudge is at its time wherever one is: nothing of it is stored with an offset or a zone. What
comes before or after a session follows the session, in whatever zone that is planned.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from operator import attrgetter
from typing import Final, Literal

from domain.days import day_of
from domain.entries import Nudge, Reminders, Settings
from domain.entries.answers import fix_offset
from domain.entries.reminders import FARTHEST
from domain.helping import pause_on
from domain.language import N_
from domain.recurrence import at_wall_clock, zone_named
from domain.sessions import Course

What = Literal["check_in", "before", "after"]
TEXTS: Final[dict[What, str]] = {
    "check_in": N_("A moment for yourself"),
    "before": N_("Have a look at your list"),
    "after": N_("A moment to look back"),
}
"""What a device or a calendar shows: nothing of the journal, and no name of the app."""

DAY: Final = timedelta(days=1)
FAR: Final = timedelta(minutes=FARTHEST)
OPEN: Final = timedelta(hours=3)
"""How long the app speaks of a moment to check in."""
JUST_BEFORE: Final = timedelta(hours=1)
"""Who checked in so shortly before a moment to check in has done so."""
LOOKING_BACK: Final = timedelta(hours=24)
"""How long the app speaks of a session that is over."""
LONGEST_SNOOZE: Final = 24 * 60
"""Minutes."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """One moment, with its offset; `id` stays the same however often it is computed.

    `about` is the id of the nudge or of the session. From `until` on the app is silent about it.
    """

    id: str
    what: What
    at: datetime
    about: str
    until: datetime

    def __post_init__(self) -> None:
        fix_offset(self, "at", "until")


def coming(
    settings: Settings, course: Course, first: datetime, last: datetime, zone: str
) -> Iterator[Reminder]:
    """All from `first` on and before `last`, oldest first, on a device in that zone.

    There are none to check in on the days of a pause, none about a session that is off, and none
    after one about which something was noted, or not now.
    """
    # Else a week before a change of clocks would be an hour longer or shorter.
    first, last = first.astimezone(UTC), last.astimezone(UTC)
    every = [*_to_check_in(settings, first, last, zone)]
    every += _around_sessions(settings.reminders, course, first, last, zone)
    yield from sorted((one for one in every if first <= one.at < last), key=attrgetter("at", "id"))


def moment(nudge: Nudge, day: date) -> datetime:
    """When a nudge is on a day, by the clock on the wall.

    Each minute of a window is as likely; which one it is follows from the nudge and the day.
    """
    minute = nudge.at
    if nudge.until is not None:
        drawn = sha256(f"{nudge.id} {day:%Y-%m-%d}".encode()).digest()
        minute += int.from_bytes(drawn) % (nudge.until - nudge.at)
    return datetime.combine(day, time()) + timedelta(minutes=minute)


def walls(settings: Settings, nudge: Nudge, first: date, last: date) -> Iterator[datetime]:
    """The times on the wall of a nudge, from the day `first` to the day before `last`.

    There are none on the days of a pause, and none while they rest.
    """
    if settings.reminders.resting:
        return
    for day in (first + DAY * count for count in range((last - first).days)):
        wall = moment(nudge, day)
        is_on = pause_on(settings, day_of(wall, settings.day_start)) is None
        if is_on and day.isoweekday() in nudge.days:
            yield wall


def due(
    settings: Settings, course: Course, now: datetime, zone: str, checked_in: datetime | None
) -> Reminder | None:
    """The one for a quiet line in the app now, where there is one: the newest that is open.

    - A moment to check in is open for three hours, at most until the day is over, which ends at
      `day_start`; and until a check-in, one of the hour before it too. `checked_in` is when the
      newest was made.
    - What is before a session is open until that begins, what is after one for 24 hours.
    - None is while all is put off, but for what is before a session and came since: that can't
      wait. All that was open then, or came meanwhile, is open anew at `later`, for as long; but
      nothing speaks of a session to come that has begun.
    - What was answered, and all before it, is not open any more.

    What lies ahead of now, by a clock that was set back since, does not count.
    """
    now, reminders = now.astimezone(UTC), settings.reminders
    is_off = is_put_off(reminders, now)
    ready = (
        one
        for one in coming(settings, course, now - FAR, now + timedelta(microseconds=1), zone)
        if not (is_off and waits(one, reminders))
        and (now < one.until or _is_open_anew(one, reminders, now))
        and not _was_between(reminders.seen, one.at, now)
        and not (one.what == "check_in" and _was_between(checked_in, one.at - JUST_BEFORE, now))
    )
    # Of two at once, a moment to check in comes again another day.
    return max(ready, key=lambda one: (one.at, one.what != "check_in"), default=None)


def is_put_off(reminders: Reminders, now: datetime) -> bool:
    """Whether all is put off at a moment."""
    since, later = reminders.put_off, reminders.later
    return since is not None and later is not None and since <= now < later


def waits(one: Reminder, reminders: Reminders) -> bool:
    """Whether one is put off with all others."""
    since = reminders.put_off
    return one.what != "before" or since is None or one.at <= since


def put_off(reminders: Reminders, now: datetime, minutes: int) -> Reminders:
    """With all put off for some minutes, a day at most. Raises ValueError for more, or none."""
    if not 1 <= minutes <= LONGEST_SNOOZE:
        raise ValueError(f"nothing is put off for {minutes} minutes")
    later = now.astimezone(UTC) + timedelta(minutes=minutes)
    return replace(reminders, put_off=now, later=later.astimezone(now.tzinfo))


def answered(reminders: Reminders, now: datetime) -> Reminders:
    """With all up to now answered, or left."""
    return replace(reminders, seen=now, put_off=None, later=None)


def _to_check_in(
    settings: Settings, first: datetime, last: datetime, zone: str
) -> Iterator[Reminder]:
    here = zone_named(zone)
    # A time that a clock leaves out can be on the next day.
    begin, end = first.astimezone(here).date() - DAY, last.astimezone(here).date() + DAY
    for nudge in settings.reminders.nudges:
        for wall in walls(settings, nudge, begin, end):
            at = at_wall_clock(wall, zone).astimezone(UTC)
            next_day = day_of(wall, settings.day_start) + DAY
            day_ends = at_wall_clock(datetime.combine(next_day, time(settings.day_start)), zone)
            id = f"{nudge.id}-{wall:%Y%m%d}"
            until = min(at + OPEN, day_ends)
            yield Reminder(id, "check_in", at.astimezone(here), nudge.id, until)


def _around_sessions(
    reminders: Reminders, course: Course, first: datetime, last: datetime, zone: str
) -> Iterator[Reminder]:
    if reminders.before is None and reminders.after is None:
        return
    here = zone_named(zone)
    # A session lasts a day at most.
    for one in course.between(first - FAR - DAY, last + FAR):
        if reminders.before is not None and one.status == "planned":
            at = (one.at - timedelta(minutes=reminders.before)).astimezone(here)
            yield Reminder(f"{one.id}-before", "before", at, one.id, one.at)
        is_said = one.noted or one.waved_off
        is_on = one.took_place or one.status == "planned"
        if reminders.after is not None and is_on and not is_said:
            ends = one.ends + timedelta(minutes=reminders.after)
            at = ends.astimezone(here)
            yield Reminder(f"{one.id}-after", "after", at, one.id, ends + LOOKING_BACK)


def _was_between(moment: datetime | None, first: datetime, now: datetime) -> bool:
    return moment is not None and first <= moment <= now


def _is_open_anew(one: Reminder, reminders: Reminders, now: datetime) -> bool:
    """Whether it was put off, and its time has come; its own time may be over."""
    since, later = reminders.put_off, reminders.later
    if one.what == "before" or since is None or later is None:
        return False
    return since < one.until and later <= now < later + (one.until - one.at)

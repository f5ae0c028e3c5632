"""The course of a therapy: the sessions that are planned and those that were."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from domain import recurrence
from domain.entries import Break, Schedule, TherapySession

DAY = timedelta(days=1)
AHEAD = timedelta(days=731)
BEHIND = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Course:
    """What is planned by `schedules`, and the sessions that something was said about.

    Of one therapy or of several. All moments asked for and given have offsets.
    """

    schedules: tuple[Schedule, ...] = ()
    recorded: tuple[TherapySession, ...] = ()

    def between(self, first: datetime, last: datetime) -> list[TherapySession]:
        """All sessions that begin at `first` or later and before `last`, oldest first."""
        known = {one.id for one in self.recorded}
        planned = (one for each in self.schedules for one in occurrences(each, first, last))
        here = [one for one in self.recorded if first <= one.at < last]
        here += [one for one in planned if one.id not in known]
        return sorted(here, key=lambda one: (one.at, one.id))

    def session(self, id: str) -> TherapySession | None:
        """The session with that id, recorded or of a schedule; None where there is none."""
        for one in self.recorded:
            if one.id == id:
                return one
        for each in self.schedules:
            wall = _wall_of(each, id)
            if wall is not None:
                return next((one for one in _on_day(each, wall.date()) if one.id == id), None)
        return None

    def upcoming(self, now: datetime) -> Iterator[TherapySession]:
        """The sessions that are planned and not over yet, within two years."""
        for one in self.between(now - DAY, now + AHEAD):
            if one.status == "planned" and one.ends > now:
                yield one

    def ahead(self, now: datetime, count: int) -> list[TherapySession]:
        """The next `count` that are planned, and between them those that won't happen."""
        every = [one for one in self.between(now - DAY, now + AHEAD) if one.ends > now]
        planned = [place for place, one in enumerate(every) if one.status == "planned"]
        return every[: planned[count - 1] + 1] if len(planned) >= count else every

    def next(self, now: datetime) -> TherapySession | None:
        """The session that is next, or under way."""
        return next(self.upcoming(now), None)

    def past(self, now: datetime) -> list[TherapySession]:
        """Those of the last year that are over, and all that something was said about; newest
        first. One of which is said that it took place is over, whatever the clock says."""
        recent = self.between(now - BEHIND, now)
        older = [one for one in self.recorded if one.at < now - BEHIND]
        return [one for one in reversed(older + recent) if one.ends <= now or one.took_place]

    def last(self, now: datetime) -> TherapySession | None:
        """The one that "since last session" counts from: the newest past one that took place, or
        that nobody said anything about."""
        ways = (one for one in self.past(now) if one.took_place or one.status == "planned")
        return next(ways, None)

    def unsaid(self, now: datetime) -> TherapySession | None:
        """The newest past session, where nothing was said about it and nobody said not now."""
        newest = next(iter(self.past(now)), None)
        if newest is None or newest.status != "planned" or newest.waved_off or newest.noted:
            return None
        return newest

    def beside(self, at: datetime, length: int, id: str = "") -> TherapySession | None:
        """A planned session that a session of `length` minutes at `at` would overlap."""
        ends = at + timedelta(minutes=length)
        for one in self.between(at - DAY, ends):
            if one.id != id and one.status == "planned" and one.at < ends and one.ends > at:
                return one
        return None


def occurrences(schedule: Schedule, first: datetime, last: datetime) -> Iterator[TherapySession]:
    """The sessions of a schedule that begin at `first` or later and before `last`."""
    begin, end = first.date() - 2 * DAY, last.date() + 2 * DAY
    walls = recurrence.between(schedule.rule, schedule.start, schedule.zone, begin, end)
    for wall in walls:
        at = recurrence.at_wall_clock(wall, schedule.zone)
        if first <= at < last and not _is_off(schedule, wall.date()):
            yield TherapySession(
                id=f"{schedule.id}-{wall:%Y%m%dT%H%M}",
                at=at,
                length=schedule.length,
                therapy=schedule.therapy,
            )


def _is_off(schedule: Schedule, day: date) -> bool:
    over = schedule.until is not None and day >= schedule.until
    return over or any(day in pause for pause in schedule.breaks)


def _wall_of(schedule: Schedule, id: str) -> datetime | None:
    belongs, _, wall = id.rpartition("-")
    try:
        return datetime.strptime(wall, "%Y%m%dT%H%M") if belongs == schedule.id else None  # noqa: DTZ007
    except ValueError:
        return None


def _on_day(schedule: Schedule, day: date) -> list[TherapySession]:
    midnight = recurrence.at_wall_clock(datetime.combine(day, datetime.min.time()), schedule.zone)
    return list(occurrences(schedule, midnight - DAY, midnight + 2 * DAY))


def changed(schedule: Schedule, new: Schedule, today: date) -> tuple[Schedule, ...]:
    """The schedules to keep when one becomes another from `today` on.

    `new` has an id of its own. What was planned before today stays as it was.
    """
    if schedule.start.date() >= today:
        return (replace(new, id=schedule.id),)
    if new.start.date() < today:
        new = replace(new, start=_first_on_or_after(new, today))
    return replace(schedule, until=today), new


def _first_on_or_after(schedule: Schedule, day: date) -> datetime:
    walls = recurrence.recurrence(schedule.rule, schedule.start, schedule.zone)
    found = walls.after(datetime.combine(day, datetime.min.time()), inc=True)
    return found or datetime.combine(day, schedule.start.time())


def paused(schedule: Schedule, first: date, last: date | None = None) -> Schedule:
    """The schedule with a break; what is inside of it is part of it."""
    new = Break(first, last)
    kept = tuple(one for one in schedule.breaks if not _within(one, new))
    return replace(schedule, breaks=tuple(sorted((*kept, new), key=lambda one: one.first)))


def resumed(schedule: Schedule, day: date) -> Schedule:
    """The schedule without the breaks that `day` lies in: what lies before it stays a break."""
    breaks = []
    for one in schedule.breaks:
        if day not in one:
            breaks.append(one)
        elif one.first < day:
            breaks.append(Break(one.first, day - timedelta(days=1)))
    return replace(schedule, breaks=tuple(breaks))


def _within(inner: Break, outer: Break) -> bool:
    if inner.first < outer.first:
        return False
    return outer.last is None or (inner.last is not None and inner.last <= outer.last)

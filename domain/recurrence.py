"""When something comes again: RRULEs (RFC 5545, 3.3.10) by the clock on a wall, over dateutil."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr
from dateutil.tz import resolve_imaginary

from domain.language import N_, tr

PARTS: Final = {
    "FREQ": "DAILY|WEEKLY|MONTHLY|YEARLY",
    "INTERVAL": "[1-9][0-9]{0,2}",
    "COUNT": "[1-9][0-9]{0,3}",
    "UNTIL": r"[0-9]{8}(T[0-9]{6}Z?)?",
    "BYDAY": r"[+-]?[0-9]{0,2}(MO|TU|WE|TH|FR|SA|SU)(,[+-]?[0-9]{0,2}(MO|TU|WE|TH|FR|SA|SU)){0,30}",
    "BYMONTHDAY": "-?[0-9]{1,2}(,-?[0-9]{1,2}){0,30}",
    "BYMONTH": "[0-9]{1,2}(,[0-9]{1,2}){0,11}",
    "BYSETPOS": "-?[0-9]{1,3}(,-?[0-9]{1,3}){0,30}",
    "WKST": "MO|TU|WE|TH|FR|SA|SU",
}
"""The parts of a rule for what comes once a day at most."""
NOT_READ: Final = N_("This can't be read as a rule for what comes again.")
NEVER: Final = N_("No day fits this rule.")
CALENDAR: Final = 400
"""Years after which days of the week and leap years come again as they were."""


def is_zone(name: str) -> bool:
    """Whether this device knows a zone of that name."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def zone_named(name: str) -> ZoneInfo:
    """The zone of that name; UTC for one that this device does not know."""
    return ZoneInfo(name if is_zone(name) else "UTC")


def at_wall_clock(wall: datetime, zone: str) -> datetime:
    """The moment, with its offset, at which a clock in `zone` shows `wall`.

    A time that a clock set forward leaves out is as much later; of one that comes twice when it
    is set back, the first is meant.
    """
    return resolve_imaginary(wall.replace(tzinfo=zone_named(zone), fold=0))


@lru_cache(maxsize=64)
def recurrence(rule: str, start: datetime, zone: str) -> rrule:
    """The times on the wall that a rule gives. Raises ValueError, with one sentence."""
    parts = [part.partition("=") for part in rule.split(";")]
    known = all(name in PARTS and re.fullmatch(PARTS[name], value) for name, _, value in parts)
    if not known or len({name for name, _, _ in parts}) < len(parts):
        raise ValueError(tr(NOT_READ))
    # As far ahead as the calendar goes: from there a rule that never comes is soon found out.
    ahead = start.replace(year=start.year + (9999 - start.year) // CALENDAR * CALENDAR)
    try:
        text = re.sub(r"(?<=UNTIL=)[^;]+", lambda end: _on_wall(end[0], zone), rule)
        comes = _comes(_read(_without_end(text), ahead)) and _comes(_read(text, start))
    except (ValueError, LookupError, TypeError, ArithmeticError) as error:
        raise ValueError(tr(NOT_READ)) from error
    if not comes:
        raise ValueError(tr(NEVER))
    return _read(text, start)


def _read(text: str, start: datetime) -> rrule:
    read = rrulestr(text, dtstart=start)
    assert isinstance(read, rrule)
    return read


def _comes(read: rrule) -> bool:
    return next(iter(read), None) is not None


def _without_end(text: str) -> str:
    return ";".join(part for part in text.split(";") if not part.startswith("UNTIL="))


def _on_wall(until: str, zone: str) -> str:
    if "T" not in until:
        return f"{until}T235959"
    if not until.endswith("Z"):
        return until
    moment = datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return f"{moment.astimezone(zone_named(zone)):%Y%m%dT%H%M%S}"


@lru_cache(maxsize=64)
def between(rule: str, start: datetime, zone: str, first: date, last: date) -> tuple[datetime, ...]:
    """The times on the wall from the day `first` to the day before `last`."""
    midnight = datetime.min.time()
    return tuple(
        recurrence(rule, start, zone).between(
            datetime.combine(first, midnight),
            datetime.combine(last, midnight) - timedelta(microseconds=1),
            inc=True,
        )
    )

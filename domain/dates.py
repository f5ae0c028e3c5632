"""Days and times in the words and the order of the locale."""

import re
from datetime import date, datetime, time
from typing import Literal

from babel.dates import format_date, format_skeleton, format_time, get_day_names, match_skeleton

from domain.language import locale

WEEK = 7
Width = Literal["wide", "abbreviated", "narrow"]


def day(day: date) -> str:
    """ "9 June"."""
    return format_skeleton("MMMMd", day, locale=locale())


def day_and_year(day: date) -> str:
    """ "9 June 2026"."""
    return format_skeleton("yMMMMd", day, locale=locale())


def weekday_and_day(day: date) -> str:
    """ "Tuesday 9 June"."""
    return format_date(day, _wide("MMMMEd"), locale=locale())


def weekday_day_and_year(day: date) -> str:
    """ "Tuesday 9 June 2026"."""
    return format_date(day, _wide("yMMMMEd"), locale=locale())


def weekday(day: date) -> str:
    """ "Tuesday"."""
    return format_date(day, "EEEE", locale=locale())


def weekday_of(number: int, width: Width = "wide") -> str:
    """The name of a day of the week, 0 for Monday: "Tuesday", abbreviated "Tue", narrow "T"."""
    return str(get_day_names(width, "stand-alone", locale())[number])


def month(day: date) -> str:
    """ "June"."""
    return format_date(day, "LLLL", locale=locale())


def month_and_year(day: date) -> str:
    """ "June 2026"."""
    return format_skeleton("yMMMM", day, locale=locale())


def clock(at: datetime | time) -> str:
    """ "14:05", in the offset in which it happened; "2:05 PM" where one says so."""
    said = format_time(at.timetz() if isinstance(at, datetime) else at, "short", locale=locale())
    # No font here has the narrow space that stands before "PM".
    return said.replace("\u202f", "\xa0")


def _wide(skeleton: str) -> str:
    """The pattern of a skeleton, with the day of the week written out."""
    patterns = locale().datetime_skeletons
    pattern = str(patterns[match_skeleton(skeleton, patterns)])
    return re.sub("E+", "EEEE", pattern)


def week() -> tuple[int, ...]:
    """The days of a week from its first on, 0 for Monday."""
    first = locale().first_week_day
    return tuple((first + n) % WEEK for n in range(WEEK))


def at_start(words: str) -> str:
    """Words as a line begins with them: Spanish has days and months in small letters."""
    return words[:1].upper() + words[1:]

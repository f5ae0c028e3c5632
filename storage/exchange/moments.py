"""Days and clocks as other apps write them, and the moment and the id that come of them."""

import re
from datetime import UTC, date, datetime, time, tzinfo
from hashlib import blake2b
from typing import Final

from ulid import ULID

from domain.entries import Source
from domain.language import N_, tr
from storage.exchange.faults import BadFieldError

FIRST_YEAR: Final = 1970
TOO_EARLY: Final = N_("It lies before 1970.")
_MONTHS: Final = {
    name: number
    for names in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "jan feb mär apr mai jun jul aug sep okt nov dez",
    )
    for number, name in enumerate(names.split(), 1)
}
"""The first three letters of a month, in English and German."""
_HALVES: Final = {
    **dict.fromkeys(("am", "πμ", "ص", "오전", "午前", "上午"), 0),
    **dict.fromkeys(("pm", "μμ", "م", "오후", "午後", "下午"), 12),
}
"""Hours to add for a half of the day; what else stands beside a clock means nothing."""
_UNSAID: Final = ("", "uhr", "h")
_CLOCK: Final = re.compile(r"(\D*?)(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(\D*)")
_DAY: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+([^\W\d]+)\.?,?\s+(\d{4})", re.I)
_DAY_SECOND: Final = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th|\.)?,?\s+(\d{4})", re.I)


def day_of(text: str) -> date:
    """`2021-09-28`, `8th Dec 2021`, `18. Mai 2018` or `May 18, 2018`. Raises BadFieldError."""
    told = text.strip()
    try:
        return date.fromisoformat(told)
    except ValueError:
        pass
    if found := _DAY.fullmatch(told):
        day, month, year = found.groups()
    elif found := _DAY_SECOND.fullmatch(told):
        month, day, year = found.groups()
    else:
        raise BadFieldError(tr("“{text}” is no date that Meanwhile can read.", text=told[:40]))
    return on_day(int(year), month_of(month), int(day))


def month_of(name: str) -> int:
    """1..12 for the name of a month, whole or in short, English or German; else 0."""
    return _MONTHS.get(name.casefold()[:3], 0)


def on_day(year: int, month: int, day: int) -> date:
    """That day. Raises BadFieldError where no calendar has it."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError) as error:
        raise BadFieldError(tr("Its date is in no calendar.")) from error


def clock_of(text: str) -> time:
    """`13:48`, `13:48:05` or `8:30 pm`, with any blanks, some languages. Raises BadFieldError."""
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        raise BadFieldError(
            tr("“{text}” is no time that Meanwhile can read.", text=text.strip()[:40])
        )
    before, hour, minute, second, after = found.groups()
    beside = "".join(re.findall(r"[^\W\d_]+", before + after)).casefold()
    half = _HALVES.get(beside)
    try:
        if half is None and beside in _UNSAID:
            return time(int(hour), int(minute), int(second or 0))
        if half is not None and int(hour) <= 12:
            return time(int(hour) % 12 + half, int(minute), int(second or 0))
    except ValueError:
        pass
    raise BadFieldError(tr("Its time is none that a clock shows."))


def in_zone(at: datetime, zone: tzinfo) -> datetime:
    """A time of a clock in that zone, with its offset. Raises BadFieldError before 1970."""
    if at.year < FIRST_YEAR:
        raise BadFieldError(tr(TOO_EARLY))
    return at.replace(tzinfo=zone)


def record_id(source: Source, at: datetime, *told: str) -> str:
    """A ULID for what a source told of a moment: the same each time. Raises BadFieldError."""
    made = blake2b("\0".join((source, *told)).encode("utf-8", "surrogatepass"), digest_size=10)
    milliseconds = int(at.timestamp() * 1000)
    if milliseconds < 0:
        raise BadFieldError(tr(TOO_EARLY))
    return str(ULID(milliseconds.to_bytes(6, "big") + made.digest()))


def clock_id(source: Source, clock: datetime, *told: str) -> str:
    """A record_id that is the same in whichever zone the clock is read. Raises BadFieldError."""
    return record_id(source, clock.replace(tzinfo=UTC), *told)

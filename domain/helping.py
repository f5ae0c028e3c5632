"""Whether checking in helps: when that is asked, what can be less, and the pause of check-ins."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Literal

from dateutil.relativedelta import relativedelta

from domain.days import day_of, since
from domain.entries import CheckIn, Helping, HelpingAnswer, Pause, Settings

DAYS_OF_USE: Final = 30
A_JOURNEY: Final = timedelta(days=1)
"""How far a journey west takes the day back; what lies further ahead was told by a wrong clock."""

Length = Literal["week", "two_weeks", "month"]
LENGTHS: Final[dict[Length, relativedelta]] = {
    "week": relativedelta(weeks=1),
    "two_weeks": relativedelta(weeks=2),
    "month": relativedelta(months=1),
}


def is_due(
    check_ins: Sequence[CheckIn], helping: Iterable[Helping], today: date, day_start: int
) -> bool:
    """Whether there were check-ins on 30 days since the question was asked last, or since ever.

    `check_ins` are sorted by `at`.
    """
    asked = max((one.day for one in helping if one.day <= today + A_JOURNEY), default=date.min)
    # No offset is so large that a check-in of a later day lies before that midnight.
    later = since(check_ins, datetime.combine(asked, time(), UTC))
    used: set[date] = set()
    for one in reversed(later):
        day = day_of(one.at, day_start)
        if asked < day <= today:
            used.add(day)
        if len(used) == DAYS_OF_USE:
            return True
    return False


def is_asked(helping: Iterable[Helping], today: date) -> bool:
    """Whether it was asked today, and answered or left."""
    return any(one.day == today for one in helping)


def is_weighing(helping: Iterable[Helping], today: date) -> bool:
    """Whether checking in weighs, as was said today, and nothing of what can be less was chosen."""
    return any(one.day == today and one.answer == "weighing" and not one.settled for one in helping)


def pause_on(settings: Settings, day: date) -> Pause | None:
    """The pause that is on at a day; None where check-ins are as usual.

    One that a wrong clock told to begin far ahead is not on; one without an end always is.
    """
    pause = settings.pause
    if pause is None or pause.until is None:
        return pause
    return pause if pause.since <= day + A_JOURNEY and day < pause.until else None


def answered(settings: Settings, today: date, answer: HelpingAnswer) -> Settings:
    """With the answer of today, which replaces another of today."""
    others = (one for one in settings.helping if one.day != today)
    return replace(settings, helping=(*others, Helping(today, answer)))


def settled(settings: Settings) -> Settings:
    """With nothing offered any more."""
    done = tuple(replace(one, settled=True) for one in settings.helping)
    return replace(settings, helping=done)


def with_fewer_questions(settings: Settings) -> Settings:
    """With the pad alone, and no question besides."""
    return replace(settled(settings), questions="never", ask_connection=False, ask_body=False)


def paused(settings: Settings, today: date, length: Length) -> Settings:
    """With a pause from today on that ends by itself."""
    return replace(settled(settings), pause=Pause(today, today + LENGTHS[length]))


def stopped(settings: Settings, today: date) -> Settings:
    """With check-ins put away until the person begins again."""
    return replace(settled(settings), pause=Pause(today))


def begun_again(settings: Settings) -> Settings:
    """With check-ins as usual."""
    return replace(settings, pause=None)

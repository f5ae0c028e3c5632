"""Days and times as they are said in a few places."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from domain import dates
from domain.language import hear, speak

DAY = date(2026, 6, 9)
PLACES = (("en", "GB"), ("en", "US"), ("de", "DE"), ("es", "ES"))
EAST = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (dates.day, ("9 June", "June 9", "9. Juni", "9 de junio")),
        (
            dates.day_and_year,
            ("9 June 2026", "June 9, 2026", "9. Juni 2026", "9 de junio de 2026"),
        ),
        (
            dates.weekday_and_day,
            ("Tuesday 9 June", "Tuesday, June 9", "Dienstag, 9. Juni", "martes, 9 de junio"),
        ),
        (
            dates.weekday_day_and_year,
            (
                "Tuesday, 9 June 2026",
                "Tuesday, June 9, 2026",
                "Dienstag, 9. Juni 2026",
                "martes, 9 de junio de 2026",
            ),
        ),
        (dates.weekday, ("Tuesday", "Tuesday", "Dienstag", "martes")),
        (dates.month, ("June", "June", "Juni", "junio")),
        (dates.month_and_year, ("June 2026", "June 2026", "Juni 2026", "junio de 2026")),
    ],
)
def test_a_day(said: Callable[[date], str], words: tuple[str, ...]) -> None:
    for place, wanted in zip(PLACES, words, strict=True):
        hear([place])
        speak()
        assert said(DAY) == wanted


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(14, 5), ("14:05", "2:05\xa0PM", "14:05", "14:05")),
        (time(0), ("00:00", "12:00\xa0AM", "00:00", "0:00")),
        (datetime(2026, 6, 9, 9, 7, tzinfo=UTC), ("09:07", "9:07\xa0AM", "09:07", "9:07")),
        (datetime(2026, 6, 9, 23, 30, tzinfo=EAST), ("23:30", "11:30\xa0PM", "23:30", "23:30")),
        (
            datetime(2026, 6, 9, 12, tzinfo=ZoneInfo("Europe/Berlin")),
            ("12:00", "12:00\xa0PM", "12:00", "12:00"),
        ),
    ],
)
def test_a_time_is_that_of_the_clock_where_it_happened(
    at: datetime | time, words: tuple[str, ...]
) -> None:
    for place, wanted in zip(PLACES, words, strict=True):
        hear([place])
        speak()
        assert dates.clock(at) == wanted


@pytest.mark.parametrize(
    ("place", "first", "names"),
    [
        (("en", "GB"), 0, ("Tuesday", "Tue", "T")),
        (("en", "US"), 6, ("Tuesday", "Tue", "T")),
        (("de", "DE"), 0, ("Dienstag", "Di", "D")),
        (("es", "ES"), 0, ("martes", "mar", "M")),
        (("es", "MX"), 6, ("martes", "mar", "M")),
    ],
)
def test_a_week_begins_as_it_does_in_that_place(
    place: tuple[str, str], first: int, names: tuple[str, str, str]
) -> None:
    hear([place])
    speak()
    assert dates.week()[0] == first
    assert sorted(dates.week()) == [*range(dates.WEEK)]
    assert {(after - day) % dates.WEEK for day, after in pairwise(dates.week())} == {1}
    said = (
        dates.weekday_of(1),
        dates.weekday_of(1, "abbreviated"),
        dates.weekday_of(1, "narrow"),
    )
    assert said == names

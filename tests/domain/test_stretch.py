"""A stretch of days: what is in it, and the ones that are offered."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.days import day_of
from domain.looking_back.stretch import (
    LENGTHS,
    RANGES,
    Range,
    Stretch,
    between_days,
    between_sessions,
    lately,
)
from tests.entry_strategies import moments

FIRST, LAST = date(2026, 2, 27), date(2026, 3, 2)
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
MONDAY = date(2026, 6, 1)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)

days = st.dates(date(1971, 1, 1), date(2199, 1, 1))
lengths = st.integers(0, 400)


def test_a_stretch_has_its_first_day_and_its_last() -> None:
    one = Stretch(FIRST, LAST)
    assert len(one) == 4
    assert [day.isoformat() for day in one] == [
        "2026-02-27",
        "2026-02-28",
        "2026-03-01",
        "2026-03-02",
    ]
    assert FIRST in one
    assert LAST in one
    assert FIRST - DAY not in one
    assert LAST + DAY not in one


def test_a_stretch_may_be_one_day_and_no_less() -> None:
    assert list(Stretch(FIRST, FIRST)) == [FIRST]
    with pytest.raises(ValueError, match="from 2026-03-02 can't end on 2026-02-27"):
        Stretch(LAST, FIRST)


@given(days, lengths, days)
def test_what_is_in_a_stretch_is_what_it_goes_through(first: date, more: int, day: date) -> None:
    one = Stretch(first, first + more * DAY)
    every = list(one)
    assert len(every) == len(one) == more + 1
    assert (every[0], every[-1]) == (one.first, one.last)
    for some in (day, first - DAY, first, one.last, one.last + DAY):
        assert (some in one) is (some in every)


@given(days, lengths)
def test_before_it_are_as_many_days(first: date, more: int) -> None:
    one = Stretch(first, first + more * DAY, NOON, NOON)
    assert [*one.before, *one] == list(Stretch(first - (more + 1) * DAY, one.last))
    assert (one.before.since, one.before.until) == (None, None)


@pytest.mark.parametrize(
    ("since", "until", "minutes", "held"),
    [
        (None, None, 0, True),
        (NOON, None, -1, False),
        (NOON, None, 0, True),
        (None, NOON, -1, True),
        (None, NOON, 0, False),
        (NOON, NOON + HOUR, 59, True),
        (NOON, NOON + HOUR, 60, False),
        (NOON, NOON + HOUR, -1, False),
        (NOON, NOON, 0, False),
        # Half past two in Tokyo is before noon.
        (NOON.astimezone(timezone(9 * HOUR)), None, -1, False),
        (NOON.astimezone(timezone(-8 * HOUR)), None, 0, True),
    ],
)
def test_it_begins_with_one_moment_and_ends_before_the_other(
    since: datetime | None, until: datetime | None, minutes: int, held: bool
) -> None:
    one = Stretch(MONDAY, MONDAY, since, until)
    assert one.holds(NOON + timedelta(minutes=minutes)) is held


# -- the ones that are offered -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "today", "first"),
    [
        ("weeks", date(2026, 6, 28), date(2026, 6, 1)),
        ("weeks", date(2026, 3, 1), date(2026, 2, 2)),
        ("months", date(2026, 6, 30), date(2026, 3, 31)),
        ("months", date(2026, 8, 31), date(2026, 6, 1)),
        # Three months before the last of May is the last of February.
        ("months", date(2026, 5, 31), date(2026, 3, 1)),
        ("months", date(2026, 5, 29), date(2026, 3, 1)),
        ("months", date(2024, 5, 29), date(2024, 3, 1)),
        ("year", date(2026, 6, 9), date(2025, 6, 10)),
        ("year", date(2024, 2, 29), date(2023, 3, 1)),
        ("year", date(2025, 2, 28), date(2024, 2, 29)),
    ],
)
def test_lately(name: Range, today: date, first: date) -> None:
    assert lately(name, today) == Stretch(first, today)


@given(days)
def test_four_weeks_are_28_days_and_a_year_is_a_year(today: date) -> None:
    assert len(lately("weeks", today)) == 28
    assert len(lately("months", today)) in range(89, 93)
    assert len(lately("year", today)) in (365, 366)


def test_every_range_has_a_name() -> None:
    assert RANGES == ("session", "weeks", "months", "year", "all", "sessions", "dates")
    assert set(LENGTHS) == {"weeks", "months", "year"}


@pytest.mark.parametrize(
    ("begin", "end", "first", "last"),
    [
        (NOON, NOON + 7 * DAY, MONDAY, MONDAY + 7 * DAY),
        (NOON + 7 * DAY, NOON, MONDAY, MONDAY + 7 * DAY),
        (NOON, NOON + HOUR, MONDAY, MONDAY),
        (NOON, NOON, MONDAY, MONDAY),
        # At half past three a night is still that of the day before.
        (NOON - 8.5 * HOUR, NOON, MONDAY - DAY, MONDAY),
        (NOON, NOON + 15.5 * HOUR, MONDAY, MONDAY),
    ],
)
def test_between_two_sessions_in_either_order(
    begin: datetime, end: datetime, first: date, last: date
) -> None:
    found = between_sessions(begin, end, MONDAY + 30 * DAY, 4)
    assert found == Stretch(first, last, min(begin, end), max(begin, end))


def test_since_a_session_goes_to_the_end_of_today() -> None:
    assert between_sessions(NOON, None, MONDAY + 3 * DAY, 4) == Stretch(
        MONDAY, MONDAY + 3 * DAY, NOON
    )
    # One that is under way, or of a clock that was set back.
    assert between_sessions(NOON, None, MONDAY - 3 * DAY, 4) == Stretch(MONDAY, MONDAY, NOON)


def test_the_hour_at_which_days_start_moves_both_ends() -> None:
    begin, end = NOON - HOUR, NOON + DAY - HOUR
    assert between_sessions(begin, end, MONDAY, 12) == Stretch(MONDAY - DAY, MONDAY, begin, end)
    assert between_sessions(begin, end, MONDAY, 0) == Stretch(MONDAY, MONDAY + DAY, begin, end)


def test_after_a_flight_west_the_next_session_may_be_on_an_earlier_day() -> None:
    tokyo = datetime(2026, 6, 2, 10, tzinfo=timezone(9 * HOUR))
    los_angeles = datetime(2026, 6, 1, 23, tzinfo=timezone(-8 * HOUR))
    day = date(2026, 6, 2)
    assert between_sessions(tokyo, los_angeles, day, 4) == Stretch(day, day, tokyo, los_angeles)


@given(moments, moments, st.integers(0, 12))
def test_no_two_sessions_are_too_much(begin: datetime, end: datetime, start: int) -> None:
    found = between_sessions(begin, end, MONDAY, start)
    assert found.since is not None
    assert found.until is not None
    assert found.since <= found.until
    assert found.first == day_of(found.since, start)
    assert found.last == max(found.first, day_of(found.until, start))


@given(days, days)
def test_any_two_days_in_either_order(one: date, other: date) -> None:
    found = between_days(one, other)
    assert found == between_days(other, one)
    assert (found.first, found.last) == tuple(sorted((one, other)))


def test_a_part_keeps_the_moments_of_the_ends_that_it_has() -> None:
    whole = Stretch(date(2026, 6, 1), date(2026, 6, 30), NOON, NOON + 29 * DAY)
    week = Stretch(date(2026, 6, 8), date(2026, 6, 14))
    before = Stretch(date(2026, 5, 25), date(2026, 6, 7))
    after = Stretch(date(2026, 6, 29), date(2026, 7, 5))
    assert whole.part(week) == week
    assert whole.part(before) == Stretch(date(2026, 6, 1), date(2026, 6, 7), NOON, None)
    assert whole.part(after) == Stretch(date(2026, 6, 29), date(2026, 6, 30), None, whole.until)
    assert whole.part(whole) == whole

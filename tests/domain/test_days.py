"""The logical day, over daylight saving, flights and clocks set back."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.days import (
    by_day,
    day_of,
    is_plenty,
    newest_first,
    same_sitting,
    since,
    two_weeks_before,
)
from domain.entries import CheckIn
from tests.entry_strategies import check_ins, moments

BERLIN = ZoneInfo("Europe/Berlin")


def check_in(at: datetime, id: str = "a") -> CheckIn:
    return CheckIn(id=id, at=at, logged_at=at)


def ids(check_ins: Iterable[CheckIn]) -> list[str]:
    return [one.id for one in check_ins]


@pytest.mark.parametrize(
    ("at", "start", "day"),
    [
        (datetime(2026, 5, 2, 3, 59, 59, 999999, UTC), 4, date(2026, 5, 1)),
        (datetime(2026, 5, 2, 4, 0, tzinfo=UTC), 4, date(2026, 5, 2)),
        (datetime(2026, 5, 2, 0, 0, tzinfo=UTC), 0, date(2026, 5, 2)),
        (datetime(2026, 5, 1, 23, 59, tzinfo=UTC), 0, date(2026, 5, 1)),
        (datetime(2026, 5, 2, 11, 59, tzinfo=UTC), 12, date(2026, 5, 1)),
        (datetime(2026, 1, 1, 1, 0, tzinfo=UTC), 4, date(2025, 12, 31)),
        # Clocks go from 2:00 to 3:00, and from 3:00 to 2:00: four o'clock stays the boundary.
        (datetime(2026, 3, 29, 3, 59, tzinfo=BERLIN), 4, date(2026, 3, 28)),
        (datetime(2026, 3, 29, 4, 0, tzinfo=BERLIN), 4, date(2026, 3, 29)),
        (datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1), 4, date(2026, 10, 24)),
        (datetime(2026, 10, 25, 4, 0, tzinfo=BERLIN), 4, date(2026, 10, 25)),
        # The same moment is another day elsewhere.
        (datetime(2026, 5, 2, 9, tzinfo=timezone(timedelta(hours=13))), 4, date(2026, 5, 2)),
        (datetime(2026, 5, 1, 20, tzinfo=UTC), 4, date(2026, 5, 1)),
    ],
)
def test_the_day_starts_at_its_hour(at: datetime, start: int, day: date) -> None:
    assert day_of(at, start) == day


def test_a_flight_west_keeps_each_day_whole() -> None:
    tokyo, los_angeles = timezone(timedelta(hours=9)), timezone(timedelta(hours=-8))
    before = check_in(datetime(2026, 5, 2, 17, tzinfo=tokyo), "before")
    after = check_in(datetime(2026, 5, 1, 23, tzinfo=los_angeles), "during")
    arrived = check_in(datetime(2026, 5, 2, 10, tzinfo=los_angeles), "arrived")
    found = newest_first([before, after, arrived], 4)
    assert ids(found) == ["arrived", "before", "during"]
    assert before.at > after.at - timedelta(days=1)
    days = [(day.day, ids(group)) for day, group in by_day(found, 4)]
    assert days == [(2, ["arrived", "before"]), (1, ["during"])]


def test_the_hour_that_comes_twice_loses_and_reorders_nothing() -> None:
    times = [(2, 10, 0), (2, 50, 0), (2, 5, 1), (2, 55, 1), (3, 0, 0)]
    night = [
        check_in(datetime(2026, 10, 25, hour, minute, tzinfo=BERLIN, fold=fold), str(number))
        for number, (hour, minute, fold) in enumerate(times)
    ]
    assert ids(newest_first(night, 4)) == ["4", "3", "2", "1", "0"]


def test_with_a_clock_set_back_the_later_id_stands_first_in_a_tie() -> None:
    at = datetime(2026, 5, 2, 12, tzinfo=UTC)
    assert ids(newest_first([check_in(at, "a"), check_in(at, "b")], 4)) == ["b", "a"]


@given(st.lists(check_ins, unique_by=lambda one: one.id), st.integers(0, 12))
def test_days_hold_each_check_in_once(some: list[CheckIn], start: int) -> None:
    days = list(by_day(newest_first(some, start), start))
    assert sorted(ids(one for _, group in days for one in group)) == sorted(ids(some))
    assert [day for day, _ in days] == sorted({day for day, _ in days}, reverse=True)
    for day, group in days:
        assert {day_of(one.at, start) for one in group} == {day}
        assert list(group) == sorted(group, key=lambda one: (one.at, one.id), reverse=True)


def test_days_are_read_lazily() -> None:
    def endless() -> Iterable[CheckIn]:
        at = datetime(2026, 5, 2, 12, tzinfo=UTC)
        while True:
            yield check_in(at)
            at -= timedelta(hours=6)

    day, group = next(by_day(endless(), 4))
    assert (day, len(group)) == (date(2026, 5, 2), 2)


@pytest.mark.parametrize(
    ("minutes", "same"), [(0, True), (9.99, True), (10, False), (-0.01, False), (60, False)]
)
def test_a_sitting_lasts_ten_minutes(minutes: float, same: bool) -> None:
    begun = datetime(2026, 5, 2, 12, tzinfo=UTC)
    assert same_sitting(begun, begun + timedelta(minutes=minutes)) is same


@given(moments, st.integers(0, 599), st.integers(-12, 14))
def test_a_sitting_goes_on_in_another_zone(begun: datetime, seconds: int, hours: int) -> None:
    begun = begun.astimezone(UTC)
    now = (begun + timedelta(seconds=seconds)).astimezone(timezone(timedelta(hours=hours)))
    assert same_sitting(begun, now)


@pytest.mark.parametrize(("count", "plenty"), [(0, False), (5, False), (6, True), (9, True)])
def test_six_are_plenty(count: int, plenty: bool) -> None:
    today = datetime(2026, 5, 2, 3, tzinfo=UTC)
    some = [check_in(today), check_in(today + timedelta(hours=25))]
    some += [check_in(today + timedelta(hours=1 + hour)) for hour in range(count)]
    assert is_plenty(some, date(2026, 5, 2), 4) is plenty


@given(st.lists(moments, max_size=20), moments)
def test_since_a_moment(times: list[datetime], moment: datetime) -> None:
    some = sorted((check_in(at) for at in times), key=lambda one: one.at)
    assert list(since(some, moment)) == [one for one in some if one.at >= moment]


def test_two_weeks() -> None:
    now = datetime(2026, 6, 15, 9, tzinfo=UTC)
    assert two_weeks_before(now) == datetime(2026, 6, 1, 9, tzinfo=UTC)

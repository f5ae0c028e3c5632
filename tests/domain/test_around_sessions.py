"""The days around sessions: how far each is from the nearest."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import CANT_TELL, Answer, CheckIn
from domain.looking_back.around_sessions import BESIDE, around, offset
from domain.looking_back.diary import Day, Diary
from domain.looking_back.stretch import Stretch

MONDAY = date(2026, 6, 1)
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
WHOLE = Stretch(MONDAY - 99 * DAY, MONDAY + 99 * DAY)

places = st.integers(-20, 20)


def check_in(at: datetime, energy: Answer) -> CheckIn:
    return CheckIn(id=at.isoformat(), at=at, logged_at=at, energy=energy)


def logged(*some: CheckIn) -> list[Day]:
    return Diary().updated(some, 4).between(WHOLE)


def dates(places: Sequence[int]) -> list[date]:
    return [MONDAY + place * DAY for place in places]


def naive_offset(place: int, sessions: Sequence[int]) -> int | None:
    """Outwards from the day: the day of a session, then one after it, then one before it."""
    for away in range(BESIDE + 1):
        if place - away in sessions:
            return away
        if place + away in sessions:
            return -away
    return None


@pytest.mark.parametrize(
    ("place", "sessions", "found"),
    [
        (0, [], None),
        (0, [0], 0),
        (3, [0], 3),
        (4, [0], None),
        (-3, [0], -3),
        (-4, [0], None),
        # One a week: the three days after belong to the one before, the other three to the next.
        (1, [0, 7], 1),
        (3, [0, 7], 3),
        (4, [0, 7], -3),
        (6, [0, 7], -1),
        (7, [0, 7], 0),
        # As near to both: the one before.
        (2, [0, 4], 2),
        (1, [0, 2], 1),
        (3, [0, 6], 3),
        # The nearer one.
        (2, [0, 3], -1),
        (1, [0, 3], 1),
        (1, [0, 1, 2], 0),
        (5, [0, 1, 2, 20], 3),
        (-1, [0, 1, 2], -1),
        # Two on a day.
        (2, [0, 0, 4, 4], 2),
        (3, [0, 0, 4, 4], -1),
        (0, [0, 0], 0),
    ],
)
def test_how_far_a_day_is_from_its_session(
    place: int, sessions: list[int], found: int | None
) -> None:
    assert offset(MONDAY + place * DAY, dates(sessions)) == found


@given(places, st.lists(places, max_size=12).map(sorted))
def test_the_nearest_is_the_one_that_is_found_outwards(place: int, sessions: list[int]) -> None:
    assert offset(MONDAY + place * DAY, dates(sessions)) == naive_offset(place, sessions)


@given(places, places)
def test_with_one_a_week_every_day_belongs_to_one(place: int, first: int) -> None:
    weekly = dates(range(first - 70, first + 71, 7))
    assert offset(MONDAY + place * DAY, weekly) in range(-BESIDE, BESIDE + 1)


def test_the_days_that_have_answers_by_how_far_they_are() -> None:
    steps: dict[int, Answer] = {-4: 7, -3: 1, -1: 2, 0: 3, 1: CANT_TELL, 2: None, 3: 5, 4: 6, 8: 2}
    days = logged(*(check_in(NOON + place * DAY, step) for place, step in steps.items()))
    found = around(days, "energy", dates([0, 7]))
    assert list(found) == [-3, -2, -1, 0, 1, 2, 3]
    assert {away: [one.middles["energy"] for one in some] for away, some in found.items()} == {
        -3: [1, 6],
        -2: [],
        -1: [2],
        0: [3],
        1: [2],
        2: [],
        3: [5],
    }


def test_sessions_may_come_in_any_order_and_twice() -> None:
    days = logged(*(check_in(NOON + place * DAY, 4) for place in range(15)))
    in_order = around(days, "energy", dates([0, 7, 14]))
    assert around(days, "energy", dates([14, 0, 7, 0, 14])) == in_order
    assert [len(some) for some in in_order.values()] == [2, 2, 2, 3, 2, 2, 2]


def test_without_sessions_no_day_is_around_any() -> None:
    days = logged(check_in(NOON, 4))
    assert around(days, "energy", []) == {away: [] for away in range(-3, 4)}
    assert around([], "energy", [MONDAY]) == around(days, "energy", [])
    assert around(days, "connection", [MONDAY]) == around(days, "energy", [])


@given(st.sets(places), st.lists(places, max_size=6))
def test_each_day_is_around_one_session_at_most(logged_on: set[int], sessions: list[int]) -> None:
    days = logged(*(check_in(NOON + place * DAY, 4) for place in sorted(logged_on)))
    found = around(days, "energy", dates(sessions))
    for away, some in found.items():
        places = [(one.day - MONDAY).days for one in some]
        assert places == [n for n in sorted(logged_on) if naive_offset(n, sessions) == away]


def test_a_check_in_is_around_the_session_of_its_own_day() -> None:
    # Three in the night after, and the same day in Auckland.
    night = check_in(datetime(2026, 6, 2, 3, tzinfo=UTC), 2)
    auckland = timezone(timedelta(hours=12))
    there = check_in(datetime(2026, 6, 3, 5, tzinfo=auckland), 6)
    found = around(logged(night, there), "energy", [MONDAY])
    assert [one.check_ins for one in found[0]] == [(night,)]
    assert [one.check_ins for one in found[2]] == [(there,)]

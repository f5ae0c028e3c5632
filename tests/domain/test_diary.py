"""The check-ins by the day: its middles, what a stretch holds of it, and how it is kept up."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.days import day_of
from domain.entries import CANT_TELL, Answer, CheckIn
from domain.looking_back.diary import MEASURES, Day, Diary, day_with, numbers
from domain.looking_back.stretch import Stretch, between_sessions
from tests.entry_strategies import answers

MONDAY = date(2026, 6, 1)
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
TOKYO, LOS_ANGELES = timezone(9 * HOUR), timezone(-8 * HOUR)
SPAN = 12

few = settings(max_examples=50)
starts = st.integers(0, 12)
clocks = st.sampled_from([UTC, TOKYO, LOS_ANGELES, timezone(5.75 * HOUR)])
# Few days, so that many share one.
hours = st.integers(0, SPAN * 24)
times = st.builds(lambda n, clock: (NOON + n * HOUR).astimezone(clock), hours, clocks)


def check_in(at: datetime, id: str = "a", **answers: Any) -> CheckIn:
    return CheckIn(id=id, at=at, logged_at=at, **answers)


def energies(*some: Answer) -> list[CheckIn]:
    """Those of a noon, of a minute each."""
    return [
        check_in(NOON + n * timedelta(minutes=1), str(n), energy=one) for n, one in enumerate(some)
    ]


def as_kept(some: Iterable[CheckIn]) -> tuple[CheckIn, ...]:
    """In the order of a journal."""
    return tuple(sorted(some, key=lambda one: (one.at, one.id)))


def diary(some: Iterable[CheckIn], start: int = 4) -> Diary:
    return Diary().updated(as_kept(some), start)


def named(ats: Iterable[datetime], given: Iterable[tuple[Answer, Answer, Answer]]) -> list[CheckIn]:
    return [
        check_in(at, f"c{n:02}", pleasantness=one, energy=two, connection=three)
        for n, (at, (one, two, three)) in enumerate(zip(ats, given, strict=False))
    ]


some_check_ins = st.builds(
    named,
    st.lists(times, max_size=12),
    st.lists(st.tuples(answers, answers, answers), min_size=12, max_size=12),
)


def middle(steps: list[int]) -> float:
    """The one in the middle, or halfway between the two."""
    ordered = sorted(steps)
    return (ordered[(len(steps) - 1) // 2] + ordered[len(steps) // 2]) / 2


def by_hand(some: Iterable[CheckIn], start: int) -> dict[date, Day]:
    """The days, each looked up among all check-ins."""
    every = as_kept(some)
    found = {}
    for day in {day_of(one.at, start) for one in every}:
        here = tuple(one for one in every if day_of(one.at, start) == day)
        steps = {
            measure: [step for one in here if type(step := getattr(one, measure)) is int]
            for measure in MEASURES
        }
        middles = {measure: middle(some) for measure, some in steps.items() if some}
        told = {measure: some for measure, some in steps.items() if some}
        found[day] = Day(day, here, told, middles)
    return found


# -- a day -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ([3], 3),
        ([1, 7], 4),
        ([3, 4], 3.5),
        ([7, 1, 2], 2),
        ([6, 2, 5, 1], 3.5),
        ([1, 1, 1, 7, 7], 1),
        # Ten of a day: 1 1 2 2 2 | 3 6 7 7 7.
        ([7, 2, 1, 7, 3, 2, 6, 1, 7, 2], 2.5),
        ([CANT_TELL, 5, None, 2, 3], 3),
    ],
)
def test_a_day_has_the_middle_of_its_answers(steps: list[Answer], found: float) -> None:
    day = day_with(MONDAY, energies(*steps))
    assert day.middles == {"energy": found}
    assert type(day.middles["energy"]) is float


@pytest.mark.parametrize("none", [[], [None], [CANT_TELL, None], [CANT_TELL] * 5])
def test_a_day_without_a_number_has_no_middle(none: list[Answer]) -> None:
    some = energies(*none)
    assert day_with(MONDAY, some) == Day(MONDAY, tuple(some), {}, {})
    assert numbers(some, "energy") == []


def test_each_measure_has_a_middle_of_its_own() -> None:
    some = [
        check_in(NOON, "a", pleasantness=1, energy=CANT_TELL, connection=7),
        check_in(NOON + HOUR, "b", pleasantness=2, energy=4),
        check_in(NOON + 2 * HOUR, "c", pleasantness=6),
    ]
    middles = day_with(MONDAY, some).middles
    assert middles == {"pleasantness": 2, "energy": 4, "connection": 7}
    assert MEASURES == ("pleasantness", "energy", "connection")


def test_the_numbers_keep_their_order() -> None:
    assert numbers(energies(7, None, 1, CANT_TELL, 7, 3), "energy") == [7, 1, 7, 3]


def test_a_day_is_oldest_first_and_by_the_id_in_a_tie() -> None:
    late = check_in(NOON + HOUR, "a")
    tie = check_in(NOON.astimezone(TOKYO), "c"), check_in(NOON, "b")
    assert [one.id for one in day_with(MONDAY, [late, *tie]).check_ins] == ["b", "c", "a"]


@given(st.permutations(energies(1, CANT_TELL, 5, 5, None, 7, 2)))
def test_the_order_makes_no_other_day(some: list[CheckIn]) -> None:
    assert day_with(MONDAY, some) == day_with(MONDAY, energies(1, CANT_TELL, 5, 5, None, 7, 2))


# -- all days ----------------------------------------------------------------------------------


def test_an_empty_diary() -> None:
    assert diary([]) == Diary() == Diary(4, (), {}, ())
    assert Diary().between(Stretch(MONDAY, MONDAY + 9 * DAY)) == []


@pytest.mark.parametrize(
    ("at", "start", "day"),
    [
        (datetime(2026, 6, 2, 3, 59, tzinfo=UTC), 4, MONDAY),
        (datetime(2026, 6, 2, 4, tzinfo=UTC), 4, MONDAY + DAY),
        (datetime(2026, 6, 2, 3, 59, tzinfo=UTC), 0, MONDAY + DAY),
        # The same moment on the clocks of two places, and another.
        (datetime(2026, 6, 2, 10, tzinfo=TOKYO), 4, MONDAY + DAY),
        (datetime(2026, 6, 1, 17, tzinfo=LOS_ANGELES), 4, MONDAY),
        (datetime(2026, 6, 2, 3, tzinfo=TOKYO), 4, MONDAY),
    ],
)
def test_a_check_in_counts_on_the_day_of_its_own_place(at: datetime, start: int, day: date) -> None:
    found = diary([check_in(at, energy=5)], start)
    assert found.dates == (day,)
    assert found.days[day].middles == {"energy": 5}


@few
@given(some_check_ins, starts)
def test_each_day_is_what_one_finds_by_hand(some: list[CheckIn], start: int) -> None:
    found = diary(some, start)
    assert found.day_start == start
    assert found.check_ins == as_kept(some)
    assert found.days == by_hand(some, start)
    assert found.dates == tuple(sorted(found.days))


@few
@given(some_check_ins, starts, st.integers(0, 999).map(Random))
def test_the_order_of_check_ins_makes_no_other_days(
    some: list[CheckIn], start: int, random: Random
) -> None:
    shuffled = random.sample(some, len(some))
    assert Diary().updated(tuple(shuffled), start).days == diary(some, start).days


# -- a stretch of them -------------------------------------------------------------------------


def test_a_stretch_has_both_its_ends() -> None:
    found = diary(check_in(NOON + n * DAY, str(n)) for n in (0, 1, 3, 4, 5))
    here = found.between(Stretch(MONDAY + DAY, MONDAY + 4 * DAY))
    assert [(one.day - MONDAY).days for one in here] == [1, 3, 4]
    assert all(one is found.days[one.day] for one in here)


def test_the_first_and_last_day_are_cut_at_their_moments() -> None:
    some = [
        check_in(NOON + hour * HOUR, str(hour), energy=step)
        for hour, step in {-1: 1, 0: 2, 1: 6, 23: 4, 24: 5, 25: 7}.items()
    ]
    here = diary(some).between(Stretch(MONDAY, MONDAY + DAY, NOON, NOON + DAY))
    assert [[one.id for one in day.check_ins] for day in here] == [["0", "1"], ["23"]]
    assert [day.middles["energy"] for day in here] == [4, 4]


def test_a_day_that_is_cut_to_nothing_is_not_there() -> None:
    some = diary([check_in(NOON, "a"), check_in(NOON + DAY, "b"), check_in(NOON + 2 * DAY, "c")])
    cut = Stretch(MONDAY, MONDAY + 2 * DAY, NOON + HOUR, NOON + 2 * DAY)
    assert [one.day for one in some.between(cut)] == [MONDAY + DAY]


def test_a_day_that_nothing_is_cut_from_is_taken_as_it_is() -> None:
    some = diary([check_in(NOON, "a"), check_in(NOON + DAY, "b")])
    for cut in (
        Stretch(MONDAY, MONDAY + DAY, NOON - HOUR),
        Stretch(MONDAY, MONDAY + DAY, None, NOON + DAY + HOUR),
    ):
        assert all(one is some.days[one.day] for one in some.between(cut))
        assert len(some.between(cut)) == 2


def test_one_moment_is_enough_to_cut() -> None:
    some = diary([check_in(NOON, "a"), check_in(NOON + HOUR, "b")])
    for since, until, left in [(NOON + HOUR, None, "b"), (None, NOON + HOUR, "a")]:
        (day,) = some.between(Stretch(MONDAY, MONDAY, since, until))
        assert [one.id for one in day.check_ins] == [left]


def test_a_day_in_the_middle_is_never_cut() -> None:
    # Flown west after the session: the same evening again, and yet the day after.
    session = datetime(2026, 6, 1, 20, tzinfo=LOS_ANGELES)
    there = check_in(datetime(2026, 6, 2, 5, tzinfo=TOKYO))
    assert there.at < session
    here = diary([there]).between(Stretch(MONDAY, MONDAY + 2 * DAY, session))
    assert [one.check_ins for one in here] == [(there,)]


def at_some_hour(day: date, start: int) -> st.SearchStrategy[datetime]:
    """A moment of a logical day, on some clock."""
    begin = datetime(day.year, day.month, day.day, start)  # noqa: DTZ001
    return st.builds(
        lambda n, clock: (begin + n * HOUR).replace(tzinfo=clock), st.integers(0, 23), clocks
    )


@st.composite
def cut_stretches(draw: st.DrawFn, start: int) -> Stretch:
    ends = draw(st.tuples(*[st.integers(-2, SPAN + 2)] * 2))
    first, last = MONDAY + min(ends) * DAY, MONDAY + max(ends) * DAY
    since = draw(st.none() | at_some_hour(first, start))
    until = draw(st.none() | at_some_hour(last, start))
    return Stretch(first, last, since, until)


@given(st.data(), some_check_ins, starts)
def test_a_stretch_holds_what_one_finds_by_hand(
    data: st.DataObject, some: list[CheckIn], start: int
) -> None:
    one = data.draw(cut_stretches(start))

    def within(at: datetime) -> bool:
        day = day_of(at, start)
        if day not in (one.first, one.last):
            return one.first < day < one.last
        return (one.since or at) <= at and (one.until is None or at < one.until)

    left = by_hand((each for each in some if within(each.at)), start)
    assert diary(some, start).between(one) == [left[day] for day in sorted(left)]


@few
@given(some_check_ins, times, st.none() | times, starts)
def test_between_two_sessions_is_what_was_logged_between_them(
    some: list[CheckIn], begin: datetime, end: datetime | None, start: int
) -> None:
    at_home = [replace(one, at=one.at.astimezone(UTC)) for one in some]
    begin, end = begin.astimezone(UTC), end and end.astimezone(UTC)
    today = MONDAY + 2 * SPAN * DAY
    found = diary(at_home, start).between(between_sessions(begin, end, today, start))
    first, last = (begin, NOON + 99 * DAY) if end is None else sorted((begin, end))
    left = as_kept(one for one in at_home if first <= one.at < last)
    assert tuple(one for day in found for one in day.check_ins) == left


# -- kept up -----------------------------------------------------------------------------------

Change = Callable[[list[CheckIn]], list[CheckIn]]


def added(at: datetime, step: Answer, number: int) -> Change:
    return lambda some: [*some, check_in(at, f"n{len(some)}{number}", energy=step)]


def removed(place: int) -> Change:
    return lambda some: [one for n, one in enumerate(some) if n != place % len(some)]


def changed(place: int, **fields: Any) -> Change:
    return lambda some: [
        replace(one, **fields) if n == place % len(some) else one for n, one in enumerate(some)
    ]


places = st.integers(0, 99)
additions = st.builds(added, times, answers, places)
removals = st.builds(removed, places)
new_answers = st.builds(lambda n, step: changed(n, energy=step), places, answers)
moves = st.builds(lambda n, at: changed(n, at=at), places, times)


def none_other(before: Diary, after: Diary) -> bool:
    """Whether the days with the same check-ins are the very same objects."""
    return all(
        after.days[day] is one
        for day, one in before.days.items()
        if day in after.days
        and [id(each) for each in one.check_ins] == [id(each) for each in after.days[day].check_ins]
    )


@given(some_check_ins, st.lists(additions | removals | new_answers | moves, max_size=8), starts)
def test_a_diary_that_is_kept_up_is_one_made_anew(
    some: list[CheckIn], changes: list[Change], start: int
) -> None:
    kept = diary(some, start)
    for change in changes:
        some = change(some)
        kept = kept.updated(as_kept(some), start)
        assert kept == diary(some, start)
        assert kept.days == by_hand(some, start)


@few
@given(some_check_ins, st.lists(additions | removals | new_answers | moves, max_size=8), starts)
def test_many_changes_at_once_make_the_same_diary(
    some: list[CheckIn], changes: list[Change], start: int
) -> None:
    before = diary(some, start)
    for change in changes:
        some = change(some)
    assert before.updated(as_kept(some), start) == diary(some, start)


@few
@given(some_check_ins, additions | removals | new_answers | moves, starts)
def test_a_single_change_leaves_all_other_days_alone(
    some: list[CheckIn], change: Change, start: int
) -> None:
    before = diary(some, start)
    after = before.updated(as_kept(change(some)), start)
    assert none_other(before, after)


@pytest.mark.parametrize(("place", "days"), [(0, 3), (2, -3)])
def test_a_move_in_time_leaves_the_days_between_alone(place: int, days: int) -> None:
    some = [check_in(NOON + n * DAY, str(n)) for n in range(3)]
    before = diary(some)
    some[place] = replace(some[place], at=some[place].at + days * DAY)
    after = before.updated(as_kept(some), 4)
    assert after.days[MONDAY + DAY] is before.days[MONDAY + DAY]


def test_two_changes_at_once_leave_the_days_between_them_alone() -> None:
    first, second, third = (check_in(NOON + n * DAY, str(n)) for n in range(3))
    before = diary([first, second, third])
    after = before.updated((replace(first, energy=2), second, replace(third, energy=6)), 4)
    assert after.days[MONDAY + DAY] is before.days[MONDAY + DAY]


def test_what_is_moved_leaves_its_day_and_comes_to_another() -> None:
    some = energies(2, 6)
    before = diary(some)
    moved = replace(some[1], at=some[1].at + DAY)
    after = before.updated((some[0], moved), 4)
    assert {day: one.middles["energy"] for day, one in after.days.items()} == {
        MONDAY: 2,
        MONDAY + DAY: 6,
    }
    alone = after.updated((moved,), 4)
    assert alone.dates == (MONDAY + DAY,)
    assert before.days[MONDAY].middles == {"energy": 4}


def test_a_diary_of_which_nothing_changed_is_the_same() -> None:
    some = as_kept(energies(1, 2, 3))
    one = diary(some)
    assert one.updated(some, 4) is one
    assert one.updated((*some,), 4) is one


@few
@given(some_check_ins, starts, starts)
def test_days_that_start_at_another_hour_are_made_anew(
    some: list[CheckIn], start: int, other: int
) -> None:
    kept = diary(some, start).updated(as_kept(some), other)
    assert kept == diary(some, other)
    assert kept.day_start == other

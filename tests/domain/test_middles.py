"""The middle of some days, the half around it, the line of 14 days, and the gaps."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.entries import CANT_TELL, Answer, CheckIn
from domain.looking_back.diary import Day, Diary
from domain.looking_back.middles import Spot, Summary, gaps, line, middle_half, summary
from domain.looking_back.stretch import Stretch
from tests.entry_strategies import answers

MONDAY = date(2026, 6, 1)
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
WHOLE = Stretch(MONDAY - 30 * DAY, MONDAY + 120 * DAY)

Logged = Mapping[int, Iterable[Answer]]
"""The answers of some days, by how many days they are after the Monday."""
Points = list[tuple[int, float]]


def diary(logged: Logged) -> Diary:
    """Each answer a minute after the one before, about energy."""
    every = [
        CheckIn(id=f"{day:03}{n:03}", at=at, logged_at=at, energy=step)
        for day, steps in sorted(logged.items())
        for n, step in enumerate(steps)
        for at in [NOON + day * DAY + n * MINUTE]
    ]
    return Diary().updated(tuple(every), 4)


def each(*middles: Answer, first: int = 0) -> dict[int, list[Answer]]:
    """A day after the other with one answer each."""
    return {first + n: [one] for n, one in enumerate(middles)}


def on(*days: int) -> dict[int, list[Answer]]:
    """Days with the same answer each."""
    return {day: [4] for day in days}


def summed_up(logged: Logged) -> Summary:
    return summary(diary(logged).between(WHOLE), "energy")


def drawn(logged: Logged, stretch: Stretch = WHOLE) -> list[Points]:
    """The pieces of a line, by how many days they are after the Monday."""
    pieces = line(diary(logged), stretch, "energy")
    return [[((spot.day - MONDAY).days, spot.middle) for spot in piece] for piece in pieces]


def days_drawn(logged: Logged, stretch: Stretch = WHOLE) -> list[list[int]]:
    return [[day for day, _ in piece] for piece in drawn(logged, stretch)]


few = settings(max_examples=50)
some_days = st.dictionaries(st.integers(0, 60), st.lists(answers, min_size=1, max_size=4))
# As often as not the line is drawn.
many_days = st.dictionaries(
    st.integers(0, 45), st.lists(answers, min_size=1, max_size=2), min_size=12, max_size=25
)
shuffles = st.integers(0, 999).map(Random)
values = st.lists(st.integers(2, 14).map(lambda n: n / 2), min_size=1, max_size=40)


# -- the sum of some days ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("logged", "found"),
    [
        ({}, Summary(0, 0, 0, 0, None, None)),
        (each(None, CANT_TELL, CANT_TELL), Summary(0, 0, 0, 0, None, None)),
        ({0: [3]}, Summary(1, 1, 3, 3, None, None)),
        # Four entries on three days, and on four.
        ({0: [2, 4], 1: [5], 2: [6]}, Summary(4, 3, 2, 6, None, None)),
        (each(2, 4, 5, 6), Summary(4, 4, 2, 6, None, None)),
        # Five and more entries on two days.
        ({0: [2, 4, 1], 1: [5, 7]}, Summary(5, 2, 1, 7, None, None)),
        ({0: [1] * 10, 1: [7] * 10}, Summary(20, 2, 1, 7, None, None)),
        # Five entries on three days: of the days 3, 5 and 6.
        ({0: [2, 4], 1: [5], 2: [6, 6]}, Summary(5, 3, 2, 6, 5, (3, 6))),
        # A fifth that can't tell makes no five, and a third no three.
        ({0: [2, 4], 1: [5], 2: [6, CANT_TELL]}, Summary(4, 3, 2, 6, None, None)),
        ({0: [2, 4, 4], 1: [5, 5], 2: [None]}, Summary(5, 2, 2, 5, None, None)),
        # Days of 1, 2.5, 4 and 7: between the two in the middle; a quarter of them is one.
        ({0: [1], 1: [2, 3], 2: [4], 3: [7]}, Summary(5, 4, 1, 7, 3.25, (1, 7))),
        # Eight days of 1..7 and 7: a quarter are two.
        (each(1, 2, 3, 4, 5, 6, 7, 7), Summary(8, 8, 1, 7, 4.5, (2, 7))),
        # The day of ten entries weighs as one: days of 1, 2 and 7.
        ({0: [7] * 10, 1: [1], 2: [2]}, Summary(12, 3, 1, 7, 2, (1, 7))),
    ],
)
def test_some_days_are_summed_up(logged: Logged, found: Summary) -> None:
    assert summed_up(logged) == found


@given(some_days)
def test_no_middle_without_five_entries_on_three_days(logged: Logged) -> None:
    numbers = {
        day: some for day, steps in logged.items() if (some := [s for s in steps if type(s) is int])
    }
    found = summed_up(logged)
    entries = sum(len(some) for some in numbers.values())
    assert (found.entries, found.days) == (entries, len(numbers))
    enough = entries >= 5 and len(numbers) >= 3
    assert (found.middle is not None) is (found.half is not None) is enough
    if enough:
        of_days = [float(np.median(some)) for some in numbers.values()]
        assert found.middle == np.median(of_days)
        assert found.half == middle_half(of_days)


@few
@given(some_days, st.integers(2, 10))
def test_a_day_of_ten_entries_weighs_as_one(logged: Logged, times: int) -> None:
    one, many = summed_up(logged), summed_up({day: [*s] * times for day, s in logged.items()})
    assert many.entries == times * one.entries
    if one.middle is not None:
        assert (many.middle, many.half) == (one.middle, one.half)
    assert (many.days, many.lowest, many.highest) == (one.days, one.lowest, one.highest)


@few
@given(some_days, shuffles)
def test_the_order_makes_no_other_sum(logged: Logged, random: Random) -> None:
    shuffled = {day: random.sample(list(steps), len(list(steps))) for day, steps in logged.items()}
    assert summed_up(shuffled) == summed_up(logged)
    days = diary(logged).between(WHOLE)
    assert summary(random.sample(days, len(days)), "energy") == summed_up(logged)


def test_days_are_summed_up_of_the_measure_that_is_asked() -> None:
    at = NOON
    both = CheckIn(id="a", at=at, logged_at=at, energy=2, connection=6)
    days = Diary().updated((both,), 4).between(WHOLE)
    assert summary(days, "energy").lowest == 2
    assert summary(days, "connection").lowest == 6
    assert summary(days, "pleasantness").entries == 0


# -- the half in the middle --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("some", "half"),
    [
        ([3], (3, 3)),
        ([6, 2], (2, 6)),
        ([5, 1, 3], (1, 5)),
        ([7, 5, 3, 1], (1, 7)),
        # From five on two are left out.
        ([5, 4, 3, 2, 1], (2, 4)),
        ([1, 2, 3, 4, 5, 6, 7, 7], (2, 7)),
        ([1, 2, 3, 4, 5, 6, 7, 7, 7], (3, 7)),
        ([1, 1, 1, 1, 7], (1, 1)),
        ([1.5, 2.5, 2.5, 3, 6.5, 7], (2.5, 6.5)),
        (range(1, 13), (3, 10)),
        (range(1, 14), (4, 10)),
    ],
)
def test_the_middle_half(some: Iterable[float], half: tuple[float, float]) -> None:
    assert middle_half(list(some)) == half


@given(values)
def test_the_middle_half_ends_where_numpy_says(some: list[float]) -> None:
    low, high = middle_half(some)
    mirrored = [-one for one in some]
    assert low == np.quantile(some, 0.25, method="inverted_cdf")
    assert high == -np.quantile(mirrored, 0.25, method="inverted_cdf")


@given(values)
def test_at_least_half_lie_in_it_and_a_quarter_on_either_side(some: list[float]) -> None:
    low, high = middle_half(some)
    assert low in some
    assert high in some
    assert 2 * sum(low <= one <= high for one in some) >= len(some)
    assert 4 * sum(one <= low for one in some) >= len(some)
    assert 4 * sum(one >= high for one in some) >= len(some)
    # The next one would have too few beside it.
    assert 4 * sum(one < low for one in some) < len(some)
    assert 4 * sum(one > high for one in some) < len(some)
    assert middle_half(some[::-1]) == (low, high)


# -- the line ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("logged", "pieces"),
    [
        ({}, []),
        (each(1, 2, 3, 4), []),
        # The first with five: 1 2 3 4 5; then halfway between the two in the middle.
        (each(1, 2, 3, 4, 5, 6, 7), [[(4, 3), (5, 3.5), (6, 4)]]),
        # The fifth day is the 14th, and the 15th.
        (on(0, 3, 6, 9, 13), [[(13, 4)]]),
        (on(0, 3, 6, 9, 14), []),
        # Seven low days and seven high ones; a day later six and eight.
        (
            each(*[1] * 7, *[7] * 8),
            [[*[(day, 1) for day in range(4, 13)], (13, 4), (14, 7)]],
        ),
        # A day of ten entries weighs as one, by its middle: 1 2 3 4 and 6.5.
        ({**each(1, 4, 3, 2), 4: [6, 7] * 5}, [[(4, 3)]]),
        # Seven days without; eight days without.
        (each(1, 2, 3, 4, 5) | {12: [7]}, [[*[(day, 3) for day in range(4, 12)], (12, 3.5)]]),
        (each(1, 2, 3, 4, 5) | {13: [7]}, [[(4, 3)], [(13, 3.5)]]),
        # After a gap it is drawn on at once where there are five days of the last 14.
        (each(1, 2, 3, 4, 5) | {13: [7], 14: [1]}, [[(4, 3)], [(13, 3.5), (14, 3.5)]]),
        # Where fewer than five of the 14 have answers it is broken: no gap of eight here.
        (
            on(0, 1, 2, 3, 4, 12, 19, 20, 21, 22),
            [[(day, 4) for day in range(4, 15)], [(22, 4)]],
        ),
        # Five again after a long time: the days before the gap are none of the 14.
        (on(0, 1, 2, 3, 4, 40, 41, 42, 43, 44), [[(4, 4)], [(44, 4)]]),
    ],
)
def test_the_line_in_numbers(logged: Logged, pieces: list[Points]) -> None:
    assert drawn(logged) == pieces


def test_days_without_a_number_are_none_of_the_five_and_part_of_a_gap() -> None:
    assert drawn(each(4, 4, 4, 4, CANT_TELL)) == []
    assert drawn(each(4, 4, None, 4, 4, 4)) == [[(5, 4)]]
    gap = on(0, 1, 2, 3, 4, 13) | {8: [CANT_TELL], 9: [None]}
    assert days_drawn(gap) == [[4], [13]]


def test_a_line_is_of_the_measure_that_is_asked() -> None:
    every = tuple(
        CheckIn(id=str(n), at=at, logged_at=at, energy=2, connection=6)
        for n in range(5)
        for at in [NOON + n * DAY]
    )
    found = Diary().updated(every, 4)
    assert line(found, WHOLE, "energy") == [[Spot(MONDAY + 4 * DAY, 2)]]
    assert line(found, WHOLE, "connection") == [[Spot(MONDAY + 4 * DAY, 6)]]
    assert line(found, WHOLE, "pleasantness") == []


def test_the_line_is_not_drawn_over_days_of_which_fewer_than_five_of_14_have_answers() -> None:
    # Of the 14 days up to the 14th only four have answers: the 7th to the 10th.
    assert days_drawn(on(0, 7, 8, 9, 10, 17)) == [[10, 11, 12, 13], [17]]
    # Whoever answers each third day has five on two days of three.
    assert days_drawn(on(*range(0, 21, 3))) == [[12, 13], [15, 16], [18]]


@pytest.mark.parametrize(
    ("first", "last", "pieces"),
    [
        (0, 30, [[*range(4, 16)], [22, 23]]),
        (5, 22, [[*range(5, 16)], [22]]),
        (6, 30, [[*range(6, 16)], [22, 23]]),
        (0, 13, [[*range(4, 14)]]),
        (13, 21, [[13, 14, 15]]),
        (23, 23, [[23]]),
        (24, 30, []),
    ],
)
def test_only_what_is_in_the_stretch_is_drawn(
    first: int, last: int, pieces: list[list[int]]
) -> None:
    logged = on(0, 1, 2, 3, 4, 5, 12, 19, 20, 21, 22, 23)
    stretch = Stretch(MONDAY + first * DAY, MONDAY + last * DAY)
    assert days_drawn(logged, stretch) == pieces


def test_the_first_of_the_14_days_may_be_13_before_the_stretch() -> None:
    logged = on(0, 3, 6, 9, 13, 14)
    assert days_drawn(logged, Stretch(MONDAY + 13 * DAY, MONDAY + 13 * DAY)) == [[13]]
    assert days_drawn(logged, Stretch(MONDAY + 14 * DAY, MONDAY + 14 * DAY)) == [[14]]


def test_the_line_counts_all_of_the_days_at_the_ends() -> None:
    # A stretch between two sessions cuts its ends; the line is the same all the same.
    cut = Stretch(MONDAY + 4 * DAY, MONDAY + 5 * DAY, NOON + 4.5 * DAY, NOON + 4.6 * DAY)
    assert drawn(each(1, 2, 3, 4, 5, 6), cut) == [[(4, 3), (5, 3.5)]]


@given(many_days, st.integers(-5, 50), st.integers(0, 50))
def test_the_line_is_the_same_whatever_is_looked_at(logged: Logged, first: int, more: int) -> None:
    stretch = Stretch(MONDAY + first * DAY, MONDAY + (first + more) * DAY)
    here = [[spot for spot in one if 0 <= spot[0] - first <= more] for one in drawn(logged)]
    assert drawn(logged, stretch) == [piece for piece in here if piece]


def of_each_day(logged: Logged) -> dict[int, list[float]]:
    """The middles of the 14 days that end with each day, answers or not."""
    numbers = {day: [one for one in steps if type(one) is int] for day, steps in logged.items()}
    middles = {day: float(np.median(some)) for day, some in numbers.items() if some}
    return {
        day: [middles[one] for one in range(day - 13, day + 1) if one in middles]
        for day in range(-1, 70)
    }


def answered(logged: Logged) -> list[int]:
    return sorted(day for day, steps in logged.items() if any(type(one) is int for one in steps))


def in_a_gap(day: int, there: list[int]) -> bool:
    """Whether a day lies between two with answers that have more than seven days between them."""
    return any(one < day < other and other - one - 1 > 7 for one, other in pairwise(there))


@given(many_days)
def test_the_line_is_what_one_finds_day_by_day(logged: Logged) -> None:
    windows, there = of_each_day(logged), answered(logged)
    spots = [
        (day, float(np.median(windows[day])))
        for day in (range(there[0], there[-1] + 1) if there else ())
        if len(windows[day]) >= 5 and not in_a_gap(day, there)
    ]
    assert [spot for piece in drawn(logged) for spot in piece] == spots
    for piece in days_drawn(logged):
        assert piece == [*range(piece[0], piece[-1] + 1)]


@given(many_days)
def test_no_line_crosses_a_gap_of_over_seven_days_or_a_day_with_too_few(logged: Logged) -> None:
    windows, there = of_each_day(logged), set(answered(logged))
    for piece in days_drawn(logged):
        for one, other in pairwise(piece):
            assert other == one + 1
        for begin in piece:
            assert there & {*range(begin - 7, begin + 1)}
            assert len(windows[begin]) >= 5
    for before, after in pairwise(days_drawn(logged)):
        assert after[0] > before[-1] + 1


@few
@given(many_days, shuffles)
def test_the_order_makes_no_other_line(logged: Logged, random: Random) -> None:
    shuffled = {day: random.sample(list(steps), len(list(steps))) for day, steps in logged.items()}
    assert drawn(shuffled) == drawn(logged)


@few
@given(many_days, st.integers(2, 10))
def test_the_line_weighs_a_day_as_one(logged: Logged, times: int) -> None:
    assert drawn({day: [*steps] * times for day, steps in logged.items()}) == drawn(logged)


# -- gaps --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "found"),
    [
        # Of the days 0..20; the ends count too.
        ([], [(0, 20)]),
        ([10], [(0, 9), (11, 20)]),
        ([7, 13], []),
        ([8, 13], [(0, 7)]),
        ([7, 12], [(13, 20)]),
        ([0, 8, 16, 20], []),
        ([0, 9, 16, 20], [(1, 8)]),
        (range(21), []),
    ],
)
def test_gaps_are_of_more_than_seven_days(
    days: Iterable[int], found: list[tuple[int, int]]
) -> None:
    stretch = Stretch(MONDAY, MONDAY + 20 * DAY)
    gaps_found = gaps((MONDAY + day * DAY for day in days), stretch)
    assert list(gaps_found) == [
        Stretch(MONDAY + one * DAY, MONDAY + other * DAY) for one, other in found
    ]


@pytest.mark.parametrize(("longer", "count"), [(0, 3), (1, 2), (2, 1), (3, 0)])
def test_gaps_may_be_asked_for_from_another_length_on(longer: int, count: int) -> None:
    days = [MONDAY + day * DAY for day in (0, 2, 5, 9)]
    found = list(gaps(days, Stretch(MONDAY, MONDAY + 9 * DAY), longer))
    assert len(found) == count


@given(st.sets(st.integers(0, 60)), st.integers(0, 60), st.integers(0, 9))
def test_gaps_hold_the_days_in_a_row_that_are_not_there(
    places: set[int], last: int, longer: int
) -> None:
    stretch = Stretch(MONDAY, MONDAY + last * DAY)
    days = sorted(day for place in places if (day := MONDAY + place * DAY) in stretch)
    runs: list[list[date]] = [[]]
    for day in stretch:
        if day in days:
            runs.append([])
        else:
            runs[-1].append(day)
    found = gaps(days, stretch, longer)
    assert [list(one) for one in found] == [run for run in runs if len(run) > longer]


def test_a_day_without_check_ins_is_no_day_to_sum_up() -> None:
    assert summary([Day(MONDAY, (), {}, {})], "energy") == Summary(0, 0, 0, 0, None, None)

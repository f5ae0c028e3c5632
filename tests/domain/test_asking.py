"""The questions that a person may pick: two sets of days, and the word for them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from random import Random
from statistics import median
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.days import day_of
from domain.entries import CANT_TELL, Answer, CheckIn
from domain.looking_back import asking
from domain.looking_back.asking import (
    OF_STRETCHES,
    QUESTIONS,
    WITH_SOMEONE,
    Side,
    Sides,
    stretches,
    weekdays,
    with_and_without,
)
from domain.looking_back.comparing import Word
from domain.looking_back.diary import Day, Diary
from domain.looking_back.stretch import Stretch
from tests.entry_strategies import answers

MONDAY = date(2026, 6, 1)
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
WHOLE = Stretch(MONDAY - 99 * DAY, MONDAY + 199 * DAY)
WITH, OTHERS = ("eel",), ("owl", "cat")

# Of each question there are several.
few = settings(max_examples=40)

Ask = Callable[[list[Day]], Sides]


def check_in(at: datetime, energy: Answer = None, id: str = "", **more: Any) -> CheckIn:
    return CheckIn(id=id or at.isoformat(), at=at, logged_at=at, energy=energy, **more)


def diary(some: Iterable[CheckIn]) -> Diary:
    return Diary().updated(tuple(some), 4)


def logged(some: Iterable[CheckIn]) -> list[Day]:
    return diary(some).between(WHOLE)


def on_days(steps: Mapping[int, Answer], **more: Any) -> list[CheckIn]:
    """One at noon of each day, by how many days it is after the Monday."""
    return [check_in(NOON + day * DAY, step, **more) for day, step in steps.items()]


def side(*some: tuple[int, float]) -> Side:
    """Days after the Monday, with their middles."""
    return Side(tuple(MONDAY + day * DAY for day, _ in some), tuple(middle for _, middle in some))


def with_eel(one: CheckIn) -> bool:
    return "eel" in one.people


def of_eel(days: list[Day]) -> Sides:
    return with_and_without(days, "energy", with_eel)


def around_mondays(days: list[Day]) -> Sides:
    return asking.around(days, "energy", [MONDAY + n * 7 * DAY for n in range(20)])


def of_weekdays(days: list[Day]) -> Sides:
    return weekdays(days, "energy")


def of_stretches(days: list[Day]) -> Sides:
    every = diary(one for day in days for one in day.check_ins)
    one, other = Stretch(MONDAY, MONDAY + 19 * DAY), Stretch(MONDAY + 20 * DAY, MONDAY + 60 * DAY)
    return stretches(every, one, other, "energy")


shuffles = st.integers(0, 999).map(Random)
every_question = pytest.mark.parametrize("ask", [of_eel, of_weekdays, around_mondays, of_stretches])

times = st.builds(
    lambda n, hours: (NOON + n * HOUR).astimezone(timezone(hours * HOUR)),
    st.integers(0, 40 * 24),
    st.integers(-8, 12),
)
some_check_ins = st.lists(
    st.builds(check_in, times, answers, people=st.sampled_from([(), WITH, OTHERS, WITH + OTHERS])),
    max_size=40,
).map(lambda some: [check_in(x.at, x.energy, str(n), people=x.people) for n, x in enumerate(some)])


def middles(some: Iterable[CheckIn]) -> Side:
    """The days of some check-ins with the middles of their energy, by hand."""
    steps: dict[date, list[int]] = {}
    for one in some:
        if type(one.energy) is int:
            steps.setdefault(day_of(one.at, 4), []).append(one.energy)
    return Side(tuple(sorted(steps)), tuple(float(median(steps[day])) for day in sorted(steps)))


# -- two stretches -----------------------------------------------------------------------------


def test_the_questions() -> None:
    assert QUESTIONS == ("stretches", "person", "part", "weekdays", "sessions")
    assert (OF_STRETCHES, WITH_SOMEONE) == (10, 8)


def test_two_stretches_are_beside_each_other() -> None:
    steps: dict[int, Answer] = {0: 2, 1: CANT_TELL, 3: 5, 4: 6, 5: None, 6: 7, 9: 1}
    some = [*on_days(steps), check_in(NOON + HOUR, 3)]
    first, second = Stretch(MONDAY, MONDAY + 3 * DAY), Stretch(MONDAY + 4 * DAY, MONDAY + 8 * DAY)
    found = stretches(diary(some), first, second, "energy")
    assert found == Sides(side((0, 2.5), (3, 5)), side((4, 6), (6, 7)), 10)
    assert stretches(diary(some), first, second, "connection") == Sides(side(), side(), 10)


def test_a_stretch_that_ends_with_a_session_holds_what_was_before_it() -> None:
    some = [check_in(NOON - HOUR, 2), check_in(NOON, 6), check_in(NOON + HOUR, 7)]
    before = Stretch(MONDAY - DAY, MONDAY, None, NOON)
    after = Stretch(MONDAY, MONDAY + DAY, NOON)
    found = stretches(diary(some), before, after, "energy")
    assert found == Sides(side((0, 2)), side((0, 6.5)), 10)


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        (9, 10, None),
        (10, 9, None),
        (10, 10, "mostly lower"),
        (10, 40, "mostly lower"),
        (9, 40, None),
        (0, 0, None),
    ],
)
def test_two_stretches_have_a_word_from_ten_days_each(
    before: int, after: int, word: Word | None
) -> None:
    some = on_days(dict.fromkeys(range(before), 3) | dict.fromkeys(range(20, 20 + after), 5))
    assert of_stretches(logged(some)).word == word


def test_days_without_a_number_are_none_of_the_ten() -> None:
    steps = dict.fromkeys(range(9), 3) | dict.fromkeys(range(20, 30), 5)
    for none in (CANT_TELL, None):
        assert of_stretches(logged(on_days({**steps, 9: none, 10: none}))).word is None
    assert of_stretches(logged(on_days({**steps, 9: 3}))).word == "mostly lower"


def test_ten_entries_of_a_day_are_one_of_the_ten() -> None:
    many = [check_in(NOON + n * HOUR / 2, 3, str(n)) for n in range(10)]
    high = on_days(dict.fromkeys(range(20, 30), 5))
    assert of_stretches(logged([*many, *high])).word is None
    # Nine days at 6 and one of ten entries at 1.
    low = [check_in(one.at, 1, one.id) for one in many]
    found = of_stretches(logged([*low, *on_days(dict.fromkeys(range(1, 10), 6)), *high]))
    assert found.one.middles == (1, *[6] * 9)
    assert found.word == "mostly higher"


# -- with somebody, or with a part -------------------------------------------------------------


def test_a_day_may_be_on_both_sides() -> None:
    some = [
        check_in(NOON, 2, people=WITH),
        check_in(NOON + HOUR, 5, people=(*OTHERS, *WITH)),
        check_in(NOON + 2 * HOUR, 7, people=OTHERS),
        check_in(NOON + DAY, 4),
        check_in(NOON + 2 * DAY, 6, people=WITH),
        # Without a number it is on neither.
        check_in(NOON + 3 * DAY, CANT_TELL, people=WITH),
        check_in(NOON + 4 * DAY, CANT_TELL),
        check_in(NOON + 4 * DAY + HOUR, None),
    ]
    assert of_eel(logged(some)) == Sides(side((0, 3.5), (2, 6)), side((0, 7), (1, 4)), 8)


def test_each_side_of_a_day_has_its_own_middle_and_no_mean() -> None:
    steps = {1: WITH, 2: WITH, 6: WITH, 7: OTHERS, 3: OTHERS, 4: ()}
    some = [
        check_in(NOON + n * HOUR, step, people=people)
        for n, (step, people) in enumerate(steps.items())
    ]
    assert of_eel(logged(some)) == Sides(side((0, 2)), side((0, 4)), 8)


def test_a_line_of_days_may_be_read_once() -> None:
    some = [check_in(NOON, 2, people=WITH), check_in(NOON + DAY, 4)]
    assert with_and_without(iter(logged(some)), "energy", with_eel) == of_eel(logged(some))
    assert weekdays(iter(logged(some)), "energy") == of_weekdays(logged(some))


@pytest.mark.parametrize(
    ("there", "elsewhere", "word"),
    [(7, 8, None), (8, 7, None), (8, 8, "mostly higher"), (7, 50, None), (50, 7, None)],
)
def test_with_someone_has_a_word_from_eight_days_on_each_side(
    there: int, elsewhere: int, word: Word | None
) -> None:
    some = [
        *on_days(dict.fromkeys(range(there), 5), people=WITH),
        *on_days(dict.fromkeys(range(60, 60 + elsewhere), 3), people=OTHERS),
    ]
    assert of_eel(logged(some)).word == word


@given(some_check_ins)
def test_with_and_without_are_what_one_finds_by_hand(some: list[CheckIn]) -> None:
    found = of_eel(logged(some))
    assert found.one == middles(one for one in some if "eel" in one.people)
    assert found.other == middles(one for one in some if "eel" not in one.people)


# -- weekdays and weekends ---------------------------------------------------------------------


def test_a_weekend_is_saturday_and_sunday() -> None:
    found = of_weekdays(logged(on_days({0: 1, 3: 2, 4: 3, 5: 5, 6: 6, 7: 4, 8: CANT_TELL})))
    assert found == Sides(side((0, 1), (3, 2), (4, 3), (7, 4)), side((5, 5), (6, 6)), 10)


def test_the_night_to_saturday_is_still_friday_in_its_own_place() -> None:
    friday = datetime(2026, 6, 6, 3, tzinfo=timezone(9 * HOUR))
    saturday = datetime(2026, 6, 6, 4, tzinfo=timezone(9 * HOUR))
    found = of_weekdays(logged([check_in(friday, 2), check_in(saturday, 6)]))
    assert found == Sides(side((4, 2)), side((5, 6)), 10)


@pytest.mark.parametrize(("weekends", "word"), [(9, None), (10, "mostly lower")])
def test_weekends_have_a_word_from_ten_days(weekends: int, word: Word | None) -> None:
    saturdays = {5 + 7 * week: 6 for week in range(weekends)}
    some = on_days(dict.fromkeys(range(5), 2))
    some += on_days(dict.fromkeys(range(7, 12), 2)) + on_days(saturdays)
    assert of_weekdays(logged(some)).word == word


@given(some_check_ins)
def test_weekdays_are_what_one_finds_by_hand(some: list[CheckIn]) -> None:
    found = of_weekdays(logged(some))
    weekend = [day_of(one.at, 4).strftime("%a") in ("Sat", "Sun") for one in some]
    assert found.one == middles(one for one, late in zip(some, weekend, strict=True) if not late)
    assert found.other == middles(one for one, late in zip(some, weekend, strict=True) if late)


# -- before and after sessions -----------------------------------------------------------------


def test_three_days_before_sessions_and_three_after() -> None:
    steps: dict[int, Answer] = {-4: 7, -3: 1, -1: 2, 0: 7, 1: 5, 3: 6, 4: 3, 6: 2, 7: 7, 11: 7}
    found = asking.around(logged(on_days(steps)), "energy", [MONDAY + 7 * DAY, MONDAY])
    assert found == Sides(side((-3, 1), (-1, 2), (4, 3), (6, 2)), side((1, 5), (3, 6)), 10)


def test_without_sessions_there_is_nothing_beside_them() -> None:
    found = asking.around(logged(on_days({0: 1, 1: 2})), "energy", set())
    assert found == Sides(side(), side(), 10)
    assert found.word is None


@pytest.mark.parametrize(
    ("before", "after", "word"), [(10, 9, None), (9, 10, None), (10, 10, "mostly lower")]
)
def test_sessions_have_a_word_from_ten_days_on_each_side(
    before: int, after: int, word: Word | None
) -> None:
    steps: dict[int, Answer] = {6 + 7 * week: 2 for week in range(before)}
    steps |= {1 + 7 * week: 6 for week in range(after)}
    assert around_mondays(logged(on_days(steps))).word == word


@given(some_check_ins)
def test_days_around_sessions_are_what_one_finds_by_hand(some: list[CheckIn]) -> None:
    # With a session each Monday.
    found = around_mondays(logged(some))
    day = [day_of(one.at, 4).strftime("%a") for one in some]
    assert found.one == middles(
        one for one, at in zip(some, day, strict=True) if at in ("Fri", "Sat", "Sun")
    )
    assert found.other == middles(
        one for one, at in zip(some, day, strict=True) if at in ("Tue", "Wed", "Thu")
    )


# -- all questions -----------------------------------------------------------------------------


@every_question
@few
@given(some=some_check_ins, random=shuffles)
def test_the_order_makes_no_other_sides(ask: Ask, some: list[CheckIn], random: Random) -> None:
    assert ask(logged(random.sample(some, len(some)))) == ask(logged(some))


@every_question
@few
@given(some=some_check_ins)
def test_a_day_of_ten_entries_weighs_as_one(ask: Ask, some: list[CheckIn]) -> None:
    many = [
        check_in(one.at, one.energy, f"{one.id}-{n}", people=one.people)
        for one in some
        for n in range(10)
    ]
    assert ask(logged(many)) == ask(logged(some))


@every_question
@few
@given(some=some_check_ins)
def test_answers_that_are_no_numbers_change_nothing(ask: Ask, some: list[CheckIn]) -> None:
    numbers = [one for one in some if type(one.energy) is int]
    assert ask(logged(numbers)) == ask(logged(some))


@every_question
@few
@given(some=some_check_ins)
def test_no_word_without_its_least(ask: Ask, some: list[CheckIn]) -> None:
    found = ask(logged(some))
    assert found.least == (8 if ask is of_eel else 10)
    enough = min(len(found.one.days), len(found.other.days)) >= found.least
    assert (found.word is not None) is enough
    for one in (found.one, found.other):
        assert len(one.days) == len(one.middles)
        assert list(one.days) == sorted(set(one.days))


SIDES = side((0, 6), (1, 5), (2, 4)), side((0, 4), (1, 3), (2, 3))


@pytest.mark.parametrize(
    ("least", "word", "swapped"), [(3, "mostly higher", "mostly lower"), (4, None, None)]
)
def test_the_word_is_for_the_one_beside_the_other(
    least: int, word: Word | None, swapped: Word | None
) -> None:
    one, other = SIDES
    assert Sides(one, other, least).word == word
    assert Sides(other, one, least).word == swapped

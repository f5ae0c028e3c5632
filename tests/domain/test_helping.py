"""Whether checking in helps: when it is asked, what can be less, and when a pause is on."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import helping
from domain.days import day_of
from domain.entries import CheckIn, Helping, HelpingAnswer, Pause, Settings
from domain.helping import (
    DAYS_OF_USE,
    Length,
    answered,
    begun_again,
    is_asked,
    is_due,
    is_weighing,
    pause_on,
    paused,
    settled,
    stopped,
    with_fewer_questions,
)
from tests.entry_strategies import offsets, one_of
from tests.entry_strategies import settings as any_settings

TODAY = date(2026, 6, 9)
DAY = timedelta(days=1)
FAR_EAST, FAR_WEST = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))

some_days = st.integers(-50, 50).map(lambda n: TODAY + n * DAY)
starts = st.integers(0, 12)
told = st.lists(st.builds(Helping, some_days, one_of(HelpingAnswer), st.booleans()), max_size=4)
some_moments = st.builds(
    lambda minutes, zone: (datetime.combine(TODAY, time(), UTC) + minutes).astimezone(zone),
    st.integers(-45 * 24 * 60, 3 * 24 * 60).map(lambda n: timedelta(minutes=n)),
    offsets,
)


def check_in(at: datetime) -> CheckIn:
    return CheckIn(id="c", at=at, logged_at=at)


def on(day: date, hour: float = 12, zone: timezone = UTC) -> CheckIn:
    return check_in(datetime.combine(day, time(), zone) + timedelta(hours=hour))


def ago(days: Iterable[int]) -> list[CheckIn]:
    """A check-in so many days ago each, as a journal sorts them."""
    return [on(TODAY - day * DAY) for day in sorted(days, reverse=True)]


def said(days_ago: int, answer: HelpingAnswer = "neutral") -> Helping:
    return Helping(TODAY - days_ago * DAY, answer)


# -- when it is asked --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "said_ago", "due"),
    [
        ([], None, False),
        (range(29), None, False),
        (range(30), None, True),
        (range(1, 31), None, True),
        (range(100), None, True),
        (range(0, 300, 10), None, True),
        (range(0, 290, 10), None, False),
        (range(100), 0, False),
        (range(100), 29, False),
        (range(100), 30, True),
        (range(1, 100), 30, False),
        (range(0, 100, 2), 59, True),
        (range(0, 100, 2), 58, False),
    ],
)
def test_it_is_due_with_the_thirtieth_day_of_use_since_it_was_asked(
    days: Iterable[int], said_ago: int | None, due: bool
) -> None:
    asked = () if said_ago is None else (said(said_ago),)
    assert is_due(ago(days), asked, TODAY, 4) is due


@pytest.mark.parametrize("answer", ["helping", "neutral", "weighing", "not_now"])
def test_every_answer_counts_as_asked_not_now_too(answer: HelpingAnswer) -> None:
    assert not is_due(ago(range(100)), (said(29, answer),), TODAY, 4)
    assert is_due(ago(range(100)), (said(30, answer),), TODAY, 4)


def test_ten_entries_of_a_day_are_one_day() -> None:
    every = [on(TODAY - day * DAY, 8 + hour) for day in range(28, -1, -1) for hour in range(10)]
    assert not is_due(every, (), TODAY, 4)
    assert is_due([on(TODAY - 29 * DAY), *every], (), TODAY, 4)


def test_a_night_belongs_to_the_day_before() -> None:
    days = ago(range(1, 30))
    night = on(TODAY, 3)
    assert not is_due([*days, night], (), TODAY, 4)
    assert is_due([*days, night], (), TODAY, 3)


@pytest.mark.parametrize(("hour", "zone"), [(4, FAR_EAST), (12, UTC), (27.9, FAR_WEST)])
def test_the_day_on_which_it_was_asked_is_not_counted_and_the_next_is_wherever_one_was(
    hour: float, zone: timezone
) -> None:
    first, later = on(TODAY - 29 * DAY, hour, zone), ago(range(29))
    assert not is_due([first, *later], (said(29),), TODAY, 4)
    assert is_due([first, *later], (said(30),), TODAY, 4)


@given(st.lists(some_moments, max_size=90), told, starts)
def test_it_is_due_where_thirty_days_can_be_counted(
    moments: list[datetime], asked: list[Helping], start: int
) -> None:
    every = sorted(map(check_in, moments), key=lambda one: one.at)
    last = max((one.day for one in asked if one.day <= TODAY + DAY), default=date.min)
    used = {day for one in every if last < (day := day_of(one.at, start)) <= TODAY}
    assert is_due(every, asked, TODAY, start) is (len(used) >= DAYS_OF_USE)


@given(st.sets(st.integers(0, 60)), st.sampled_from([30, 31]), st.randoms())
def test_neither_the_order_of_the_answers_nor_that_within_a_moment_matters(
    days: set[int], since: int, random: object
) -> None:
    asked = [said(since), said(since + 9), said(since + 30)]
    every = ago(days)
    due = is_due(every, asked, TODAY, 4)
    random.shuffle(asked)  # type: ignore[attr-defined]
    assert is_due([one for one in every for _ in range(3)], asked, TODAY, 4) is due


def test_what_lies_ahead_neither_counts_nor_keeps_it_away() -> None:
    ahead = [on(TODAY + day * DAY) for day in range(1, 40)]
    assert not is_due([*ago(range(29)), *ahead], (), TODAY, 4)
    assert is_due([*ago(range(30)), *ahead], (), TODAY, 4)
    assert is_due(ago(range(30)), (said(-400, "weighing"),), TODAY, 4)


def test_a_journey_west_asks_no_second_time() -> None:
    assert not is_due(ago(range(100)), (said(-1),), TODAY, 4)


def test_it_is_found_out_without_reading_a_whole_journal(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []

    def counted(at: datetime, day_start: int) -> date:
        read.append(at)
        return day_of(at, day_start)

    monkeypatch.setattr(helping, "day_of", counted)
    many = [on(TODAY - day * DAY, 8 + part) for day in range(5_000, -1, -1) for part in range(4)]
    assert is_due(many, (), TODAY, 4)
    assert len(read) <= 4 * DAYS_OF_USE
    read.clear()
    assert not is_due(many, (said(5_000, "neutral"), said(20)), TODAY, 4)
    assert len(read) <= 4 * 22


# -- what was said today -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("some", "asked", "weighing"),
    [
        ((), False, False),
        ((said(0),), True, False),
        ((said(0, "not_now"),), True, False),
        ((said(0, "weighing"),), True, True),
        ((replace(said(0, "weighing"), settled=True),), True, False),
        ((said(1, "weighing"),), False, False),
        ((said(-1, "weighing"),), False, False),
        ((said(-400, "weighing"), said(0)), True, False),
        ((said(30, "helping"), said(0, "weighing")), True, True),
    ],
)
def test_what_follows_from_an_answer_is_offered_on_its_day_until_something_was_chosen(
    some: tuple[Helping, ...], asked: bool, weighing: bool
) -> None:
    assert is_asked(some, TODAY) is asked
    assert is_weighing(some, TODAY) is weighing


@given(any_settings, one_of(HelpingAnswer), one_of(HelpingAnswer))
def test_a_day_has_one_answer_and_the_others_stay(
    mine: Settings, first: HelpingAnswer, then: HelpingAnswer
) -> None:
    once = answered(mine, TODAY, first)
    both = answered(once, TODAY, then)
    assert both.helping == (
        *(one for one in mine.helping if one.day != TODAY),
        Helping(TODAY, then),
    )
    assert is_weighing(both.helping, TODAY) is (then == "weighing")
    assert not is_due(ago(range(99)), both.helping, TODAY, 4)
    assert replace(both, helping=mine.helping) == mine


# -- what can be less --------------------------------------------------------------------------


@given(any_settings)
def test_fewer_questions_are_none_but_the_pad_and_nothing_else_changes(mine: Settings) -> None:
    fewer = with_fewer_questions(mine)
    assert (fewer.questions, fewer.ask_connection, fewer.ask_body) == ("never", False, False)
    assert fewer == replace(settled(mine), questions="never", ask_connection=False, ask_body=False)


@given(any_settings, one_of(Length))
def test_nothing_is_offered_any_more_after_any_choice(mine: Settings, length: Length) -> None:
    weighing = answered(mine, TODAY, "weighing")
    for after in (
        settled(weighing),
        with_fewer_questions(weighing),
        paused(weighing, TODAY, length),
        stopped(weighing, TODAY),
    ):
        assert not is_weighing(after.helping, TODAY)
        assert is_asked(after.helping, TODAY)
        assert [one.day for one in after.helping] == [one.day for one in weighing.helping]


# -- the pause ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "length", "until"),
    [
        (TODAY, "week", date(2026, 6, 16)),
        (TODAY, "two_weeks", date(2026, 6, 23)),
        (TODAY, "month", date(2026, 7, 9)),
        (date(2026, 1, 31), "month", date(2026, 2, 28)),
        (date(2026, 12, 28), "week", date(2027, 1, 4)),
    ],
)
def test_a_pause_is_on_until_its_day_has_come(today: date, length: Length, until: date) -> None:
    mine = paused(Settings(), today, length)
    assert mine == Settings(pause=Pause(today, until))
    assert pause_on(mine, today) == mine.pause
    assert pause_on(mine, until - DAY) == mine.pause
    assert pause_on(mine, until) is None
    assert pause_on(mine, until + 400 * DAY) is None


@given(any_settings, some_days, some_days)
def test_without_an_end_it_is_on_until_one_begins_again_whatever_the_clock_says(
    mine: Settings, today: date, day: date
) -> None:
    away = stopped(mine, today)
    assert pause_on(away, day) == Pause(today)
    again = begun_again(away)
    assert pause_on(again, day) is None
    assert replace(again, helping=mine.helping, pause=mine.pause) == mine


@pytest.mark.parametrize(("days", "on"), [(0, True), (1, True), (2, False), (400, False)])
def test_a_pause_that_lies_ahead_is_not_on_but_for_a_journey_west(days: int, on: bool) -> None:
    mine = paused(Settings(), TODAY + days * DAY, "week")
    assert (pause_on(mine, TODAY) is not None) is on


@given(st.dates(), st.none() | st.dates())
def test_no_date_that_could_be_stored_does_harm(since: date, until: date | None) -> None:
    mine = Settings(pause=Pause(since, until), helping=(Helping(since, "weighing"),))
    assert pause_on(mine, TODAY) in (None, mine.pause)
    assert is_due(ago(range(30)), mine.helping, TODAY, 4) in (True, False)

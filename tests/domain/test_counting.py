"""How often: cells of the pad, words, hours, weekdays, parts, and connection with somebody."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.days import day_of
from domain.entries import CANT_TELL, Answer, CheckIn, Here
from domain.looking_back.counting import (
    by_hour,
    by_weekday,
    cells,
    connected_with,
    with_parts,
    with_words,
)
from domain.looking_back.diary import Diary
from domain.looking_back.stretch import Stretch
from tests.entry_strategies import answers

MONDAY = date(2026, 6, 1)
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
EVER = Stretch(date(1969, 1, 1), date(2201, 1, 1))

# Few words, parts and people, so that they come again.
few_words = st.lists(st.sampled_from(["sad", "Calm", "tired"]), max_size=2, unique=True).map(tuple)
heres = st.sampled_from([(), (Here("owl"),), (Here("eel"), Here("owl", "most"))])
times = st.builds(
    lambda n, hours: (NOON + n * HOUR).astimezone(timezone(hours * HOUR)),
    st.integers(0, 200),
    st.integers(-8, 12),
)
several = st.lists(
    st.builds(
        CheckIn,
        id=st.uuids().map(str),
        at=times,
        logged_at=st.just(NOON),
        pleasantness=answers,
        energy=answers,
        connection=answers,
        connected_with=st.sampled_from(["", "aunt", "cat"]),
        feelings=few_words,
        body=few_words,
        parts=heres,
    ),
    max_size=8,
)
few = settings(max_examples=50)


def check_in(id: str, at: datetime = NOON, **more: Any) -> CheckIn:
    return CheckIn(id=id, at=at, logged_at=at, **more)


def diary(some: Iterable[CheckIn]) -> Diary:
    return Diary().updated(tuple(some), 4)


def ids(found: dict[Any, list[CheckIn]]) -> dict[Any, list[str]]:
    return {key: [one.id for one in some] for key, some in found.items()}


# -- the pad -----------------------------------------------------------------------------------


def test_cells_hold_what_landed_on_them() -> None:
    some = [
        check_in("a", pleasantness=2, energy=7),
        check_in("b", pleasantness=7, energy=2),
        check_in("c", pleasantness=2, energy=7),
    ]
    assert ids(cells(some)) == {(2, 7): ["a", "c"], (7, 2): ["b"]}


@pytest.mark.parametrize(
    ("pleasantness", "energy"), [(None, None), (3, None), (None, 3), (3, CANT_TELL), (CANT_TELL, 3)]
)
def test_what_lacks_a_number_is_on_no_cell(pleasantness: Answer, energy: Answer) -> None:
    assert cells([check_in("a", pleasantness=pleasantness, energy=energy)]) == {}


# -- words -------------------------------------------------------------------------------------


def test_words_are_counted_the_most_first_then_by_the_letter() -> None:
    some = [
        check_in("a", feelings=("sad", "Calm", "tired"), body=("heavy",)),
        check_in("b", feelings=("tired", "angry")),
        check_in("c", feelings=("Bored", "tired", "sad")),
        check_in("d"),
    ]
    assert ids(dict(with_words(some, "feelings"))) == {
        "tired": ["a", "b", "c"],
        "sad": ["a", "c"],
        "angry": ["b"],
        "Bored": ["c"],
        "Calm": ["a"],
    }
    words = [word for word, _ in with_words(some, "feelings")]
    assert words == ["tired", "sad", "angry", "Bored", "Calm"]
    assert ids(dict(with_words(some, "body"))) == {"heavy": ["a"]}
    assert with_words([], "feelings") == []


@few
@given(several)
def test_no_word_is_lost(some: list[CheckIn]) -> None:
    counted = [(word, len(here)) for word, here in with_words(some, "body")]
    assert sum(count for _, count in counted) == sum(len(one.body) for one in some)
    for word, count in counted:
        assert count == sum(word in one.body for one in some)
    keys = [(-count, word.casefold()) for word, count in counted]
    assert keys == sorted(keys)


# -- hours and weekdays ------------------------------------------------------------------------


def test_hours_are_those_of_the_clock_of_the_place() -> None:
    tokyo = timezone(9 * HOUR)
    times = [
        NOON,
        NOON.replace(minute=59),
        NOON.astimezone(tokyo),
        NOON.replace(hour=0),
        NOON.replace(hour=23),
        NOON.replace(hour=3),
    ]
    counts = by_hour(check_in(str(n), at) for n, at in enumerate(times))
    assert {hour: count for hour, count in enumerate(counts) if count} == {
        0: 1,
        3: 1,
        12: 2,
        21: 1,
        23: 1,
    }
    assert len(counts) == 24
    assert by_hour([]) == [0] * 24


def test_weekdays_are_those_of_the_logical_day() -> None:
    times = [
        NOON,
        NOON + HOUR,
        # Three in the night to Tuesday is still Monday, four is not.
        NOON + 15 * HOUR,
        NOON + 16 * HOUR,
        # Sunday at noon; and in the evening, where it is Monday already.
        NOON - DAY,
        (NOON - DAY + 8 * HOUR).astimezone(timezone(9 * HOUR)),
        NOON + 7 * DAY,
    ]
    days = diary(check_in(str(n), at) for n, at in enumerate(times)).between(EVER)
    assert by_weekday(days) == [5, 1, 0, 0, 0, 0, 1]
    assert by_weekday([]) == [0] * 7


@few
@given(several)
def test_every_check_in_has_an_hour_and_a_weekday(some: list[CheckIn]) -> None:
    days = diary(some).between(EVER)
    assert by_hour(some) == [sum(one.at.hour == hour for one in some) for hour in range(24)]
    assert by_weekday(days) == [
        sum(day_of(one.at, 4).weekday() == weekday for one in some) for weekday in range(7)
    ]


# -- parts and people --------------------------------------------------------------------------


def test_parts_have_the_check_ins_that_they_were_around_at() -> None:
    owl, eel = Here("owl"), Here("eel", "most")
    some = [check_in("a", parts=(owl, eel)), check_in("b"), check_in("c", parts=(eel,))]
    assert ids(with_parts(some)) == {"owl": ["a"], "eel": ["a", "c"]}
    assert with_parts([]) == {}


def test_connection_is_counted_with_whom_it_was_about() -> None:
    some = [
        check_in("a", connection=5, connected_with="aunt", people=("aunt", "cat")),
        check_in("b", connection=2, connected_with="cat"),
        check_in("c", connection=1, connected_with="aunt"),
        # About nobody, or without a number.
        check_in("d", connection=4, people=("cat",)),
        check_in("e", connection=CANT_TELL, connected_with="cat"),
        check_in("f", connected_with="cat", energy=4),
    ]
    assert ids(connected_with(some)) == {"aunt": ["a", "c"], "cat": ["b"]}
    assert connected_with([]) == {}


@few
@given(several)
def test_what_is_counted_is_what_one_finds_by_hand(some: list[CheckIn]) -> None:
    on_pad, around, told = cells(some), with_parts(some), connected_with(some)
    for one in some:
        for cell, found in on_pad.items():
            assert (one in found) is ((one.pleasantness, one.energy) == cell)
        for part, found in around.items():
            assert (one in found) is (one.here(part) is not None)
        for person, found in told.items():
            about = one.connected_with == person and type(one.connection) is int
            assert (one in found) is about
    assert sum(map(len, on_pad.values())) == sum(one.place is not None for one in some)
    assert sum(map(len, around.values())) == sum(len(one.parts) for one in some)
    assert "" not in told
    assert sum(map(len, told.values())) == sum(
        bool(one.connected_with) and type(one.connection) is int for one in some
    )

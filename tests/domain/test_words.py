"""Words near a place, and found."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import UP_TO, CheckIn
from domain.words import (
    QUARTERS,
    body_words,
    matching,
    most_used,
    near,
    quarter_of,
    quarters,
    toggled,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def check_in(note: str, *feelings: str, body: tuple[str, ...] = ()) -> CheckIn:
    return CheckIn(id=note, at=NOON, logged_at=NOON, note=note, feelings=feelings, body=body)


@pytest.mark.parametrize(
    ("place", "quarter"),
    [
        ((1, 7), "more_energy_hard"),
        ((7, 7), "more_energy_easy"),
        ((1, 1), "less_energy_hard"),
        ((7, 1), "less_energy_easy"),
        ((4, 4), "more_energy_easy"),
        ((3, 4), "more_energy_hard"),
        ((4, 3), "less_energy_easy"),
    ],
)
def test_quarters_of_the_pad(place: tuple[int, int], quarter: str) -> None:
    assert quarter_of(*place) == quarter
    assert near(place)[0] == quarters()[QUARTERS.index(quarter)][0]


def test_six_words_near_and_two_that_fit_anywhere_after_ones_own() -> None:
    offered = near((1, 1), ["own"])
    assert offered == ("own", *quarters()[2][:6], *quarters()[-1][:2])
    assert near(None, ["own"]) == ("own", *quarters()[-1][:8])


def test_no_word_is_shipped_twice() -> None:
    for words in (body_words(), [word for quarter in quarters() for word in quarter]):
        assert len(words) == len(set(words)) > 30


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("TIRED", ("tired", "dog-tired")),
        (" est", ("Estranged", "restless")),
        ("xyz", ()),
        ("", ("restless", "Estranged", "dog-tired", "tired")),
    ],
)
def test_words_that_begin_with_it_come_first(typed: str, found: tuple[str, ...]) -> None:
    assert matching(typed, ("restless", "Estranged", "dog-tired", "tired")) == found


def test_the_words_chosen_most_often_come_first_with_their_count() -> None:
    some = [
        check_in("a", "calm", "tired"),
        check_in("b", "tired", body=("clenched jaw",)),
        check_in("c"),
    ]
    assert most_used(some, 2) == [("tired", 2), ("calm", 1)]
    assert most_used([], 2) == []


@pytest.mark.parametrize(
    ("words", "word", "then"),
    [
        ((), "a", ("a",)),
        (("a", "b"), "a", ("b",)),
        (("a", "b"), "c", ("a", "b", "c")),
        (("a", "b", "c"), "d", ("a", "b", "c")),
        (("a", "b", "c"), "b", ("a", "c")),
    ],
)
def test_toggled(words: tuple[str, ...], word: str, then: tuple[str, ...]) -> None:
    assert toggled(words, word) == then


@given(st.lists(st.sampled_from("abcde")))
def test_toggled_words_always_fit_a_check_in(taps: list[str]) -> None:
    words: tuple[str, ...] = ()
    for tap in taps:
        words = toggled(words, tap)
    assert CheckIn(id="a", at=NOON, logged_at=NOON, feelings=words).feelings == words
    assert len(words) <= UP_TO

"""From one check-in to the next."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.check_in import is_empty, moved, toggled
from domain.entries import CANT_TELL, UP_TO, CheckIn
from tests.entry_strategies import check_ins

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


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


@given(check_ins)
def test_moved_keeps_all_but_the_time(one: CheckIn) -> None:
    there = NOON.astimezone(timezone(timedelta(hours=9)))
    then = moved(one, there, NOON)
    assert (then.at, then.at.utcoffset(), then.edited_at) == (NOON, timedelta(hours=9), NOON)
    assert (then.id, then.note, then.logged_at) == (one.id, one.note, one.logged_at)


@pytest.mark.parametrize(
    ("answers", "empty"),
    [
        ({}, True),
        ({"note": " \n"}, True),
        ({"note": "x"}, False),
        ({"energy": CANT_TELL}, False),
        ({"connection": CANT_TELL}, False),
        ({"connection": 1}, False),
        ({"feelings": ("calm",)}, False),
        ({"body": ("steady",)}, False),
    ],
)
def test_is_empty(answers: dict[str, Any], empty: bool) -> None:
    assert is_empty(CheckIn(id="a", at=NOON, logged_at=NOON, **answers)) is empty

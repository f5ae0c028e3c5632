"""A search over everything that was written."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import CheckIn, Reply, TalkingPoint, TherapySession
from domain.finding import find

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def check_in(note: str, *feelings: str, body: tuple[str, ...] = ()) -> CheckIn:
    return CheckIn(id=note, at=NOON, logged_at=NOON, note=note, feelings=feelings, body=body)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["Zoë rang", "STRASSE"]),
        ("  ", ["Zoë rang", "STRASSE"]),
        ("zoë", ["Zoë rang"]),
        ("rang zo", ["Zoë rang"]),
        ("zoë straße", []),
        ("straße", ["STRASSE"]),
        ("calm", ["Zoë rang"]),
        ("jaw", ["STRASSE"]),
    ],
)
def test_search_finds_every_word_in_any_order_and_case(typed: str, found: list[str]) -> None:
    some = [check_in("Zoë rang", "calm"), check_in("STRASSE", body=("clenched jaw",))]
    assert [one.note for one in find(some, typed)] == found


@given(st.text(min_size=1), st.data())
def test_any_piece_of_a_note_finds_it(note: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(note) - 1))
    end = data.draw(st.integers(start + 1, len(note)))
    assert find([check_in(note)], note[start:end].casefold())


@pytest.mark.parametrize("typed", ["goodbyes", "slowly", "we laughed", "between us", "US goodbye"])
def test_what_is_on_the_list_is_found_by_all_that_is_written_about_it(typed: str) -> None:
    point = TalkingPoint(
        id="a",
        at=NOON,
        text="Goodbyes",
        first_sentence="Slowly",
        outcome="We laughed",
        tags=("between_us",),
    )
    assert find([point], typed) == [point]
    assert find([point], "lighthouse") == []


@pytest.mark.parametrize("typed", ["fig", "angry", "chair", "window", "twice", "still with you"])
def test_a_session_is_found_by_all_that_stayed_of_it(typed: str) -> None:
    session = TherapySession(
        id="a",
        at=NOON,
        held_back_text="Angry",
        kept_sentence="the chair",
        to_try="the window seat",
        to_try_went="twice",
        replies=(Reply("A01", "What is still with you?", "figs"), Reply("A02", "The moon?", " ")),
    )
    assert find([session], typed) == [session]
    assert find([session], "moon") == []

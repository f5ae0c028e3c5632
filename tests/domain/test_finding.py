"""A search over everything that was written."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import (
    CheckIn,
    Here,
    Moment,
    Reflection,
    Reply,
    Sitting,
    TalkingPoint,
    TherapySession,
)
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


@pytest.mark.parametrize(("typed", "found"), [("who saw", True), ("NOOR", True), ("C02", False)])
def test_a_reflection_is_found_by_its_question_and_its_answer(typed: str, found: bool) -> None:
    one = Reflection(id="a", at=NOON, prompt="C02", asked="Who saw it?", text="Noor did")
    assert find([one], typed) == ([one] if found else [])


NAMES = {"owl": "The Owl", "eel": "Eel", "noor": "Noor", "wren": "Wren", "joke": "A joke"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("texture", True),
        ("gravel texture", True),
        ("dial", True),
        ("moon", False),
        ("P11", False),
        ("owl", True),
        ("eel gravel", True),
        ("wren", False),
    ],
)
def test_a_sitting_is_found_by_its_answers_and_by_whom_it_was_with(typed: str, found: bool) -> None:
    one = Sitting(
        id="a",
        at=NOON,
        part="owl",
        other="eel",
        replies=(
            Reply("P12", "What texture?", "gravel", "owl"),
            Reply("P13", "A volume dial?", "", "eel", declined=True),
            Reply("P11", "The moon?", " "),
        ),
    )
    assert find([one], typed, NAMES) == ([one] if found else [])


@pytest.mark.parametrize(
    ("typed", "found"), [("noor", True), ("eel rang", True), ("wren", False), ("owl", False)]
)
def test_a_check_in_is_found_by_the_names_of_who_was_there(typed: str, found: bool) -> None:
    one = CheckIn(
        id="a", at=NOON, logged_at=NOON, note="Rang", people=("noor", "gone"), parts=(Here("eel"),)
    )
    assert find([one], typed, NAMES) == ([one] if found else [])
    assert find([one], "eel") == find([one], "gone") == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", True),
        ("kettle", True),
        ("their ladder", True),
        ("letters", True),
        ("laugh", True),
        ("renting", True),
        ("NOOR kettle", True),
        ("joke", True),
        ("wren", False),
        ("rupture", False),
        ("gone", False),
        ("check", False),
    ],
)
def test_a_moment_is_found_by_all_that_was_written_of_it_and_by_whom_it_was_with(
    typed: str, found: bool
) -> None:
    one = Moment(
        id="a",
        at=NOON,
        logged_at=NOON,
        kind="rupture",
        people=("noor", "gone"),
        text="The kettle",
        told_in="check",
        ways=("joke", "gone"),
        story="Their ladder",
        if_i_show="the letters",
        they_will="laugh",
        tags=("renting",),
    )
    assert find([one], typed, NAMES) == ([one] if found else [])
    assert find([one], "noor") == []

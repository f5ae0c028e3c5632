"""Parts: their looks, when each was noted, at how many check-ins, and the word for them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import parts
from domain.entries import COLORS, SHAPES, Blend, CheckIn, Here, Part, PartWord, Sitting
from tests.entry_strategies import heres, one_of

NOON = datetime(2026, 6, 9, 12, tzinfo=UTC)
DAY = timedelta(days=1)
here_lists = st.lists(heres, max_size=4, unique_by=lambda here: here.part).map(tuple)
letters = st.sampled_from("abc")


def part(id: str, **more: Any) -> Part:
    return Part(**{"id": id, "at": NOON, "name": id, **more})


def check_in(id: str, *here: str, at: datetime = NOON) -> CheckIn:
    there = tuple(Here(one) for one in here)
    return CheckIn(id=id, at=at, logged_at=at, parts=there)


def names(some: list[Part]) -> str:
    return "".join(one.id for one in some)


def test_every_look_is_given_once_before_the_first_comes_again() -> None:
    made: list[Part] = []
    for turn in range(80):
        shape, color = parts.free_look(made)
        made.append(part(str(turn), shape=shape, color=color))
    looks = [(one.shape, one.color) for one in made]
    assert {*looks} == {(shape, color) for shape in SHAPES for color in COLORS}
    assert all(one[0] != other[0] and one[1] != other[1] for one, other in pairwise(looks))
    assert parts.free_look(made) == looks[0]
    assert parts.free_look([*made[:5], *made[6:]]) == looks[5]


def test_a_check_in_says_what_was_here() -> None:
    one = replace(check_in("x"), parts=(Here("a", "half"), Here("b")))
    assert one.here("a") == Here("a", "half")
    assert one.here("b") == Here("b")
    assert one.here("c") is None
    assert parts.around("b", [check_in("v"), one, check_in("w", "b")]) == [
        one,
        check_in("w", "b"),
    ]


def test_a_part_was_noted_at_check_ins_and_sittings_and_the_last_counts() -> None:
    check_ins = [check_in("x", "a", "b"), check_in("y", "a", at=NOON + DAY)]
    alone = Sitting(id="s", at=NOON + 2 * DAY, part="b")
    both = Sitting(id="t", at=NOON - DAY, part="a", other="c")
    noted = parts.last_noted(check_ins, [alone, both])
    assert noted == {"a": NOON + DAY, "b": NOON + 2 * DAY, "c": NOON - DAY}
    assert parts.last_noted([], []) == {}


def test_those_noted_last_come_first_and_a_new_one_stands_where_it_was_made() -> None:
    some = [part("a"), part("b"), part("c", at=NOON + DAY), part("d"), part("e")]
    noted = {"a": NOON + 2 * DAY, "b": NOON + timedelta(hours=1)}
    assert names(parts.newest_first(some, noted)) == "acbed"


def test_one_noted_only_before_it_was_made_stands_where_it_was_made() -> None:
    some = [part("a"), part("b", at=NOON + DAY), part("c", at=NOON + 2 * DAY)]
    assert names(parts.newest_first(some, {"c": NOON - DAY})) == "cba"
    assert names(parts.newest_first(some, {"c": NOON - DAY, "a": NOON + 3 * DAY})) == "acb"


def test_parts_are_counted_by_check_ins_the_most_first() -> None:
    some = [check_in("x", "a", "b"), check_in("y", "b"), check_in("z")]
    assert parts.counted(some) == [("b", 2), ("a", 1)]
    assert parts.counted([]) == []


@given(here_lists, heres)
def test_a_part_is_toggled_and_nothing_else_changes(here: tuple[Here, ...], one: Here) -> None:
    without = tuple(other for other in here if other.part != one.part)
    with_it = parts.toggled(without, one.part)
    assert with_it == (*without, Here(one.part))
    assert parts.toggled(with_it, one.part) == without
    assert parts.toggled((one, *without), one.part) == without


@given(here_lists, heres)
def test_how_much_of_one_a_part_is_changes_that_alone(here: tuple[Here, ...], now: Here) -> None:
    without = tuple(other for other in here if other.part != now.part)
    assert parts.blended(without, now) == (*without, now)
    there = (Here(now.part, "most" if now.blend != "most" else "all"), *without)
    assert parts.blended(there, now) == (now, *without)


@given(here_lists, letters, one_of(Blend))
def test_how_much_told_again_is_taken_back_but_not_the_part(
    others: tuple[Here, ...], id: str, blend: Blend
) -> None:
    now = Here(id, blend)
    assert parts.blended((now, *others), now) == (Here(id), *others)
    assert parts.blended((*others, now), now) == (*others, Here(id))


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ({}, ""),
        ({"about": " \n"}, ""),
        ({"worries": "That it rains."}, "That it rains."),
        ({"says": " Wait. ", "worries": "That it rains."}, "Wait."),
        ({"about": "Keeps watch.", "says": "Wait."}, "Keeps watch."),
        ({"about": " ", "wakes": "Doors.", "good_at": "Lists."}, "Doors."),
        ({"good_at": "Lists.", "hopes": "For quiet."}, "Lists."),
        ({"hopes": "For quiet.", "worries": "That it rains."}, "For quiet."),
    ],
)
def test_its_line_is_the_first_that_was_written_of_it(told: dict[str, str], line: str) -> None:
    assert part("a", **told).line == line


def test_only_a_tender_one_is_tender_and_only_a_resting_one_rests() -> None:
    roles = ("", "works_ahead", "jumps_in_fast", "tender", "other", "unsure")
    assert [part("a", role=role).tender for role in roles] == [role == "tender" for role in roles]
    assert [part("a", resting_since=since).resting for since in (None, NOON)] == [False, True]


@pytest.mark.parametrize(
    ("word", "a_one", "title"),
    [
        (PartWord(), "a part", "Parts"),
        (PartWord("inner voice", "inner voices"), "an inner voice", "Inner voices"),
        (PartWord("Eel", "Eels"), "an Eel", "Eels"),
        (PartWord("side", "SIDES"), "a side", "SIDES"),
        (PartWord("část", "části"), "a část", "Části"),
    ],
)
def test_the_word_for_one_and_as_a_title(word: PartWord, a_one: str, title: str) -> None:
    assert word.a_one == a_one
    assert word.title == title


@pytest.mark.parametrize(("one", "many"), [("", "voices"), ("voice", ""), (" ", "voices")])
def test_a_word_of_nothing_is_refused(one: str, many: str) -> None:
    with pytest.raises(ValueError, match="letters"):
        PartWord(one, many)


@pytest.mark.parametrize(
    ("words", "then"),
    [
        ("How does this part feel?", "How does this voice feel?"),
        ("Part and parts. Parts!", "Voice and voices. Voices!"),
        ("Which part of you spoke?", "Which voice of you spoke?"),
        ('"Part of me feels"', '"Part of me feels"'),
        ("a part of me", "a part of me"),
        ("The partner left the party, apart.", "The partner left the party, apart."),
        ("Department, partly, depart, counterpart", "Department, partly, depart, counterpart"),
        ("the part's own word", "the voice's own word"),
        ("Is there a part that rests?", "Is there a voice that rests?"),
        ("", ""),
    ],
)
def test_the_word_stands_where_part_stood(words: str, then: str) -> None:
    assert PartWord("voice", "voices").put_into(words) == then
    assert PartWord().put_into(words) == words


@pytest.mark.parametrize(
    ("words", "then"),
    [
        ("Is there a part that rests?", "Is there an aspect that rests?"),
        ("A part, or some parts?", "An aspect, or some aspects?"),
        ("this part, the part, extra part", "this aspect, the aspect, extra aspect"),
        ("a part of me, a party", "a part of me, a party"),
    ],
)
def test_the_article_in_front_of_the_word_goes_with_it(words: str, then: str) -> None:
    assert PartWord("aspect", "aspects").put_into(words) == then
    assert PartWord().put_into(words) == words

"""What moods and tags mean: what is offered first, and what the person says instead."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import CANT_TELL, Answer, MoodMeaning, MovedIn, TagMeaning, Use
from domain.moving_in.meaning import (
    Meaning,
    first_meaning,
    moods_of,
    on_scale,
    tags_of,
    with_all_tags,
    with_mood,
    with_tag,
)
from domain.moving_in.record import Found, Mood, Tagged
from tests.domain.found import NOON, found, founds, part, person, record

NOTE, PERSON = TagMeaning("work"), TagMeaning("Noor", "People", "person")
EATEN = TagMeaning("soup", "Food", "note")


def moved_in(**more: object) -> MovedIn:
    return MovedIn(**{"id": "m", "at": NOON, "source": "daylio", **more})  # type: ignore[arg-type]


def with_moods(*moods: Mood) -> Found:
    return found(*(record(str(place), moods=(mood,)) for place, mood in enumerate(moods)))


def with_tags(*tags: Tagged) -> Found:
    return found(record(tags=tags))


# -- what there is -----------------------------------------------------------------------------


def test_each_mood_is_told_once_the_most_frequent_first_then_by_name() -> None:
    read = with_moods(
        Mood("meh", 3, 5), Mood("good ", 4, 5), Mood(" Good"), Mood("awful", 1, 5), Mood("  ")
    )
    assert moods_of(read) == (
        (Mood("good", 4, 5), 2),
        (Mood("awful", 1, 5), 1),
        (Mood("meh", 3, 5), 1),
    )


def test_tags_of_one_name_in_two_groups_are_two() -> None:
    read = with_tags(
        *(Tagged("walk "), Tagged("Walk"), Tagged("walk", "Sport"), Tagged("", "Sport")),
        *(Tagged("a  walk"), Tagged("walk", " SPORT ")),
    )
    assert tags_of(read) == (
        (Tagged("walk"), 2),
        (Tagged("walk", "Sport"), 2),
        (Tagged("a walk"), 1),
    )


@given(founds)
def test_everything_that_has_a_name_is_counted(read: Found) -> None:
    every = [one for each in read.records for one in each.moods if one.name.strip()]
    tagged = [one for each in read.records for one in each.tags if one.name.strip()]
    assert sum(many for _, many in moods_of(read)) == len(every)
    assert sum(many for _, many in tags_of(read)) == len(tagged)


# -- moods that are offered ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (2, [1, 7]),
        (3, [1, 4, 7]),
        (4, [1, 3, 5, 7]),
        (5, [1, 2, 4, 6, 7]),
        (6, [1, 2, 3, 5, 6, 7]),
        (7, [1, 2, 3, 4, 5, 6, 7]),
        (10, [1, 2, 2, 3, 4, 4, 5, 6, 6, 7]),
    ],
)
def test_steps_of_other_scales_are_spread_over_ours(of: int, expected: list[int]) -> None:
    assert [on_scale(Mood("m", step, of)) for step in range(1, of + 1)] == expected


@given(st.integers(2, 200))
def test_a_scale_is_as_far_on_both_sides_and_never_turns_back(of: int) -> None:
    steps = [on_scale(Mood("m", step, of)) or 0 for step in range(1, of + 1)]
    assert (steps[0], steps[-1]) == (1, 7)
    assert steps == sorted(steps)
    assert [8 - step for step in reversed(steps)] == steps


@pytest.mark.parametrize("mood", [Mood("m"), Mood("m", 0, 5), Mood("m", 6, 5), Mood("m", 1, 1)])
def test_what_is_no_step_of_a_scale_is_no_answer(mood: Mood) -> None:
    assert on_scale(mood) is None


@pytest.mark.parametrize(
    ("mood", "expected"),
    [
        (Mood("meh", 3, 5), 4),
        (Mood("calm", 1, 5), 1),
        (Mood(" Calm"), 6),
        (Mood("thrilled"), 6),
        (Mood("anxious"), 2),
        (Mood("lonely"), 2),
        (Mood("mixed"), None),
        (Mood("tight chest"), None),
        (Mood("so so"), None),
    ],
)
def test_a_mood_is_offered_by_its_step_or_by_the_side_of_our_word(
    mood: Mood, expected: Answer
) -> None:
    assert first_meaning(with_moods(mood), (), (), ()).moods[0].pleasantness == expected


# -- tags that are offered -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        (Tagged("by myself", " PEOPLE"), "person"),
        (Tagged("NOOR "), "person"),
        (Tagged("the  owl", "Places"), "part"),
        (Tagged("Both"), "person"),
        (Tagged("Anxious"), "feeling"),
        (Tagged("mixed", "Emotions"), "feeling"),
        (Tagged("Queasy"), "body"),
        (Tagged("restless"), "feeling"),
        (Tagged("calm", "People"), "person"),
        (Tagged("work"), "note"),
        (Tagged("work", "Peoples"), "note"),
    ],
)
def test_a_tag_is_taken_for_what_it_is_called_here(tag: Tagged, expected: Use) -> None:
    people, parts = [person("n", "Noor"), person("b", "both")], [part("o", "The Owl")]
    meaning = first_meaning(with_tags(tag), (), people, [*parts, part("b2", "Both")])
    assert [one.use for one in meaning.tags] == [expected]


@given(founds)
def test_nothing_is_left_out_before_the_person_says_so(read: Found) -> None:
    meaning = first_meaning(read, (), (), ())
    assert "nothing" not in {one.use for one in meaning.tags}
    assert [(one.name, one.group) for one in meaning.tags] == [
        (one.name, one.group) for one, _ in tags_of(read)
    ]
    assert [one.name for one in meaning.moods] == [one.name for one, _ in moods_of(read)]


# -- what was said before ------------------------------------------------------------------------


def test_what_was_said_the_last_time_wins_over_steps_and_names() -> None:
    read = found(record(moods=(Mood("Good", 4, 5),), tags=(Tagged("noor", "people"),)))
    before = moved_in(
        moods=(MoodMeaning("good ", CANT_TELL),), tags=(TagMeaning("Noor", "People", "nothing"),)
    )
    earliest = replace(before, at=NOON - timedelta(days=2), moods=(MoodMeaning("good", 3),))
    expected = Meaning(
        (MoodMeaning("Good", CANT_TELL),), (TagMeaning("noor", "people", "nothing"),)
    )
    for earlier in ([earliest, before], [before, earliest]):
        assert first_meaning(read, earlier, [person("n", "Noor")], ()) == expected


def test_a_mood_that_was_left_without_an_answer_stays_so() -> None:
    before = moved_in(moods=(MoodMeaning("good"),))
    assert first_meaning(with_moods(Mood("good", 4, 5)), [before], (), ()).moods == before.moods


def test_what_was_said_of_another_app_or_group_says_nothing() -> None:
    before = moved_in(
        source="pixels", moods=(MoodMeaning("good", 3),), tags=(TagMeaning("work", "", "body"),)
    )
    other = moved_in(tags=(TagMeaning("work", "Places", "body"),))
    read = found(record(moods=(Mood("good", 4, 5),), tags=(Tagged("work"),)))
    meaning = first_meaning(read, [before, other], (), ())
    assert (meaning.moods[0].pleasantness, meaning.tags[0].use) == (6, "note")


# -- saying it otherwise -------------------------------------------------------------------------


def test_a_mood_is_given_another_meaning() -> None:
    meaning = Meaning((MoodMeaning("good", 6), MoodMeaning("meh", 4)), (NOTE,))
    assert with_mood(meaning, " MEH", CANT_TELL) == replace(
        meaning, moods=(MoodMeaning("good", 6), MoodMeaning("meh", CANT_TELL))
    )
    assert with_mood(meaning, "other", 1) == meaning
    with pytest.raises(ValueError, match="from 1 to 7"):
        with_mood(meaning, "meh", 8)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda one: with_tag(one, "noor", "people", "part"), ("note", "part", "note")),
        (lambda one: with_tag(one, "Noor", "", "part"), ("note", "person", "note")),
        (lambda one: with_all_tags(one, "nothing"), ("nothing",) * 3),
        (lambda one: with_all_tags(one, "nothing", "food "), ("note", "person", "nothing")),
        (lambda one: with_all_tags(one, "body", ""), ("body", "person", "note")),
    ],
)
def test_one_tag_a_group_or_all_of_them_are_used_otherwise(
    change: Callable[[Meaning], Meaning], expected: tuple[Use, ...]
) -> None:
    meaning = Meaning((MoodMeaning("good", 6),), (NOTE, PERSON, EATEN))
    changed = change(meaning)
    assert tuple(one.use for one in changed.tags) == expected
    assert [one.name for one in changed.tags] == ["work", "Noor", "soup"]
    assert changed.moods == meaning.moods

"""What one record becomes: answers, three words, names, and a note that holds the rest."""

import pytest
from hypothesis import given

from domain.entries import CANT_TELL, UP_TO, Answer, MoodMeaning, TagMeaning, Use
from domain.moving_in.meaning import Meaning, called, called_tag
from domain.moving_in.record import Found, Mood, Record, Tagged
from domain.moving_in.telling import WORD_MAX, Told, preview, teller
from tests.domain.found import LONG, NOTHING, found, record, understood


def meant(**uses: Use) -> Meaning:
    return Meaning((), tuple(TagMeaning(name, "", use) for name, use in uses.items()))


def tags(*names: str) -> tuple[Tagged, ...]:
    return tuple(map(Tagged, names))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), None),
        (("ok",), 4),
        (("OK ", "rad"), 4),
        (("awful", "ok", "rad"), 4),
        (("rad", "ok", "awful", "awful"), 1),
        (("who knows",), CANT_TELL),
        (("who knows", "rad"), 7),
        (("unanswered",), None),
        (("unanswered", "who knows"), CANT_TELL),
        (("never heard of",), None),
    ],
)
def test_of_several_moods_the_lower_middle_one_is_taken(
    names: tuple[str, ...], expected: Answer
) -> None:
    meaning = Meaning(
        (
            *(MoodMeaning("awful", 1), MoodMeaning("ok", 4), MoodMeaning("rad", 7)),
            *(MoodMeaning("who knows", CANT_TELL), MoodMeaning("unanswered")),
        )
    )
    assert teller(meaning)(record(moods=tuple(map(Mood, names)))).pleasantness == expected


@pytest.mark.parametrize(
    ("energy", "expected"), [(None, None), (Mood("high", 5, 5), 7), (Mood("2 of some"), None)]
)
def test_energy_is_told_by_its_own_scale(energy: Mood | None, expected: int | None) -> None:
    assert teller(NOTHING)(record(energy=energy)).energy == expected


@pytest.mark.parametrize(
    ("told", "meaning", "expected"),
    [
        (record(title=" A day ", note="by the\n sea\n"), NOTHING, Told(note="A day\nby the\n sea")),
        (record(tags=tags("work", "a\nwalk", "Work ")), NOTHING, Told(note="Tags: Work, a walk")),
        (record(tags=tags("work")), meant(work="nothing"), Told()),
        (record(title=" ", tags=tags(" "), words=("", "\n")), NOTHING, Told()),
        (
            record(tags=tags("Noor", "Owl", "Calm", "QUEASY", "mellow")),
            meant(noor="person", owl="part", calm="feeling", queasy="body", mellow="feeling"),
            Told(people=("Noor",), parts=("Owl",), feelings=("calm", "mellow"), body=("queasy",)),
        ),
        (
            record(words=("Sad", "calm", "sad "), tags=tags("CALM", "d", "e")),
            meant(calm="feeling", d="feeling", e="feeling"),
            Told(feelings=("sad", "calm", "d"), note="Tags: e"),
        ),
        (
            record(note="n", words=("a", "b", "c", "w"), tags=tags("p", "q", "r", "s", "t")),
            meant(p="body", q="body", r="body", s="body"),
            Told(feelings=("a", "b", "c"), body=("p", "q", "r"), note="n\nTags: t, w, s"),
        ),
        (
            record(words=("w", "x", "y", "z"), tags=tags("z")),
            NOTHING,
            Told(feelings=("w", "x", "y"), note="Tags: z"),
        ),
        (
            record(words=("a" * WORD_MAX, "b" * (WORD_MAX + 1))),
            NOTHING,
            Told(feelings=("a" * WORD_MAX,), note="Tags: " + "b" * (WORD_MAX + 1)),
        ),
    ],
)
def test_what_a_record_becomes(told: Record, meaning: Meaning, expected: Told) -> None:
    assert teller(meaning)(told) == expected


@pytest.mark.parametrize("use", ["person", "part", "feeling", "body", "note"])
def test_a_name_that_is_too_long_for_one_stands_in_the_note(use: Use) -> None:
    meaning = Meaning((), (TagMeaning(LONG, "", use),))
    assert teller(meaning)(record(tags=tags(LONG))) == Told(note=f"Tags: {LONG.strip()}")
    meaning = Meaning((), (TagMeaning(LONG, "", "nothing"),))
    assert teller(meaning)(record(tags=tags(LONG))) == Told()


def test_the_same_tag_may_mean_something_else_in_another_group() -> None:
    meaning = Meaning((), (TagMeaning("Robin", "People", "person"), TagMeaning("Robin", "Birds")))
    told = teller(meaning)(record(tags=(Tagged("robin", "people"), Tagged("Robin", "birds"))))
    assert told == Told(people=("robin",), note="Tags: Robin")


@given(understood())
def test_nothing_of_a_record_is_lost(read: tuple[Found, Meaning]) -> None:
    file, meaning = read
    tell = teller(meaning)
    unwanted = {called_tag(one) for one in meaning.tags if one.use == "nothing"}
    for one in file.records:
        told = tell(one)
        words = (*told.feelings, *told.body, *told.people, *told.parts, told.note)
        kept = {word for each in words for word in called(each.replace(",", " ")).split()}
        wanted = [tag.name for tag in one.tags if called_tag(tag) not in unwanted]
        for name in (*one.words, *wanted):
            assert {*called(name.replace(",", " ")).split()} <= kept
        assert one.title.strip() in told.note
        assert one.note.strip() in told.note


@given(understood())
def test_words_are_three_at_most_and_short_and_no_name_comes_twice(
    read: tuple[Found, Meaning],
) -> None:
    file, meaning = read
    for told in map(teller(meaning), file.records):
        for words in (told.feelings, told.body):
            assert len(words) <= UP_TO
        for names in (told.feelings, told.body, told.people, told.parts):
            assert all(0 < len(name) <= WORD_MAX for name in names)
            assert len({called(name) for name in names}) == len(names)


def test_a_preview_is_the_first_records_beside_what_they_become() -> None:
    some = [record(str(place), note=f"note {place}") for place in range(9)]
    rows = preview(found(*some), NOTHING, 2)
    assert [row.was for row in rows] == some[:2]
    assert [row.becomes for row in rows] == [Told(note="note 0"), Told(note="note 1")]
    assert len(preview(found(*some), NOTHING, 20)) == 9

"""What a file becomes: people and parts once each, check-ins, and the same file never twice."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import (
    CheckIn,
    Entry,
    Here,
    MoodMeaning,
    MovedIn,
    Origin,
    Original,
    Part,
    Person,
    Settings,
    TagMeaning,
)
from domain.moving_in.becoming import Becoming
from domain.moving_in.meaning import Meaning, called, first_meaning
from domain.moving_in.record import Found, Mood, Tagged
from domain.moving_in.telling import teller
from domain.people import OFFERED, free_look
from domain.web import free_angle
from tests.domain.found import NOON, Shelf, found, part, person, record, shelves, understood
from tests.entry_strategies import entries

HOUR = timedelta(hours=1)
MEANING = Meaning(
    (MoodMeaning("rad", 7),),
    (
        TagMeaning("Noor", "", "person"),
        TagMeaning("Owl", "", "part"),
        TagMeaning("sad", "", "body"),
    ),
)


def with_tags(*names: str, **more: Any) -> Found:
    return found(record(tags=tuple(map(Tagged, names))), **more)


def whole(*entries: Entry) -> Found:
    return Found(source="meanwhile", entries=entries)


def check_ins(becoming: Becoming) -> list[CheckIn]:
    return [one for one in becoming.entries if isinstance(one, CheckIn)]


# -- records -------------------------------------------------------------------------------------


def test_a_record_becomes_a_check_in() -> None:
    one = record(
        "r",
        logged_at=NOON + HOUR,
        edited_at=NOON + 2 * HOUR,
        moods=(Mood("rad"),),
        energy=Mood("low", 1, 3),
        words=("Calm",),
        tags=tuple(map(Tagged, ("noor", "owl", "sad", "work"))),
        title="A day",
        note="by the sea",
        fields=(Original("mood", "rad"),),
    )
    here = Shelf(person("n", "Noor"), part("o", "Owl"))
    told = CheckIn(
        id="r",
        at=NOON,
        logged_at=NOON + HOUR,
        edited_at=NOON + 2 * HOUR,
        pleasantness=7,
        energy=1,
        feelings=("calm",),
        body=("sad",),
        people=("n",),
        parts=(Here("o"),),
        note="A day\nby the sea\nTags: work",
        origin=Origin("daylio", (Original("mood", "rad"),)),
    )
    mark = MovedIn(
        id="moved in new0",
        at=NOON,
        source="daylio",
        added=("r",),
        moods=MEANING.moods,
        tags=MEANING.tags,
    )
    expected = Becoming(entries=(told, mark), new=1, first=NOON, last=NOON)
    assert here.becoming(found(one), MEANING) == expected


def test_where_a_file_does_not_tell_when_it_was_written_nothing_was_added_later() -> None:
    file = found(record(edited_at=NOON + HOUR))
    (one,) = check_ins(Shelf().becoming(file))
    assert (one.logged_at, one.edited_at) == (NOON, NOON + HOUR)
    assert not one.recalled


def test_what_is_here_stays_and_what_comes_twice_is_made_once() -> None:
    here = Shelf(CheckIn(id="old", at=NOON, logged_at=NOON, note="mine"))
    file = found(
        *(record("c", at=NOON + 3 * HOUR), record("old", note="theirs"), record("b", note="first")),
        *(record("a", at=NOON - HOUR), record("b", note="again"), record("d", at=NOON)),
    )
    becoming = here.becoming(file)
    assert (becoming.new, becoming.here) == (4, 2)
    assert [(one.id, one.note) for one in check_ins(becoming)] == [
        ("a", ""),
        ("b", "first"),
        ("d", ""),
        ("c", ""),
    ]
    assert (becoming.first, becoming.last) == (NOON - HOUR, NOON + 3 * HOUR)


def test_a_file_without_anything_new_makes_nobody_and_no_entry() -> None:
    here = Shelf(CheckIn(id="r", at=NOON, logged_at=NOON))
    assert here.becoming(with_tags("Noor", "Owl"), MEANING) == Becoming(here=1)
    assert here.becoming(found()) == Becoming()


# -- who is named --------------------------------------------------------------------------------


def test_whoever_is_named_a_thousand_times_is_made_once() -> None:
    tags = [Tagged(name) for name in ("Noor", "noor ", "Owl", "OWL")]
    file = found(*(record(str(place), tags=(tags[place % 4],)) for place in range(1000)))
    becoming = Shelf().becoming(file, MEANING)
    assert [one.name for one in becoming.people] == ["Noor"]
    assert [one.name for one in becoming.parts] == ["Owl"]
    (noor,), (owl,) = becoming.people, becoming.parts
    assert (noor.at, owl.at) == (NOON, NOON)
    where = [(one.people, one.parts) for one in check_ins(becoming)]
    assert where.count(((noor.id,), ())) == where.count(((), (Here(owl.id),))) == 500
    kinds = [type(one) for one in becoming.entries]
    assert kinds == [Person, Part, *[CheckIn] * 1000, MovedIn]


def test_of_two_with_the_same_name_the_first_is_meant_resting_or_not() -> None:
    here = Shelf(
        *(person("a", " NOOR", resting_since=NOON), person("b", "Noor")),
        *(part("c", "owl"), part("d", "Owl")),
    )
    becoming = here.becoming(with_tags("noor", "owl"), MEANING)
    assert (becoming.people, becoming.parts) == ((), ())
    (one,) = check_ins(becoming)
    assert (one.people, one.parts) == (("a",), (Here("c"),))


def test_newcomers_look_like_nobody_else_and_stand_where_there_is_most_room() -> None:
    names = [f"Somebody {place}" for place in range(len(OFFERED) + 1)]
    meaning = Meaning((), tuple(TagMeaning(name, "", "person") for name in names))
    made = [person("old", "Noor", angle=free_angle(()))]
    for one in Shelf(*made).becoming(with_tags(*names), meaning).people:
        assert (one.shape, one.color) == free_look(made)
        assert one.angle == free_angle(made)
        made.append(one)
    assert len(made) == 2 + len(OFFERED)


def test_new_parts_have_looks_of_their_own() -> None:
    meaning = Meaning((), tuple(TagMeaning(f"p{place}", "", "part") for place in range(81)))
    new = Shelf().becoming(with_tags(*(one.name for one in meaning.tags)), meaning).parts
    assert len({(one.shape, one.color) for one in new}) == 80
    assert (new[80].shape, new[80].color) == (new[0].shape, new[0].color)


# -- whole entries -------------------------------------------------------------------------------


def test_whole_entries_are_added_as_they_are_where_they_are_not_here() -> None:
    here = Shelf(person("n", "Noor"), part("x", "Owl"))
    theirs = (person("n", "Other"), person("x", "Sam"), part("o", "Owl"), person("x", "Sam again"))
    becoming = here.becoming(whole(*theirs))
    assert becoming.entries[:-1] == theirs[1:3]
    assert (becoming.new, becoming.here) == (2, 2)
    assert becoming.people == (theirs[1],)
    mark = becoming.entries[-1]
    assert isinstance(mark, MovedIn)
    assert mark.added == ("x", "o")
    assert (becoming.first, becoming.last) == (NOON, NOON)


@pytest.mark.parametrize(
    ("here", "fresh", "come"), [((), True, 1), ((), False, 0), ((Settings(day_start=5),), True, 0)]
)
def test_settings_come_only_into_a_journal_without_anything(
    here: tuple[Settings, ...], fresh: bool, come: int
) -> None:
    theirs = Settings(day_start=2)
    noor = person("n", "Noor")
    becoming = Shelf(*here).becoming(whole(theirs, noor, theirs), fresh=fresh)
    assert becoming.entries[:-1] == (*[theirs] * come, noor)
    assert (becoming.new, becoming.here) == (1, 0)
    mark = becoming.entries[-1]
    assert isinstance(mark, MovedIn)
    assert mark.added == ("n",)
    assert Shelf(*here).becoming(whole(theirs), fresh=fresh).entries == (theirs,) * come


@given(shelves, st.lists(entries, max_size=6).map(lambda some: whole(*some)), st.booleans())
def test_a_file_of_this_app_changes_nothing_that_is_here_and_nothing_twice(
    here: Shelf, file: Found, fresh: bool
) -> None:
    before = dict(here.entries)
    becoming = here.becoming(file, fresh=fresh)
    here.put(becoming.entries)
    assert {key: here.entries[key] for key in before} == before
    assert all(here.known(type(one), one.id) for one in file.entries if type(one) is not Settings)
    told = [one for one in file.entries if type(one) is not Settings]
    assert becoming.new + becoming.here == len(told)
    assert here.becoming(file, fresh=fresh) == Becoming(here=len(told))


# -- any file at all -----------------------------------------------------------------------------


@given(shelves, understood())
def test_a_file_that_is_moved_in_twice_is_moved_in_once(
    here: Shelf, read: tuple[Found, Meaning]
) -> None:
    file, meaning = read
    here.put(here.becoming(file, meaning).entries)
    again = first_meaning(file, [one for one in here if isinstance(one, MovedIn)], (), ())
    assert here.becoming(file, again) == Becoming(here=len(file.records))


@given(shelves, understood())
def test_ids_are_those_of_the_file_whatever_its_order(
    here: Shelf, read: tuple[Found, Meaning]
) -> None:
    file, meaning = read
    one = here.becoming(file, meaning)
    other = here.becoming(replace(file, records=file.records[::-1]), meaning)
    expected = {each.id for each in file.records if not here.known(CheckIn, each.id)}
    assert [each.id for each in check_ins(one)] == [each.id for each in check_ins(other)]
    assert {each.id for each in check_ins(one)} == expected
    assert [each.name for each in one.people] == [each.name for each in other.people]


@given(shelves, understood())
def test_every_check_in_names_those_that_the_record_names(
    here: Shelf, read: tuple[Found, Meaning]
) -> None:
    file, meaning = read
    by_id = {one.id: one for one in file.records}
    becoming = here.becoming(file, meaning)
    here.put(becoming.entries)
    tell = teller(meaning)
    for one in check_ins(becoming):
        told = tell(by_id[one.id])
        assert [called(_name(here, Person, id)) for id in one.people] == [*map(called, told.people)]
        assert [called(_name(here, Part, each.part)) for each in one.parts] == [
            *map(called, told.parts)
        ]
        assert (one.note, one.feelings, one.body) == (told.note, told.feelings, told.body)
        assert (one.pleasantness, one.energy) == (told.pleasantness, told.energy)


def _name(here: Shelf, kind: type[Person] | type[Part], id: str) -> str:
    one = here.entries[kind, id]
    assert isinstance(one, Person | Part)
    return one.name


@given(shelves, understood())
def test_the_mark_has_the_ids_of_all_that_was_added_and_its_meaning(
    here: Shelf, read: tuple[Found, Meaning]
) -> None:
    file, meaning = read
    *made, mark = here.becoming(file, meaning).entries or (None,)
    if mark is not None:
        assert isinstance(mark, MovedIn)
        assert mark.added == tuple(one.id for one in made if one is not None)
        assert (mark.moods, mark.tags, mark.source) == (meaning.moods, meaning.tags, file.source)

"""People and places: who was met last, and how close they felt, never ranked and never summed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import people
from domain.days import day_of
from domain.entries import (
    COLORS,
    PERSON_SHAPES,
    AfterContact,
    Change,
    CheckIn,
    Closeness,
    Moment,
    Person,
)
from tests.entry_strategies import some_ids, steps, texts

NOON = datetime(2026, 6, 9, 12, tzinfo=UTC)
TODAY = date(2026, 6, 9)
DAY = timedelta(days=1)
FAR_EAST, FAR_WEST = timezone(timedelta(hours=14)), timezone(timedelta(hours=-10))

near = st.integers(-6 * 24 * 60, 6 * 24 * 60).map(lambda n: NOON + timedelta(minutes=n))
some_days = st.integers(-8, 8).map(lambda n: TODAY + n * DAY)
starts = st.integers(0, 12)
who = st.sampled_from("abcd")
groups = st.lists(who, unique=True).map(tuple)


def person(id: str, **more: Any) -> Person:
    return Person(**{"id": id, "at": NOON, "name": id, **more})


def check_in(*people: str, at: datetime = NOON) -> CheckIn:
    return CheckIn(id="c", at=at, logged_at=at, people=people)


def moment(*people: str, at: datetime = NOON) -> Moment:
    return Moment(id="m", at=at, logged_at=at, kind="good", people=people)


def names(some: Iterable[Person]) -> str:
    return "".join(one.id for one in some)


check_ins = st.lists(st.builds(lambda with_, at: check_in(*with_, at=at), groups, near), max_size=6)
happened = st.lists(st.builds(lambda with_, at: moment(*with_, at=at), groups, near), max_size=4)
known = st.lists(st.builds(person, who, at=near), max_size=4, unique_by=lambda one: one.id)


# -- their looks and their order ---------------------------------------------------------------


def test_every_look_is_given_once_before_the_first_comes_again() -> None:
    made: list[Person] = []
    for turn in range(len(PERSON_SHAPES) * len(COLORS)):
        shape, color = people.free_look(made)
        made.append(person(str(turn), shape=shape, color=color))
    looks = [(one.shape, one.color) for one in made]
    assert {*looks} == {(shape, color) for shape in PERSON_SHAPES for color in COLORS}
    assert looks[0] == (PERSON_SHAPES[0], COLORS[0])
    assert people.free_look(made) == looks[0]
    assert people.free_look([*made[:5], *made[6:]]) == looks[5]


def test_by_name_capitals_do_not_matter_and_of_one_name_the_one_made_first_is_first() -> None:
    some = [
        person("d", name="zoë"),
        person("c", name="Straße"),
        person("b", name="Zoë"),
        person("a", name="noor"),
        person("e", name="Strassen"),
    ]
    assert names(people.by_name(some)) == "acebd"


def test_each_was_met_last_at_a_check_in_or_a_moment() -> None:
    check_ins = [check_in("a", "b"), check_in("a", at=NOON + DAY), check_in("b", at=NOON - DAY)]
    moments = [moment("b", at=NOON + 2 * DAY), moment("a"), moment("c", at=NOON - DAY)]
    assert people.met(check_ins) == {"a": NOON + DAY, "b": NOON}
    assert people.met(check_ins, moments) == {
        "a": NOON + DAY,
        "b": NOON + 2 * DAY,
        "c": NOON - DAY,
    }
    assert people.met([]) == {}
    assert people.mentioned(check_ins, moments) == ["b", "a", "c"]
    assert people.mentioned([check_in("a", "c", "b")]) == ["c", "b", "a"]


def test_the_one_met_last_is_first_and_one_never_met_stands_where_they_were_made() -> None:
    some = [person("a"), person("b"), person("c", at=NOON + DAY), person("d"), person("e")]
    last = {"a": NOON + 2 * DAY, "b": NOON - DAY, "gone": NOON}
    assert names(people.newest_first(some, last)) == "acedb"
    assert names(people.newest_first(some[::-1], last)) == "acedb"


@given(check_ins, happened, known, st.data())
def test_nobody_comes_first_for_being_met_more_often(
    check_ins: list[CheckIn], happened: list[Moment], known: list[Person], data: st.DataObject
) -> None:
    last = people.met(check_ins, happened)
    # Everybody once more, and again, no later than they were met last.
    often = (
        data.draw(st.dictionaries(st.sampled_from(sorted(last)), st.integers(1, 9))) if last else {}
    )
    again = [
        check_in(id, at=last[id] - n * DAY) for id, count in often.items() for n in range(count)
    ]
    more = [*again, *check_ins, *again]
    assert people.met(more, happened) == people.met([*check_ins, *again], happened) == last
    assert people.mentioned(more, happened) == people.mentioned(check_ins, happened)
    assert people.newest_first(known, people.met(more, happened)) == people.newest_first(
        known, last
    )


@given(check_ins, happened, known)
def test_the_orders_are_those_of_time_and_hold_everybody_once(
    check_ins: list[CheckIn], happened: list[Moment], known: list[Person]
) -> None:
    last = people.met(check_ins, happened)
    mentioned = people.mentioned(check_ins, happened)
    everybody = {id for one in check_ins for id in one.people}
    assert sorted(mentioned) == sorted(everybody.union(*(one.people for one in happened)))
    assert [last[id] for id in mentioned] == sorted(last.values(), reverse=True)
    ordered = people.newest_first(known, last)
    when = [max(last.get(one.id, one.at), one.at) for one in ordered]
    assert when == sorted(when, reverse=True)
    assert sorted(names(ordered)) == sorted(names(known))


@given(some_ids, who)
def test_somebody_is_toggled_and_nobody_else_changes(ids: tuple[str, ...], id: str) -> None:
    with_them = people.toggled(ids, id)
    assert with_them == (*ids, id)
    assert people.toggled(with_them, id) == ids
    assert people.toggled((id, *ids), id) == ids


# -- how close they feel -----------------------------------------------------------------------


def told(*taps: tuple[float, dict[str, int | None]], start: int = 4) -> Person:
    """Somebody of whom it was told, so many hours from noon."""
    one = person("a")
    for hours, how in taps:
        one = people.told(one, NOON + timedelta(hours=hours), start, **how)
    return one


@pytest.mark.parametrize(
    ("taps", "history"),
    [
        ([(0, {"now": 4})], [(0, 4, None)]),
        ([(0, {"wish": 6})], [(0, None, 6)]),
        # What is not told again stays.
        ([(0, {"now": 4}), (1, {"wish": 6})], [(1, 4, 6)]),
        ([(0, {"now": 4, "wish": 6}), (1, {"now": 3})], [(1, 3, 6)]),
        ([(0, {"now": 4, "wish": 6}), (48, {"now": 3})], [(0, 4, 6), (48, 3, 6)]),
        ([(0, {"now": 4, "wish": 6}), (48, {"wish": 2})], [(0, 4, 6), (48, 4, 2)]),
        # A day keeps what was told last on it, till four in the morning.
        ([(0, {"now": 4}), (15.9, {"now": 5})], [(15.9, 5, None)]),
        ([(0, {"now": 4}), (16, {"now": 5})], [(0, 4, None), (16, 5, None)]),
        ([(0, {"now": 4}), (24, {"now": 4})], [(0, 4, None), (24, 4, None)]),
        # Taken off.
        ([(0, {"now": 4, "wish": 6}), (1, {"now": None})], [(1, None, 6)]),
        ([(0, {"now": 4}), (24, {"now": None})], [(0, 4, None), (24, None, None)]),
        ([(0, {"now": None})], [(0, None, None)]),
        # The clock was set back.
        ([(0, {"now": 1}), (72, {"now": 4}), (24, {"now": 5})], [(0, 1, None), (24, 5, None)]),
        ([(72, {"now": 4, "wish": 2}), (24, {"now": 5})], [(24, 5, 2)]),
        ([(2, {"now": 4}), (1, {"now": 5})], [(1, 5, None)]),
    ],
)
def test_closeness_is_a_history_of_days(
    taps: list[tuple[float, dict[str, int | None]]],
    history: list[tuple[float, int | None, int | None]],
) -> None:
    one = told(*taps)
    assert one.closeness == tuple(
        Closeness(NOON + timedelta(hours=hours), *steps) for hours, *steps in history
    )
    assert replace(one, closeness=()) == person("a")


def test_a_day_begins_at_the_hour_of_the_persons_choice() -> None:
    late: list[tuple[float, dict[str, int | None]]] = [(0, {"now": 4}), (13, {"now": 5})]
    assert len(told(*late, start=0).closeness) == 2
    assert len(told(*late, start=1).closeness) == 2
    assert len(told(*late, start=2).closeness) == 1


def test_after_a_flight_west_the_day_that_was_left_is_told_anew() -> None:
    east = (NOON + timedelta(hours=6)).astimezone(FAR_EAST)
    west = (NOON + timedelta(hours=9)).astimezone(FAR_WEST)
    assert day_of(west, 4) < day_of(east, 4)
    one = people.told(people.told(person("a"), east, 4, now=2), west, 4, now=6)
    assert one.closeness == (Closeness(west, 6),)


hows = st.dictionaries(st.sampled_from(["now", "wish"]), steps, min_size=1)
told_over_time = st.lists(st.tuples(near, hows), max_size=8)


@given(told_over_time, starts)
def test_now_and_what_is_wished_for_are_kept_apart_and_a_day_has_one_answer(
    taps: list[tuple[datetime, dict[str, int | None]]], start: int
) -> None:
    one = person("a")
    so_far: dict[str, int | None] = {"now": None, "wish": None}
    for at, how in taps:
        before, one = one, people.told(one, at, start, **how)
        so_far |= how
        assert one.close == Closeness(at, **so_far)
        grew = len(one.closeness) - len(before.closeness)
        assert grew in (0, 1)
        kept = one.closeness[:-1]
        assert kept == before.closeness[: len(kept)]
        if before.close:
            assert (grew == 1) is (day_of(before.close.at, start) < day_of(at, start))
            assert people.close_on(one, day_of(at, start), start) == one.close


@given(told_over_time, some_days, starts)
def test_a_day_has_what_was_told_last_by_its_end(
    taps: list[tuple[datetime, dict[str, int | None]]], day: date, start: int
) -> None:
    one = person("a")
    by_day: dict[date, Closeness] = {}
    for at, how in sorted(taps, key=lambda tap: tap[0]):
        one = people.told(one, at, start, **how)
        assert one.close is not None
        by_day[day_of(at, start)] = one.close
    past = [told for its, told in by_day.items() if its <= day]
    assert people.close_on(one, day, start) == (past[-1] if past else None)
    assert people.close_on(one, TODAY + 9 * DAY, start) == one.close
    assert people.close_on(one, TODAY - 9 * DAY, start) is None
    assert people.days_told([one], start) == by_day.keys()
    assert list(by_day.values()) == list(one.closeness)


@given(told_over_time, hows, starts)
def test_what_is_told_today_leaves_the_days_before_as_they_were(
    taps: list[tuple[datetime, dict[str, int | None]]], how: dict[str, int | None], start: int
) -> None:
    one = person("a")
    for at, before in taps:
        one = people.told(one, at, start, **before)
    new = people.told(one, NOON + 8 * DAY, start, **how)
    for ago in range(1, 16):
        day = day_of(NOON + 8 * DAY, start) - ago * DAY
        assert people.close_on(new, day, start) == people.close_on(one, day, start)


def test_a_day_is_that_of_the_place_where_it_was_told() -> None:
    late = NOON + timedelta(hours=14)
    for at, day, start in (
        (late, TODAY, 4),
        (late, TODAY + DAY, 2),
        (late.astimezone(FAR_WEST), TODAY, 0),
        (NOON.astimezone(FAR_EAST), TODAY + DAY, 0),
        (NOON.astimezone(FAR_EAST), TODAY, 3),
    ):
        one = person("a", closeness=(Closeness(at, 3),))
        assert people.days_told([one, person("b")], start) == {day}
        assert people.close_on(one, day, start) == one.close
        assert people.close_on(one, day - DAY, start) is None


def test_days_of_several_people_are_each_there_once() -> None:
    one = told((0, {"now": 1}), (24, {"now": 2}))
    other = told((1, {"wish": 1}), (72, {"now": 2}))
    assert people.days_told([one, other], 4) == {TODAY, TODAY + DAY, TODAY + 3 * DAY}
    assert people.days_told([], 4) == set()


# -- after contact -----------------------------------------------------------------------------


def contact(id: str, person: str, at: datetime) -> AfterContact:
    return AfterContact(id=id, at=at, person=person)


CONTACTS = [
    contact("1", "a", NOON - 3 * DAY),
    contact("2", "a", NOON),
    contact("3", "b", NOON + timedelta(hours=1)),
    contact("4", "c", NOON + 2 * DAY),
]


@pytest.mark.parametrize(
    ("person", "hours", "start", "id"),
    [
        ("a", 0, 4, "2"),
        ("a", 2, 4, "2"),
        ("a", 36, 4, "2"),
        ("a", 39.9, 4, "2"),
        ("a", 40, 4, None),
        ("a", 36, 0, None),
        ("a", 35.9, 0, "2"),
        ("b", 3, 4, "3"),
        ("d", 3, 4, None),
        # The clock was set back.
        ("c", 0, 4, "4"),
        ("a", -72, 4, "2"),
    ],
)
def test_what_was_told_after_contact_today_or_yesterday_may_be_told_further(
    person: str, hours: float, start: int, id: str | None
) -> None:
    found = people.after_contact(CONTACTS, person, NOON + timedelta(hours=hours), start)
    assert (found and found.id) == id


@given(st.lists(st.tuples(who, near), max_size=6), who, near, st.sampled_from(["less", "more"]))
def test_what_was_told_in_the_lines_changes_no_order_and_no_choice(
    some: list[tuple[str, datetime]], id: str, now: datetime, change: Change
) -> None:
    plain = [contact(str(place), *one) for place, one in enumerate(some)]
    filled = [replace(one, zest=change, worth=change, wanting=change) for one in plain]
    found = people.after_contact(plain, id, now, 4)
    also = people.after_contact(filled, id, now, 4)
    assert (found and found.id) == (also and also.id)


# -- nobody is ranked --------------------------------------------------------------------------


@given(known, texts, st.lists(st.tuples(near, hows), max_size=3))
def test_nobody_stands_elsewhere_in_a_list_for_how_close_they_feel(
    known: Sequence[Person], bond: str, taps: list[tuple[datetime, dict[str, int | None]]]
) -> None:
    felt = []
    for place, one in enumerate(known):
        for at, how in taps[: place + 1]:
            one = people.told(one, at, 4, **how)
        felt.append(replace(one, bond=bond))
    assert names(people.by_name(felt)) == names(people.by_name(known))
    assert names(people.newest_first(felt, {})) == names(people.newest_first(known, {}))

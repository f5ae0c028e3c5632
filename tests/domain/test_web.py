"""The web: who is on it, and where everybody stands, at the distance that was felt."""

import math
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import web
from domain.entries import Closeness, Mending, Moment, Person, Repair
from domain.moments import Line
from domain.web import APART, Point
from tests.domain.webs import (
    DAY,
    EVERY,
    NEAR,
    NOON,
    TIGHT,
    angles,
    between,
    few,
    gap,
    ids,
    is_free,
    large_crowds,
    nears,
    node,
    person,
    seen,
    small_crowds,
)
from tests.entry_strategies import finite

# -- where everybody stands -------------------------------------------------------------------


def test_nearer_is_closer_to_the_middle_and_larger_a_step_as_wide_as_the_next() -> None:
    assert [web.ring(near) for near in EVERY] == [174, 159, 144, 129, 114, 99, 84]
    sizes = [web.radius_of(near) for near in EVERY]
    assert (sizes[0], sizes[-1]) == (21, 26)
    assert all(one < other for one, other in pairwise(sizes))
    assert [node(0, near, 0).radius for near in EVERY] == sizes


@pytest.mark.parametrize(
    ("angle", "at"),
    [(0, (84, 0)), (90, (0, 84)), (180, (-84, 0)), (270, (0, -84)), (45, (59.397, 59.397))],
)
def test_angles_go_clockwise_from_the_right(angle: float, at: Point) -> None:
    assert node(0, 7, angle).at == pytest.approx(at, abs=0.001)
    assert web.angle_of(*node(0, 7, angle).at) == pytest.approx(angle, abs=NEAR)


@given(st.floats(0, 359.99), st.floats(0.1, 1e6))
def test_a_point_is_seen_at_its_angle_however_far_it_is(angle: float, far: float) -> None:
    turn = math.radians(angle)
    assert between(web.angle_of(far * math.cos(turn), far * math.sin(turn)), angle) < NEAR


@given(finite, finite)
def test_every_point_has_an_angle_on_the_circle(x: float, y: float) -> None:
    assert 0 <= web.angle_of(x, y) < 360


@few
@given(small_crowds | large_crowds, st.randoms())
def test_nobody_touches_anybody_nor_the_middle_and_order_does_not_matter(
    people: list[Person], random: Any
) -> None:
    nodes = seen(people)
    assert [one.person for one in nodes] == people
    assert is_free(nodes)
    assert seen(random.sample(people, len(people))) == seen(iter(people)) == nodes


@few
@given(small_crowds | large_crowds)
def test_nobody_is_drawn_nearer_than_they_feel_and_two_exactly_so(people: list[Person]) -> None:
    for one in seen(people):
        assert one.person.close
        assert one.near == one.person.close.now
        assert 0 <= one.angle < 360
        out = (one.distance - web.ring(one.near)) / web.OUTWARD
        assert out >= 0
        assert out == pytest.approx(round(out), abs=NEAR)
    # Two nearest of all may leave no room for a third between them.
    for one in seen(people[:2]):
        assert one.distance == web.ring(one.near)


@few
@given(large_crowds)
def test_who_finds_no_room_goes_only_as_far_out_as_needed(people: list[Person]) -> None:
    nodes = seen(people)
    for place, one in enumerate(nodes):
        inner = one.distance - web.OUTWARD
        while inner >= web.ring(one.near):
            for aside in range(-60, 61, 15):
                moved = replace(one, angle=one.person.angle % 360 + aside, distance=inner)
                assert any(gap(moved, other) < TIGHT for other in nodes[:place])
            inner -= web.OUTWARD


@few
@given(small_crowds | large_crowds, st.data())
def test_who_comes_later_moves_nobody(people: list[Person], data: st.DataObject) -> None:
    nodes = seen(people)
    count = data.draw(st.integers(0, len(people)))
    assert seen(people[:count]) == nodes[:count]


def test_who_was_made_first_keeps_their_place_whatever_the_ids() -> None:
    early, late = replace(person(0), id="z"), replace(person(1), id="a")
    assert ids(seen([late, early])) == ["z", "a"]
    assert [one.angle == 0 for one in seen([late, early])] == [True, False]


def test_of_two_made_at_one_moment_the_first_id_keeps_its_place() -> None:
    some = [replace(person(place), at=NOON) for place in range(3)]
    assert ids(seen(some)) == ids(seen(some[::-1])) == ["p00", "p01", "p02"]
    assert seen(some)[0].angle == 0


@given(nears, angles)
def test_alone_everybody_stands_where_they_were_put(near: int, angle: float) -> None:
    (one,) = seen([person(0, near, angle)])
    assert between(one.angle, angle) < NEAR
    assert one.distance == web.ring(near)


@given(st.lists(nears, min_size=2, max_size=4), angles)
def test_whoever_can_stands_where_they_were_put_and_others_as_near_to_it_as_is_free(
    some: list[int], angle: float
) -> None:
    nodes = seen([person(place, near, angle) for place, near in enumerate(some)])
    for place, one in enumerate(nodes):
        off = between(one.angle, angle)
        for degrees in range(180):
            if degrees >= off:
                break
            for way in (-1, 1):
                there = replace(one, angle=angle % 360 + way * degrees)
                assert any(gap(there, other) < TIGHT for other in nodes[:place])


@given(st.floats(-360, 360))
def test_of_two_places_as_near_the_one_clockwise_is_taken(angle: float) -> None:
    nodes = seen([person(0, 7, angle), person(1, 7, angle), person(2, 7, angle)])
    one, *others = nodes
    first, second = ((other.angle - one.angle + 180) % 360 - 180 for other in others)
    assert first == pytest.approx(-second, abs=NEAR)
    apart = 2 * one.radius + APART
    assert abs(first) == pytest.approx(2 * math.degrees(math.asin(apart / 2 / 84)), abs=1e-4)
    # Just beside each other, no further than they have to be.
    assert gap(one, nodes[1]) == pytest.approx(APART, abs=1e-4)
    assert gap(one, nodes[2]) == pytest.approx(APART, abs=1e-4)


def test_the_first_that_has_to_move_moves_clockwise() -> None:
    one, other, third = seen([person(place, 7, 10) for place in range(3)])
    assert one.angle == 10
    assert other.angle == pytest.approx(51.85, abs=0.01)
    assert third.angle == pytest.approx(328.15, abs=0.01)


def test_on_rings_far_from_each_other_one_stands_behind_the_other() -> None:
    nodes = seen([person(0, 7, 30), person(1, 1, 30), person(2, 3, 30)])
    assert [one.angle == 30 for one in nodes] == [True, True, False]


# -- who is on it -----------------------------------------------------------------------------


def test_who_rests_and_of_whom_nothing_is_told_is_not_on_it() -> None:
    some = [
        person(0),
        person(1, closeness=()),
        person(2, None),
        person(3, closeness=(Closeness(NOON, None, 5),)),
        person(4, resting_since=NOON),
        person(5, closeness=(Closeness(NOON - DAY, 4), Closeness(NOON, None))),
        person(6, closeness=(Closeness(NOON - DAY, None), Closeness(NOON, 2))),
    ]
    nodes = seen(some)
    assert ids(nodes) == ["p00", "p06"]
    assert [one.near for one in nodes] == [4, 2]
    assert seen([]) == ()


@pytest.mark.parametrize(
    ("day", "start", "near"),
    [(7, 4, None), (8, 4, 2), (9, 4, 2), (10, 4, 6), (10, 2, 2), (11, 2, 6), (12, 4, 6)],
)
def test_a_day_has_everybody_as_they_felt_by_its_end(
    day: int, start: int, near: int | None
) -> None:
    told = (Closeness(NOON - DAY, 2), Closeness(NOON + timedelta(hours=39), 6))
    nodes = web.on([person(0, closeness=told)], (), date(2026, 6, day), start)
    assert [one.near for one in nodes] == ([] if near is None else [near])


@pytest.mark.parametrize(
    ("day", "start", "there"), [(9, 4, True), (10, 4, False), (10, 2, True), (11, 2, False)]
)
def test_who_rests_now_is_still_on_the_web_of_the_days_before(
    day: int, start: int, there: bool
) -> None:
    one = person(0, resting_since=NOON + timedelta(hours=39))
    assert bool(web.on([one], (), date(2026, 6, day), start)) is there


@few
@given(large_crowds, st.data())
def test_who_rests_or_is_taken_off_leaves_those_who_came_before_where_they_are(
    people: list[Person], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(people) - 1))
    before = seen(people)
    some = [*people]
    some[place] = replace(some[place], resting_since=NOON)
    after = seen(some)
    assert ids(after) == [id for id in ids(before) if id != people[place].id]
    assert after[:place] == before[:place]
    assert is_free(after)


@pytest.mark.parametrize(
    ("day", "lines"),
    [
        (8, ["whole", "whole", "whole"]),
        (9, ["open", "open", "whole"]),
        (10, ["left", "open", "whole"]),
    ],
)
def test_a_line_is_that_to_each_of_them_on_the_day(day: int, lines: list[Line]) -> None:
    told = [Closeness(NOON - 2 * DAY, 4)]
    some = [person(place, angle=90 * place, closeness=tuple(told)) for place in range(3)]
    moments = [
        moment("p00", "p01", "gone"),
        moment("p00", state="not_wanted"),
        moment("p02", kind="good"),
    ]
    moments[0] = replace(moments[0], people=("p01", "gone"))
    assert [one.line for one in web.on(some, moments, date(2026, 6, day), 4)] == lines


def moment(*people: str, kind: Any = "rupture", state: Repair | None = None) -> Moment:
    """One of noon, of which more was told a day later."""
    mending = (Mending(NOON + DAY, state),) if state else ()
    return Moment(
        id=f"{people}", at=NOON, logged_at=NOON, kind=kind, people=people, mending=mending
    )

"""Where somebody settles on the web who is put elsewhere or new."""

import math
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain import web
from domain.entries import STEPS, Person
from domain.web import APART, STEP, Node
from tests.domain.webs import (
    EVERY,
    NEAR,
    TIGHT,
    angles,
    between,
    crowds,
    few,
    gap,
    ids,
    is_free,
    large_crowds,
    node,
    person,
    seen,
    small_crowds,
)

# -- put elsewhere ----------------------------------------------------------------------------


@few
@given(small_crowds | large_crowds, st.data(), angles)
def test_where_somebody_settles_is_free_and_as_near_as_can_be(
    people: list[Person], data: st.DataObject, angle: float
) -> None:
    assume(people)
    nodes = seen(people)
    mine = data.draw(st.sampled_from(nodes))
    found = web.settled(nodes, mine.person.id, angle)
    assert found is not None
    assert 0 <= found < 360
    others = [one for one in nodes if one is not mine]
    assert all(gap(replace(mine, angle=found), one) >= APART - NEAR for one in others)
    for degrees in range(0, math.ceil(between(found, angle)), 3):
        for way in (-1, 1):
            there = replace(mine, angle=angle % 360 + way * degrees)
            assert any(gap(there, other) < TIGHT for other in others)


@few
@given(small_crowds | large_crowds)
def test_who_is_put_where_they_stand_stays_there(people: list[Person]) -> None:
    nodes = seen(people)
    for one in nodes:
        for way in (-1, 0, 1):
            found = web.settled(nodes, one.person.id, one.angle, way)
            assert found is not None
            assert between(found, one.angle) < NEAR


@pytest.mark.parametrize("count", range(2, 20))
@pytest.mark.parametrize("near", EVERY)
def test_who_just_fits_between_two_fits_there_whatever_is_rounded(near: int, count: int) -> None:
    some = [person(place, near, count * 17.3) for place in range(count)]
    for one in (nodes := seen(some)):
        for way in (-1, 0, 1):
            found = web.settled(nodes, one.person.id, one.angle, way)
            assert found is not None
            assert between(found, one.angle) < NEAR


@given(crowds(60), st.data(), angles)
def test_where_all_stand_as_they_were_put_nobody_moves_but_the_one_that_is_put(
    people: list[Person], data: st.DataObject, angle: float
) -> None:
    nodes = [
        one
        for one in seen(people)
        if one.distance == web.ring(one.near) and between(one.angle, one.person.angle) < 1e-9
    ]
    assume(nodes)
    mine = data.draw(st.sampled_from(nodes))
    settled = web.settled(nodes, mine.person.id, angle)
    assert settled is not None
    put = [replace(one.person, angle=settled if one is mine else one.person.angle) for one in nodes]
    for before, after in zip(nodes, seen(put), strict=True):
        assert after.distance == before.distance
        assert between(after.angle, settled if before is mine else before.angle) < NEAR


@given(angles)
def test_who_is_not_on_the_web_settles_nowhere(angle: float) -> None:
    nodes = seen([person(0), person(1)])
    assert web.settled(nodes, "p02", angle) is None
    assert web.settled((), "p00", angle) is None
    assert web.stepped(nodes, "p02", 1) is None


def full_ring() -> list[Node]:
    """Eight all around, and one among them with no place on their ring."""
    return [*(node(place, 7, 45.0 * place) for place in range(8)), node(8, 7, 20.0)]


@given(angles, st.sampled_from([-1, 0, 1]))
def test_where_nothing_is_free_somebody_stays_where_they_are(angle: float, way: int) -> None:
    assert web.settled(full_ring(), "p08", angle, way) == 20
    assert web.settled([one for one in full_ring() if one.angle != 90], "p08", angle) == (
        pytest.approx(90, abs=3.2)
    )


def test_a_step_is_six_degrees_either_way_where_nobody_stands() -> None:
    nodes = seen([person(0, 7, 3), person(1, 7, 180)])
    assert web.stepped(nodes, "p00", 1) == pytest.approx(3 + STEP)
    assert web.stepped(nodes, "p00", -1) == pytest.approx(363 - STEP)


@few
@given(small_crowds | large_crowds, st.data(), st.sampled_from([-1, 1]))
def test_a_step_goes_its_own_way_past_who_stands_there_to_the_next_free_place(
    people: list[Person], data: st.DataObject, way: int
) -> None:
    assume(people)
    nodes = seen(people)
    mine = data.draw(st.sampled_from(nodes))
    found = web.stepped(nodes, mine.person.id, way)
    assert found is not None
    others = [one for one in nodes if one is not mine]
    assert all(gap(replace(mine, angle=found), one) >= APART - NEAR for one in others)
    went = way * (found - mine.angle) % 360 or 360
    assert went >= STEP - NEAR or went <= NEAR
    for degrees in range(int(STEP), math.ceil(went) if went > NEAR else 360, 3):
        there = replace(mine, angle=mine.angle + way * degrees)
        assert went - degrees < NEAR or any(gap(there, one) < TIGHT for one in others)


@pytest.mark.parametrize("way", [-1, 1])
def test_by_steps_one_comes_all_the_way_round_past_everybody(way: int) -> None:
    people = [person(place, 7, 90.0 * place) for place in range(4)]
    passed = []
    for _ in range(60):
        nodes = seen(people)
        angle = web.stepped(nodes, "p00", way)
        assert angle is not None
        passed.append(way * (angle - people[0].angle) % 360)
        people[0] = replace(people[0], angle=angle)
        assert ids(nodes)[1:] == ["p01", "p02", "p03"]
        assert [one.angle for one in nodes[1:]] == pytest.approx([90, 180, 270])
    assert all(STEP - NEAR <= one < 100 for one in passed)
    assert sum(passed) > 2 * 360


@given(angles, st.integers(1, 12))
def test_a_clean_step_back_undoes_a_step(angle: float, count: int) -> None:
    (one,) = start = seen([person(0, 4, angle)])
    there = start
    for way in [1] * count + [-1] * count:
        moved = web.stepped(there, "p00", way)
        assert moved is not None
        there = seen([person(0, 4, moved)])
    assert between(there[0].angle, one.angle) < NEAR


# -- a free angle -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("taken", "free"),
    [
        ([], 270),
        ([270], 90),
        ([0], 180),
        ([270, 90], 180),
        ([0, 90], 225),
        ([0, 90, 225], 157.5),
        ([350, 10], 180),
        ([350, 10, 180], 95),
        ([-90], 90),
        ([720, 90], 225),
        ([0, 360, 90], 225),
        ([0, 120, 240], 60),
        ([0, 119.99999999, 240], 60),
        ([-1e-20, 0, 90], 225),
    ],
)
def test_a_new_one_comes_into_the_middle_of_the_widest_gap(taken: list[float], free: float) -> None:
    some = [person(place, angle=angle) for place, angle in enumerate(taken)]
    assert web.free_angle(some) == web.free_angle(some[::-1]) == pytest.approx(free)


@given(st.lists(angles, min_size=1, max_size=60))
def test_no_gap_is_wider_than_that_of_a_new_one(taken: list[float]) -> None:
    found = web.free_angle(person(place, angle=angle) for place, angle in enumerate(taken))
    assert 0 <= found < 360
    room = min(between(found, angle) for angle in taken)
    sides = sorted(angle % 360 for angle in taken)
    widest = max(
        (after - before for before, after in pairwise([*sides, sides[0] + 360])), default=360
    )
    assert room == pytest.approx(widest / 2, abs=1e-5)


def test_sixty_that_are_made_one_after_the_other_stand_apart() -> None:
    some: list[Person] = []
    for place in range(60):
        some.append(person(place, 1 + place % STEPS, web.free_angle(some)))
    nodes = seen(some)
    assert len({one.angle for one in some}) == 60
    assert is_free(nodes)
    assert all(one.distance == web.ring(one.near) for one in nodes[:9])

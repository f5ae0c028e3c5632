"""The web in depth: how large it is, and what a turn does."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import web
from domain.entries import Person
from domain.web import NAME, Node
from tests.domain.webs import (
    EVERY,
    NEAR,
    between,
    few,
    ids,
    large_crowds,
    nears,
    node,
    seen,
    small_crowds,
    turns,
)


@few
@given(small_crowds | large_crowds)
def test_everybody_and_their_name_is_whole_on_the_picture(people: list[Person]) -> None:
    nodes = seen(people)
    wide, high = web.size_of(nodes)
    for one in nodes:
        x, y = one.at
        assert abs(x) + one.radius <= wide
        assert abs(y) + one.radius + NAME <= high
    # And no larger than it has to be.
    edges = [(abs(one.at[0]) + one.radius, abs(one.at[1]) + one.radius + NAME) for one in nodes]
    assert wide == max([web.LEAST_WIDTH, *(x for x, _ in edges)])
    assert high == max([web.LEAST_HEIGHT, *(y for _, y in edges)])


def test_a_few_need_no_more_room_than_nobody() -> None:
    assert web.size_of([]) == (web.LEAST_WIDTH, web.LEAST_HEIGHT)
    few = [node(place, near, 45.0 * near) for place, near in enumerate(EVERY)]
    assert web.size_of(few) == web.size_of([])


@few
@given(small_crowds | large_crowds)
def test_turned_by_nothing_all_stand_where_they_stand_and_are_as_large(
    people: list[Person],
) -> None:
    nodes = seen(people)
    flat = web.turned(nodes, 0)
    assert {one.node.person.id: (one.x, one.y, one.scale) for one in flat} == {
        one.person.id: (*one.at, 1) for one in nodes
    }
    nears = [one.node.near for one in flat]
    assert nears == sorted(nears)


@few
@given(small_crowds | large_crowds, turns)
def test_turned_nobody_is_lost_and_the_one_nearest_to_the_eye_is_last(
    people: list[Person], turn: float
) -> None:
    nodes = seen(people)
    seen_now = web.turned(nodes, turn)
    assert sorted(ids(one.node for one in seen_now)) == ids(nodes)
    for one in seen_now:
        assert math.isfinite(one.x)
        assert 0.5 < one.scale < 2
        # It turns round its upright axis: what is above the middle stays above.
        assert one.y == pytest.approx(one.node.at[1] * one.scale)
    depths = [depth(one.node, turn) for one in seen_now]
    assert depths == sorted(depths)
    assert web.turned(nodes[::-1], turn) == web.turned(nodes, turn) or len({*depths}) < len(depths)


def depth(one: Node, degrees: float) -> float:
    """How far it is in front of the middle when the web is turned."""
    turn = math.radians(degrees)
    return (one.near - 4) * web.DEPTH * math.cos(turn) - one.at[0] * math.sin(turn)


@given(small_crowds, turns)
def test_both_sides_mirror_each_other(people: list[Person], turn: float) -> None:
    nodes = seen(people)
    mirrored = [replace(one, angle=180 - one.angle) for one in nodes]
    there = {one.node.person.id: one for one in web.turned(nodes, turn)}
    for one in web.turned(mirrored, -turn):
        other = there[one.node.person.id]
        assert (-one.x, one.y, one.scale) == pytest.approx((other.x, other.y, other.scale))


@pytest.mark.parametrize(
    ("near", "angle", "turn", "x", "scale"),
    [
        # On the ground in the middle of the depth: it turns away to the right of the eye.
        (4, 0, 28, 106.8, 0.937),
        (4, 180, 28, -122.1, 1.072),
        (4, 0, -28, 122.1, 1.072),
        # In front of it and behind: they sway to either side.
        (7, 270, 28, 30.7, 0.990),
        (7, 270, -28, -30.7, 0.990),
        (1, 270, 28, -31.2, 1.008),
        (4, 270, 28, 0, 1),
    ],
)
def test_a_turn_in_numbers(near: int, angle: float, turn: float, x: float, scale: float) -> None:
    (one,) = web.turned([node(0, near, angle)], turn)
    assert one.x == pytest.approx(x, abs=0.1)
    assert one.scale == pytest.approx(scale, abs=0.001)


@given(nears, st.floats(0, 360), turns)
def test_a_small_turn_is_a_small_change(near: int, angle: float, turn: float) -> None:
    one = node(0, near, angle)
    (here,), (there,) = web.turned([one], turn), web.turned([one], turn + 0.1)
    assert math.dist((here.x, here.y), (there.x, there.y)) < 1
    assert there.scale == pytest.approx(here.scale, abs=0.001)


@pytest.mark.parametrize("near", EVERY)
def test_a_ring_is_as_high_as_it_is_and_narrower_as_it_is_turned(near: int) -> None:
    far = web.ring(near)
    assert web.ring_seen(near, 0) == (0, far, far)
    for way in (-1, 1):
        shift, across, high = web.ring_seen(near, way * 60)
        assert (across, high) == pytest.approx((far / 2, far))
        # Its middle is where somebody of that closeness right in front of it would be seen.
        assert shift == pytest.approx(way * (near - 4) * web.DEPTH * math.sin(math.pi / 3))


@few
@given(large_crowds)
def test_nobody_is_moved_far_round(people: list[Person]) -> None:
    for one in seen(people):
        assert between(one.angle, one.person.angle % 360) <= web.ASIDE + NEAR


@pytest.mark.parametrize(
    ("angle", "right", "down", "way"),
    [
        (90, 1, 0, -1),
        (90, -1, 0, 1),
        (270, 1, 0, 1),
        (270, -1, 0, -1),
        (0, 0, 1, 1),
        (0, 0, -1, -1),
        (180, 0, 1, -1),
        (180, 0, -1, 1),
        (45, 0, 1, 1),
        (225, 1, 0, 1),
    ],
)
def test_a_key_leads_round_to_where_it_points(angle: int, right: int, down: int, way: int) -> None:
    one = node(0, 4, angle)
    assert web.way_round(one, right, down) == way
    x, y = one.at
    there = replace(one, angle=angle + way)
    assert (there.at[0] - x) * right + (there.at[1] - y) * down > 0

"""The web: where everybody stands, at the distance that was felt, and how it is turned."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from domain import web
from domain.entries import STEPS, Closeness, Mending, Moment, Person, Repair
from domain.moments import Line
from domain.web import APART, MIDDLE, NAME, STEP, SWAY, Node, Point
from tests.entry_strategies import finite

NOON = datetime(2026, 6, 9, 12, tzinfo=UTC)
TODAY = date(2026, 6, 9)
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
NEAR = 1e-6
TIGHT = APART + 1e-5
"""So much is not counted on as room."""
EVERY = range(1, STEPS + 1)

nears = st.integers(1, STEPS)
# Anywhere, on each other, and all but on each other.
angles = st.one_of(
    st.floats(-720, 720),
    st.sampled_from([0.0, 90.0, 180.0, 270.0, 359.999999, 360.0, -90.0, 0.0000001]),
    finite,
)
turns = st.floats(-SWAY, SWAY)
# A crowd takes a while.
few = settings(max_examples=30)


def person(place: int, near: int | None = 4, angle: float = 0, **more: Any) -> Person:
    """The one made at that place, of whom was told at once."""
    at = NOON + place * MINUTE
    close = (Closeness(at, near),)
    fields = {"name": str(place), "angle": angle, "closeness": close}
    return Person(id=f"p{place:02}", at=at, **{**fields, **more})


def seen(people: Iterable[Person], moments: Sequence[Moment] = ()) -> tuple[Node, ...]:
    return web.on(people, moments, TODAY, 4)


def node(place: int, near: int, angle: float, distance: float | None = None) -> Node:
    far = web.ring(near) if distance is None else distance
    return Node(person(place, near, angle), near, "whole", angle, far)


def ids(nodes: Iterable[Node]) -> list[str]:
    return [one.person.id for one in nodes]


def gap(one: Node, other: Node) -> float:
    """How far it is from edge to edge."""
    return math.dist(one.at, other.at) - one.radius - other.radius


def between(one: float, other: float) -> float:
    """How many degrees two angles are apart, 0..180."""
    return abs((one % 360 - other % 360 + 180) % 360 - 180)


def is_free(nodes: Iterable[Node]) -> bool:
    """Whether each keeps apart from each other and from the middle."""
    every = tuple(nodes)
    apart = all(gap(one, other) >= APART - NEAR for one, other in combinations(every, 2))
    return apart and all(one.distance - one.radius >= MIDDLE + APART for one in every)


def crowds(most: int) -> st.SearchStrategy[list[Person]]:
    """So many people of any closeness, anywhere."""
    one = st.tuples(nears, angles)
    return st.lists(one, max_size=most).map(
        lambda some: [person(place, *one) for place, one in enumerate(some)]
    )


small_crowds = crowds(8)
# Many on few rings and at few angles: the narrowest there is.
large_crowds = st.builds(
    lambda count, nears, angles: [
        person(place, nears[place % len(nears)], angles[place * 7 % len(angles)])
        for place in range(count)
    ],
    st.integers(40, 60),
    st.lists(nears, min_size=1, max_size=9),
    st.lists(angles, min_size=1, max_size=9),
)


# -- where everybody stands --------------------------------------------------------------------


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


# -- who is on it ------------------------------------------------------------------------------


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


# -- put elsewhere -----------------------------------------------------------------------------


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


# -- a free angle ------------------------------------------------------------------------------


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


# -- how large, and turned ---------------------------------------------------------------------


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

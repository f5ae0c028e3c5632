"""The map: its days, where each part stands, and the lines between them."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import part_map
from domain.entries import RELATIONS, Part, PartMap, Relation, RelationKind, Spot
from domain.part_map import HEIGHT, LARGEST, MIDDLE, MIDDLE_RADIUS, SMALLEST, WIDTH, Placed
from tests.entry_strategies import finite

NOON = datetime(2026, 6, 9, 12, tzinfo=UTC)
TODAY = date(2026, 6, 9)
DAY = timedelta(days=1)
MAP = PartMap(id="m", at=NOON)
PARTS = tuple(Part(id=f"p{place:02}", at=NOON, name=f"{place}") for place in range(30))
IDS = [one.id for one in PARTS]
NEAR = 1e-6
LIKE_THE_LARGEST = 28
"""So many shapes have the same free places as fewer, larger ones; smaller ones have more."""
FREE = 28
"""How many free places there are for the largest shapes."""

spots = st.lists(
    st.builds(Spot, st.sampled_from(IDS), finite, finite), unique_by=lambda spot: spot.part
).map(tuple)
some_ids = st.sets(st.sampled_from(IDS))
sizes = st.integers(1, 30).map(part_map.radius)


def fine_spot(part: str, x: float, y: float) -> Spot:
    """One where a shape of any size is whole."""
    return Spot(part, *part_map.kept_in(x, y, LARGEST + 1))


fine_spots = st.lists(
    st.builds(fine_spot, st.sampled_from(IDS), finite, finite), unique_by=lambda spot: spot.part
).map(tuple)
all_put = st.lists(
    st.tuples(st.floats(0, WIDTH), st.floats(0, HEIGHT)), min_size=30, max_size=30
).map(lambda some: tuple(fine_spot(id, *place) for id, place in zip(IDS, some, strict=True)))
# How many there are, and spots of some, that stay as they are whatever their size.
still = st.one_of(
    st.tuples(st.integers(1, part_map.ROOM_FOR), spots),
    st.tuples(st.integers(1, LIKE_THE_LARGEST), fine_spots),
    st.tuples(st.integers(1, 30), all_put),
)
pairs = st.lists(st.sampled_from("abcd"), min_size=2, max_size=2, unique=True).map(tuple)
lines = st.lists(st.tuples(pairs, st.sampled_from(RELATIONS)), max_size=12)


def places(placed: Sequence[Placed]) -> dict[str, tuple[float, float]]:
    return {one.part.id: (one.x, one.y) for one in placed}


def with_lines(*some: tuple[str, RelationKind, str]) -> PartMap:
    made = MAP
    for one, kind, other in some:
        made = part_map.related(made, one, kind, other)
    return made


def is_fine(x: float, y: float, size: float) -> bool:
    """Whether a shape of that radius, and its name, is whole there, and leaves the middle free."""
    on_it = size <= x <= WIDTH - size and size <= y <= HEIGHT - size - part_map.NAME
    return on_it and math.dist((x, y), MIDDLE) >= MIDDLE_RADIUS + size - NEAR


# -- its days ----------------------------------------------------------------------------------


def at(day: int, hour: int, id: str = "", **more: Any) -> PartMap:
    return PartMap(id=id or f"{day}/{hour}", at=datetime(2026, 6, day, hour, tzinfo=UTC), **more)


MAPS = [at(1, 12), at(3, 3), at(3, 12), at(4, 2), at(9, 4)]


def test_it_has_each_day_on_which_it_was_changed_once() -> None:
    assert part_map.days_of(reversed(MAPS), 4) == [
        date(2026, 6, 1),
        date(2026, 6, 2),
        date(2026, 6, 3),
        date(2026, 6, 9),
    ]
    assert part_map.days_of([], 4) == []


@pytest.mark.parametrize(
    ("day", "start", "id"),
    [
        (31, 4, None),
        (1, 4, "1/12"),
        (2, 4, "3/3"),
        (3, 4, "4/2"),
        (3, 0, "3/12"),
        (5, 4, "4/2"),
        (8, 4, "4/2"),
        (9, 4, "9/4"),
        (20, 4, "9/4"),
    ],
)
def test_a_day_has_the_map_as_it_was_at_its_end(day: int, start: int, id: str | None) -> None:
    found = part_map.on(MAPS, date(2026, 5 if day == 31 else 6, day), start)
    assert (found and found.id) == id


def test_the_first_map_is_a_new_one() -> None:
    assert part_map.of_today([], NOON, 4, "new") == PartMap(id="new", at=NOON)


@pytest.mark.parametrize(
    ("day", "hour", "same"), [(9, 13, True), (10, 3, True), (10, 4, False), (30, 12, False)]
)
def test_each_day_changes_a_map_of_its_own_that_begins_as_the_last_one(
    day: int, hour: int, same: bool
) -> None:
    last = replace(
        with_lines(("a", "avoids", "b")), spots=(Spot("a", 50, 50),), off=("c",), edited_at=NOON
    )
    maps = [at(1, 12, off=("a",)), last]
    now = datetime(2026, 6, day, hour, tzinfo=UTC)
    mine = part_map.of_today(maps, now, 4, "new")
    if same:
        assert mine == replace(last, edited_at=now)
    else:
        assert mine == replace(last, id="new", at=now, edited_at=None)
    assert maps == [at(1, 12, off=("a",)), last]
    later = [one for one in maps if one.id != mine.id] + [mine]
    assert part_map.on(later, date(2026, 6, 8), 4) == maps[0]
    assert part_map.of_today(later, now, 4, "other").id == mine.id


@pytest.mark.parametrize("now", [NOON, NOON + DAY, NOON + timedelta(hours=50)])
def test_a_map_of_a_day_to_come_is_the_one_that_is_changed(now: datetime) -> None:
    maps = [at(9, 12, off=("a",)), at(12, 12, off=("b",))]
    assert part_map.of_today(maps, now, 4, "new") == replace(maps[-1], edited_at=now)


def test_after_a_flight_west_the_map_of_the_day_that_was_left_is_changed() -> None:
    east, west = timezone(timedelta(hours=12)), timezone(timedelta(hours=-10))
    maps = [MAP, replace(MAP, id="east", at=datetime(2026, 6, 11, 9, tzinfo=east), off=("b",))]
    landed = datetime(2026, 6, 10, 20, tzinfo=west)
    assert landed > maps[-1].at
    assert part_map.of_today(maps, landed, 4, "new") == replace(maps[-1], edited_at=landed)


# -- where each stands -------------------------------------------------------------------------


@given(finite, finite, sizes)
def test_any_place_is_kept_on_the_map_and_out_of_its_middle(
    x: float, y: float, size: float
) -> None:
    kept = part_map.kept_in(x, y, size)
    assert is_fine(*kept, size)
    assert part_map.kept_in(*kept, size) == pytest.approx(kept, abs=NEAR)


@given(finite, finite)
def test_without_a_size_a_place_is_kept_for_the_smallest(x: float, y: float) -> None:
    assert part_map.kept_in(x, y) == part_map.kept_in(x, y, SMALLEST)


@given(st.floats(0, WIDTH), st.floats(0, HEIGHT), sizes)
def test_a_place_that_is_fine_stays_and_any_other_moves_no_further_than_it_has_to(
    x: float, y: float, size: float
) -> None:
    kept = part_map.kept_in(x, y, size)
    edge, near = size + 2, MIDDLE_RADIUS + size
    inside = edge <= x <= WIDTH - edge and edge <= y <= HEIGHT - edge - part_map.NAME
    away = math.dist((x, y), MIDDLE)
    if inside and away >= near:
        assert kept == (x, y)
    elif inside:
        assert math.dist(kept, (x, y)) == pytest.approx(near - away, abs=NEAR)


@given(sizes)
def test_what_is_put_right_in_the_middle_goes_above_it(size: float) -> None:
    assert part_map.kept_in(*MIDDLE, size) == (MIDDLE[0], MIDDLE[1] - MIDDLE_RADIUS - size)


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), float("-inf")])
def test_a_place_is_two_finite_numbers(wrong: float) -> None:
    for x, y in ((wrong, 1.0), (1.0, wrong)):
        with pytest.raises(ValueError, match="finite"):
            Spot("a", x, y)


@given(st.integers(1, 30), spots)
def test_however_many_there_are_every_shape_is_whole_and_leaves_the_middle_free(
    count: int, some: tuple[Spot, ...]
) -> None:
    for map in (None, replace(MAP, spots=some)):
        placed = part_map.laid_out(map, PARTS[:count])
        assert len(placed) == count
        assert all(is_fine(one.x, one.y, part_map.radius(count)) for one in placed)


@given(st.integers(0, FREE), spots, some_ids, some_ids)
def test_every_part_that_is_shown_has_a_place_of_its_own(
    count: int, some: tuple[Spot, ...], off: set[str], hidden: set[str]
) -> None:
    map = replace(MAP, spots=some, off=tuple(sorted(off)))
    parts = PARTS[:count]
    placed = part_map.laid_out(map, parts, hidden)
    assert [one.part for one in placed] == [one for one in parts if one.id not in off | hidden]
    size = part_map.radius(len(placed))
    assert all(is_fine(one.x, one.y, size) for one in placed)
    assert part_map.laid_out(map, parts, hidden) == placed
    put = {one.part: part_map.kept_in(one.x, one.y, size) for one in some}
    where = places(placed)
    assert all(where[id] == put[id] for id in where.keys() & put.keys())
    free = [where[id] for id in where.keys() - put.keys()]
    for one, other in combinations(free, 2):
        assert math.dist(one, other) >= 2 * SMALLEST
    assert not {*free} & {where[id] for id in where.keys() & put.keys()}


@given(still, some_ids, some_ids)
def test_nobody_moves_when_one_rests_returns_is_left_off_or_put_back(
    there: tuple[int, tuple[Spot, ...]], off: set[str], resting: set[str]
) -> None:
    count, some = there
    map = replace(MAP, spots=some)
    every = places(part_map.laid_out(map, PARTS[:count]))
    assert len(every) == count
    fewer = replace(map, off=tuple(sorted(off)))
    for left, away in (
        (part_map.laid_out(map, PARTS[:count], resting), resting),
        (part_map.laid_out(fewer, PARTS[:count]), off),
        (part_map.laid_out(fewer, PARTS[:count], resting), off | resting),
    ):
        assert places(left) == {id: place for id, place in every.items() if id not in away}


@pytest.mark.parametrize("count", range(31))
def test_shapes_without_a_spot_do_not_lie_on_each_other(count: int) -> None:
    placed = part_map.laid_out(None, PARTS[:count])
    assert len(placed) == count
    for one, other in combinations(placed, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) >= 2 * part_map.radius(count)
    assert part_map.laid_out(MAP, PARTS[:count]) == placed


def test_beyond_what_there_is_room_for_every_part_still_has_a_place() -> None:
    many = [replace(PARTS[0], id=f"{place:03}") for place in range(200)]
    placed = part_map.laid_out(None, many)
    assert len(placed) == 200
    assert all(is_fine(one.x, one.y, SMALLEST) for one in placed)


@given(still)
def test_a_part_that_comes_moves_none_that_was_there(there: tuple[int, tuple[Spot, ...]]) -> None:
    count, some = there
    new = PARTS[count - 1]
    map = replace(MAP, spots=tuple(one for one in some if one.part != new.id))
    *before, there_now = part_map.laid_out(map, PARTS[:count])
    assert part_map.laid_out(map, PARTS[: count - 1]) == tuple(before)
    assert there_now.part == new


# So many places are free for a shape of any size.
@pytest.mark.parametrize("count", range(1, 28))
def test_a_part_that_comes_has_the_freest_place_beside_those_that_were_put(count: int) -> None:
    first, *others = part_map.laid_out(None, PARTS[:count])
    map = part_map.moved(MAP, (first, *others), first.part.id, first.x, first.y)
    assert len(map.spots) == count
    more = PARTS[: count + 1]
    assert part_map.laid_out(map, more) == part_map.laid_out(None, more)


@given(st.integers(1, 30), spots, some_ids, st.sampled_from(IDS), finite, finite)
def test_only_the_part_that_is_moved_moves(
    count: int, some: tuple[Spot, ...], off: set[str], id: str, x: float, y: float
) -> None:
    parts = [one for one in PARTS if one.id in {id, *IDS[:count]}]
    map = replace(MAP, spots=some, off=tuple(sorted(off - {id})))
    before = part_map.laid_out(map, parts)
    after = part_map.moved(map, before, id, x, y)
    wanted = {**places(before), id: part_map.kept_in(x, y, part_map.radius(len(before)))}
    found = places(part_map.laid_out(after, parts))
    assert found.keys() == wanted.keys()
    assert all(found[one] == pytest.approx(wanted[one], abs=NEAR) for one in wanted)
    waiting = {one.part: one for one in some if one.part not in wanted}
    assert waiting.items() <= {one.part: one for one in after.spots}.items()
    assert replace(after, spots=map.spots) == map
    assert len({one.part for one in after.spots}) == len(after.spots)
    assert {one.part: (one.x, one.y) for one in after.spots if one.part in wanted} == wanted


def test_what_is_taken_off_is_not_shown_and_comes_back_where_it_was() -> None:
    map = part_map.moved(MAP, part_map.laid_out(MAP, PARTS[:3]), "p01", 60, 60)
    before = places(part_map.laid_out(map, PARTS[:3]))
    gone = part_map.taken_off(map, "p01")
    assert places(part_map.laid_out(gone, PARTS[:3])) == {
        id: place for id, place in before.items() if id != "p01"
    }
    assert part_map.taken_off(gone, "p01") == gone
    assert part_map.put_back(gone, "p01") == map


@given(st.sets(st.sampled_from("abcd")), st.sampled_from("abcd"))
def test_taking_off_and_putting_back_undo_each_other(off: set[str], id: str) -> None:
    map = replace(with_lines(("a", "protects", "b")), off=tuple(off - {id}))
    gone = part_map.taken_off(map, id)
    assert {*gone.off} == off | {id}
    assert gone.relations == map.relations
    assert part_map.put_back(gone, id) == map
    assert part_map.put_back(map, id) == map


@pytest.mark.parametrize(("count", "radius"), [(0, 34), (1, 34), (8, 34), (16, 24.04), (99, 20)])
def test_the_more_there_are_the_smaller_they_are_drawn(count: int, radius: float) -> None:
    assert part_map.radius(count) == pytest.approx(radius, abs=0.01)


# -- the lines between them --------------------------------------------------------------------


@given(lines)
def test_two_parts_have_one_line_at_most_and_it_is_the_last_that_was_drawn(
    drawn: list[tuple[tuple[str, str], RelationKind]],
) -> None:
    map = with_lines(*((one, kind, other) for (one, other), kind in drawn))
    ends = [frozenset((line.one, line.other)) for line in map.relations]
    assert len({*ends}) == len(ends)
    last = {frozenset(pair): Relation(pair[0], kind, pair[1]) for pair, kind in drawn}
    for one, other in combinations("abcd", 2):
        wanted = last.get(frozenset((one, other)))
        assert part_map.between(map, one, other) == part_map.between(map, other, one) == wanted


def test_a_line_drawn_anew_stands_last_and_the_others_keep_their_order() -> None:
    map = with_lines(("a", "avoids", "b"), ("b", "protects", "c"), ("c", "unsure", "a"))
    anew = part_map.related(map, "b", "backs_up", "a")
    assert anew.relations == (*map.relations[1:], Relation("b", "backs_up", "a"))
    without = part_map.unrelated(map, "c", "b")
    assert without.relations == (map.relations[0], map.relations[2])
    assert part_map.unrelated(without, "b", "c") == without
    assert part_map.between(None, "a", "b") is None


def test_a_line_has_two_ends() -> None:
    with pytest.raises(ValueError, match="two ends"):
        part_map.related(MAP, "a", "avoids", "a")


def test_lines_are_drawn_where_both_ends_are_shown_and_wait_otherwise() -> None:
    map = with_lines(("p00", "avoids", "p01"), ("p02", "protects", "p01"))
    assert part_map.drawn(map, PARTS[:3]) == map.relations
    assert part_map.drawn(map, PARTS[:2]) == map.relations[:1]
    assert part_map.drawn(map, PARTS[1:2]) == ()
    assert part_map.drawn(None, PARTS) == ()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("protects", "Owl protects Eel."),
        ("pulls_against", "Owl pulls against Eel."),
        ("backs_up", "Owl backs up Eel."),
        ("avoids", "Owl avoids Eel."),
        ("unsure", "Something is between Owl and Eel."),
    ],
)
def test_a_line_in_words(kind: RelationKind, words: str) -> None:
    assert part_map.in_words(Relation("o", kind, "e"), {"o": "Owl", "e": "Eel"}) == words
    assert {*RELATIONS} == {*part_map.SAYS}


def test_a_part_that_was_away_comes_back_to_its_place_though_others_moved() -> None:
    parts, hidden = PARTS[:5], {IDS[1]}
    (before,) = (one for one in part_map.laid_out(MAP, parts) if one.part.id == IDS[1])
    shown = part_map.laid_out(MAP, parts, hidden)
    aside = part_map.kept_aside(MAP, parts, hidden)
    map = part_map.moved(MAP, shown, IDS[2], 60, 60, aside)
    assert before in part_map.laid_out(map, parts)

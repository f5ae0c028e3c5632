"""The map of parts: where each stands around an open middle, the lines between them, its days.

Places are in units of a map `WIDTH` by `HEIGHT`, x to the right, y downwards. The middle is kept
free: it is the person's own.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from itertools import product
from typing import Final

from domain.days import day_of
from domain.entries import Part, PartMap, Relation, RelationKind, Spot
from domain.language import N_, tr

WIDTH: Final = 350.0
HEIGHT: Final = 458.0
MIDDLE: Final = (WIDTH / 2, 200.0)
MIDDLE_RADIUS: Final = 54.0
STEP: Final = 10.0
"""So far a key moves a part."""
LARGEST: Final = 34.0
SMALLEST: Final = 20.0
ROOM_FOR: Final = 8
NAME: Final = 26.0
"""The height of a name below its shape."""
SAYS: Final[dict[RelationKind, str]] = {
    "protects": N_("protects"),
    "pulls_against": N_("pulls against"),
    "backs_up": N_("backs up"),
    "avoids": N_("avoids"),
    "unsure": N_("and"),
}
SENTENCES: Final[dict[RelationKind, str]] = {
    "protects": N_("{one} protects {other}."),
    "pulls_against": N_("{one} pulls against {other}."),
    "backs_up": N_("{one} backs up {other}."),
    "avoids": N_("{one} avoids {other}."),
    "unsure": N_("Something is between {one} and {other}."),
}

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Placed:
    """A part where it stands."""

    part: Part
    x: float
    y: float


def radius(count: int) -> float:
    """How large shapes are drawn where there are so many of them."""
    return max(SMALLEST, min(LARGEST, LARGEST * math.sqrt(ROOM_FOR / max(1, count))))


def days_of(maps: Iterable[PartMap], day_start: int) -> list[date]:
    """The days on which the map was changed, oldest first."""
    return sorted({day_of(one.at, day_start) for one in maps})


def on(maps: Sequence[PartMap], day: date, day_start: int) -> PartMap | None:
    """The map as it was at the end of a day; `maps` are sorted by `at`."""
    before = [one for one in maps if day_of(one.at, day_start) <= day]
    return before[-1] if before else None


def of_today(maps: Sequence[PartMap], now: datetime, day_start: int, id: str) -> PartMap:
    """The map to change now: that of today, or one with this id that begins as the last did.

    One of a later day is that of today: the clock was set back.
    """
    if not maps:
        return PartMap(id=id, at=now)
    last = maps[-1]
    if day_of(last.at, day_start) >= day_of(now, day_start):
        return replace(last, edited_at=now)
    return replace(last, id=id, at=now, edited_at=None)


def laid_out(
    map: PartMap | None, parts: Sequence[Part], hidden: Collection[str] = ()
) -> tuple[Placed, ...]:
    """Where each part stands that is on the map; one without a spot has the freest place.

    Those that are `hidden`, by their ids, keep their place, and nobody moves because of them.
    """
    return tuple(one for one in _placed(map, parts, hidden) if not _is_away(map, one, hidden))


def kept_aside(
    map: PartMap | None, parts: Sequence[Part], hidden: Collection[str] = ()
) -> tuple[Placed, ...]:
    """The places that are kept for those that are hidden or off the map."""
    return tuple(one for one in _placed(map, parts, hidden) if _is_away(map, one, hidden))


def _is_away(map: PartMap | None, one: Placed, hidden: Collection[str]) -> bool:
    return one.part.id in hidden or (map is not None and one.part.id in map.off)


def _placed(
    map: PartMap | None, parts: Sequence[Part], hidden: Collection[str]
) -> tuple[Placed, ...]:
    away = {*hidden, *(map.off if map else ())}
    size = radius(sum(one.id not in away for one in parts))
    spots = {one.part: kept_in(one.x, one.y, size) for one in (map.spots if map else ())}
    taken = [spots[one.id] for one in parts if one.id in spots]
    for one in parts:
        if one.id not in spots:
            spots[one.id] = _freest(taken, size)
            taken.append(spots[one.id])
    return tuple(Placed(one, *spots[one.id]) for one in parts)


def _freest(taken: Sequence[Point], size: float) -> Point:
    def room(place: Point) -> float:
        return min((math.dist(place, other) for other in taken), default=0.0)

    # First those that are free for a shape of any size: they stay when shapes grow or shrink.
    first = [one for one in _places(LARGEST) if one not in taken]
    return max(first or _places(size), key=room)


@cache
def _places(size: float) -> tuple[Point, ...]:
    every = ((45.0 + 65 * column, 50.0 + 57 * row) for row, column in product(range(7), range(5)))
    return tuple(place for place in every if kept_in(*place, size) == place)


def kept_in(x: float, y: float, size: float = SMALLEST) -> Point:
    """The nearest place where a shape of that radius is on the map and outside of its middle."""
    edge = size + 2
    x = min(max(x, edge), WIDTH - edge)
    y = min(max(y, edge), HEIGHT - edge - NAME)
    dx, dy = x - MIDDLE[0], y - MIDDLE[1]
    away = math.hypot(dx, dy)
    near = MIDDLE_RADIUS + size
    if away >= near:
        return x, y
    if away == 0:
        dx, dy, away = 0.0, -1.0, 1.0
    return MIDDLE[0] + dx / away * near, MIDDLE[1] + dy / away * near


def moved(
    map: PartMap,
    shown: Collection[Placed],
    part: str,
    x: float,
    y: float,
    aside: Iterable[Placed] = (),
) -> PartMap:
    """With a part at another place; the others stay where they were `shown`, or kept `aside`."""
    place = kept_in(x, y, radius(len(shown)))
    there = {one.part: one for one in map.spots}
    there |= {one.part.id: Spot(one.part.id, one.x, one.y) for one in (*shown, *aside)}
    there[part] = Spot(part, *place)
    return replace(map, spots=tuple(there.values()))


def taken_off(map: PartMap, part: str) -> PartMap:
    """With a blank space where a part was; its lines wait for it."""
    return replace(map, off=(*map.off, part)) if part not in map.off else map


def put_back(map: PartMap, part: str) -> PartMap:
    """With a part on the map again."""
    return replace(map, off=tuple(one for one in map.off if one != part))


def related(map: PartMap, one: str, kind: RelationKind, other: str) -> PartMap:
    """With that line between two parts, in the place of any other. Raises ValueError for one."""
    if one == other:
        raise ValueError("a line has two ends")
    drawn = unrelated(map, one, other)
    return replace(drawn, relations=(*drawn.relations, Relation(one, kind, other)))


def unrelated(map: PartMap, one: str, other: str) -> PartMap:
    """Without a line between two parts."""
    ends = {one, other}
    return replace(map, relations=tuple(r for r in map.relations if {r.one, r.other} != ends))


def between(map: PartMap | None, one: str, other: str) -> Relation | None:
    """The line between two parts."""
    lines = map.relations if map else ()
    return next((r for r in lines if {r.one, r.other} == {one, other}), None)


def drawn(map: PartMap | None, shown: Iterable[Part]) -> tuple[Relation, ...]:
    """The lines whose two ends are shown."""
    ids = {one.id for one in shown}
    return tuple(r for r in map.relations if {r.one, r.other} <= ids) if map else ()


def in_words(relation: Relation, names: Mapping[str, str]) -> str:
    """A line as a sentence."""
    return tr(SENTENCES[relation.kind], one=names[relation.one], other=names[relation.other])

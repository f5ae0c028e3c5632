"""People for the web: crowds of any closeness, anywhere, and how far apart they stand."""

import math
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from domain import web
from domain.entries import STEPS, Closeness, Moment, Person
from domain.web import APART, MIDDLE, SWAY, Node
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

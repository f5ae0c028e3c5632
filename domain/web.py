"""The web: the person in the middle, and everybody at the distance that was felt.

Places are in units with the middle at (0, 0), x to the right, y downwards, and angles in degrees
from the right, clockwise. A place follows from the people alone: who came later never moves
somebody who came before.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain import moments as happened
from domain.days import day_of
from domain.entries import STEPS, Moment, Person
from domain.moments import Line
from domain.people import close_on

MIDDLE: Final = 33.0
"""The radius of the circle in the middle."""
NEAREST: Final = 84.0
FARTHEST: Final = 174.0
SMALLEST: Final = 21.0
LARGEST: Final = 26.0
APART: Final = 8.0
ROUNDING: Final = 1e-9
"""In degrees: who just fits beside somebody is found to fit there again."""
OUTWARD: Final = 12.0
"""So far out goes who finds no room near by on their ring."""
ASIDE: Final = 60.0
"""In degrees: nobody is moved further round, so that one who moves throws nobody across."""
NAME: Final = 22.0
"""The height of a name beside its node."""
STEP: Final = 6.0
"""So many degrees a key moves somebody round."""
LEAST_WIDTH: Final = 200.0
LEAST_HEIGHT: Final = 222.0
EYE: Final = 900.0
"""How far away the web is looked at from."""
DEPTH: Final = 22.0
"""How far nearer to the eye one step of closeness is."""
SWAY: Final = 28.0
"""So many degrees the web turns to either side."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody where they stand: how near, at which angle and distance, and how large."""

    person: Person
    near: int
    line: Line
    angle: float
    distance: float

    @property
    def radius(self) -> float:
        """Nearer is larger."""
        return radius_of(self.near)

    @property
    def at(self) -> Point:
        """The middle of it."""
        turn = math.radians(self.angle)
        return self.distance * math.cos(turn), self.distance * math.sin(turn)


@dataclass(frozen=True, slots=True)
class Seen:
    """Where a node is seen, and how many times as large, as the web is turned."""

    node: Node
    x: float
    y: float
    scale: float


def ring(near: int) -> float:
    """The distance at which that closeness, 1..7, is felt."""
    return FARTHEST - (near - 1) * (FARTHEST - NEAREST) / (STEPS - 1)


def radius_of(near: int) -> float:
    """The radius of a node of that closeness."""
    return SMALLEST + (near - 1) * (LARGEST - SMALLEST) / (STEPS - 1)


def on(
    people: Iterable[Person], moments: Sequence[Moment], day: date, day_start: int
) -> tuple[Node, ...]:
    """The web at the end of a day: who had been told of by then, and did not rest."""
    placed: list[Node] = []
    for one in sorted(people, key=lambda one: (one.at, one.id)):
        close = close_on(one, day, day_start)
        rests = one.resting_since is not None and day_of(one.resting_since, day_start) <= day
        if close is None or close.now is None or rests:
            continue
        line = happened.line_on(happened.with_person(moments, one.id), day, day_start)
        placed.append(_placed(Node(one, close.now, line, one.angle, 0.0), placed))
    return tuple(placed)


def _placed(node: Node, others: Sequence[Node]) -> Node:
    """At its ring and angle, or the nearest angle that is free; further out where none is near."""
    distance = ring(node.near)
    while True:
        free = _free_angle(node.angle, distance, node.radius, others)
        if free is not None and abs((free - _on_circle(node.angle) + 180) % 360 - 180) <= ASIDE:
            return Node(node.person, node.near, node.line, free, distance)
        distance += OUTWARD


def settled(nodes: Sequence[Node], person: str, angle: float, way: int = 0) -> float | None:
    """The free angle nearest to where somebody is put, all others staying where they are.

    1 looks for it clockwise alone, -1 the other way. None: they are not on the web.
    """
    mine = next((one for one in nodes if one.person.id == person), None)
    if mine is None:
        return None
    others = [one for one in nodes if one is not mine]
    free = _free_angle(angle, mine.distance, mine.radius, others, way)
    return mine.angle if free is None else free


def stepped(nodes: Sequence[Node], person: str, way: int) -> float | None:
    """The free angle a step further round, or beyond whoever stands there; as `settled`."""
    mine = next((one for one in nodes if one.person.id == person), None)
    return settled(nodes, person, mine.angle + way * STEP, way) if mine else None


def way_round(node: Node, right: int, down: int) -> int:
    """Which way round, 1 clockwise, leads somebody that way: to the `right` or `down`, 1 or -1."""
    x, y = node.at
    return 1 if (-right * y if right else down * x) >= 0 else -1


def _free_angle(
    angle: float, distance: float, radius: float, others: Iterable[Node], way: int = 0
) -> float | None:
    """The angle nearest to one at which nothing is touched at that distance; None: there is none.

    By the law of cosines each other node keeps a stretch of the ring to itself.
    """
    angle = _on_circle(angle)
    taken: list[tuple[float, float]] = []
    for other in others:
        apart = radius + other.radius + APART
        cosine = (distance**2 + other.distance**2 - apart**2) / (2 * distance * other.distance)
        if cosine >= 1:
            continue
        half = math.degrees(math.acos(max(-1.0, cosine)))
        away = (other.angle - angle + 180) % 360 - 180
        taken += [(away + turn - half, away + turn + half) for turn in (-360, 0, 360)]
    right = left = 0.0
    for begin, end in sorted(taken):
        if begin + ROUNDING < right < end - ROUNDING:
            right = end
    for begin, end in sorted(taken, key=lambda one: -one[1]):
        if begin + ROUNDING < left < end - ROUNDING:
            left = begin
    if min(right, -left) > 180:
        return None
    clockwise = way > 0 or (way == 0 and right <= -left)
    return _on_circle(angle + (right if clockwise else left))


def free_angle(people: Iterable[Person]) -> float:
    """The middle of the widest gap between the angles of some people; the first is at the top."""
    angles = sorted({_on_circle(one.angle) for one in people})
    if not angles:
        return 270.0
    gaps = [
        ((after - before) % 360 or 360, before)
        for before, after in zip(angles, (*angles[1:], angles[0]), strict=True)
    ]
    width, begin = max(gaps, key=lambda gap: (round(gap[0], 6), -gap[1]))
    return _on_circle(begin + width / 2)


def angle_of(x: float, y: float) -> float:
    """The angle at which a point is seen from the middle."""
    return _on_circle(math.degrees(math.atan2(y, x)))


def _on_circle(angle: float) -> float:
    """The same angle from 0 on, below 360; of a tiny one below 0, Python's remainder is 360."""
    return angle % 360 % 360


def size_of(nodes: Iterable[Node]) -> tuple[float, float]:
    """Half the width and half the height that the web needs around its middle."""
    wide, high = LEAST_WIDTH, LEAST_HEIGHT
    for one in nodes:
        x, y = one.at
        wide = max(wide, abs(x) + one.radius)
        high = max(high, abs(y) + one.radius + NAME)
    return wide, high


def turned(nodes: Iterable[Node], degrees: float) -> tuple[Seen, ...]:
    """The web turned around its upright axis, in perspective; the one nearest to the eye last.

    Whoever is felt as nearer is nearer to the eye as well. Turned by nothing, all are where they
    stand on the ground: the perspective is that of the turn alone.
    """
    turn = math.radians(degrees)
    seen: list[tuple[float, Seen]] = []
    for one in nodes:
        x, y = one.at
        deep = _deep(one.near)
        flat = EYE / (EYE - deep)
        across = x * math.cos(turn) + deep * math.sin(turn)
        depth = deep * math.cos(turn) - x * math.sin(turn)
        scale = EYE / (EYE - depth) / flat
        seen.append((depth, Seen(one, across * scale, y * scale, scale)))
    return tuple(one for _, one in sorted(seen, key=lambda pair: pair[0]))


def _deep(near: int) -> float:
    """How much nearer to the eye than the middle of the web that closeness is."""
    return (near - (STEPS + 1) / 2) * DEPTH


def ring_seen(near: int, degrees: float) -> tuple[float, float, float]:
    """How far to the right the middle of a ring is seen, half its width, and half its height."""
    turn, radius = math.radians(degrees), ring(near)
    return _deep(near) * math.sin(turn), radius * math.cos(turn), radius

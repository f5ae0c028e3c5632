"""Parts: when each was around, and how many check-ins that was.

Nothing here names, guesses or finds a part: all of it counts what the person said.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import product
from typing import Final

from domain.entries import COLORS, SHAPES, CheckIn, Color, Here, Part, Shape, Sitting

OFFERED: Final = tuple(
    (SHAPES[(turn + place) % len(SHAPES)], color)
    for turn, (place, color) in product(range(len(SHAPES)), enumerate(COLORS))
)
"""Every shape in every colour, neighbours unlike each other."""


def free_look(parts: Iterable[Part]) -> tuple[Shape, Color]:
    """The first shape and colour that no part has; the first of all where every pair is taken."""
    taken = {(one.shape, one.color) for one in parts}
    return next((look for look in OFFERED if look not in taken), OFFERED[0])


def around(part: str, check_ins: Iterable[CheckIn]) -> list[CheckIn]:
    """The check-ins that a part was here at, in their order."""
    return [one for one in check_ins if one.here(part) is not None]


def last_noted(check_ins: Iterable[CheckIn], sittings: Iterable[Sitting]) -> dict[str, datetime]:
    """When each part was noted last, by its id."""
    noted: dict[str, datetime] = {}
    for id, at in _noted(check_ins, sittings):
        noted[id] = max(at, noted.get(id, at))
    return noted


def _noted(
    check_ins: Iterable[CheckIn], sittings: Iterable[Sitting]
) -> Iterable[tuple[str, datetime]]:
    for check_in in check_ins:
        for here in check_in.parts:
            yield here.part, check_in.at
    for sitting in sittings:
        yield sitting.part, sitting.at
        if sitting.other:
            yield sitting.other, sitting.at


def newest_first(parts: Iterable[Part], noted: dict[str, datetime]) -> list[Part]:
    """Those noted last first; one never noted since stands where it was made."""
    return sorted(
        parts, key=lambda one: (max(noted.get(one.id, one.at), one.at), one.id), reverse=True
    )


def counted(check_ins: Iterable[CheckIn]) -> list[tuple[str, int]]:
    """How many check-ins each part was here at, by its id, the most first."""
    return Counter(here.part for one in check_ins for here in one.parts).most_common()


def toggled(here: Sequence[Here], part: str) -> tuple[Here, ...]:
    """With a part more, or without it."""
    without = tuple(one for one in here if one.part != part)
    return without if len(without) < len(here) else (*without, Here(part))


def blended(here: Sequence[Here], now: Here) -> tuple[Here, ...]:
    """With how much of the person a part is; told again, that is taken back, not the part."""
    old = next((one for one in here if one.part == now.part), None)
    new = Here(now.part) if old == now else now
    if old is None:
        return (*here, new)
    return tuple(new if one is old else one for one in here)

"""How parts stand together: where each is on the map, and the lines between them."""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, get_args

from domain.entries.answers import fix_offset

RelationKind = Literal["protects", "pulls_against", "backs_up", "avoids", "unsure"]
RELATIONS: Final[tuple[RelationKind, ...]] = get_args(RelationKind)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a part is, in units of the map. Raises ValueError for what is no finite number."""

    part: str
    x: float
    y: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.x) and math.isfinite(self.y)):
            raise ValueError(f"a place is two finite numbers, not {self.x!r}, {self.y!r}")


@dataclass(frozen=True, slots=True)
class Relation:
    """A line from one part to another; two parts have one at most."""

    one: str
    kind: RelationKind
    other: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PartMap:
    """The map as it was left on the day of `at`; each day on which it was changed has its own.

    A part without a spot has a free place; those in `off` stay off the map.
    """

    id: str
    at: datetime
    edited_at: datetime | None = None
    spots: tuple[Spot, ...] = ()
    off: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()

    def __post_init__(self) -> None:
        fix_offset(self, "at", "edited_at")

"""Somebody or something that a person is with: a being, a group, a place, a practice."""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, get_args

from domain.entries.answers import STEPS, fix_offset
from domain.entries.part import Color

PersonShape = Literal["circle", "pebble", "square", "hexagon", "shield", "arch", "leaf", "bloom"]
PERSON_SHAPES: Final[tuple[PersonShape, ...]] = get_args(PersonShape)

Icon = Literal[
    "", "being", "group", "paw", "plant", "place", "chair", "music", "practice", "book", "sky"
]
ICONS: Final[tuple[Icon, ...]] = get_args(Icon)
"""What stands in the shape; the first is none: the initial of the name."""


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close somebody felt at a moment, and how close was wished for: 1 far .. 7 near, or None.

    Raises ValueError for anything else, or a moment without offset.
    """

    at: datetime
    now: int | None = None
    wish: int | None = None

    def __post_init__(self) -> None:
        for step in (self.now, self.wish):
            if step is not None and (isinstance(step, bool) or not 1 <= step <= STEPS):
                raise ValueError(f"closeness is from 1 to {STEPS}, not {step!r}")
        fix_offset(self, "at")


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """One of the people and places, known since `at`; only its name is needed.

    `name` and `bond` are the person's own words, `closeness` is what was told, in that order.
    `angle` is where they stand around the person on the web, in degrees from the right,
    clockwise. `therapy` is the id of the therapy whose therapist this is. `resting_since` is set
    while they rest. Raises ValueError for a name of nothing, an angle that is no finite number,
    or a time without offset.
    """

    id: str
    at: datetime
    edited_at: datetime | None = None
    name: str
    bond: str = ""
    shape: PersonShape = "circle"
    icon: Icon = ""
    color: Color = "sand"
    angle: float = 0.0
    closeness: tuple[Closeness, ...] = ()
    therapy: str = ""
    resting_since: datetime | None = None

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("somebody has a name")
        if not math.isfinite(self.angle):
            raise ValueError(f"an angle is a finite number, not {self.angle!r}")
        fix_offset(self, "at", "edited_at", "resting_since")

    @property
    def resting(self) -> bool:
        """Whether they rest now."""
        return self.resting_since is not None

    @property
    def close(self) -> Closeness | None:
        """What was told last of how close they are; None where nothing was."""
        return self.closeness[-1] if self.closeness else None

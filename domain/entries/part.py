"""A part: a side of oneself that somebody made, named and drew in their own words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, get_args

from domain.entries.answers import fix_offset

Shape = Literal[
    "pebble",
    "hexagon",
    "square",
    "kite",
    "drop",
    "shield",
    "bloom",
    "star",
    "leaf",
    "arch",
]
SHAPES: Final[tuple[Shape, ...]] = get_args(Shape)

Color = Literal["spruce", "clay", "plum", "honey", "rose", "slate", "moss", "sand"]
COLORS: Final[tuple[Color, ...]] = get_args(Color)

Role = Literal["", "works_ahead", "jumps_in_fast", "tender", "other", "unsure"]

Blend = Literal["", "all", "most", "half", "corner"]
"""How much of the person a part is right now, where that was told."""
BLENDS: Final[tuple[Blend, ...]] = ("all", "most", "half", "corner")


@dataclass(frozen=True, slots=True)
class Here:
    """A part that was here at a check-in: its id, and how much of the person it was, if told."""

    part: str
    blend: Blend = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One part, noted since `at`; only its name is needed, and all of it is the person's.

    `around` has the ids of the people it shows up around; `resting_since` is set while it rests.
    Raises ValueError for a name of nothing, or a time without offset.
    """

    id: str
    at: datetime
    edited_at: datetime | None = None
    name: str
    shape: Shape = "pebble"
    color: Color = "spruce"
    role: Role = ""
    about: str = ""
    says: str = ""
    wakes: str = ""
    good_at: str = ""
    hopes: str = ""
    worries: str = ""
    around: tuple[str, ...] = ()
    resting_since: datetime | None = None

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a part has a name")
        fix_offset(self, "at", "edited_at", "resting_since")

    @property
    def resting(self) -> bool:
        """Whether it rests now."""
        return self.resting_since is not None

    @property
    def tender(self) -> bool:
        """Whether it is one that is only held lightly: no guided step is offered for it."""
        return self.role == "tender"

    @property
    def line(self) -> str:
        """One line about it: the first thing that was written of it."""
        told = (self.about, self.says, self.wakes, self.good_at, self.hopes, self.worries)
        return next((words.strip() for words in told if words.strip()), "")

"""A short look inward: one part, or two that pull against each other."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, get_args

from domain.entries.answers import fix_offset
from domain.entries.reply import Reply

Toward = Literal[
    "curious",
    "annoyed",
    "neutral",
    "scared",
    "caring",
    "swept_up",
    "okay",
    "want_it_gone",
    "unsure",
]
"""How the person feels toward a part, in the order in which it is asked."""
TOWARD: Final[tuple[Toward, ...]] = get_args(Toward)
OPEN_TOWARD: Final[frozenset[Toward]] = frozenset(("curious", "caring", "neutral", "okay"))

Stage = Literal[
    "notice",
    "gate",
    "other_gate",
    "closed",
    "open",
    "know",
    "no_answer",
    "finished",
    "stopped",
]
UNDER_WAY: Final[tuple[Stage, ...]] = ("notice", "gate", "other_gate", "closed", "open", "know")
BEHIND_THE_GATE: Final[tuple[Stage, ...]] = ("open", "know")


def is_open(toward: tuple[Toward, ...]) -> bool:
    """Whether the gate is: something was chosen, and nothing that closes it."""
    return bool(toward) and OPEN_TOWARD.issuperset(toward)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sitting:
    """A sitting with `part`, and with `other` where there are two; begun at `at`.

    `asking` is the id of the prompt on the screen, `toward` what was answered at the gate. It
    can't be behind a closed gate: that raises ValueError, as does a time without offset.
    """

    id: str
    at: datetime
    edited_at: datetime | None = None
    part: str
    other: str = ""
    stage: Stage = "notice"
    asking: str = ""
    toward: tuple[Toward, ...] = ()
    toward_other: tuple[Toward, ...] = ()
    replies: tuple[Reply, ...] = ()

    def __post_init__(self) -> None:
        if self.stage in BEHIND_THE_GATE and not self.gate_open:
            raise ValueError("nothing is asked behind a gate that is not open")
        fix_offset(self, "at", "edited_at")

    @property
    def gate_open(self) -> bool:
        """Whether the gate is, toward both where there are two."""
        return is_open(self.toward) and (not self.other or is_open(self.toward_other))

    @property
    def under_way(self) -> bool:
        """Whether it has not ended."""
        return self.stage in UNDER_WAY

    @property
    def written(self) -> tuple[Reply, ...]:
        """What was answered: words, or that the part didn't want to answer."""
        return tuple(one for one in self.replies if one.text.strip() or one.declined)

    @property
    def holds_something(self) -> bool:
        """Whether there is anything to keep or to throw away."""
        return bool(self.written or self.toward or self.toward_other)

"""Something to bring to a session."""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, get_args

from domain.entries.answers import fix_offset
from domain.entries.therapy import FIRST_THERAPY

Tag = Literal["needs", "limits", "hurt", "repair", "between_us", "parts", "practical"]
TAGS: Final[tuple[Tag, ...]] = get_args(Tag)

PointState = Literal["open", "later", "brought", "let_go"]


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkingPoint:
    """Something to bring, since `at`.

    `text` is empty as long as the words are those of `source`, the entry it came from. The lower
    its `rank`, the higher on the list. `session` is the one that it was brought to or kept from,
    `settled_at` when that was; `outcome` what came of it; `first_sentence` a way to begin.
    Raises ValueError for a rank that is no finite number or a time without offset.
    """

    id: str
    at: datetime
    edited_at: datetime | None = None
    therapy: str = FIRST_THERAPY
    text: str = ""
    tags: tuple[Tag, ...] = ()
    state: PointState = "open"
    pinned: bool = False
    private: bool = False
    rank: float = 0.0
    source: str = ""
    first_sentence: str = ""
    session: str = ""
    settled_at: datetime | None = None
    outcome: str = ""

    def __post_init__(self) -> None:
        if not math.isfinite(self.rank):
            raise ValueError(f"a rank is a finite number, not {self.rank!r}")
        fix_offset(self, "at", "edited_at", "settled_at")

    @property
    def between_us(self) -> bool:
        """Whether it is about what happens between the person and their therapist."""
        return "between_us" in self.tags

"""How it was after being with somebody, compared with before."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from domain.entries.answers import fix_offset

Change = Literal["", "less", "same", "more"]


@dataclass(frozen=True, kw_only=True, slots=True)
class AfterContact:
    """Five lines about one meeting with `person`, an id; any may stay empty, none is added up.

    They follow what relational-cultural therapy names as the marks of good contact (Jean Baker
    Miller): zest, clarity, worth, being able to act, and wanting more connection.
    """

    id: str
    at: datetime
    edited_at: datetime | None = None
    person: str
    zest: Change = ""
    clarity: Change = ""
    worth: Change = ""
    action: Change = ""
    wanting: Change = ""

    def __post_init__(self) -> None:
        fix_offset(self, "at", "edited_at")

    @property
    def answered(self) -> bool:
        """Whether any line was."""
        return any(getattr(self, name) for name in LINES)


LINES: Final = ("zest", "clarity", "worth", "action", "wanting")
"""The five, by their names, in the order in which they are asked."""

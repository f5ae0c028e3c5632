"""What was written to a question that was asked outside of a sitting."""

from dataclasses import dataclass
from datetime import datetime

from domain.entries.answers import fix_offset


@dataclass(frozen=True, kw_only=True, slots=True)
class Reflection:
    """An answer to a prompt: its id, its text as it was shown, and what was written."""

    id: str
    at: datetime
    edited_at: datetime | None = None
    prompt: str
    asked: str
    text: str

    def __post_init__(self) -> None:
        fix_offset(self, "at", "edited_at")

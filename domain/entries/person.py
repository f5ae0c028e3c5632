"""Somebody or something that a person is with: a being, a group, a place, a practice."""

from dataclasses import dataclass
from datetime import datetime

from domain.entries.answers import fix_offset


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """One of the people and places; `name` is the person's own word. Raises as `Part` does."""

    id: str
    at: datetime
    edited_at: datetime | None = None
    name: str

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("somebody has a name")
        fix_offset(self, "at", "edited_at")

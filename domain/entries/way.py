"""A way of staying safe: what a person does when closeness is risky."""

from dataclasses import dataclass
from datetime import datetime

from domain.entries.answers import fix_offset


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """One way, in the person's own words: how it helps, and then what it costs.

    Relational-cultural therapy calls these strategies of disconnection, and honours what they
    once saved. Raises ValueError for a name of nothing.
    """

    id: str
    at: datetime
    edited_at: datetime | None = None
    name: str
    helps: str = ""
    costs: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a way has a name")
        fix_offset(self, "at", "edited_at")

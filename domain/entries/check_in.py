"""How it was at one moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.entries.answers import Answer, check_answer, check_words, fix_offset
from domain.entries.moved_in import Origin
from domain.entries.part import Here

RECALLED_AFTER: Final = timedelta(minutes=10)


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckIn:
    """How it was at one moment; every answer may be left out. Times keep their offset, not a zone.

    `logged_at` is when it was written; `people` has the ids of who or what it was with, and
    `connected_with` that of the one whom `connection` is about, where it is about one; `origin`
    tells where it was moved in from. Raises ValueError for an answer outside 1..7, more than three
    words, or a time without offset.
    """

    id: str
    at: datetime
    logged_at: datetime
    edited_at: datetime | None = None
    pleasantness: Answer = None
    energy: Answer = None
    connection: Answer = None
    connected_with: str = ""
    feelings: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    parts: tuple[Here, ...] = ()
    note: str = ""
    origin: Origin | None = None

    def __post_init__(self) -> None:
        for name in ("pleasantness", "energy", "connection"):
            check_answer(name, getattr(self, name))
        for name in ("feelings", "body"):
            check_words(name, getattr(self, name))
        fix_offset(self, "at", "logged_at", "edited_at")

    @property
    def recalled(self) -> bool:
        """Whether it was written more than ten minutes after it happened."""
        return self.logged_at - self.at > RECALLED_AFTER

    def here(self, part: str) -> Here | None:
        """What was told of a part; None where it was not here."""
        return next((one for one in self.parts if one.part == part), None)

    @property
    def has_mood(self) -> bool:
        """Whether either axis of the pad was answered, "can't tell" included."""
        return self.pleasantness is not None or self.energy is not None

    @property
    def place(self) -> tuple[int, int] | None:
        """The cell of the pad, (pleasantness, energy); None where an axis has no number."""
        if isinstance(self.pleasantness, int) and isinstance(self.energy, int):
            return self.pleasantness, self.energy
        return None

"""The kinds of entry: frozen dataclasses that check themselves.

Every entry has an `id` (a ULID as text, from `Journal.new_id`). What happened at a time also has
`at`, with the UTC offset of the place where it happened, and `logged_at`, when it was written.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import Enum
from typing import Final, Literal

STEPS: Final = 7
UP_TO: Final = 3
RECALLED_AFTER: Final = timedelta(minutes=10)

Theme = Literal["system", "light", "dark"]


class CantTell(Enum):
    """The one value of `CANT_TELL`, an answer of its own: neither empty nor the middle."""

    CANT_TELL = "cant_tell"


CANT_TELL: Final = CantTell.CANT_TELL

Answer = int | CantTell | None
"""1..7, or CANT_TELL, or None: not asked or not answered."""


def _check_answer(name: str, answer: Answer) -> None:
    if isinstance(answer, int) and (isinstance(answer, bool) or not 1 <= answer <= STEPS):
        raise ValueError(f"{name} is from 1 to {STEPS}, not {answer!r}")


def _check_words(name: str, words: tuple[str, ...]) -> None:
    if len(words) > UP_TO or len(set(words)) < len(words) or not all(words):
        raise ValueError(f"{name} holds up to {UP_TO} different words, not {words!r}")


def _fix_offset(entry: object, name: str) -> None:
    moment: datetime | None = getattr(entry, name)
    if moment is None:
        return
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError(f"{name} needs the offset of the place where it happened")
    # Two moments of one zone would be compared and subtracted by their wall clocks, and lose or
    # reorder the hour in which clocks are set back.
    if type(moment.tzinfo) is not timezone or moment.fold:
        fixed = moment.replace(tzinfo=timezone(offset), fold=0)
        object.__setattr__(entry, name, fixed)


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckIn:
    """How it was at one moment; every answer may be left out. Times keep their offset, not a zone.

    Raises ValueError for an answer outside 1..7, more than three words, or a time without offset.
    """

    id: str
    at: datetime
    logged_at: datetime
    edited_at: datetime | None = None
    pleasantness: Answer = None
    energy: Answer = None
    connection: Answer = None
    feelings: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        for name in ("pleasantness", "energy", "connection"):
            _check_answer(name, getattr(self, name))
        for name in ("feelings", "body"):
            _check_words(name, getattr(self, name))
        for name in ("at", "logged_at", "edited_at"):
            _fix_offset(self, name)

    @property
    def recalled(self) -> bool:
        """Whether it was written more than ten minutes after it happened."""
        return self.logged_at - self.at > RECALLED_AFTER

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


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """A note being written, kept with every change: `about` is the check-in's id, or empty."""

    id: str
    about: str
    text: str
    written_at: datetime

    def __post_init__(self) -> None:
        _fix_offset(self, "written_at")


@dataclass(frozen=True, slots=True)
class Supporter:
    """One of a person's own people to turn to: a name, a number to call or text, a few words."""

    name: str
    number: str
    about: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What the person has set; one document. `day_start` is the hour, 0..12, when a day begins."""

    id: str = "settings"
    welcomed: bool = False
    theme: Theme = "system"
    day_start: int = 4
    two_rows: bool = False
    ask_connection: bool = True
    ask_body: bool = True
    region: str = ""
    supporters: tuple[Supporter, ...] = ()
    out_of_hours: str = ""
    own_words: tuple[str, ...] = ()
    own_body_words: tuple[str, ...] = ()
    hidden_words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.day_start <= 12:
            raise ValueError(f"a day starts between 0:00 and 12:00, not {self.day_start}:00")


Entry = CheckIn | Draft | Settings

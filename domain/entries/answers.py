"""What several kinds of entry hold: answers in steps, and moments with their offset."""

from datetime import datetime, timezone
from enum import Enum
from typing import Final

STEPS: Final = 7
UP_TO: Final = 3


class CantTell(Enum):
    """The one value of `CANT_TELL`, an answer of its own: neither empty nor the middle."""

    CANT_TELL = "cant_tell"


CANT_TELL: Final = CantTell.CANT_TELL

Answer = int | CantTell | None
"""1..7, or CANT_TELL, or None: not asked or not answered."""


def check_answer(name: str, answer: Answer) -> None:
    """Raises ValueError for an answer outside 1..7."""
    if isinstance(answer, int) and (isinstance(answer, bool) or not 1 <= answer <= STEPS):
        raise ValueError(f"{name} is from 1 to {STEPS}, not {answer!r}")


def check_words(name: str, words: tuple[str, ...]) -> None:
    """Raises ValueError for more than three words, the same one twice, or an empty one."""
    if len(words) > UP_TO or len(set(words)) < len(words) or not all(words):
        raise ValueError(f"{name} holds up to {UP_TO} different words, not {words!r}")


def fix_offset(entry: object, *names: str) -> None:
    """Give the moments of an entry that is being made the offset of their place, not its zone.

    Raises ValueError for one without an offset.
    """
    for name in names:
        moment: datetime | None = getattr(entry, name)
        if moment is None:
            continue
        offset = moment.utcoffset()
        if offset is None:
            raise ValueError(f"{name} needs the offset of the place where it happened")
        # Two moments of one zone would be compared and subtracted by their wall clocks, and lose
        # or reorder the hour in which clocks are set back.
        if type(moment.tzinfo) is not timezone or moment.fold:
            fixed = moment.replace(tzinfo=timezone(offset), fold=0)
            object.__setattr__(entry, name, fixed)

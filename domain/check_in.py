"""Changing a check-in: pure functions from one to the next."""

from dataclasses import replace
from datetime import datetime

from domain.entries import UP_TO, CheckIn


def toggled(words: tuple[str, ...], word: str) -> tuple[str, ...]:
    """The words with one more or one less; at three, one more changes nothing."""
    if word in words:
        return tuple(one for one in words if one != word)
    return words if len(words) >= UP_TO else (*words, word)


def moved(one: CheckIn, at: datetime, now: datetime) -> CheckIn:
    """The check-in at another time, in the offset that time is given in."""
    return replace(one, at=at, edited_at=now)


def is_empty(one: CheckIn) -> bool:
    """Whether nothing at all was answered or written."""
    return not (
        one.has_mood or one.connection is not None or one.feelings or one.body or one.note.strip()
    )

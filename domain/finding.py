"""Finding entries by their words."""

from collections.abc import Iterable
from typing import TypeVar

from domain.entries import CheckIn, Reply, TalkingPoint, TherapySession

Found = CheckIn | TherapySession | TalkingPoint
"""What can be looked for, and has a day."""
F = TypeVar("F", bound=Found)


def find(entries: Iterable[F], typed: str) -> list[F]:
    """The entries whose words hold every word typed, in any order and case."""
    wanted = typed.casefold().split()
    if not wanted:
        return list(entries)
    return [one for one in entries if all(word in _haystack(one) for word in wanted)]


def _haystack(one: Found) -> str:
    return "\n".join(_words(one)).casefold()


def _words(one: Found) -> tuple[str, ...]:
    if isinstance(one, CheckIn):
        return (*one.feelings, *one.body, one.note)
    if isinstance(one, TalkingPoint):
        tags = (tag.replace("_", " ") for tag in one.tags)
        return (one.text, one.first_sentence, one.outcome, *tags)
    said = (text for reply in one.replies for text in _said(reply))
    return (one.held_back_text, one.kept_sentence, one.to_try, one.to_try_went, *said)


def _said(reply: Reply) -> tuple[str, ...]:
    return (reply.asked, reply.text) if reply.text.strip() else ()

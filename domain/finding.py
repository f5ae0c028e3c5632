"""Finding entries by their words."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from domain.bringing import tag_in_words
from domain.entries import (
    CheckIn,
    Moment,
    PartWord,
    Reflection,
    Reply,
    Sitting,
    TalkingPoint,
    TherapySession,
)
from domain.words import said

Found = CheckIn | TherapySession | TalkingPoint | Reflection | Sitting | Moment
"""What can be looked for, and has a day."""
F = TypeVar("F", bound=Found)


def find(entries: Iterable[F], typed: str, names: Mapping[str, str] | None = None) -> list[F]:
    """The entries whose words hold every word typed, in any order and case.

    `names` are those of parts, people and ways by their ids: what they were in is found by them.
    """
    wanted = typed.casefold().split()
    if not wanted:
        return list(entries)
    known = names or {}
    return [one for one in entries if all(word in _haystack(one, known) for word in wanted)]


def _haystack(one: Found, names: Mapping[str, str]) -> str:
    named = (names.get(id, "") for id in _ids(one))
    return "\n".join((*_words(one), *named)).casefold()


def _ids(one: Found) -> tuple[str, ...]:
    if isinstance(one, CheckIn):
        return (*one.people, *(here.part for here in one.parts))
    if isinstance(one, Moment):
        return (*one.people, *one.ways)
    return (one.part, one.other) if isinstance(one, Sitting) else ()


def _words(one: Found) -> tuple[str, ...]:
    match one:
        case CheckIn():
            chosen = (*one.feelings, *one.body)
            return (*chosen, *map(said, chosen), one.note)
        case TalkingPoint():
            tags = (tag_in_words(tag, PartWord()) for tag in one.tags)
            return (one.text, one.first_sentence, one.outcome, *tags)
        case Reflection():
            return (one.asked, one.text)
        case Moment():
            return (one.text, one.story, one.if_i_show, one.they_will, *one.tags)
        case Sitting():
            return _replies(one.replies)
        case _:
            own = (one.held_back_text, one.kept_sentence, one.to_try, one.to_try_went)
            return (*own, *_replies(one.replies))


def _replies(replies: Iterable[Reply]) -> tuple[str, ...]:
    written = (one for one in replies if one.text.strip() or one.declined)
    return tuple(words for one in written for words in (one.asked, one.text))

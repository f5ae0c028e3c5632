"""The names that a journal knows, and initials in their place in whatever was written."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any, Final, TypeVar, get_args, get_origin

from domain.entries import Draft, Entry, Person, Settings, Therapy

E = TypeVar("E", bound=Entry)
NO_TEXT: Final = frozenset(
    (
        *("id", "told_in", "person", "part", "other", "one", "connected_with", "therapy", "source"),
        *("people", "ways", "around", "off", "added", "session", "asking", "prompt"),
        *("hidden_prompts", "rule", "zone", "region"),
    )
)
"""Fields of letters that no person wrote: ids, rules, zones and codes."""


def names_in(entries: Iterable[Entry]) -> Iterator[str]:
    """The names of people, therapies and supporters, and those that were set besides."""
    for one in entries:
        if isinstance(one, Person | Therapy):
            yield one.name
        elif isinstance(one, Settings):
            yield from one.names
            yield from (other.name for other in one.supporters)


def shortened(entry: E, shorten: Callable[[str], str]) -> E:
    """The entry with everything that was written in it as `shorten` has it."""
    short: E = _shortened(entry, shorten)
    return short


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    """What may hold something written: names, and the types, of a tuple those of what is in it."""
    return tuple(
        (one.name, get_args(one.type)[0] if get_origin(one.type) is tuple else one.type)
        for one in dataclasses.fields(kind)
        # What a draft is about is an id; of a part and a supporter it is words.
        if one.name not in NO_TEXT and (kind, one.name) != (Draft, "about")
    )


def _shortened(entry: Any, shorten: Callable[[str], str]) -> Any:
    changes: dict[str, Any] = {}
    whole: Any = type(entry)
    for name, kind in _fields(whole):
        value = getattr(entry, name)
        new = _short(value, kind, shorten)
        if new != value:
            changes[name] = new
    return replace(entry, **changes) if changes else entry


def _short(value: Any, kind: Any, shorten: Callable[[str], str]) -> Any:
    if isinstance(value, tuple):
        short = tuple(_short(one, kind, shorten) for one in value)
        # Two names may have the same initials, and an entry holds no word twice.
        return tuple(dict.fromkeys(short)) if kind is str else short
    if kind is str:
        return shorten(value)
    return _shortened(value, shorten) if dataclasses.is_dataclass(value) else value

"""Taking back what was moved in: what goes, and what stays because something else names it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Final

from domain.entries import Entry, MovedIn

# An id stands alone, or with what it is about in the id of a session, an answer or a look.
_IDS: Final = re.compile(r"\w+")
ID_MAX: Final = 300
"""No id has more letters; what does is a text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Undoing:
    """What is removed with `moved_in`, in whatever kind; `changed` of these the person changed.

    `staying` came with it too, and is named by something that did not.
    """

    moved_in: MovedIn
    removed: tuple[Entry, ...] = ()
    staying: tuple[Entry, ...] = ()
    changed: int = 0


def undoing(moved_in: MovedIn, entries: Iterable[Entry]) -> Undoing:
    """What taking back removes from a journal with these `entries`, all that it holds."""
    added = frozenset(moved_in.added)
    came: list[Entry] = []
    named: set[str] = set()
    for one in entries:
        if one.id in added:
            came.append(one)
        elif not isinstance(one, MovedIn):
            named |= _named(one, added)
    going, staying = _parted(came, named, added)
    return Undoing(
        moved_in=moved_in,
        removed=tuple(going),
        staying=tuple(staying),
        changed=sum(_is_changed(one, moved_in) for one in going),
    )


def _parted(
    came: list[Entry], named: set[str], added: frozenset[str]
) -> tuple[list[Entry], list[Entry]]:
    """Those that go, and those that stay: what is named, and whatever is named by that again."""
    going, staying = came, list[Entry]()
    while more := [one for one in going if one.id in named]:
        going = [one for one in going if one.id not in named]
        staying += more
        named = named.union(*(_named(one, added) for one in more))
    return going, staying


def _is_changed(one: Entry, moved_in: MovedIn) -> bool:
    edited_at = getattr(one, "edited_at", None)
    return edited_at is not None and edited_at > moved_in.at


def _named(one: Entry, added: frozenset[str]) -> set[str]:
    """The ids among those added that stand anywhere in an entry."""
    found: set[str] = set()
    left: list[Any] = [one]
    while left:
        value = left.pop()
        if isinstance(value, str):
            if value in added:
                found.add(value)
            elif len(value) <= ID_MAX:
                found.update(added.intersection(_IDS.findall(value)))
        elif isinstance(value, tuple):
            left += value
        elif is_dataclass(value):
            left += [getattr(value, field.name) for field in fields(value)]
    return found

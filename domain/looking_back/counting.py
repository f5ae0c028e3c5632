"""How often something was logged: counts, and nothing made of them."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from domain.entries import CheckIn
from domain.looking_back.diary import Day
from domain.words import said

Cell = tuple[int, int]


def cells(check_ins: Iterable[CheckIn]) -> dict[Cell, list[CheckIn]]:
    """The check-ins by the cell of the pad, (pleasantness, energy), where they landed."""
    found: dict[Cell, list[CheckIn]] = {}
    for one in check_ins:
        if (place := one.place) is not None:
            found.setdefault(place, []).append(one)
    return found


def with_words(
    check_ins: Iterable[CheckIn], of: Literal["feelings", "body"]
) -> list[tuple[str, list[CheckIn]]]:
    """The check-ins that each word was chosen at; what was chosen most first, then by letter."""
    found: dict[str, list[CheckIn]] = {}
    for one in check_ins:
        for word in getattr(one, of):
            found.setdefault(word, []).append(one)
    return sorted(found.items(), key=lambda one: (-len(one[1]), said(one[0]).casefold(), one[0]))


def by_hour(check_ins: Iterable[CheckIn]) -> list[int]:
    """How many were at each of the 24 hours of the clock of their place."""
    counted = Counter(one.at.hour for one in check_ins)
    return [counted[hour] for hour in range(24)]


def by_weekday(days: Iterable[Day]) -> list[int]:
    """How many were on each weekday, Monday first, by the logical day."""
    counted: Counter[int] = Counter()
    for one in days:
        counted[one.day.weekday()] += len(one.check_ins)
    return [counted[weekday] for weekday in range(7)]


def with_parts(check_ins: Iterable[CheckIn]) -> dict[str, list[CheckIn]]:
    """The check-ins that each part was around at, by its id."""
    found: dict[str, list[CheckIn]] = {}
    for one in check_ins:
        for here in one.parts:
            found.setdefault(here.part, []).append(one)
    return found


def connected_with(check_ins: Iterable[CheckIn]) -> dict[str, list[CheckIn]]:
    """The answers about connection with somebody, by their id."""
    found: dict[str, list[CheckIn]] = {}
    for one in check_ins:
        if one.connected_with and isinstance(one.connection, int):
            found.setdefault(one.connected_with, []).append(one)
    return found

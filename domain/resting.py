"""What rests for a while and comes back: parts, and people and places."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, TypeVar


class Resting(Protocol):
    """Something that may rest."""

    @property
    def resting_since(self) -> datetime | None:
        """Since when it does; None while it goes on."""
        ...


R = TypeVar("R", bound=Resting)


def going(some: Iterable[R]) -> list[R]:
    """Those that do not rest."""
    return [one for one in some if one.resting_since is None]


def resting(some: Iterable[R]) -> list[R]:
    """Those that rest."""
    return [one for one in some if one.resting_since is not None]

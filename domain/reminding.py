"""When a reminder is due: what was set, by the clock on the wall, and the sessions planned."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from domain.entries.reminders import Nudge, Reminders
from domain.sessions import Course

What = Literal["check_in", "before", "after"]
TEXTS: Final[dict[What, str]] = {
    "check_in": "A moment for yourself",
    "before": "Have a look at your list",
    "after": "A moment to look back",
}
"""What a device or a calendar shows: nothing of the journal, and no name of the app."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """One moment, with its offset; `id` stays the same however often it is computed.

    `about` is the id of the nudge or of the session.
    """

    id: str
    what: What
    at: datetime
    about: str


def coming(
    reminders: Reminders, course: Course, first: datetime, last: datetime, zone: str
) -> Iterator[Reminder]:
    """All from `first` on and before `last`, oldest first, on a device in that zone."""
    raise NotImplementedError


def due(
    reminders: Reminders, course: Course, now: datetime, zone: str, checked_in: datetime | None
) -> Reminder | None:
    """The one for a quiet line in the app now, where there is one.

    `checked_in` is when the newest check-in was made. None while all is put off, once it was
    answered, and when its time is over.
    """
    raise NotImplementedError


def moment(nudge: Nudge, day: datetime) -> datetime:
    """When a nudge is on a day, by the clock on the wall."""
    raise NotImplementedError

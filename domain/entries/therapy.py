"""Therapies, their schedules, and single sessions with what stayed of them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal

from domain.entries.answers import Answer, check_answer, fix_offset
from domain.entries.reply import Reply
from domain.language import tr
from domain.recurrence import recurrence

FIRST_THERAPY: Final = "first"
"""The id of the therapy that there is without anybody making one."""
DAY_MINUTES: Final = 24 * 60

Status = Literal[
    "planned",
    "happened",
    "cut_short",
    "they_cancelled",
    "they_did_not_come",
    "i_cancelled",
    "break",
    "ended",
]
TOOK_PLACE: Final[tuple[Status, ...]] = ("happened", "cut_short")

HeldBack = Literal["", "no", "little", "lot", "cant_tell"]
HeldBackGoes = Literal["", "next_time", "only_me", "let_go"]
FeltOff = Literal["", "no", "wobble", "yes", "cant_tell"]
Talked = Literal["", "yes", "partly", "not_yet", "not_wanted", "not_safe"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Therapy:
    """One therapist, couple's therapy or group; `ended` is the day since which it has stopped."""

    id: str = FIRST_THERAPY
    name: str = ""
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """Days without sessions, from `first` to `last`; without `last` until the person says so."""

    first: date
    last: date | None = None

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise ValueError(tr("A break ends after it has begun."))

    def __contains__(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, kw_only=True, slots=True)
class Schedule:
    """When sessions come again: an RRULE (RFC 5545, 3.3.10) from `start`, by the clock of `zone`.

    `start` has no offset: it is what the clock on that wall shows. `length` is in minutes; from
    the day `until` on there are none. Raises ValueError, with one sentence for the person, for a
    rule that can't be read or never comes. A zone is not checked: another device may not know it.
    """

    id: str
    therapy: str = FIRST_THERAPY
    rule: str
    start: datetime
    zone: str
    length: int = 50
    breaks: tuple[Break, ...] = ()
    until: date | None = None

    def __post_init__(self) -> None:
        if self.start.tzinfo is not None:
            raise ValueError("a schedule starts at a time on the wall, without an offset")
        _check_length(self.length)
        recurrence(self.rule, self.start, self.zone)


@dataclass(frozen=True, kw_only=True, slots=True)
class TherapySession:
    """One session, planned or past, and what stays with the person.

    One of a schedule has the id that `sessions.Course` gives it. `logged_at` is when something
    was first said about it: None for one that only the schedule knows. `waved_off`: the person
    was asked about it and said not now. Raises ValueError as `CheckIn` does.
    """

    id: str
    at: datetime
    length: int = 50
    therapy: str = FIRST_THERAPY
    status: Status = "planned"
    logged_at: datetime | None = None
    edited_at: datetime | None = None
    waved_off: bool = False
    connection: Answer = None
    held_back: HeldBack = ""
    held_back_text: str = ""
    held_back_goes: HeldBackGoes = ""
    felt_off: FeltOff = ""
    talked: Talked = ""
    kept_sentence: str = ""
    to_try: str = ""
    to_try_went: str = ""
    to_try_set_down: bool = False
    replies: tuple[Reply, ...] = ()

    def __post_init__(self) -> None:
        _check_length(self.length)
        check_answer("connection", self.connection)
        fix_offset(self, "at", "logged_at", "edited_at")

    @property
    def ends(self) -> datetime:
        """When it is over."""
        return self.at + timedelta(minutes=self.length)

    @property
    def took_place(self) -> bool:
        """Whether it happened, also where it was cut short."""
        return self.status in TOOK_PLACE

    @property
    def noted(self) -> bool:
        """Whether anything of what stayed was noted."""
        kept = (self.held_back, self.felt_off, self.kept_sentence, self.to_try, self.replies)
        return self.connection is not None or any(kept)

    def reply(self, prompt: str) -> str:
        """What was written to a prompt, or nothing."""
        return next((one.text for one in self.replies if one.prompt == prompt), "")


def _check_length(length: int) -> None:
    if not 1 <= length <= DAY_MINUTES:
        raise ValueError(tr("A session is between a minute and a day long."))

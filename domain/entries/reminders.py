"""What the person wants to be reminded of; nothing until they switch it on."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.entries.answers import fix_offset

DAY: Final = 24 * 60
WEEK: Final = (1, 2, 3, 4, 5, 6, 7)
"""The days of a week as ISO counts them, Monday first."""
FARTHEST: Final = 7 * DAY
"""Minutes: a session is spoken of a week before or after it at most."""


@dataclass(frozen=True, slots=True)
class Nudge:
    """A time to check in, in minutes of the day by the clock on the wall, wherever one is.

    With `until`, a moment from the one on and before the other, drawn for each day. `days` as in
    `WEEK`.
    """

    id: str
    at: int
    until: int | None = None
    days: tuple[int, ...] = WEEK

    def __post_init__(self) -> None:
        if not 0 <= self.at < DAY:
            raise ValueError(f"{self.at} is no minute of a day")
        if self.until is not None and not self.at < self.until < DAY:
            raise ValueError(f"no moment is between minute {self.at} and {self.until} of a day")
        if not self.days or set(self.days) - set(WEEK):
            raise ValueError(f"{self.days} are no days of a week")


@dataclass(frozen=True, slots=True)
class Reminders:
    """All that is to be reminded of.

    `before` and `after` are minutes from the beginning and from the end of a session; None is
    never. All is put off from the moment `put_off` until `later`; `seen` is when one was last
    answered.
    `resting` is whether the nudges are kept and remind of nothing.
    `calendar` is whether a calendar file was made, whose events the app can't take back;
    `notify` is whether the device shows them, where a build can have it do that.
    """

    nudges: tuple[Nudge, ...] = ()
    before: int | None = None
    after: int | None = None
    put_off: datetime | None = None
    later: datetime | None = None
    seen: datetime | None = None
    resting: bool = False
    calendar: bool = False
    notify: bool = False

    def __post_init__(self) -> None:
        for minutes in (self.before, self.after):
            if minutes is not None and not 0 <= minutes <= FARTHEST:
                raise ValueError(f"{minutes} minutes are not near a session")
        fix_offset(self, "put_off", "later", "seen")

    @property
    def check_in(self) -> bool:
        """Whether there is a time to check in."""
        return bool(self.nudges) and not self.resting

    @property
    def are_on(self) -> bool:
        """Whether there is anything to be reminded of."""
        return self.check_in or self.before is not None or self.after is not None

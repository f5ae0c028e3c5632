"""What the person has set."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from domain.entries.part_word import PartWord
from domain.entries.reminders import Reminders

DAY: Final = 24 * 60
"""Minutes of a day: a lock that waits longer is none."""
Theme = Literal["system", "light", "dark"]
Pace = Literal["daily", "now_and_then", "never"]
Place = Literal["day", "notice", "know"]
"""Where a prompt of one's own is asked: on Today, or in a sitting before or behind the gate."""
HelpingAnswer = Literal["helping", "neutral", "weighing", "not_now"]


@dataclass(frozen=True, slots=True)
class Supporter:
    """One of a person's own people to turn to: a name, a number to call or text, a few words."""

    name: str
    number: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class OwnPrompt:
    """A question that the person wrote, and where it is asked."""

    id: str
    text: str
    where: Place


@dataclass(frozen=True, slots=True)
class Offer:
    """What became of the question of a day: how often another was wanted, whether it was left.

    `prompt` is the id of the one that was written to, which stays that of the day.
    """

    day: date
    turns: int = 0
    left: bool = False
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class Helping:
    """What was answered on a day to whether checking in helps.

    `settled`: what is offered to whom it weighs on was taken up, or left.
    """

    day: date
    answer: HelpingAnswer
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Pause:
    """No check-ins from a day on; `until` is the first day on which it is over.

    Without one it goes on until the person begins again.
    """

    since: date
    until: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What the person has set; one document. `day_start` is the hour, 0..12, when a day begins."""

    id: str = "settings"
    welcomed: bool = False
    theme: Theme = "system"
    language: str = ""
    """The code of the language of the app; empty: that of the device."""
    day_start: int = 4
    two_rows: bool = False
    ask_connection: bool = True
    ask_body: bool = True
    region: str = ""
    supporters: tuple[Supporter, ...] = ()
    out_of_hours: str = ""
    own_words: tuple[str, ...] = ()
    own_body_words: tuple[str, ...] = ()
    hidden_words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Names that a sheet shows as initials, besides those that the journal knows."""
    letter_paper: bool = False
    part_word: PartWord = field(default_factory=PartWord)
    told_of_parts: bool = False
    """Whether the sentence that parts work begins with was shown."""
    questions: Pace = "daily"
    hidden_prompts: tuple[str, ...] = ()
    own_prompts: tuple[OwnPrompt, ...] = ()
    offer: Offer | None = None
    helping: tuple[Helping, ...] = ()
    pause: Pause | None = None
    reminders: Reminders = field(default_factory=Reminders)
    lock_after: int = 1
    """Minutes without a touch until the journal locks itself, where it has a lock."""
    lock_when_left: bool = True
    """Whether it also locks when the app goes to the background or its page is closed."""
    hide_in_switcher: bool = True
    initials: bool = True
    """Whether a sheet begins with names as initials."""
    support_when_locked: bool = False
    """Whether one's own people to turn to are shown before the lock opens."""
    quick_exit: bool = False
    title: str = "Meanwhile"
    """What the window or the tab of the browser is called."""

    def __post_init__(self) -> None:
        if not 1 <= self.lock_after <= DAY:
            raise ValueError(f"a lock after {self.lock_after} minutes is none")
        if not 0 <= self.day_start <= 12:
            raise ValueError(f"a day starts between 0:00 and 12:00, not {self.day_start}:00")

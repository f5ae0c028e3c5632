"""A file that leaves: what was chosen of the journal, in a format, and its first lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from domain.entries import CheckIn, Entry
from domain.keeper import Format, Keeper
from domain.language import N_
from domain.leaving import GROUPS, Group, Leaving, counts, leaving
from domain.looking_back.stretch import Range, Stretch, between_days, between_sessions, lately
from views.state import State

LINES: Final = 12
WIDTH: Final = 100
"""Of the file so many lines are shown, and so much of each."""
LOOK: Final = 4 * LINES * WIDTH


@dataclass(frozen=True, slots=True)
class Form:
    """A format: its name, what it is for, how its file's name ends, and the file's type."""

    label: str
    line: str
    ending: str
    mime: str


FORMS: Final[dict[Format, Form]] = {
    "markdown": Form(
        N_("Readable text"), N_("Markdown: words, to read or to print."), "md", "text/markdown"
    ),
    "csv": Form(N_("Table"), N_("CSV: one row a check-in, for a spreadsheet."), "csv", "text/csv"),
    "json": Form(
        N_("Everything for computers"),
        N_("JSON: entries with all their fields. Meanwhile can take them back in."),
        "json",
        "application/json",
    ),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """What the person chose on this screen, which forgets it."""

    initials: bool
    private: bool = False
    format: Format = "markdown"
    range: Range = "all"
    days: tuple[date, date] | None = None
    groups: frozenset[Group] = frozenset(GROUPS)


@dataclass(frozen=True, slots=True)
class Made:
    """A file, what it was `made_of`, and how much of each kind is in it."""

    made_of: tuple[Format, Leaving]
    content: bytes
    counts: tuple[tuple[type[Entry], int], ...]
    lines: int


def leaving_of(state: State, chosen: Chosen, sessions: Sequence[datetime]) -> Leaving:
    """What was chosen, with its days as they are today; a table has all that its rows name."""
    return Leaving(
        stretch=_stretch(chosen, sessions, state.today, state.settings.day_start),
        groups=frozenset(GROUPS) if chosen.format == "csv" else chosen.groups,
        initials=chosen.initials,
        private=chosen.private,
    )


def _stretch(
    chosen: Chosen, sessions: Sequence[datetime], today: date, day_start: int
) -> Stretch | None:
    match chosen.range:
        case "all":
            return None
        case "session" if sessions:
            return between_sessions(sessions[-1], None, today, day_start)
        case "dates" if chosen.days:
            return between_days(*chosen.days)
        case "months" | "year" as name:
            return lately(name, today)
        case _:
            return lately("weeks", today)


def make(
    keeper: Keeper, every: Sequence[Sequence[Entry]], wanted: tuple[Format, Leaving], day_start: int
) -> Made:
    """The file of what was chosen. Raises OSError, JournalError."""
    format, choice = wanted
    left = leaving((one for some in every for one in some), choice, day_start)
    content = keeper.write(format, left)
    told = [one for one in left if isinstance(one, CheckIn)] if format == "csv" else left
    return Made(wanted, content, counts(told), content.count(b"\n"))


def beginning(content: bytes) -> str:
    """The first lines of a file, long ones cut."""
    lines = content[:LOOK].decode("utf-8-sig", "ignore").splitlines()[:LINES]
    return "\n".join(one if len(one) <= WIDTH else f"{one[:WIDTH]} …" for one in lines)


def name_of(made: Made, today: date) -> str:
    """A name that tells nothing of the journal."""
    return f"meanwhile-{today.isoformat()}.{FORMS[made.made_of[0]].ending}"

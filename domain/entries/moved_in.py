"""What was moved in from a file, and what an entry was like there."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, get_args

from domain.entries.answers import Answer, check_answer, fix_offset

Source = Literal[
    "daylio",
    "how_we_feel",
    "bearable",
    "pixels",
    "presently",
    "day_one",
    "daily_you",
    "my_brain",
    "meanwhile",
]
SOURCES: Final[tuple[Source, ...]] = get_args(Source)

Use = Literal["note", "feeling", "body", "person", "part", "nothing"]
"""What a tag of another app becomes here."""
USES: Final[tuple[Use, ...]] = get_args(Use)


@dataclass(frozen=True, slots=True)
class Original:
    """A field of the file that an entry came from, as it was there."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry came from, and all that was told of it there."""

    source: Source
    fields: tuple[Original, ...] = ()


@dataclass(frozen=True, slots=True)
class MoodMeaning:
    """What a mood of another app means here: 1..7, CANT_TELL, or None for no answer."""

    name: str
    pleasantness: Answer = None

    def __post_init__(self) -> None:
        check_answer("pleasantness", self.pleasantness)


@dataclass(frozen=True, slots=True)
class TagMeaning:
    """What a tag of another app becomes here; `group` is the one it stood in there, or empty."""

    name: str
    group: str = ""
    use: Use = "note"


@dataclass(frozen=True, kw_only=True, slots=True)
class MovedIn:
    """A file that was moved in at `at`: the ids of all that it added, and how it was understood.

    The next file of the same source is understood the same way. Raises ValueError for a time
    without offset.
    """

    id: str
    at: datetime
    source: Source
    added: tuple[str, ...] = ()
    moods: tuple[MoodMeaning, ...] = ()
    tags: tuple[TagMeaning, ...] = ()

    def __post_init__(self) -> None:
        fix_offset(self, "at")

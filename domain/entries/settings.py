"""What the person has set."""

from dataclasses import dataclass
from typing import Literal

Theme = Literal["system", "light", "dark"]


@dataclass(frozen=True, slots=True)
class Supporter:
    """One of a person's own people to turn to: a name, a number to call or text, a few words."""

    name: str
    number: str
    about: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What the person has set; one document. `day_start` is the hour, 0..12, when a day begins."""

    id: str = "settings"
    welcomed: bool = False
    theme: Theme = "system"
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

    def __post_init__(self) -> None:
        if not 0 <= self.day_start <= 12:
            raise ValueError(f"a day starts between 0:00 and 12:00, not {self.day_start}:00")

"""Words that are being written and have no place of their own yet."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.entries.answers import fix_offset

BRING: Final = "bring"


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """Words being written, kept with every change.

    `about` is the id of the check-in whose note they become, empty for a check-in that does not
    exist yet, or BRING for something to bring.
    """

    id: str
    about: str
    text: str
    written_at: datetime

    def __post_init__(self) -> None:
        fix_offset(self, "written_at")

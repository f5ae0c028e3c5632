"""What both kinds of file of Daylio have: its moods, and what an entry is known by."""

from datetime import datetime
from typing import Final

from domain.language import tr
from domain.moving_in.record import Mood, Tagged
from storage.exchange.faults import BadFieldError
from storage.exchange.moments import clock_id

STEPS: Final = 5
ENGLISH: Final = ("awful", "bad", "meh", "good", "rad")
GERMAN: Final = ("lausig", "schlecht", "ok", "gut", "super")
"""The moods that Daylio begins with, from 1 to 5. Every other one is the person's own."""
_STEP: Final = {name: step for names in (ENGLISH, GERMAN) for step, name in enumerate(names, 1)}


def mood_named(name: str, step: int = 0) -> Mood:
    """A mood of that name, at its step if it is one that Daylio begins with, or as told."""
    name = name.strip()
    step = step or _STEP.get(name.casefold(), 0)
    return Mood(name, step, STEPS if step else 0)


def daylio_id(
    clock: datetime, moods: tuple[Mood, ...], tags: tuple[Tagged, ...], title: str, note: str
) -> str:
    """The same for an entry of a table and of a backup, of a later version, in another language.

    Raises BadFieldError for an entry that tells nothing, or lies before 1970.
    """
    if not (moods or tags or title or note):
        raise BadFieldError(tr("It holds no mood, no activity and no words."))
    names = (mood.name.casefold() for mood in moods)
    meant = " | ".join(str(_STEP.get(name, name)) for name in names)
    # A table knows no groups, and may have the lines of a note as one.
    done = " | ".join(sorted({tag.name for tag in tags}))
    words = (" ".join(text.split()) for text in (title, note))
    return clock_id("daylio", clock, meant, done, *words)

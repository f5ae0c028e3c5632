"""How We Feel: a table of check-ins, three generations of columns."""

import re
from datetime import datetime, tzinfo
from functools import partial
from typing import Any, Final

from domain.language import tr
from domain.moving_in.record import Found, Heard, Mood, Record, Tagged
from storage.exchange.faults import BadFieldError, UnreadableError
from storage.exchange.moments import clock_id, clock_of, in_zone, month_of, on_day
from storage.exchange.reading import Handed, json_of
from storage.exchange.rows import read_rows
from storage.exchange.table import Row
from storage.exchange.words import parts, plain

MOODS: Final = ("mood", "mood keys", "mood key")
GROUPS: Final = ("people", "places", "events")
WRITTEN: Final = ("Notes", "Reflections", "Takeaways")
# As `2026 Wed Jul 22 11:36 PM`, whatever kind of blanks it has.
_DATE: Final = re.compile(r"(\d{4})\s+\S+\s+([^\W\d]+)\.?\s+(\d{1,2}),?\s+(\S.*)")


def claims(handed: Handed) -> bool:
    """Whether it is a table of How We Feel."""
    columns = set(handed.columns)
    has_tags = any(f"tags ({group})" in columns for group in GROUPS)
    return "date" in columns and has_tags and any(name in columns for name in MOODS)


def read(handed: Handed, zone: tzinfo, heard: Heard) -> Found:
    """Its check-ins, by the clock of `zone`. Raises UnreadableError."""
    return read_rows("how_we_feel", handed, partial(_record, zone), heard)


def _record(zone: tzinfo, row: Row) -> Record:
    row.check()
    clock = _clock(row.get("date"))
    words = parts(row.get(*MOODS), ";")
    tags = tuple(
        Tagged(name, group) for group in GROUPS for name in parts(row.get(f"tags ({group})"), ";")
    )
    note = _note(row)
    if not (words or tags or note):
        raise BadFieldError(tr("It holds no mood, no tag and no words."))
    names = ";".join(words).casefold()
    tagged = ";".join(f"{tag.group}:{tag.name}" for tag in tags)
    return Record(
        id=clock_id("how_we_feel", clock, names, tagged, note),
        line=row.line,
        at=in_zone(clock, zone),
        moods=tuple(Mood(word) for word in words),
        words=words,
        tags=tags,
        note=note,
        fields=row.originals,
    )


def _clock(text: str) -> datetime:
    found = _DATE.fullmatch(text)
    if not found:
        raise BadFieldError(tr("“{text}” is no time that Meanwhile can read.", text=text[:40]))
    year, month, day, clock = found.groups()
    return datetime.combine(on_day(int(year), month_of(month), int(day)), clock_of(clock))


def _note(row: Row) -> str:
    """The notes, and below them the rest, each under its name."""
    told = {name: plain(_lines(row.get(name.casefold()))) for name in WRITTEN}
    notes = told.pop("Notes")
    others = (f"{name}:\n{words}" for name, words in told.items() if words)
    return "\n\n".join(filter(None, (notes, *others)))


def _lines(text: str) -> str:
    """What is written as a list in JSON, a line for each; any other text as it is."""
    if not text.startswith("["):
        return text
    try:
        told = json_of(text)
    except UnreadableError:
        return text
    if not all(isinstance(one, str | dict) for one in told):
        return text
    return "\n".join(filter(None, map(_said, told)))


def _said(told: str | dict[str, Any]) -> str:
    # As a question and what was answered.
    said = [told] if isinstance(told, str) else told.values()
    return ": ".join(one.strip() for one in said if isinstance(one, str))

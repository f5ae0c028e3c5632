"""Bearable: a table of readings, many for each time of a day, which are one record here."""

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, tzinfo
from typing import Final

from domain.entries import Original
from domain.language import tr
from domain.moving_in.record import BadRow, Found, Heard, Mood, Record, Tagged
from storage.exchange.faults import BadFieldError
from storage.exchange.moments import clock_id, clock_of, day_of, in_zone
from storage.exchange.reading import Handed
from storage.exchange.rows import bad_row, heeded
from storage.exchange.table import TOO_FEW, Row
from storage.exchange.words import parts, plain

EACH: Final = {"category", "rating/amount", "detail"}
ALWAYS: Final = {"date", *EACH}
TIME: Final = "time of day"
TIMES: Final = {
    "pre": time(6),
    "am": time(9),
    "morning": time(9),
    "mid": time(13),
    "": time(13),
    "all day": time(13),
    "pm": time(20),
    "evening": time(20),
}
"""What a time of day is here; none at all is the middle of the day."""
SCALES: Final = (5, 10)
"""What a rating may be out of: the file does not say which."""
MOOD: Final = "mood"
ENERGY: Final = "energy"
# A number, or one in brackets after its name, or one out of so many.
_RATING: Final = re.compile(r"(?:[^()]*\()?\s*(\d{1,2}(?:[.,]\d{1,9})?)\s*(?:/\s*\d{1,2})?\s*\)?")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a row tells."""

    category: str
    rating: str
    details: tuple[str, ...]
    note: str
    originals: tuple[Original, ...]

    @property
    def kind(self) -> str:
        """The category, as it is compared."""
        return self.category.casefold()


@dataclass(slots=True)
class _Slot:
    """The readings of a time of a day; `line` is that of the first."""

    clock: datetime
    at: datetime
    line: int
    readings: list[_Reading] = field(default_factory=list)


def claims(handed: Handed) -> bool:
    """Whether it is a table of Bearable."""
    return set(handed.columns) >= ALWAYS


def read(handed: Handed, zone: tzinfo, heard: Heard) -> Found:
    """What it holds, a record for each time of a day, by the clock of `zone`.

    Raises UnreadableError.
    """
    bad: list[BadRow] = []
    slots: dict[datetime, _Slot] = {}
    for row in heeded(handed, heard):
        try:
            reading, clock = _reading(row), _clock(row)
            slot = slots.get(clock) or _Slot(clock, in_zone(clock, zone), row.line)
        except BadFieldError as error:
            bad.append(bad_row(row, error))
            continue
        slots[clock] = slot
        slot.readings.append(reading)
    return Found(source="bearable", records=tuple(_records(slots.values())), bad=tuple(bad))


def _reading(row: Row) -> _Reading:
    # What holds nothing at the end of a row may be left out.
    row.check(TOO_FEW)
    category, rating = row.get("category"), row.get("rating/amount")
    details, note = parts(row.get("detail"), "|"), plain(row.get("notes"))
    if not category or not (rating or details or note):
        raise BadFieldError(tr("It holds no reading."))
    return _Reading(category, rating, details, note, row.originals)


def _clock(row: Row) -> datetime:
    told = row.get(TIME).casefold()
    clock = TIMES[told] if told in TIMES else clock_of(told)
    return datetime.combine(_day(row), clock)


def _day(row: Row) -> date:
    # Another column may have it as ISO 8601 has it, by whatever name; both tell the same day.
    for name, cell in row.cells.items():
        if "date" in name and name != "date":
            with suppress(BadFieldError):
                return day_of(cell)
    return day_of(row.get("date"))


def _records(slots: Collection[_Slot]) -> Iterator[Record]:
    scales = {kind: _scale(slots, kind) for kind in (MOOD, ENERGY)}
    written: set[tuple[date, str]] = set()
    for slot in slots:
        record = _record(slot, scales)
        day = slot.clock.date()
        notes = tuple(dict.fromkeys(one.note for one in slot.readings if one.note))
        # A note stands beside each reading of its day.
        new = [note for note in notes if (day, note) not in written]
        written.update((day, note) for note in new)
        says_more = record.moods or record.energy or record.words or record.tags
        yield replace(record, note="\n".join(new if says_more else notes))


def _record(slot: _Slot, scales: Mapping[str, int]) -> Record:
    moods = [one for one in slot.readings if one.kind == MOOD]
    energies = [
        _rated(one, scales[ENERGY], *one.details) for one in slot.readings if one.kind == ENERGY
    ]
    rest = [one for one in slot.readings if one.kind not in (MOOD, ENERGY)]
    told = {"|".join((one.kind, one.rating, *one.details, one.note)) for one in slot.readings}
    return Record(
        id=clock_id("bearable", slot.clock, *sorted(told)),
        line=slot.line,
        at=slot.at,
        moods=tuple(dict.fromkeys(_rated(one, scales[MOOD]) for one in moods if one.rating)),
        energy=next((one for one in energies if one.name), None),
        words=tuple(dict.fromkeys(word for one in moods for word in one.details)),
        tags=tuple(dict.fromkeys(tag for one in rest for tag in _tags(one))),
        fields=tuple(_originals(slot.readings)),
    )


def _number(rating: str) -> float | None:
    found = _RATING.fullmatch(rating)
    return float(found[1].replace(",", ".")) if found else None


def _scale(slots: Collection[_Slot], kind: str) -> int:
    told = (_number(one.rating) for slot in slots for one in slot.readings if one.kind == kind)
    highest = max((rating for rating in told if rating and rating <= SCALES[-1]), default=0)
    return next(scale for scale in SCALES if highest <= scale)


def _rated(reading: _Reading, scale: int, name: str = "", *_: str) -> Mood:
    rating = _number(reading.rating)
    step = int((rating or 0) + 0.5)
    if rating is None or not 1 <= step <= scale:
        return Mood(name or reading.rating)
    return Mood(name or f"{rating:g} of {scale}", step, scale)


def _tags(reading: _Reading) -> Iterator[Tagged]:
    alone = (f"{reading.category}: {reading.rating}",) if reading.rating else ()
    return (Tagged(name, reading.category) for name in reading.details or alone)


def _originals(readings: list[_Reading]) -> Iterator[Original]:
    """All that the rows held, one row after the other; what they have in common once."""
    seen: set[Original] = set()
    for one in (one for reading in readings for one in reading.originals):
        if one not in seen or one.name.casefold() in EACH:
            yield one
        seen.add(one)

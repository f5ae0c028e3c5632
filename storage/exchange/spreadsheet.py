"""Check-ins as a table (CSV, RFC 4180) for a spreadsheet: a row each, oldest first.

Columns and cells are the same in every language: other programs read them.

UTF-8 with the mark by which Excel knows it, commas, lines that end with CR and LF. No cell begins
with what a spreadsheet would take for a formula: = + - @, their wider twins, a tab or the end of a
line, also after blanks and quotation marks. Such a cell has an apostrophe before it, which a
reader takes away again wherever what follows begins like that.
"""

import csv
import io
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from datetime import timedelta, timezone
from typing import Final

from domain.entries import CANT_TELL, Answer, CheckIn, Entry, Here, Part, Person

COLUMNS: Final[dict[str, str]] = {
    "date": "the day on the calendar there, as 2026-06-09",
    "time": "the time on the clock there, as 21:30:00",
    "utc_offset": "how far that clock was from UTC, UTC or as UTC+02:00",
    "pleasantness": "how it felt, from 1 (hard) to 7 (easy); cant_tell; empty where not answered",
    "energy": "from 1 (low) to 7 (high); cant_tell; empty where not answered",
    "connection": "from 1 (cut off) to 7 (connected); cant_tell; empty where not answered",
    "connected_with": "whom the connection is about, where it is about one",
    "feelings": "up to three words, with | between them",
    "body": "up to three words for the body, with | between them",
    "people": "who or what it was with, by their names, with | between them",
    "parts": "the parts that were here, and how much of one each was: Moss (half) | Kite",
    "note": "the note, as it was written, with its lines",
    "added_later": "yes where it was written more than ten minutes after, else no",
    "logged_at": "when it was written, with the offset from UTC, as 2026-06-09T21:30:00+02:00",
    "edited_at": "when it was last changed, in the same way; empty where it never was",
    "source": "the app that it was moved in from; empty where it was written here",
    "id": "the same in every file of Meanwhile",
}
"""The names of the columns in their order, each with a line about what is in it."""
_BETWEEN: Final = " | "
_FORMULA: Final = frozenset("=+-@")
_CUTS: Final = frozenset("\t\r\n")
_PASSED: Final = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp", "Pi", "Pf"))
_QUOTES: Final = frozenset("\"'`")


def as_csv(entries: Iterable[Entry]) -> bytes:
    """The table of the check-ins among these; names are those of people and parts among them."""
    every = tuple(entries)
    names = {one.id: one.name for one in every if isinstance(one, Person | Part)}
    found = [one for one in every if isinstance(one, CheckIn)]
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, COLUMNS)
    writer.writeheader()
    for one in sorted(found, key=lambda one: (one.at, one.id)):
        writer.writerow({name: _safe(cell) for name, cell in _cells(one, names).items()})
    # Half of a pair of surrogates is no letter, and has no bytes.
    return BOM_UTF8 + table.getvalue().encode("utf-8", "replace")


def _cells(one: CheckIn, names: Mapping[str, str]) -> dict[str, str]:
    return {
        "date": one.at.date().isoformat(),
        "time": one.at.time().isoformat("seconds"),
        "utc_offset": f"{timezone(one.at.utcoffset() or timedelta())}",
        "pleasantness": _answer(one.pleasantness),
        "energy": _answer(one.energy),
        "connection": _answer(one.connection),
        "connected_with": names.get(one.connected_with, ""),
        "feelings": _BETWEEN.join(one.feelings),
        "body": _BETWEEN.join(one.body),
        "people": _BETWEEN.join(names[id] for id in one.people if id in names),
        "parts": _BETWEEN.join(_here(here, names) for here in one.parts if here.part in names),
        "note": one.note,
        "added_later": "yes" if one.recalled else "no",
        "logged_at": one.logged_at.isoformat(),
        "edited_at": one.edited_at.isoformat() if one.edited_at else "",
        "source": one.origin.source if one.origin else "",
        "id": one.id,
    }


def _answer(answer: Answer) -> str:
    return CANT_TELL.value if answer is CANT_TELL else "" if answer is None else f"{answer}"


def _here(here: Here, names: Mapping[str, str]) -> str:
    name, blend = names[here.part], "a corner" if here.blend == "corner" else here.blend
    return f"{name} ({blend})" if blend else name


def _safe(cell: str) -> str:
    return f"'{cell}" if is_formula(cell) else cell


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet might take it for one."""
    first = next((one for one in cell if not _is_passed(one)), "")
    return cell[:1] in _CUTS or unicodedata.normalize("NFKC", first)[:1] in _FORMULA


def _is_passed(letter: str) -> bool:
    return letter in _QUOTES or unicodedata.category(letter) in _PASSED

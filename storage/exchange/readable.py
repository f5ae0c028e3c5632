"""A readable journal (Markdown): a heading a day, oldest first, and at the end what has no day.

It is in the language of now. Of what was moved in it has what that became here, and of the settings
what was written; the files of JSON have the rest. `telling` and `ending` find the words, `markdown`
writes them.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Final, get_args

from domain import dates
from domain.days import day_of
from domain.entries import Draft, Entry, Part, Person, Settings, Therapy, Way
from domain.language import tr, trp
from storage.exchange.ending import ends
from storage.exchange.markdown import Told, blocks, heading
from storage.exchange.telling import Dated, Known, told

TITLE: Final = "Meanwhile"


def as_markdown(entries: Iterable[Entry]) -> bytes:
    """The journal of these entries; days begin at the hour that is set among them."""
    every = tuple(entries)
    settings = next((one for one in every if isinstance(one, Settings)), Settings())
    known = _known(every, settings)
    days = list(_days(every, settings.day_start))
    pieces = [_title([day for day, _ in days])]
    for day, some in days:
        pieces.append(heading(dates.at_start(dates.weekday_day_and_year(day)), 2))
        pieces += (piece for one in some for piece in blocks(_at_its_time(one, known), 3))
    for title, level, said in ends(every, known):
        pieces += [
            heading(title, level),
            *(piece for one in said for piece in blocks(one, level + 1)),
        ]
    if len(pieces) == 1:
        pieces.append(tr("Nothing is noted."))
    # Half of a pair of surrogates is no letter, and has no bytes.
    return ("\n\n".join(pieces) + "\n").encode("utf-8", "replace")


def _known(entries: tuple[Entry, ...], settings: Settings) -> Known:
    named = (one for one in entries if isinstance(one, Person | Part | Way | Therapy))
    return Known(
        {one.id: one for one in entries},
        {one.id: one.name for one in named if one.name.strip()},
        settings.part_word,
    )


def _days(entries: Iterable[Entry], day_start: int) -> Iterator[tuple[date, list[Dated]]]:
    dated = [one for one in entries if isinstance(one, get_args(Dated))]
    ordered = sorted(dated, key=lambda one: (day_of(_at(one), day_start), _at(one), one.id))
    for day, some in groupby(ordered, key=lambda one: day_of(_at(one), day_start)):
        yield day, list(some)


def _at(entry: Dated) -> datetime:
    return entry.written_at if isinstance(entry, Draft) else entry.at


def _title(days: list[date]) -> str:
    if not days:
        return heading(TITLE, 1)
    said = first = dates.day_and_year(days[0])
    if days[0] != days[-1]:
        last = dates.day_and_year(days[-1])
        said = trp("days: 30 May to 2 June", "{first} to {last}", first=first, last=last)
    return heading(f"{TITLE}, {said}", 1)


def _at_its_time(entry: Dated, known: Known) -> Told:
    said = told(entry, known)
    return Told(f"{dates.clock(_at(entry))} · {said.title}", said.facts, said.written)

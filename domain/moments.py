"""Moments: where something that went off is, then and now, and how that shows on the web.

Nothing here asks for mending: what is not wanted or not safe is as settled as what is mended.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final, Literal

from domain.days import day_of, same_sitting
from domain.entries import Mending, Moment, Repair

Line = Literal["whole", "open", "partly", "mended", "left"]
"""How the web shows what is between two: both that are left as they are look the same."""
STILL_OPEN: Final[tuple[Repair, ...]] = ("open", "partly")
LINES: Final[dict[Repair, Line]] = {
    "open": "open",
    "partly": "partly",
    "mended": "mended",
    "not_wanted": "left",
    "not_safe": "left",
}


def mended(moment: Moment, state: Repair, now: datetime) -> Moment:
    """The moment with what is told now of where it is.

    Told otherwise within ten minutes, that stands in place of what was told before: a slip.
    """
    history = moment.mending
    if history and same_sitting(history[-1].at, now):
        history = history[:-1]
    if history and history[-1].state == state:
        return replace(moment, mending=history)
    return replace(moment, mending=(*history, Mending(now, state)))


def repair_on(moment: Moment, day: date, day_start: int) -> Repair | None:
    """Where it was at the end of a day; None where nothing had gone off yet."""
    if moment.kind != "rupture" or day_of(moment.at, day_start) > day:
        return None
    by_then = [one for one in moment.mending if day_of(one.at, day_start) <= day]
    return by_then[-1].state if by_then else "open"


def with_person(moments: Iterable[Moment], person: str) -> list[Moment]:
    """Those with somebody, in their order."""
    return [one for one in moments if person in one.people]


def still_open(moments: Iterable[Moment]) -> list[Moment]:
    """What went off and is open or partly mended, the newest first."""
    found = [one for one in moments if one.repair in STILL_OPEN]
    return sorted(found, key=lambda one: (one.at, one.id), reverse=True)


def line_on(moments: Sequence[Moment], day: date, day_start: int) -> Line:
    """The line to somebody at the end of a day, from the moments with them.

    What is open shows before what is partly mended; else the one that was told of last does.
    """
    states = [
        (_told_last(one, day, day_start), one.id, repair)
        for one in moments
        if (repair := repair_on(one, day, day_start)) is not None
    ]
    here = {repair for _, _, repair in states}
    for repair in STILL_OPEN:
        if repair in here:
            return LINES[repair]
    return LINES[max(states)[2]] if states else "whole"


def _told_last(moment: Moment, day: date, day_start: int) -> datetime:
    told = [one.at for one in moment.mending if day_of(one.at, day_start) <= day]
    return max((moment.at, *told))


def tags_used(moments: Iterable[Moment]) -> list[str]:
    """The person's own tags, the one used last first."""
    every = (tag for one in reversed(tuple(moments)) for tag in one.tags)
    return list(dict.fromkeys(every))

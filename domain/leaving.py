"""What leaves: the entries that the person chose to take out of the journal, and nothing else.

With everything on, no stretch and names as they are, that is every entry, just as it is.
Otherwise:

- A group that is off stays, whatever else speaks of it. The id of what stays is kept where it is:
  it says nothing by itself, and means the same again where everything is together.
- Of a stretch leaves what was on its days: check-ins, moments, sittings, maps, points and so on.
  People, parts and ways come along as far as something of it speaks of them, or where they were
  new in it; of people only the closeness that was told in it. Therapies, schedules and settings
  have no day, and come along.
- What is private stays (`private.py` says what that is).
- A point whose words are those of something that stays keeps them as its own, unless a private
  point came from there too.
- Initials stand for the names that the whole journal knows, and for the names themselves.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal

from domain.bringing import SourceEntry, words_of
from domain.days import day_of
from domain.entries import (
    BRING,
    AfterContact,
    CheckIn,
    Draft,
    Entry,
    Moment,
    MovedIn,
    Part,
    PartMap,
    Person,
    Reflection,
    Schedule,
    Settings,
    Sitting,
    TalkingPoint,
    Therapy,
    TherapySession,
    Way,
)
from domain.looking_back.stretch import Stretch
from domain.naming import names_in, shortened
from domain.private import Private, source_of
from domain.sheet import shortening
from domain.sittings import answer

Group = Literal[
    "check_ins", "moments", "questions", "sessions", "list", "people", "parts", "settings"
]
GROUPS: Final[dict[Group, tuple[type[Entry], ...]]] = {
    "check_ins": (CheckIn,),
    "moments": (Moment, Way),
    "questions": (Reflection,),
    "sessions": (TherapySession, Therapy, Schedule),
    "list": (TalkingPoint,),
    "people": (Person, AfterContact),
    "parts": (Part, PartMap, Sitting),
    "settings": (Settings, MovedIn),
}
"""What can be left out as a whole, in the order of the app. A draft goes with what it becomes."""
KINDS: Final[tuple[type[Entry], ...]] = (*(one for some in GROUPS.values() for one in some), Draft)
"""Every kind of entry, in the order of the app."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Leaving:
    """What the person chose to let out: of a stretch of days or of all, which groups, and how.

    `initials` puts them in the place of names; `private` lets out what is private too.
    """

    stretch: Stretch | None = None
    groups: frozenset[Group] = frozenset(GROUPS)
    initials: bool = True
    private: bool = False


def leaving(entries: Iterable[Entry], choice: Leaving, day_start: int) -> tuple[Entry, ...]:
    """What leaves of `entries`, which are all of a journal, in the order given."""
    every = tuple(entries)
    there = {one.id: one for one in every}
    private = Private() if choice.private else Private.of(there)
    kept = [one for one in every if group_of(one) in choice.groups]
    if choice.stretch is not None:
        kept = list(_of_stretch(kept, choice.stretch, day_start))
    if not choice.private:
        kept = [shown for one in kept if (shown := private.without(one)) is not None]
    kept = list(_worded(kept, there, private))
    if choice.initials:
        shorten = shortening(names_in(every))
        kept = [shortened(one, shorten) for one in kept]
    return tuple(kept)


def counts(entries: Iterable[Entry]) -> tuple[tuple[type[Entry], int], ...]:
    """How many there are of each kind of which there are some, in the order of the app."""
    found = Counter(type(one) for one in entries)
    return tuple((kind, found[kind]) for kind in KINDS if found[kind])


def group_of(entry: Entry) -> Group:
    """The group that an entry leaves with."""
    if isinstance(entry, Draft):
        return "list" if entry.about == BRING else "check_ins"
    return next(group for group, kinds in GROUPS.items() if type(entry) in kinds)


def _of_stretch(entries: list[Entry], stretch: Stretch, day_start: int) -> Iterator[Entry]:
    def is_in(at: datetime | None) -> bool:
        return at is None or (day_of(at, day_start) in stretch and stretch.holds(at))

    spoken_of = {id for one in entries if is_in(_at(one)) for id in _ids(one)}
    for one in entries:
        known = isinstance(one, Person | Part | Way) and one.id in spoken_of
        if not known and not is_in(_at(one)):
            continue
        if isinstance(one, Person):
            one = replace(one, closeness=tuple(told for told in one.closeness if is_in(told.at)))
        yield one


def _at(entry: Entry) -> datetime | None:
    if isinstance(entry, Therapy | Schedule | Settings):
        return None
    return entry.written_at if isinstance(entry, Draft) else entry.at


def _ids(entry: Entry) -> tuple[str, ...]:
    """The people, parts and ways that an entry speaks of."""
    match entry:
        case CheckIn():
            return (*entry.people, entry.connected_with, *(here.part for here in entry.parts))
        case Moment():
            return (*entry.people, *entry.ways)
        case AfterContact():
            return (entry.person,)
        case Sitting():
            return (entry.part, entry.other)
        case PartMap():
            ends = (id for line in entry.relations for id in (line.one, line.other))
            return (*entry.off, *ends, *(spot.part for spot in entry.spots))
        case TalkingPoint():
            return (entry.source,)
        case Part():
            return entry.around
        case _:
            return ()


def _worded(kept: list[Entry], there: Mapping[str, Entry], private: Private) -> Iterator[Entry]:
    names = {one.id: one.name for one in there.values() if isinstance(one, Part)}
    left = {one.id: one for one in kept}
    for one in kept:
        if isinstance(one, TalkingPoint) and source_of(one) not in private.sources:
            words = words_in(one, there, names)
            if words != words_in(one, left, names):
                one = replace(one, text=words)
        yield one


def words_in(point: TalkingPoint, entries: Mapping[str, Entry], names: Mapping[str, str]) -> str:
    """What a point says where only these entries are there, by their ids; `names` as `words_of`."""
    source = entries.get(source_of(point))
    if isinstance(source, Sitting) and point.source != source.id:
        return words_of(point, answer((source,), point.source), names)
    return words_of(point, source if isinstance(source, SourceEntry) else None, names)

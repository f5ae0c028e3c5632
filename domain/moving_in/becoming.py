"""What a file becomes: the entries to make, and the one that remembers them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.entries import CheckIn, Entry, Here, MovedIn, Origin, Part, Person, Settings, Source
from domain.moving_in.meaning import Meaning, called
from domain.moving_in.newcomers import ids_of, new_parts, new_people
from domain.moving_in.record import Found, Record
from domain.moving_in.telling import Told, teller

Known = Callable[[type[Entry], str], bool]
"""Whether an entry of a kind with an id is here."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Becoming:
    """The entries to make: people and parts, then what was told, then the MovedIn.

    `new` is how much of what the file tells is not here yet, `here` how much is, settings not
    counted; `first` and `last` are the moments of the new between which all of it lies.
    """

    entries: tuple[Entry, ...] = ()
    new: int = 0
    here: int = 0
    first: datetime | None = None
    last: datetime | None = None

    @property
    def people(self) -> tuple[Person, ...]:
        """Those who are not here yet."""
        return tuple(one for one in self.entries if isinstance(one, Person))

    @property
    def parts(self) -> tuple[Part, ...]:
        """Those that are not here yet."""
        return tuple(one for one in self.entries if isinstance(one, Part))


def becoming(
    found: Found,
    meaning: Meaning,
    now: datetime,
    people: Sequence[Person],
    parts: Sequence[Part],
    *,
    known: Known,
    new_id: Callable[[], str],
    moved_in: str,
    fresh: bool = False,
) -> Becoming:
    """What a file becomes at `now` among the `people` and `parts` of the journal.

    What is `known` stays as it is: the same file adds nothing twice. `moved_in` is the id of the
    MovedIn. Settings come along only into a `fresh` journal, one without an entry of its own.
    """
    tell = teller(meaning)
    told = [(one, tell(one)) for one in _new_records(found, known)]
    somebody = new_people((name for _, one in told for name in one.people), people, now, new_id)
    sides = new_parts((name for _, one in told for name in one.parts), parts, now, new_id)
    who, which = ids_of((*people, *somebody)), ids_of((*parts, *sides))
    whole = _new_whole(found, known)
    news = [*whole, *(_check_in(found.source, *one, who, which) for one in told)]
    added = [*somebody, *sides, *news]
    mark = MovedIn(
        id=moved_in,
        at=now,
        source=found.source,
        added=tuple(one.id for one in added),
        moods=meaning.moods,
        tags=meaning.tags,
    )
    moments = _moments(news)
    return Becoming(
        entries=(*_settings(found, known, fresh), *added, *([mark] if news else [])),
        new=len(news),
        here=_count(found) - len(news),
        first=min(moments, default=None),
        last=max(moments, default=None),
    )


def _new_records(found: Found, known: Known) -> list[Record]:
    """Those not here yet, each once, oldest first."""
    by_id: dict[str, Record] = {}
    for one in found.records:
        by_id.setdefault(one.id, one)
    new = (one for one in by_id.values() if not known(CheckIn, one.id))
    return sorted(new, key=lambda one: (one.at, one.id))


def _new_whole(found: Found, known: Known) -> list[Entry]:
    """The whole entries not here yet, each once, as they are in the file; no settings."""
    by_id: dict[tuple[type[Entry], str], Entry] = {}
    for one in found.entries:
        if not isinstance(one, Settings) and not known(type(one), one.id):
            by_id.setdefault((type(one), one.id), one)
    return list(by_id.values())


def _settings(found: Found, known: Known, fresh: bool) -> list[Settings]:
    theirs = (one for one in found.entries if isinstance(one, Settings))
    ours = [one for one in theirs if fresh and not known(Settings, one.id)][:1]
    # What their device showed, and their calendar took in, ours did not.
    return [
        replace(one, reminders=replace(one.reminders, notify=False, calendar=False)) for one in ours
    ]


def _count(found: Found) -> int:
    return len(found.records) + sum(not isinstance(one, Settings) for one in found.entries)


def _moments(entries: Iterable[Entry]) -> list[datetime]:
    return [at for one in entries if (at := getattr(one, "at", None)) is not None]


def _check_in(
    source: Source, record: Record, told: Told, who: Mapping[str, str], which: Mapping[str, str]
) -> CheckIn:
    """A file that doesn't tell when something was written: it was at once."""
    return CheckIn(
        id=record.id,
        at=record.at,
        logged_at=record.logged_at or record.at,
        edited_at=record.edited_at,
        pleasantness=told.pleasantness,
        energy=told.energy,
        feelings=told.feelings,
        body=told.body,
        people=tuple(who[called(name)] for name in told.people),
        parts=tuple(Here(which[called(name)]) for name in told.parts),
        note=told.note,
        origin=Origin(source, record.fields),
    )

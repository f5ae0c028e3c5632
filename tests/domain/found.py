"""Files that were read, made by hand and by chance, and a journal to move them into."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import count
from typing import Any, Final

from hypothesis import strategies as st

from domain.entries import (
    SOURCES,
    USES,
    CheckIn,
    Entry,
    MoodMeaning,
    Original,
    Part,
    Person,
    TagMeaning,
)
from domain.moving_in.becoming import Becoming, becoming
from domain.moving_in.meaning import Meaning, moods_of, tags_of
from domain.moving_in.record import Found, Mood, Record, Tagged
from tests.entry_strategies import answers, moments, texts

NOON: Final = datetime(2026, 6, 9, 12, tzinfo=UTC)
LONG: Final = "as long as no word can be " * 4
NOTHING: Final = Meaning()


def record(id: str = "r", **more: Any) -> Record:
    return Record(**{"id": id, "line": 1, "at": NOON, **more})


def found(*records: Record, **more: Any) -> Found:
    return Found(**{"source": "daylio", "records": records, **more})


def person(id: str, name: str, **more: Any) -> Person:
    return Person(**{"id": id, "at": NOON, "name": name, **more})


def part(id: str, name: str, **more: Any) -> Part:
    return Part(**{"id": id, "at": NOON, "name": name, **more})


class Shelf:
    """Entries by kind and id."""

    def __init__(self, *entries: Entry) -> None:
        self.entries: dict[tuple[type[Entry], str], Entry] = {}
        self._numbers = count()
        self.put(entries)

    def put(self, entries: Iterable[Entry]) -> None:
        self.entries |= {(type(one), one.id): one for one in entries}

    def remove(self, entries: Iterable[Entry]) -> None:
        for one in entries:
            del self.entries[type(one), one.id]

    def known(self, kind: type[Entry], id: str) -> bool:
        return (kind, id) in self.entries

    def new_id(self) -> str:
        return f"new{next(self._numbers)}"

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries.values())

    def becoming(self, found: Found, meaning: Meaning = NOTHING, **more: Any) -> Becoming:
        """What a file becomes here, without putting it."""
        return becoming(
            found,
            meaning,
            NOON,
            [one for one in self if isinstance(one, Person)],
            [one for one in self if isinstance(one, Part)],
            known=self.known,
            new_id=self.new_id,
            moved_in=f"moved in {self.new_id()}",
            **more,
        )


# Few names, so that they come again, spelled otherwise and with other things meant.
some_names = st.one_of(
    st.sampled_from(
        ["Noor", "noor ", "NOOR", "The  Owl", "the owl", "Work", "tired", "Restless", "queasy"]
    ),
    st.sampled_from(["", "  ", "\t", LONG, "a, b", "two\nlines", "Straße", "STRASSE"]),
    texts,
)
groups = st.sampled_from(["", "People", "people ", "Places"]) | texts
moods = st.builds(Mood, some_names, st.integers(0, 8), st.integers(0, 8))
tags = st.builds(Tagged, some_names, groups)
# Few ids, so that some are here already.
some_ids = st.integers(0, 12).map("01R{}".format)
records = st.builds(
    Record,
    id=some_ids,
    line=st.just(1),
    at=moments,
    logged_at=st.none() | moments,
    edited_at=st.none() | moments,
    moods=st.lists(moods, max_size=3).map(tuple),
    energy=st.none() | moods,
    words=st.lists(some_names, max_size=5).map(tuple),
    tags=st.lists(tags, max_size=6).map(tuple),
    title=texts,
    note=texts,
    fields=st.lists(st.builds(Original, texts, texts), max_size=2).map(tuple),
)
founds = st.builds(
    Found,
    source=st.sampled_from(SOURCES),
    records=st.lists(records, max_size=3, unique_by=lambda one: one.id).map(tuple),
)


@st.composite
def understood(draw: st.DrawFn) -> tuple[Found, Meaning]:
    """A file, and anything that the person may say of what is in it, or of a part of it."""
    read = draw(founds)
    uses = st.sampled_from(USES)
    some_moods = [MoodMeaning(one.name, draw(answers)) for one, _ in moods_of(read)]
    some_tags = [TagMeaning(one.name, one.group, draw(uses)) for one, _ in tags_of(read)]
    return read, Meaning(
        tuple(some_moods[draw(st.integers(0, 1)) :]), tuple(some_tags[draw(st.integers(0, 1)) :])
    )


own_check_ins = st.builds(CheckIn, id=some_ids, at=moments, logged_at=moments, note=texts)
shelves = st.lists(
    st.one_of(
        st.builds(person, st.integers(0, 9).map("01P{}".format), some_names.filter(str.strip)),
        st.builds(part, st.integers(0, 9).map("01Q{}".format), some_names.filter(str.strip)),
        own_check_ins,
    ),
    max_size=5,
).map(lambda entries: Shelf(*entries))

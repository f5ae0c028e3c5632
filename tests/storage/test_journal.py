"""What any journal does, over memory and over a folder."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import where
from ulid import ULID

from domain.entries import (
    CANT_TELL,
    AfterContact,
    CheckIn,
    Draft,
    Entry,
    Moment,
    Person,
    Settings,
    Supporter,
    Way,
)
from domain.journal import Journal, JournalError
from storage.documents import TABLES
from storage.engine.database import Database
from storage.engine.tables import Tables
from storage.folder import Folder
from storage.journal import TinyJournal, forgetful_journal, open_journal
from tests.entry_strategies import check_ins, entries

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


POINT = {"at": NOON.isoformat()}
OWL = {**POINT, "name": "Owl"}
NOOR = {**POINT, "name": "Noor"}
SLIPPED = {**POINT, "logged_at": NOON.isoformat(), "kind": "rupture"}
PLAN = {"rule": "FREQ=WEEKLY", "start": "2026-03-05T14:00:00", "zone": "Europe/Berlin"}


def check_in(id: str, minutes: int = 0, **answers: Any) -> CheckIn:
    at = NOON + timedelta(minutes=minutes)
    return CheckIn(id=id, at=at, logged_at=at, **answers)


@pytest.fixture(params=["memory", "folder"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "memory":
        yield Database(Tables())
    else:
        with closing(Folder(tmp_path)) as folder:
            yield Database(folder.store)


@pytest.fixture
def journal(database: Database) -> Journal:
    return TinyJournal(database)


def test_a_new_journal_is_empty(journal: Journal) -> None:
    assert not any(journal.all(kind) for kind in TABLES)


def test_a_forgetful_journal_begins_empty_each_time() -> None:
    forgetful_journal().put(check_in("a"))
    assert forgetful_journal().all(CheckIn) == ()


def test_what_is_erased_of_a_journal_in_memory_is_gone() -> None:
    journal = forgetful_journal()
    heard: list[int] = []
    journal.listen(lambda: heard.append(len(journal.all(CheckIn))))
    journal.put(check_in("a"), check_in("b"), check_in("c"))
    journal.erase(check_in("a"), check_in("z"))
    journal.erase_all()
    assert heard == [3, 2, 0]
    journal.put(check_in("d"))
    assert journal.all(CheckIn) == (check_in("d"),)


def test_kinds_stand_apart_each_in_its_order(journal: Journal) -> None:
    late, early, tie = check_in("a", 5), check_in("c"), check_in("b")
    drafts = [Draft(id=id, about="", text="x", written_at=NOON) for id in "ba"]
    journal.put(late, early, tie, Settings(), *drafts)
    assert journal.all(CheckIn) == (tie, early, late)
    assert journal.all(Draft) == (drafts[1], drafts[0])
    assert journal.all(Settings) == (Settings(),)


def test_an_entry_is_got_by_its_kind_and_id(journal: Journal) -> None:
    journal.put(check_in("a"), Draft(id="b", about="", text="x", written_at=NOON))
    assert journal.get(CheckIn, "a") == check_in("a")
    assert journal.get(CheckIn, "b") is None


def test_a_changed_entry_takes_its_new_place(journal: Journal) -> None:
    journal.put(check_in("a"), check_in("b", 1), check_in("c", 2))
    before = journal.all(CheckIn)
    assert journal.all(CheckIn) is before
    journal.put(check_in("a", 3, note="later"))
    assert [one.id for one in journal.all(CheckIn)] == ["b", "c", "a"]
    assert [one.id for one in before] == ["a", "b", "c"]


def test_the_last_of_two_with_one_id_is_kept(journal: Journal) -> None:
    journal.put(check_in("a", 1), check_in("a", 2))
    assert journal.all(CheckIn) == (check_in("a", 2),)


def test_removing(journal: Journal) -> None:
    journal.put(check_in("a"), check_in("b"), Draft(id="a", about="", text="", written_at=NOON))
    journal.remove(check_in("a", 9), check_in("zz"))
    assert [one.id for one in journal.all(CheckIn)] == ["b"]
    assert len(journal.all(Draft)) == 1


def test_listeners_hear_changes_and_nothing_else(journal: Journal) -> None:
    heard: list[int] = []

    def hear() -> None:
        heard.append(len(journal.all(CheckIn)))

    ends = [journal.listen(hear), journal.listen(hear)]
    journal.put(check_in("a"), check_in("b"))
    assert heard == [2, 2]
    journal.put()
    journal.remove()
    journal.remove(check_in("c"))
    assert heard == [2, 2]
    ends[0]()
    ends[0]()
    journal.remove(check_in("a"))
    assert heard == [2, 2, 1]
    ends[1]()
    journal.remove(check_in("b"))
    assert heard == [2, 2, 1]


def test_ids_rise_also_when_the_clock_was_set_back(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [journal.new_id()]
    monkeypatch.setattr("time.time_ns", lambda: 10**18)
    monkeypatch.setattr("time.time", lambda: 10.0**9)
    ids += [journal.new_id() for _ in range(50)]
    far_ahead = str(ULID.from_timestamp(4_000_000_000.0))
    journal.put(check_in(far_ahead), Settings())
    ids += [far_ahead, journal.new_id(), journal.new_id()]
    assert all(one < other for one, other in pairwise(ids))
    assert all(len(id) == 26 for id in ids)


def test_ids_are_later_than_the_newest_stored(database: Database) -> None:
    far_ahead = str(ULID.from_timestamp(4_000_000_000.0))
    TinyJournal(database).put(Draft(id=far_ahead, about="", text="", written_at=NOON))
    assert TinyJournal(database).new_id() > far_ahead


def test_tinydb_can_ask_its_own_questions(database: Database, journal: Journal) -> None:
    table = database.table("check_ins")
    query = where("note") == "x"
    assert table.search(query) == []
    journal.put(check_in("a", note="x"), check_in("b"))
    (found,) = table.search(query)
    assert str(found.doc_id) == "a"
    assert len(table) == 2


def test_unknown_fields_and_tables_are_kept(database: Database) -> None:
    journal = TinyJournal(database)
    journal.put(check_in("a"), Settings())
    tables = database.storage.read() or {}
    tables["check_ins"]["a"]["weather"] = {"rain": [1]}
    tables["dreams"] = {"p": {"name": "owl"}}
    database.storage.write(tables)
    journal = TinyJournal(database)
    journal.put(check_in("a", note="changed"))
    tables = database.storage.read() or {}
    assert tables["check_ins"]["a"]["weather"] == {"rain": [1]}
    assert tables["check_ins"]["a"]["note"] == "changed"
    assert tables["dreams"] == {"p": {"name": "owl"}}
    assert TinyJournal(database).all(CheckIn) == (check_in("a", note="changed"),)


def test_fields_that_are_missing_have_their_default(database: Database) -> None:
    journal = TinyJournal(database)
    journal.put(Settings(day_start=6))
    tables = database.storage.read() or {}
    tables["settings"]["settings"] = {"supporters": [{"name": "Ada", "number": "1", "new": 2}]}
    database.storage.write(tables)
    wanted = Settings(supporters=(Supporter("Ada", "1"),))
    assert TinyJournal(database).all(Settings) == (wanted,)


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ("check_ins", {"at": None}),
        ("check_ins", {"at": "yesterday"}),
        ("check_ins", {"at": "2026-03-01T12:00:00"}),
        ("check_ins", {"energy": 8}),
        ("check_ins", {"energy": 2.5}),
        ("check_ins", {"energy": True}),
        ("check_ins", {"note": 1}),
        ("check_ins", {"feelings": "calm"}),
        ("check_ins", {"feelings": [1]}),
        ("settings", {"welcomed": 1}),
        ("settings", {"theme": "sepia"}),
        ("settings", {"day_start": "4"}),
        ("settings", {"supporters": ["Ada"]}),
        ("settings", {"supporters": [{"name": "Ada"}]}),
        ("drafts", {}),
        ("talking_points", {**POINT, "rank": "high"}),
        ("talking_points", {**POINT, "tags": ["task"]}),
        ("talking_points", {**POINT, "state": "overdue"}),
        ("therapies", {"ended": "some day"}),
        ("sessions", {**POINT, "status": "no-show"}),
        ("sessions", {**POINT, "replies": ["A01"]}),
        ("sessions", {**POINT, "length": 0}),
        ("settings", {"part_word": {"one": " "}}),
        ("settings", {"questions": "hourly"}),
        ("settings", {"own_prompts": [{"id": "o", "text": "What else?", "where": "gate"}]}),
        ("settings", {"offer": {"day": "some day"}}),
        ("check_ins", {"parts": [{"part": "p", "blend": "a lot"}]}),
        ("check_ins", {"people": "Ada"}),
        ("parts", {**POINT, "name": " "}),
        ("parts", {**OWL, "shape": "blob"}),
        ("parts", {**OWL, "resting_since": "2026-03-01T12:00:00"}),
        ("part_maps", {**POINT, "spots": [{"part": "p", "x": "left", "y": 1.0}]}),
        ("part_maps", {**POINT, "relations": [{"one": "p", "kind": "likes", "other": "q"}]}),
        ("sittings", {**POINT, "part": "p", "stage": "know", "toward": ["annoyed"]}),
        ("sittings", {**POINT, "part": "p", "stage": "began"}),
        ("reflections", {**POINT, "prompt": "C01", "asked": "Who?"}),
        ("people", {**POINT, "name": ""}),
        ("people", {**NOOR, "shape": "heart"}),
        ("people", {**NOOR, "icon": "skull"}),
        ("people", {**NOOR, "color": "red"}),
        ("people", {**NOOR, "angle": "left"}),
        ("people", {**NOOR, "closeness": [{**POINT, "now": 8}]}),
        ("people", {**NOOR, "closeness": [{"now": 4}]}),
        ("people", {**NOOR, "closeness": [{**POINT, "wish": 2.5}]}),
        ("moments", {**SLIPPED, "kind": "conflict"}),
        ("moments", {**POINT, "kind": "good"}),
        ("moments", {**SLIPPED, "mending": [{**POINT, "state": "resolved"}]}),
        ("moments", {**SLIPPED, "felt": ["toxic"]}),
        ("moments", {**SLIPPED, "people": "noor"}),
        ("after_contacts", {**POINT, "zest": "more"}),
        ("after_contacts", {**POINT, "person": "noor", "zest": 1}),
        ("ways", {**POINT, "name": " "}),
        ("schedules", {**PLAN, "rule": "FREQ=SECONDLY"}),
        ("schedules", {**PLAN, "breaks": [{"first": "2026-03-02", "last": "2026-03-01"}]}),
    ],
)
def test_a_damaged_entry_is_refused_and_left(
    tmp_path: Path, table: str, wrong: dict[str, Any]
) -> None:
    with closing(open_journal(tmp_path)) as journal:
        journal.put(check_in("a"), Settings())
    with closing(Folder(tmp_path)) as folder:
        storage = Database(folder.store).storage
        tables = storage.read() or {}
        old: dict[str, Any] = next(iter(tables.get(table, {}).values()), {})
        tables[table] = {"a": {**old, **wrong}}
        storage.write(tables)
    before = (tmp_path / "log-0").read_bytes()
    for _ in range(2):
        with pytest.raises(JournalError, match="holds an entry that can't be read"):
            open_journal(tmp_path)
    assert (tmp_path / "log-0").read_bytes() == before


def test_somebody_stored_before_there_was_more_to_tell_is_still_there(tmp_path: Path) -> None:
    with closing(Folder(tmp_path)) as folder:
        Database(folder.store).storage.write({"people": {"noor": NOOR}})
    with closing(open_journal(tmp_path)) as journal:
        assert journal.all(Person) == (Person(id="noor", at=NOON, name="Noor"),)


def test_nobody_and_no_way_is_there_before_the_person_says_so(tmp_path: Path) -> None:
    with closing(open_journal(tmp_path)) as journal:
        for kind in (Person, Way, Moment, AfterContact):
            assert not journal.all(kind)


@settings(max_examples=60, deadline=None)
@given(st.lists(entries, max_size=6))
def test_any_entries_come_back_as_they_were(some: list[Entry]) -> None:
    wanted = {(type(one), one.id): one for one in some}
    with TemporaryDirectory() as folder:
        with closing(open_journal(Path(folder))) as journal:
            journal.put(*some)
            remembered = [journal.all(kind) for kind in TABLES]
        with closing(open_journal(Path(folder))) as again:
            read = [again.all(kind) for kind in TABLES]
    assert read == remembered
    assert {(type(one), one.id): one for kind in read for one in kind} == wanted
    for one in read[0]:
        assert isinstance(one, CheckIn)
        assert one.at.utcoffset() == wanted[CheckIn, one.id].at.utcoffset()  # type: ignore[union-attr]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.sampled_from("abc"), check_ins), max_size=15))
def test_the_order_holds_through_any_changes(changes: list[tuple[bool, str, CheckIn]]) -> None:
    database = Database(Tables())
    journal = TinyJournal(database)
    wanted: dict[str, CheckIn] = {}
    for gone, id, one in changes:
        entry = CheckIn(id=id, at=one.at, logged_at=one.logged_at, pleasantness=CANT_TELL)
        if gone:
            journal.remove(entry)
            wanted.pop(id, None)
        else:
            journal.put(entry)
            wanted[id] = entry
        in_order = tuple(sorted(wanted.values(), key=lambda one: (one.at, one.id)))
        assert journal.all(CheckIn) == TinyJournal(database).all(CheckIn) == in_order


def test_many_threads_lose_nothing(journal: Journal) -> None:
    def write() -> None:
        for _ in range(20):
            journal.put(check_in(journal.new_id()))

    threads = [Thread(target=write) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({one.id for one in journal.all(CheckIn)}) == 100

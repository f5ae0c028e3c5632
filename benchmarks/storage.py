"""The engine beside its peers, in one run.

Peers: TinyDB's JSONStorage, SQLite (WAL, synchronous=FULL) through the standard library with each
document as JSON, and the physical limit (the same bytes appended and synced). Each peer takes its
turn before anybody takes the next one, so that a disk that is busy is busy for all.
"""

import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from tinydb import TinyDB, where
from tinydb.storages import JSONStorage
from tinydb.table import Document
from ulid import ULID

from benchmarks.measure import Measure, measure
from storage.engine.database import Database, TextTable
from storage.folder import Folder
from storage.sealing import Cost, new_code

SIZES: Final = (1_000, 20_000, 100_000)
CHEAP: Final = Cost(passes=1, memory=8 << 10)
SECRET: Final = "benchmark"
MONTH: Final = timedelta(days=30)
Row = tuple[str, dict[str, Any]]


def rows(number: int) -> list[Row]:
    """Check-ins of some 500 bytes, seven a day."""
    chance = random.Random(number)
    at = datetime(2016, 1, 1, tzinfo=UTC)
    made = []
    for _ in range(number):
        at += timedelta(hours=3.4)
        moment = at.isoformat()
        made.append(
            (
                str(ULID.from_datetime(at)),
                {
                    "at": moment,
                    "logged_at": moment,
                    "edited_at": None,
                    "pleasantness": chance.randint(1, 7),
                    "energy": chance.randint(1, 7),
                    "connection": chance.randint(1, 7),
                    "feelings": ["tired", "hopeful"],
                    "body": [],
                    "note": "x" * chance.randint(100, 500),
                },
            )
        )
    return made


class Ours:
    """The engine, plain or sealed."""

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        self._path = path
        self._secret = SECRET if name == "sealed" else None

    def fill(self, made: list[Row]) -> None:
        """Keep all of them, and compact."""
        with closing(Folder(self._path, cost=CHEAP)) as folder:
            if self._secret:
                folder.turn_on(self._secret, new_code())
            table = self._table(folder)
            table.insert_multiple(Document(one, id) for id, one in made)  # type: ignore[arg-type]
            folder.store.compact(keep=False)

    def open(self) -> None:
        """As the app does, but for the passphrase, whose half second is meant."""
        self._folder = Folder(self._path, self._secret, cost=CHEAP)
        self._notes = self._table(self._folder)

    def insert(self, row: Row) -> None:
        """One more."""
        self._notes.insert(Document(row[1], row[0]))  # type: ignore[arg-type]

    def get(self, id: str) -> Any:
        """One by id."""
        return self._notes.get(doc_id=id)

    def between(self, start: datetime, end: datetime) -> list[Any]:
        """Those of some days."""
        return list(self._notes.between(start, end))

    def close(self) -> None:
        """Let go."""
        self._folder.close()

    @staticmethod
    def _table(folder: Folder) -> TextTable:
        database = Database(folder.store)
        database.table_class = TextTable
        table = database.table("notes")
        assert isinstance(table, TextTable)
        return table


class Sqlite:
    """SQLite that loses nothing, with an index on `at`."""

    name = "SQLite FULL"

    def __init__(self, path: Path) -> None:
        self._path = path

    def fill(self, made: list[Row]) -> None:
        """Keep all of them."""
        self.open()
        self._sqlite.execute("create table notes (id text primary key, at text, document text)")
        self._sqlite.execute("create index by_at on notes (at)")
        self._sqlite.execute("begin")
        for row in made:
            self.insert(row)
        self._sqlite.execute("commit")
        self.close()

    def open(self) -> None:
        """Connect."""
        self._sqlite = sqlite3.connect(self._path, isolation_level=None)
        self._sqlite.execute("pragma journal_mode=wal")
        self._sqlite.execute("pragma synchronous=full")

    def insert(self, row: Row) -> None:
        """One more."""
        values = (row[0], row[1]["at"], json.dumps(row[1]))
        self._sqlite.execute("insert into notes values (?, ?, ?)", values)

    def get(self, id: str) -> Any:
        """One by id."""
        found = self._sqlite.execute("select document from notes where id = ?", (id,))
        return json.loads(found.fetchone()[0])

    def between(self, start: datetime, end: datetime) -> list[Any]:
        """Those of some days."""
        found = self._sqlite.execute(
            "select document from notes where at >= ? and at < ? order by at",
            (start.isoformat(), end.isoformat()),
        )
        return [json.loads(row[0]) for row in found]

    def close(self) -> None:
        """Let go."""
        self._sqlite.close()


class Json:
    """TinyDB's own."""

    name = "JSONStorage"

    def __init__(self, path: Path) -> None:
        self._path = path

    def fill(self, made: list[Row]) -> None:
        """Keep all of them."""
        self.open()
        self._tinydb.insert_multiple({**one, "id": id} for id, one in made)
        self.close()

    def open(self) -> None:
        """Open."""
        self._tinydb = TinyDB(self._path, storage=JSONStorage)

    def insert(self, row: Row) -> None:
        """One more."""
        self._tinydb.insert({**row[1], "id": row[0]})

    def get(self, id: str) -> Any:
        """One by id."""
        return self._tinydb.get(where("id") == id)

    def between(self, start: datetime, end: datetime) -> list[Any]:
        """Those of some days."""
        first, last = start.isoformat(), end.isoformat()
        return list(self._tinydb.search((where("at") >= first) & (where("at") < last)))

    def close(self) -> None:
        """Let go."""
        self._tinydb.close()


class Bare:
    """Nothing but the bytes and the disk."""

    name = "bare append"

    def __init__(self, path: Path) -> None:
        self._path = path

    def open(self) -> None:
        """Open."""
        self._opened = os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600)
        self._end = 0

    def insert(self, row: Row) -> None:
        """As many bytes."""
        content = b"x" * (len(row[1]["note"]) + 260)
        self._end += os.pwrite(self._opened, content, self._end)
        os.fsync(self._opened)

    def close(self) -> None:
        """Let go."""
        os.close(self._opened)


Peer = Ours | Sqlite | Json
Act = Callable[[int], object]


def times(acts: dict[str, Act], number: int, slow: int) -> dict[str, list[float]]:
    """Seconds of each act, all of them in turn; JSONStorage only `slow` times.

    What an act returns, if it can be called, is done after the clock has stopped.
    """
    taken: dict[str, list[float]] = {name: [] for name in acts}
    for turn in range(number):
        for name, act in acts.items():
            if name == Json.name and turn >= slow:
                continue
            started = time.perf_counter()
            after = act(turn)
            taken[name].append(time.perf_counter() - started)
            if callable(after):
                after()
    return taken


def of_size(size: int, folder: Path) -> Iterator[Measure]:
    """All measures at a size."""
    made = rows(size + 300)
    kept, more = made[:size], made[size:]
    peers: dict[str, Peer] = {
        "plain": Ours(folder / "plain", "plain"),
        "sealed": Ours(folder / "sealed", "sealed"),
        Sqlite.name: Sqlite(folder / "sqlite"),
        Json.name: Json(folder / "json"),
    }
    for peer in peers.values():
        peer.fill(kept)
    start = datetime.fromisoformat(kept[-1][1]["at"]) - MONTH
    end = start + 2 * MONTH

    def told(what: str, acts: dict[str, Act], number: int, slow: int = 3) -> Iterator[Measure]:
        for name, taken in times(acts, number, slow).items():
            yield measure(f"{what}, of {size}", name, taken)

    def first_answer(peer: Peer) -> Act:
        def act(_: int) -> Callable[[], None]:
            peer.open()
            peer.between(start, end)
            return peer.close

        return act

    yield from told(
        "open to first answer", {name: first_answer(peer) for name, peer in peers.items()}, 9
    )
    bare = Bare(folder / "bare")
    bare.open()
    for peer in peers.values():
        peer.open()
    chance = random.Random(size)
    ids = [chance.choice(kept)[0] for _ in range(200)]
    getters: dict[str, Act] = {
        name: lambda turn, peer=peer: peer.get(ids[turn % len(ids)])  # type: ignore[misc]
        for name, peer in peers.items()
    }
    yield from told("get by id, the first time", getters, len(ids))
    yield from told("get by id", getters, 5 * len(ids))
    months: dict[str, Act] = {
        name: lambda _, peer=peer: peer.between(start, end)  # type: ignore[misc]
        for name, peer in peers.items()
    }
    yield from told("last 30 days", months, 50)
    inserts: dict[str, Act] = {
        name: lambda turn, peer=peer: peer.insert(more[turn])  # type: ignore[misc]
        for name, peer in {**peers, Bare.name: bare}.items()
    }
    yield from told("insert", inserts, len(more))
    for opened in (*peers.values(), bare):
        opened.close()


MEMORY: Final = """
import resource, sys
from pathlib import Path
from benchmarks.storage import Ours
def now():
    told = Path("/proc/self/statm").read_text().split()
    return int(told[1]) * resource.getpagesize()
ours = Ours(Path(sys.argv[1]), "plain")
before = now()
ours.open()
print((now() - before) / 1e6)
"""


def memory(folder: Path) -> float:
    """Megabytes over the imports, in a process that has just opened it (Linux)."""
    ran = subprocess.run(
        [sys.executable, "-c", MEMORY, str(folder / "plain")],
        capture_output=True,
        text=True,
        check=True,
    )
    return float(ran.stdout)


def measures() -> Iterator[Measure]:
    """All of them."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as temporary:
            yield from of_size(size, Path(temporary))


def aims(found: list[Measure]) -> Iterator[str]:
    """What is aimed at, at 20,000 documents, and what came of it."""
    by = {(one.what, one.engine): one.median_ms for one in found}
    of = "of 20000"
    for what, engine, peer, aim in (
        ("insert", "plain", Sqlite.name, 1.0),
        ("insert", "plain", Bare.name, 1.3),
        ("insert", "sealed", "plain", 1.2),
        ("get by id", "plain", Sqlite.name, 0.2),
        ("last 30 days", "plain", Sqlite.name, 1.0),
        ("last 30 days", "sealed", "plain", 1.2),
        ("open to first answer", "plain", Sqlite.name, 3.0),
        ("open to first answer", "plain", Json.name, 0.1),
    ):
        value = by[f"{what}, {of}", engine] / by[f"{what}, {of}", peer]
        yield f"{what}, {of}: {engine} is {value:.2f} x {peer} (aim {aim})"
    growth = by["insert, of 100000", "plain"] / by["insert, of 1000", "plain"]
    yield f"insert of 100000 is {growth:.2f} x insert of 1000 (aim 1.2)"
    with tempfile.TemporaryDirectory() as temporary:
        Ours(Path(temporary, "plain"), "plain").fill(rows(20_000))
        yield f"memory after open, {of}: {memory(Path(temporary)):.1f} MB (aim 10)"

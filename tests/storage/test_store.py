"""The store: what it reads when files are damaged, missing or newer, and what it refuses."""

import errno
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from domain.journal import JournalError
from storage.engine import files, log, snapshot
from storage.engine.database import Database, StoreTable
from storage.engine.frames import Envelope, Plain, SealError
from storage.engine.store import QUARANTINE, End, Store
from tests.storage import faults
from tests.storage.notes import SEALS, documents, note, notes, put, store_in


def again(store: Store, **more: Any) -> Store:
    store.close()
    return store_in(store.folder, **more)


def flip(path: Path, at: int) -> bytes:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)
    return bytes(content)


# -- damage ----------------------------------------------------------------------------------------


def test_damage_in_the_middle_of_a_log_is_skipped_kept_and_told(store: Store) -> None:
    put(store, 1, 2)
    before = store._log.size if store._log else 0
    put(store, 3, 4)
    store.close()
    path = store.folder / "log-0"
    content = flip(path, before + 20)
    for _ in range(2):
        store = again(store)
        assert documents(store) == notes(1, 2, 4)
        assert store.damage == [
            f"log-0: {len(content[before:]) - 0 - _last(content)} bytes from {before} on",
            "log-0: 1 changes are missing",
        ]
        (kept,) = (store.folder / QUARANTINE).iterdir()
        assert kept.read_bytes() in content
    put(store, 5)
    store = again(store)
    assert documents(store) == notes(1, 2, 4, 5)
    store.close()


def _last(content: bytes) -> int:
    return len(content) - content.rindex(b"\xc5MWf")


def test_a_change_that_is_there_twice_is_passed_over(store: Store) -> None:
    put(store, 1)
    start = store._log.size if store._log else 0
    store.commit([["notes", "1", note(2)]])
    store.commit([["notes", "1", note(3)]])
    store.close()
    path = store.folder / "log-0"
    content = path.read_bytes()
    path.write_bytes(content + content[start:])
    store = again(store)
    assert documents(store) == {"1": note(3)}
    assert len(store.damage) == 2
    store.close()


def test_a_log_whose_heading_is_damaged_is_read_all_the_same(store: Store) -> None:
    put(store, 1)
    store.close()
    flip(store.folder / "log-0", 20)
    store = again(store)
    assert documents(store) == notes(1)
    assert store.damage
    store.close()


def test_a_log_that_is_all_damage_is_kept_and_begun_anew(store: Store) -> None:
    store.close()
    (store.folder / "log-0").write_bytes(b"no log \xc5MWf at all")
    store = again(store)
    assert (store.folder / QUARANTINE / "log-0-0").read_bytes() == b"no log \xc5MWf at all"
    put(store, 1)
    store = again(store)
    assert documents(store) == notes(1)
    store.close()


def test_a_log_that_cant_be_mended_is_left(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, 1)
    store.close()
    path = store.folder / "log-0"
    path.write_bytes(path.read_bytes() + b"torn")
    before = path.read_bytes()
    with faults.failing(8, errno.EIO) as calls, pytest.raises(OSError, match="Input/output"):
        store_in(store.folder)
    assert calls[-1] == "ftruncate", calls
    assert path.read_bytes() == before
    store = again(store)
    assert documents(store) == notes(1)
    store.close()
    with pytest.raises(OSError, match="is closed"):
        store.compact()


def test_an_end_that_is_cut_off_at_a_frame_is_noticed(store: Store) -> None:
    put(store, 1)
    size = store._log.size if store._log else 0
    put(store, 2)
    end = store.end
    store.close()
    with (store.folder / "log-0").open("r+b") as opened:
        opened.truncate(size)
    store = again(store, end=end)
    assert documents(store) == notes(1)
    assert store.damage == ["log-0: its end is missing"]
    store.compact()
    store = again(store, end=end)
    assert store.damage == []
    store.close()
    (store.folder / "log-1").unlink()
    store = again(store, end=End(1, 0))
    assert store.damage == ["log-1: its end is missing"]
    store.close()


def test_an_older_snapshot_and_its_logs_stand_in_for_a_damaged_one(store: Store) -> None:
    put(store, 1)
    store.compact()
    put(store, 2)
    store.compact()
    put(store, 3)
    store.close()
    for damaged in (
        lambda at: flip(at, -1),
        lambda at: flip(at, 20),
        lambda at: at.write_bytes(b""),
    ):
        whole = (store.folder / "snap-2").read_bytes()
        damaged(store.folder / "snap-2")
        store = again(store)
        assert documents(store) == notes(1, 2, 3)
        assert store.damage == ["snap-2 can't be read; an older one can"]
        store.close()
        (store.folder / "snap-2").write_bytes(whole)


def test_the_only_snapshot_is_read_without_its_directory(store: Store) -> None:
    put(store, *range(600))
    store.compact(keep=False)
    store.close()
    path = store.folder / "snap-1"
    whole = path.read_bytes()
    flip(path, len(whole) - 40)
    store = again(store)
    assert documents(store) == notes(*range(600))
    assert "snap-1 has lost its directory" in store.damage
    store.close()
    path.write_bytes(whole)
    flip(path, len(whole) // 2)
    flip(path, len(whole) - 40)
    store = again(store)
    assert 0 < len(documents(store)) < 600
    store.close()
    path.write_bytes(b"nothing")
    with pytest.raises(JournalError, match="can't be read; it was left as it is"):
        store_in(store.folder)
    assert path.read_bytes() == b"nothing"


def test_a_chunk_that_is_damaged_is_passed_over_kept_and_told(store: Store) -> None:
    put(store, *range(600))
    store.compact(keep=False)
    path = store.folder / "snap-1"
    flip(path, path.stat().st_size // 2)
    store = again(store)
    store.commit([["notes", "new", {}]])
    table = Database(store).table("notes")
    left = list(table._read_table())
    assert 0 < len(left) < 600
    assert len(table) == len(left)
    assert len(store.damage) == 1
    assert list((store.folder / QUARANTINE).iterdir())
    gone = next(id for id in map(str, range(600)) if id not in left)
    assert gone not in store.tables["notes"]
    year = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
    assert len(store.tables["notes"].between(*(int(at.timestamp() * 1e6) for at in year))) == (
        len(left) - 1
    )
    store.compact(keep=False)
    store = again(store)
    assert len(documents(store)) == len(left)
    assert store.damage == []
    store.close()


def test_a_generation_before_that_is_not_whole_mends_nothing(store: Store) -> None:
    put(store, *range(300))
    store.compact()
    put(store, 300)
    store.compact()
    (store.folder / "log-1").unlink()
    path = store.folder / "snap-2"
    flip(path, path.stat().st_size // 2)
    store = again(store)
    store.check()
    assert store.is_hurt
    assert not store.mend()
    assert not store.is_hurt
    assert 0 < len(documents(store)) < 301
    store.close()


def test_an_index_that_is_damaged_is_made_anew(store: Store) -> None:
    put(store, *range(300))
    store.compact(keep=False)
    found_at = snapshot.Snapshot(store.folder / "snap-1", _envelope(), lambda *_: None).open()
    place = found_at.parts["notes"]._index_place
    assert place is not None
    flip(store.folder / "snap-1", place.offset + 30)
    store = again(store)
    table = store.tables["notes"]
    assert table["17"] == note(17)
    assert "nobody" not in table
    assert None not in table
    with pytest.raises(KeyError):
        table["nobody"]
    store.close()


def _envelope() -> Envelope:
    return Envelope(Plain(), "a journal", "snap-1")


def test_a_snapshot_that_was_not_written_well_is_refused(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, *range(300))
    real = files.sync

    def rotting(opened: int) -> None:
        real(opened)
        new = store.folder / "snap-1.new"
        if new.exists():
            flip(new, 200)

    monkeypatch.setattr(files, "sync", rotting)
    with pytest.raises(snapshot.DamagedError):
        store.compact()
    monkeypatch.undo()
    assert store.generation == 0
    put(store, 300)
    store = again(store)
    assert documents(store) == notes(*range(301))
    assert not list(store.folder.glob("*.new"))
    store.close()


def test_a_snapshot_that_holds_something_else_is_refused(store: Store) -> None:
    put(store, 1)
    store.compact()
    written = snapshot.Snapshot(store.folder / "snap-1", _envelope(), lambda *_: None).open()
    written.verify({"notes": next(iter(_tally(store).values()))})
    with pytest.raises(snapshot.DamagedError):
        written.verify({"notes": (1, 0)})


def _tally(store: Store) -> snapshot.Tally:
    return snapshot.write(store.folder / "other", _envelope(), {}, store.tables)


def test_a_big_machine_reads_what_a_small_one_wrote(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.byteorder", "big")
    put(store, *range(300))
    store.compact(keep=False)
    assert store.tables["notes"]["17"] == note(17)


def test_many_chunks_are_not_all_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "CACHED", 1)
    put(store, *range(600))
    store.compact(keep=False)
    assert all(store.tables["notes"][str(n)] == note(n) for n in range(600))


@pytest.mark.parametrize("what", ["log-0", "snap-1"])
def test_another_key_is_refused_and_nothing_changes(tmp_path: Path, what: str) -> None:
    store = store_in(tmp_path, SEALS["sealed"])
    put(store, 1)
    if what == "snap-1":
        store.compact()
    store.close()
    before = (tmp_path / what).read_bytes()
    with pytest.raises((SealError, JournalError)):
        store_in(tmp_path, type(SEALS["sealed"])(b"x" * 32))  # type: ignore[call-arg]
    assert (tmp_path / what).read_bytes() == before


def test_frames_and_files_of_a_sealed_journal_stay_where_they_are(tmp_path: Path) -> None:
    store = store_in(tmp_path, SEALS["sealed"])
    put(store, 1)
    store.compact()
    put(store, 2)
    store.close()
    (tmp_path / "log-1").replace(tmp_path / "log-7")
    with pytest.raises(SealError):
        store_in(tmp_path, SEALS["sealed"])
    (tmp_path / "log-7").replace(tmp_path / "log-1")
    with pytest.raises(SealError):
        Store(tmp_path, "another journal", lambda _: SEALS["sealed"])


def test_a_log_of_a_compaction_that_did_not_end_does_no_harm(store: Store) -> None:
    put(store, 1, 2)
    store.close()
    heading = {"format": 1, "version": 1, "journal": "a journal"}
    repeated = [[["notes", "2", note(2)]]]
    path = store.folder / "log-1"
    log.Log.create(path, Envelope(Plain(), "a journal", "log-1"), heading, repeated).close()
    (store.folder / "snap-1.new").write_bytes(b"half")
    store = again(store)
    assert documents(store) == notes(1, 2)
    assert not (store.folder / "snap-1.new").exists()
    put(store, 3)
    store = again(store)
    assert documents(store) == notes(1, 2, 3)
    store.close()


@pytest.mark.parametrize("kind", ["log", "snap"])
@pytest.mark.parametrize(
    ("heading", "rest"),
    [(b"{}", b"[]"), (b"[1]", b"[]"), (b'{"version":1,"format":1}', b"not JSON")],
)
def test_what_somebody_made_up_is_refused_and_left(
    tmp_path: Path, kind: str, heading: bytes, rest: bytes
) -> None:
    name = f"{kind}-1"
    envelope = Envelope(Plain(), "a journal", name)
    content = envelope.frame(0, heading)
    offset = len(content)
    content += envelope.frame(1, rest)
    if kind == "snap":
        footer = snapshot._FOOTER.pack(offset, len(content) - offset, 0, b"MWs1")[:12]
        content += snapshot._FOOTER.pack(offset, len(content) - offset, crc32(footer), b"MWs1")
    (tmp_path / name).write_bytes(content)
    with pytest.raises(JournalError, match="left as it is"):
        store_in(tmp_path)
    assert (tmp_path / name).read_bytes() == content
    assert [one.name for one in tmp_path.iterdir()] == [name]


# -- newer -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("newer", [{"format": 2}, {"version": 2}])
def test_what_is_newer_is_only_read(tmp_path: Path, newer: dict[str, int]) -> None:
    heading = {"format": 1, "version": 1, "journal": "a journal", **newer}
    changes = [[["notes", "1", note(1)]]]
    path = tmp_path / "log-0"
    log.Log.create(path, Envelope(Plain(), "a journal", "log-0"), heading, changes).close()
    path.write_bytes(path.read_bytes() + b"torn")
    before = path.read_bytes()
    store = store_in(tmp_path)
    assert store.read_only
    assert documents(store) == notes(1)
    with pytest.raises(OSError, match="newer Meanwhile"):
        put(store, 2)
    assert documents(store) == notes(1)
    store.close()
    assert [one.name for one in tmp_path.iterdir()] == ["log-0"]
    assert path.read_bytes() == before


def test_a_change_that_is_not_known_is_refused(tmp_path: Path) -> None:
    heading = {"format": 2, "version": 1, "journal": "a journal"}
    path = tmp_path / "log-0"
    envelope = Envelope(Plain(), "a journal", "log-0")
    log.Log.create(path, envelope, heading, [[["merge", "a", "b", "c", "d"]]]).close()
    with pytest.raises(JournalError, match="does not know"):
        store_in(tmp_path)


def test_a_frame_is_never_empty() -> None:
    with pytest.raises(ValueError, match="never empty"):
        Envelope(Plain(), "a", "b").frame(1, b"")


def test_a_document_whose_at_is_no_moment_has_none(store: Store) -> None:
    table = Database(store).table("notes")
    assert isinstance(table, StoreTable)
    for at in ("today", "2026-01-01T00:00:00", 7, None):
        table.insert({"at": at})
    store.compact()
    year = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
    assert table.between(*year) == []
    assert len(table) == 4
    assert json.dumps(documents(store)["1"]) == '{"at": "today"}'

"""Backups, and what is kept up beside the taps."""

import shutil
from contextlib import closing
from dataclasses import astuple
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import CheckIn
from domain.journal import JournalError
from storage import backups, folder
from storage.engine import store as engine
from storage.folder import Folder
from storage.journal import forgetful_journal, open_journal
from tests.storage.notes import CODE, NOON, SECRET, TODAY, documents, note, put

ROOT = Path(__file__).parents[2]


def check_in(id: str, text: str = "") -> CheckIn:
    return CheckIn(id=id, at=NOON, logged_at=NOON, note=text)


@given(st.sets(st.integers(0, 800), max_size=60))
def test_of_the_days_some_are_kept(numbers: set[int]) -> None:
    days = sorted((TODAY - timedelta(days=number) for number in numbers), reverse=True)
    kept = backups.kept(days)
    assert kept <= set(days)
    assert set(days[:7]) <= kept
    assert len(kept) <= 7 + 4 + 12
    months = list(dict.fromkeys((day.year, day.month) for day in days))[:12]
    assert {(day.year, day.month) for day in kept} >= set(months)


def test_a_backup_of_a_day_is_one_folder_that_opens_as_a_journal(held: Folder, path: Path) -> None:
    put(held.store, 1)
    held.backups.make(TODAY)
    put(held.store, 2)
    held.backups.make(TODAY)
    for days in range(1, 9):
        held.backups.make(TODAY - timedelta(days=days))
    assert len(held.backups.days()) < 10
    assert held.backups.days()[0] == TODAY
    with closing(Folder(path / "backups" / TODAY.isoformat())) as copy:
        assert documents(copy.store) == documents(held.store)


def test_what_a_crash_left_of_a_backup_is_cleared_away(held: Folder, path: Path) -> None:
    (path / "backups" / "2025-12-31.new").mkdir(parents=True)
    held.backups.make(TODAY)
    assert [one.name for one in (path / "backups").iterdir()] == [TODAY.isoformat()]


@pytest.mark.parametrize("is_there", [True, False])
def test_a_backup_that_a_crash_kept_from_being_made_anew_is_there_as_before(
    held: Folder, path: Path, is_there: bool
) -> None:
    put(held.store, 1)
    held.backups.make(TODAY)
    made = path / "backups" / TODAY.isoformat()
    if is_there:
        shutil.copytree(made, made.with_suffix(".old"))
    else:
        made.rename(made.with_suffix(".old"))
    made.with_suffix(".new").mkdir()
    assert len(held.backups.listed()) == is_there
    held.close()
    with closing(Folder(path)) as again:
        assert [one.name for one in (path / "backups").iterdir()] == [TODAY.isoformat()]
        assert documents(again.backups.read(TODAY.isoformat())) == {"1": note(1)}


def test_backups_are_listed_newest_first_and_strange_names_left_out(
    held: Folder, path: Path
) -> None:
    names = (
        "2026-03-01",
        "replaced-2026-03-02T081500.000000",
        "replaced-2026-03-02T091500.000000",
        "2026-03-02",
        "version-1-2026-02-28",
        "2025-12-31",
    )
    strange = ("2026-02-31", "by hand", "2026-03-03.new", "2026-03-03.old", "20260303", "..")
    assert held.backups.listed() == ()
    for name in (*names, *strange):
        (path / "backups" / name).mkdir(parents=True, exist_ok=True)
    (path / "backups" / "2026-03-04").write_text("a file")
    listed = held.backups.listed()
    assert [one.name for one in listed] == [
        "replaced-2026-03-02T091500.000000",
        "replaced-2026-03-02T081500.000000",
        "2026-03-02",
        "2026-03-01",
        "version-1-2026-02-28",
        "2025-12-31",
    ]
    assert [one.name for one in listed if one.is_daily] == [
        "2026-03-02",
        "2026-03-01",
        "2025-12-31",
    ]
    assert listed[4].day == date(2026, 2, 28)


@pytest.mark.parametrize("name", ["..", "../..", "never", "", "2026-03-01.new"])
def test_only_a_backup_is_opened_as_one(held: Folder, path: Path, name: str) -> None:
    (path / "backups" / "2026-03-01.new").mkdir(parents=True)
    with pytest.raises(JournalError, match="no backup"):
        held.backups.read(name)


def test_a_file_that_another_program_put_beside_the_backups_is_left(
    held: Folder, path: Path
) -> None:
    put(held.store, 1)
    held.backups.make(TODAY)
    (path / "backups" / ".DS_Store").write_text("theirs")
    held.turn_on(SECRET, CODE)
    assert documents(held.backups.read(TODAY.isoformat())) == {"1": note(1)}
    assert (path / "backups" / ".DS_Store").read_text() == "theirs"


def test_a_backup_of_an_older_version_stays_one_of_it(
    held: Folder, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(held.store, 1)
    held.backups.keep("then")
    held.store.version = 2
    monkeypatch.setattr(backups, "VERSION", 2)
    held.turn_on(SECRET, CODE)
    assert held.backups.read("then").version == 1


def test_a_restore_keeps_what_it_replaces(held: Folder, path: Path) -> None:
    put(held.store, *range(300))
    held.backups.keep("then")
    put(held.store, 300)
    held.store.commit([["notes", "0"]])
    held.restore("then")
    assert documents(held.store) == {str(n): note(n) for n in range(300)}
    ((aside, day, is_daily),) = (astuple(one) for one in held.backups.listed())
    assert (day, is_daily) == (TODAY, False)
    assert len(documents(held.backups.read(aside))) == 300
    assert "300" in documents(held.backups.read(aside))
    held.close()
    with closing(Folder(path)) as again:
        assert documents(again.store) == {str(n): note(n) for n in range(300)}


def test_an_empty_journal_is_put_back_too(held: Folder) -> None:
    held.backups.keep("empty")
    put(held.store, 1)
    held.restore("empty")
    assert documents(held.store) == {}


def test_a_backup_that_is_damaged_or_missing_is_not_put_back(held: Folder, path: Path) -> None:
    put(held.store, *range(300))
    held.backups.keep("then")
    put(held.store, 300)
    with pytest.raises(JournalError, match="no backup"):
        held.restore("never")
    (kept,) = (path / "backups" / "then").glob("snap-*")
    content = bytearray(kept.read_bytes())
    content[len(content) // 2] ^= 1
    kept.write_bytes(content)
    with pytest.raises(JournalError, match="damaged; nothing was changed"):
        held.restore("then")
    assert len(documents(held.store)) == 301
    assert held.told == ()


def test_a_clock_set_back_removes_no_backup(path: Path) -> None:
    for now in (NOON, NOON - timedelta(days=3000), NOON):
        with closing(Folder(path, clock=lambda now=now: now)) as held:  # type: ignore[misc]
            put(held.store, 1)
            held.keep_up()
    with closing(Folder(path)) as held:
        assert held.backups.days() == [TODAY, TODAY - timedelta(days=3000)]


def test_what_is_damaged_is_taken_from_the_generation_before(path: Path) -> None:
    with closing(open_journal(path)) as journal:
        journal.put(*(check_in(str(n), f"note {n}") for n in range(300)))
        assert journal.folder is not None
        journal.folder.store.compact()
        journal.put(check_in("300"))
        everything = journal.all(CheckIn)
    content = bytearray((path / "snap-1").read_bytes())
    content[content.index(b"note 17")] ^= 1
    (path / "snap-1").write_bytes(content)
    for told in (1, 0):
        with closing(open_journal(path)) as journal:
            assert journal.all(CheckIn) == everything
            assert len(journal.told) == told
            assert not told or "all of it is here" in journal.told[0]


def test_the_first_change_of_a_day_is_backed_up(path: Path) -> None:
    today = folder.here_and_now().date()
    with closing(open_journal(path)) as journal:
        journal.put(check_in("a"))
    with closing(open_journal(path)) as journal:
        assert journal.folder is not None
        assert journal.folder.backups.days() == [today]
        journal.put(check_in("b", "later"))
        journal.restore(today.isoformat())
        assert [one.id for one in journal.all(CheckIn)] == ["a"]
        assert journal.told == ()


def test_a_journal_in_memory_has_nothing_to_restore() -> None:
    journal = forgetful_journal()
    journal.put(check_in("a"))
    journal.restore("2026-01-01")
    assert journal.told == ()
    journal.close()
    assert len(journal.all(CheckIn)) == 1


def test_a_long_log_becomes_a_snapshot_beside_the_taps(
    held: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LOG_MAX", 1000)
    held.backups.make(TODAY)
    for number in range(200):
        put(held.store, number)
        held.keep_up()
    held.close()
    assert held.store.generation > 0
    with closing(Folder(held.path)) as again:
        assert documents(again.store) == {str(n): note(n) for n in range(200)}


def test_where_there_are_no_threads_it_is_done_at_once(
    held: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: object) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr("threading.Thread.start", refused)
    monkeypatch.setattr(engine, "LOG_MAX", 1000)
    for number in range(200):
        put(held.store, number)
        held.keep_up()
        assert held.backups.days() == [TODAY]
    assert held.store.generation > 0
    held.back_up()
    held.close()
    with closing(Folder(held.path)) as again:
        assert documents(again.store) == {str(n): note(n) for n in range(200)}


def test_damage_is_told_in_one_sentence(held: Folder, path: Path) -> None:
    put(held.store, 1, 2)
    held.close()
    content = bytearray((path / "log-0").read_bytes())
    content[content.index(b"note 1") - 30] ^= 1
    (path / "log-0").write_bytes(content)
    with closing(Folder(path)) as again:
        assert again.store.is_hurt
        assert not again.mend()
        (said,) = again.told
        assert "put aside in" in said
        assert str(path / "quarantine") in said
    with closing(Folder(path)) as mended:
        assert mended.told == ()
        assert documents(mended.store) == {"2": note(2)}

"""Backups: what there is, what one holds beside what is here now, and putting it back."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from domain.entries import CheckIn, Part
from storage.keeper import FolderKeeper
from tests.views.keeping import CANARY, holds, kept_in
from tests.views.parts import MADE, OWL, is_off, shown
from tests.views.stage import NOON, Stage, played
from tests.views.test_places import LOOKS, can_be_reached
from tests.views.therapy import holding

ROUTE = "/settings/backups"
TODAY = f"{ROUTE}/{NOON.date()}"
FIRST = CheckIn(id="first", at=NOON - timedelta(days=9), logged_at=NOON, note=CANARY)
SECOND = CheckIn(id="second", at=NOON, logged_at=NOON, note="the lock gate")


def notes(keeper: FolderKeeper) -> list[str]:
    return [one.note for one in keeper.journal.all(CheckIn)]


def damage(folder: Path) -> None:
    """Overwrite the middle of every file of every backup."""
    for path in (folder / "backups").rglob("snap-*"):
        content = path.read_bytes()
        path.write_bytes(content[:20] + bytes(len(content) - 20))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("place", [ROUTE, TODAY, f"{ROUTE}/nothing"])
def test_the_places_of_backups_can_be_read_and_reached(
    place: str, look: str, tmp_path: Path
) -> None:
    async def act() -> None:
        async with Stage(kept_in(tmp_path, FIRST), place, **LOOKS[look]) as stage:
            assert stage.node("more-support")
            can_be_reached(stage)

    played(act)


def test_all_backups_are_listed_newest_first_and_each_leads_to_what_it_holds(
    tmp_path: Path,
) -> None:
    async def act() -> None:
        keeper = kept_in(tmp_path, FIRST)
        keeper.restore(f"{NOON.date()}")
        async with Stage(keeper, ROUTE) as stage:
            assert shown(stage, "backup-")[:2] == ["backup-0", "backup-1"]
            assert stage.words().index("Replaced on Tuesday 9 June") < stage.words().index("Today")
            assert "last 7 days, 4 weeks and 12 months" in stage.words()
            await stage.tap("backup-1")
            assert stage.page.route == TODAY
            assert "1, the same as now" in stage.words()

    played(act)


def test_it_says_whether_backups_are_sealed(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = kept_in(tmp_path)
        async with Stage(keeper, ROUTE) as stage:
            assert "whoever has this device can read them" in stage.words()
            await stage.state.locking.set_up("four words of mine", keeper.new_code())
            await stage.go("/settings")
            await stage.go(ROUTE)
            assert "They are sealed like the journal" in stage.words()

    played(act)


def test_a_backup_is_made_when_it_is_asked_for(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = kept_in(tmp_path)
        keeper.journal.put(FIRST)
        async with Stage(keeper, ROUTE) as stage:
            await stage.tap("back-up")
            assert "Backed up" in stage.words()
            assert not is_off(stage, "back-up")
            assert dict(keeper.contents(f"{NOON.date()}").counts)[CheckIn] == 1

    played(act)


def test_what_is_put_back_is_as_it_was_and_what_was_here_can_be_put_back_too(
    tmp_path: Path,
) -> None:
    async def act() -> None:
        keeper = kept_in(tmp_path, FIRST)
        keeper.journal.put(SECOND, replace(FIRST, note="other words"), OWL)
        async with Stage(keeper, TODAY) as stage:
            assert "1 in the backup, 2 now" in stage.words()
            assert "0 in the backup, 1 now" in stage.words()
            assert "31 May in the backup, 10 May to 9 June now" in stage.words()
            await stage.tap("put-back")
            assert "becomes a backup of its own" in stage.words()
            await stage.tap("put-back-now")
            assert notes(keeper) == [CANARY]
            assert stage.state.check_ins == (FIRST,)
            assert "Put back." in stage.words()
            assert stage.page.route == ROUTE
            await stage.tap("backup-0")
            assert "2 in the backup, 1 now" in stage.words()
            await stage.tap("put-back")
            await stage.tap("put-back-now")
            assert notes(keeper) == ["other words", "the lock gate"]
            assert keeper.journal.all(Part) == (OWL,)

    played(act)


def test_what_is_being_written_is_in_the_backup_of_what_is_replaced(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = kept_in(tmp_path, FIRST)
        async with Stage(keeper, TODAY) as stage:
            await stage.state.noting.write("", "half a sentence")
            await stage.tap("put-back")
            await stage.tap("put-back-now")
            assert notes(keeper) == [CANARY]
            await stage.tap("backup-0")
            await stage.tap("put-back")
            await stage.tap("put-back-now")
            assert notes(keeper) == [CANARY, "half a sentence"]

    played(act)


def test_not_now_puts_nothing_back(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = kept_in(tmp_path, FIRST)
        keeper.journal.put(SECOND)
        async with Stage(keeper, TODAY) as stage:
            await stage.tap("put-back")
            can_be_reached(stage)
            await stage.tap("not-now")
            assert stage.node("asking") is None
            assert len(notes(keeper)) == 2
            assert len(keeper.backups()) == 1

    played(act)


def test_a_backup_that_is_damaged_or_gone_is_told_and_changes_nothing(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = kept_in(tmp_path, FIRST)
        async with Stage(keeper, TODAY) as stage:
            damage(tmp_path)
            await stage.tap("put-back")
            await stage.tap("put-back-now")
            assert "can't be read; it was left as it is" in stage.words()
            assert notes(keeper) == [CANARY]
            await stage.go(f"{ROUTE}/nothing")
            assert "There is no backup" in stage.words()
            assert stage.node("put-back") is None

    played(act)


def test_a_backup_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    async def act() -> None:
        async with Stage(kept_in(tmp_path, FIRST), ROUTE) as stage:
            (tmp_path / "backups").rename(tmp_path / "elsewhere")
            (tmp_path / "backups").write_text("")
            await stage.tap("back-up")
            assert "could not be done" in stage.words()
            assert not is_off(stage, "back-up")

    played(act)


def test_a_journal_without_a_folder_has_no_backups() -> None:
    async def act(place: str) -> None:
        async with Stage(holding(), place) as stage:
            assert "only looked at" in stage.words()
            assert stage.node("back-up") is None
            assert stage.node("put-back") is None

    played(partial(act, ROUTE))
    played(partial(act, TODAY))


def test_the_words_of_a_backup_are_in_its_files(tmp_path: Path) -> None:
    """What the tests of erasing look for can be found."""
    kept_in(tmp_path, FIRST, OWL)
    assert holds(tmp_path / "backups", CANARY)
    assert MADE < NOON

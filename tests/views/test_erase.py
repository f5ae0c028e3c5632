"""Deleting everything, and deleting one entry for good: asked first, and then nothing is left."""

import errno
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import flet as ft
import pytest

from domain.entries import (
    AfterContact,
    CheckIn,
    Draft,
    Entry,
    Moment,
    Part,
    Person,
    Reflection,
    Reply,
    Settings,
    Sitting,
    TalkingPoint,
    TherapySession,
)
from domain.language import LANGUAGES, speak, tr, trp
from storage.keeper import FolderKeeper
from tests.storage.faults import failing
from tests.views.keeping import CANARY, holds, kept_in
from tests.views.parts import EEL, MADE, inside, is_off
from tests.views.stage import NOON, Stage, played
from tests.views.test_places import LOOKS, can_be_reached
from tests.views.therapy import holding, point
from views.components import held
from views.state import Problem

ROUTE = "/settings/erase"
NOTE = CheckIn(id="note", at=NOON, logged_at=NOON, note=CANARY)
OTHER = CheckIn(id="other", at=NOON - timedelta(days=1), logged_at=NOON, note="the lock gate")


async def to_the_last_step(stage: Stage, what: str = "all") -> None:
    await stage.tap(f"erase-{what}")
    await stage.tap("erase-go-on")


def button_to_hold(stage: Stage) -> ft.GestureDetector:
    (found,) = (
        one for one in inside(stage, "hold-to-delete") if isinstance(one, ft.GestureDetector)
    )
    return found


async def hold(stage: Stage, let_go: str = "long_press_end") -> None:
    """Press the button, hold it as long as it takes to settle, and let it go."""
    await stage.fire(button_to_hold(stage), "long_press_down", None)
    await stage.fire(button_to_hold(stage), let_go, None)


# -- everything --------------------------------------------------------------------------------


@pytest.mark.parametrize("look", LOOKS)
def test_both_steps_can_be_read_and_reached(look: str, tmp_path: Path) -> None:
    async def act() -> None:
        async with Stage(kept_in(tmp_path, NOTE), ROUTE, **LOOKS[look]) as stage:
            can_be_reached(stage)
            await to_the_last_step(stage)
            assert stage.node("more-support")
            can_be_reached(stage)

    played(act)


def test_it_says_what_goes_and_presets_nothing(tmp_path: Path) -> None:
    async def act() -> None:
        async with Stage(kept_in(tmp_path, NOTE, OTHER, EEL), ROUTE) as stage:
            assert "Check-ins: 2" in stage.words()
            assert "Parts: 1" in stage.words()
            assert is_off(stage, "erase-go-on")
            await stage.tap("carry-first")
            assert stage.page.route == "/settings/backups/carry"

    played(act)


def test_typing_the_word_deletes_everything_and_the_app_begins_anew(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = kept_in(tmp_path, NOTE)
        assert holds(tmp_path, CANARY)
        async with Stage(keeper, ROUTE) as stage:
            await to_the_last_step(stage)
            assert is_off(stage, "erase-now")
            await stage.type("type-delete", "no")
            await stage.submit("type-delete")
            assert is_off(stage, "erase-now")
            await stage.type("type-delete", " Delete ")
            await stage.tap("erase-now")
            assert "Step 1 of 3" in stage.words()
            assert not holds(tmp_path, CANARY)
            assert keeper.journal.all(CheckIn) == ()
            assert keeper.backups() == ()
            assert stage.page.route == "/"

    played(act)


def test_holding_the_button_long_enough_does_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act() -> None:
        monkeypatch.setattr(held, "HOLD", 0)
        async with Stage(kept_in(tmp_path, NOTE), ROUTE) as stage:
            await to_the_last_step(stage)
            await stage.fire(button_to_hold(stage), "long_press_down", None)
            assert "Let go now" in stage.words()
            assert holds(tmp_path, CANARY)
            await stage.fire(button_to_hold(stage), "long_press_end", None)
            assert "Step 1 of 3" in stage.words()
            assert not holds(tmp_path, CANARY)

    played(act)


@pytest.mark.parametrize(
    ("seconds", "let_go"), [(held.HOLD, "long_press_end"), (0, "long_press_cancel")]
)
def test_letting_go_early_and_what_is_no_holding_delete_nothing(
    seconds: float, let_go: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act() -> None:
        monkeypatch.setattr(held, "HOLD", seconds)
        keeper = kept_in(tmp_path, NOTE)
        async with Stage(keeper, ROUTE) as stage:
            await to_the_last_step(stage)
            await hold(stage, let_go)
            assert "Hold for two seconds" in stage.words()
            await stage.fire(button_to_hold(stage), "long_press_end", None)
            await stage.tap("not-now")
            assert stage.page.route == "/settings"
            assert keeper.journal.all(CheckIn) == (NOTE,)

    played(act)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_word_that_is_typed_is_one_of_the_language(tmp_path: Path, code: str) -> None:
    async def act() -> None:
        keeper = kept_in(tmp_path, Settings(welcomed=True, language=code), NOTE)
        async with Stage(keeper, ROUTE) as stage:
            await to_the_last_step(stage)
            word = trp("the word that is typed to delete everything", "delete")
            assert tr("Type {word}", word=word) in stage.label("type-delete")
            await stage.type("type-delete", word.title())
            assert not is_off(stage, "erase-now")
            await stage.type("type-delete", "no")
            assert is_off(stage, "erase-now")

    try:
        played(act)
    finally:
        speak()


def test_backups_stay_where_that_was_chosen(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = kept_in(tmp_path, NOTE)
        keeper.journal.put(OTHER)
        async with Stage(keeper, ROUTE) as stage:
            await to_the_last_step(stage, "journal")
            await stage.type("type-delete", "delete")
            await stage.submit("type-delete")
            assert "Step 1 of 3" in stage.words()
            assert keeper.journal.all(CheckIn) == ()
            aside, today = keeper.backups()
            assert dict(keeper.contents(aside.name).counts)[CheckIn] == 2
            assert dict(keeper.contents(today.name).counts)[CheckIn] == 1

    played(act)


def test_what_could_not_be_kept_is_deleted_with_the_rest(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = kept_in(tmp_path)
        async with Stage(keeper, ROUTE) as stage:
            stage.state.problem = Problem((NOTE,), "There is no room left on this device.")
            await to_the_last_step(stage)
            await stage.type("type-delete", "delete")
            await stage.submit("type-delete")
            for _ in range(3):
                await stage.tap("first-run-next")
            assert stage.state.problem is None
            assert not holds(tmp_path, CANARY)

    played(act)


def test_a_device_that_can_not_do_it_gets_a_sentence_and_nothing_is_lost(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = kept_in(tmp_path, NOTE)
        (tmp_path / "backups").rename(tmp_path / "elsewhere")
        (tmp_path / "backups").write_text("")
        async with Stage(keeper, ROUTE) as stage:
            unsaved = Problem((OTHER,), "There is no room left on this device.")
            stage.state.problem = unsaved
            await to_the_last_step(stage, "journal")
            await stage.type("type-delete", "delete")
            await stage.submit("type-delete")
            assert "could not be done" in stage.words()
            assert stage.node("hold-to-delete")
            assert keeper.journal.all(CheckIn) == (NOTE,)
            assert stage.state.problem == unsaved

    played(act)


def test_a_journal_without_a_folder_can_not_be_deleted() -> None:
    async def act(place: str) -> None:
        async with Stage(holding(NOTE), place) as stage:
            assert "nothing to delete" in stage.words()
            assert stage.node("erase-go-on") is None
            assert stage.node("type-delete") is None

    played(partial(act, ROUTE))
    played(partial(act, f"{ROUTE}/all"))


def test_what_was_not_chosen_is_not_deleted(tmp_path: Path) -> None:
    async def act() -> None:
        async with Stage(kept_in(tmp_path, NOTE), f"{ROUTE}/something") as stage:
            assert "can't be deleted" in stage.words()
            assert stage.node("type-delete") is None
            await stage.tap("back")
            assert stage.node("erase-go-on")

    played(act)


# -- one entry for good ------------------------------------------------------------------------

PARTS: dict[str, Any] = {"at": NOON, "stage": "stopped"}
SAID = Reply("P1", "What is here?", CANARY)
HERON = Part(id="heron", at=MADE, name=CANARY)
SOMEBODY = Person(id="somebody", at=MADE, name=CANARY)
ENTRIES: dict[str, tuple[str, Entry, tuple[Entry, ...]]] = {
    "a check-in": ("/entries/note", NOTE, ()),
    "a moment": (
        "/entries/moment",
        Moment(id="moment", at=NOON, logged_at=NOON, kind="good", text=CANARY),
        (),
    ),
    "an answer": (
        "/entries/reflection",
        Reflection(id="reflection", at=NOON, prompt="", asked="?", text=CANARY),
        (),
    ),
    "a look inward": (
        "/entries/sitting",
        Sitting(id="sitting", part="gone", replies=(SAID,), **PARTS),
        (point("of an answer", CANARY, source="sitting/0"),),
    ),
    "a point": ("/bring/point", point("point", CANARY), ()),
    "a part": (
        "/parts/heron",
        HERON,
        (
            Sitting(id="alone", part="heron", replies=(SAID,), **PARTS),
            point("of its sitting", CANARY, source="alone"),
        ),
    ),
    "somebody": (
        "/people/somebody",
        SOMEBODY,
        (AfterContact(id="after", at=NOON, person="somebody", zest="more"),),
    ),
    "a session": (
        "/sessions/session",
        TherapySession(
            id="session",
            at=NOON - timedelta(hours=2),
            logged_at=NOON,
            status="happened",
            kept_sentence=CANARY,
        ),
        (),
    ),
}


def kinds(keeper: FolderKeeper) -> dict[str, int]:
    return {kind.__name__: count for kind, count in keeper.contents().counts if count}


@pytest.mark.parametrize("look", ["phone", "wide"])
@pytest.mark.parametrize("what", ENTRIES)
def test_what_is_deleted_for_good_is_in_no_file(what: str, look: str, tmp_path: Path) -> None:
    async def act() -> None:
        place, entry, owned = ENTRIES[what]
        gave = point("given", f"{CANARY}, again", source=entry.id)
        draft = Draft(id="draft", about=entry.id, text=CANARY, written_at=NOON)
        keeper = kept_in(tmp_path, OTHER, EEL, entry, *owned, gave, draft)
        async with Stage(keeper, place, **LOOKS[look]) as stage:
            await stage.tap("for-good")
            can_be_reached(stage)
            assert "every backup on this device" in stage.words()
            assert holds(tmp_path / "backups", CANARY)
            await stage.tap("for-good-now")
            assert kinds(keeper) == {"Settings": 1, "CheckIn": 1, "Part": 1}
            assert not holds(tmp_path, CANARY)
            assert holds(tmp_path / "backups", OTHER.note)
            assert "Deleted for good" in stage.words()
            assert stage.page.route == place.rpartition("/")[0]

    played(act)


def test_what_is_kept_after_all_is_kept(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = kept_in(tmp_path, NOTE)
        async with Stage(keeper, "/entries/note") as stage:
            await stage.tap("for-good")
            await stage.tap("for-good-keep")
            assert stage.node("for-good")
            assert keeper.journal.all(CheckIn) == (NOTE,)

    played(act)


def test_what_others_said_in_a_look_inward_stays(tmp_path: Path) -> None:
    async def act() -> None:
        two = Sitting(id="two", part="eel", other="heron", replies=(SAID,), **PARTS)
        keeper = kept_in(tmp_path, HERON, EEL, two)
        async with Stage(keeper, "/parts/heron") as stage:
            await stage.tap("for-good")
            await stage.tap("for-good-now")
            assert keeper.journal.all(Part) == (EEL,)
            assert keeper.journal.all(Sitting) == (two,)

    played(act)


def test_the_source_of_a_point_stays(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = kept_in(tmp_path, NOTE, point("point", "to bring", source="note"))
        async with Stage(keeper, "/bring/point") as stage:
            await stage.tap("for-good")
            assert "What it came from stays." in stage.words()
            await stage.tap("for-good-now")
            assert keeper.journal.all(TalkingPoint) == ()
            assert keeper.journal.all(CheckIn) == (NOTE,)

    played(act)


def test_what_could_not_be_kept_of_it_does_not_come_back(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = kept_in(tmp_path, NOTE)
        async with Stage(keeper, "/entries/note") as stage:
            changed = replace(NOTE, note=f"{CANARY}, again")
            stage.state.problem = Problem((changed, OTHER), "There is no room left.")
            await stage.settle()
            await stage.tap("for-good")
            await stage.tap("for-good-now")
            await stage.state.try_again()
            assert keeper.journal.all(CheckIn) == (OTHER,)
            assert not holds(tmp_path, CANARY)

    played(act)


def test_a_tap_after_it_begins_another_check_in(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = kept_in(tmp_path)
        async with Stage(keeper) as stage:
            await stage.tap("pad-3-5")
            (one,) = keeper.journal.all(CheckIn)
            await stage.go(f"/entries/{one.id}")
            await stage.tap("for-good")
            await stage.tap("for-good-now")
            assert stage.state.sitting == ""
            await stage.go("/")
            await stage.tap("pad-4-4")
            (other,) = keeper.journal.all(CheckIn)
            assert other.id != one.id

    played(act)


def test_what_could_not_be_taken_out_of_the_backups_yet_is_told(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = kept_in(tmp_path, NOTE)
        async with Stage(keeper, "/entries/note") as stage:
            await stage.tap("for-good")
            # What is no folder can't be emptied.
            (tmp_path / "quarantine").write_text("")
            await stage.tap("for-good-now")
            assert keeper.journal.all(CheckIn) == ()
            assert "What is left of it in the backups goes" in stage.words()

    played(act)


def test_what_could_not_be_deleted_is_told_and_stays(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = kept_in(tmp_path, NOTE)
        async with Stage(keeper, "/entries/note") as stage:
            await stage.tap("for-good")
            with failing(0, errno.ENOSPC):
                await stage.tap("for-good-now")
            assert "could not be done" in stage.words()
            assert keeper.journal.all(CheckIn) == (NOTE,)
            await stage.tap("for-good-now")
            assert not holds(tmp_path, CANARY)

    played(act)


def test_a_journal_without_a_folder_offers_only_to_delete() -> None:
    async def act(place: str) -> None:
        owned = [entry for _, entry, _ in ENTRIES.values()]
        async with Stage(holding(*owned), place) as stage:
            assert "Delete" in stage.words()
            assert stage.node("for-good") is None

    for place, _, _ in ENTRIES.values():
        played(partial(act, place))

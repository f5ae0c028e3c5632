"""Reminders: switched on and set, a quiet line when their time comes, a file for a calendar."""

import asyncio
import errno
import re
from datetime import time, timedelta
from pathlib import Path
from typing import Any, Final

import flet as ft
import pytest
from icalendar import Calendar

from domain.entries import Nudge, Pause, Reminders, Settings, TherapySession
from domain.entries.reminders import DAY
from domain.reminding import TEXTS
from storage.journal import TinyJournal
from tests.spoken import speaking
from tests.views.locked import PHRASE, kept, with_lock
from tests.views.parts import check_in, the_one
from tests.views.stage import NOON, Stage, played
from tests.views.test_places import LOOKS, can_be_reached, journal_of
from tests.views.test_state import on_disk
from tests.views.therapy import holding
from views import reminder_line

PLACE: Final = "/settings/reminders"
NEVER: Final = re.compile(r"\b(should|must|why|missed|great|streak|overdue|forg[eo]t)\b|!", re.I)
EVENING: Final = Nudge("n", 20 * 60)
AT_NOON: Final = Nudge("n", 12 * 60)
HOUR: Final = timedelta(hours=1)
NEXT: Final = TherapySession(id="S", at=NOON + HOUR)


def reminding(*entries: Any, **mine: Any) -> TinyJournal:
    """A journal of somebody who has set that."""
    return journal_of((Settings(welcomed=True, reminders=Reminders(**mine)), *entries))


def mine(journal: TinyJournal) -> Reminders:
    return the_one(journal, Settings).reminders


async def choose_time(stage: Stage, identifier: str, value: time | None) -> None:
    """Tap what asks for a time, and tell one."""
    await stage.tap(identifier)
    await stage.pick(ft.TimePicker, value)


def selected(stage: Stage, identifier: str) -> bool:
    node = stage.node(identifier)
    return node is not None and bool(node.selected)


# -- what is set -------------------------------------------------------------------------------


def test_nothing_reminds_until_it_is_switched_on_and_its_words_are_shown_before() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/settings") as stage:
            assert stage.label("reminders") == "Reminders. off"
            await stage.tap("reminders")
            assert "Nothing reminds you of anything until you switch it on" in stage.words()
            assert all(f"“{said}”" in stage.words() for said in TEXTS.values())
            assert "In Meanwhile itself, and in your calendar if you put them there." in (
                stage.words()
            )
            assert stage.node("calendar-save") is None
            assert not mine(journal).are_on

    played(act)


def test_times_to_check_in_are_added_changed_and_taken_away() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, PLACE) as stage:
            await stage.tap("remind-check-in")
            assert stage.label("nudge-0") == "20:00. every day"
            await stage.tap("nudge-add")
            assert stage.page.route.startswith(f"{PLACE}/")
            await choose_time(stage, "nudge-at", time(7, 30))
            await stage.tap("back")
            assert stage.label("nudge-0") == "07:30. every day"
            assert stage.label("nudge-1") == "20:00. every day"
            await stage.tap("nudge-0")
            await choose_time(stage, "nudge-at", None)
            assert stage.label("nudge-at") == "Time. 07:30"
            await stage.tap("nudge-take-away")
            assert stage.page.route == PLACE
            assert [one.at for one in mine(journal).nudges] == [1200]
            await stage.tap("undo-notice")
            assert [one.at for one in mine(journal).nudges] == [1200, 450]
            await stage.tap("remind-check-in")
            assert not mine(journal).are_on
            assert stage.node("nudge-0") is None
            await stage.tap("remind-check-in")
            assert [one.at for one in mine(journal).nudges] == [1200, 450]
            assert mine(journal).are_on

    played(act)


def test_it_may_be_on_some_days_alone_and_never_on_none() -> None:
    async def act() -> None:
        journal = reminding(nudges=(EVENING,))
        async with Stage(journal, f"{PLACE}/n") as stage:
            assert selected(stage, "day-every")
            assert stage.label("day-1") == "Monday"
            await stage.tap("day-3")
            await stage.tap("day-1")
            assert mine(journal).nudges == (Nudge("n", 1200, days=(1, 3)),)
            assert selected(stage, "day-1")
            assert not selected(stage, "day-every")
            await stage.tap("back")
            assert stage.label("nudge-0") == "20:00. Monday · Wednesday"
            await stage.go(f"{PLACE}/n")
            await stage.tap("day-1")
            await stage.tap("day-3")
            assert mine(journal).nudges == (EVENING,)

    played(act)


def test_it_may_be_at_a_random_moment_whose_end_is_after_its_beginning() -> None:
    async def act() -> None:
        journal = reminding(nudges=(Nudge("n", 23 * 60),))
        async with Stage(journal, f"{PLACE}/n") as stage:
            await stage.tap("nudge-random")
            assert mine(journal).nudges == (Nudge("n", 23 * 60, 23 * 60 + 59),)
            await stage.tap("nudge-random")
            await choose_time(stage, "nudge-at", time(10))
            await choose_time(stage, "nudge-until", time(18))
            assert mine(journal).nudges == (Nudge("n", 600, 1080),)
            await choose_time(stage, "nudge-until", time(9))
            assert "Nothing was changed: it needs to end later" in stage.words()
            assert mine(journal).nudges == (Nudge("n", 600, 1080),)
            await choose_time(stage, "nudge-at", time(18))
            assert mine(journal).nudges == (Nudge("n", 18 * 60, DAY - 1),)
            await choose_time(stage, "nudge-at", time(23, 59))
            assert mine(journal).nudges == (Nudge("n", 18 * 60, DAY - 1),)
            await choose_time(stage, "nudge-at", time(10))
            await choose_time(stage, "nudge-until", time(18))
            await stage.go("/settings")
            assert stage.label("reminders") == "Reminders. 10:00 to 18:00"
            await stage.go(PLACE)
            assert stage.label("nudge-0") == "10:00 to 18:00. a random moment, every day"
            await stage.tap("nudge-0")
            await stage.tap("nudge-time")
            assert mine(journal).nudges == (Nudge("n", 600),)

    played(act)


def test_days_and_times_are_as_one_says_them_in_a_place() -> None:
    async def act() -> None:
        speaking("en", place="US")
        async with Stage(reminding(nudges=(Nudge("n", 1200, days=(1, 7)),)), PLACE) as stage:
            assert stage.label("nudge-0") == "8:00\xa0PM. Sunday · Monday"
            await stage.tap("nudge-0")
            words = stage.words()
            assert words.index("Sunday") < words.index("Monday") < words.index("Saturday")

    played(act)


def test_a_time_that_is_gone_is_told() -> None:
    async def act() -> None:
        async with Stage(holding(), f"{PLACE}/gone") as stage:
            assert "This time is not there any more." in stage.words()

    played(act)


def test_before_and_after_sessions_each_by_so_much() -> None:
    async def act() -> None:
        journal = reminding(nudges=(EVENING,))
        async with Stage(journal, PLACE) as stage:
            await stage.tap("remind-before")
            assert mine(journal).before == 60
            assert stage.label("before-1440") == "1 day before a session"
            await stage.tap("before-1440")
            await stage.tap("remind-after")
            await stage.tap("after-120")
            assert (mine(journal).before, mine(journal).after) == (1440, 120)
            await stage.go("/settings")
            said = "Reminders. 20:00, and before and after sessions"
            assert stage.label("reminders") == said
            await stage.go(PLACE)
            await stage.tap("remind-before")
            await stage.tap("remind-after")
            assert (mine(journal).before, mine(journal).after) == (None, None)

    played(act)


def test_what_another_version_kept_stays_a_choice() -> None:
    async def act() -> None:
        async with Stage(reminding(before=45), PLACE) as stage:
            assert selected(stage, "before-45")
            assert stage.label("before-45") == "45 minutes before a session"

    played(act)


def test_many_times_are_counted_in_the_settings() -> None:
    async def act() -> None:
        nudges = tuple(Nudge(f"n{hour}", hour * 60) for hour in (9, 13, 18, 20))
        journal = reminding(nudges=nudges)
        async with Stage(journal, "/settings") as stage:
            assert stage.label("reminders") == "Reminders. 4 times"
            await stage.go(PLACE)
            await stage.tap("nudge-add")
            assert mine(journal).nudges[-1].at == 0

    played(act)


def test_what_could_not_be_saved_is_told_and_kept() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        async with Stage(journal, PLACE) as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.tap("remind-check-in")
            assert stage.node("not-saved")
            assert stage.label("nudge-0") == "20:00. every day"
            disk.fault = None
            await stage.tap("try-again")
            assert mine(journal).nudges

    played(act)


# -- the quiet line ----------------------------------------------------------------------------


def test_it_comes_while_today_stands_open_and_goes_with_a_check_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def act() -> None:
        monkeypatch.setattr(reminder_line, "MINUTE", 0)
        async with Stage(reminding(nudges=(EVENING,))) as stage:
            await stage.settle()
            assert stage.node("reminder") is None
            stage.now = NOON + 8 * HOUR
            await stage.settle()
            node = stage.node("reminder")
            assert node
            assert node.live_region
            assert stage.label("reminder") == "A moment for yourself"
            await stage.tap("pad-3-5")
            assert stage.node("reminder") is None

    played(act)


def test_later_is_an_hour_and_not_now_leaves_it() -> None:
    async def act() -> None:
        journal = reminding(nudges=(AT_NOON,))
        async with Stage(journal) as stage:
            await stage.tap("reminder-later")
            assert stage.node("reminder") is None
            assert "Again at 13:00" in stage.words()
            await stage.tap("undo-notice")
            assert stage.node("reminder")
            await stage.tap("reminder-later")
            stage.now = NOON + HOUR
            await stage.go("/entries")
            await stage.go("/")
            assert stage.node("reminder")
            await stage.tap("reminder-not-now")
            assert stage.node("reminder") is None
            await stage.tap("undo-notice")
            assert stage.node("reminder")
            await stage.tap("reminder-not-now")
            stage.now = NOON + 24 * HOUR
            await stage.go("/entries")
            await stage.go("/")
            assert stage.node("reminder")

    played(act)


def test_what_would_come_again_after_its_session_began_is_not_put_off() -> None:
    async def act() -> None:
        async with Stage(reminding(NEXT, before=60)) as stage:
            assert stage.node("reminder")
            assert stage.node("reminder-later") is None
            assert stage.node("reminder-not-now")

    played(act)


def test_days_that_are_tapped_at_once_all_count() -> None:
    async def act() -> None:
        journal = reminding(nudges=(EVENING,))
        async with Stage(journal, PLACE) as stage:
            turn = stage.state.reminding.turn_day
            await asyncio.gather(*(turn("n", day) for day in (1, 2, 3)))
            assert mine(journal).nudges[0].days == (1, 2, 3)

    played(act)


def test_before_a_session_it_is_above_its_card_and_leads_to_preparing() -> None:
    async def act() -> None:
        journal = reminding(NEXT, before=60)
        async with Stage(journal) as stage:
            assert stage.label("reminder-open") == "Have a look at your list"
            words = stage.words()
            assert words.index("Have a look at your list") < words.index("nothing on the list yet")
            await stage.tap("reminder-open")
            assert stage.page.route == "/bring/prepare"
            await stage.go("/")
            assert stage.node("reminder") is None

    played(act)


def test_after_a_session_the_card_that_asks_about_it_says_it_and_nothing_else_does() -> None:
    async def act() -> None:
        past = TherapySession(id="S", at=NOON - 2 * HOUR)
        journal = reminding(past, after=30)
        async with Stage(journal) as stage:
            assert stage.words().count("A moment to look back") == 2  # Shown, and spoken.
            assert stage.node("unsaid")
            assert stage.node("reminder-later") is None
            await stage.tap("session-not-now")
            assert stage.node("reminder") is None

    played(act)


def test_after_an_earlier_session_of_the_day_a_line_leads_to_it() -> None:
    async def act() -> None:
        earlier = TherapySession(id="S", at=NOON - 4 * HOUR)
        newest = TherapySession(id="T", at=NOON - timedelta(minutes=60))
        journal = reminding(earlier, newest, after=120)
        async with Stage(journal) as stage:
            await stage.tap("reminder-open")
            assert stage.page.route == "/sessions/S"

    played(act)


def test_in_a_pause_nothing_reminds_of_checking_in_and_sessions_go_on() -> None:
    async def act() -> None:
        pause = Pause(NOON.date())
        both = Reminders(nudges=(AT_NOON,), before=60)
        journal = journal_of((Settings(welcomed=True, pause=pause, reminders=both), NEXT))
        async with Stage(journal) as stage:
            assert "A moment for yourself" not in stage.words()
            assert stage.label("reminder-open") == "Have a look at your list"

    played(act)


def test_the_lock_screen_shows_nothing_of_it(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = kept(tmp_path)
        with_lock(keeper)
        keeper.unlock(PHRASE)
        settings = Settings(welcomed=True, reminders=Reminders(nudges=(AT_NOON,)))
        keeper.journal.put(settings)
        async with Stage(keeper) as stage:
            assert stage.node("reminder")
            await stage.state.locking.lock_now()
            await stage.settle()
            assert all(said not in stage.words() for said in TEXTS.values())
        keeper.close()

    played(act)


# -- the file for a calendar -------------------------------------------------------------------


def test_the_file_is_saved_and_shared_with_a_name_that_tells_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    went: list[tuple[str, bytes]] = []

    async def save_file(_: ft.FilePicker, *, file_name: str, src_bytes: bytes) -> None:
        went.append((file_name, src_bytes))

    async def share_files(_: ft.Share, files: list[ft.ShareFile]) -> None:
        assert files[0].mime_type == "text/calendar"
        went.append((str(files[0].name), files[0].data or b""))

    async def act() -> None:
        monkeypatch.setattr(ft.FilePicker, "save_file", save_file)
        monkeypatch.setattr(ft.Share, "share_files", share_files)
        journal = reminding(NEXT, check_in("c", 1), nudges=(EVENING,), before=30)
        async with Stage(journal, PLACE) as stage:
            assert "It is a copy" in stage.words()
            await stage.tap("calendar-save")
            assert mine(journal).calendar
            await stage.tap("calendar-share")
        assert [name for name, _ in went] == ["moments.ics"] * 2
        for _, content in went:
            said = {str(one["summary"]) for one in Calendar.from_ical(content).walk("VEVENT")}
            assert said == {TEXTS["check_in"], TEXTS["before"]}

    played(act)


def test_a_device_that_can_not_take_the_file_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def refuse(*_: Any, **__: Any) -> None:
        raise RuntimeError("no such thing here")

    async def act() -> None:
        monkeypatch.setattr(ft.FilePicker, "save_file", refuse)
        monkeypatch.setattr(ft.Share, "share_files", refuse)
        journal = reminding(nudges=(EVENING,))
        async with Stage(journal, PLACE) as stage:
            for way in ("calendar-save", "calendar-share"):
                await stage.tap(way)
                assert "This device can't do that here." in stage.words()
            assert not mine(journal).calendar

    played(act)


def test_that_a_calendar_keeps_its_copy_is_told_after_all_was_switched_off() -> None:
    async def act() -> None:
        async with Stage(reminding(calendar=True), PLACE) as stage:
            assert "until you take it out there" in stage.words()
            assert stage.node("calendar-save") is None

    played(act)


# -- looks -------------------------------------------------------------------------------------


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("route", [PLACE, f"{PLACE}/n", f"{PLACE}/r", "/"])
def test_it_can_be_reached(route: str, look: dict[str, Any]) -> None:
    async def act() -> None:
        nudges = (AT_NOON, Nudge("r", 600, 660, (6, 7)))
        journal = reminding(NEXT, nudges=nudges, before=120, after=30)
        async with Stage(journal, route, **look) as stage:
            can_be_reached(stage)
            assert NEVER.search(stage.words()) is None

    played(act)

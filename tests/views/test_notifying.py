"""Reminders that a phone itself shows: asked for, given, taken back, with neutral words alone."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

import flet as ft
import pytest
from flet_notifications import LocalNotifications

from domain.entries import Nudge, Pause, Reminders, Settings, Therapy, TherapySession
from domain.reminding import TEXTS
from tests.views.locked import kept, with_lock
from tests.views.parts import check_in, the_one
from tests.views.stage import NOON, Stage, played
from tests.views.test_places import journal_of
from views import notifying

PLACE: Final = "/settings/reminders"
EVENING: Final = Nudge("n", 20 * 60)
HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)
BROKEN: Final = "error:schedule_failed:no room among its alarms"


class Device:
    """What a phone's side of Flet answers, an exception where it can't, and what it has."""

    def __init__(self) -> None:
        self.answers: dict[str, Any] = {"request_permissions": "true"}
        self.asked: list[str] = []
        self.waiting: dict[int, dict[str, Any]] = {}
        self.asking: list[bool] = []

    def answer(self, service: LocalNotifications, name: str, arguments: Any) -> Any:
        """Answer as it was told to, and keep what it is given."""
        self.asked.append(name)
        answer = self.answers.get(name, "ok")
        if isinstance(answer, Exception):
            raise answer
        if name == "request_permissions":
            self.asking.append(service.request_alert_permission)
        elif name == "cancel_pending":
            self.waiting.clear()
        elif name == "schedule" and answer == "ok":
            self.waiting[arguments["id"]] = arguments
        return answer

    @property
    def moments(self) -> list[datetime]:
        """When it shows something."""
        return [datetime.fromisoformat(one["when"]["iso"]) for one in self.waiting.values()]


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch) -> Device:
    """A phone."""
    device = Device()

    async def invoke(
        self: ft.Service, method_name: str, arguments: Any = None, timeout: Any = None
    ) -> Any:
        if isinstance(self, LocalNotifications):
            return device.answer(self, method_name, arguments)
        return None

    monkeypatch.setattr(ft.Service, "_invoke_method", invoke)
    return device


def journal(*entries: Any, **mine: Any) -> Any:
    """A journal of somebody who has set that."""
    return journal_of((Settings(welcomed=True, reminders=Reminders(**mine)), *entries))


def on_a_phone(kept: Any, act: Callable[[Stage], Any], route: str = "/") -> None:
    """Play that on a phone."""

    async def play() -> None:
        stage = Stage(kept, route)
        stage.page.platform = ft.PagePlatform.ANDROID
        async with stage:
            await act(stage)

    played(play)


def test_without_a_phone_there_is_no_switch_and_nothing_is_asked(device: Device) -> None:
    async def act() -> None:
        async with Stage(journal(nudges=(EVENING,), notify=True), PLACE) as stage:
            assert stage.node("notify") is None
            assert "In Meanwhile itself" in stage.words()
        assert device.asked == []

    played(act)


def test_a_phone_is_asked_when_it_is_switched_on_and_given_the_next_ones(device: Device) -> None:
    kept = journal(nudges=(EVENING,))

    async def act(stage: Stage) -> None:
        assert "request_permissions" not in device.asked
        assert "app beside them" in stage.label("notify")
        await stage.tap("notify")
        assert device.asking == [True]
        assert the_one(kept, Settings).reminders.notify
        first = NOON + 8 * HOUR
        assert device.moments == [first + n * DAY for n in range(notifying.MOST)]
        await stage.tap("notify")
        assert device.waiting == {}
        assert device.asked.count("request_permissions") == 1

    on_a_phone(kept, act, PLACE)


def test_its_words_are_neutral_and_nothing_else_goes_with_them(device: Device) -> None:
    therapy = Therapy(name="heron")
    session = TherapySession(id="S", at=NOON + 5 * HOUR)
    entries = therapy, session, check_in("c", 1)
    kept = journal(*entries, nudges=(EVENING,), before=60, after=30, notify=True)

    async def act(_: Stage) -> None:
        assert {one["title"] for one in device.waiting.values()} == set(TEXTS.values())
        assert all(not (one["body"] or one["payload"]) for one in device.waiting.values())
        modes = {one["schedule_mode"] for one in device.waiting.values()}
        assert modes == {"inexactAllowWhileIdle"}
        assert [one["title"] for one in device.waiting.values()][:3] == [
            TEXTS["before"],
            TEXTS["after"],
            TEXTS["check_in"],
        ]

    on_a_phone(kept, act)


def test_it_follows_what_is_set_the_sessions_and_the_days(device: Device) -> None:
    session = TherapySession(id="S", at=NOON + 5 * HOUR)
    kept = journal(session, before=60, notify=True)

    async def act(stage: Stage) -> None:
        assert device.moments == [NOON + 4 * HOUR]
        await stage.state.meeting.say(session, at=NOON + 7 * HOUR)
        await stage.settle()
        assert device.moments == [NOON + 6 * HOUR]
        await stage.state.reminding.set(before=120)
        await stage.settle()
        assert device.moments == [NOON + 5 * HOUR]
        stage.now = NOON + DAY
        stage.state.returned()
        await stage.settle()
        assert device.moments == []

    on_a_phone(kept, act)


def test_in_a_pause_it_shows_nothing_to_check_in(device: Device) -> None:
    pause = Pause(NOON.date(), (NOON + 7 * DAY).date())
    mine = Reminders(nudges=(EVENING,), notify=True)
    kept = journal_of((Settings(welcomed=True, pause=pause, reminders=mine),))

    async def act(_: Stage) -> None:
        assert device.moments[0] == NOON + 7 * DAY + 8 * HOUR

    on_a_phone(kept, act)


def test_what_was_put_off_it_shows_when_that_is_over(device: Device) -> None:
    kept = journal(nudges=(Nudge("n", 12 * 60), Nudge("m", 12 * 60 + 30)), notify=True)

    async def act(stage: Stage) -> None:
        # What is now can't be told any more.
        assert device.moments[0] == NOON + HOUR / 2
        await stage.tap("reminder-later")
        assert device.moments[:2] == [NOON + HOUR, NOON + DAY]

    on_a_phone(kept, act)


def test_a_journal_that_wants_none_takes_back_what_an_earlier_one_gave(device: Device) -> None:
    device.waiting[7] = {}

    async def act(_: Stage) -> None:
        assert device.asked == ["cancel_pending"]
        assert device.waiting == {}

    on_a_phone(journal(), act)


@pytest.mark.parametrize("answer", ["false", RuntimeError("gone"), "error:permission_failed:no"])
def test_where_it_may_not_it_stays_off_and_says_so(device: Device, answer: Any) -> None:
    device.answers["request_permissions"] = answer
    kept = journal(nudges=(EVENING,))

    async def act(stage: Stage) -> None:
        await stage.tap("notify")
        assert notifying.REFUSED in stage.label("notify")
        assert not the_one(kept, Settings).reminders.notify
        assert device.waiting == {}

    on_a_phone(kept, act, PLACE)


@pytest.mark.parametrize("name", ["schedule", "cancel_pending"])
@pytest.mark.parametrize("answer", [BROKEN, TimeoutError(), RuntimeError("gone")])
def test_what_it_can_not_take_is_told_and_the_app_reminds_all_the_same(
    device: Device, name: str, answer: Any
) -> None:
    device.answers[name] = answer
    kept = journal(nudges=(Nudge("n", 12 * 60),), notify=True)

    async def act(stage: Stage) -> None:
        assert notifying.FAILED in stage.words()
        assert stage.node("reminder")
        assert the_one(kept, Settings).reminders.notify

    on_a_phone(kept, act)


def test_a_device_that_can_not_take_back_is_not_told_of_where_none_were_wanted(
    device: Device,
) -> None:
    device.answers["cancel_pending"] = RuntimeError("gone")

    async def act(stage: Stage) -> None:
        assert stage.node("notice") is None

    on_a_phone(journal(), act)


def test_nobody_is_asked_before_they_want_it() -> None:
    plain, asking = notifying.device(), notifying.device(asks=True)
    assert not any((plain.request_alert_permission, plain.request_sound_permission))
    assert asking.request_alert_permission
    assert not asking.request_badge_permission


def test_its_icon_is_one_that_is_laid_into_the_app() -> None:
    drawables = Path(__file__).parents[2] / "builds/android/release/res"
    assert list(drawables.glob(f"drawable*/{notifying.device().default_icon}.png"))


def test_a_journal_that_was_erased_leaves_none_on_the_device(
    device: Device, tmp_path: Path
) -> None:
    keeper = kept(tmp_path)
    mine = Reminders(nudges=(EVENING,), notify=True)
    keeper.journal.put(Settings(welcomed=True, reminders=mine))

    async def act(stage: Stage) -> None:
        assert device.waiting
        await stage.state.erasing.erase(backups=True)
        await stage.settle()
        assert device.waiting == {}

    on_a_phone(keeper, act)
    keeper.close()


def test_while_it_is_locked_the_device_keeps_what_it_has(device: Device, tmp_path: Path) -> None:
    keeper = kept(tmp_path)
    with_lock(keeper)
    mine = Reminders(nudges=(EVENING,), notify=True)
    keeper.journal.put(Settings(welcomed=True, reminders=mine))

    async def act(stage: Stage) -> None:
        given = dict(device.waiting)
        assert given
        await stage.state.locking.lock_now()
        await stage.settle()
        assert device.waiting == given

    on_a_phone(keeper, act)
    keeper.close()


def test_back_in_sight_on_another_day_the_device_is_given_the_next_ones(device: Device) -> None:
    async def act(stage: Stage) -> None:
        stage.now = NOON + DAY
        await stage.sight(ft.AppLifecycleState.RESUME)
        assert device.moments[0] == NOON + DAY + 8 * HOUR

    on_a_phone(journal(nudges=(EVENING,), notify=True), act)

"""Reminders that the device itself shows, where a build has that: it is given the next ones.

Its words are those of `TEXTS`. Whatever it can't do, the app reminds all the same.
"""

from collections.abc import Awaitable
from datetime import timedelta
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeVar

import flet as ft

from domain.language import N_, language, tr
from domain.reminding import TEXTS, Reminder
from views.state import State

if TYPE_CHECKING:
    from flet_notifications import LocalNotifications

T = TypeVar("T")
PLATFORMS: Final = (ft.PagePlatform.ANDROID, ft.PagePlatform.IOS)
ICON: Final = "ic_notification"
"""Among the drawables that `builds.android` lays into the app."""
MOST: Final = 64
"""How many of an app iOS keeps."""
AHEAD: Final = timedelta(days=92)
"""Whoever does not open the app for a season is not reminded any more."""
SOON: Final = timedelta(minutes=1)
"""A moment that is over when the device is told of it is refused, with all that follow."""
REFUSED: Final = N_("This device doesn't let Meanwhile do that. The device's own settings can.")
FAILED: Final = N_("This device could not take the reminders. Meanwhile itself shows them.")


def is_built_in(page: ft.Page) -> bool:
    """Whether this build and this device may have it."""
    on_a_phone = not page.web and page.platform in PLATFORMS
    return on_a_phone and find_spec("flet_notifications") is not None


async def turn(state: State) -> str:
    """Have the device show them, where it may, or not any more; a sentence where it can't."""
    wanted = not state.reminding.mine.notify
    if wanted and not await _tried(device(asks=True).request_permissions(), False):
        return tr(REFUSED)
    await state.reminding.set(notify=wanted)
    return ""


def use_schedule(state: State) -> None:
    """A hook: what the device has follows what is set, the sessions, and the days that go by."""
    # What a locked journal wants is not known; the device keeps what it has.
    is_known = is_built_in(ft.context.page) and not (state.locked or state.refused)

    async def give() -> None:
        if is_known:
            await schedule(state)

    told = [language(), state.settings.reminders, state.settings.pause, state.today, state.zone]
    ft.use_effect(give, [is_known, *told, state.schedules, state.sessions, state.therapies])


async def schedule(state: State) -> None:
    """Give the device the next ones in the place of those it has: none where none are wanted."""
    # One after the other: the last that begins gives what is set then.
    async with state.reminding.giving:
        wanted = state.reminding.mine.notify
        if not await _tried(_give(state, MOST if wanted else 0), False) and wanted:
            state.say(tr(FAILED))


async def _give(state: State, most: int) -> bool:
    here = device()
    await here.cancel_pending()
    soon = state.now + SOON
    ahead = (one for one in state.reminding.coming(AHEAD) if one.at > soon)
    for id, one in enumerate(islice(ahead, most)):
        await _add(here, id, one)
    return True


async def _add(here: "LocalNotifications", id: int, one: Reminder) -> None:
    from flet_notifications import AndroidScheduleMode

    # To the minute would need a permission of its own.
    mode = AndroidScheduleMode.INEXACT_ALLOW_WHILE_IDLE
    await here.schedule(id, one.at, tr(TEXTS[one.what]), schedule_mode=mode)


def device(*, asks: bool = False) -> "LocalNotifications":
    """What shows them; the person is asked whether it may by one that `asks` alone."""
    from flet_notifications import LocalNotifications

    return LocalNotifications(
        default_icon=ICON,
        # Else iOS would ask as soon as there is one.
        request_alert_permission=asks,
        request_sound_permission=asks,
        request_badge_permission=False,
    )


async def _tried(asked: Awaitable[T], otherwise: Any) -> T | Any:
    from flet_notifications import NotificationError

    try:
        return await asked
    except (NotificationError, RuntimeError, TimeoutError, ft.FletException):
        return otherwise

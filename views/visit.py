"""One page's way through the app: the State of the journal that is open now, or of none.

When the journal is locked, opened or erased, every visit of the process gets another State; where
one was is remembered in memory alone.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine, Sequence
from contextvars import copy_context
from typing import Any, ClassVar, Final
from weakref import WeakSet

import flet as ft

from domain.keeper import Keeper
from views.components.fields import release_keyboard
from views.components.navigation import BENEATH, HELP, NEUTRAL, START, go
from views.state import Problem, State

MINUTE: Final = 60
CARRIED: Final = (
    "width",
    "height",
    "text_scale",
    "still",
    "contrast",
    "device_brightness",
    "zone",
)
"""What the device told, whatever journal is open."""


class Visit(ft.Observable):
    """A session of Flet; `state` is another after each `keeper` change. Made in a running loop."""

    open_ones: ClassVar["WeakSet[Visit]"] = WeakSet()
    touched_at: ClassVar[tuple[float, ...]] = ()
    """When anybody touched any page, by both clocks: one stands still while a phone sleeps, the
    other may be set back."""

    def __init__(
        self,
        page: ft.Page,
        keeper: Keeper,
        make: Callable[[], State],
        clocks: Sequence[Callable[[], float]] = (time.monotonic, time.time),
    ) -> None:
        self._page = page
        self._keeper = keeper
        self._make = make
        self._clocks = clocks
        self._loop = asyncio.get_running_loop()
        self._context = copy_context()
        self._timer: asyncio.TimerHandle | None = None
        self._unsaved: Problem | None = None
        self._place = ""
        self._doing: set[asyncio.Task[None]] = set()
        self._unheard = keeper.listen(self._heard)
        self.comings = 0
        self.state = make()
        Visit.open_ones.add(self)
        self.touched()

    def touched(self) -> None:
        """Somebody is here: the time until the lock begins anew, unless it is over already."""
        if not self._is_over():
            Visit.touched_at = tuple(clock() for clock in self._clocks)
        self.watch()

    def watch(self) -> None:
        """Lock the journal where nobody was here for as long as was set; else look again then."""
        if self._timer:
            self._timer.cancel()
        if self._is_over():
            self._begin(self.state.locking.lock_now())
        elif self._can_lock():
            self._timer = self._loop.call_later(self._left(), self.watch)

    def _can_lock(self) -> bool:
        return self._keeper.has_lock and not self.state.locked

    def _is_over(self) -> bool:
        return self._can_lock() and self._left() <= 0

    def _left(self) -> float:
        """Seconds until it locks."""
        touched = zip(self._clocks, Visit.touched_at, strict=False)
        since = max((clock() - then for clock, then in touched), default=0.0)
        return self.state.settings.lock_after * MINUTE - since

    def left(self) -> None:
        """The app went out of sight, or its page was closed."""
        if self.state.settings.lock_when_left and not self.state.locking.is_outside:
            self._begin(self.state.locking.lock_now())

    def gone(self) -> None:
        """Nobody has this page any more; another page may be seen still."""
        self.state.left()
        if all(one.state.away for one in Visit.open_ones):
            self.left()

    def returned(self) -> None:
        """The app is in sight again."""
        # What changed meanwhile was not sent, the State of another journal too.
        self.comings += 1
        self.state.returned()
        self.watch()

    def close(self) -> None:
        """The session is over."""
        if self._timer:
            self._timer.cancel()
        self._unheard()
        Visit.open_ones.discard(self)
        self.state.close()

    def _begin(self, doing: Coroutine[Any, Any, None]) -> None:
        task = self._loop.create_task(doing, context=self._context)
        # The loop itself holds it only weakly.
        self._doing.add(task)
        task.add_done_callback(self._doing.discard)

    def _heard(self) -> None:
        self._loop.call_soon_threadsafe(lambda: self._begin(self._renew()))

    async def _renew(self) -> None:
        old = self.state
        # What waits for its turn to be written is told to have failed first.
        async with old.turn:
            new = self._make()
        for name in CARRIED:
            setattr(new, name, getattr(old, name))
        new.away = old.away
        self._unsaved = old.problem or self._unsaved
        old.close()
        self.state = new
        self.touched()
        await self._move(old.locked, new.locked)
        if not new.locked and self._unsaved is not None:
            # It was only kept in mind while the lock was closed.
            new.problem, self._unsaved = self._unsaved, None
            await new.try_again()

    async def _move(self, was_locked: bool, is_locked: bool) -> None:
        """Away from an address that tells of the journal, and back to it."""
        route = self._page.route
        if is_locked:
            # What had the keyboard is gone, and did not tell.
            release_keyboard()
            self._page.session.store.set(BENEATH, START)
            if route not in (*HELP, NEUTRAL):
                self._place = route
                await go(START)
        elif was_locked and not is_locked:
            place, self._place = self._place, ""
            # Unless another place was asked for meanwhile.
            if route == START and place:
                await go(place)
        elif route != START:
            # What was there may be gone with the journal.
            await go(START)

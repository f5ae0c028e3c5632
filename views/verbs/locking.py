"""The lock: opening it, setting it, changing it, and leaving at once."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from domain.journal import JournalError
from domain.keeper import Door, TryLaterError, WrongSecretError
from domain.language import tr
from views.verbs.keeping import slowly

if TYPE_CHECKING:
    from views.state import State

DIGITS_MIN: Final = 4
WORDS_MIN: Final = 8


class Locking:
    """What one does with the lock; each verb gives a sentence where it could not be done."""

    def __init__(self, state: "State") -> None:
        self._state = state
        self._outside = 0
        self.is_busy = False
        self.tries = 0

    # -- what the screens read -----------------------------------------------------------------

    @property
    def has_lock(self) -> bool:
        """Whether the journal has a passphrase."""
        return self._state.keeper.has_lock

    @property
    def is_outside(self) -> bool:
        """Whether something of the device lies over the app, that the person asked for."""
        return self._outside > 0

    @contextmanager
    def outside(self) -> Iterator[None]:
        """While a dialog of the device is open: the app is out of sight, and not left."""
        self._outside += 1
        try:
            yield
        finally:
            self._outside -= 1

    # -- verbs ---------------------------------------------------------------------------------

    async def lock_now(self) -> None:
        """Put what is being written where it belongs, and lock the journal, on all pages."""
        state = self._state
        if self.has_lock and not state.locked:
            pages = [one for one in type(state).open_ones if one.keeper is state.keeper]
            # Each in its own context, or another page would be drawn in this one's.
            await asyncio.gather(
                *(
                    one.loop.create_task(one.noting.finish_all(), context=one.context)
                    for one in pages
                )
            )
            async with state.turn:
                await asyncio.to_thread(state.keeper.lock)

    async def unlock(self, secret: str) -> None:
        """Open it with the passphrase or the recovery code; what is wrong is told on the lock."""
        state = self._state
        if not self.is_busy and not state.wait and secret:
            state.lock_said = await self._tried(state.keeper.unlock, secret)
            state.digits = ""

    def type(self, digit: str) -> None:
        """One more digit at the lock."""
        self._have_typed(self._state.digits + digit)

    def take_back(self) -> None:
        """One digit fewer at the lock."""
        self._have_typed(self._state.digits[:-1])

    def take_back_all(self) -> None:
        """None of the digits."""
        self._have_typed("")

    def _have_typed(self, digits: str) -> None:
        self._state.digits = digits
        self._state.lock_said = ""

    async def check(self, secret: str) -> str:
        """Whether that is the passphrase or the recovery code."""
        return await self._tried(self._state.keeper.check, secret)

    async def set_up(self, passphrase: str, code: str) -> str:
        """Seal everything."""
        door = self._door(passphrase.isdecimal())
        return await self._tried(self._state.keeper.set_lock, passphrase, code, door)

    async def change_passphrase(self, passphrase: str) -> str:
        """Another passphrase in the place of the one before."""
        door = self._door(passphrase.isdecimal())
        return await self._tried(self._state.keeper.change_passphrase, passphrase, door)

    async def change_code(self, code: str) -> str:
        """Another recovery code in the place of the one before."""
        return await self._tried(self._state.keeper.change_code, code)

    async def take_off(self) -> str:
        """Seal nothing any more."""
        return await self._tried(self._state.keeper.remove_lock)

    async def tell_door(self) -> None:
        """What may be known before the lock opens follows the settings."""
        before = self._state.keeper.door
        door = self._door(before.digits)
        if self.has_lock and not self._state.locked and door != before:
            await self._tried(self._state.keeper.set_door, door)

    def count_down(self) -> None:
        """Show how long it takes until the next try, second by second."""
        self._state.wait = self._state.keeper.wait()
        if self._state.wait:
            self._state.loop.call_later(1, self.count_down, context=self._state.context)

    def _door(self, digits: bool) -> Door:
        mine = self._state.settings
        return Door(
            digits=digits,
            theme=mine.theme,
            language=mine.language,
            region=mine.region,
            supporters=mine.supporters if mine.support_when_locked else (),
            title=mine.title,
        )

    async def _tried(self, verb: Callable[..., None], *args: object) -> str:
        self.is_busy = True
        self._state.notify()  # type: ignore[no-untyped-call]
        try:
            await slowly(self._state, verb, *args)
        except (WrongSecretError, TryLaterError):
            self.tries += 1
            self.count_down()
            return tr("That wasn't it.")
        except JournalError as error:
            return str(error)
        finally:
            self.is_busy = False
            self._state.notify()  # type: ignore[no-untyped-call]
        return ""
